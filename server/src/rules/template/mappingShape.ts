import { contentSpan, type MapNode, type Node, type Pair } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/**
 * A mapping that does not have two levels of keys above its values, or keys with characters other than letters and
 * digits (and, on the first level, dots and hyphens).
 */
export const mappingShape: EntryRule = {
  scope: "entry",
  sections: ["Mappings"],
  check(entry, context) {
    if (context.declarations.transforms.length > 0 || context.declarations.open) return;
    const rows = levelPairs(entry.value, contentSpan(entry.key), /^[a-z\d.-]+$/i, context);
    for (const row of rows) {
      for (const { value } of levelPairs(row.value, contentSpan(row.key), /^[a-z\d]+$/i, context)) {
        if (value.kind !== "map") continue;
        context.report(value, { message: "third-level" });
      }
    }
  },
};

/** The pairs of a level, whose keys it checks. */
function levelPairs(node: Node, otherwise: Span, names: RegExp, { report }: EntryContext): MapNode["pairs"] {
  if (node.kind === "call" || (node.kind === "scalar" && node.value === null)) return [];
  if (node.kind !== "map" || node.pairs.length === 0) {
    report(node.kind === "scalar" ? contentSpan(node) : otherwise, { message: "no-keys" });
    return [];
  }
  const own = node.pairs.filter(({ merged }: Pair) => !merged);
  for (const { key } of own) {
    if (key.text.startsWith("Fn::")) return [];
    if (names.test(key.text)) continue;
    const message = names.source.includes(".-") ? "letters-and-hyphens" : "letters";
    report(contentSpan(key), { message, with: { key: key.text } });
  }
  return own;
}
