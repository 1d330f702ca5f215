import type { Segmentations } from "./split/segmentations.ts";
import type { PlacedUnit, Unit } from "./split/unit.ts";
import type { ConditionFormula } from "./tree/conditionFormula.ts";
import type { Node, ScalarNode } from "./tree/node.ts";
import type { SyntaxProblem } from "./tree/syntaxProblem.ts";

/** The sections that CloudFormation knows, in the order in which templates have them. */
export const SECTION_NAMES = [
  "AWSTemplateFormatVersion",
  "Transform",
  "Description",
  "Metadata",
  "Parameters",
  "Rules",
  "Mappings",
  "Conditions",
  "Globals",
  "Resources",
  "Hooks",
  "Outputs",
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** An object that holds what is computed of it: a template, or a chunk of entries. See `incremental/memo.ts`. */
export interface MemoHost {
  readonly memos: Map<object, unknown>;
}

/** A whole template as far as it could be read. It is immutable: an edit makes a new one that shares units. */
export interface Template extends MemoHost {
  readonly text: string;
  readonly format: "yaml" | "json";
  /** Top-level keys in the order of the text, unknown and repeated ones included. */
  readonly sections: readonly Section[];
  /** The declarations of all entries; the very same object while no declaration changes. */
  readonly declarations: Declarations;
  /** Syntax errors and duplicate keys, with absolute spans. */
  readonly errors: readonly SyntaxProblem[];
  readonly units: readonly PlacedUnit[];
  /** For parsing the next state. */
  readonly segmentations: Segmentations;
  /** The same for all states of a text that came of each other by edits. */
  readonly lineage: MemoHost;
}

/** A top-level key with what stands under it. */
export interface Section {
  readonly name: string;
  readonly key: ScalarNode;
  /** What to add to the offsets of `key` and `value`. */
  readonly offset: number;
  /** The value if it is no map (a string, a list, nothing); `undefined` if `entries` holds it. */
  readonly value: Node | undefined;
  readonly entries: readonly Entry[];
  /** All entries in their order, in chunks of about 64: what follows from a chunk's entries alone may be kept by it. */
  readonly chunks: readonly PlacedChunk[];
}

/**
 * Consecutive entries of a section that an edit elsewhere leaves alone. While it is the same object, it has the same
 * nodes of the same units, in the same order; only their offsets may have changed.
 */
export interface EntryChunk extends MemoHost {
  readonly section: string;
  /** The chunk that was at its place before an edit; forgotten after some more. */
  previous: PreviousChunk | undefined;
  /** A chunk with the same entries at the same indexes, except some. */
  readonly like?: { readonly chunk: EntryChunk; readonly others: readonly number[] };
}

/** What a chunk has in common with an earlier one. */
export interface PreviousChunk {
  readonly chunk: EntryChunk;
  /** The number of entries in the earlier chunk. */
  readonly length: number;
  /** How many entries at the beginning are in both. */
  readonly head: number;
  /** How many entries at the end, after those, are in both. */
  readonly tail: number;
}

export interface PlacedChunk {
  readonly chunk: EntryChunk;
  /** The first of its entries. */
  readonly start: number;
  /** Behind the last of its entries. */
  readonly end: number;
}

/**
 * The content of an entry, without its place: all that anything which is kept from one edit to the next may depend on.
 * The offsets of its nodes count from the beginning of its unit.
 */
export interface EntryContent {
  readonly section: string;
  readonly name: string;
  readonly key: ScalarNode;
  readonly value: Node;
  readonly unit: Unit;
}

/** One resource, parameter, output, mapping, condition …: the unit of checking and memoising. */
export interface Entry extends EntryContent {
  /** What to add to the offsets of `key`, `value` and all nodes below them. */
  readonly offset: number;
}

/** An entry with another value, of the same shape; see `mapWith` in `tree/node.ts`. */
export function entryWith({ section, name, key, offset, unit }: Entry, value: Node): Entry {
  return { section, name, key, value, offset, unit };
}

/** The entries of a section, over all its occurrences. */
export function entriesOf(template: Template, name: SectionName): readonly Entry[] {
  const found = template.sections.filter((section) => section.name === name);
  return found.length === 1 && found[0] !== undefined ? found[0].entries : found.flatMap(({ entries }) => entries);
}

export function entryOf(template: Template, section: SectionName, name: string): Entry | undefined {
  return entriesOf(template, section).find((entry) => entry.name === name);
}

/**
 * The declarations of a template, without their details: enough to resolve every reference. They are compared by
 * content after an edit and kept if nothing changed, so that whatever was computed from them (all entry-wise
 * diagnostics, say) stays valid.
 */
export interface Declarations {
  /** Logical id → resource. */
  readonly resources: ReadonlyMap<string, DeclaredResource>;
  readonly parameters: ReadonlyMap<string, DeclaredParameter>;
  /** Mapping → first key → second keys with their values' text (`undefined` if no scalar). */
  readonly mappings: ReadonlyMap<
    string,
    ReadonlyMap<string, ReadonlyMap<string, string | readonly string[] | undefined>>
  >;
  readonly conditions: ReadonlySet<string>;
  /** Condition → its formula. */
  readonly formulas: ReadonlyMap<string, ConditionFormula>;
  /** Rule → the formula that has to hold for a stack to be created. */
  readonly rules: ReadonlyMap<string, ConditionFormula>;
  /** SAM's `Globals`: kind (`Function`) → paths of the keys that it gives, such as `VpcConfig.SubnetIds`. */
  readonly globals: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outputs: ReadonlySet<string>;
  /** Values of the `Transform` section and of `Fn::Transform` at the top: `AWS::Serverless-2016-10-31`, `AWS::LanguageExtensions`, macros. */
  readonly transforms: readonly string[];
  /** Names of entries that loops (`Fn::ForEach` at section level) make, with `*` for what is filled in: `Subnet*`. */
  readonly loopNames: readonly string[];
  /** The types of the resources that they make, by the same names; empty if none is written out. */
  readonly loopTypes: ReadonlyMap<string, string>;
  /**
   * Whether there may be entries that the text does not show: a macro, or `Fn::Transform`/`AWS::Include` at section
   * level.
   */
  readonly open: boolean;
}

export interface DeclaredResource {
  /** The text of `Type`; `undefined` while it is missing. */
  readonly type: string | undefined;
  readonly condition: string | undefined;
  readonly dependsOn: readonly string[];
  /** The names of its attributes: `CreationPolicy`, `UpdatePolicy`, `Metadata` … */
  readonly attributes: ReadonlySet<string>;
  /** Logical ids that it gives to resources which SAM makes for it (`QueueLogicalId`), and those of the APIs that its events ask for. */
  readonly makes: readonly string[];
  /** The names of its events and embedded connectors, after which SAM names what it makes for them. */
  readonly parts: readonly string[];
}

export interface DeclaredParameter {
  readonly type: string | undefined;
  readonly default: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly noEcho: boolean;
}
