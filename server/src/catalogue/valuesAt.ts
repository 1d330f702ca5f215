import type { ObjectType, ValueType } from "./catalogue.ts";
import { alternatives, objectsIn } from "./schemaAt.ts";

/**
 * The values that are known of what `path` leads to from `root`, list indexes left out; `undefined` where a key is
 * not known there.
 */
export function valuesAt(root: ObjectType, path: readonly string[]): readonly string[] | undefined {
  let types: readonly ValueType[] = [{ kind: "object", object: root }];
  for (const key of path) {
    types = types.flatMap(objectsIn).flatMap((object) => object.properties.get(key)?.type ?? []);
    if (types.length === 0) return undefined;
  }
  return [...new Set(types.flatMap(valuesOf))];
}

function valuesOf(type: ValueType): readonly string[] {
  return alternatives(type).flatMap((one) => {
    if (one.kind === "list") return valuesOf(one.items);
    return one.kind === "string" ? (one.enum ?? []) : [];
  });
}
