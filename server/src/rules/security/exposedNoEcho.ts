import { references } from "../../model/focus/references.ts";
import { valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A NoEcho parameter in Outputs or Metadata: its value is visible to anyone who can describe the stack. */
export const exposedNoEcho: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Metadata"],
  check(entry, { declarations, report }) {
    const part = entry.section === "Resources" ? valueAt(entry.value, "Metadata") : entry.value;
    if (part === undefined) return;
    for (const reference of references(entry)) {
      const { kind, name, start, end } = reference;
      if (kind !== "ref" || start < part.start || end > part.end) continue;
      if (declarations.parameters.get(name)?.noEcho !== true) continue;
      report(reference, { message: "readable", with: { name } });
    }
  },
};
