import type { Node } from "../../model/tree/node.ts";
import { conditionMeant } from "../shared/fixes/conditionFix.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { hasAllKeys } from "../shared/values/literals.ts";

const COMPARING: ReadonlySet<string> = new Set(["Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition"]);
const COMBINING: ReadonlySet<string> = new Set(["Fn::And", "Fn::Or", "Fn::Not"]);

/** A condition that compares nothing: a parameter alone is neither true nor false. */
export const conditionShape: EntryRule = {
  scope: "entry",
  sections: ["Conditions"],
  check(entry, context) {
    if (!entry.name.startsWith("Fn::") && !context.declarations.open) checkCondition(entry.value, context);
  },
};

function checkCondition(node: Node, context: EntryContext): void {
  if (node.kind === "call") {
    if (COMBINING.has(node.name)) {
      const { argument } = node;
      // functionArguments reports the items that are not calls.
      for (const item of argument.kind === "list" ? argument.items : [])
        if (item.kind === "call") checkCondition(item, context);
      return;
    }
    if (COMPARING.has(node.name) || node.name === "Fn::Transform") return;
    // unknownRef reports a Ref of a condition.
    if (conditionMeant(node, context.declarations) !== undefined) return;
  } else if (
    node.kind === "scalar" &&
    (node.value === null || typeof node.value === "boolean" || node.tag !== undefined)
  )
    return;
  else if (node.kind === "map" && !hasAllKeys(node)) return;
  context.report(node, { message: "no-comparison" });
}
