import type { Declarations } from "../../model/template.ts";
import {
  type CallNode,
  contentSpan,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  typeNameOf,
} from "../../model/tree/node.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { functionText } from "../shared/phrases.ts";
import type { EntryRule } from "../shared/rule.ts";
import { branchLiterals } from "../shared/values/literals.ts";

/** `DeletionPolicy` or `UpdateReplacePolicy` with a value that CloudFormation refuses for this type. */
export const deletionPolicy: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, report }) {
    const type = typeNameOf(entry.value);
    for (const name of NAMES) {
      const value = pairOf(entry.value, name)?.value;
      if (value === undefined) continue;
      for (const call of lateCalls(value, declarations))
        report(call, { message: "no-function", with: { call: functionText(call), name } });
      const allowed = catalogue.resourceBody(type).properties.get(name)?.type;
      if (allowed?.kind !== "string" || allowed.enum === undefined) continue;
      const topic = name === "DeletionPolicy" ? "deletion-policy" : "update-replace-policy";
      for (const node of branchLiterals(value)) check(node, name, allowed.enum, topic);
    }

    function check(value: ScalarNode, name: string, allowed: readonly string[], topic: string): void {
      if (allowed.includes(value.text)) return;
      const span = contentSpan(value);
      const isSnapshot = value.text === "Snapshot" && type !== undefined;
      const meant = isSnapshot ? suggestionFor("Retain", span) : suggestion(value.text, allowed, span);
      report(span, {
        message: isSnapshot ? "no-snapshot" : "no-policy",
        with: { value: value.text, name, allowed: allowed.join(", "), ...(isSnapshot ? { type } : { meant }) },
        topic,
        data: meant.data,
      });
    }
  },
};

const NAMES = ["DeletionPolicy", "UpdateReplacePolicy"] as const;

/** The functions in a policy that ask for a resource, or for what is read later: the policy itself is read before. */
function lateCalls(node: Node, declarations: Declarations): readonly CallNode[] {
  if (node.kind === "list") return node.items.flatMap((item) => lateCalls(item, declarations));
  if (node.kind !== "call") return [];
  const isLate =
    LATE.has(node.name) || (node.name === "Ref" && declarations.resources.has(textOf(node.argument) ?? ""));
  return isLate ? [node] : lateCalls(node.argument, declarations);
}

const LATE: ReadonlySet<string> = new Set(["Fn::GetAtt", "Fn::GetAZs", "Fn::ImportValue"]);
