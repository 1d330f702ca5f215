import { type MapNode, type Pair, pairOf } from "../../../model/tree/node.ts";
import type { FixData } from "../../engine/rule.ts";
import { indentAt } from "./keyEdit.ts";

/**
 * Moves a pair that stands beside `Properties` to its end, in YAML whose keys stand on lines of their own; `undefined`
 * for everything else.
 */
export function belowProperties(resource: MapNode, { key, value, merged }: Pair, text: string): FixData | undefined {
  const properties = pairOf(resource, "Properties")?.value;
  const [first] = properties?.kind === "map" && !properties.flow ? properties.pairs : [];
  if (properties === undefined || first === undefined || merged || resource.flow) return undefined;
  const inner = indentAt(text, first.key.start);
  const outer = indentAt(text, key.start);
  if (/\S/.test(inner + outer)) return undefined;
  const start = key.start - outer.length;
  const end = lineAfter(text, Math.max(key.end, text.slice(0, value.end).trimEnd().length));
  const target = lineAfter(text, text.slice(0, properties.end).trimEnd().length);
  const lines = text
    .slice(start, end)
    .split("\n")
    .map((line) => (line.trim() === "" ? line : inner + line.slice(outer.length)))
    .join("\n");
  const isLast = text[target - 1] !== "\n";
  const newText = `${isLast ? "\n" : ""}${isLast ? lines.trimEnd() : lines.replace(/\n?$/, "\n")}`;
  const title = { en: `Move ${key.text} below Properties`, ja: `${key.text}をPropertiesの下へ移動` };
  return {
    title,
    edits: [
      { start: target, end: target, newText },
      { start, end, newText: "" },
    ],
    preferred: true,
  };
}

/** Where the line behind an offset begins. */
function lineAfter(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}
