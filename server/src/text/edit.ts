import type { Span } from "./span.ts";

/** A replacement of a span of a text. */
export interface Edit extends Span {
  readonly newText: string;
}

/** The text after edits that do not overlap; of several at one place the first given comes first. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of sorted(edits)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** An offset of the text after the edits; one inside of a replaced span is at the end of what replaces it. */
export function offsetAfter(offset: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { start, end, newText } of sorted(edits)) {
    if (end <= offset) by += newText.length - (end - start);
    else if (start < offset) return start + by + newText.length;
  }
  return offset + by;
}

function sorted(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
