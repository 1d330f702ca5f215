import { contentSpan, type Node, valueAt } from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/** A key in `AWS::CloudFormation::Interface` that the console does not read. */
export const interfaceShape: EntryRule = {
  scope: "entry",
  sections: ["Metadata"],
  check(entry, context) {
    if (entry.name !== "AWS::CloudFormation::Interface") return;
    checkInterfaceKeys(entry.value, ["ParameterGroups", "ParameterLabels"], context);
    const groups = valueAt(entry.value, "ParameterGroups");
    checkKind(groups, "list", "ParameterGroups", context);
    checkKind(valueAt(entry.value, "ParameterLabels"), "map", "ParameterLabels", context);
    for (const group of groups?.kind === "list" ? groups.items : []) {
      checkInterfaceKeys(group, ["Label", "Parameters"], context);
      checkInterfaceKeys(valueAt(group, "Label"), ["default"], context);
      checkKind(valueAt(group, "Parameters"), "list", "Parameters", context);
    }
    const labels = valueAt(entry.value, "ParameterLabels");
    for (const { value } of labels?.kind === "map" ? labels.pairs : []) checkInterfaceKeys(value, ["default"], context);
  },
};

function checkKind(node: Node | undefined, kind: "list" | "map", name: string, { report }: EntryContext): void {
  if (node === undefined || node.kind === kind || node.kind === "call") return;
  if (node.kind === "scalar" && (node.value === null || node.tag !== undefined)) return;
  report(node, { message: kind === "list" ? "no-list" : "no-map", with: { name } });
}

function checkInterfaceKeys(node: Node | undefined, names: readonly string[], { report }: EntryContext): void {
  if (node?.kind !== "map") return;
  for (const { key, merged } of node.pairs) {
    if (merged || names.includes(key.text) || key.value === null) continue;
    const span = contentSpan(key);
    const meant = suggestion(key.text, names, span);
    report(span, { message: "unknown-key", with: { key: key.text, meant, names: names.join(", ") }, data: meant.data });
  }
}
