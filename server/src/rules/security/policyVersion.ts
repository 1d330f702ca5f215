import { contentSpan, type Node, type ScalarNode } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";

/**
 * A policy document with the 2008 version, which does not have policy variables: `${aws:username}` stays plain text.
 */
export const policyVersion: EntryRule = {
  scope: "entry",
  check(entry, { report }) {
    if (!entry.unit.text.includes("2008-10-17")) return;
    for (const node of oldVersions(entry.value)) {
      const span = contentSpan(node);
      report(span, { message: "old-version", data: replacement(span, "2012-10-17") });
    }
  },
};

/** The versions of maps that also have statements. */
function oldVersions(node: Node): readonly ScalarNode[] {
  if (node.kind === "list") return node.items.flatMap(oldVersions);
  if (node.kind === "call") return node.argument.kind === "scalar" ? [] : oldVersions(node.argument);
  if (node.kind === "scalar") return [];
  const hasStatement = node.pairs.some(({ key }) => key.text === "Statement");
  return node.pairs.flatMap(({ key, value, merged }) => {
    if (merged) return [];
    if (hasStatement && key.text === "Version" && value.kind === "scalar")
      return value.text === "2008-10-17" ? [value] : [];
    return oldVersions(value);
  });
}
