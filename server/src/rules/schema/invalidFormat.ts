import { contentSpan } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { formatProblem, hasFormat } from "../shared/values/formatProblem.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** A string that does not match the pattern, or is too long or too short, or a number out of range. */
export const invalidFormat: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, { catalogue, report }) {
    const { literals } = valueSites(entry, catalogue);
    for (let index = 0; index < literals.length; index++) {
      const { node, type: wanted, key } = literals[index] as ValueSite;
      if (node.kind !== "scalar" || !hasFormat(wanted)) continue;
      const { text } = node;
      // What is filled in later has another length, and other characters.
      if (text.includes("{{resolve:") || text.includes("${")) continue;
      const problem = formatProblem(text, wanted);
      if (problem === undefined) continue;
      const name = key?.text ?? "";
      report(contentSpan(node), { en: `${name} ${problem.en}.`, ja: `${name}は${problem.ja}。` });
    }
  },
};
