import { type Node, textOf, valueAt } from "./node.ts";
import type { Outline, ParameterOutline, ResourceOutline } from "./outline.ts";
import type { Section } from "./template.ts";

/** The outline of the sections; `previous` itself where it says the same. */
export function outlineOf(sections: readonly Section[], previous: Outline | undefined): Outline {
  const outline = collect(sections);
  return previous === undefined ? outline : shared(outline, previous);
}

/** The outline with every part of `previous` that says the same; `previous` itself where all do. */
function shared(outline: Outline, previous: Outline): Outline {
  const merged: Outline = {
    open: outline.open,
    transforms: kept(outline.transforms, previous.transforms, sameList),
    loopNames: kept(outline.loopNames, previous.loopNames, sameList),
    conditions: kept(outline.conditions, previous.conditions, sameKeys),
    outputs: kept(outline.outputs, previous.outputs, sameKeys),
    parameters: keptMap(outline.parameters, previous.parameters, sameParameter),
    mappings: keptMap(outline.mappings, previous.mappings, (x, y) => sameMap(x, y, (v, w) => sameMap(v, w, sameValue))),
    resources: keptMap(outline.resources, previous.resources, sameResource),
  };
  const fields = Object.keys(merged) as (keyof Outline)[];
  return fields.every((field) => merged[field] === previous[field]) ? previous : merged;
}

function kept<T>(now: T, before: T, same: (a: T, b: T) => boolean): T {
  return same(now, before) ? before : now;
}

/** The map before where it says the same, else the new one with the values from before that do. */
function keptMap<T>(
  now: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): ReadonlyMap<string, T> {
  if (sameMap(now, before, same)) return before;
  const merged = new Map<string, T>();
  for (const [name, value] of now) {
    const earlier = before.get(name);
    merged.set(name, earlier !== undefined && same(value, earlier) ? earlier : value);
  }
  return merged;
}

function collect(sections: readonly Section[]): Outline {
  const resources = new Map<string, ResourceOutline>();
  const parameters = new Map<string, ParameterOutline>();
  const mappings = new Map<string, MappingOutline>();
  const conditions = new Set<string>();
  const outputs = new Set<string>();
  const transforms: string[] = [];
  const loopNames: string[] = [];
  let open = false;
  for (const section of sections) {
    if (section.name === "Transform") transforms.push(...transformNames(section));
    if (section.name === "Fn::Transform") open = true;
    for (const entry of section.entries) {
      if (entry.name.startsWith("Fn::")) {
        if (entry.name.startsWith("Fn::ForEach::")) loopNames.push(...cached(loopCache, entry.value, namesInLoop));
        else open = true;
        continue;
      }
      if (section.name === "Resources") resources.set(entry.name, cached(resourceCache, entry.value, resourceOutline));
      else if (section.name === "Parameters")
        parameters.set(entry.name, cached(parameterCache, entry.value, parameterOutline));
      else if (section.name === "Mappings") mappings.set(entry.name, cached(mappingCache, entry.value, mappingOutline));
      else if (section.name === "Conditions") conditions.add(entry.name);
      else if (section.name === "Outputs") outputs.add(entry.name);
    }
  }
  open ||= transforms.some((name) => !name.startsWith("AWS::") || name === "AWS::Include");
  return { resources, parameters, mappings, conditions, outputs, transforms, loopNames, open };
}

type MappingOutline = ReadonlyMap<string, ReadonlyMap<string, string | readonly string[] | undefined>>;

const resourceCache = new WeakMap<Node, ResourceOutline>();
const parameterCache = new WeakMap<Node, ParameterOutline>();
const loopCache = new WeakMap<Node, readonly string[]>();
const mappingCache = new WeakMap<Node, MappingOutline>();

/** A node never changes, so what follows from it alone is computed once. */
function cached<T>(cache: WeakMap<Node, T>, node: Node, make: (node: Node) => T): T {
  const known = cache.get(node);
  if (known !== undefined) return known;
  const made = make(node);
  cache.set(node, made);
  return made;
}

function transformNames({ value, entries }: Section): string[] {
  const nodes = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  const named = entries.flatMap(({ name, value: node }) => (name === "Name" ? (textOf(node) ?? []) : []));
  return [...nodes.flatMap((node) => textOf(node) ?? textOf(valueAt(node, "Name")) ?? []), ...named];
}

function resourceOutline(value: Node): ResourceOutline {
  const dependsOn = valueAt(value, "DependsOn");
  const targets = dependsOn?.kind === "list" ? dependsOn.items : dependsOn === undefined ? [] : [dependsOn];
  return {
    type: textOf(valueAt(value, "Type")),
    condition: textOf(valueAt(value, "Condition")),
    dependsOn: targets.flatMap((node) => textOf(node) ?? []),
    attributes: new Set(value.kind === "map" ? value.pairs.map(({ key }) => key.text) : []),
  };
}

/** The keys of a loop's body (`[identifier, collection, { Key${Identifier}: … }]`), those of loops in it included. */
function namesInLoop(value: Node): readonly string[] {
  const body = value.kind === "list" ? value.items[2] : undefined;
  const pairs = body?.kind === "map" ? body.pairs : [];
  return pairs.flatMap(({ key, value: inner }) =>
    key.text.startsWith("Fn::ForEach::") ? namesInLoop(inner) : [key.text.replaceAll(/[$&]\{[^}]*\}/g, "*")],
  );
}

function parameterOutline(value: Node): ParameterOutline {
  const allowed = valueAt(value, "AllowedValues");
  return {
    type: textOf(valueAt(value, "Type")),
    default: textOf(valueAt(value, "Default")),
    allowedValues: allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : undefined,
    noEcho: textOf(valueAt(value, "NoEcho"))?.toLowerCase() === "true",
  };
}

function mappingOutline(value: Node): MappingOutline {
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

function sameParameter(a: ParameterOutline, b: ParameterOutline): boolean {
  return (
    a.type === b.type && a.default === b.default && a.noEcho === b.noEcho && sameList(a.allowedValues, b.allowedValues)
  );
}

function sameResource(a: ResourceOutline, b: ResourceOutline): boolean {
  return (
    a.type === b.type &&
    a.condition === b.condition &&
    sameList(a.dependsOn, b.dependsOn) &&
    sameKeys(a.attributes, b.attributes)
  );
}
