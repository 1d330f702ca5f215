import type { EntryContent } from "../../../model/template.ts";
import { type Node, pairOf, type ScalarNode } from "../../../model/tree/node.ts";
import { entryIndentUnit, keyIndent } from "../../shared/fixes/keyEdit.ts";
import type { FixData } from "../../shared/rule.ts";

/**
 * The fix that writes a list of names with their values, as ECS takes them, as the map that is wanted.
 *
 * @param below the key that the map belongs below, if it is not the value itself
 */
export function namedValues(
  node: Node,
  key: ScalarNode,
  below: string | undefined,
  entry: EntryContent,
  format: "yaml" | "json",
): FixData | undefined {
  const { text } = entry.unit;
  const pairs = node.kind === "list" ? node.items.map((item) => namedValue(item, text)) : [];
  const known = pairs.filter((pair) => pair !== undefined);
  if (known.length === 0 || known.length < pairs.length) return undefined;
  const title = { en: "Write it as a map", ja: "マップで書く" };
  const indent = keyIndent(text, key.start);
  const gap = /^["']?\s*:/.exec(text.slice(key.end))?.[0].length;
  if (format === "json" || /\S/.test(indent) || gap === undefined) {
    if (format === "yaml" && known.some(([, value]) => /[{}[\],]|: | #/.test(value))) return undefined;
    const map = `{ ${known.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
    const quote = format === "json" ? '"' : "";
    const newText = below === undefined ? map : `{ ${quote}${below}${quote}: ${map} }`;
    return { title, edits: [{ start: node.start, end: node.end, newText }] };
  }
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = entryIndentUnit(entry);
  const outer = below === undefined ? "" : `${newline}${indent}${unit}${below}:`;
  const line = `${newline}${indent}${unit}${below === undefined ? "" : unit}`;
  const newText = `${outer}${known.map(([name, value]) => `${line}${name}: ${value}`).join("")}`;
  return { title, edits: [{ start: key.end + gap, end: node.end, newText }] };
}

/** A name and its value as they are written in one line each. */
function namedValue(item: Node, text: string): readonly [name: string, value: string] | undefined {
  const name = pairOf(item, "Name") ?? pairOf(item, "Key");
  const value = pairOf(item, "Value");
  if (item.kind !== "map" || item.pairs.length !== 2 || name?.value.kind !== "scalar" || value === undefined)
    return undefined;
  const [first = "", second = ""] = [name, value].map((pair) => text.slice(pair.value.start, pair.value.end));
  return first === "" || second === "" || /\n/.test(first + second) ? undefined : [first, second];
}
