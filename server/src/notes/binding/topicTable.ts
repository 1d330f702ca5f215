import { lazy } from "../../text/lazy.ts";
import { type NotePlace, namespaceOf, parsePlace } from "../reading/place.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { mentionOf, nameKey, type SearchedText } from "../words/names.ts";
import type { Services } from "../words/services.ts";
import type { Scope, Topic } from "./topic.ts";

/** A topic, ready to be found. */
export interface TableTopic {
  readonly id: string;
  readonly places: readonly NotePlace[];
  /** Those of notes that name the topic by a marker. */
  readonly placesOfMarked: readonly NotePlace[];
  readonly scope: Scope;
  /** Its position in the table: the earlier, the closer where two claim one place. */
  readonly order: number;
  /** Namespaces of the resource types that it is about. */
  readonly services: ReadonlySet<string>;
  /** Keys of its names. */
  readonly names: ReadonlySet<string>;
  /** See `Topic`. */
  readonly alone: Topic["alone"];
  readonly firstName: string;
  /** Whether a text speaks of what must stand above a name of it. */
  readonly isUnder: (text: SearchedText) => boolean;
}

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
      ready = this.prepared(known.topic, known.order);
      this.ready.set(id, ready);
    }
    return ready;
  }

  /** Every topic, in the table's order. */
  all(): readonly TableTopic[] {
    return [...this.byId.keys()].flatMap((id) => this.withId(id) ?? []);
  }

  /** The topics that have a name, and whether it only counts below one of the topic's `under`. */
  named(key: string): readonly { readonly topic: TableTopic; readonly needsContext: boolean }[] {
    return (this.byKey.get(key) ?? []).flatMap(({ id, needsContext }) => {
      const topic = this.withId(id);
      return topic ? [{ topic, needsContext }] : [];
    });
  }

  /** The topics whose names a text has in it that need nothing above them, in its order. */
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

  private prepared(topic: Topic, order: number): TableTopic {
    const places = topic.places.flatMap((place) => parsePlace(place) ?? []);
    const placesOfMarked = [...places, ...(topic.placesOfMarked ?? []).flatMap((place) => parsePlace(place) ?? [])];
    const under = lazy(() => topic.under?.flatMap((name) => this.namesOf(name)));
    const services = lazy(() => this.servicesOf(places, under() ?? []));
    const names = lazy(() => new Set([...topic.names, ...(topic.fullNames ?? [])].flatMap(keysOf)));
    const mentions = lazy(() => under()?.map(mentionOf));
    return {
      id: topic.id,
      places,
      placesOfMarked,
      scope: topic.scope ?? "thing",
      order,
      alone: topic.alone,
      get firstName() {
        return topic.names[0] ?? "";
      },
      get services() {
        return services();
      },
      get names() {
        return names();
      },
      isUnder: (text) => mentions()?.some((isMentioned) => isMentioned(text)) ?? true,
    };
  }

  private servicesOf(places: readonly NotePlace[], under: readonly string[]): ReadonlySet<string> {
    const services = new Set<string>();
    for (const place of places) {
      if (place.kind === "type" || place.kind === "property") services.add(namespaceOf(place.type));
    }
    for (const name of under)
      for (const namespace of this.services().named(nameKey(name))?.namespaces ?? []) services.add(namespace);
    return services;
  }

  private namesOf(idOrName: string): readonly string[] {
    const known = this.byId.get(idOrName)?.topic;
    return known ? [...known.names, ...(known.fullNames ?? [])] : [idOrName];
  }
}

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
    for (const key of keysOf(name)) {
      const known = byKey.get(key) ?? [];
      if (known.some((entry) => entry.id === id && !entry.needsContext)) continue;
      byKey.set(key, [...known.filter((entry) => entry.id !== id), { id, needsContext }]);
    }
  }
}

/** Shorter names are words of other ones. */
const LEAST_MENTION = 5;

function patternOf(byKey: ReadonlyMap<string, readonly Named[]>): RegExp {
  const keys = [...byKey].flatMap(([key, named]) =>
    key.length >= LEAST_MENTION && named.some(({ needsContext }) => !needsContext) ? [key] : [],
  );
  const sources = keys
    .sort((left, right) => right.length - left.length)
    .map((key) => key.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(sources.join("|"), "gu");
}

/** A name as it is written, and as AWS's English names would have it. */
function keysOf(name: string): readonly string[] {
  // `!Join` is no name for joining.
  return name.startsWith("!") ? [nameKey(name)] : nameKeys(name);
}
