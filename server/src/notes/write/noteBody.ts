import type { NoteDraft } from "../../protocol/writing.ts";
import { type Block, blocksOf } from "../reading/blocks.ts";
import type { Note, NoteFileContent, NoteSource } from "../reading/note.ts";
import { QUOTATION } from "../reading/noteWalk.ts";
import { passageOf } from "../reading/passage.ts";
import { readNotes } from "../reading/readNotes.ts";
import { endOfText } from "./headings.ts";
import { appliedTo, draftBehind } from "./noteDraft.ts";

/** Lines of a template as a fenced block, moved to the left margin. */
export function fencedExample(code: string, language: "yaml" | "json"): readonly string[] {
  const lines = code.replace(/\s+$/, "").split(/\r\n?|\n/);
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...indents, code.length);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines.map((line) => line.slice(margin).trimEnd()), fence];
}

/** A note as a quotation, without its markers and sources; nothing in it is a note of its own. */
export function quotation(note: Note, file: NoteFileContent): readonly string[] {
  const text = passageOf(note, file)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? [] : [`<!-- ${QUOTATION} -->`, ...text.split("\n")].map((line) => `> ${line}`.trimEnd());
}

/**
 * Lines below the own text of a note, which is found by its id, or else its line; `undefined` if they would change other
 * notes. Without lines, only a place to write: what is written there becomes no row of a table, nor part of a quotation.
 */
export function addToNote(
  source: NoteSource,
  wanted: { readonly id: string; readonly line: number },
  body: readonly string[],
): NoteDraft | undefined {
  const file = readNotes(source);
  const note = file.notes.find(({ id }) => id === wanted.id) ?? file.notes.find(({ line }) => line === wanted.line);
  if (note === undefined) return undefined;
  const isItem = note.kind === "item";
  const own = isItem ? { start: note.line + 1, end: note.passage.at(-1)?.end ?? note.line + 1 } : note.own;
  const line = endOfText(file.lines, own.start, own.end);
  // Below an item, as deep as its text; in a quotation, quoted.
  const margin = isItem ? marginOf(file.lines[note.line] ?? "") : "> ".repeat(note.quotes);
  const draftOf = (added: readonly string[]): NoteDraft => {
    const draft = draftBehind(
      line,
      // Where somebody goes on to write, the margin stays.
      added.map((text) => (text === "" && added.length > 1 ? margin.trimEnd() : `${margin}${text}`)),
      { source, file, heading: note.line },
    );
    if (added.length > 0) return draft;
    // The paragraph of an item or a quotation goes on.
    return {
      ...draft,
      text: draft.text.replace(/^\r?\n|^\r/, `$&${margin}`),
      caret: { ...draft.caret, character: margin.length },
    };
  };
  const notesWith = (added: readonly string[]): readonly Note[] =>
    readNotes({ ...source, text: appliedTo(source.text, draftOf(added)) }).notes;
  // In a fence that nothing closes, a heading is none.
  if (notesWith(["# x"]).length !== file.notes.length + 1) return undefined;
  const lines = body.length > 0 || goesOn(note, file.lines.slice(0, line)) ? body : [""];
  const after = notesWith(lines);
  const isKept = after.length === file.notes.length && file.notes.every(({ id }, at) => after[at]?.id === id);
  return isKept ? draftOf(lines) : undefined;
}

/** Whether a line behind others goes on with a note's own paragraph. */
function goesOn({ kind, line, quotes }: Note, before: readonly string[]): boolean {
  const innermost: Block[] = [];
  for (let last = blocksOf(before).blocks.at(-1); last !== undefined; last = last.children.at(-1)) innermost.push(last);
  const end = innermost.at(-1);
  if (end?.type === "heading") return true;
  const isOwn = kind === "item" ? innermost.at(-2)?.start === line : innermost.length === quotes + 1;
  return end?.type === "paragraph" && isOwn && !end.content.startsWith("<");
}

/** White space as wide as what stands before an item's text; the signs of a quotation. */
function marginOf(line: string): string {
  return /^(?:[\s>]|[-*+]\s+|\d+[.)]\s+)*/.exec(line)?.[0].replace(/[^\s>]/g, " ") ?? "";
}
