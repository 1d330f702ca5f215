import { type Node, textOf } from "../model/node.ts";
import { references } from "../model/references.ts";
import { subVariables } from "../model/subVariables.ts";
import type { Entry, Template } from "../model/template.ts";
import { callsIn } from "./callSites.ts";

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
  const isInterface = entry.section === "Metadata" && entry.name === "AWS::CloudFormation::Interface";
  const names = new Set<string>(isInterface ? [] : uses(entry.value));
  const conditions = new Set<string>();
  const mappings = new Set<string>();
  for (const { kind, name } of references(entry)) {
    if (kind === "condition") conditions.add(name);
    else if (kind === "mapping") mappings.add(name);
    else if ((kind === "ref" || kind === "parameter") && !isInterface) names.add(name);
  }
  const anyMapping = callsIn(entry.value).some(
    ({ call: { name, argument } }) =>
      name === "Fn::FindInMap" && argument.kind === "list" && argument.items[0]?.kind !== "scalar",
  );
  // Each once: all entries' names are gathered after each edit.
  const made: EntryUses = { names: [...names], conditions: [...conditions], mappings: [...mappings], anyMapping };
  known.set(entry.value, made);
  return made;
}

/** Names that a value refers to, found without regard to where it stands. */
function uses(value: Node): readonly string[] {
  const names: string[] = [];
  for (const { call } of callsIn(value)) {
    const { name } = call;
    if (name !== "Fn::Sub" && name !== "Ref" && name !== "Fn::ValueOf") continue;
    const text = textOf(call.argument.kind === "list" ? call.argument.items[0] : call.argument);
    if (text === undefined) continue;
    if (name !== "Fn::Sub") names.push(text);
    else for (const variable of subVariables(text)) names.push(variable.name.split(".", 1)[0] ?? variable.name);
  }
  return names;
}
