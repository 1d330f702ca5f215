import { OTHER_CONSTRAINTS } from "../../catalogue/language/otherConstraints.ts";
import { contentSpan, pairOf } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalAt, literalText } from "../shared/values/literals.ts";

/**
 * A constraint that does not apply to the parameter's type, limits that no value can meet, or an AllowedPattern that is
 * not a regular expression.
 */
export const parameterAttributes: EntryRule = {
  scope: "entry",
  sections: ["Parameters"],
  check(entry, { report }) {
    const type = literalText(entry.value, "Type");
    const others = OTHER_CONSTRAINTS.get(type ?? "");
    if (others === undefined) return;
    for (const name of others) {
      const pair = pairOf(entry.value, name);
      if (pair === undefined || pair.merged) continue;
      report(contentSpan(pair.key), {
        message: "other-type",
        with: { name, type: type === "Number" ? "String" : "Number" },
      });
    }
    for (const [low, high] of [
      ["MinLength", "MaxLength"],
      ["MinValue", "MaxValue"],
    ] as const) {
      const minimum = Number(literalText(entry.value, low) ?? Number.NaN);
      const maximum = Number(literalText(entry.value, high) ?? Number.NaN);
      const node = literalAt(entry.value, high);
      if (node === undefined || !(minimum > maximum)) continue;
      report(contentSpan(node), { message: "bounds", with: { high, low, minimum } });
    }
  },
};
