import { contentSpan } from "../../model/tree/node.ts";
import { schemaAnswer } from "../shared/answer.ts";
import { typeOf } from "../shared/links/samGlobals.ts";
import type { EntryRule } from "../shared/rule.ts";
import { formatProblem, hasFormat } from "../shared/values/formatProblem.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** A string that does not match the pattern, or is too long or too short, or a number out of range. */
export const invalidFormat: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, { catalogue, report }) {
    const { literals } = valueSites(entry, catalogue);
    for (let index = 0; index < literals.length; index++) {
      const { node, type: wanted, key, property } = literals[index] as ValueSite;
      if (node.kind !== "scalar" || !hasFormat(wanted)) continue;
      const { text } = node;
      // Text that is filled in later has another length and other characters.
      if (text.includes("{{resolve:") || text.includes("${")) continue;
      const problem = formatProblem(text, wanted);
      if (problem === undefined) continue;
      const name = key?.text ?? "";
      const says = schemaAnswer(problem.miss, property, typeOf(entry));
      report(contentSpan(node), { message: "no-match", with: { name, problem, says } });
    }
  },
};
