import combinations from "../../../data/propertySets.yaml";
import { memoBy } from "../../text/memoBy.ts";
import { byType } from "./byType.ts";
import type { ObjectType } from "./catalogue.ts";

/** Which properties of an object go together. */
export interface PropertySets {
  /** Exactly one of each list. */
  readonly exactlyOne?: readonly (readonly string[])[];
  /** At least one of each list. */
  readonly atLeastOne?: readonly (readonly string[])[];
  /** If the key is set, none of the others may be. */
  readonly excludes?: Readonly<Record<string, readonly string[]>>;
  /** If the key is set, all others must be. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /** AWS's answers if a property is excluded. */
  readonly says?: Readonly<Record<string, string>>;
}

/** As `propertySets.yaml` has them. */
const PROPERTY_SETS = byType(
  combinations().flatMap(({ at, ...sets }) => at.map((name): [string, PropertySets] => [name, sets])),
);

/**
 * Which properties of an object go together; `undefined` if nothing is known of that.
 *
 * @param type whose properties the object is, or is nested in
 */
export function propertySets(type: string, object: ObjectType): PropertySets | undefined {
  return PROPERTY_SETS.get(type)?.get(object.name) ?? setsIn(object);
}

/** The sets of an object's properties by the data. */
const setsIn = memoBy(({ oneOf, exclusive, together, needs, says }: ObjectType): PropertySets | undefined => {
  if ((oneOf ?? exclusive ?? together ?? needs) === undefined) return undefined;
  const requires: Record<string, readonly string[]> = {};
  const excludes: Record<string, readonly string[]> = {};
  for (const [first, ...others] of needs ?? [])
    if (first !== undefined) requires[first] = [...(requires[first] ?? []), ...others];
  for (const names of together ?? []) for (const name of names) requires[name] = names.filter((one) => one !== name);
  for (const [first, ...others] of exclusive ?? [])
    if (first !== undefined) excludes[first] = [...(excludes[first] ?? []), ...others];
  return { atLeastOne: oneOf ?? [], excludes, requires, ...(says && { says }) };
});
