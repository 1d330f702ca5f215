import { contentSpan, type Node, pairOf, textOf, typeNameOf } from "../../model/tree/node.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A resource with only one of DeletionPolicy and UpdateReplacePolicy: what one of them keeps, the other deletes. */
export const bothPolicies: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report, format }) {
    if (entry.name.startsWith("Fn::")) return;
    const deletion = pairOf(entry.value, "DeletionPolicy");
    const replacement = pairOf(entry.value, "UpdateReplacePolicy");
    const present = deletion ?? replacement;
    if (present === undefined || (deletion !== undefined && replacement !== undefined) || present.merged) return;
    // If the one policy deletes, there is nothing for the other to lose.
    if (textOf(present.value) === "Delete") return;
    const properties = catalogue.resourceBody(typeNameOf(entry.value)).properties;
    const takes = properties.get(present.key.text)?.type;
    const written = textOf(present.value);
    // Other rules report a value that CloudFormation refuses.
    if (written !== undefined && takes?.kind === "string" && takes.enum?.includes(written) === false) return;
    const missing = deletion === undefined ? "DeletionPolicy" : "UpdateReplacePolicy";
    const allowed = properties.get(missing)?.type;
    const value = fittingValue(present.value, missing, allowed?.kind === "string" ? allowed.enum : undefined);
    const data = value === undefined ? undefined : keyEdit(present, missing, value, entry.unit.text, format);
    const title = { en: `Add ${missing}: ${value}`, ja: `${missing}: ${value}を追加` };
    const why =
      missing === "UpdateReplacePolicy"
        ? { en: "is deleted when an update replaces it", ja: "更新で置き換えられると、古いリソースが削除されます" }
        : { en: "is deleted with the stack", ja: "スタックの削除時に、リソースも削除されます" };
    report(contentSpan(entry.key), {
      message: "one-missing",
      with: { missing, why, key: present.key.text },
      related: [{ span: contentSpan(present.key), message: "set-here" }],
      unfinished: "below",
      topic: missing === "DeletionPolicy" ? "deletion-policy" : "update-replace-policy",
      ...(data && { data: { title, edits: [data], safe: true } }),
    });
  },
};

/** The same value for the other policy, if the type accepts it; `RetainExceptOnCreate` is for DeletionPolicy only. */
function fittingValue(node: Node, missing: string, allowed: readonly string[] | undefined): string | undefined {
  const text = textOf(node);
  const value = missing === "UpdateReplacePolicy" && text === "RetainExceptOnCreate" ? "Retain" : text;
  return value === undefined || allowed?.includes(value) === false ? undefined : value;
}
