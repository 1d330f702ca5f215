import { type CallNode, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import type { EntryContext, EntryRule } from "../engine/rule.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { attributeResult } from "../shared/resolving/attributeResult.ts";
import { callsIn } from "../shared/resolving/callSites.ts";
import { hasAllKeys } from "../shared/values/literals.ts";

const LISTS: ReadonlySet<string> = new Set(["Fn::Split", "Fn::GetAZs", "Fn::Cidr"]);

/**
 * An output whose value is not a string, whose description is computed, or whose export has a name that only a resource
 * could give.
 */
export const outputValue: EntryRule = {
  scope: "entry",
  sections: ["Outputs"],
  check(entry, context) {
    if (entry.name.startsWith("Fn::") || context.declarations.open) return;
    const value = valueAt(entry.value, "Value");
    const { report, declarations } = context;
    if (value !== undefined && isList(value, context)) {
      report(value, {
        en: `The value of an output must be a string${value.kind === "map" ? "" : ": join the list with Fn::Join"}.`,
        ja: `出力の値は文字列です${value.kind === "map" ? "" : "。リストはFn::Joinでつなげてください"}。`,
      });
    }
    if (declarations.transforms.length > 0) return;
    const description = valueAt(entry.value, "Description");
    if (description?.kind === "call") {
      report(description, {
        en: "The description of an output must be a literal string, without functions.",
        ja: "出力のDescriptionには、関数を使わない文字列を書きます。",
      });
    }
    const name = valueAt(valueAt(entry.value, "Export"), "Name");
    for (const { call } of name === undefined ? [] : callsIn(name)) {
      const isOuter = call.name === "Fn::ImportValue" || call.name === "Fn::GetAZs";
      if (!isOuter && !resourcesIn(call).some((name) => declarations.resources.has(name))) continue;
      report(call, {
        en: "The name of an export can't depend on a resource (“The Name field of every Export member must be specified and not depend on any resources”): use parameters and pseudo parameters.",
        ja: "エクスポート名にリソースの値は使えません（「The Name field of every Export member must be specified and not depend on any resources」）。パラメータや擬似パラメータを使ってください。",
      });
    }
  },
};

/** What a call names. */
function resourcesIn(call: CallNode): readonly string[] {
  if (call.name === "Ref" || call.name === "Fn::GetAtt") return [resourceTarget(call) ?? ""];
  if (call.name !== "Fn::Sub") return [];
  const { argument } = call;
  const own = argument.kind === "list" ? argument.items[1] : undefined;
  return subVariables(textOf(argument.kind === "list" ? argument.items[0] : argument) ?? "")
    .filter(({ name, literal }) => !literal && valueAt(own, name) === undefined)
    .map(({ name }) => name.split(".", 1)[0] ?? "");
}

function isList(node: Node, context: EntryContext): boolean {
  const { declarations } = context;
  if (node.kind === "list" || node.kind === "map") return node.kind === "list" || hasAllKeys(node);
  if (node.kind === "scalar") return false;
  if (node.name === "Ref") {
    const name = textOf(node.argument) ?? "";
    return (
      name === "AWS::NotificationARNs" ||
      /^(?:List<|CommaDelimitedList$)/.test(declarations.parameters.get(name)?.type ?? "")
    );
  }
  return LISTS.has(node.name) || attributeResult(node, context) === "list";
}
