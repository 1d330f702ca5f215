import { valueAt } from "../../model/tree/node.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

/** An output that only passes on what another stack exports: whoever needs the value can import it directly. */
export const importedOutput: EntryRule = {
  scope: "entry",
  sections: ["Outputs"],
  check(entry, { report }) {
    const value = valueAt(entry.value, "Value");
    if (value === undefined) return;
    for (const { call, attribute } of callSites(entry)) {
      if (call.name !== "Fn::ImportValue" || attribute !== "Value") continue;
      report(call, { message: "exported-again" });
    }
  },
};
