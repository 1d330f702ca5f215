import { memoBy } from "../../text/memoBy.ts";
import { summariesOf } from "../incremental/memo.ts";
import type { Unit } from "../split/unit.ts";
import type {
  Declarations,
  DeclaredParameter,
  DeclaredResource,
  EntryContent,
  Section,
  SectionName,
  Template,
} from "../template.ts";
import { conditionFormula, ruleFormula, sameFormula } from "../tree/conditionFormula.ts";
import { isLoopKey } from "../tree/functionNames.ts";
import { collectionsIn, collectionValues, entriesInLoop, type LoopEntry } from "../tree/loopEntries.ts";
import {
  type CallNode,
  listItems,
  type Node,
  type Pair,
  refTarget,
  textOf,
  typeNameOf,
  valueAt,
} from "../tree/node.ts";
import { isForeignText, ORG_FORMATION_VERSION } from "./foreignText.ts";

/** The part of an earlier state that is needed. */
type Before = Pick<Template, "sections" | "declarations">;

/**
 * The declarations of the sections: the previous object itself if they are equal, else a new one with every part that
 * is. Only chunks of entries that are new are read.
 */
export function declarationsIn(sections: readonly Section[], previous: Before | undefined): Declarations {
  const before = previous?.declarations;
  const earlier = previous?.sections ?? [];
  const transforms = sections.flatMap(transformNames);
  const loops = sections.flatMap(loopsIn);
  const mappings = mappingsIn(sections, earlier, before?.mappings);
  const made = loops.flatMap(({ entries, mapped }) => [
    ...entries,
    ...mapped.flatMap((value) => entriesInLoop(value, (collection) => mappedValues(collection, mappings))),
  ]);
  const declarations: Declarations = {
    open:
      loops.some(({ open }) => open) ||
      sections.some(({ name, value }) => name === "Fn::Transform" || isOrgFormation(name, value)) ||
      transforms.some((name) => !name.startsWith("AWS::") || name === "AWS::Include"),
    transforms: kept(transforms, before?.transforms, sameList),
    loopNames: kept(
      made.map(({ name }) => name),
      before?.loopNames,
      sameList,
    ),
    loopTypes: kept(new Map(made.map(({ name, type = "" }) => [name, type])), before?.loopTypes, (a, b) =>
      sameMap(a, b, (type, other) => type === other),
    ),
    conditions: conditionsIn(sections, earlier, before?.conditions),
    formulas: formulasIn(sections, earlier, before?.formulas),
    rules: rulesIn(sections, earlier, before?.rules),
    globals: globalsIn(sections, earlier, before?.globals),
    outputs: outputsIn(sections, earlier, before?.outputs),
    parameters: parametersIn(sections, earlier, before?.parameters),
    mappings,
    resources: resourcesIn(sections, earlier, before?.resources),
  };
  if (before === undefined) return declarations;
  const fields = Object.keys(declarations) as (keyof Declarations)[];
  return fields.every((field) => declarations[field] === before[field]) ? before : declarations;
}

function isOrgFormation(name: string, value: Node | undefined): boolean {
  return name === "AWSTemplateFormatVersion" && textOf(value) === ORG_FORMATION_VERSION;
}

function kept<T>(now: T, before: T | undefined, same: (a: T, b: T) => boolean): T {
  return before !== undefined && (now === before || same(now, before)) ? before : now;
}

/** Entries that the loops of a chunk make, and whether a macro among them may make others. */
interface Loops {
  readonly entries: readonly LoopEntry[];
  /** Loops over what a mapping has, which is in another section. */
  readonly mapped: readonly Node[];
  readonly open: boolean;
}

/** Whether another tool fills something in, and may add entries then. */
const isForeign = memoBy(({ text }: Unit) => isForeignText(text));
const entriesOfLoop = memoBy((value: Node) => entriesInLoop(value));

const loopsIn = summariesOf((entries): Loops => {
  const special = entries.filter(isSpecial);
  const loops = special.filter(({ name }) => isLoopKey(name)).map(({ value }) => value);
  return {
    entries: loops.flatMap((value) => (hasMapped(value) ? [] : entriesOfLoop(value))),
    mapped: loops.filter(hasMapped),
    open: loops.length < special.length || entries.some(({ unit }) => isForeign(unit)),
  };
});

/** Whether a loop, or one in it, is over what a mapping has. */
function hasMapped(value: Node): boolean {
  return collectionsIn(value).some(isMapped);
}

function isMapped(collection: Node | undefined): collection is CallNode {
  return collection?.kind === "call" && collection.name === "Fn::FindInMap";
}

/** The values of the identifier of a loop, where its collection is written out or in a mapping under keys that are. */
function mappedValues(collection: Node | undefined, mappings: Declarations["mappings"]): readonly string[] {
  if (!isMapped(collection)) return collectionValues(collection);
  const [mapping = "", first = "", second = ""] = listItems(collection.argument).map((node) => textOf(node) ?? "");
  const found = mappings.get(mapping)?.get(first)?.get(second);
  return typeof found === "object" ? found : ["*"];
}

/** `Fn::ForEach::…` and `Fn::Transform` among the entries of a section are not names. */
function isSpecial({ name }: EntryContent): boolean {
  return isLoopKey(name) || name === "Fn::Transform";
}

type DeclaredMapping = ReadonlyMap<string, ReadonlyMap<string, string | readonly string[] | undefined>>;

/** Reads a part of what is declared: `before` itself if it says the same. */
type Reader<Part> = (sections: readonly Section[], earlier: readonly Section[], before: Part | undefined) => Part;

const resourcesIn = mapReader("Resources", declaredResource, sameResource);
const parametersIn = mapReader("Parameters", declaredParameter, sameParameter);
const mappingsIn = mapReader("Mappings", declaredMapping, (a, b) => sameMap(a, b, (v, w) => sameMap(v, w, sameValue)));
const conditionsIn = setReader("Conditions");
const formulasIn = mapReader("Conditions", conditionFormula, sameFormula);
const rulesIn = mapReader("Rules", ruleFormula, sameFormula);
const globalsIn = mapReader("Globals", keyPaths, sameKeys);
const outputsIn = setReader("Outputs");

/** The declarations of a chunk's entries. */
interface DeclaredEntries<T> {
  readonly names: readonly string[];
  readonly values: readonly T[];
}

function mapReader<T extends object>(
  section: SectionName,
  read: (node: Node) => T,
  same: (a: T, b: T) => boolean,
): Reader<ReadonlyMap<string, T>> {
  const readOnce = memoBy(read);
  const declaredIn = summariesOf((entries): DeclaredEntries<T> => {
    const declared = entries.filter((entry) => !isSpecial(entry));
    return { names: declared.map(({ name }) => name), values: declared.map(({ value }) => readOnce(value)) };
  });
  const sameValues = (value: T, other: T | undefined): boolean =>
    value === other || (other !== undefined && same(value, other));
  const sameEntries = (a: DeclaredEntries<T>, b: DeclaredEntries<T>): boolean =>
    sameList(a.names, b.names) && a.values.every((value, index) => sameValues(value, b.values[index]));
  const sameNames = (a: DeclaredEntries<T>, b: DeclaredEntries<T>): boolean => sameList(a.names, b.names);
  /** The usual case: the names are the same, and few values differ. */
  const changed = (
    before: ReadonlyMap<string, T>,
    parts: readonly DeclaredEntries<T>[],
    old: readonly DeclaredEntries<T>[],
  ): ReadonlyMap<string, T> => {
    const all = new Map(before);
    for (const [index, { names, values }] of parts.entries())
      if (values !== old[index]?.values)
        for (const [at, name] of names.entries()) all.set(name, kept(values[at] as T, before.get(name), same));
    return all;
  };
  return (sections, earlier, before) => {
    const parts = sectionsNamed(sections, section).flatMap(declaredIn);
    const old = sectionsNamed(earlier, section).flatMap(declaredIn);
    if (before !== undefined && sameParts(parts, old, sameEntries)) return before;
    const isUnique = before?.size === parts.reduce((count, { names }) => count + names.length, 0);
    if (isUnique && sameParts(parts, old, sameNames)) return changed(before, parts, old);
    const all = new Map<string, T>();
    for (const { names, values } of parts) {
      // By index, as an edit of one may ask for all.
      for (let index = 0; index < names.length; index++) {
        const name = names[index] as string;
        all.set(name, kept(values[index] as T, before?.get(name), same));
      }
    }
    return kept(all, before, (a, b) => sameMap(a, b, same));
  };
}

function setReader(section: SectionName): Reader<ReadonlySet<string>> {
  const namesIn = summariesOf((entries) => entries.filter((entry) => !isSpecial(entry)).map(({ name }) => name));
  return (sections, earlier, before) => {
    const parts = sectionsNamed(sections, section).flatMap(namesIn);
    const old = sectionsNamed(earlier, section).flatMap(namesIn);
    if (before !== undefined && sameParts(parts, old, sameList)) return before;
    return kept(new Set(parts.flat()), before, sameKeys);
  };
}

/** Whether chunks declare the same; most of them are the same objects. */
function sameParts<Part>(parts: readonly Part[], old: readonly Part[], same: (a: Part, b: Part) => boolean): boolean {
  if (parts.length !== old.length) return false;
  return parts.every((part, index) => {
    const other = old[index];
    return part === other || (other !== undefined && same(part, other));
  });
}

function sectionsNamed(sections: readonly Section[], name: SectionName): readonly Section[] {
  return sections.filter((section) => section.name === name);
}

function transformNames({ name: section, value, entries }: Section): string[] {
  if (section !== "Transform") return [];
  const nodes = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  const inner = entries.flatMap(({ name, value: node }) => (name === "Name" ? (textOf(node) ?? []) : []));
  return [...nodes.flatMap((node) => textOf(node) ?? textOf(valueAt(node, "Name")) ?? []), ...inner];
}

export function declaredResource(value: Node): DeclaredResource {
  return {
    type: typeNameOf(value),
    condition: textOf(valueAt(value, "Condition")),
    dependsOn: listItems(valueAt(value, "DependsOn")).flatMap((node) => textOf(node) ?? []),
    attributes: new Set(value.kind === "map" ? value.pairs.map(({ key }) => key.text) : []),
    ...samNames(value),
  };
}

/** The names from which SAM makes those of the resources that it adds. */
function samNames(value: Node): Pick<DeclaredResource, "makes" | "parts"> {
  const isSam = typeNameOf(value)?.startsWith("AWS::Serverless::") === true;
  const properties = isSam ? valueAt(value, "Properties") : undefined;
  const events = pairsOf(valueAt(properties, "Events"));
  const connectors = pairsOf(valueAt(value, "Connectors"));
  const isHidden = valueAt(properties, "Events")?.kind === "call" || valueAt(properties, "Fn::Transform") !== undefined;
  if (isHidden) return { makes: SHARED_APIS.map(([, , name]) => name), parts: [] };
  if (events.length === 0 && connectors.length === 0) return NO_NAMES;
  return {
    makes: events.flatMap(({ value: event }) => {
      const properties = valueAt(event, "Properties");
      return [
        ...apisFor(typeNameOf(event), properties),
        textOf(valueAt(valueAt(properties, "DeadLetterConfig"), "QueueLogicalId")) ?? [],
        textOf(valueAt(valueAt(properties, "SqsSubscription"), "QueuePolicyLogicalId")) ?? [],
      ].flat();
    }),
    parts: [...events, ...connectors].map(({ key }) => key.text),
  };
}

/** The APIs that SAM makes for an event, as far as it may name no other. */
function apisFor(type: string | undefined, properties: Node | undefined): readonly string[] {
  return SHARED_APIS.flatMap(([own, id, name]) => {
    const given = valueAt(properties, id);
    const other = given?.kind === "scalar" ? given.text : given && refTarget(given);
    const hasOther = other !== undefined && other !== name && other !== "AWS::NoValue";
    return type === undefined || (type === own && !hasOther) ? [name] : [];
  });
}

const SHARED_APIS = [
  ["Api", "RestApiId", "ServerlessRestApi"],
  ["HttpApi", "ApiId", "ServerlessHttpApi"],
] as const;

function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === "map" ? node.pairs : [];
}

const NO_NAMES = { makes: [], parts: [] };

/** The paths of all keys of a map and of those in it. */
function keyPaths(value: Node): ReadonlySet<string> {
  const paths = new Set<string>();
  collect(value, "");
  return paths;

  function collect(node: Node, above: string): void {
    if (node.kind !== "map") return;
    for (const { key, value: inner } of node.pairs) {
      paths.add(above + key.text);
      collect(inner, `${above}${key.text}.`);
    }
  }
}

function declaredParameter(value: Node): DeclaredParameter {
  const allowed = valueAt(value, "AllowedValues");
  return {
    type: typeNameOf(value),
    default: textOf(valueAt(value, "Default")),
    allowedValues: allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : undefined,
    noEcho: textOf(valueAt(value, "NoEcho"))?.toLowerCase() === "true",
  };
}

function declaredMapping(value: Node): DeclaredMapping {
  const pairs = value.kind === "map" ? value.pairs : [];
  return new Map(
    pairs.map(({ key, value: inner }) => [
      key.text,
      new Map((inner.kind === "map" ? inner.pairs : []).map((pair) => [pair.key.text, mappingValue(pair.value)])),
    ]),
  );
}

function mappingValue(node: Node): string | readonly string[] | undefined {
  return node.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : textOf(node);
}

function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, same: (a: T, b: T) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined ? value !== undefined || !b.has(key) : value !== other && !same(value, other)) return false;
  }
  return true;
}

function sameKeys(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a !== undefined && a.every((item, index) => item === b?.[index]));
}

function sameValue(a: string | readonly string[] | undefined, b: string | readonly string[] | undefined): boolean {
  return typeof a === "object" && typeof b === "object" ? sameList(a, b) : a === b;
}

function sameParameter(a: DeclaredParameter, b: DeclaredParameter): boolean {
  return (
    a.type === b.type && a.default === b.default && a.noEcho === b.noEcho && sameList(a.allowedValues, b.allowedValues)
  );
}

function sameResource(a: DeclaredResource, b: DeclaredResource): boolean {
  return (
    a.type === b.type &&
    a.condition === b.condition &&
    sameList(a.dependsOn, b.dependsOn) &&
    sameList(a.makes, b.makes) &&
    sameList(a.parts, b.parts) &&
    sameKeys(a.attributes, b.attributes)
  );
}
