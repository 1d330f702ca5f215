import type { ObjectType, Property, ResourceType } from "../../../catalogue/types/catalogue.ts";
import type { EntryContent } from "../../../model/template.ts";
import type { Node, ScalarNode } from "../../../model/tree/node.ts";
import { belowKey } from "../../shared/fixes/belowKey.ts";
import { entryIndentUnit, keyIndent } from "../../shared/fixes/keyEdit.ts";
import { referText } from "../../shared/fixes/referFix.ts";
import { attributeTarget, refName } from "../../shared/links/resourceTarget.ts";
import type { EntryContext, FixData } from "../../shared/rule.ts";

/**
 * The fix that writes the whole map where only one of its values stands: `LaunchTemplateId` and `Version` for a launch
 * template, `Name` for an export, `Mode` for `OFF`.
 *
 * @param takes whether a property takes the value
 */
export function wholeMap(
  node: Node,
  key: ScalarNode,
  { properties }: ObjectType,
  entry: EntryContent,
  context: EntryContext,
  takes: (property: Property) => boolean,
): FixData | undefined {
  if (node.kind !== "scalar" && node.kind !== "call") return undefined;
  const pairs = node.kind === "call" ? pairsFor(node, properties, context) : [];
  if (pairs.length > 0) return withPairs(node, key, pairs, entry, context.format);
  const needed = [...properties.values()].filter(({ required }) => required);
  const [mode] = needed;
  if (
    node.kind === "scalar" &&
    needed.length === 1 &&
    mode?.type.kind === "string" &&
    mode.type.enum?.includes(node.text)
  )
    return withPairs(node, key, [{ name: mode.name, value: `"${node.text}"` }], entry, context.format);
  const [only, other] = properties.values();
  if (only === undefined || other !== undefined || !takes(only)) return undefined;
  return belowKey({ key, value: node }, only.name, entry, context.format);
}

interface NewPair {
  readonly name: string;
  readonly value: string;
}

/** What the map needs to name the resource that the call names, if that is certain. */
function pairsFor(
  call: Node,
  properties: ReadonlyMap<string, Property>,
  { catalogue, declarations, format }: EntryContext,
): readonly NewPair[] {
  const { target = refName(call) ?? "", attribute } = attributeTarget(call) ?? {};
  const type = catalogue.resourceType(declarations.resources.get(target)?.type ?? "");
  if (type === undefined) return [];
  const holders = [...properties.values()].filter(
    ({ type: { kind }, references }) => kind === "string" && references?.some((one) => one.type === type.name) === true,
  );
  const given = holders.filter(({ references }) =>
    references?.some((one) => one.type === type.name && one.attribute === (attribute ?? type.ref)),
  );
  const [holder, other] = given.length > 0 ? given : holders;
  if (holder === undefined || other !== undefined) return [];
  const needed = [holder, ...[...properties.values()].filter((one) => one.required && one !== holder)];
  const pairs = needed.map((property): NewPair | undefined => {
    const read = readFor(property, type, attribute);
    if (read === undefined) return undefined;
    return { name: property.name, value: referText(target, read === type.ref ? undefined : read, format) };
  });
  return pairs.every((pair) => pair !== undefined) ? pairs : [];
}

/** The attribute of a resource that a property takes, or what its Ref gives. */
function readFor(
  { name, references = [] }: Property,
  { name: typeName, ref, attributes }: ResourceType,
  given: string | undefined,
): string | undefined {
  const all = references.filter(({ type }) => type === typeName).map(({ attribute }) => attribute);
  // The properties of some types do not say so.
  if (name === "Version" && attributes.has("LatestVersionNumber")) return "LatestVersionNumber";
  return [given ?? ref, ref, ...all].find(
    (one) => one !== undefined && all.includes(one) && (one === ref || attributes.has(one)),
  );
}

function withPairs(
  { start, end }: Node,
  key: ScalarNode,
  pairs: readonly NewPair[],
  entry: EntryContent,
  format: "yaml" | "json",
): FixData | undefined {
  const { text } = entry.unit;
  const names = pairs.map(({ name }) => name);
  const title = { en: `Write it as a map with ${names.join(" and ")}`, ja: `${names.join("と")}のマップで書く` };
  const indent = keyIndent(text, key.start);
  const gap = /^["']?: +$/.exec(text.slice(key.end, start))?.[0];
  if (format === "json" || gap === undefined || /\S/.test(indent)) {
    const quote = format === "json" ? '"' : "";
    const newText = `{ ${pairs.map(({ name, value }) => `${quote}${name}${quote}: ${value}`).join(", ")} }`;
    return { title, edits: [{ start, end, newText }] };
  }
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `${newline}${indent}${entryIndentUnit(entry)}`;
  const newText = pairs.map(({ name, value }) => `${line}${name}: ${value}`).join("");
  return { title, edits: [{ start: key.end + gap.trimEnd().length, end, newText }] };
}
