import type { ObjectType, Property } from "./catalogue.ts";

const known = new WeakMap<ObjectType, readonly Property[]>();

/** The properties that an object must have. */
export function requiredProperties(object: ObjectType): readonly Property[] {
  let found = known.get(object);
  if (found === undefined) {
    found = [...object.properties.values()].filter((property) => property.required);
    known.set(object, found);
  }
  return found;
}
