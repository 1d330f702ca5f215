import type { Focus } from "../../model/focus/focus.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import type { NoteIndex } from "../noteIndex.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { affinityWith, namesAt } from "./focusNames.ts";

/** A note of the user's that a marker may be written for. */
export interface BindableNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/** The user's notes for a place, the best guesses first: by their titles, by search, by the service. */
export function bindableNotes(focus: Focus, index: NoteIndex, limit: number): readonly BindableNote[] {
  const affinity = affinityWith(focus, index.vocabulary);
  const bound = new Set(index.at(focus).map(({ note }) => note));
  const own = index.ownFiles.flatMap((file) => file.notes.map((note) => ({ note, file })));
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
  const isOfService = ofService(focus, index.vocabulary);
  const ofSame = titled.filter(({ note }) => isOfService(note));
  const order = new Map([...guesses, ...found, ...ofSame, ...titled].map(({ note, file }) => [note, { note, file }]));
  // Notes that do not show there yet come first.
  const unbound = [...order.values()].filter(({ note }) => !bound.has(note));
  return unbound.slice(0, limit);
}

/** Tells whether a note's title, or the titles above it, name the service that a place belongs to. */
function ofService(focus: Focus, { services }: Vocabulary): (note: Note) => boolean {
  const type = focus.place.in === "resource" ? focus.place.type : undefined;
  const namespace = type?.split("::")[1];
  const known = new Map<string, boolean>();
  const speaks = (text: string): boolean => {
    const answer = known.get(text) ?? services.mentioned(text).has(namespace ?? "");
    known.set(text, answer);
    return answer;
  };
  return (note) => namespace !== undefined && [note.title, ...note.context].some(speaks);
}
