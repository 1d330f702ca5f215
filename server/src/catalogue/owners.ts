import type { ObjectType, PropertyOwner, ResourceType, ValueType } from "./catalogue.ts";

/**
 * Where a property of that name occurs: the data says in which types, their structure says under which path.
 * `name` may differ in case and hold blanks and hyphens.
 */
export function ownersIn(
  owners: Readonly<Record<string, readonly number[]>>,
  types: readonly string[],
  resourceType: (name: string) => ResourceType | undefined,
  name: string,
  limit: number,
): readonly PropertyOwner[] {
  const wanted = name.replace(/[\s\-_]+/g, "").toLowerCase();
  const numbers = Object.hasOwn(owners, wanted) ? (owners[wanted] ?? []) : [];
  const found: PropertyOwner[] = [];
  for (const number of numbers) {
    if (found.length >= limit) break;
    const type = types[number];
    const properties = type === undefined ? undefined : resourceType(type)?.properties;
    if (type === undefined || !properties) continue;
    for (const path of pathsTo(wanted, properties)) found.push({ type, path });
  }
  return found.slice(0, limit);
}

/** The shortest path to each nested type that has the property, breadth first. */
function pathsTo(wanted: string, root: ObjectType): string[][] {
  const seen = new Set<ObjectType>([root]);
  const paths: string[][] = [];
  let level: { object: ObjectType; path: string[] }[] = [{ object: root, path: [] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { object, path } of level) {
      for (const [key, property] of object.properties) {
        if (key.toLowerCase() === wanted) paths.push([...path, key]);
        for (const nested of objectsIn(property.type)) {
          if (seen.has(nested)) continue;
          seen.add(nested);
          next.push({ object: nested, path: [...path, key] });
        }
      }
    }
    level = next;
  }
  return paths;
}

/** The objects that a value may be or hold. */
export function objectsIn(type: ValueType): readonly ObjectType[] {
  if (type.kind === "object") return [type.object];
  if (type.kind === "list") return objectsIn(type.items);
  if (type.kind === "map") return objectsIn(type.values);
  return type.kind === "union" ? type.of.flatMap(objectsIn) : [];
}
