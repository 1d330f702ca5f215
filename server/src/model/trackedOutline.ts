import type { Outline } from "./outline.ts";

/** The parts of an outline that are looked up by name. */
export type Field = "resources" | "parameters" | "mappings" | "conditions" | "formulas" | "globals" | "outputs";

/** Something that was read from an outline. */
interface Read {
  readonly field: Field;
  /** `undefined`: all of it. */
  readonly name: string | undefined;
  readonly value: unknown;
}

/**
 * What a computation read from an outline; it stays valid for every outline that says the same there. The outline
 * itself is not in it: it would be kept as long as what was computed.
 */
export interface OutlineReads extends Pick<Outline, "open" | "transforms" | "loopNames"> {
  readonly reads: readonly Read[];
}

/**
 * An outline that notes what is read from it. After an edit most outlines differ by one entry, so
 * that whatever did not read that one need not be computed again.
 */
export function trackedOutline(outline: Outline): { readonly outline: Outline; readonly reads: OutlineReads } {
  const reads: Read[] = [];
  const tracked: Outline = {
    ...outline,
    resources: new TrackedMap("resources", outline.resources, reads),
    parameters: new TrackedMap("parameters", outline.parameters, reads),
    mappings: new TrackedMap("mappings", outline.mappings, reads),
    conditions: new TrackedSet("conditions", outline.conditions, reads),
    formulas: new TrackedMap("formulas", outline.formulas, reads),
    globals: new TrackedMap("globals", outline.globals, reads),
    outputs: new TrackedSet("outputs", outline.outputs, reads),
  };
  const { open, transforms, loopNames } = outline;
  return { outline: tracked, reads: { open, transforms, loopNames, reads } };
}

/** Whether an outline says what was read from another one. */
export function readsStillValid(outline: Outline, { reads, ...others }: OutlineReads): boolean {
  if (!sameShape(outline, others)) return false;
  return reads.every(({ field, name, value }) => {
    const part = outline[field];
    return value === (name === undefined ? part : lookUp(part, name));
  });
}

/** Whether outlines say the same of what is not looked up by name. */
export function sameShape(a: Omit<OutlineReads, "reads">, b: Omit<OutlineReads, "reads">): boolean {
  return a.open === b.open && a.transforms === b.transforms && a.loopNames === b.loopNames;
}

/** What a part of an outline says of a name. */
export function lookUp(part: ReadonlyMap<string, unknown> | ReadonlySet<string>, name: string): unknown {
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
