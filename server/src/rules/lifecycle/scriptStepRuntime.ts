import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalAt, literalText } from "../shared/values/literals.ts";

/** The languages that the step supports; their versions are not checked. */
const RUNTIME = /^(?:python3\.\d+|PowerShell (?:Core )?\d+(?:\.\d+)*)$/;

/** A runtime that the step `aws:executeScript` of a Systems Manager document does not have. */
export const scriptStepRuntime: EntryRule = {
  scope: "entry",
  types: ["AWS::SSM::Document"],
  check(entry, { report }) {
    for (const node of runtimes(valueAt(valueAt(valueAt(entry.value, "Properties"), "Content"), "mainSteps"))) {
      if (RUNTIME.test(node.text) || node.text.includes("{{")) continue;
      report(contentSpan(node), { message: "no-runtime", with: { value: node.text } });
    }
  },
};

function runtimes(steps: Node | undefined): readonly ScalarNode[] {
  const items = steps?.kind === "list" ? steps.items : [];
  return items.flatMap((step) =>
    literalText(step, "action") === "aws:executeScript" ? (literalAt(valueAt(step, "inputs"), "Runtime") ?? []) : [],
  );
}
