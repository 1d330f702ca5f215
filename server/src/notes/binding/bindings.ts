import { intersects } from "../../text/intersects.ts";
import { memoBy } from "../../text/memoBy.ts";
import { FileContext, type Level } from "../reading/context.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import { isListed, isParameterRow } from "../reading/isListed.ts";
import { type Note, type NoteFileContent, type NotePlace, namespaceOf } from "../reading/note.ts";
import { type Reading, readingsOfTerm } from "../reading/readings.ts";
import { EMPHASISED, NAMES_A_WHOLE, ONE_OF_SEVERAL, type Term, WHOLE_TITLE } from "../reading/terms.ts";
import { readingsOf, wordsKey } from "../words/canonical.ts";
import { isDistinctive } from "../words/names.ts";
import { cataloguePlaces, UPPER_SNAKE } from "./cataloguePlaces.ts";
import { constructsNamed } from "./constructs.ts";
import { type BoundAbove, haveKeyOf, type KeysBelow, keysBelow, withMissing } from "./keysBelow.ts";
import { markedPlaces } from "./markedPlaces.ts";
import { isMereWord } from "./mereWords.ts";
import { isKindOfRest, placesOfTopic, topicPlaces } from "./topicPlaces.ts";
import { compact, type NamedPlace, placeWithoutTopic, type Vocabulary } from "./vocabulary.ts";

/** A note and a place that it shows at. */
export interface Binding extends NamedPlace {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** The strength of its term, see `Term`; 7 for a marker. */
  readonly strength: number;
  /** The key of its term, as it was read; empty for a marker. */
  readonly key: string;
}

/** A service's name is one even if a title says something of it: `OpsWorksの終了`. */
const NAMES_A_SERVICE = 2.5;
export const MARKED = 7;

/** The places of every note of a file, from its markers and terms. */
export function bindingsOf(file: NoteFileContent, vocabulary: Vocabulary): Binding[] {
  const context = new FileContext(file, vocabulary.services);
  const bindings = new Map<Note, readonly Binding[]>();
  const parents = new Map<Note, Note>();
  // The markers of a built-in note say at which places it shows.
  for (const note of file.notes) {
    for (const child of note.children) parents.set(child, note);
    const isMarkedAlone =
      file.builtIn || file.isRecord || isListed(note, file) || isKeyOfOwn(note, parents.get(note), bindings);
    const marked = markedPlaces(note, vocabulary).map((place) => binding(place, note, file, MARKED, ""));
    const named = isMarkedAlone
      ? []
      : termBindings(note, file, boundAbove(note, parents, bindings), context, vocabulary);
    const found = [...marked, ...named];
    bindings.set(note, found.length > 0 || isMarkedAlone ? found : mentionBindings(note, file, context, vocabulary));
  }
  return [...bindings.values()].flat();
}

/** Whether a row is on the key of something that is not AWS's: of one resource, and of no others of its type. */
function isKeyOfOwn(
  { passage }: Note,
  parent: Note | undefined,
  bindings: ReadonlyMap<Note, readonly Binding[]>,
): boolean {
  const [head] = passage;
  const isOfThing = passage.length > 1 && parent !== undefined && parent.passage.length > 1;
  return isOfThing && parent.passage[0]?.start === head?.start && bindings.get(parent)?.length === 0;
}

/** The notes around a note with their places, the nearest first. */
function boundAbove(
  note: Note,
  parents: ReadonlyMap<Note, Note>,
  bindings: ReadonlyMap<Note, readonly Binding[]>,
): readonly BoundAbove[] {
  const above: BoundAbove[] = [];
  for (let outer = parents.get(note); outer !== undefined; outer = parents.get(outer))
    above.push({ note: outer, bindings: bindings.get(outer) ?? [] });
  return above;
}

/** Written out: there are many, and spreading an object is slow. */
function binding(named: NamedPlace, note: Note, file: NoteFileContent, strength: number, key: string): Binding {
  const { place, fit, order, topic, meanings, scope, breadth } = named;
  return { place, fit, order, topic, meanings, scope, breadth, note, file, strength, key };
}

function termBindings(
  note: Note,
  file: NoteFileContent,
  above: readonly BoundAbove[],
  context: FileContext,
  vocabulary: Vocabulary,
): Binding[] {
  const found: Binding[] = [];
  const services = new Set<string>();
  if (INSTRUCTS.test(note.title)) return found;
  let understood = 0;
  for (const term of note.terms.toSorted((left, right) => right.strength - left.strength)) {
    // Once the whole title is understood, its parts no longer count; what the text emphasises does.
    if (understood > term.strength && term.strength > 1 && !isKindOfRest(term, vocabulary.topics)) continue;
    const known = termPlaces(term, note, above[0]?.bindings ?? [], context, vocabulary);
    const understanding = withKeys(known, keysBelow(term, note, file, above, vocabulary), term);
    if (!understanding) continue;
    const { key } = understanding;
    if ((file.guidesTemplates || isReadme(file.uri)) && term.strength > EMPHASISED)
      for (const { place } of understanding.places)
        if (place.kind === "type") services.add(namespaceOf(place.type).replace(/V2$/, ""));
    const places = understanding.places.filter(
      (place) => !isMereWord(term, note, file, place) && !isMadeWith(term, note, file, place),
    );
    understood = Math.max(understood, term.strength);
    for (const place of places) found.push(binding(place, note, file, term.strength, key));
  }
  return services.size >= MIN_SERVICES ? [] : found;
}

/** The title of a README that names so many services is on what is made of them. */
const MIN_SERVICES = 3;

/** A step through a console, or of a deployment. */
const INSTRUCTS =
  /^(?:(?:in|on|from) the ["“]|(?:click|select|choose|go to|navigate to|scroll|log in)\b|(?:option|step|手順|ステップ)\s*\d+\s*[:：.]\s*(?:launch|deploy|download|clone|install|upload|run|create|update|delete|verify)\b)/iu;

const MAX_MENTIONED = 3;
/** A title that is a question, or says when or that something happens. */
const IS_CASE =
  /[?？]|^(?:how|why|what|when|which|where|who|can|do|does|is|are)\b|(?:か|たい|場合|とき|時|方法|ない|なる|する|した|れる)\W*$/iu;

/** A heading that is a question or a case, not a name: what its first sentence names, if that is of the service in question. */
function mentionBindings(note: Note, file: NoteFileContent, context: FileContext, { topics }: Vocabulary): Binding[] {
  if (
    !(note.naming === "question" || (note.naming === "heading" && IS_CASE.test(note.title))) ||
    note.own.end <= note.own.start ||
    file.guidesTemplates
  )
    return [];
  const sentence = context.firstSentence(note);
  const services = context.servicesAt(note);
  return topics
    .mentionedIn(sentence)
    .filter((topic) => topic.scope === "thing" && intersects(topic.services, services))
    .slice(0, MAX_MENTIONED)
    .flatMap((topic) => placesOfTopic(topic, topic.places, 2, MAX_MENTIONED))
    .map((place) => binding(place, note, file, EMPHASISED, ""));
}

interface Understanding {
  readonly places: readonly NamedPlace[];
  readonly key: string;
}

/** What a term means, with the keys of that name that the thing in the title above has. */
function withKeys(
  known: Understanding | undefined,
  keys: KeysBelow | undefined,
  { name, key }: Term,
): Understanding | undefined {
  if (keys === undefined) return known;
  const { places, isWritten, isContested } = keys;
  if (isContested || known === undefined || known.places.length === 0) return { places, key };
  if (!isWritten) return known;
  if (haveKeyOf(known.places, places)) return { ...known, places: withMissing(known.places.filter(isMeant), places) };
  // `Alias` is a type by itself, too; `SecurityGroups` is no other thing.
  const others = isDistinctive(name) ? [] : known.places.filter(({ place }) => place.kind === "type");
  return { places: [...places, ...others], key };

  /** SAM's types have the keys of those that they make. */
  function isMeant({ place, topic }: NamedPlace): boolean {
    if (topic !== undefined || place.kind !== "property" || namespaceOf(place.type) === "Serverless") return true;
    return places.some((one) => one.place.kind === "property" && one.place.type === place.type);
  }
}

/** The places that a term means, and how it was read; `undefined` for one that is no name. */
function termPlaces(
  term: Term,
  note: Note,
  above: BoundAbove["bindings"],
  context: FileContext,
  vocabulary: Vocabulary,
): Understanding | undefined {
  const levels = context.around(term, note);
  const isElsewhere = (place: NamedPlace): boolean =>
    note.kind === "item" && place.scope === "service" && speaksOfOthers(place, context.servicesAbove(note));
  const isAnswered = note.naming === "question" && term.context !== undefined && isDistinctive(term.name);
  const isNothing = (found: Understanding | undefined): boolean => found === undefined || found.places.length === 0;
  const byTitles = understood(term, above, levels, vocabulary, isParameterRow(note) ? 0 : 2);
  // A question may name another service than the one that its answer has a name of: "KMS key?", `KmsMasterKeyId` of SQS.
  const understanding =
    isAnswered && isNothing(byTitles) ? understood(term, above, levels.slice(1), vocabulary, 0) : byTitles;
  // Notes on one service mention others without being on them.
  return understanding && { ...understanding, places: understanding.places.filter((place) => !isElsewhere(place)) };
}

/** Whether a note only says that something is made with a service: its README, or an item on CloudFormation. */
function isMadeWith({ strength }: Term, note: Note, file: NoteFileContent, { place, scope }: NamedPlace): boolean {
  if (scope !== "service") return false;
  const { kind, passage } = note;
  if (passage.length > 1 && groupedTables(file).has(passage[0]?.start ?? 0)) return true;
  if (file.guidesTemplates && (isOfTool(place) || strength <= ONE_OF_SEVERAL)) return true;
  return kind === "item" && place.kind === "section" && place.section === "AWSTemplateFormatVersion";
}

/** Whether a place is named after a deployment tool: CloudFormation, SAM. */
function isOfTool(place: NotePlace): boolean {
  return (
    place.kind === "section" || (place.kind === "type" && /^AWS::(?:CloudFormation|Serverless)::/.test(place.type))
  );
}

/** The lines of the tables in which one name heads several rows: it groups the rows, which are on something else. */
const groupedTables = memoBy(({ notes }: NoteFileContent): ReadonlySet<number> => {
  const rows = notes.filter(({ kind, passage }) => kind === "item" && passage.length > 1);
  const counted = new Map<string, number>();
  for (const { passage, title } of rows) {
    const key = `${passage[0]?.start} ${title}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return new Set(
    rows.flatMap(({ passage: [head], title }) =>
      head !== undefined && (counted.get(`${head.start} ${title}`) ?? 0) > 1 ? [head.start] : [],
    ),
  );
});

function speaksOfOthers({ place }: NamedPlace, services: ReadonlySet<string>): boolean {
  // A note on CloudFormation may be on anything that it creates.
  const isOfOne = services.size > 0 && !services.has("CloudFormation");
  return place.kind === "type" && isOfOne && !services.has(namespaceOf(place.type));
}

function understood(
  term: Term,
  above: BoundAbove["bindings"],
  levels: readonly Level[],
  vocabulary: Vocabulary,
  maxLoss: Reading["loss"],
): Understanding | undefined {
  const byName = termNamedPlaces(term, levels, vocabulary);
  if (byName) return { places: byName, key: term.key };
  const isOfService = (levels[1]?.services.size ?? 0) > 0;
  const below = above.flatMap((binding) => [
    ...placeBelow(binding, term, vocabulary),
    ...(isOfService ? [] : valueBelow(binding, term)),
  ]);
  for (const reading of readingsOfTerm(term, vocabulary.services)) {
    if (reading.loss > maxLoss) continue;
    const topics = topicPlaces(reading.key, term, levels, vocabulary.topics, reading);
    // A shortened name is not the thing's own name.
    const key = reading.isWeakened ? term.key : reading.key;
    if (topics) return { places: strongEnough(term, topics), key };
    if (reading.loss === 0 && below.length > 0) return { places: below, key: reading.key };
    const catalogued = strongEnough(term, cataloguePlaces(term, reading, levels, vocabulary));
    if (catalogued.length > 0) return { places: catalogued, key };
  }
  return undefined;
}

/** What a term is the name of as it is written; `[]` for what has no place, `undefined` if it is no name. */
function termNamedPlaces(
  term: Term,
  levels: readonly Level[],
  { topics }: Vocabulary,
): readonly NamedPlace[] | undefined {
  const found = topicPlaces(term.key, term, levels, topics);
  if (found) return strongEnough(term, found);
  const constructs = constructsNamed(term.name).map((place) => placeWithoutTopic(place, 1));
  return constructs.length > 0 ? strongEnough(term, constructs) : undefined;
}

/** The key or value of that name below the place of the note above, if there is one. */
function placeBelow(above: BoundAbove["bindings"][number], term: Term, { catalogue }: Vocabulary): NamedPlace[] {
  const { place } = above;
  if (above.strength < NAMES_A_WHOLE || (place.kind !== "property" && place.kind !== "attribute")) return [];
  if (place.value !== undefined || place.path.some((key) => key.includes("*"))) return [];
  const type = place.kind === "property" ? place.type : undefined;
  if (type?.includes("*")) return [];
  const wanted = readingsOf(term.name).map(wordsKey);
  const values = catalogue.valuesAt(type, place.path) ?? [];
  const value = values.find((known) => known === term.name || wanted.includes(wordsKey(readingsOf(known)[0] ?? [])));
  if (value !== undefined) return [placeWithoutTopic({ ...place, value }, 2)];
  const name = compact(term.name);
  const path = /^[A-Z]\w*$/.test(name) ? catalogue.pathTo(type, place.path, name) : undefined;
  return path === undefined ? [] : [placeWithoutTopic({ ...place, path }, 2)];
}

/** The value of that name in what the note above is on, which names no service: `SERVICE_MANAGED` below `StackSets`. */
function valueBelow({ place, strength, scope }: BoundAbove["bindings"][number], { name }: Term): NamedPlace[] {
  const isThing = place.kind === "type" && strength >= NAMES_A_WHOLE && scope === "thing";
  if (!isThing || !UPPER_SNAKE.test(name)) return [];
  return [placeWithoutTopic({ kind: "property", type: place.type, path: ["**"], value: name }, 2)];
}

function strongEnough({ strength }: Term, places: readonly NamedPlace[]): readonly NamedPlace[] {
  return places.filter((named) => strength >= needed(named) || !isWhole(named.place));
}

/** The strength that a term needs to be on all of a place. */
function needed({ place, scope }: NamedPlace): number {
  if (scope !== "service") return NAMES_A_WHOLE;
  // A title that only mentions CloudFormation does not explain it.
  return place.kind === "section" ? WHOLE_TITLE : NAMES_A_SERVICE;
}

function isWhole(place: NotePlace): boolean {
  return place.kind === "type" || (place.kind === "section" && place.path.length === 0 && place.value === undefined);
}
