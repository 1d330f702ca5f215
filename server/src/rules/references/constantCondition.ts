import { didYouMean } from "../../text/didYouMean.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

/** `Fn::Equals` of two literals: it is always true or always false. */
export const constantCondition: EntryRule = {
  scope: "entry",
  sections: ["Conditions", "Rules"],
  check(entry, { report, declarations }) {
    for (const { call } of callSites(entry)) {
      if (call.name !== "Fn::Equals" || call.argument.kind !== "list") continue;
      const [left, right] = call.argument.items;
      if (left?.kind !== "scalar" || right?.kind !== "scalar" || left.value === null || right.value === null) continue;
      const holds = left.text === right.text;
      const name = [left, right].find(({ text }) => declarations.parameters.has(text))?.text;
      const meant = didYouMean(name && `!Ref ${name}`);
      report(call, { message: holds ? "always-true" : "always-false", with: { meant } });
    }
  },
};
