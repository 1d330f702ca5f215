import type { Note, NoteFileContent, NotePlace } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { NAMES_A_WHOLE, ONE_OF_SEVERAL, type Term, WHOLE_TITLE } from "../reading/terms.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { nameKey } from "../words/names.ts";
import { compact, type NamedPlace, placeWithoutTopic, propertyPlace, type Vocabulary } from "./vocabulary.ts";

/** A note with the places that it shows at. */
export interface BoundAbove {
  readonly note: Note;
  readonly bindings: readonly (NamedPlace & { readonly strength: number; readonly key: string })[];
}

/** The keys that a term means below the things that a title above names. */
export interface KeysBelow {
  readonly places: readonly NamedPlace[];
  /** Whether the term is such a key as templates write it. */
  readonly isWritten: boolean;
  /** Whether several things in the title have such a key, so that the term means no other ones. */
  readonly isContested: boolean;
}

/** Titles that set things against each other: what is said of one is not said of the other. */
const CONTRASTS = /\b(?:vs|versus|differences?|compar(?:ed?|ing|isons?))\b|違い|比較|使い分け|どちら|どっち/iu;

/**
 * The keys of a term's name below the nearest title that is a type or a construct: `Timeout` below `WaitCondition`.
 * Below `WaitCondition vs CreationPolicy` it is that of the one whose name the file or a title further up has, or that
 * the text names, and else of none.
 *
 * @param ancestors of the note, the nearest first
 */
export function keysBelow(
  term: Term,
  note: Note,
  file: NoteFileContent,
  ancestors: readonly BoundAbove[],
  vocabulary: Vocabulary,
): KeysBelow | undefined {
  if (term.strength < NAMES_A_WHOLE) return undefined;
  for (const [up, above] of ancestors.entries()) {
    const things = thingsIn(above, term, vocabulary);
    if (things.size > 0) return meant(things, note, file, ancestors.slice(up));
    if (above.bindings.some(({ strength }) => strength >= NAMES_A_WHOLE)) return undefined;
    if (vocabulary.services.mentioned(above.note.title).size > 0) return undefined;
  }
  return undefined;
}

interface Key {
  readonly place: NotePlace;
  readonly isWritten: boolean;
}

/** The keys by the names of the things that have them. */
type Things = ReadonlyMap<string, readonly Key[]>;

/** Of what a title names, its own name is weaker if words beside it were left out: `CreationPolicyとWaitConditionの違い`. */
const NAMES_ONE = ONE_OF_SEVERAL - 0.5;

function thingsIn({ bindings }: BoundAbove, term: Term, vocabulary: Vocabulary): Things {
  const things = new Map<string, readonly Key[]>();
  for (const { place, key, strength, scope } of bindings) {
    if (strength < NAMES_ONE || scope === "service") continue;
    const keys = keysOf(place, term, vocabulary);
    if (keys.length > 0) things.set(key, [...(things.get(key) ?? []), ...keys]);
  }
  // Parts of CloudFormation's language alone are looked up by their topics.
  const isOfType = [...things.values()].some((keys) => keys.some(({ place }) => place.kind === "property"));
  return isOfType ? things : new Map();
}

function keysOf(place: NotePlace, term: Term, vocabulary: Vocabulary): readonly Key[] {
  if (place.kind === "type") return place.type.includes("*") ? [] : keysOfType(place.type, term, vocabulary);
  if ((place.kind !== "attribute" && place.kind !== "property") || place.value !== undefined) return [];
  const type = place.kind === "property" ? place.type : undefined;
  const name = compact(term.name);
  const isFixed = ![type ?? "", ...place.path].some((part) => part.includes("*"));
  const path = isFixed && /^[A-Z]\w*$/.test(name) ? vocabulary.catalogue.pathTo(type, place.path, name) : undefined;
  if (path === undefined) return [];
  return [{ place: { ...place, path }, isWritten: name === term.name && path.length === place.path.length + 1 }];
}

/** How many keys lead to one that needs no more names: `UserData` below `LaunchTemplateData`. */
const MAX_DEPTH = 2;

function keysOfType(type: string, { name }: Term, { names, catalogue }: Vocabulary): readonly Key[] {
  const called = [
    compact(name),
    ...nameKeys(name)
      .flatMap((key) => names.properties(key))
      .flatMap((property) => (property.exact ? property.name : [])),
  ];
  for (const one of called) {
    const owners = catalogue.propertyOwners(one, type).filter((owner) => owner.type === type);
    const shortest = Math.min(...owners.map(({ path }) => path.length));
    if (shortest > (one === called[0] ? MAX_DEPTH : 1)) continue;
    return owners
      .filter(({ path }) => path.length === shortest)
      .map((owner) => ({ place: propertyPlace(owner), isWritten: owner.path.at(-1) === name && shortest === 1 }));
  }
  return [];
}

function meant(things: Things, note: Note, file: NoteFileContent, ancestors: readonly BoundAbove[]): KeysBelow {
  const isContrasted = things.size > 1 && CONTRASTS.test(ancestors[0]?.note.title ?? "");
  const chosen = isContrasted ? chosenOf(things, note, file, ancestors.slice(1)) : things;
  const keys = [...chosen.values()].flat();
  const isWritten = keys.some((key) => key.isWritten);
  const places = new Map(keys.map(({ place }) => [JSON.stringify(place), placeWithoutTopic(place, 2)]));
  return { places: [...places.values()], isWritten, isContested: isContrasted || (isWritten && things.size > 1) };
}

/** Of several things those that a title further up is on alone, and those that the note itself names. */
function chosenOf(things: Things, note: Note, file: NoteFileContent, above: readonly BoundAbove[]): Things {
  const text = nameKey(passageOf(note, file));
  const named = above.map(({ bindings }) => {
    const whole = new Set(bindings.flatMap(({ key, strength }) => (strength >= WHOLE_TITLE ? key : [])));
    return [...things.keys()].filter((key) => whole.has(key));
  });
  const [alone] = named.find((keys) => keys.length === 1) ?? [];
  return new Map([...things].filter(([key]) => key === alone || text.includes(key)));
}

/** Whether places have one of others. */
export function haveKeyOf(places: readonly NamedPlace[], others: readonly NamedPlace[]): boolean {
  return withMissing(places, others).length < places.length + others.length;
}

/** Places, and those of others that are not among them. */
export function withMissing(places: readonly NamedPlace[], others: readonly NamedPlace[]): readonly NamedPlace[] {
  const known = new Set(places.map(({ place }) => JSON.stringify(place)));
  return [...places, ...others.filter(({ place }) => !known.has(JSON.stringify(place)))];
}
