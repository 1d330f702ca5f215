import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import type { Asked } from "./card.ts";
import { wholeText } from "./cardText.ts";
import type { KnownNotes } from "./knownNotes.ts";

/** Markup of collapsible sections. */
const FOLDING = /^\s*:{3,}\s*$|<\/?details[^>]*>|<summary>.*<\/summary>/i;
const ASKS = /[?？]$|とは$|方$|^(?:Q|問)\b/u;
const IS_LINK = /^\s*<?https?:\/\/\S+\s*$/;

/** Whether a line opens a collapsible section. */
export function opensFolded(line: string): boolean {
  return /^\s*(?::{3,}\s*details|<details)/i.test(line);
}

/** The card of a collapsible section whose label is a question or a known name. @param explains whether the file has definitions besides questions */
export function folded(note: Note, file: NoteFileContent, known: KnownNotes, explains: boolean): Asked | undefined {
  if (note.naming === "file" || !opensFolded(file.lines[note.line] ?? "")) return undefined;
  const lines = file.lines.slice(note.line + 1, note.passage.at(-1)?.end).filter((line) => !FOLDING.test(line));
  if (!ASKS.test(note.title) && (!explains || known.of(note) === undefined)) return undefined;
  const back = wholeText(lines.filter((line) => !IS_LINK.test(line)).join("\n"));
  return back === "" ? undefined : { kind: "question", front: note.title, back };
}
