import type { Binding } from "../bindings.ts";
import type { Note, NoteFileContent, NoteNaming } from "../note.ts";
import { passageOf } from "../passage.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type UnboundReason, whyUnbound } from "./unbound.ts";

/** A note that shows nowhere. */
export interface UnplacedNote {
  readonly note: Note;
  readonly reason: UnboundReason;
}

/** What somebody wrote as a title; a sentence that has a subject is only text. */
const TITLES: ReadonlySet<NoteNaming> = new Set(["heading", "bold", "separator"]);

/**
 * The headings and leads of a file that show nowhere, in its order. Headings that only hold others, or hold some
 * that have a place, are chapters, and what is part of an item that has a place shows with that: both are left out.
 */
export function notPlaced(
  file: NoteFileContent,
  bindings: readonly Binding[],
  vocabulary: Vocabulary,
): readonly UnplacedNote[] {
  const bound = new Set(bindings.map(({ note }) => note));
  const found: UnplacedNote[] = [];
  /** @returns whether the note, or one in it, has a place */
  const visit = (note: Note): boolean => {
    const at = found.length;
    const isPlaced = bound.has(note);
    if (note.kind === "item" && isPlaced) return true;
    const isChapter = note.children.map(visit).includes(true) && note.kind === "heading";
    if (!isPlaced && !isChapter && TITLES.has(note.naming) && hasText(note, file))
      found.splice(at, 0, { note, reason: whyUnbound(note, file, vocabulary) });
    return isPlaced || isChapter;
  };
  visit(file.notes[0]);
  return found;
}

function hasText(note: Note, file: NoteFileContent): boolean {
  return (
    note.kind === "item" ||
    passageOf(note, file, [note.own])
      .replace(/<!--.*?-->/gs, "")
      .trim() !== ""
  );
}
