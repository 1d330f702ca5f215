import type { Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { NoteFileContent } from "../notes/reading/note.ts";
import { noteUses } from "../notes/uses/noteUses.ts";
import type { Span } from "../text/span.ts";

/** The first place in a template where each of the user's notes is shown, by the note's id. */
export type Touched = ReadonlyMap<string, Span>;

/** The notes of some files that are shown in a template; computed in steps. */
export function* touchedIn(
  template: Template,
  files: readonly NoteFileContent[],
  notes: NoteIndex,
): Generator<void, Touched> {
  const own = new Set(files);
  const touched = new Map<string, Span>();
  for (const { note, file, span } of yield* noteUses(template, notes)) {
    if (own.has(file) && !touched.has(note.id)) touched.set(note.id, span);
  }
  return touched;
}
