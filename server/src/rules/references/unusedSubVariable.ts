import { contentSpan, textOf } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { pairRemoval } from "../shared/fixes/removal.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A variable in the map of `Fn::Sub` that the text does not use. */
export const unusedSubVariable: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions"],
  check(entry, { format, report }) {
    for (const { call } of callSites(entry)) {
      if (call.name !== "Fn::Sub" || call.argument.kind !== "list") continue;
      const [text, variables] = call.argument.items;
      const written = textOf(text);
      if (written === undefined || variables?.kind !== "map") continue;
      const used = new Set(subVariables(written).map(({ name }) => name));
      for (const pair of variables.pairs) {
        const { key, merged } = pair;
        if (merged || key.value === null || used.has(key.text) || key.text.startsWith("Fn::")) continue;
        const isOnly = variables.pairs.length === 1;
        const edit = isOnly ? undefined : pairRemoval(variables, pair, entry.unit.text, format);
        report(contentSpan(key), {
          message: "not-used",
          with: { key: key.text },
          tag: "unnecessary",
          data: edit && { title: { en: `Remove ${key.text}`, ja: `${key.text}を削除` }, edits: [edit] },
        });
      }
    }
  },
};
