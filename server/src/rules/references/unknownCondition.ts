import { references } from "../../model/focus/references.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isLoopName, mayBeExpanded } from "../shared/declaredNames.ts";
import { suggestion } from "../shared/fixes/nearest.ts";

/** `Condition`, or the first argument of `Fn::If`, that names no condition of the Conditions section. */
export const unknownCondition: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions", "Hooks"],
  check(entry, { declarations, report }) {
    for (const reference of references(entry)) {
      const { kind, name } = reference;
      if (
        kind !== "condition" ||
        declarations.conditions.has(name) ||
        isLoopName(name) ||
        mayBeExpanded(name, declarations)
      )
        continue;
      const { en, ja, data } = suggestion(name, declarations.conditions, reference);
      report(reference, {
        en: `${name} is not declared in Conditions.${en}`,
        ja: `${name}という条件は、Conditionsにありません。${ja}`,
        missing: name,
        data,
      });
    }
  },
};
