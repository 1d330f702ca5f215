import { textOf, valueAt } from "../../model/node.ts";
import type { Entry } from "../../model/template.ts";
import type { ConditionModel } from "./conditionModel.ts";

/** Whether resources can be there all at once, as far as their conditions are known: where one is not, they can't. */
export function canBeTogether(entries: readonly Entry[], model: ConditionModel): boolean {
  const names = [...new Set(entries.flatMap(({ value }) => textOf(valueAt(value, "Condition")) ?? []))];
  if (names.length > 1 && names.some((name) => !model.formulas.has(name))) return false;
  return model.possible(names.map((condition) => ({ condition, holds: true })));
}
