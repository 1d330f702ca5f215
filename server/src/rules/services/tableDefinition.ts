import type { EntryContent } from "../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  type ScalarNode,
  typeNameOf,
  valueAt,
} from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { propertyFix } from "../shared/fixes/propertyFix.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
import { hasAllKeys, isAlwaysSet, isOpenText, isSet, literalAt, literalText } from "../shared/values/literals.ts";
import { propertiesSpan } from "../shared/values/propertiesSpan.ts";

/**
 * A DynamoDB table whose capacity does not match its BillingMode, or whose key attributes are not the ones that it
 * defines.
 */
export const tableDefinition: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map" || !hasAllKeys(properties)) return;
    if (typeNameOf(entry.value) === "AWS::DynamoDB::Table") checkCapacity(entry, properties, context);
    checkDefinitions(entry, properties, context);
    checkAttributes(entry, properties, context);
    checkLocalIndexes(properties, context);
    checkOrder(properties, context);
  },
};

/** What CloudFormation answers. */
const INCONSISTENT =
  "Property AttributeDefinitions is inconsistent with the KeySchema of the table and the secondary indexes";

/** The partition key comes first. An index may have several of a kind, but not the table. */
function checkOrder(properties: MapNode, { report }: EntryContext): void {
  const indexes = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"].flatMap((name) =>
    listItems(valueAt(properties, name)),
  );
  for (const one of [properties, ...indexes]) {
    const [first] = listItems(valueAt(one, "KeySchema"));
    const kind = valueAt(first, "KeyType");
    if (kind?.kind !== "scalar" || kind.text !== "RANGE") continue;
    report(contentSpan(kind), { message: "hash-first" });
  }
  const [first, second] = listItems(valueAt(properties, "KeySchema")).map((key) => literalAt(key, "KeyType"));
  if (first?.text === "HASH" && second?.text === "HASH") report(contentSpan(second), { message: "range-second" });
}

/** A local index sorts what has one partition key by something else: without a sort key there is nothing to it. */
function checkLocalIndexes(properties: MapNode, { report }: EntryContext): void {
  const indexes = pairOf(properties, "LocalSecondaryIndexes");
  const keys = valueAt(properties, "KeySchema");
  if (
    indexes === undefined ||
    indexes.merged ||
    keys?.kind !== "list" ||
    !isAlwaysSet(properties, "LocalSecondaryIndexes")
  )
    return;
  const own = hashOf(keys.items);
  for (const index of listItems(indexes.value)) {
    const hash = hashOf(listItems(valueAt(index, "KeySchema")));
    if (own === undefined || hash === undefined || hash.text === own.text || isOpenText(hash.text + own.text)) continue;
    report(contentSpan(hash), { message: "local-index-key", with: { own: own.text } });
  }
  const [only] = keys.items;
  if (keys.items.length !== 1 || literalText(only, "KeyType") !== "HASH" || listItems(indexes.value).length === 0)
    return;
  report(contentSpan(indexes.key), {
    message: "no-range-key",
    unfinished: "below",
    unfinishedAt: { span: pairOf(properties, "KeySchema")?.key ?? indexes.key },
  });
}

function hashOf(keys: readonly Node[]): ScalarNode | undefined {
  return literalAt(
    keys.find((key) => literalText(key, "KeyType") === "HASH"),
    "AttributeName",
  );
}

/** Keys need attributes, and none is defined. */
function checkDefinitions(entry: EntryContent, properties: MapNode, { report }: EntryContext): void {
  const keys = valueAt(properties, "KeySchema");
  if (keys?.kind !== "list" || keys.items.length === 0 || isSet(properties, "AttributeDefinitions")) return;
  report(propertiesSpan(entry), { message: "no-definitions", unfinished: "below" });
}

function checkCapacity(entry: EntryContent, properties: MapNode, { report, format }: EntryContext): void {
  const mode = literalText(properties, "BillingMode");
  const throughput = pairOf(properties, "ProvisionedThroughput");
  if (mode === "PAY_PER_REQUEST" && throughput !== undefined && isAlwaysSet(properties, "ProvisionedThroughput"))
    report(contentSpan(throughput.key), { message: "on-demand" });
  if (mode === "PAY_PER_REQUEST") {
    for (const index of listItems(valueAt(properties, "GlobalSecondaryIndexes"))) {
      const own = index.kind === "map" ? pairOf(index, "ProvisionedThroughput") : undefined;
      if (own === undefined || own.merged || own.value.kind !== "map") continue;
      const name = literalText(index.kind === "map" ? index : undefined, "IndexName") ?? "…";
      report(contentSpan(own.key), { message: "on-demand-index", with: { name } });
    }
  }
  const pair = pairOf(properties, "BillingMode");
  if (mode === "PROVISIONED" || (pair === undefined && isAlwaysSet(properties, "ProvisionedThroughput")))
    checkIndexes(properties, report);
  if (pair === undefined && isSet(properties, "KeySchema") && !isSet(properties, "ProvisionedThroughput")) {
    report(propertiesSpan(entry), {
      message: "no-throughput",
      unfinished: "below",
      ...(!hasIndexThroughput(properties) &&
        propertyFix({ entry, properties, format }, "BillingMode", "PAY_PER_REQUEST")),
    });
  }
  if (mode === "PROVISIONED" && pair !== undefined && !isSet(properties, "ProvisionedThroughput"))
    report(contentSpan(pair.key), { message: "provisioned", unfinished: "beside" });
}

function hasIndexThroughput(properties: MapNode): boolean {
  const indexes = listItems(valueAt(properties, "GlobalSecondaryIndexes"));
  return indexes.some((index) => valueAt(index, "ProvisionedThroughput") !== undefined);
}

/** Each index has a capacity of its own if the table has one. */
function checkIndexes(properties: MapNode, report: ReportAt): void {
  for (const index of listItems(valueAt(properties, "GlobalSecondaryIndexes"))) {
    if (index.kind !== "map" || !hasAllKeys(index)) continue;
    if (isSet(index, "ProvisionedThroughput") || isSet(index, "OnDemandThroughput")) continue;
    const [first] = index.pairs;
    if (first === undefined) continue;
    const name = literalText(index, "IndexName") ?? "…";
    report(contentSpan(first.key), { message: "index-throughput", with: { name }, unfinished: "beside" });
  }
}

function checkAttributes(entry: EntryContent, properties: MapNode, { report }: EntryContext): void {
  const list = pairOf(properties, "AttributeDefinitions");
  const definitions = list?.value;
  const schemas = [
    valueAt(properties, "KeySchema"),
    ...indexes(valueAt(properties, "GlobalSecondaryIndexes")),
    ...indexes(valueAt(properties, "LocalSecondaryIndexes")),
  ];
  const defined = attributeNames(definitions);
  const used = schemas.map(attributeNames);
  if (defined === undefined || used.some((one) => one === undefined)) return;
  const keys = used.flatMap((one) => one ?? []);
  const all = new Set(keys.map(({ text }) => text));
  const known = new Set(defined.map(({ text }) => text));
  // What a function gives may be any name, but there are as many.
  const isClear = [...defined, ...keys].every(({ node }) => node.kind === "scalar");
  if (!isClear && known.size === all.size) return;
  // A slip in one of two names: the definition that is meant is no mistake of its own.
  const left = [...known].filter((text) => isClear && !all.has(text));
  const explained = new Set<string>();
  for (const { node, text } of isClear || known.size < all.size ? keys : []) {
    if (known.has(text)) continue;
    const span = contentSpan(node);
    const meant = suggestion(text, left, span);
    for (const other of meant.data?.edits ?? []) explained.add(other.newText);
    report(span, {
      message: "not-defined",
      with: { text, says: INCONSISTENT, meant },
      data: meant.data,
      unfinished: "below",
      ...(list && { unfinishedAt: { span: list.key } }),
    });
  }
  for (const { node, text } of isClear || known.size > all.size ? defined : []) {
    if (all.has(text) || explained.has(text)) continue;
    report(contentSpan(node), {
      unfinished: "below",
      unfinishedAt: { span: entry.key },
      message: "not-used",
      with: { text, says: INCONSISTENT },
    });
  }
}

function indexes(node: Node | undefined): readonly (Node | undefined)[] {
  if (node === undefined) return [];
  // Anything but a list can't be looked into: it must not count as "no index".
  return node.kind === "list" ? node.items.map((item) => valueAt(item, "KeySchema") ?? item) : [node];
}

interface AttributeName {
  readonly node: Node;
  readonly text: string;
}

/** The attribute names of a list; `undefined` if one of them can't be told. */
function attributeNames(node: Node | undefined): readonly AttributeName[] | undefined {
  if (node?.kind !== "list") return undefined;
  const found = node.items.flatMap((item): readonly AttributeName[] => {
    const name = valueAt(item, "AttributeName");
    const text = name?.kind === "scalar" ? name.text : name && composedText(name);
    return name === undefined || text === undefined || text.includes("Fn::If(") ? [] : [{ node: name, text }];
  });
  return found.length === node.items.length ? found : undefined;
}
