import type { ValueType } from "../../catalogue/types/catalogue.ts";
import { CONTEXT_KEY } from "../../model/metadataContext.ts";
import { contentSpan, type MapNode, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/**
 * What tools do not understand in the Metadata Context of a template or a resource: unknown keys and levels, properties
 * that the type does not have, `trust` without `src` or `conf`.
 */
export const metadataContext: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Metadata"],
  check(entry, context) {
    const { catalogue } = context;
    if (entry.section === "Metadata") {
      if (entry.name !== CONTEXT_KEY) return;
      const type = catalogue.entryBody("Metadata", CONTEXT_KEY);
      if (type !== undefined) checkValue(entry.value, { kind: "object", object: type }, CONTEXT_KEY, context);
      return;
    }
    const node = valueAt(valueAt(entry.value, "Metadata"), CONTEXT_KEY);
    if (node === undefined) return;
    const metadata = catalogue.resourceBody(typeNameOf(entry.value)).properties.get("Metadata")?.type;
    const type = metadata?.kind === "object" ? metadata.object.properties.get(CONTEXT_KEY)?.type : undefined;
    if (type !== undefined) checkValue(node, type, CONTEXT_KEY, context);
  },
};

function checkValue(node: Node, type: ValueType, name: string, context: EntryContext): void {
  if (node.kind === "call" || (node.kind === "scalar" && node.value === null)) return;
  if (type.kind === "union") {
    const fitting = type.of.find((one) => kindOf(one) === node.kind);
    if (fitting !== undefined) checkValue(node, fitting, name, context);
    return;
  }
  if (kindOf(type) !== node.kind) {
    const [en, ja] = KINDS[kindOf(type)];
    context.report(node, { message: "fixed-value", with: { name, meant: { en, ja } } });
  } else if (type.kind === "list" && node.kind === "list") {
    for (const item of node.items) checkValue(item, type.items, name, context);
  } else if (type.kind === "map" && node.kind === "map") {
    for (const { key, value } of node.pairs) checkValue(value, type.values, key.text, context);
  } else if (type.kind === "object" && node.kind === "map") {
    checkContextKeys(node, type, name, context);
  } else if (type.kind === "string" && type.enum !== undefined && !type.enum.includes(textOf(node) ?? "")) {
    const meant = suggestion(textOf(node) ?? "", type.enum, node);
    const known = { en: type.enum.join(", "), ja: type.enum.map((one) => `「${one}」`).join("") };
    context.report(node, { message: "one-of", with: { name, known, meant }, data: meant.data });
  }
}

function checkContextKeys(
  node: MapNode,
  { object }: Extract<ValueType, { readonly kind: "object" }>,
  name: string,
  context: EntryContext,
): void {
  const { properties } = object;
  for (const { key, value, merged } of node.pairs) {
    const known = properties.get(key.text);
    if (known !== undefined) checkValue(value, known.type, key.text, context);
    else if (!merged && key.value !== null) {
      const meant = suggestion(key.text, properties.keys(), contentSpan(key));
      context.report(contentSpan(key), { message: "no-key", with: { name, key: key.text, meant }, data: meant.data });
    }
  }
  const missing = [...properties.values()].filter((one) => one.required && valueAt(node, one.name) === undefined);
  for (const { name: wanted } of missing) context.report(node, { message: "wrong-kind", with: { name, wanted } });
}

function kindOf({ kind }: ValueType): keyof typeof KINDS {
  return kind === "list" ? "list" : kind === "map" || kind === "object" ? "map" : "scalar";
}

const KINDS = {
  list: ["a list", "リスト"],
  map: ["a map", "マップ"],
  scalar: ["a text", "文字列"],
} as const;
