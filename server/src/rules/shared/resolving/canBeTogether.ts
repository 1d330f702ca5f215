import type { Entry } from "../../../model/template.ts";
import { textOf, valueAt } from "../../../model/tree/node.ts";
import type { Severity } from "../rule.ts";
import type { Assumption } from "./callSites.ts";
import type { ConditionModel } from "./conditionModel.ts";

/** How surely one of two resources that can be there at once keeps the other from being created: each may be left out by a choice of its own. */
export function togetherSeverity(one: Entry, other: Entry): Severity {
  const [a, b] = [one, other].map(({ value }) => textOf(valueAt(value, "Condition")));
  return a === undefined || b === undefined || a === b ? "error" : "warning";
}

/**
 * Whether resources surely can be there all at once, while assumptions are true: not if one of their conditions is not known, or they
 * are too many to tell.
 */
export function canBeTogether(
  entries: readonly Entry[],
  model: ConditionModel,
  assumptions: readonly Assumption[] = [],
): boolean {
  const names = [...new Set(entries.flatMap(({ value }) => textOf(valueAt(value, "Condition")) ?? []))];
  if (names.length > 1 && names.some((name) => !model.formulas.has(name))) return false;
  return model.possible([...names.map((condition) => ({ condition, holds: true })), ...assumptions]) === true;
}
