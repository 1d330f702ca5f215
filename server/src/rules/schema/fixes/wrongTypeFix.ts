import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import type { ListNode, MapNode, Node } from "../../../model/tree/node.ts";
import { startOfLine } from "../../../text/span.ts";
import { keyIndent } from "../../shared/fixes/keyEdit.ts";
import { changeTo, replacement } from "../../shared/fixes/nearest.ts";
import type { FixData, FixEdit } from "../../shared/rule.ts";

/** Common spellings of true and false. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "on", "1", "enable", "enabled"].map((word): [string, string] => [word, "true"]),
  ...["no", "n", "off", "0", "disable", "disabled"].map((word): [string, string] => [word, "false"]),
]);

/**
 * The fix that writes a value as the property's type, if there is an obvious way. @param text that the nodes' offsets
 * refer to. @param first what a list of it begins with
 */
export function wrongTypeFix(
  node: Node,
  type: ValueType,
  key: Node,
  text: string,
  first?: string,
): FixData | undefined {
  if (type.kind === "list" && isSimple(type.items))
    return asItem(node, key, text, first) ?? (first === undefined ? asItems(node, key, text) : undefined);
  if (SIMPLE.has(type.kind) && node.kind === "list") return asOnlyItem(node, key, text);
  if (node.kind === "scalar" && type.kind === "boolean") {
    const meant = BOOLEANS.get(node.text.toLowerCase());
    if (meant === undefined || node.style === "literal" || node.style === "folded") return undefined;
    return replacement(node, meant);
  }
  if (node.kind !== "map" || type.kind !== "list" || type.items.kind !== "object") return undefined;
  const { properties } = type.items.object;
  if (node.pairs.length > 0 && node.pairs.every(({ key: { text: name } }) => properties.has(name)))
    return asOnlyObject(node, text);
  if (!properties.has("Key") || !properties.has("Value")) return undefined;
  const edits = node.flow ? flowTags(node, text) : blockTags(node, text);
  return edits && { title: { en: "Write the tags as a list", ja: "タグをリストで書く" }, edits };
}

const SIMPLE: ReadonlySet<ValueType["kind"]> = new Set(["string", "number", "boolean"]);

function isSimple(type: ValueType): boolean {
  return SIMPLE.has(type.kind) || (type.kind === "union" && type.of.every(isSimple));
}

const LIST_OF_ONE = { en: "Write it as a list of one", ja: "要素が1つのリストで書く" };

/** The dash of the only item was forgotten: what is below the key is that item. */
function asOnlyObject({ flow, start, end, pairs }: MapNode, text: string): FixData | undefined {
  if (pairs.some(({ merged }) => merged)) return undefined;
  if (flow) {
    const brackets = [
      { start, end: start, newText: "[" },
      { start: end, end, newText: "]" },
    ];
    return text[start] === "{" && text[end - 1] === "}" ? { title: LIST_OF_ONE, edits: brackets } : undefined;
  }
  if (/\S/.test(text.slice(startOfLine(text, start), start))) return undefined;
  const lines = [...text.slice(start, end).matchAll(/\n(?=[ \t]*[^\s])/g)].map(({ index }) => start + index + 1);
  const edits = [{ start, end: start, newText: "- " }, ...lines.map((at) => ({ start: at, end: at, newText: "  " }))];
  return { title: LIST_OF_ONE, edits };
}

/** `SubnetIds: !Ref Subnet` becomes a list of one. */
function asItem(node: Node, key: Node, text: string, first: string | undefined): FixData | undefined {
  const written = text.slice(node.start, node.end);
  if ((node.kind !== "scalar" && node.kind !== "call") || /[\n,]/.test(written)) return undefined;
  const title = first === undefined ? LIST_OF_ONE : changeTo(`[${first}, ${written}]`);
  if (text[key.start] === '"' && /^["{\d]/.test(written)) {
    const newText = first === undefined ? `[${written}]` : `["${first}", ${written}]`;
    return { title, edits: [{ start: node.start, end: node.end, newText }] };
  }
  const indent = keyIndent(text, key.start);
  const gap = /^["']?: +$/.exec(text.slice(key.end, node.start))?.[0];
  if (/\S/.test(indent) || gap === undefined) return undefined;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const start = key.end + gap.trimEnd().length;
  const dash = `${newline}${indent}  - `;
  return { title, edits: [{ start, end: node.start, newText: first === undefined ? dash : `${dash}${first}${dash}` }] };
}

/** `AllowedValues: dev, prod` becomes `[dev, prod]`. */
function asItems(node: Node, key: Node, text: string): FixData | undefined {
  if (node.kind !== "scalar" || node.style === "literal" || node.style === "folded") return undefined;
  const items = node.text.split(/, */);
  if (items.length < 2 || !items.every((item) => /^[\w./:-]*\w$/.test(item))) return undefined;
  const quote = text[key.start] === '"' ? '"' : "";
  const newText = `[${items.map((item) => quote + item + quote).join(", ")}]`;
  return replacement(node, newText, changeTo(newText));
}

/** `Runtime: [python3.14]` becomes that value itself. */
function asOnlyItem({ items, start, end }: ListNode, key: Node, text: string): FixData | undefined {
  const [item, other] = items;
  const written = item && text.slice(item.start, item.end);
  if (item === undefined || other !== undefined || (item.kind !== "scalar" && item.kind !== "call")) return undefined;
  if (written === undefined || /\n/.test(written) || !/^["']?\s*:\s*$/.test(text.slice(key.end, start)))
    return undefined;
  const from = key.end + text.slice(key.end, start).indexOf(":") + 1;
  return { title: changeTo(written), edits: [{ start: from, end, newText: ` ${written}` }] };
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

/** The same in flow style and in JSON. */
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
