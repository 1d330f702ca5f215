import type { Range } from "vscode-languageserver";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import type { LineSpan } from "../../notes/uses/writtenIn.ts";

/** The LSP range of a part of a line. */
export function rangeOfLine({ line, start, end }: LineSpan): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The span of a heading's text, without its signs; `undefined` for a note that is none. */
export function headingSpan(note: Note, { lines }: NoteFileContent): LineSpan | undefined {
  if (note.naming !== "heading") return undefined;
  const text = lines[note.line] ?? "";
  const [, sign = "", title = ""] = /^(\s{0,3}(?:>\s?)*#{1,6}\s+)(.*?)(?:\s+#+)?\s*(?:<!--.*)?$/.exec(text) ?? [];
  return title === "" ? undefined : { line: note.line, start: sign.length, end: sign.length + title.length };
}

/** The heading or item that begins on a line. */
export function noteOnLine({ notes }: NoteFileContent, line: number): Note | undefined {
  return notes.findLast((note) => note.line === line && note.naming !== "file");
}

/** The span of some that is under the caret. */
export function spanAt<Span extends LineSpan>(
  spans: readonly Span[],
  { line, character }: { readonly line: number; readonly character: number },
): Span | undefined {
  return spans.find((span) => span.line === line && span.start <= character && character <= span.end);
}
