import type { Note, NoteFileContent, NoteLanguage } from "../reading/note.ts";
import { overtakenIn } from "./overtakenIn.ts";

/** A line that is only a link states nothing itself. */
const ONLY_LINK = /^[\s　>*+-]*(?:\d+[.)]\s*)?\[[^\]]*\]\([^)]*\)[\s。.]*$/u;

/** An overtaken line of a note, and the facts. */
export interface OvertakenLine {
  readonly line: number;
  readonly facts: ReturnType<typeof overtakenIn>;
}

/**
 * The lines of a note's Markdown with overtaken statements, code left out; each fact once below a heading.
 *
 * @param above the titles above them
 */
export function overtakenLines(lines: readonly string[], above: readonly string[] = []): readonly OvertakenLine[] {
  const found: OvertakenLine[] = [];
  let told = new Set<string>();
  let titles: readonly string[] = [];
  let around = above.join("\n");
  let isCode = false;
  for (const [line, text] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(text)) isCode = !isCode;
    if (isCode || ONLY_LINK.test(text)) continue;
    const level = /^#{1,6}(?=\s)/.exec(text)?.[0].length;
    if (level !== undefined) {
      told = new Set();
      titles = [...Array.from({ length: level - 1 }, (_, at) => titles[at] ?? ""), text];
      around = [...above, ...titles].join("\n");
    }
    const facts = overtakenIn(text, around).filter(({ id }) => !told.has(id));
    for (const { id } of facts) told.add(id);
    if (facts.length > 0) found.push({ line, facts });
  }
  return found;
}

/** The text of a note without overtaken statements that nothing corrects; built-in notes correct themselves. */
export function withoutBareFacts(
  markdown: string,
  { path, title }: Pick<Note, "path" | "title">,
  { builtIn, language }: NoteFileContent,
): string {
  return builtIn ? markdown : withOvertaken(markdown, language, [...path, title]);
}

/**
 * Markdown of a user's note in which each overtaken sentence is followed by a correction, on the same line.
 *
 * @param above the titles above it
 */
export function withOvertaken(markdown: string, language: NoteLanguage, above: readonly string[]): string {
  const lines = markdown.split("\n");
  const marked = overtakenLines(lines, above);
  if (marked.length === 0) return markdown;
  for (const { line, facts } of marked) {
    const mark = facts.map((fact) => `⚠ ${fact.now[language]}`).join(" ");
    // Within the last cell of a row, in front of its sign.
    const [whole = "", text = "", end = ""] = /^(.*?)(\s*\|?\s*)$/u.exec(lines[line] ?? "") ?? [];
    lines[line] = whole === "" ? mark : `${text} ${mark}${end}`;
  }
  return lines.join("\n");
}
