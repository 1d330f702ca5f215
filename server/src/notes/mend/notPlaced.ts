import type { Binding } from "../bindings.ts";
import type { Note, NoteFileContent, NoteNaming } from "../note.ts";
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
 * The headings and leads of a file that show nowhere, in its order. Left out are chapters (headings that say nothing
 * themselves, or have sections with a place) and what is part of an item that has a place: it shows with that.
 */
export function notPlaced(
  file: NoteFileContent,
  bindings: readonly Binding[],
  vocabulary: Vocabulary,
): readonly UnplacedNote[] {
  const bound = new Set(bindings.map(({ note }) => note));
  const found: UnplacedNote[] = [];
  /** @returns whether the note, or a section of it, has a place */
  const visit = (note: Note): boolean => {
    const at = found.length;
    const isPlaced = bound.has(note);
    if (note.kind === "item" && isPlaced) return false;
    const isChapter = note.children.map(visit).includes(true);
    if (!isPlaced && !isChapter && TITLES.has(note.naming) && hasText(note, file))
      found.splice(at, 0, { note, reason: whyUnbound(note, file, vocabulary) });
    return note.kind === "heading" && (isPlaced || isChapter);
  };
  visit(file.notes[0]);
  return found;
}

/** Whether there is something to read besides the notes in it. */
function hasText(note: Note, file: NoteFileContent): boolean {
  if (note.kind === "item") return true;
  // A sentence is text, though it is a note.
  const inner = note.children.filter(({ naming }) => naming !== "sentence").flatMap(({ passage }) => passage);
  const own = file.lines.map((line, at) => (inner.some(({ start, end }) => start <= at && at < end) ? "" : line));
  return (
    own
      .slice(note.own.start, note.own.end)
      .join("\n")
      .replace(/<!--.*?-->/gs, "")
      .trim() !== ""
  );
}
