import { cataloguePlaces } from "./cataloguePlaces.ts";
import { constructsNamed } from "./constructs.ts";
import { FileContext, type Level } from "./context.ts";
import { markedPlaces } from "./markedPlaces.ts";
import type { Note, NoteFileContent } from "./note.ts";
import type { NotePlace } from "./place.ts";
import { readingsOfTerm } from "./readings.ts";
import type { Term } from "./terms.ts";
import { isKindOfRest, topicPlaces } from "./topicPlaces.ts";
import { compact, type NamedPlace, placeWithoutTopic, type Vocabulary } from "./vocabulary.ts";
import { keyOf, readingsOf } from "./words/canonical.ts";

/** A note and a place where it shows. */
export interface Binding extends NamedPlace {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** Of the term that made it, see `Term`; 7 for a marker. */
  readonly strength: number;
  /** Of the term, as it was read; empty for a marker. */
  readonly key: string;
}

/** Weaker terms (parts of a sentence, emphasis in the text) say too little to stand for a whole type or section. */
const NAMES_A_WHOLE = 3;
export const MARKED = 7;

/** The places of every note of a file, from its markers and terms. */
export function bindingsOf(file: NoteFileContent, vocabulary: Vocabulary): Binding[] {
  const context = new FileContext(file, vocabulary.services);
  const bindings = new Map<Note, readonly Binding[]>();
  const parents = new Map<Note, Note>();
  for (const note of file.notes) {
    for (const child of note.children) parents.set(child, note);
    const parent = parents.get(note);
    const marked = markedPlaces(note, vocabulary).map((place) => binding(place, note, file, MARKED, ""));
    const above = (parent && bindings.get(parent)) ?? [];
    bindings.set(note, [...marked, ...termBindings(note, file, above, context, vocabulary)]);
  }
  return [...bindings.values()].flat();
}

/** Written out: there are many, and spreading an object is slow. */
function binding(named: NamedPlace, note: Note, file: NoteFileContent, strength: number, key: string): Binding {
  const { place, fit, order, names, meanings, isService, breadth } = named;
  return { place, fit, order, names, meanings, isService, breadth, note, file, strength, key };
}

function termBindings(
  note: Note,
  file: NoteFileContent,
  above: readonly Binding[],
  context: FileContext,
  vocabulary: Vocabulary,
): Binding[] {
  const found: Binding[] = [];
  let understood = 0;
  for (const term of note.terms.toSorted((left, right) => right.strength - left.strength)) {
    // Once the whole title is understood, its parts are only words; what the text emphasises still counts.
    if (understood > term.strength && term.strength > 1 && !isKindOfRest(term, vocabulary.topics)) continue;
    const understanding = termPlaces(term, note, above, context, vocabulary);
    if (!understanding) continue;
    const { places, key } = understanding;
    understood = Math.max(understood, term.strength);
    for (const place of places) found.push(binding(place, note, file, term.strength, key));
  }
  return found;
}

interface Understanding {
  readonly places: readonly NamedPlace[];
  readonly key: string;
}

/** The places that a term means, and what it was read as; `undefined` for one that is no name of anything. */
function termPlaces(
  term: Term,
  note: Note,
  above: readonly Binding[],
  context: FileContext,
  vocabulary: Vocabulary,
): Understanding | undefined {
  const levels = context.around(term, note);
  const byName = namedPlaces(term, note, levels, vocabulary);
  if (byName) return { places: byName, key: term.key };
  const below = above.flatMap((binding) => placeBelow(binding, term, vocabulary));
  for (const reading of readingsOfTerm(term, vocabulary.services)) {
    const topics = strongEnough(term, note, topicPlaces(reading.key, term, levels, vocabulary.topics) ?? []);
    if (topics.length > 0) return { places: topics, key: reading.key };
    if (reading.loss === 0 && below.length > 0) return { places: below, key: reading.key };
    const catalogued = strongEnough(term, note, cataloguePlaces(term, reading, levels, vocabulary));
    if (catalogued.length > 0) return { places: catalogued, key: reading.key };
  }
  return undefined;
}

/** What a term is the name of as it is written. */
function namedPlaces(
  term: Term,
  note: Note,
  levels: readonly Level[],
  { topics }: Vocabulary,
): readonly NamedPlace[] | undefined {
  const found =
    topicPlaces(term.key, term, levels, topics) ??
    constructsNamed(term.name).map((place) => placeWithoutTopic(place, 1));
  const strong = strongEnough(term, note, found);
  return strong.length > 0 ? strong : undefined;
}

/** The key or value of that name below a place that the note above is bound to, as far as there is one. */
function placeBelow(above: Binding, term: Term, { catalogue }: Vocabulary): NamedPlace[] {
  const { place } = above;
  if (above.strength < NAMES_A_WHOLE || (place.kind !== "property" && place.kind !== "attribute")) return [];
  if (place.value !== undefined || place.path.some((key) => key.includes("*"))) return [];
  const type = place.kind === "property" ? place.type : undefined;
  if (type?.includes("*")) return [];
  const wanted = readingsOf(term.name).map(keyOf);
  const values = catalogue.valuesAt(type, place.path) ?? [];
  const value = values.find((known) => known === term.name || wanted.includes(keyOf(readingsOf(known)[0] ?? [])));
  if (value !== undefined) return [placeWithoutTopic({ ...place, value }, 2)];
  const name = compact(term.name);
  if (!/^[A-Z]\w*$/.test(name) || catalogue.valuesAt(type, [...place.path, name]) === undefined) return [];
  return [placeWithoutTopic({ ...place, path: [...place.path, name] }, 2)];
}

function strongEnough(term: Term, note: Note, places: readonly NamedPlace[]): readonly NamedPlace[] {
  return places.filter(({ place, isService, fit }) => {
    // Notes on one service speak of others, too, without being on them.
    if (isService && fit === 0 && note.kind === "item") return false;
    return term.strength >= NAMES_A_WHOLE || !isWhole(place);
  });
}

function isWhole(place: NotePlace): boolean {
  return place.kind === "type" || (place.kind === "section" && place.path.length === 0 && place.value === undefined);
}
