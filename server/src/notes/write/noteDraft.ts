import type { NoteDraft } from "../../protocol/writing.ts";
import type { NoteFileContent, NoteSource } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";
import type { NoteSpot } from "./noteSpot.ts";

interface DraftParts {
  readonly source: NoteSource;
  readonly file: NoteFileContent;
  readonly spot: NoteSpot;
  readonly title: string;
  readonly marker: string | undefined;
  readonly body: readonly string[];
}

/** A heading with a blank line for the caret below it, apart from what stands around it. */
export function textOfDraft({ source, file, spot, title, marker, body }: DraftParts): NoteDraft {
  const { line, level, isAiry } = spot;
  const head = [`${"#".repeat(level)} ${title}`, ...(marker === undefined ? [] : [`<!-- cfn: ${marker} -->`])];
  const toWrite = isAiry ? ["", ""] : [""];
  const below =
    body.length === 0
      ? withoutBlanks(toWrite, line, file.lines)
      : [...toWrite, "", ...body, ...blankLineBefore(file.lines[line])];
  const { lead, ...at } = insertionBehind(line, file.lines);
  const text = [...lead, ...head, ...below].join(eolOf(source));
  const heading = at.line + lead.length;
  return { ...at, text, heading, caret: { line: heading + head.length + toWrite.length - 1, character: 0 } };
}

/** Blank lines to write in, and one before what follows; those that are there already are used. */
function withoutBlanks(toWrite: readonly string[], line: number, lines: readonly string[]): readonly string[] {
  const next = lines.findIndex((text, at) => at >= line && text.trim() !== "");
  const wanted = next < 0 ? toWrite : [...toWrite, ""];
  // The last line ends the file.
  const there = line === 0 ? 0 : (next < 0 ? lines.length - 1 : next) - line;
  return wanted.slice(Math.max(0, there));
}

/** Lines behind the text before a line. */
export function draftBehind(
  line: number,
  body: readonly string[],
  { source, file, heading }: { readonly source: NoteSource; readonly file: NoteFileContent; readonly heading: number },
): NoteDraft {
  const { lead, ...at } = insertionBehind(line, file.lines);
  const next = file.lines[line] ?? "";
  // The paragraph of an item goes on, and the list stays as tight as it is.
  const isTight = body.length === 0 && ITEM.test(next);
  const text = [...lead, ...body, ...(isTight ? [] : blankLineBefore(next))].join(eolOf(source));
  const last = at.line + lead.length + body.length - 1;
  return { ...at, text, heading, caret: { line: last, character: body.at(-1)?.length ?? 0 } };
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;

/** The end of the text before a line; `lead` are the lines that end it and leave one blank. */
function insertionBehind(
  line: number,
  lines: readonly string[],
): { readonly line: number; readonly character: number; readonly lead: readonly string[] } {
  if (line === 0) return { line: 0, character: 0, lead: [] };
  return { line: line - 1, character: (lines[line - 1] ?? "").length, lead: ["", ""] };
}

/** A block directly below keeps a blank line above it. */
function blankLineBefore(next: string | undefined): readonly string[] {
  return next === undefined || next.trim() === "" ? [] : [""];
}

function eolOf({ text }: NoteSource): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** A text with a draft inserted. */
export function appliedTo(text: string, { line, character, text: added }: NoteDraft): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: eol }) => index + eol.length)];
  const at = (starts[line] ?? text.length) + character;
  return text.slice(0, at) + added + text.slice(at);
}

/** Whether a heading at the end of a file would be none: it stands in a fence that nothing closes. */
export function endsOpen(source: NoteSource): boolean {
  const text = `${source.text}\n\n# x\n`;
  return readNotes({ ...source, text }).notes.length === readNotes(source).notes.length;
}
