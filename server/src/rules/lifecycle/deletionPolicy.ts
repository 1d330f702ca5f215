import { contentSpan, pairOf, type ScalarNode, typeNameOf } from "../../model/tree/node.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { branchLiterals } from "../shared/values/literals.ts";

/** `DeletionPolicy` or `UpdateReplacePolicy` with a value that CloudFormation refuses for this type. */
export const deletionPolicy: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const type = typeNameOf(entry.value);
    for (const name of NAMES) {
      const value = pairOf(entry.value, name)?.value;
      if (value === undefined) continue;
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
