import { cataloguePlaces } from "../binding/cataloguePlaces.ts";
import { constructsNamed } from "../binding/constructs.ts";
import { topicPlaces } from "../binding/topicPlaces.ts";
import type { TableTopic } from "../binding/topicTable.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { FileContext, type Level } from "../reading/context.ts";
import { isListed } from "../reading/isListed.ts";
import { type Note, type NoteFileContent, namespaceOf } from "../reading/note.ts";
import { type Reading, readingsOfTerm } from "../reading/readings.ts";
import type { Term } from "../reading/terms.ts";

/** Why a note shows nowhere; `name` is the term. */
export type UnboundReason =
  /** Neither the table of topics nor the catalogue has the name. */
  | { readonly code: "unknown"; readonly name: string }
  /** Several things have the name, and nothing above the note says which is meant. */
  | { readonly code: "ambiguous"; readonly name: string }
  /** The titles around it name a service that has no such thing. */
  | { readonly code: "other-service"; readonly name: string; readonly services: readonly string[] }
  /** It is understood, but only mentioned in passing. */
  | { readonly code: "weak"; readonly name: string }
  /** It is understood, but has no place in templates. */
  | { readonly code: "no-place"; readonly name: string }
  /** It stands in a list of names: see `isListed`. */
  | { readonly code: "listed" };

/** From this strength on a term is all of the title, or one of several that it joins. */
const MIN_WHOLE_STRENGTH = 5;
/** More terms are not read: the title as a whole is. */
const MAX_TERMS = 12;

/** Why a note without a place has none. It asks the functions that bind, in the same order. */
export function whyUnbound(note: Note, file: NoteFileContent, vocabulary: Vocabulary): UnboundReason {
  if (isListed(note, file)) return { code: "listed" };
  const context = new FileContext(file, vocabulary.services);
  const terms = note.terms.toSorted((left, right) => right.strength - left.strength).slice(0, MAX_TERMS);
  for (const term of terms) {
    const reason = reasonOf(term, context.around(term, note), vocabulary);
    // For a part of the title it only counts whether it was understood: its other words are to blame.
    if (reason !== undefined && (term.strength >= MIN_WHOLE_STRENGTH || reason.code === "weak")) return reason;
  }
  return { code: "unknown", name: shortest(terms) ?? note.title };
}

/** Without numbers, suffixes and parentheses, as far as it is all of the title. */
function shortest(terms: readonly Term[]): string | undefined {
  const whole = terms.filter(({ strength }) => strength >= 5.5).map(({ name }) => name);
  return whole.toSorted((left, right) => left.length - right.length)[0];
}

/** `undefined` for a term that is no name of anything. */
function reasonOf(term: Term, levels: readonly Level[], vocabulary: Vocabulary): UnboundReason | undefined {
  const { name } = term;
  if (constructsNamed(name).length > 0) return { code: "weak", name };
  const { topics } = vocabulary;
  const readings = readingsOfTerm(term, vocabulary.services);
  for (const key of new Set([term.key, ...readings.map((reading) => reading.key)])) {
    const named = topics.named(key).map(({ topic }) => topic);
    if (named.length === 0) continue;
    const places = topicPlaces(key, term, levels, topics);
    if (places === undefined) return outOfContext(name, levels, namespacesOf(named));
    return { code: places.length === 0 ? "no-place" : "weak", name };
  }
  for (const reading of readings) {
    const reason = catalogueReason(term, reading, levels, vocabulary);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function catalogueReason(
  term: Term,
  reading: Reading,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): UnboundReason | undefined {
  const { name } = term;
  if (cataloguePlaces(term, reading, levels, vocabulary).length > 0) return { code: "weak", name };
  const { names, services, catalogue } = vocabulary;
  // Only the ends of a longer name were read: that says too little to blame anything else.
  if (reading.isWeakened) return undefined;
  if (services.named(reading.key) !== undefined) return { code: "weak", name };
  const types = names.types(reading.key).map((one) => one.name);
  const owners = names.properties(reading.key).flatMap((one) => catalogue.propertyOwners(one.name));
  const found = new Set([...types, ...owners.map(({ type }) => type)].map(namespaceOf));
  return found.size === 0 ? undefined : outOfContext(name, levels, found);
}

/** The reason for a known name that nothing above confirms. */
function outOfContext(name: string, levels: readonly Level[], namespaces: ReadonlySet<string>): UnboundReason {
  const spoken = levels.find(({ services }) => services.size > 0)?.services;
  const isOther = spoken !== undefined && namespaces.size > 0 && ![...spoken].some((one) => namespaces.has(one));
  return isOther ? { code: "other-service", name, services: [...spoken] } : { code: "ambiguous", name };
}

function namespacesOf(topics: readonly TableTopic[]): ReadonlySet<string> {
  return new Set(topics.flatMap(({ services }) => [...services]));
}
