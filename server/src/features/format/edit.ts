import type { Span } from "../../text/span.ts";

/** Replaces the text of an absolute span by `newText`. */
export interface FormatEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A text after edits, which are in its order and apart from each other. */
export function withEdits(text: string, edits: readonly FormatEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
