import type { Declarations } from "../template.ts";

/** The parts that are looked up by name. */
const FIELDS = [
  "resources",
  "parameters",
  "mappings",
  "conditions",
  "formulas",
  "rules",
  "globals",
  "outputs",
] as const;
type Field = (typeof FIELDS)[number];

/** One read of the declarations. */
export interface Read {
  readonly field: Field;
  /** `undefined`: all of it. */
  readonly name: string | undefined;
  readonly value: unknown;
}

/**
 * What a computation read of a template's declarations; its result is valid for every template that declares the same
 * there. The declarations themselves are not in it: they would be kept as long as the result.
 */
export interface Reads extends Pick<Declarations, "open" | "transforms" | "loopNames" | "loopTypes"> {
  readonly reads: readonly Read[];
}

/**
 * The same declarations, which record each read of them. After an edit most are unchanged but for one, and a
 * computation that did not read that one need not be repeated.
 */
export function recordReads(declarations: Declarations): {
  readonly declarations: Declarations;
  readonly reads: Reads;
  /** Those of resources, each as often as it was made. */
  readonly ofResources: readonly Read[];
} {
  const { open, transforms, loopNames, loopTypes } = declarations;
  const log = new ReadLog();
  return {
    declarations: new RecordedDeclarations(declarations, log),
    reads: { open, transforms, loopNames, loopTypes, reads: log.reads },
    ofResources: log.ofResources,
  };
}

/** Reads in the order in which they are made, each once. */
class ReadLog {
  readonly reads: Read[] = [];
  /** Those of resources, each as often as it is made: of several computations, each may be repeated by itself. */
  readonly ofResources: Read[] = [];
  readonly #names = new Map<Field, Set<string | undefined>>();

  note(read: Read): void {
    const { field, name } = read;
    if (field === "resources") this.ofResources.push(read);
    let names = this.#names.get(field);
    if (names === undefined) {
      names = new Set();
      this.#names.set(field, names);
    }
    if (names.has(name)) return;
    names.add(name);
    this.reads.push(read);
  }
}

/** Declarations that record what is read of them. */
export class RecordedDeclarations implements Declarations {
  /** The original declarations, of which nothing is recorded. */
  readonly original: Declarations;
  private readonly log: ReadLog;
  private readonly parts: Partial<Record<Field, Part>> = {};

  constructor(original: Declarations, log: ReadLog) {
    this.original = original;
    this.log = log;
  }

  /** Records reads of a result that is kept (`sharedReads.ts`). */
  readAgain(reads: readonly Read[]): void {
    for (const read of reads) this.log.note(read);
  }

  get resources(): Declarations["resources"] {
    return this.part("resources");
  }

  get parameters(): Declarations["parameters"] {
    return this.part("parameters");
  }

  get mappings(): Declarations["mappings"] {
    return this.part("mappings");
  }

  get conditions(): Declarations["conditions"] {
    return this.part("conditions");
  }

  get formulas(): Declarations["formulas"] {
    return this.part("formulas");
  }

  get rules(): Declarations["rules"] {
    return this.part("rules");
  }

  get globals(): Declarations["globals"] {
    return this.part("globals");
  }

  get outputs(): Declarations["outputs"] {
    return this.part("outputs");
  }

  get transforms(): Declarations["transforms"] {
    return this.original.transforms;
  }

  get loopNames(): Declarations["loopNames"] {
    return this.original.loopNames;
  }

  get loopTypes(): Declarations["loopTypes"] {
    return this.original.loopTypes;
  }

  get open(): boolean {
    return this.original.open;
  }

  private part<Name extends Field>(name: Name): Declarations[Name] {
    this.parts[name] ??= recorded(name, this.original[name], this.log);
    return this.parts[name] as Declarations[Name];
  }
}

/**
 * The same for callers that may read everything: only resources, which change most often, are recorded by name. What is
 * said of conditions counts as read once somebody asks for it, as few do.
 */
export function recordResources(declarations: Declarations): {
  readonly declarations: Declarations;
  readonly reads: Reads;
} {
  const { open, transforms, loopNames, loopTypes } = declarations;
  const log = new ReadLog();
  for (const field of FIELDS)
    if (!/^(?:resources|formulas|rules)$/.test(field)) log.note({ field, name: undefined, value: declarations[field] });
  return {
    declarations: new RecordedResources(declarations, log),
    reads: { open, transforms, loopNames, loopTypes, reads: log.reads },
  };
}

/** A class, and no object with accessors: see “Code that runs cold” in docs/performance.md. */
class RecordedResources implements Declarations {
  readonly resources: Declarations["resources"];
  readonly parameters: Declarations["parameters"];
  readonly mappings: Declarations["mappings"];
  readonly conditions: Declarations["conditions"];
  readonly globals: Declarations["globals"];
  readonly outputs: Declarations["outputs"];
  readonly transforms: Declarations["transforms"];
  readonly loopNames: Declarations["loopNames"];
  readonly loopTypes: Declarations["loopTypes"];
  readonly open: boolean;
  readonly #original: Declarations;
  readonly #log: ReadLog;
  #isAsked = false;

  constructor(original: Declarations, log: ReadLog) {
    this.resources = recorded("resources", original.resources, log);
    this.parameters = original.parameters;
    this.mappings = original.mappings;
    this.conditions = original.conditions;
    this.globals = original.globals;
    this.outputs = original.outputs;
    this.transforms = original.transforms;
    this.loopNames = original.loopNames;
    this.loopTypes = original.loopTypes;
    this.open = original.open;
    this.#original = original;
    this.#log = log;
  }

  get formulas(): Declarations["formulas"] {
    return this.#ofConditions("formulas");
  }

  get rules(): Declarations["rules"] {
    return this.#ofConditions("rules");
  }

  #ofConditions<Name extends "formulas" | "rules">(name: Name): Declarations[Name] {
    if (!this.#isAsked) {
      this.#isAsked = true;
      for (const field of ["formulas", "rules"] as const)
        this.#log.note({ field, name: undefined, value: this.#original[field] });
    }
    return this.#original[name];
  }
}

/** Whether the declarations that were read are unchanged. */
export function readsStillValid(declarations: Declarations, reads: Reads): boolean {
  return sameShape(declarations, reads) && areStillDeclared(declarations, reads.reads);
}

/** The same for all but resources, which change most often. */
export function othersStillValid(declarations: Declarations, reads: Reads): boolean {
  return sameShape(declarations, reads) && areStillDeclared(declarations, reads.reads.filter(isOfOthers));
}

export function areStillDeclared(declarations: Declarations, reads: readonly Read[]): boolean {
  // By index, as these are the reads of all that a chunk holds.
  for (let index = 0; index < reads.length; index++) {
    const read = reads[index];
    if (read === undefined) continue;
    const part = declarations[read.field];
    if (read.value !== (read.name === undefined ? part : lookUp(part, read.name))) return false;
  }
  return true;
}

export function isOfOthers({ field }: Read): boolean {
  return field !== "resources";
}

/** The reads of several computations, by field: names, or `all` of it. */
export type ReadUnion = ReadonlyMap<Field, ReadonlySet<string> | "all">;

export function unionOfReads(all: readonly Reads[]): ReadUnion {
  const fields = new Map<Field, Set<string> | "all">();
  // By index, as these are the reads of all that a template holds: see “Code that runs cold” in docs/performance.md.
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

/** The names whose declarations differ from earlier ones, by field; `undefined`: the whole field. */
export type DeclarationChanges = ReadonlyMap<Field, ReadonlySet<string>> | undefined;

/**
 * What differs between `before` and `now`. It looks at each name once, so that whoever depends on few names need not.
 */
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

/** Whether no declaration that was read has changed. */
export function isUntouched(reads: ReadUnion, changes: DeclarationChanges): boolean {
  if (changes === undefined) return false;
  for (const [field, names] of changes) {
    const read = reads.get(field);
    if (read === "all" || (read !== undefined && [...names].some((name) => read.has(name)))) return false;
  }
  return true;
}

/** The same for the reads of one computation. */
export function isUntouchedIn({ reads }: Reads, changes: DeclarationChanges): boolean {
  if (changes === undefined) return false;
  // By index, as these are the reads of all that a chunk holds.
  for (let index = 0; index < reads.length; index++) {
    const read = reads[index];
    const names = read && changes.get(read.field);
    if (names !== undefined && (read?.name === undefined || names.has(read.name))) return false;
  }
  return true;
}

/** Whether the parts that are not looked up by name are the same. */
function sameShape(a: Omit<Reads, "reads">, b: Omit<Reads, "reads">): boolean {
  return (
    a.open === b.open && a.transforms === b.transforms && a.loopNames === b.loopNames && a.loopTypes === b.loopTypes
  );
}

/** What is declared under a name. */
function lookUp(part: Part, name: string): unknown {
  return part instanceof Set ? part.has(name) : (part as ReadonlyMap<string, unknown>).get(name);
}

type Part = ReadonlyMap<string, unknown> | ReadonlySet<string>;

/** A map or a set whose reads are recorded. */
function recorded<Recorded extends Part>(field: Field, part: Recorded, log: ReadLog): Recorded {
  // It has the methods of both, of which each caller uses one kind.
  return new RecordedPart(field, part, log) as unknown as Recorded;
}

class RecordedPart {
  private readonly field: Field;
  private readonly part: Part;
  private readonly log: ReadLog;

  constructor(field: Field, part: Part, log: ReadLog) {
    this.field = field;
    this.part = part;
    this.log = log;
  }

  get(name: string): unknown {
    const value = lookUp(this.part, name);
    this.log.note({ field: this.field, name, value });
    return value;
  }

  has(name: string): boolean {
    const value = this.get(name);
    return value !== undefined && value !== false;
  }

  get size(): number {
    return this.all().size;
  }

  forEach(callback: (value: unknown, name: string) => void): void {
    for (const [name, value] of this.all().entries()) callback(value, name);
  }

  entries(): Iterator<[string, unknown]> {
    return this.all().entries();
  }

  keys(): Iterator<string> {
    return this.all().keys();
  }

  values(): Iterator<unknown> {
    return this.all().values();
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.all()[Symbol.iterator]();
  }

  private all(): Part {
    this.log.note({ field: this.field, name: undefined, value: this.part });
    return this.part;
  }
}
