import { references } from "../../model/focus/references.ts";
import { answer } from "../shared/answer.ts";
import { isLoopName, mayBeExpanded } from "../shared/declaredNames.ts";
import { orDeclare, suggestion } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";

/** `Condition`, or the first argument of `Fn::If`, that names no condition of the Conditions section. */
export const unknownCondition: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Hooks"],
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
      const meant = suggestion(name, declarations.conditions, reference);
      const isUsed = entry.section === "Resources" || entry.section === "Outputs";
      const says = answer(isUsed ? `Unresolved condition dependency ${name} in the ${entry.section} block` : undefined);
      report(reference, {
        message: "not-declared",
        with: { name, says, meant: orDeclare(meant) },
        missing: name,
        data: meant.data,
      });
    }
  },
};
