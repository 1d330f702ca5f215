import type { CodeLens } from "vscode-languageserver";
import type { Note, NoteFileContent, NoteLanguage } from "../../notes/reading/note.ts";
import { SHOW_NOTE_USES_COMMAND } from "../../protocol/notes.ts";
import { said } from "../../text/localised.ts";

/** A part of the lens above the heading of a note; `undefined` if it has nothing to say. */
export type LensPart = (note: Note) => string | undefined;

/** Lenses above the headings of a file whose notes are `bound` to a place. */
export function noteLenses(
  file: NoteFileContent,
  bound: ReadonlySet<Note>,
  parts: readonly LensPart[],
  opens: boolean,
): CodeLens[] {
  return file.notes.flatMap((note) => {
    if (note.naming !== "heading" || !bound.has(note)) return [];
    const title = parts.flatMap((part) => part(note) ?? []).join(" · ");
    const at = { line: note.line, character: 0 };
    const command = { title, command: opens ? SHOW_NOTE_USES_COMMAND : "", ...(opens && { arguments: [note.id] }) };
    return title === "" ? [] : [{ range: { start: at, end: at }, command }];
  });
}

/**
 * The number of places of open templates that a note shows at.
 *
 * @param counts by the note's id; `undefined` if no template is open: those of the workspace are looked at when somebody asks
 */
export function placesPart(counts: ReadonlyMap<string, number> | undefined, language: NoteLanguage): LensPart {
  return ({ id }) => {
    if (counts === undefined) return said(language, "Where it shows", "表示される場所");
    const count = counts.get(id) ?? 0;
    return said(language, `${count} ${count === 1 ? "place" : "places"}`, `${count}か所`);
  };
}
