import creationOrder, { type Row as Need } from "../../../data/creationOrder.yaml";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { formulaText } from "../../model/tree/conditionFormula.ts";
import { contentSpan, listItems, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../shared/declaredNames.ts";
import { dependsOnFix } from "../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { mayLet } from "../shared/links/servicePrincipal.ts";
import { waitsFor } from "../shared/links/waitsFor.ts";
import type { TemplateRule, Words } from "../shared/rule.ts";
import { hasAllKeys, isSet, nodesAt } from "../shared/values/literals.ts";

/** A resource that fails if others are not there yet, though it does not refer to them; see `creationOrder.yaml`. */
const NEEDS = creationOrder();

/**
 * A resource that fails if another one is not there yet, and that may be created before it: it neither refers to it nor
 * names it in `DependsOn`. Or the other one is missing.
 */
export const missingDependsOn: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { catalogue, report }) {
    const parts = partsOf(template);
    const needing = parts.flatMap(({ entry, found }) =>
      found.needs.filter((need) => mayNeed(entry, need, template)).map((need) => ({ entry, need })),
    );
    if (needing.length === 0 || template.declarations.loopNames.length > 0) return;
    const placed = needing.flatMap((one) => {
      const targets = targetsOf(template, one.entry, one.need);
      return one.need.isEach === true
        ? [...targets].map((name) => ({ ...one, targets: new Set([name]) }))
        : { ...one, targets };
    });
    const early = new Set<Entry>();
    for (const { entry, need, targets } of placed) {
      const others = parts
        .filter((other) => isPartOfNeed(other.found, need, targets) && isAlike(entry, other.entry, need))
        .map((other) => other.entry);
      const [first] = others;
      if (first === undefined) {
        const { isNeeded } = need;
        const [target] = [...targets].filter((name) => template.declarations.resources.get(name)?.type === isNeeded);
        const wanted = wantedOf(entry, need);
        if (isNeeded === undefined || target === undefined || wanted === undefined) continue;
        if (!saysElsewhere(template, target, need) && !mayBeThere(template, need, target, catalogue))
          report(entry, contentSpan(entry.key), { ...absent(entry.name, target, need, wanted), severity: "error" });
        continue;
      }
      const { lets } = need;
      if (lets !== undefined && !others.some((other) => mayLetIt(other, lets))) {
        const values = { policy: first.name, name: entry.name, service: lets.services[0], action: lets.action };
        report(first, contentSpan(first.key), {
          message: "not-allowing",
          with: { ...values, says: need.says },
          severity: "error",
        });
        continue;
      }
      const elsewhere = placeElsewhere(template, entry, others, need);
      if (elsewhere !== undefined) {
        const { own, other } = elsewhere;
        const values = { name: entry.name, own, others: others.map(({ name }) => name), other, says: need.says };
        report(entry, contentSpan(entry.key), { message: "elsewhere", with: values, severity: "error" });
        continue;
      }
      if (need.isOnly === true && others.length > 1) continue;
      const before = waitsFor(template, entry.name);
      if (others.some(({ name }) => before.has(name))) continue;
      if (waitsFor(template, first.name).has(entry.name)) {
        // What is waited for by the other can't wait for it.
        if (need.isNeeded !== undefined && others.every(({ name }) => waitsFor(template, name).has(entry.name)))
          report(entry, contentSpan(entry.key), {
            message: "too-late",
            with: { name: entry.name, other: first.name, says: need.says },
          });
        continue;
      }
      if (need.isEach === true && early.has(entry)) continue;
      early.add(entry);
      const data = dependsOnFix(entry, first.name, template.format);
      report(entry, contentSpan(entry.key), { ...orderMessage(entry.name, first.name, need.says), data });
    }
  },
};

/** Whether a policy may allow something to a service, as far as it is written out. */
function mayLetIt({ value }: Entry, { services, action, accounts }: NonNullable<Need["lets"]>): boolean {
  const document = valueAt(valueAt(value, "Properties"), "PolicyDocument");
  const statements = valueAt(document, "Statement");
  if (document?.kind !== "map" || statements === undefined || !hasAllKeys(document)) return true;
  return listItems(statements).some(
    (statement) =>
      statement.kind !== "map" ||
      (accounts === true && valueAt(valueAt(statement, "Principal"), "AWS") !== undefined) ||
      services.some((service) => mayLet(statement, service, [action.toLowerCase()])),
  );
}

/** Whether what is needed may be said by a property of what is named. */
function saysElsewhere(template: Template, target: string, { readable = [] }: Need): boolean {
  const properties = valueAt(resourcesByName(template).get(target)?.value, "Properties");
  return properties?.kind === "map" && readable.some((name) => isSet(properties, name));
}

/** The VPC that a resource is in, and another one in which all of the others are. */
function placeElsewhere(
  template: Template,
  entry: Entry,
  others: readonly Entry[],
  { within }: Need,
): { readonly own: string; readonly other: string } | undefined {
  if (within === undefined) return undefined;
  const isVpc = (name: string): boolean => template.declarations.resources.get(name)?.type === "AWS::EC2::VPC";
  const [own = ""] = targetsOf(template, entry, { through: within });
  const places = others.map(({ value }) => namesAt(valueAt(value, "Properties"), "VpcId")[0] ?? "");
  const [other = ""] = places;
  return isVpc(own) && places.every((name) => name !== own && isVpc(name)) ? { own, other } : undefined;
}

/** Whether what a resource needs may be there all the same: made by what can't be read, or for what can't be told. */
function mayBeThere(template: Template, { others, alike }: Need, target: string, catalogue: Catalogue): boolean {
  const { resources } = template.declarations;
  // Nor if a type or a name is misspelt, of which another rule tells.
  const isUnclear = ({ entry, found }: { readonly entry: Entry; readonly found: Part }) => {
    const properties = valueAt(entry.value, "Properties");
    const paths = (others[found.type] ?? []).map((path) => path.split("."));
    const nodes = paths.flatMap((path) => nodesAt(properties, path));
    const same = alike === undefined ? [] : nodesAt(properties, alike[1].split("."));
    if (same.some(({ kind }) => kind !== "scalar")) return true;
    if (nodes.length === 0)
      return !paths.every(([name = "", ...more]) => more.length > 0 && isWritten(properties, name));
    return nodes.some((node) => !resources.has(resourceTarget(node) ?? ""));
  };
  const unclear = partsOf(template).some((part) => part.found.type in others && isUnclear(part));
  const isWrong = [...resources.values()].some(({ type }) => type === undefined || catalogue.isUnknownType(type));
  return unclear || isWrong || mayHaveMore(template.declarations) || isNamedByOthers(template, target);
}

/** Whether all of a list of a property is written out. */
function isWritten(properties: Node | undefined, name: string): boolean {
  const list = valueAt(properties, name);
  return list?.kind === "list" && list.items.every((item) => item.kind === "map" && hasAllKeys(item));
}

/** What the others have to say, besides, if that is written out; nothing if it is all the same. */
function wantedOf({ value }: Entry, { alike, where }: Need): readonly string[] | undefined {
  if (alike === undefined) return [];
  const nodes = nodesAt(valueAt(value, "Properties"), alike[0].split("."));
  if (nodes.length === 0 || nodes.some(({ kind }) => kind !== "scalar")) return undefined;
  const given = where !== undefined && "isNot" in where ? where.isNot : [];
  return nodes.flatMap(textsOf).filter((text) => !given.includes(text));
}

function absent(name: string, target: string, { others, alike, says }: Need, wanted: readonly string[]): Words {
  const [type = ""] = Object.keys(others);
  const [en, ja] =
    alike === undefined
      ? ["", ""]
      : [` with the ${alike[1]} ${wanted.join(", ")}`, `（${alike[1]}は${wanted.join("、")}）`];
  return { message: "none", with: { name, type, target, meant: { en, ja }, says } };
}

function textsOf(node: Node): readonly string[] {
  return node.kind === "scalar" ? [node.text] : [];
}

function orderMessage(name: string, other: string, says: string): Words {
  return { message: "too-early", with: { name, other, says } };
}

interface Part {
  readonly type: string;
  readonly needs: readonly Need[];
  /** What a resource that others need names, by the path of the property. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

function isPartOfNeed({ type, names }: Part, { others, through }: Need, targets: ReadonlySet<string>): boolean {
  if (through.length === 0) return type in others;
  return (others[type] ?? []).some((path) => names.get(path)?.some((name) => targets.has(name)));
}

function isAlike(own: Entry, other: Entry, { alike, isBegun }: Need): boolean {
  if (alike === undefined) return true;
  if (isBegun === true) {
    const [begin] = nodesAt(valueAt(other.value, "Properties"), alike[1].split(".")).flatMap(textsOf);
    const texts = nodesAt(valueAt(own.value, "Properties"), alike[0].split(".")).flatMap(textsOf);
    return begin !== undefined && texts.some((text) => text.startsWith(`${begin}/`));
  }
  const [names, others] = [own, other].map(({ value }, index) =>
    nodesAt(valueAt(value, "Properties"), alike[index]?.split(".") ?? []).map(formulaText),
  );
  return names?.some((name) => others?.includes(name)) === true;
}

/** What a resource names at the end of the way. */
function targetsOf(template: Template, entry: Entry, { through }: Pick<Need, "through">): ReadonlySet<string> {
  let found: readonly Entry[] = [entry];
  let names: readonly string[] = [];
  for (const path of through) {
    names = found.flatMap(({ value }) => namesAt(valueAt(value, "Properties"), path));
    found = names.flatMap((name) => resourcesByName(template).get(name) ?? []);
  }
  return new Set(names);
}

function namesAt(properties: Node | undefined, path: string): readonly string[] {
  return nodesAt(properties, path.split(".")).flatMap((node) => resourceTarget(node) ?? []);
}

/** The properties in which each of the others may name something, by its type. */
const NAMED_AT: ReadonlyMap<string, readonly string[]> = new Map(
  NEEDS.flatMap(({ others }) => Object.entries(others)).map(([type]) => [
    type,
    [...new Set(NEEDS.flatMap(({ others }) => others[type] ?? []))],
  ]),
);

/** Whether a resource has what makes it need others. */
function mayNeed({ value }: Entry, { where, without = [] }: Need, { declarations }: Template): boolean {
  if (without.some((name) => valueAt(valueAt(value, "Properties"), name) !== undefined)) return false;
  if (where === undefined) return true;
  const path = where.path.split(".");
  const beside = Object.entries(where.beside ?? {});
  const nodes = nodesAt(valueAt(value, "Properties"), path.slice(0, -1))
    .filter((owner) => beside.every(([key, text]) => textOf(valueAt(owner, key)) === text))
    .flatMap((owner) => nodesAt(owner, path.slice(-1)));
  if ("isNot" in where) {
    const { isNot } = where;
    const others = Object.entries(where.but ?? {});
    if (others.some(([key, text]) => textOf(valueAt(valueAt(value, "Properties"), key)) === text)) return false;
    return nodes.length === 0 || nodes.some((node) => !isNot.includes(textOf(node) ?? isNot[0] ?? ""));
  }
  return "names" in where
    ? nodes.some((node) => declarations.resources.get(resourceTarget(node) ?? "")?.type === where.names)
    : nodes.some((node) => where.is?.includes(textOf(node) ?? ""));
}

const partsOf = searchResources(
  [...NEEDS.map(({ type }) => type), ...NAMED_AT.keys()],
  ({ value }, type): Part | undefined => {
    const properties = valueAt(value, "Properties");
    const isPrivate = textOf(valueAt(properties, "ConnectivityType")) === "private";
    const needs = isPrivate ? [] : NEEDS.filter((one) => one.type === type);
    const paths = NAMED_AT.get(type);
    if (needs.length === 0 && paths === undefined) return undefined;
    return { type, needs, names: new Map(paths?.map((path) => [path, namesAt(properties, path)])) };
  },
);
