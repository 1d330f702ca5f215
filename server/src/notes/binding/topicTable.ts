import { memoBy } from "../../text/memoBy.ts";
import { type NotePlace, namespaceOf, parsePlace } from "../reading/note.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { mentionOf, nameKey, type SearchedText } from "../words/names.ts";
import type { Services } from "../words/services.ts";
import type { Scope, Topic } from "./topic.ts";

/** Topics by their names and ids; what is derived from them is computed when it is first asked for. */
export class TopicTable {
  private readonly topics: readonly Topic[];
  private readonly services: () => Services;
  private readonly byId = new Map<string, { topic: Topic; order: number }>();
  private names: ReadonlyMap<string, readonly Named[]> | undefined;
  private readonly ready = new Map<string, TableTopic>();
  private pattern: RegExp | undefined;

  constructor(topics: readonly Topic[], services: () => Services) {
    this.topics = topics;
    this.services = services;
    for (const [order, topic] of topics.entries()) this.byId.set(topic.id, { topic, order });
  }

  /** The topic of an id, as a marker `@id` names it. */
  withId(id: string): TableTopic | undefined {
    let ready = this.ready.get(id);
    const known = this.byId.get(id);
    if (ready === undefined && known !== undefined) {
      ready = new TableTopic(known.topic, known.order, this);
      this.ready.set(id, ready);
    }
    return ready;
  }

  /** Every topic, in the table's order. */
  all(): readonly TableTopic[] {
    return [...this.byId.keys()].flatMap((id) => this.withId(id) ?? []);
  }

  /** The topics that have a name. */
  named(key: string): readonly NamedTopic[] {
    const named = this.byKey.get(key);
    return named === undefined ? NONE : this.withTopics(named);
  }

  private readonly withTopics = memoBy((named: readonly Named[]): readonly NamedTopic[] =>
    named.flatMap(({ id, needsContext }) => {
      const topic = this.withId(id);
      return topic ? [{ topic, needsContext }] : [];
    }),
  );

  /** The topics whose names a text contains and that need no context, in the text's order. */
  mentionedIn(text: string): readonly TableTopic[] {
    this.pattern ??= patternOf(this.byKey);
    const keys = nameKey(text).match(this.pattern) ?? [];
    const found = keys.flatMap((key) =>
      this.named(key).flatMap(({ topic, needsContext }) => (needsContext ? [] : [topic])),
    );
    return [...new Set(found)];
  }

  private get byKey(): ReadonlyMap<string, readonly Named[]> {
    this.names ??= namedTopics(this.topics);
    return this.names;
  }

  /** Namespaces of the types among places, and of the services among names. */
  servicesOf(places: readonly NotePlace[], under: readonly string[]): ReadonlySet<string> {
    const services = new Set<string>();
    for (const place of places) {
      if (place.kind === "type" || place.kind === "property") services.add(namespaceOf(place.type));
    }
    for (const name of under)
      for (const namespace of this.services().named(nameKey(name))?.namespaces ?? []) services.add(namespace);
    return services;
  }

  /** The names of a topic by its id; a name stands for itself. */
  namesOf(idOrName: string): readonly string[] {
    const known = this.byId.get(idOrName)?.topic;
    return known ? [...known.names, ...(known.fullNames ?? [])] : [idOrName];
  }
}

/** A topic for look-ups. The first hover needs the places of all topics: the rest is computed when it is asked for. */
export class TableTopic {
  /** Its position in the table: the earlier, the closer if two claim one place. */
  readonly order: number;
  readonly places: readonly NotePlace[];
  /** The places for notes that name the topic by a marker. */
  readonly placesOfMarked: readonly NotePlace[];
  readonly #topic: Topic;
  readonly #table: TopicTable;
  #services: ReadonlySet<string> | undefined;
  #names: ReadonlySet<string> | undefined;
  #knownNames: () => readonly string[] | undefined = () => undefined;
  #mentions: readonly ((text: SearchedText) => boolean)[] | undefined;

  constructor(topic: Topic, order: number, table: TopicTable) {
    const { places, placesOfMarked } = topic;
    this.order = order;
    this.places = placesIn(places);
    this.placesOfMarked = placesOfMarked === undefined ? this.places : [...this.places, ...placesIn(placesOfMarked)];
    this.#topic = topic;
    this.#table = table;
  }

  get id(): string {
    return this.#topic.id;
  }

  get scope(): Scope {
    return this.#topic.scope ?? "thing";
  }

  /** See `Topic`. */
  get alone(): Topic["alone"] {
    return this.#topic.alone;
  }

  get firstName(): string {
    return this.#topic.names[0] ?? "";
  }

  /** Namespaces of the resource types that it is about. */
  get services(): ReadonlySet<string> {
    this.#services ??= this.#table.servicesOf(this.places, this.#under());
    return this.#services;
  }

  /** Keys of its names. */
  get names(): ReadonlySet<string> {
    this.#names ??= new Set(this.#knownNames() ?? this.#readNames());
    return this.#names;
  }

  #readNames(): readonly string[] {
    const { names, fullNames = [] } = this.#topic;
    return [...names, ...fullNames].flatMap(lookUpKeys);
  }

  /** Sets the function that {@link names} are read from. */
  setKnownNames(known: () => readonly string[] | undefined): void {
    this.#knownNames = known;
  }

  /** Whether a text mentions what must stand above a name of it. */
  isUnder(text: SearchedText): boolean {
    if (this.#topic.under === undefined) return true;
    this.#mentions ??= this.#under().map(mentionOf);
    return this.#mentions.some((isMentioned) => isMentioned(text));
  }

  #under(): readonly string[] {
    return this.#topic.under?.flatMap((name) => this.#table.namesOf(name)) ?? [];
  }
}

function placesIn(written: readonly string[]): readonly NotePlace[] {
  return written.flatMap((place) => parsePlace(place) ?? []);
}

/** A topic that has a name. */
export interface NamedTopic {
  readonly topic: TableTopic;
  /** Whether the name only counts below one of the topic's `under`. */
  readonly needsContext: boolean;
}

const NONE: readonly NamedTopic[] = [];

interface Named {
  readonly id: string;
  readonly needsContext: boolean;
}

function namedTopics(topics: readonly Topic[]): ReadonlyMap<string, readonly Named[]> {
  const byKey = new Map<string, Named[]>();
  for (const { id, names, fullNames = [], under } of topics) {
    for (const name of names) add(id, name, under !== undefined);
    for (const name of fullNames) add(id, name, false);
  }
  return byKey;

  function add(id: string, name: string, needsContext: boolean): void {
    for (const key of lookUpKeys(name)) {
      const known = byKey.get(key) ?? [];
      if (known.some((entry) => entry.id === id && !entry.needsContext)) continue;
      byKey.set(key, [...known.filter((entry) => entry.id !== id), { id, needsContext }]);
    }
  }
}

/** Shorter names are part of other words. */
const MIN_MENTION = 5;

function patternOf(byKey: ReadonlyMap<string, readonly Named[]>): RegExp {
  const keys = [...byKey].flatMap(([key, named]) =>
    key.length >= MIN_MENTION && named.some(({ needsContext }) => !needsContext) ? [key] : [],
  );
  const sources = keys
    .sort((left, right) => right.length - left.length)
    .map((key) => key.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(sources.join("|"), "gu");
}

/** A name as it is written, and as AWS's English names would have it. */
function lookUpKeys(name: string): readonly string[] {
  // `!Join` does not mean joining.
  return name.startsWith("!") ? [nameKey(name)] : nameKeys(name);
}
