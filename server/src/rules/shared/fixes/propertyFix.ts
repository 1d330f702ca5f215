import type { EntryContent } from "../../../model/template.ts";
import { contentSpan, type MapNode, pairOf } from "../../../model/tree/node.ts";
import type { FixData } from "../rule.ts";
import { keyEdit } from "./keyEdit.ts";

/** Gives a property of a resource a value, in place of the one that is written there or on a line of its own. */
export function propertyFix(
  resource: { readonly entry: EntryContent; readonly properties: MapNode; readonly format: "yaml" | "json" },
  name: string,
  value: string,
): { readonly data?: FixData } {
  const { entry, properties, format } = resource;
  const pair = pairOf(properties, name);
  const last = properties.pairs.findLast(({ merged }) => merged !== true);
  const quoted = JSON.stringify(value);
  const written = {
    yaml: /^[\d.]+$/.test(value) ? quoted : value,
    json: /^(?:true|false)$/.test(value) ? value : quoted,
  };
  const added = pair === undefined && last ? keyEdit(last, name, written, entry.unit.text, format) : undefined;
  const edit = pair?.value.kind === "scalar" ? { ...contentSpan(pair.value), newText: value } : added;
  if (edit === undefined) return {};
  return { data: { title: { en: `Set ${name}: ${value}`, ja: `${name}を${value}にする` }, edits: [edit] } };
}
