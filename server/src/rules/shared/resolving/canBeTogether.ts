import type { Entry } from "../../../model/template.ts";
import { textOf, valueAt } from "../../../model/tree/node.ts";
import type { ConditionModel } from "./conditionModel.ts";

/** Whether resources surely can be there all at once: not if one of their conditions is not known, or they are too many to tell. */
export function canBeTogether(entries: readonly Entry[], model: ConditionModel): boolean {
  const names = [...new Set(entries.flatMap(({ value }) => textOf(valueAt(value, "Condition")) ?? []))];
  if (names.length > 1 && names.some((name) => !model.formulas.has(name))) return false;
  return model.possible(names.map((condition) => ({ condition, holds: true }))) === true;
}
