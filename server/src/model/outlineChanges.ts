import type { Outline } from "./outline.ts";
import { type Field, lookUp, type OutlineReads, sameShape } from "./trackedOutline.ts";

/** What several computations read between them, by field: names, or `all` of it. */
export type ReadUnion = ReadonlyMap<Field, ReadonlySet<string> | "all">;

export function unionOfReads(all: readonly OutlineReads[]): ReadUnion {
  const fields = new Map<Field, Set<string> | "all">();
  // By number, as these are the reads of all that a template holds: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < all.length; index++) {
    const reads = all[index]?.reads ?? [];
    for (let at = 0; at < reads.length; at++) {
      const read = reads[at];
      if (read === undefined) continue;
      const known = fields.get(read.field);
      if (read.name === undefined) fields.set(read.field, "all");
      else if (known === undefined) fields.set(read.field, new Set([read.name]));
      else if (known !== "all") known.add(read.name);
    }
  }
  return fields;
}

/** Where two outlines differ, by field; `undefined`: as a whole. */
export type OutlineChanges = ReadonlyMap<Field, ReadonlySet<string>> | undefined;

const FIELDS: readonly Field[] = [
  "resources",
  "parameters",
  "mappings",
  "conditions",
  "formulas",
  "globals",
  "outputs",
];

/** Where `now` differs from `before`. It looks at each name once, so that whoever depends on few names need not. */
export function outlineChanges(now: Outline, before: Outline): OutlineChanges {
  if (!sameShape(now, before)) return undefined;
  const changes = new Map<Field, Set<string>>();
  for (const field of FIELDS) {
    const [part, earlier] = [now[field], before[field]];
    if (part === earlier) continue;
    const names = new Set<string>();
    for (const name of part.keys()) if (lookUp(part, name) !== lookUp(earlier, name)) names.add(name);
    for (const name of earlier.keys()) if (!part.has(name)) names.add(name);
    changes.set(field, names);
  }
  return changes;
}

/** Whether nothing that was read has changed. */
export function isUntouched(reads: ReadUnion, changes: OutlineChanges): boolean {
  if (changes === undefined) return false;
  for (const [field, names] of changes) {
    const read = reads.get(field);
    if (read === "all" || (read !== undefined && [...names].some((name) => read.has(name)))) return false;
  }
  return true;
}
