import { type MapNode, type Pair, pairOf } from "../../../model/tree/node.ts";
import { startOfLine, startOfNextLine } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import type { FixData } from "../../engine/rule.ts";
import { indentAt } from "./keyEdit.ts";

/**
 * Moves pairs that stand beside `Properties` to its end, or below a new one, in YAML whose keys stand on lines of their
 * own; `undefined` for everything else.
 *
 * @param unit one level of indentation, for a new `Properties`
 */
export function belowProperties(
  resource: MapNode,
  pairs: readonly Pair[],
  text: string,
  unit: string,
): FixData | undefined {
  const properties = pairOf(resource, "Properties")?.value;
  const [first] = properties?.kind === "map" && !properties.flow ? properties.pairs : [];
  const [moved] = pairs;
  if (resource.flow || moved === undefined || pairs.some(({ merged }) => merged)) return undefined;
  if (properties !== undefined && first === undefined) return undefined;
  const outer = indentAt(text, moved.key.start);
  const inner = first === undefined ? outer + unit : indentAt(text, first.key.start);
  if (/\S/.test(inner) || pairs.some(({ key }) => indentAt(text, key.start) !== outer)) return undefined;
  const spans = pairs.map((pair) => linesSpan(pair, text));
  const lines = spans.map(({ start, end }) => {
    const own = text.slice(start, end).split("\n");
    return own.map((line) => (line.trim() === "" ? line : inner + line.slice(outer.length))).join("\n");
  });
  const newText = lines.map((one) => one.replace(/\n?$/, "\n")).join("");
  const names = pairs.map(({ key }) => key.text);
  const title = {
    en: `Move ${names.join(", ")} below Properties`,
    ja: `${names.join("、")}をPropertiesの下へ移動`,
  };
  const [own, ...others] = spans.map((span) => ({ ...span, newText: "" }));
  if (own === undefined) return undefined;
  if (properties === undefined) {
    return { title, edits: [{ ...own, newText: `${outer}Properties:\n${newText}` }, ...others], preferred: true };
  }
  const target = startOfNextLine(text, text.slice(0, properties.end).trimEnd().length);
  if (target === own.start) return { title, edits: [{ ...own, newText }, ...others], preferred: true };
  const isLast = text[target - 1] !== "\n";
  const added = isLast ? `\n${newText.trimEnd()}` : newText;
  return { title, edits: [{ start: target, end: target, newText: added }, own, ...others], preferred: true };
}

function linesSpan({ key, value }: Pair, text: string): Span {
  const start = startOfLine(text, key.start);
  return { start, end: startOfNextLine(text, Math.max(key.end, text.slice(0, value.end).trimEnd().length)) };
}
