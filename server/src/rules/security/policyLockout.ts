import { contentSpan, listItems, type Node, pairOf, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { fitsGlob } from "../../text/glob.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalText } from "../shared/values/literals.ts";

/**
 * A policy that locks out whoever has to manage the resource: a key policy by which no account, role or user may change
 * it, so that KMS refuses the key, or a bucket policy that denies everything to everybody without a condition.
 */
export const policyLockout: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::KMS::Key", "AWS::KMS::ReplicaKey", "AWS::S3::BucketPolicy"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const isKey = typeNameOf(entry.value) !== "AWS::S3::BucketPolicy";
    const policy = pairOf(properties, isKey ? "KeyPolicy" : "PolicyDocument");
    const statements = listItems(valueAt(policy?.value, "Statement"));
    if (policy === undefined || policy.merged || statements.length === 0) return;
    if (!isKey) {
      for (const statement of statements)
        if (deniesAll(statement))
          report(statement, { message: "denies-everybody", severity: "warning", unfinished: "beside" });
      return;
    }
    const bypass = valueAt(properties, "BypassPolicyLockoutSafetyCheck");
    if (bypass !== undefined && literalText(properties, "BypassPolicyLockoutSafetyCheck")?.toLowerCase() !== "false")
      return;
    if (statements.some(mayManage)) return;
    report(contentSpan(policy.key), { message: "key-policy" });
  },
};

/** Whether a statement may allow somebody to change a key's policy; an unreadable one may. */
function mayManage(statement: Node): boolean {
  if (statement.kind !== "map") return true;
  if (textOf(valueAt(statement, "Effect")) === "Deny") return false;
  const principal = valueAt(statement, "Principal");
  const actions = listItems(valueAt(statement, "Action"));
  if (principal === undefined || actions.length === 0) return true;
  if (actions.every((one) => one.kind === "scalar" && !fitsGlob("kms:putkeypolicy", one.text.toLowerCase())))
    return false;
  // A service alone does not change the policy.
  return principal.kind !== "map" || principal.pairs.some(({ key }) => key.text !== "Service");
}

function deniesAll(statement: Node): boolean {
  const principal = valueAt(statement, "Principal");
  const all = [textOf(principal), textOf(valueAt(principal, "AWS"))].includes("*");
  const actions = listItems(valueAt(statement, "Action")).map(textOf);
  return (
    all &&
    textOf(valueAt(statement, "Effect")) === "Deny" &&
    pairOf(statement, "Condition") === undefined &&
    actions.some((action) => action === "*" || action?.toLowerCase() === "s3:*")
  );
}
