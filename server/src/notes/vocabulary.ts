import type { NotePlace } from "./place.ts";
import type { Services } from "./services.ts";
import type { TopicTable } from "./topicTable.ts";

/** A property of a type, by the keys that lead to it. */
export interface PropertyOwner {
  readonly type: string;
  readonly path: readonly string[];
}

/** Looks a property up by its name without regard to case and spaces: the types that have it, and where. */
export type PropertyOwners = (name: string) => readonly PropertyOwner[];

/** What the binding of notes knows of CloudFormation. */
export interface Vocabulary {
  readonly topics: TopicTable;
  readonly services: Services;
  /** The types whose last part has the key. */
  readonly typesNamed: (key: string) => readonly string[];
  readonly propertyOwners: PropertyOwners | undefined;
}

/** A place that a name stands for. */
export interface NamedPlace {
  readonly place: NotePlace;
  /** 3: the note says so itself; 2: its context agrees; 1: nothing speaks against it; 0: its context is of another service. */
  readonly fit: number;
  /** Position in the table of the topic that made it; the earlier, the closer. */
  readonly order: number;
  /** Keys of the names of the topic that made it. */
  readonly names: ReadonlySet<string>;
  /** How many topics the name may mean: 証明書 is a certificate of the viewer's side and of the origin's. */
  readonly meanings: number;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** A place that no topic made. */
export function placeWithoutTopic(place: NotePlace, fit: number): NamedPlace {
  return { place, fit, order: Number.MAX_SAFE_INTEGER, names: NO_NAMES, meanings: 1 };
}

export function propertyPlace(owner: PropertyOwner): NotePlace {
  return { kind: "property", type: owner.type, path: owner.path, value: undefined };
}

/** All types of a service. */
export function servicePlace(namespace: string): NotePlace {
  return { kind: "type", type: `AWS::${namespace}::*` };
}

/** A name as one word, the way properties are written. */
export function compact(name: string): string {
  return name.replace(/\s+/g, "");
}
