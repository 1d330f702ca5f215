import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { writtenAsType } from "./unknownType.ts";

/**
 * A resource type that is not AWS's: CloudFormation knows it only in accounts and regions whose registry has activated
 * it.
 */
export const thirdPartyType: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, report }) {
    const node = valueAt(entry.value, "Type");
    if (node?.kind !== "scalar" || node.tag !== undefined || declarations.open) return;
    const { text } = node;
    if (!/^\w+::\w+::\w+$/.test(text) || /^(?:AWS|Alexa|Custom)::|::MODULE$/.test(text)) return;
    // unknownType reports a name of AWS's in other letters.
    if (writtenAsType(text, catalogue) !== undefined) return;
    report(contentSpan(node), { message: "to-be-activated", with: { text } });
  },
};
