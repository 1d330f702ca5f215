import { type Binding, MARKED } from "../binding/bindings.ts";
import { markedPlaces } from "../binding/markedPlaces.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { splitMarks } from "../reading/frontMatter.ts";
import { type Note, type NoteFileContent, parsePlace } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { placeText } from "./placeText.ts";

/** A file with the places of its notes. */
export interface BoundFile {
  readonly file: NoteFileContent;
  readonly bindings: readonly Binding[];
}

/** A note that had places, and has none since its title or those above it changed. */
export interface LostBinding {
  readonly note: Note;
  readonly oldTitle: string;
  /** The places it showed at, as markers name them. */
  readonly places: readonly string[];
}

/** More places are those of a whole service: each would be in the marker. */
const MAX_PLACES = 24;

/** The notes of a file that are still there, and show nowhere since the file was changed. */
export function lostBindings(before: BoundFile, after: BoundFile, vocabulary: Vocabulary): readonly LostBinding[] {
  const placesBefore = placesByNote(before.bindings);
  const boundAfter = new Set(after.bindings.map(({ note }) => note));
  return pairs(before.file, after.file).flatMap(([old, note]): LostBinding[] => {
    const places = placesBefore.get(old);
    if (places === undefined || boundAfter.has(note)) return [];
    return [{ note, oldTitle: old.title, places: asName(old, places, vocabulary) ?? [...places].slice(0, MAX_PLACES) }];
  });
}

/** A note that had places, and was taken out of its file: it may turn up in another one. */
export interface GoneNote {
  readonly title: string;
  readonly text: string;
  /** The places it showed at, as markers name them. */
  readonly places: readonly string[];
}

/** The notes with places that a file had before it was changed, and has not any more. */
export function goneNotes(before: BoundFile, after: NoteFileContent, vocabulary: Vocabulary): readonly GoneNote[] {
  const kept = new Set(pairs(before.file, after).map(([old]) => old));
  return [...placesByNote(before.bindings)].flatMap(([note, places]) => {
    const { title } = note;
    const text = titleLine(note, before.file).trim();
    const gone = { title, text, places: asName(note, places, vocabulary) ?? [...places].slice(0, MAX_PLACES) };
    return text === "" || kept.has(note) || after.notes.some((one) => isAgain(gone, one, after)) ? [] : [gone];
  });
}

/** Whether a note is one that was taken out of a file. */
export function isAgain({ title, text }: GoneNote, note: Note, file: NoteFileContent): boolean {
  return note.title === title && titleLine(note, file).trim() === text;
}

/** More places are not written out, which stays right however names are understood later. */
const MAX_WRITTEN_OUT = 3;

/** The old title, if it stands for many places and a marker of that name alone means the same. */
function asName(old: Note, places: ReadonlySet<string>, vocabulary: Vocabulary): readonly string[] | undefined {
  const { title } = old;
  const place = places.size > MAX_WRITTEN_OUT ? parsePlace(title) : undefined;
  if (place?.kind !== "name" || splitMarks(title).length !== 1 || /^@|[<>]|--/.test(title)) return undefined;
  const named = markedPlaces({ ...old, places: [place], topicIds: [] }, vocabulary).map((one) => placeText(one.place));
  // A note on a resource attribute shows on the keys right below it, too.
  const isCovered = (one: string): boolean =>
    named.some((name) => name === one || (name.startsWith("attribute:") && one.startsWith(`${name}.`)));
  return named.length > 0 && named.every((one) => places.has(one)) && [...places].every(isCovered)
    ? [title]
    : undefined;
}

/** Places that come from the words alone: removing a marker is done on purpose. */
function placesByNote(bindings: readonly Binding[]): ReadonlyMap<Note, ReadonlySet<string>> {
  const found = new Map<Note, Set<string>>();
  for (const { note, place, strength } of bindings) {
    if (strength === MARKED) continue;
    const places = found.get(note) ?? new Set();
    found.set(note, places.add(placeText(place)));
  }
  return found;
}

/** Pairs of titles before and after that are the same note: added and deleted ones have no partner. */
function pairs(before: NoteFileContent, after: NoteFileContent): (readonly [Note, Note])[] {
  const old = titlesOf(before);
  const now = titlesOf(after);
  const isSame = (left: Note | undefined, right: Note | undefined): boolean =>
    left !== undefined && right !== undefined && left.title === right.title && left.naming === right.naming;
  let start = 0;
  while (isSame(old[start], now[start])) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && isSame(old.at(-1 - end), now.at(-1 - end))) end++;
  const same = [...old.slice(0, start).entries()].map(([at, note]) => [note, now[at] as Note] as const);
  const ends = old.slice(old.length - end).map((note, at) => [note, now[now.length - end + at] as Note] as const);
  const changed = between(old.slice(start, old.length - end), now.slice(start, now.length - end), before, after);
  return [...same, ...changed, ...ends];
}

/** If there are as many as before, they are paired in order; else those whose text stayed the same. */
function between(
  old: readonly Note[],
  now: readonly Note[],
  before: NoteFileContent,
  after: NoteFileContent,
): (readonly [Note, Note])[] {
  if (old.length === now.length) {
    return old.flatMap((note, at) => {
      const other = now[at];
      return other?.kind === note.kind ? [[note, other] as const] : [];
    });
  }
  const byText = new Map(now.map((note) => [titleLine(note, after), note]));
  return old.flatMap((note) => {
    const text = titleLine(note, before);
    const other = text === "" ? undefined : byText.get(text);
    return other === undefined ? [] : [[note, other] as const];
  });
}

function titleLine(note: Note, file: NoteFileContent): string {
  const text = passageOf(note, file, note.kind === "heading" ? [note.own] : note.passage);
  // An item's own line holds its title.
  return note.kind === "heading" ? text : text.replace(/^.*?[:：]/, "");
}

function titlesOf({ notes }: NoteFileContent): readonly Note[] {
  return notes.filter(({ naming }) => naming === "heading" || naming === "bold" || naming === "separator");
}
