import limits from "../../../data/limits.yaml";
import { bytes } from "../../model/templateBytes.ts";
import { contentSpan, pairOf, valueAt } from "../../model/tree/node.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule } from "../shared/rule.ts";

const LIMIT = limits().userData;

/** User data that is longer than EC2 takes, whatever is filled in. */
export const userDataSize: EntryRule = {
  scope: "entry",
  types: ["AWS::AutoScaling::LaunchConfiguration", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const pair = pairOf(properties, "UserData") ?? pairOf(valueAt(properties, "LaunchTemplateData"), "UserData");
    if (pair?.value.kind !== "call" || pair.merged || pair.value.name !== "Fn::Base64") return;
    const fixed = composedText(pair.value.argument)?.replaceAll(/\$\{[^}]*\}/g, "") ?? "";
    // Most are far from it, and need no counting.
    if (fixed.length * 3 <= LIMIT) return;
    const size = bytes(fixed);
    if (size <= LIMIT) return;
    report(contentSpan(pair.key), { message: "too-long", with: { size, limit: LIMIT } });
  },
};
