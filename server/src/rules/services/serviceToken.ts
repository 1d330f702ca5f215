import { contentSpan, pairOf } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { hasAllKeys, isSet, literalText } from "../shared/values/literals.ts";

/** A custom resource without ServiceToken: CloudFormation would not know whom to send its requests to. */
export const serviceToken: EntryRule = {
  scope: "entry",
  check(entry, { declarations, report }) {
    const type = literalText(entry.value, "Type");
    if (type?.startsWith("Custom::") !== true || declarations.open || entry.value.kind !== "map") return;
    const properties = pairOf(entry.value, "Properties");
    if (properties?.value.kind === "call") return;
    // This is how people write a resource that never exists, since a template has to have one.
    if (properties === undefined && pairOf(entry.value, "Condition") !== undefined) return;
    const map = properties?.value.kind === "map" ? properties.value : undefined;
    if (map !== undefined && (isSet(map, "ServiceToken") || !hasAllKeys(map))) return;
    if (!hasAllKeys(entry.value)) return;
    report(contentSpan(properties?.key ?? entry.key), { message: "missing", with: { name: entry.name } });
  },
};
