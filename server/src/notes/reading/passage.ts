import { indentWithTabs } from "./lead.ts";
import type { LineRange, Note, NoteFileContent } from "./note.ts";

/** The Markdown of a note's passage: its lines, moved to the left margin, without comments' lines at the ends. */
export function passageOf(note: Note, file: NoteFileContent, ranges: readonly LineRange[] = note.passage): string {
  const lines = ranges.flatMap(({ start, end }) => file.lines.slice(Math.max(start, file.firstLine), end));
  const inner = lines.map((line) => dedent(withoutQuotes(line, note.quotes), note.indent));
  const first = inner.findIndex((line) => line.trim() !== "");
  const last = inner.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? "" : inner.slice(first, last + 1).join("\n");
}

/** The line of the file that a passage begins with. */
export function firstLine(note: Note, file: NoteFileContent): number {
  const start = note.passage[0]?.start ?? note.line;
  const text = file.lines.findIndex((line, number) => number >= start && line.trim() !== "");
  return Math.max(start, text);
}

function withoutQuotes(line: string, quotes: number): string {
  let rest = line;
  for (let quote = 0; quote < quotes; quote++) rest = rest.replace(/^\s{0,3}>\s?/, "");
  return rest;
}

function dedent(line: string, columns: number): string {
  if (columns === 0) return line;
  const indent = indentWithTabs(line);
  return " ".repeat(Math.max(0, indent - columns)) + line.replace(/^[\s　]+/u, "");
}
