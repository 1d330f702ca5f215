import type { Focus } from "../../model/focus.ts";
import type { Note, NoteFileContent } from "../note.ts";
import type { NoteIndex } from "../noteIndex.ts";
import { affinityWith, namesAt } from "./focusNames.ts";

/** A note of the user's that a marker may be written for. */
export interface BindableNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/** The user's notes for a place, those first that go with it: by what they are called, then what the search finds. */
export function bindableNotes(focus: Focus, index: NoteIndex, limit: number): readonly BindableNote[] {
  const affinity = affinityWith(focus, index.vocabulary);
  const bound = new Set(index.at(focus).map(({ note }) => note));
  const own = index.files.filter((file) => !file.builtIn).flatMap((file) => file.notes.map((note) => ({ note, file })));
  const titled = own.filter(
    ({ note }) => note.naming !== "sentence" && (note.naming !== "file" || note.children.length === 0),
  );
  const guesses = titled
    .map((one) => ({ ...one, affinity: affinity(one.note) }))
    .filter((one) => one.affinity > 0)
    .sort((left, right) => right.affinity - left.affinity);
  const found = namesAt(focus)
    .flatMap((name) => index.search(name, limit))
    .filter(({ file }) => !file.builtIn);
  const order = new Map([...guesses, ...found, ...titled].map(({ note, file }) => [note, { note, file }]));
  // Who asks for a binding wants one that is not there.
  const unbound = [...order.values()].filter(({ note }) => !bound.has(note));
  return unbound.slice(0, limit);
}
