import type { Node } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";

/** Keys that are merged in by `<<`. */
export const yamlMerge: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Parameters", "Mappings", "Conditions"],
  check(entry, { format, report }) {
    if (format !== "yaml" || !entry.unit.text.includes("<<")) return;
    for (const node of merging(entry.value)) {
      const at = entry.unit.text.indexOf("<<", node.start);
      if (at < 0 || at >= node.end) continue;
      report({ start: at, end: at + 2 }, { message: "merge-key" });
    }
  },
};

function merging(node: Node): readonly Node[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "call") return merging(node.argument);
  if (node.kind === "list") return node.items.flatMap(merging);
  const own = node.pairs.some(({ merged }) => merged) ? [node] : [];
  return [...own, ...node.pairs.flatMap(({ value, merged }) => (merged ? [] : merging(value)))];
}
