import type { Catalogue, ObjectType, Property, ResourceType, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { EntryContent } from "../../../model/template.ts";
import {
  type CallNode,
  type MapNode,
  type Node,
  type ScalarNode,
  textOf,
  typeNameOf,
} from "../../../model/tree/node.ts";
import { memoBy, memoOfLatest, memoWhile } from "../../../text/memoBy.ts";
import type { Assumption } from "../resolving/callSites.ts";

/** A value and what should stand in its place. Both branches of a `Fn::If` are sites. */
export interface ValueSite {
  readonly node: Node;
  readonly type: ValueType;
  /** The property that it is the value of (or an item of). */
  readonly property: Property | undefined;
  readonly key: ScalarNode | undefined;
  /** Keys from the entry downwards, list indexes left out: `["Properties", "BlockDeviceMappings", "Ebs", "VolumeSize"]`. */
  readonly path: readonly string[];
  /** The map that holds the property. */
  readonly within: MapNode | undefined;
  readonly isItem: boolean;
  /** Whether it is a branch of `Fn::If`, so that it is not always used. */
  readonly isBranch: boolean;
  /** The assumptions of the branches of `Fn::If` around it. */
  readonly assumptions: readonly Assumption[];
}

/** A map that is an object with known keys. */
export interface ObjectSite {
  readonly map: MapNode;
  readonly object: ObjectType;
  /** The key that introduces it: what to underline if something is missing in it. */
  readonly key: ScalarNode;
  readonly path: readonly string[];
  /** Whether it is an item of a list, with no key of its own. */
  readonly isItem: boolean;
  /** Whether keys may be added that the text does not show, by `Fn::Transform` or `Fn::ForEach`. */
  readonly isOpen: boolean;
  /** Whether a key is a function's, so that the keys are not the object's own. */
  readonly hasFunction: boolean;
  /** The assumptions of the branches of `Fn::If` around it. */
  readonly assumptions: readonly Assumption[];
}

/**
 * The values that rules look at. They go through these by index, as a dozen of them look at all of it in each entry:
 * see “Code that runs cold” in docs/performance.md.
 */
export interface TypedValues {
  /** `undefined` for a resource of unknown type, and in other sections. */
  readonly type: ResourceType | undefined;
  readonly values: readonly ValueSite[];
  /** The literal values below Properties (in Globals everywhere). */
  readonly literals: readonly ValueSite[];
  /** The function calls as values. */
  readonly calls: readonly ValueSite[];
  /** Literals and calls in the order of the text. */
  readonly single: readonly ValueSite[];
  /** The lists. Most rules are about one of these groups, and look at every resource. */
  readonly lists: readonly ValueSite[];
  readonly objects: readonly ObjectSite[];
  /** The objects that are statements of policies. */
  readonly statements: readonly ObjectSite[];
}

/** A `Ref` below Properties, or a `Fn::Sub` that is one, and the keys that lead to it. */
export interface RefSite {
  /** The name of the resource's type. */
  readonly type: string;
  readonly node: Node;
  readonly path: readonly string[];
  readonly target: string;
}

/**
 * The Refs of a resource of known type at the places of values. They are kept, since template rules ask for them behind
 * all entry rules, when the values have long been forgotten.
 */
export function refSites(entry: EntryContent, catalogue: Catalogue): readonly RefSite[] {
  return refsOf(entry.value, { catalogue, typed: () => valueSites(entry, catalogue) }).sites;
}

/** The name that is read by `Ref`, or by a `Fn::Sub` of nothing else. */
function nameRead({ name, argument }: CallNode): string | undefined {
  if (name === "Ref") return textOf(argument);
  return name === "Fn::Sub" ? /^\$\{(\w+)\}$/.exec(textOf(argument) ?? "")?.[1] : undefined;
}

interface Around {
  readonly catalogue: Catalogue;
  typed(): TypedValues;
}

const refsOf = memoWhile<Node, { readonly catalogue: Catalogue; readonly sites: readonly RefSite[] }, Around>(
  (before, { catalogue }) => before.catalogue === catalogue,
  (_, { catalogue, typed }) => ({ catalogue, sites: refsAmong(typed()) }),
);

function refsAmong({ type, calls }: TypedValues): readonly RefSite[] {
  if (type === undefined) return [];
  const found: RefSite[] = [];
  // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < calls.length; index++) {
    const { node, path } = calls[index] as ValueSite;
    const target = node.kind === "call" ? nameRead(node) : undefined;
    if (target !== undefined) found.push({ type: type.name, node, path, target });
  }
  return found;
}

/** The values of an entry with the types that they should have, from the entry's own keys downwards; Metadata is free. */
export function valueSites(entry: EntryContent, catalogue: Catalogue): TypedValues {
  return typedBy(catalogue)(entry);
}

/** The rules look at one entry after the other, so that keeping the last one is enough; keeping all would cost a template's size many times over. */
const typedBy = memoBy((catalogue: Catalogue) =>
  memoOfLatest((entry: EntryContent) => {
    const typed = typedValues(entry, catalogue);
    refsOf(entry.value, { catalogue, typed: () => typed });
    return typed;
  }),
);

function typedValues({ section, name, key, value }: EntryContent, catalogue: Catalogue): TypedValues {
  const typeName = section === "Resources" ? typeNameOf(value) : undefined;
  const type = typeName === undefined ? undefined : catalogue.resourceType(typeName);
  const below = section === "Globals" ? undefined : "Properties";
  const walk: Walk = { below, values: [], literals: [], calls: [], single: [], lists: [], objects: [], statements: [] };
  const object =
    section === "Resources"
      ? catalogue.resourceBody(typeName)
      : catalogue.entryBody(section, section === "Globals" ? name : undefined);
  if (object === undefined || name.startsWith("Fn::") || value.kind !== "map") return { type, ...walk };
  const site: ValueSite = {
    node: value,
    type: { kind: "object", object },
    property: undefined,
    key,
    path: [],
    within: undefined,
    isItem: false,
    isBranch: false,
    assumptions: NONE,
  };
  visit(site, walk);
  return { type, ...walk };
}

interface Walk {
  /** The key that values of interest are below; `undefined` if all are. */
  readonly below: string | undefined;
  readonly values: ValueSite[];
  readonly literals: ValueSite[];
  readonly calls: ValueSite[];
  readonly single: ValueSite[];
  readonly lists: ValueSite[];
  readonly objects: ObjectSite[];
  readonly statements: ObjectSite[];
}

function addSite(site: ValueSite, walk: Walk): void {
  const { node, path } = site;
  walk.values.push(site);
  if (walk.below !== undefined && path[0] !== walk.below) return;
  if (node.kind === "list") walk.lists.push(site);
  else if (node.kind === "call") {
    walk.calls.push(site);
    walk.single.push(site);
  } else if (node.kind === "scalar" && node.value !== null && node.tag === undefined) {
    walk.literals.push(site);
    walk.single.push(site);
  }
}

function visit(site: ValueSite, walk: Walk): void {
  const { node, type, property, key, path, within, isItem } = site;
  if (node.kind === "call" && node.name === "Fn::If") {
    const [first, ...branches] = node.argument.kind === "list" ? node.argument.items : [];
    const condition = textOf(first);
    for (const [index, branch] of branches.slice(0, 2).entries()) {
      const assumptions =
        condition === undefined ? site.assumptions : [...site.assumptions, { condition, holds: index === 0 }];
      visit({ node: branch, type, property, key, path, within, isItem, isBranch: true, assumptions }, walk);
    }
    return;
  }
  if (isNoValue(node)) return;
  const narrowed = type.kind === "union" ? memberFor(node, type.of) : type;
  if (narrowed === undefined) {
    addSite(site, walk);
    return;
  }
  const own = narrowed === type ? site : siteOf(site, node, narrowed, site.isItem);
  addSite(own, walk);
  if (node.kind === "list" && narrowed.kind === "list") {
    // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.items.length; index++)
      visit(siteOf(own, node.items[index] as Node, narrowed.items, true), walk);
  } else if (node.kind === "map" && narrowed.kind === "object") visitObject(own, node, narrowed.object, walk);
  else if (node.kind === "map" && narrowed.kind === "map") {
    const { isBranch, assumptions } = own;
    const { values: type } = narrowed;
    const path = [...own.path, "*"];
    for (const { key, value, merged } of node.pairs) {
      if (merged || key.text.startsWith("Fn::")) continue;
      visit({ node: value, type, property, key, path, within: node, isItem: false, isBranch, assumptions }, walk);
    }
  }
}

/** Another value in the place of one. Written out: spreading took as long as the rest of the walk. */
function siteOf(
  { property, key, path, within, isBranch, assumptions }: ValueSite,
  node: Node,
  type: ValueType,
  isItem: boolean,
): ValueSite {
  return { node, type, property, key, path, within, isItem, isBranch, assumptions };
}

function visitObject(site: ValueSite, map: MapNode, object: ObjectType, walk: Walk): void {
  const { key, path, isItem, isBranch, assumptions } = site;
  if (key === undefined) return;
  const { isOpen, hasFunction } = functionsIn(map);
  const found: ObjectSite = { map, object, key, path, isItem, isOpen, hasFunction, assumptions };
  walk.objects.push(found);
  if (object.name === "Statement" && object.properties.has("Effect")) walk.statements.push(found);
  // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < map.pairs.length; index++) {
    const pair = map.pairs[index];
    if (pair === undefined) continue;
    const name = pair.key.text;
    const property = object.properties.get(name);
    const type = property?.type ?? object.additional;
    if (pair.merged || type === undefined || (path.length === 0 && name === "Metadata")) continue;
    visit(
      {
        node: pair.value,
        type,
        property,
        key: pair.key,
        path: path.length === 0 ? [name] : [...path, name],
        within: map,
        isItem: false,
        isBranch,
        assumptions,
      },
      walk,
    );
  }
}

function functionsIn({ pairs }: MapNode): Pick<ObjectSite, "isOpen" | "hasFunction"> {
  for (let index = 0; index < pairs.length; index++)
    if (pairs[index]?.key.text.startsWith("Fn::") === true)
      return { isOpen: pairs.some(({ key }) => OPENING.test(key.text)), hasFunction: true };
  return NO_FUNCTIONS;
}

const NONE: readonly Assumption[] = [];

const NO_FUNCTIONS = { isOpen: false, hasFunction: false };

/** Functions that may add keys. */
const OPENING = /^Fn::(?:Transform$|ForEach)/;

/** The only member of a union that a value can be meant as; `undefined` if that is not certain. */
function memberFor(node: Node, members: readonly ValueType[]): ValueType | undefined {
  const all = flattenedMembers(members).filter((member) => nodeFitsType(node, member));
  // Free JSON beside a list of objects is what the data says of shapes that came later.
  const lists = all.filter((member) => member.kind === "list" && member.items.kind === "object");
  const fitting = node.kind === "list" && lists.length > 0 ? lists : all;
  if (fitting.length <= 1 && node.kind !== "call") return fitting[0];
  if (node.kind === "map") {
    const named = fitting.filter((member) => member.kind === "object" && isNamedBy(node, member.object));
    if (named.length === 1) return named[0];
    const complete = fitting.filter(
      (member) => member.kind === "object" && node.pairs.every(({ key }) => member.object.properties.has(key.text)),
    );
    return complete.length === 1 ? complete[0] : undefined;
  }
  return undefined;
}

/** Whether the `Type` that is written in a map is the one that only this object has: an event of SAM, say. */
function isNamedBy(map: MapNode, object: ObjectType): boolean {
  const type = object.properties.get("Type")?.type;
  return type?.kind === "string" && type.enum?.length === 1 && type.enum[0] === typeNameOf(map);
}

const flattenedMembers = memoBy((members: readonly ValueType[]) => members.flatMap(alternatives));

function nodeFitsType(node: Node, type: ValueType): boolean {
  if (type.kind === "any") return true;
  if (node.kind === "list") return type.kind === "list";
  if (node.kind === "map") return type.kind === "object" || type.kind === "map";
  return type.kind !== "list" && type.kind !== "object" && type.kind !== "map";
}

/** `!Ref AWS::NoValue`: as if it were not written. */
export function isNoValue(node: Node | undefined): boolean {
  return node?.kind === "call" && node.name === "Ref" && textOf(node.argument) === "AWS::NoValue";
}
