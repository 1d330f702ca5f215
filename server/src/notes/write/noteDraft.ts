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
  const head = [
    `${"#".repeat(level)} ${title}`,
    ...(marker === undefined ? [] : [`<!-- cfn: ${marker} -->`]),
    ...(isAiry ? [""] : []),
    "",
  ];
  const added = [...head, ...(body.length === 0 ? [] : ["", ...body])];
  const { lead, ...at } = insertionBehind(line, file.lines);
  const text = [...lead, ...added, ...blankLineBefore(file.lines[line])].join(eolOf(source));
  const heading = at.line + lead.length;
  return { ...at, text, heading, caret: { line: heading + head.length - 1, character: 0 } };
}

/** Lines behind the text before a line. */
export function draftBehind(
  line: number,
  body: readonly string[],
  { source, file, heading }: { readonly source: NoteSource; readonly file: NoteFileContent; readonly heading: number },
): NoteDraft {
  const { lead, ...at } = insertionBehind(line, file.lines);
  const text = [...lead, ...body, ...blankLineBefore(file.lines[line])].join(eolOf(source));
  const last = at.line + lead.length + body.length - 1;
  return { ...at, text, heading, caret: { line: last, character: body.at(-1)?.length ?? 0 } };
}

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
