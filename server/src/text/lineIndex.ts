import type { Span } from "./span.ts";

/** A line and a column, both from 1; columns count UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** A span by its lines and columns, all from 1. */
export interface LineColumnRange extends LineColumn {
  readonly endLine: number;
  readonly endColumn: number;
}

/** The offsets of a text's lines. */
export interface LineIndex {
  /** @param offset outside the text counts as its nearer end */
  at(offset: number): LineColumn;
  range(span: Span): LineColumnRange;
  /** The text of a line (from 1), without its end. */
  line(number: number): string;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  // As LSP has it, a carriage return alone ends a line, too.
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  const at = (offset: number): LineColumn => {
    const wanted = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
  };
  return {
    at,
    range({ start, end }) {
      const { line: endLine, column: endColumn } = at(end);
      return { ...at(start), endLine, endColumn };
    },
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return "";
      return text.slice(start, starts[number]).replace(/\r?\n$|\r$/, "");
    },
  };
}
