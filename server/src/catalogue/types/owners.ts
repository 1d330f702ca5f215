import type { PropertyOwner } from "./catalogue.ts";
import type { PackedProperty, PackedShape, PackedType } from "./packed.ts";

/** The data that `propertyOwners` searches. */
interface Source {
  /** As the build writes it: an object, in JSON, of rising names in lower case; see {@link numbersUnder}. */
  readonly owners: string;
  readonly types: readonly string[];
  structure(type: number): PackedType | undefined;
}

/**
 * The places of a property of that name: the data says in which types, their structure says under which path.
 * `name` may differ in case and hold blanks and hyphens. Nothing is kept: a look-up may pass many types.
 */
export function ownersIn(source: Source, name: string, limit: number, prefix: string): readonly PropertyOwner[] {
  const wanted = name.replace(/[\s\-_]+/g, "").toLowerCase();
  const found: PropertyOwner[] = [];
  for (const number of numbersUnder(wanted, source.owners)) {
    const type = source.types[number] ?? "";
    if (!type.startsWith(prefix)) continue;
    const packed = source.structure(number);
    if (packed) for (const path of pathsTo(wanted, packed)) found.push({ type, path });
    if (found.length > MAX_SCANNED) break;
  }
  return found.sort((a, b) => a.path.length - b.path.length).slice(0, limit);
}

/** All names that have owners, in lower case. */
export function ownedNames(owners: string): readonly string[] {
  return [...owners.matchAll(/"([^"]+)":/g)].map(([, name = ""]) => name);
}

/**
 * The numbers of types under a name. They are looked up in the text: read as a whole, its fifteen thousand names would take
 * five times as much memory.
 *
 * @param owners such as `{"alias":[7],"amount":[3,2]}`; each number but the first is the distance from the one before
 */
function numbersUnder(name: string, owners: string): readonly number[] {
  if (name === "") return [];
  let low = 0;
  let high = owners.length - 1;
  while (low < high) {
    const start = Math.max(0, owners.lastIndexOf(',"', (low + high) >> 1));
    const end = owners.indexOf('"', start + 2);
    const found = owners.slice(start + 2, end);
    const behind = owners.indexOf("]", end) + 1;
    if (found === name) return sums(JSON.parse(owners.slice(end + 2, behind)) as readonly number[]);
    if (found < name && behind > low) low = behind;
    else high = start;
  }
  return [];
}

function sums(distances: readonly number[]): readonly number[] {
  let sum = 0;
  return distances.map((distance) => {
    sum += distance;
    return sum;
  });
}

/** The best are chosen among the first places. */
const MAX_SCANNED = 300;

/** The shortest path to each nested type that has the property, breadth first. */
function pathsTo(wanted: string, [root, definitions]: PackedType): string[][] {
  const seen = new Set<number>();
  const paths: string[][] = [];
  let level: { readonly properties: readonly PackedProperty[]; readonly path: readonly string[] }[] = [
    { properties: root, path: [] },
  ];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { properties, path } of level) {
      for (const [key, shape] of properties) {
        if (key.toLowerCase() === wanted) paths.push([...path, key]);
        for (const nested of definitionsIn(shape)) {
          if (seen.has(nested)) continue;
          seen.add(nested);
          next.push({ properties: definitions[nested]?.[1] ?? [], path: [...path, key] });
        }
      }
    }
    level = next;
  }
  return paths;
}

function definitionsIn(shape: PackedShape): readonly number[] {
  if (typeof shape === "number") return [shape];
  if (typeof shape === "string") return [];
  switch (shape[0]) {
    case "l":
    case "m":
      return definitionsIn(shape[1]);
    case "u":
      return (shape.slice(1) as readonly PackedShape[]).flatMap(definitionsIn);
    default:
      return [];
  }
}
