import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { EntryContent } from "../../model/template.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { type Assumption, callSites } from "../shared/resolving/callSites.ts";
import { type ConditionModel, conditionModel } from "../shared/resolving/conditionModel.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A branch of `Fn::If` that can never be taken, because the conditions around it already decide. */
export const unreachableBranch: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const model = conditionModel(template.declarations);
    if (model.formulas.size === 0) return;
    for (const section of ["Resources", "Outputs"] as const) {
      for (const { entry, found } of unreachable(template, section, model)) {
        for (const { node, condition, holds } of found) {
          report(entry, node, {
            message: holds ? "never-true" : "never-false",
            with: { condition },
            tag: "unnecessary",
          });
        }
      }
    }
  },
};

interface Unreachable extends Assumption {
  readonly node: Node;
}

const unreachable = searchEntries((entry: EntryContent, model: ConditionModel): readonly Unreachable[] | undefined => {
  const own = textOf(valueAt(entry.value, "Condition"));
  const around: readonly Assumption[] = own === undefined ? [] : [{ condition: own, holds: true }];
  const found: Unreachable[] = [];
  for (const { call, assumptions } of callSites(entry)) {
    if (call.name !== "Fn::If" || call.argument.kind !== "list") continue;
    const [first, ...branches] = call.argument.items;
    const condition = textOf(first);
    if (condition === undefined || !model.formulas.has(condition)) continue;
    const outer = [...around, ...assumptions];
    if (outer.length === 0 || !model.possible(outer)) continue;
    for (const [index, node] of branches.slice(0, 2).entries()) {
      const assumption = { condition, holds: index === 0 };
      if (model.possible([...outer, assumption]) === false) found.push({ ...assumption, node });
    }
  }
  return found;
});
