import { type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { mayHaveNull } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** A key without a value, or an explicit `null`: CloudFormation refuses templates with null values. */
export const nullValue: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Conditions", "Mappings", "Rules", "Metadata", "Hooks"],
  check(entry, { catalogue, report }) {
    if (!mayHaveNull(entry)) return;
    const type = catalogue.resourceType(typeNameOf(entry.value) ?? "");
    const isSam = entry.section === "Resources" && type?.transform !== undefined;
    const properties = valueAt(entry.value, "Properties");
    const severity = (isSam && properties?.kind === "map") || entry.section === "Globals" ? "warning" : "error";
    const needed = isSam
      ? valueSites(entry, catalogue).values.filter(({ property }) => property?.required === true)
      : [];
    const definition = isSam ? valueAt(properties, "Definition") : undefined;
    walk(entry.value, entry.key, entry.name);

    function walk(node: Node, key: Span, name: string): void {
      if (node === definition) return;
      if (node.kind === "scalar") {
        if (node.value === null && node.tag === undefined)
          report(node.end > node.start ? node : key, {
            message: "no-value",
            with: { name },
            severity: needed.some((site) => site.node === node) ? "error" : severity,
            unfinished: "below",
          });
      } else if (node.kind === "list")
        for (const item of node.items) walk(item, item.end > item.start ? item : key, name);
      else if (node.kind === "call") {
        // A tag alone, such as `!GetAZs`, has an empty text as its argument.
        if (node.form === "long" || node.argument.kind !== "scalar") walk(node.argument, node.nameSpan, node.name);
      } else {
        // An indexed loop, as every node is visited: see “Code that runs cold” in docs/performance.md.
        for (let index = 0; index < node.pairs.length; index++) {
          const pair = node.pairs[index];
          if (pair !== undefined && !pair.merged) walk(pair.value, pair.key, pair.key.text);
        }
      }
    }
  },
};
