import { constructsMarked, constructsNamed } from "./constructs.ts";
import { isDistinctive, nameKey } from "./names.ts";
import type { Note, NoteFileContent } from "./note.ts";
import type { NotePlace } from "./place.ts";
import type { Services } from "./services.ts";
import type { Term } from "./terms.ts";
import type { TableTopic, TopicTable } from "./topicTable.ts";

/** Looks a property up by its name without regard to case and spaces: the types that have it, and where. */
export type PropertyOwners = (name: string) => readonly { readonly type: string; readonly path: readonly string[] }[];

/** What the binding of notes knows of CloudFormation. */
export interface Vocabulary {
  readonly topics: TopicTable;
  readonly services: Services;
  readonly typesNamed: (key: string) => readonly string[];
  readonly propertyOwners: PropertyOwners | undefined;
}

/** A note and a place where it shows. */
export interface Binding {
  readonly note: Note;
  readonly file: NoteFileContent;
  readonly place: NotePlace;
  /** 3: the note says so itself; 2: its context agrees; 1: nothing speaks against it; 0: its context is of another service. */
  readonly fit: number;
  /** Of the term that made it, see `Term`; 7 for a marker. */
  readonly strength: number;
  readonly key: string;
  /** Of the topic that made it. */
  readonly order: number;
  /** How many topics the name may mean: 証明書 is a certificate of the viewer's side and of the origin's. */
  readonly meanings: number;
}

type Found = Omit<Binding, "note" | "file" | "strength" | "key">;

/** Weaker terms (parts of a sentence, emphasis in the text) say too little to stand for a whole type or section. */
const NAMES_A_WHOLE = 3;
/** Nothing but a suffix was taken off. */
const WHOLE_TITLE = 5.5;
const NO_TOPIC = Number.MAX_SAFE_INTEGER;
/** A property of more services than that is an everyday name. */
const MAX_SERVICES = 2;
const MAX_OWNERS = 24;

/** The places of every note of a file, from its markers and terms. */
export function bindingsOf(file: NoteFileContent, vocabulary: Vocabulary): Binding[] {
  const bound = new Map<Note, readonly Binding[]>();
  const parents = new Map<Note, Note>();
  for (const note of file.notes) {
    for (const child of note.children) parents.set(child, note);
    const parent = parents.get(note);
    bound.set(note, noteBindings(note, file, (parent && bound.get(parent)) ?? [], vocabulary));
  }
  return [...bound.values()].flat();
}

function noteBindings(note: Note, file: NoteFileContent, above: readonly Binding[], vocabulary: Vocabulary): Binding[] {
  const marked = markerBindings(note, file, vocabulary);
  const found: Binding[] = [];
  let resolved = 0;
  for (const term of note.terms.toSorted((left, right) => right.strength - left.strength)) {
    // Once the whole title is understood, its parts are only words; what the text emphasises still counts.
    if (resolved > term.strength && term.strength > 1) continue;
    const places = resolve(term, note, file, above, vocabulary).filter(({ place }) => isStrongEnough(term, place));
    if (places.length > 0) resolved = Math.max(resolved, term.strength);
    for (const place of places) found.push({ ...place, note, file, strength: term.strength, key: term.key });
  }
  return [...marked, ...found];
}

function markerBindings(note: Note, file: NoteFileContent, vocabulary: Vocabulary): Binding[] {
  const bind = (place: NotePlace, order: number): Binding => ({
    note,
    file,
    place,
    fit: 3,
    strength: 7,
    key: "",
    order,
    meanings: 1,
  });
  const places = note.places.flatMap((place) => (place.kind === "name" ? markedName(place.name, vocabulary) : [place]));
  const topics = note.topicIds.flatMap((id) => vocabulary.topics.withId(id) ?? []);
  return [
    ...places.map((place) => bind(place, NO_TOPIC)),
    ...topics.flatMap((topic) => topic.places.map((place) => bind(place, topic.order))),
  ];
}

function markedName(name: string, vocabulary: Vocabulary): NotePlace[] {
  const constructs = constructsMarked(name);
  if (constructs.length > 0) return constructs;
  const topics = vocabulary.topics.named(nameKey(name)).flatMap(({ topic }) => topic.places);
  if (topics.length > 0) return topics;
  const key = nameKey(name);
  const types = vocabulary.typesNamed(key).map((type): NotePlace => ({ kind: "type", type }));
  const owners = vocabulary.propertyOwners?.(compact(name)).map(propertyPlace) ?? [];
  if (types.length + owners.length > 0) return [...types, ...owners];
  const namespaces = vocabulary.services.named(key) ?? [];
  if (namespaces.length > 0) return namespaces.map(servicePlace);
  return [
    { kind: "word", words: name.split(/\s+/) },
    { kind: "text", text: name },
  ];
}

function resolve(
  term: Term,
  note: Note,
  file: NoteFileContent,
  above: readonly Binding[],
  vocabulary: Vocabulary,
): Found[] {
  const levels = contextLevels(term, note, file, vocabulary);
  const topics = topicPlaces(term, levels, vocabulary);
  if (topics.length > 0) return topics;
  const constructs = constructsNamed(term.name);
  if (constructs.length > 0) return constructs.map((place) => ({ place, fit: 1, order: NO_TOPIC, meanings: 1 }));
  const below = above.flatMap((binding) => placeBelow(binding, term));
  if (below.length > 0) return below;
  return vocabularyPlaces(term, levels, vocabulary);
}

interface Level {
  readonly text: string;
  readonly services: ReadonlySet<string>;
}

/** What was said around a term, the nearest first: its own title, then what stands above it. */
function contextLevels(term: Term, note: Note, file: NoteFileContent, vocabulary: Vocabulary): Level[] {
  const level = (text: string): Level => ({ text, services: vocabulary.services.mentioned(text) });
  const own = note.naming === "file" ? [] : [term.strength > 1 ? note.title : ""];
  const levels = [...own, ...note.context].map(level);
  if (levels.some(({ services }) => services.size > 0)) return levels;
  // Where no title tells the service, the beginning of the text may.
  const { start } = note.own;
  return [
    ...levels,
    level(
      file.lines
        .slice(start, Math.min(note.own.end, start + 4))
        .join(" ")
        .slice(0, 300),
    ),
  ];
}

function topicPlaces(term: Term, levels: readonly Level[], vocabulary: Vocabulary): Found[] {
  const fits = vocabulary.topics.named(term.key).flatMap((named) => topicFit(named, term, levels, vocabulary) ?? []);
  // `Snapshot` is a value of several policies: it is the one of the policy right above it.
  const nearest = Math.min(...fits.map(({ level }) => level ?? Infinity));
  const closest = fits.filter(({ level }) => level === undefined || level === nearest);
  return closest.flatMap(({ topic, fit }) =>
    topic.places.map((place) => ({ place, fit, order: topic.order, meanings: closest.length })),
  );
}

interface TopicFit {
  readonly topic: TableTopic;
  readonly fit: number;
  /** How far above the term its context stands; `undefined` for a name that needs none. */
  readonly level: number | undefined;
}

function topicFit(
  { topic, needsContext }: { readonly topic: TableTopic; readonly needsContext: boolean },
  term: Term,
  levels: readonly Level[],
  vocabulary: Vocabulary,
): TopicFit | undefined {
  // Whichever is nearer decides: what the topic must stand under, or a service that it has nothing to do with.
  const agrees = levels.findIndex(({ text, services }) =>
    needsContext ? vocabulary.topics.isUnder(topic, text) : intersects(services, topic.services),
  );
  const contradicts = levels.findIndex(
    ({ services }, level) =>
      services.size > 0 &&
      topic.services.size > 0 &&
      !intersects(services, topic.services) &&
      // A title that is nothing but the topic's name does not speak against it: `CloudWatchアラーム` of a health check.
      !(level === 0 && term.strength >= WHOLE_TITLE),
  );
  const isContradicted = contradicts >= 0 && (agrees < 0 || contradicts < agrees);
  if (needsContext && (agrees < 0 || isContradicted)) return undefined;
  const fit = isContradicted ? 0 : agrees >= 0 ? 2 : 1;
  return { topic, fit, level: needsContext ? agrees : undefined };
}

/** The key or value of that name below a place that the note above is bound to. */
function placeBelow(above: Binding, term: Term): Found[] {
  const { place } = above;
  const name = compact(term.name);
  if (above.strength < NAMES_A_WHOLE || !/^[\w:.-]+$/.test(name)) return [];
  if (place.kind !== "property" && place.kind !== "attribute" && place.kind !== "metadata") return [];
  if (place.value !== undefined || place.path.includes("**")) return [];
  const value: NotePlace = { ...place, value: term.name };
  const key: NotePlace = { ...place, path: [...place.path, ...(place.kind === "property" ? [] : ["**"]), name] };
  return [value, key].map((below) => ({ place: below, fit: 2, order: NO_TOPIC, meanings: 1 }));
}

function vocabularyPlaces(term: Term, levels: readonly Level[], vocabulary: Vocabulary): Found[] {
  const isDistinct = isDistinctive(compact(term.name)) || /^[A-Za-z]+(?:\s+[A-Za-z]+)+$/.test(term.name);
  const found = (place: NotePlace, fit: number): Found => ({ place, fit, order: NO_TOPIC, meanings: 1 });
  const types = ofNearestService(vocabulary.typesNamed(term.key), (type) => type, isDistinct, levels);
  if (types.items.length > 0) return types.items.map((type) => found({ kind: "type", type }, types.fit));
  const owners = vocabulary.propertyOwners?.(compact(term.name)) ?? [];
  const below = owners.filter(({ type }) => levels.some(({ text }) => isNamedIn(type, text)));
  const nearest = ofNearestService(owners, ({ type }) => type, isDistinct, levels);
  // `Timeout` right under `Lambda` is clear if that service has only one.
  const isClear = isDistinct || (nearest.items.length === 1 && term.strength >= WHOLE_TITLE);
  const closest = below.length > 0 ? below : isClear ? nearest.items : [];
  if (closest.length > 0 && closest.length <= MAX_OWNERS) {
    return closest.map((owner) => found(propertyPlace(owner), below.length > 0 ? 2 : nearest.fit));
  }
  const namespaces = vocabulary.services.named(term.key) ?? [];
  if (namespaces.length > 0) return namespaces.map((namespace) => found(servicePlace(namespace), 1));
  return closest.length === 0 ? metricPlaces(term.name).map((place) => found(place, 1)) : [];
}

/** Whether a title is a type's name or its last part. */
function isNamedIn(type: string, title: string): boolean {
  return title.includes(type) || nameKey(title) === nameKey(type.split("::").slice(2).join(""));
}

/** Of several types' things with one name those of the nearest service; all, if the name is no everyday one and has few owners. */
function ofNearestService<T>(
  items: readonly T[],
  typeOf: (item: T) => string,
  isDistinct: boolean,
  levels: readonly Level[],
): { readonly items: readonly T[]; readonly fit: number } {
  const namespaceOf = (item: T): string => typeOf(item).split("::")[1] ?? "";
  const nearest = levels.find(({ services }) => services.size > 0);
  if (nearest) return { items: items.filter((item) => nearest.services.has(namespaceOf(item))), fit: 2 };
  const isEverywhere = !isDistinct || new Set(items.map(namespaceOf)).size > MAX_SERVICES;
  return { items: isEverywhere ? [] : items, fit: 1 };
}

/** A name that nothing else has may be a metric's: it then stands in alarms. */
function metricPlaces(name: string): NotePlace[] {
  if (!isDistinctive(name)) return [];
  const paths = [["MetricName"], ["Metrics", "MetricStat", "Metric", "MetricName"]];
  return paths.map((path) => ({ kind: "property", type: "AWS::CloudWatch::Alarm", path, value: name }));
}

function isStrongEnough(term: Term, place: NotePlace): boolean {
  const isWhole =
    place.kind === "type" || (place.kind === "section" && place.path.length === 0 && place.value === undefined);
  return !isWhole || term.strength >= NAMES_A_WHOLE;
}

function propertyPlace(owner: { readonly type: string; readonly path: readonly string[] }): NotePlace {
  return { kind: "property", type: owner.type, path: owner.path, value: undefined };
}

function servicePlace(namespace: string): NotePlace {
  return { kind: "type", type: `AWS::${namespace}::*` };
}

function compact(name: string): string {
  return name.replace(/\s+/g, "");
}

function intersects(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const item of left) if (right.has(item)) return true;
  return false;
}
