import type { Declarations } from "../declarations.ts";

/** The parts that are looked up by name. */
const FIELDS = ["resources", "parameters", "mappings", "conditions", "formulas", "globals", "outputs"] as const;
type Field = (typeof FIELDS)[number];

/** Something that was read. */
interface Read {
  readonly field: Field;
  /** `undefined`: all of it. */
  readonly name: string | undefined;
  readonly value: unknown;
}

/**
 * What a computation read of a template's declarations; it is right for every template that declares the same there. The
 * declarations themselves are not in it: they would be kept as long as what was computed.
 */
export interface Reads extends Pick<Declarations, "open" | "transforms" | "loopNames"> {
  readonly reads: readonly Read[];
}

/**
 * The same declarations, which record what is read of them. After an edit most are those of before but for one, and
 * whatever did not read that one need not be computed again.
 */
export function recordReads(declarations: Declarations): {
  readonly declarations: Declarations;
  readonly reads: Reads;
} {
  const reads: Read[] = [];
  const tracked: Declarations = {
    ...declarations,
    resources: new TrackedMap("resources", declarations.resources, reads),
    parameters: new TrackedMap("parameters", declarations.parameters, reads),
    mappings: new TrackedMap("mappings", declarations.mappings, reads),
    conditions: new TrackedSet("conditions", declarations.conditions, reads),
    formulas: new TrackedMap("formulas", declarations.formulas, reads),
    globals: new TrackedMap("globals", declarations.globals, reads),
    outputs: new TrackedSet("outputs", declarations.outputs, reads),
  };
  const { open, transforms, loopNames } = declarations;
  return { declarations: tracked, reads: { open, transforms, loopNames, reads } };
}

/** Whether what was read is still declared so. */
export function readsStillValid(declarations: Declarations, { reads, ...others }: Reads): boolean {
  if (!sameShape(declarations, others)) return false;
  return reads.every(({ field, name, value }) => {
    const part = declarations[field];
    return value === (name === undefined ? part : lookUp(part, name));
  });
}

/** What several computations read between them, by field: names, or `all` of it. */
export type ReadUnion = ReadonlyMap<Field, ReadonlySet<string> | "all">;

export function unionOfReads(all: readonly Reads[]): ReadUnion {
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

/** Where declarations differ from earlier ones, by field; `undefined`: as a whole. */
export type DeclarationChanges = ReadonlyMap<Field, ReadonlySet<string>> | undefined;

/** Where `now` differs from `before`. It looks at each name once, so that whoever depends on few names need not. */
export function declarationChanges(now: Declarations, before: Declarations): DeclarationChanges {
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
export function isUntouched(reads: ReadUnion, changes: DeclarationChanges): boolean {
  if (changes === undefined) return false;
  for (const [field, names] of changes) {
    const read = reads.get(field);
    if (read === "all" || (read !== undefined && [...names].some((name) => read.has(name)))) return false;
  }
  return true;
}

/** Whether what is not looked up by name is the same. */
function sameShape(a: Omit<Reads, "reads">, b: Omit<Reads, "reads">): boolean {
  return a.open === b.open && a.transforms === b.transforms && a.loopNames === b.loopNames;
}

/** What is declared under a name. */
function lookUp(part: ReadonlyMap<string, unknown> | ReadonlySet<string>, name: string): unknown {
  return part instanceof Set ? part.has(name) : (part as ReadonlyMap<string, unknown>).get(name);
}

class TrackedMap<Value> implements ReadonlyMap<string, Value> {
  private readonly field: Field;
  private readonly map: ReadonlyMap<string, Value>;
  private readonly reads: Read[];

  constructor(field: Field, map: ReadonlyMap<string, Value>, reads: Read[]) {
    this.field = field;
    this.map = map;
    this.reads = reads;
  }

  get(name: string): Value | undefined {
    const value = this.map.get(name);
    this.reads.push({ field: this.field, name, value });
    return value;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  get size(): number {
    return this.all().size;
  }

  forEach(callback: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this.all()) callback(value, name, this);
  }

  entries(): MapIterator<[string, Value]> {
    return this.all().entries();
  }

  keys(): MapIterator<string> {
    return this.all().keys();
  }

  values(): MapIterator<Value> {
    return this.all().values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  private all(): ReadonlyMap<string, Value> {
    this.reads.push({ field: this.field, name: undefined, value: this.map });
    return this.map;
  }
}

class TrackedSet implements ReadonlySet<string> {
  private readonly field: Field;
  private readonly set: ReadonlySet<string>;
  private readonly reads: Read[];

  constructor(field: Field, set: ReadonlySet<string>, reads: Read[]) {
    this.field = field;
    this.set = set;
    this.reads = reads;
  }

  has(name: string): boolean {
    const value = this.set.has(name);
    this.reads.push({ field: this.field, name, value });
    return value;
  }

  get size(): number {
    return this.all().size;
  }

  forEach(callback: (value: string, value2: string, set: ReadonlySet<string>) => void): void {
    for (const name of this.all()) callback(name, name, this);
  }

  entries(): SetIterator<[string, string]> {
    return this.all().entries();
  }

  keys(): SetIterator<string> {
    return this.all().keys();
  }

  values(): SetIterator<string> {
    return this.all().values();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }

  private all(): ReadonlySet<string> {
    this.reads.push({ field: this.field, name: undefined, value: this.set });
    return this.set;
  }
}
