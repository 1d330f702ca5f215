import { cataloguePlaces } from "./cataloguePlaces.ts";
import { constructsNamed } from "./constructs.ts";
import { FileContext } from "./context.ts";
import { markedPlaces } from "./markedPlaces.ts";
import type { Note, NoteFileContent } from "./note.ts";
import type { NotePlace } from "./place.ts";
import type { Term } from "./terms.ts";
import { isKindOfRest, topicPlaces } from "./topicPlaces.ts";
import { compact, type NamedPlace, placeWithoutTopic, type Vocabulary } from "./vocabulary.ts";

/** A note and a place where it shows. */
export interface Binding extends NamedPlace {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** Of the term that made it, see `Term`; 7 for a marker. */
  readonly strength: number;
  /** Of the term; empty for a marker. */
  readonly key: string;
}

/** Weaker terms (parts of a sentence, emphasis in the text) say too little to stand for a whole type or section. */
const NAMES_A_WHOLE = 3;
const MARKED = 7;

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
  const { place, fit, order, names, meanings } = named;
  return { place, fit, order, names, meanings, note, file, strength, key };
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
    const places = termPlaces(term, note, above, context, vocabulary)?.filter(({ place }) =>
      isStrongEnough(term, place),
    );
    if (!places) continue;
    understood = Math.max(understood, term.strength);
    for (const place of places) found.push(binding(place, note, file, term.strength, term.key));
  }
  return found;
}

/** The places that a term means; `undefined` for one that is no name of anything. */
function termPlaces(
  term: Term,
  note: Note,
  above: readonly Binding[],
  context: FileContext,
  vocabulary: Vocabulary,
): readonly NamedPlace[] | undefined {
  const levels = context.around(term, note);
  const topics = topicPlaces(term, levels, vocabulary.topics);
  if (topics) return topics;
  const constructs = constructsNamed(term.name);
  if (constructs.length > 0) return constructs.map((place) => placeWithoutTopic(place, 1));
  const below = above.flatMap((binding) => placeBelow(binding, term));
  if (below.length > 0) return below;
  const catalogued = cataloguePlaces(term, levels, vocabulary);
  return catalogued.length > 0 ? catalogued : undefined;
}

/** The key or value of that name below a place that the note above is bound to. */
function placeBelow(above: Binding, term: Term): NamedPlace[] {
  const { place } = above;
  const name = compact(term.name);
  if (above.strength < NAMES_A_WHOLE || !/^[\w:.-]+$/.test(name)) return [];
  if (place.kind !== "property" && place.kind !== "attribute" && place.kind !== "metadata") return [];
  if (place.value !== undefined || place.path.includes("**")) return [];
  const value: NotePlace = { ...place, value: term.name };
  const key: NotePlace = { ...place, path: [...place.path, ...(place.kind === "property" ? [] : ["**"]), name] };
  return [value, key].map((below) => placeWithoutTopic(below, 2));
}

function isStrongEnough(term: Term, place: NotePlace): boolean {
  const isWhole =
    place.kind === "type" || (place.kind === "section" && place.path.length === 0 && place.value === undefined);
  return !isWhole || term.strength >= NAMES_A_WHOLE;
}
