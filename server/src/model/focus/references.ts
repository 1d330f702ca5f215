import { memoWhile } from "../../text/memoBy.ts";
import { type Span, touches } from "../../text/span.ts";
import type { EntryContent } from "../template.ts";
import { isLoopKey } from "../tree/functionNames.ts";
import { collectionValues, type LoopValues } from "../tree/loopEntries.ts";
import { type CallNode, contentSpan, type Node, type ScalarNode, valueAt } from "../tree/node.ts";
import { subVariables } from "../tree/subVariables.ts";
import { asMap } from "../yaml/asMap.ts";
import { scalarSource } from "../yaml/scalarSource.ts";
import type { Reference, ReferenceKind } from "./focus.ts";

/** All references in an entry, in the order of the text; spans are relative to the entry. */
export function references(entry: EntryContent): readonly Reference[] {
  return ofValue(entry.value, entry).found;
}

/** The reference at an offset relative to the entry; only what lies around the offset is read. */
export function referenceAt(entry: EntryContent, offset: number): Reference | undefined {
  const found: Reference[] = [];
  collect(entry, found, offset);
  return found.find((reference) => touches(reference, offset));
}

interface Found {
  readonly section: string;
  readonly found: readonly Reference[];
}

/** The section counts too: an edit above may put an entry into another one. */
const ofValue = memoWhile<Node, Found, EntryContent>(
  (before, { section }) => before.section === section,
  (_, entry) => {
    const found: Reference[] = [];
    collect(entry, found);
    return { section: entry.section, found };
  },
);

interface Collector {
  readonly unitText: string;
  /** The identifiers of the `Fn::ForEach` around, with their values. */
  readonly bound: LoopValues;
  /** Where alone to look. */
  readonly at: number | undefined;
  readonly found: Reference[];
}

function collect(entry: EntryContent, found: Reference[], at?: number): void {
  const collector: Collector = { unitText: entry.unit.text, bound: new Map(), at, found };
  const { section, value } = entry;
  const isDeclared = section === "Resources" || section === "Outputs";
  if (isLoopKey(entry.name)) forEach(value, collector, isDeclared ? attributes : walk);
  else if (isDeclared) attributes(value, collector);
  else if (section === "Metadata" && entry.name === "AWS::CloudFormation::Interface") parameterInterface(value, found);
  else walk(value, collector);
}

/** A resource or output: `Condition` and `DependsOn` hold names, everything else values. */
function attributes(value: Node, collector: Collector): void {
  if (value.kind !== "map") {
    walk(value, collector);
    return;
  }
  for (const { key, value: child } of value.pairs) {
    if (key.text === "Condition" && child.kind === "scalar") addReference(collector, "condition", child, "Condition");
    else if (key.text === "DependsOn") {
      for (const item of child.kind === "list" ? child.items : [child]) {
        if (item.kind === "scalar") addReference(collector, "dependsOn", item, "DependsOn");
      }
    } else walk(child, collector);
  }
}

function addReference(
  collector: Collector,
  kind: ReferenceKind,
  node: ScalarNode,
  via: string,
  of?: readonly string[],
): void {
  if (node.value === null || collector.bound.has(node.text)) return;
  const { start, end } = contentSpan(node);
  const { text: name } = node;
  const loop = loopOf(name, collector);
  collector.found.push(
    of === undefined ? { kind, name, via, start, end, ...loop } : { kind, name, via, of, start, end, ...loop },
  );
}

/** The values of the loop identifiers in a name. */
function loopOf(name: string, { bound }: Collector): Pick<Reference, "loop"> | undefined {
  return bound.size > 0 && name.includes("{") ? { loop: bound } : undefined;
}

function walk(node: Node, collector: Collector): void {
  if (collector.at !== undefined && !touches(node, collector.at)) return;
  if (node.kind === "list")
    for (let index = 0; index < node.items.length; index++) walk(node.items[index] as Node, collector);
  else if (node.kind === "call") call(node, collector);
  else if (node.kind === "map") {
    // By index, as this visits all nodes: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index];
      if (pair === undefined || pair.merged || pair.value.kind === "scalar") continue;
      if (isLoopKey(pair.key.text)) forEach(pair.value, collector, walk);
      else walk(pair.value, collector);
    }
  }
}

function call(node: CallNode, collector: Collector): void {
  const { name, argument } = node;
  if (name === "Ref") {
    if (argument.kind === "scalar") addReference(collector, "ref", argument, name);
    else walk(argument, collector);
  } else if (name === "Condition") {
    if (argument.kind === "scalar") addReference(collector, "condition", argument, name);
  } else if (name === "Fn::GetAtt") getAtt(argument, collector);
  else if (name === "Fn::Sub") sub(argument, collector);
  else if (name === "Fn::FindInMap") findInMap(argument, collector);
  else if (name === "Fn::If") {
    const items = argument.kind === "list" ? argument.items : [];
    for (const [index, item] of items.entries()) {
      if (index === 0 && item.kind === "scalar") addReference(collector, "condition", item, name);
      else walk(item, collector);
    }
  } else if (name === "Fn::ImportValue" && argument.kind === "scalar")
    addReference(collector, "importValue", argument, name);
  else if ((name === "Fn::ValueOf" || name === "Fn::ValueOfAll") && argument.kind === "list") {
    const [first] = argument.items;
    if (name === "Fn::ValueOf" && first?.kind === "scalar") addReference(collector, "parameter", first, name);
  } else walk(argument, collector);
}

/** `X.Y.Z` or `[X, Y.Z]`; the parts may be functions under AWS::LanguageExtensions. */
function getAtt(argument: Node, collector: Collector): void {
  if (argument.kind === "scalar") {
    if (argument.value === null) return;
    const source = scalarSource(argument, collector.unitText);
    const dot = argument.text.indexOf(".");
    dotted(argument.text, dot, (from, to) => sourceSpan(source, from, to), "Fn::GetAtt", collector);
  } else if (argument.kind === "list") {
    const [resource, attribute] = argument.items;
    if (resource?.kind === "scalar") {
      // `[Nested.Stack, Outputs.X]` does not exist, but `[X, Outputs.Y]` and a wrongly split `["X.Y"]` do.
      addReference(collector, "resource", resource, "Fn::GetAtt");
      if (attribute?.kind === "scalar") addReference(collector, "attribute", attribute, "Fn::GetAtt", [resource.text]);
    }
    for (const item of argument.items) if (item.kind !== "scalar") walk(item, collector);
  }
}

function dotted(
  name: string,
  dot: number,
  spanFor: (from: number, to: number) => Span,
  via: string,
  collector: Collector,
): void {
  const resource = dot < 0 ? name : name.slice(0, dot);
  if (collector.bound.has(resource)) return;
  const loop = loopOf(resource, collector);
  collector.found.push({ kind: "resource", name: resource, via, ...spanFor(0, resource.length), ...loop });
  if (dot < 0) return;
  const attribute = name.slice(dot + 1);
  collector.found.push({ kind: "attribute", name: attribute, of: [resource], via, ...spanFor(dot + 1, name.length) });
}

function sourceSpan(source: { toSource(offset: number): number }, from: number, to: number): Span {
  return { start: source.toSource(from), end: to > from ? source.toSource(to - 1) + 1 : source.toSource(to) };
}

function sub(argument: Node, collector: Collector): void {
  const text = argument.kind === "list" ? argument.items[0] : argument;
  const variables = argument.kind === "list" ? argument.items[1] : undefined;
  if (text?.kind === "scalar") substitutions(text, variables, collector);
  else if (text !== undefined) walk(text, collector);
  if (variables !== undefined) walk(variables, collector);
}

function substitutions(node: ScalarNode, variables: Node | undefined, collector: Collector): void {
  const source = scalarSource(node, collector.unitText);
  for (const { name, nameSpan, literal } of subVariables(node.text)) {
    if (literal || name === "") continue;
    const spanFor = (from: number, to: number): Span => sourceSpan(source, nameSpan.start + from, nameSpan.start + to);
    if (valueAt(variables, name) !== undefined) {
      collector.found.push({ kind: "subVariable", name, via: "Fn::Sub", ...spanFor(0, name.length) });
      continue;
    }
    const dot = name.indexOf(".");
    if (dot > 0) dotted(name, dot, spanFor, "Fn::Sub", collector);
    else if (!collector.bound.has(name)) {
      collector.found.push({ kind: "ref", name, via: "Fn::Sub", ...spanFor(0, name.length) });
    }
  }
}

function findInMap(argument: Node, collector: Collector): void {
  if (argument.kind !== "list") {
    walk(argument, collector);
    return;
  }
  const [mapping, first, second, ...rest] = argument.items;
  const name = mapping?.kind === "scalar" ? mapping.text : undefined;
  if (mapping?.kind === "scalar") addReference(collector, "mapping", mapping, "Fn::FindInMap");
  else if (mapping !== undefined) walk(mapping, collector);
  const of = name === undefined ? [] : [name];
  if (first?.kind === "scalar") addReference(collector, "mappingKey", first, "Fn::FindInMap", of);
  else if (first !== undefined) walk(first, collector);
  const firstName = first?.kind === "scalar" && name !== undefined ? [name, first.text] : of;
  if (second?.kind === "scalar") addReference(collector, "mappingValue", second, "Fn::FindInMap", firstName);
  else if (second !== undefined) walk(second, collector);
  for (const item of rest) walk(item, collector);
}

/**
 * `[Identifier, collection, { template }]`: the identifier is a name of its own inside, in loops within it too.
 * @param inBody collects what one value of the template refers to
 */
function forEach(value: Node, collector: Collector, inBody: (body: Node, collector: Collector) => void): void {
  if (value.kind !== "list") {
    walk(value, collector);
    return;
  }
  const [identifier, collection, ...templates] = value.items;
  if (collection !== undefined) walk(collection, collector);
  const names = identifier?.kind === "list" ? identifier.items : identifier === undefined ? [] : [identifier];
  const values = names.length === 1 ? collectionValues(collection) : ["*"];
  const own = names.flatMap((node) => (node.kind === "scalar" ? [[node.text, values] as const] : []));
  const inner = { ...collector, bound: new Map([...collector.bound, ...own]) };
  for (const template of templates) {
    if (template.kind !== "map" && template.kind !== "call") walk(template, inner);
    for (const { key, value: body } of asMap(template)?.pairs ?? []) {
      if (isLoopKey(key.text)) forEach(body, inner, inBody);
      else inBody(body, inner);
    }
  }
}

function parameterInterface(value: Node, found: Reference[]): void {
  const collector: Collector = { unitText: "", bound: new Map(), at: undefined, found };
  const groups = valueAt(value, "ParameterGroups");
  for (const group of groups?.kind === "list" ? groups.items : []) {
    const parameters = valueAt(group, "Parameters");
    for (const item of parameters?.kind === "list" ? parameters.items : []) {
      if (item.kind === "scalar") addReference(collector, "parameter", item, "ParameterGroups");
    }
  }
  const labels = valueAt(value, "ParameterLabels");
  for (const { key } of labels?.kind === "map" ? labels.pairs : [])
    addReference(collector, "parameter", key, "ParameterLabels");
}
