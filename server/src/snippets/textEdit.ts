import type { Span } from "../text/span.ts";

/** An edit with absolute offsets. */
export interface SignalEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface TextPlace {
  readonly text: string;
  /** What to add to the offsets of nodes. */
  readonly offset: number;
}

/** The end of the line on which a value ends, without the blank lines that a block scalar includes. */
export function contentEnd(text: string, end: number): number {
  const trimmed = text.slice(0, end).trimEnd().length;
  return lineEndOf(text, trimmed);
}

export function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** The white space before a key, counted in columns. */
export function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  return /^[ \t]*$/.test(before) ? before : " ".repeat(before.length);
}

/** Where something is inserted. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}
