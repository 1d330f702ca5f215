import type { Focus } from "../../model/focus.ts";
import { focusAt } from "../../model/focusAt.ts";
import type { Template } from "../../model/template.ts";
import type { Note } from "../note.ts";
import type { NoteIndex } from "../noteIndex.ts";

/** What notes of some files have to do with a template. */
export interface TemplateNotes {
  /** Those that show somewhere in it. */
  readonly notes: ReadonlySet<Note>;
  /** Where one of them shows first, the most specific such place. */
  readonly example: Focus | undefined;
}

/** So many places of a template are looked at: its first thousands of lines say enough. */
const MOST_PLACES = 20_000;

/** The notes of files, by their URIs, that show in a template. */
export function notesInTemplate(template: Template, uris: ReadonlySet<string>, index: NoteIndex): TemplateNotes {
  const notes = new Set<Note>();
  let example: { readonly focus: Focus; readonly specificity: number } | undefined;
  for (const focus of fociOf(template)) {
    const found = index.at(focus);
    for (const [at, { note, file, specificity }] of found.entries()) {
      if (!uris.has(file.uri)) continue;
      notes.add(note);
      if (at === 0 && specificity > (example?.specificity ?? 0)) example = { focus, specificity };
    }
  }
  return { notes, example: example?.focus };
}

/** What is under the caret at each word of a template, each thing once. */
export function* fociOf(template: Template): Generator<Focus> {
  let end = -1;
  let places = 0;
  for (const { index, 0: word } of template.text.matchAll(/[^\s"'#,[\]{}]+/g)) {
    if (places >= MOST_PLACES) return;
    places++;
    // In the middle of a word: at its start the caret is also at the end of what is before it.
    const focus = focusAt(template, index + Math.min(1, word.length - 1));
    if (focus === undefined || focus.kind === "blank" || focus.span.start < end) continue;
    end = focus.span.end;
    yield focus;
  }
}
