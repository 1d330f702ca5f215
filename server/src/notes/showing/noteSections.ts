import type { NoteSection } from "../../protocol/notes.ts";
import type { Note, NoteFileContent, NoteNaming } from "../reading/note.ts";

/** Kinds of notes that a list shows: titles, not every sentence that has a subject. */
const LISTED: readonly NoteNaming[] = ["heading", "bold", "separator", "title"];

/** The sections and items of a file, as a tree; what is below an unlisted note moves up. */
export function noteSections(file: NoteFileContent): readonly NoteSection[] {
  const [whole] = file.notes;
  return sections(whole.children);
}

function sections(notes: readonly Note[]): readonly NoteSection[] {
  return notes.flatMap(({ id, title, line, kind, naming, children }) => {
    const below = sections(children);
    return LISTED.includes(naming) ? [{ id, title, line, kind, children: below }] : below;
  });
}
