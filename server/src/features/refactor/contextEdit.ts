import { CONTEXT_KEY } from "../../model/metadataContext.ts";
import type { Entry, Template } from "../../model/template.ts";
import { type MapNode, type Node, type Pair, pairOf, valueAt } from "../../model/tree/node.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { literalBlock, yamlText } from "../../model/yaml/yamlText.ts";
import { type KeyValue, keyEdit, keyIndent } from "../../rules/shared/fixes/keyEdit.ts";
import { pairRemoval } from "../../rules/shared/fixes/removal.ts";
import type { Edit } from "../../text/edit.ts";
import { edit, staysReadable } from "./scene.ts";

/** A key of a context with its text, or with an empty list. */
type Said = readonly [key: string, text: string | readonly never[]];

/** The edit that says something in the Metadata Context of a resource, which is made if there is none; `undefined` if its form does not allow that. */
export function contextEdit(template: Template, entry: Entry, said: readonly [Said, ...Said[]]): Edit | undefined {
  const { format } = template;
  const { text } = entry.unit;
  const found = placeIn(entry.value);
  if (found === undefined || (format === "yaml" && found.map.flow)) return undefined;
  const last = found.isBehindType ? pairOf(found.map, "Type") : found.map.pairs.at(-1);
  if (last === undefined) return undefined;
  const [key, value] = memberOf([...found.missing], said, keyIndent(text, last.key.start), indentUnit(template));
  const made = keyEdit(last, key, value, text, format);
  const placed = made && edit(entry, made, made.newText.replaceAll(/\r?\n/g, text.includes("\r\n") ? "\r\n" : "\n"));
  return placed && staysReadable(template, [placed]) ? placed : undefined;
}

/** The edit that removes `why` from the Metadata Context of a resource, and what is left empty by that. */
export function whyRemoval(template: Template, entry: Entry): Edit | undefined {
  const metadata = valueAt(entry.value, "Metadata");
  const chain: readonly (readonly [Node | undefined, string])[] = [
    [valueAt(metadata, CONTEXT_KEY), "why"],
    [metadata, CONTEXT_KEY],
    [entry.value, "Metadata"],
  ];
  const [map, key] = chain.find(([one]) => one?.kind === "map" && one.pairs.length > 1) ?? [];
  const pair: Pair | undefined = map && key !== undefined ? pairOf(map, key) : undefined;
  const removal = map && pair && pairRemoval(map, pair, entry.unit.text, template.format);
  const placed = removal && edit(entry, removal, removal.newText);
  return placed && staysReadable(template, [placed]) ? placed : undefined;
}

interface Place {
  readonly map: MapNode;
  /** The keys that are not there yet. */
  readonly missing: readonly string[];
  readonly isBehindType?: true;
}

function placeIn(resource: Node): Place | undefined {
  const metadata = valueAt(resource, "Metadata");
  const context = valueAt(metadata, CONTEXT_KEY);
  if (context?.kind === "map" && context.pairs.length > 0) return { map: context, missing: [] };
  if (context === undefined && metadata?.kind === "map" && metadata.pairs.length > 0)
    return { map: metadata, missing: [CONTEXT_KEY] };
  if (metadata !== undefined || resource.kind !== "map") return undefined;
  return { map: resource, missing: ["Metadata", CONTEXT_KEY], isBehindType: true };
}

/** The outermost key to be written, and what stands below it. */
function memberOf(
  missing: readonly string[],
  said: readonly [Said, ...Said[]],
  indent: string,
  unit: string,
): readonly [key: string, value: KeyValue] {
  const [first, ...rest] = missing;
  if (first === undefined) return [said[0][0], saidValue(said[0][1], indent, unit)];
  const inner = indent + unit;
  const members =
    rest.length > 0
      ? [memberOf(rest, said, inner, unit)]
      : said.map(([key, text]) => [key, saidValue(text, inner, unit)] as const);
  const yaml = members.map(([key, value]) => `\n${inner}${key}:${value.yaml.startsWith("\n") ? "" : " "}${value.yaml}`);
  const json = members.map(([key, value]) => `${inner}"${key}": ${value.json}`);
  return [first, { yaml: yaml.join(""), json: `{\n${json.join(",\n")}\n${indent}}` }];
}

function saidValue(text: Said[1], indent: string, unit: string): KeyValue {
  if (typeof text !== "string") return { yaml: "[]", json: "[]" };
  return { yaml: literalBlock(text, indent + unit, unit.length) ?? yamlText(text, false), json: JSON.stringify(text) };
}
