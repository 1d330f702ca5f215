import type { Template } from "../model/template.ts";
import { fociOf } from "../notes/mend/templateNotes.ts";
import type { NoteFileContent } from "../notes/note.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { Span } from "../text/span.ts";

/** Where each of the user's notes shows first in a template, by the note's id. */
export type Touched = ReadonlyMap<string, Span>;

/** Places between two pauses. */
const STEP = 100;

const known = new WeakMap<Template, { readonly files: readonly NoteFileContent[]; readonly touched: Touched }>();

/** The notes of some files that show in a template; in steps, and kept until one of them changes. */
export function* touchedIn(
  template: Template,
  files: readonly NoteFileContent[],
  notes: NoteIndex,
): Generator<void, Touched> {
  const before = known.get(template);
  if (before?.files.length === files.length && before.files.every((file, index) => file === files[index]))
    return before.touched;
  const own = new Set(files);
  const touched = new Map<string, Span>();
  let count = 0;
  for (const focus of fociOf(template)) {
    for (const { note, file } of notes.at(focus)) {
      if (own.has(file) && !touched.has(note.id)) touched.set(note.id, focus.span);
    }
    if (++count % STEP === 0) yield;
  }
  known.set(template, { files, touched });
  return touched;
}
