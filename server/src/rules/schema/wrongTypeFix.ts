import type { ValueType } from "../../catalogue/types/catalogue.ts";
import type { MapNode, Node } from "../../model/tree/node.ts";
import { startOfLine } from "../../text/lines.ts";
import type { FixData, FixEdit } from "../engine/rule.ts";
import { replacement } from "../shared/fixes/nearest.ts";

/** What people write for true and false. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "on", "1", "enable", "enabled"].map((word): [string, string] => [word, "true"]),
  ...["no", "n", "off", "0", "disable", "disabled"].map((word): [string, string] => [word, "false"]),
]);

/** How a value of another type is rather written, if that is clear. @param text that the node's offsets count in */
export function wrongTypeFix(node: Node, type: ValueType, text: string): FixData | undefined {
  if (node.kind === "scalar" && type.kind === "boolean") {
    const meant = BOOLEANS.get(node.text.toLowerCase());
    if (meant === undefined || node.style === "literal" || node.style === "folded") return undefined;
    return replacement(node, meant);
  }
  if (node.kind !== "map" || type.kind !== "list" || type.items.kind !== "object") return undefined;
  const { properties } = type.items.object;
  if (!properties.has("Key") || !properties.has("Value")) return undefined;
  const edits = node.flow ? flowTags(node, text) : blockTags(node, text);
  return edits && { title: { en: "Write the tags as a list", ja: "タグをリストで書く" }, edits };
}

/** `Name: web` becomes `- Key: Name` and `Value: web` below it. */
function blockTags({ pairs }: MapNode, text: string): readonly FixEdit[] | undefined {
  const edits: FixEdit[] = [];
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  for (const { key, value, merged } of pairs) {
    const indent = text.slice(startOfLine(text, key.start), key.start);
    if (merged || /\S/.test(indent) || value.start < key.end || /[^ :]/.test(text.slice(key.end, value.start)))
      return undefined;
    const newText = `- Key: ${text.slice(key.start, key.end)}${newline}${indent}  Value: `;
    edits.push({ start: key.start, end: value.start, newText });
  }
  return edits;
}

/** The same in brackets, and in JSON. */
function flowTags({ pairs, start, end }: MapNode, text: string): readonly FixEdit[] | undefined {
  if (text[start] !== "{" || text[end - 1] !== "}" || pairs.some(({ merged }) => merged)) return undefined;
  const open: FixEdit = { start, end: start + 1, newText: "[" };
  const items = pairs.flatMap(({ key, value }, index): readonly FixEdit[] => {
    const [keyWord, valueWord] = text[key.start] === '"' ? ['"Key"', '"Value"'] : ["Key", "Value"];
    const newText = `{ ${keyWord}: ${text.slice(key.start, key.end)}, ${valueWord}: `;
    const isLast = index === pairs.length - 1;
    const closing = isLast ? ` }${text.slice(value.end, end - 1)}]` : " }";
    return [
      { start: key.start, end: value.start, newText },
      { start: value.end, end: isLast ? end : value.end, newText: closing },
    ];
  });
  return pairs.length === 0 ? undefined : [open, ...items];
}
