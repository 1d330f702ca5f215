import type { ConditionFormula } from "../../../model/tree/conditionFormula.ts";

/** A formula that has to be true, or false. */
export interface Goal {
  readonly formula: ConditionFormula;
  readonly holds: boolean;
}

/** A possible value of a variable: one that it is compared to, `undefined` for all others; for an opaque one, whether it holds. */
export type Option = string | boolean | undefined;

/** How often a part of a formula is looked at for one question; it takes some milliseconds. */
const MAX_STEPS = 60_000;

/** What conditions are in one case in which all goals are reached; `undefined` for one that it leaves open. */
export type Solution = (condition: string) => boolean | undefined;

/**
 * A case in which all goals are reached at once, `false` if there is none: a search that gives a variable a value only
 * if what is known does not decide yet. `undefined` if it takes too many steps.
 *
 * @param conditions what the names of conditions stand for
 */
export function solution(
  goals: readonly Goal[],
  conditions: ReadonlyMap<string, ConditionFormula>,
  optionsOf: (variable: string) => readonly Option[],
): Solution | false | undefined {
  const values = new Map<string, Option>();
  let known = new Map<string, boolean | undefined>();
  /** A variable that a condition depends on which is not decided yet. */
  const openIn = new Map<string, string>();
  let open: string | undefined;
  let steps = 0;
  return search() && solved;

  function solved(condition: string): boolean | undefined {
    const formula = conditions.get(condition);
    steps = 0;
    return formula && conditionValue(condition, formula);
  }

  function search(): boolean | undefined {
    known = new Map();
    let next: string | undefined;
    for (const { formula, holds } of goals) {
      open = undefined;
      const result = truthOf(formula);
      if (result === undefined) next ??= open;
      else if (result !== holds) return false;
      if (steps > MAX_STEPS) return undefined;
    }
    if (next === undefined) return true;
    for (const option of optionsOf(next)) {
      values.set(next, option);
      const result = search();
      if (result !== false) return result;
    }
    values.delete(next);
    return false;
  }

  /** `undefined` if it is not decided yet; then `open` is a variable that it depends on. */
  function truthOf(formula: ConditionFormula): boolean | undefined {
    steps++;
    switch (formula.kind) {
      case "constant":
        return formula.holds;
      case "equals":
        if (values.has(formula.variable)) return values.get(formula.variable) === formula.value;
        open ??= formula.variable;
        return undefined;
      case "not": {
        const result = truthOf(formula.of);
        return result === undefined ? undefined : !result;
      }
      case "and":
        return joinFormulas(formula.of, false);
      case "or":
        return joinFormulas(formula.of, true);
      case "opaque": {
        const name = conditionNamed(formula.text);
        const own = name === undefined ? undefined : conditions.get(name);
        if (name !== undefined && own !== undefined) return conditionValue(name, own);
        if (values.has(formula.text)) return values.get(formula.text) === true;
        open ??= formula.text;
        return undefined;
      }
    }
  }

  function joinFormulas(all: readonly ConditionFormula[], decisive: boolean): boolean | undefined {
    let result: boolean | undefined = !decisive;
    for (const one of all) {
      const value = truthOf(one);
      if (value === decisive) return decisive;
      if (value === undefined) result = undefined;
      if (steps > MAX_STEPS) return undefined;
    }
    return result;
  }

  /** One that refers to itself counts as false there. */
  function conditionValue(name: string, formula: ConditionFormula): boolean | undefined {
    if (known.has(name)) {
      const before = known.get(name);
      if (before === undefined) open ??= openIn.get(name);
      return before;
    }
    known.set(name, false);
    const outer = open;
    open = undefined;
    const result = truthOf(formula);
    known.set(name, result);
    if (open !== undefined) openIn.set(name, open);
    open = outer ?? open;
    return result;
  }
}

/** The condition that a formula names; `undefined` for anything else that can't be looked into. */
export function conditionNamed(text: string): string | undefined {
  return text.startsWith("condition ") ? text.slice(10) : undefined;
}
