import { indentWithTabs } from "./lead.ts";
import type { Line } from "./markdown/htmlReader.ts";
import type { LineRange, Note, NoteFileContent } from "./note.ts";

/** The Markdown of a note's passage: its lines, moved to the left margin, without comments' lines at the ends. */
export function passageOf(note: Note, file: NoteFileContent, ranges: readonly LineRange[] = note.passage): string {
  const lines = ranges.flatMap((range) => linesOf(range, file));
  const inner = lines.map((line) => dedent(withoutQuotes(line, note.quotes), note.indent));
  const first = inner.findIndex((line) => line.trim() !== "");
  const last = inner.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? "" : inner.slice(first, last + 1).join("\n");
}

/** The lines of the source that lines in Markdown are from; it keeps their text. */
export function sourceRange(lines: readonly Line[], { start, end }: LineRange): LineRange {
  const from = lines[start]?.line ?? (lines.at(-1)?.line ?? -1) + 1;
  const until = Math.max((lines[end - 1]?.line ?? from) + 1, lines[end]?.line ?? 0);
  return { start: from, end: end > start ? until : from, read: lines.slice(start, end).map(({ text }) => text) };
}

/** The first lines of a range, in Markdown alone. */
export function linesOf(
  { start, end, read }: LineRange,
  { lines, firstLine }: Pick<NoteFileContent, "lines" | "firstLine">,
  most: number = Number.MAX_SAFE_INTEGER,
): readonly string[] {
  return read?.slice(0, most) ?? lines.slice(Math.max(start, firstLine), Math.min(end, start + most));
}

/** The line that an item begins with, in Markdown alone; the line of a heading as it is. */
export function lineOf({ kind, line, passage }: Note, { lines }: Pick<NoteFileContent, "lines">): string {
  return (kind === "item" ? passage.at(-1)?.read?.[0] : undefined) ?? lines[line] ?? "";
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
