import { endOfLine, type Span, startOfLine } from "../text/span.ts";

/** An edit with absolute offsets. */
export interface SignalEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface TextPlace {
  readonly text: string;
  /** The number to add to the offsets of nodes. */
  readonly offset: number;
}

/** The end of the line on which a value ends, without the blank lines that a block scalar includes. */
export function contentEnd(text: string, end: number): number {
  const trimmed = text.slice(0, end).trimEnd().length;
  return endOfLine(text, trimmed);
}

/** The white space before a key, counted in columns. */
export function blanksBeforeKey(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  const before = text.slice(start, offset);
  return /^[ \t]*$/.test(before) ? before : " ".repeat(before.length);
}

/** The empty span at which something is inserted. */
export function insertionAt(offset: number): Span {
  return { start: offset, end: offset };
}
