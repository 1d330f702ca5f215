import { type CallNode, type Node, textOf } from "../model/node.ts";
import { references } from "../model/references.ts";
import { subVariables } from "../model/subVariables.ts";
import type { Entry, Template } from "../model/template.ts";

/** What a template refers to. */
export interface UsedNames {
  readonly names: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly mappings: ReadonlySet<string>;
  /** Whether a mapping is named by a function, so that any may be meant. */
  readonly anyMapping: boolean;
}

interface EntryUses {
  readonly names: readonly string[];
  readonly conditions: readonly string[];
  readonly mappings: readonly string[];
  readonly anyMapping: boolean;
}

const known = new WeakMap<Node, EntryUses>();

const ofTemplate = new WeakMap<Template, UsedNames>();

/** All names that are used somewhere; the labels of the console (`AWS::CloudFormation::Interface`) do not count. */
export function usedNames(template: Template): UsedNames {
  const before = ofTemplate.get(template);
  if (before !== undefined) return before;
  const made = collected(template);
  ofTemplate.set(template, made);
  return made;
}

function collected(template: Template): UsedNames {
  const names = new Set<string>();
  const conditions = new Set<string>();
  const mappings = new Set<string>();
  let anyMapping = false;
  for (const { name: section, entries, value } of template.sections) {
    if (value !== undefined && (section === "Transform" || section === "Fn::Transform")) addAll(uses(value), names);
    for (const entry of entries) {
      if (section === "Parameters" || section === "Mappings") continue;
      const used = entryUses(entry);
      for (const name of used.names) names.add(name);
      for (const name of used.conditions) conditions.add(name);
      for (const name of used.mappings) mappings.add(name);
      anyMapping ||= used.anyMapping;
    }
  }
  return { names, conditions, mappings, anyMapping };
}

function addAll(from: readonly string[], to: Set<string>): void {
  for (const one of from) to.add(one);
}

function entryUses(entry: Entry): EntryUses {
  const before = known.get(entry.value);
  if (before !== undefined) return before;
  const found = references(entry);
  const calls: CallNode[] = [];
  collectCalls(entry.value, calls);
  const isInterface = entry.section === "Metadata" && entry.name === "AWS::CloudFormation::Interface";
  const made: EntryUses = {
    names: isInterface
      ? []
      : distinct([
          ...found.flatMap(({ kind, name }) => (kind === "ref" || kind === "parameter" ? [name] : [])),
          ...uses(entry.value),
        ]),
    conditions: distinct(found.flatMap(({ kind, name }) => (kind === "condition" ? [name] : []))),
    mappings: distinct(found.flatMap(({ kind, name }) => (kind === "mapping" ? [name] : []))),
    anyMapping: calls.some(
      ({ name, argument }) =>
        name === "Fn::FindInMap" && argument.kind === "list" && argument.items[0]?.kind !== "scalar",
    ),
  };
  known.set(entry.value, made);
  return made;
}

/** Each once: all entries' names are gathered after each edit. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function collectCalls(node: Node, calls: CallNode[]): void {
  if (node.kind === "call") {
    calls.push(node);
    collectCalls(node.argument, calls);
  } else if (node.kind === "list") for (const item of node.items) collectCalls(item, calls);
  else if (node.kind === "map") for (const { value } of node.pairs) collectCalls(value, calls);
}

/** Names that a value refers to, found without regard to where it stands. */
function uses(node: Node): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(uses);
  if (node.kind === "map") return node.pairs.flatMap(({ value }) => uses(value));
  if (node.kind === "scalar") return [];
  const text =
    node.name === "Fn::Sub"
      ? textOf(node.argument.kind === "list" ? node.argument.items[0] : node.argument)
      : undefined;
  const names = text === undefined ? [] : subVariables(text).map(({ name }) => name.split(".", 1)[0] ?? name);
  const own =
    node.name === "Ref" || node.name === "Fn::ValueOf"
      ? textOf(node.argument.kind === "list" ? node.argument.items[0] : node.argument)
      : undefined;
  return [...names, ...(own === undefined ? [] : [own]), ...uses(node.argument)];
}
