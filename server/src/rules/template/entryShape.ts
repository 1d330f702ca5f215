import { contentSpan, type Node, pairOf } from "../../model/tree/node.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/**
 * An entry of a section that is not a map although it must be, or a resource whose Type or DependsOn is not a literal.
 */
export const entryShape: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks"],
  check(entry, context) {
    const { value, section, key } = entry;
    if (entry.name.startsWith("Fn::") || value.kind === "call" || context.declarations.open) return;
    if (value.kind !== "map") {
      // The value is missing while it is being typed.
      if (value.kind === "scalar" && (value.value === null || value.tag !== undefined)) return;
      context.report(value.kind === "list" ? contentSpan(key) : contentSpan(value), {
        message: "no-keys",
        with: { name: entry.name },
      });
    } else if (section === "Resources") checkResource(value, context);
  },
};

function checkResource(resource: Node, { declarations, report }: EntryContext): void {
  const type = pairOf(resource, "Type");
  if (type !== undefined && !type.merged && type.value.kind !== "scalar")
    report(type.value, { message: "type-no-literal" });
  const dependsOn = pairOf(resource, "DependsOn");
  if (dependsOn === undefined || dependsOn.merged || declarations.transforms.length > 0) return;
  const { value } = dependsOn;
  for (const node of value.kind === "list" ? value.items : [value]) {
    if (node.kind === "scalar") continue;
    report(node, { message: "depends-on-shape" });
  }
}
