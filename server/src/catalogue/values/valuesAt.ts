import type { ObjectType, ValueType } from "../types/catalogue.ts";
import { alternatives, objectsIn } from "../types/schemaAt.ts";

/**
 * The values that are known of what `path` leads to from `root`, list indexes left out; `undefined` if a key is
 * not known there.
 */
export function valuesAt(root: ObjectType, path: readonly string[]): readonly string[] | undefined {
  const types = typesAt(root, path);
  return types.length === 0 ? undefined : [...new Set(types.flatMap(literalValues))];
}

/** A key that is further below another one is no longer its own. */
const MAX_LEVELS = 2;

/** The shortest path to the key `name` below what `path` leads to from `root`, list indexes left out. */
export function pathTo(root: ObjectType, path: readonly string[], name: string): readonly string[] | undefined {
  let level: { readonly path: readonly string[]; readonly types: readonly ValueType[] }[] = [
    { path, types: typesAt(root, path) },
  ];
  for (let depth = 0; depth < MAX_LEVELS; depth++) {
    const next: typeof level = [];
    for (const above of level) {
      for (const object of above.types.flatMap(objectsIn)) {
        if (object.properties.has(name)) return [...above.path, name];
        for (const [key, { type }] of object.properties) next.push({ path: [...above.path, key], types: [type] });
      }
    }
    level = next;
  }
  return undefined;
}

function typesAt(root: ObjectType, path: readonly string[]): readonly ValueType[] {
  let types: readonly ValueType[] = [{ kind: "object", object: root }];
  for (const key of path) types = types.flatMap(objectsIn).flatMap((object) => object.properties.get(key)?.type ?? []);
  return types;
}

function literalValues(type: ValueType): readonly string[] {
  return alternatives(type).flatMap((one) => {
    if (one.kind === "list") return literalValues(one.items);
    return one.kind === "string" ? (one.enum ?? []) : [];
  });
}
