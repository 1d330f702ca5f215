import resourcePolicies from "../../../data/resourcePolicies.yaml";
import type { ObjectType } from "../types/catalogue.ts";
import type { OwnTypes } from "../types/ownTypes.ts";

type Attribute = "CreationPolicy" | "UpdatePolicy";

/** As `resourcePolicies.yaml` has it. */
const { Snapshot, ...BY_ATTRIBUTE } = resourcePolicies();

const takenBy = (attribute: Attribute): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(BY_ATTRIBUTE[attribute]));

const TAKEN = { CreationPolicy: takenBy("CreationPolicy"), UpdatePolicy: takenBy("UpdatePolicy") } as const;

/** The types of which a snapshot can be kept (DeletionPolicy, UpdateReplacePolicy). */
export const SNAPSHOT_TYPES: readonly string[] = Snapshot;

/** The types that take a `CreationPolicy`. */
export const CREATION_POLICY_TYPES: readonly string[] = [...TAKEN.CreationPolicy.keys()];

/** The types that take an `UpdatePolicy`. */
export const UPDATE_POLICY_TYPES: readonly string[] = [...TAKEN.UpdatePolicy.keys()];

/**
 * The type of an attribute of a resource type; for an unknown type all that exists; `undefined` if the type does not
 * take it.
 */
export function attributePolicy(attribute: Attribute, type: string | undefined, own: OwnTypes): ObjectType | undefined {
  const all = own.object(attribute);
  if (type === undefined) return all;
  const names = TAKEN[attribute].get(type);
  return names && { ...all, properties: new Map([...all.properties].filter(([name]) => names.includes(name))) };
}
