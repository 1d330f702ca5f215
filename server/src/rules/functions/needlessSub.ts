import type { CallNode, Node } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";

/** `Fn::Sub` of a text without any `${…}`: the plain text says the same. */
export const needlessSub: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions", "Metadata"],
  check(entry, { report }) {
    for (const { call } of callSites(entry)) {
      if (call.name !== "Fn::Sub") continue;
      const text = call.argument.kind === "list" ? call.argument.items[0] : call.argument;
      if (text?.kind !== "scalar" || text.value === null) continue;
      const variables = subVariables(text.text);
      if (variables.some(({ literal }) => !literal)) continue;
      if (variables.length > 0) {
        report(call.nameSpan, { message: "escapes-only", tag: "unnecessary" });
        continue;
      }
      if (text.text.includes("${") || /^#![^\n]*\s*$/.test(text.text)) continue;
      const data = removal(call, text);
      report(call.nameSpan, { message: "nothing-filled-in", unfinished: "below", tag: "unnecessary", data });
    }
  },
};

/** Removes the tag. The long form has no fix, as its key and braces would have to be removed as well. */
function removal({ form, nameSpan, argument }: CallNode, text: Node): FixData | undefined {
  if (form !== "short" || argument !== text) return undefined;
  const title = { en: "Remove the unnecessary Sub", ja: "不要なSubを削除" };
  return { title, edits: [{ start: nameSpan.start, end: text.start, newText: "" }], safe: true };
}
