import type { NotePlace } from "../reading/note.ts";
import type { Services } from "../words/services.ts";
import type { CatalogueNames } from "./catalogueNames.ts";
import type { Scope } from "./topic.ts";
import type { TableTopic, TopicTable } from "./topicTable.ts";

/** A property of a type, by the keys that lead to it. */
export interface PropertyOwner {
  readonly type: string;
  readonly path: readonly string[];
}

/** The part of the catalogue that notes need. */
export interface NoteCatalogue {
  readonly typeNames: readonly string[];
  /** The names of all properties, in lower case. */
  propertyNames(): readonly string[];
  /**
   * The types that have a property, looked up without regard to case and spaces, with its paths; only types that begin
   * with `prefix`.
   */
  propertyOwners(name: string, prefix?: string): readonly PropertyOwner[];
  /** The values that are known of a property of a type, or of a resource attribute if `type` is `undefined`; `undefined` if there is no such key. */
  valuesAt(type: string | undefined, path: readonly string[]): readonly string[] | undefined;
  /** The path to the key of that name at or closely below `path`. */
  pathTo(type: string | undefined, path: readonly string[], name: string): readonly string[] | undefined;
  /** The names of all CloudWatch metrics that are known. */
  metricNames(): ReadonlySet<string>;
}

/** What the binding of notes knows of CloudFormation. */
export interface Vocabulary {
  readonly topics: TopicTable;
  readonly services: Services;
  readonly names: CatalogueNames;
  readonly catalogue: NoteCatalogue;
}

/** A place that a name stands for. */
export interface NamedPlace {
  readonly place: NotePlace;
  /** 3: by a marker; 2: the context agrees; 1: nothing contradicts; 0: the context is on another service. */
  readonly fit: number;
  /** Position in the table of the topic that made it; the earlier, the closer. */
  readonly order: number;
  /** The topic that made it; `undefined` if none did. */
  readonly topic: TableTopic | undefined;
  /** How many topics the name may mean: 証明書 is a certificate of the viewer's side and of the origin's. */
  readonly meanings: number;
  /** Whether the name means one thing, a whole service, or something around the things at whose places it shows. */
  readonly scope: Scope;
  /** How many places the name stands for: the fewer, the closer is each. */
  readonly breadth: number;
}

/** A place from the catalogue, without a topic. */
export function placeWithoutTopic(place: NotePlace, fit: number): NamedPlace {
  return { place, fit, order: Number.MAX_SAFE_INTEGER, topic: undefined, meanings: 1, scope: "thing", breadth: 1 };
}

export function propertyPlace(owner: PropertyOwner): NotePlace {
  return { kind: "property", type: owner.type, path: owner.path, value: undefined };
}

/** A name as one word, the way properties are written. */
export function compact(name: string): string {
  return name.replace(/\s+/g, "");
}
