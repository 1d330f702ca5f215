import type { Declarations } from "../../../model/declarations.ts";
import type { ConditionFormula } from "../../../model/tree/conditionFormula.ts";
import { memoWhile } from "../../../text/memoBy.ts";
import type { Assumption } from "./callSites.ts";

/** What is known of a template's conditions. */
export interface ConditionModel {
  readonly formulas: ReadonlyMap<string, ConditionFormula>;
  /**
   * Whether all assumptions can be true together; `undefined` if there are too many combinations to tell, on which a rule
   * stays silent. Unknown conditions can be either.
   */
  possible(assumptions: readonly Assumption[]): boolean | undefined;
  /** Whether a parameter can have a value while the assumptions are true; `undefined` as above. */
  canBe(parameter: string, value: string, assumptions: readonly Assumption[]): boolean | undefined;
}

/** Combinations of values that are tried for one question. */
const MAX_COMBINATIONS = 4096;

/** Conditions that build on more others than this are not solved. */
const MAX_CONDITIONS = 200;

/** The conditions of a template; the same object while neither they nor the parameters change. */
export function conditionModel(declarations: Declarations): ConditionModel {
  return modelOf(declarations.formulas, declarations);
}

interface KnownModel extends ConditionModel {
  readonly parameters: Declarations["parameters"];
}

const modelOf = memoWhile<Declarations["formulas"], KnownModel, Declarations>(
  (before, { parameters }) => before.parameters === parameters,
  madeModel,
);

function madeModel(formulas: Declarations["formulas"], declarations: Declarations): KnownModel {
  const verdicts = new Map<string, boolean | undefined>();
  const decided = (assumptions: readonly Assumption[], fixed: Fixed | undefined): boolean | undefined => {
    if (assumptions.length === 0) return true;
    const held = assumptions.map(({ condition, holds }) => `${holds ? "" : "!"}${condition}`).join("&");
    const key = fixed === undefined ? held : `${held}?${fixed.parameter}=${fixed.value}`;
    if (!verdicts.has(key)) verdicts.set(key, satisfiable(assumptions, declarations, fixed));
    return verdicts.get(key);
  };
  return {
    formulas,
    parameters: declarations.parameters,
    possible: (assumptions) => decided(assumptions, undefined),
    canBe: (parameter, value, assumptions) => decided(assumptions, { parameter, value }),
  };
}

/** A parameter that has a value. */
interface Fixed {
  readonly parameter: string;
  readonly value: string;
}

interface Values {
  /** Variable → values that it is compared to. */
  readonly variables: Map<string, Set<string>>;
  readonly opaque: Set<string>;
}

function satisfiable(
  assumptions: readonly Assumption[],
  declarations: Declarations,
  fixed: Fixed | undefined,
): boolean | undefined {
  const { formulas } = declarations;
  const values: Values = { variables: new Map(), opaque: new Set() };
  const seen = new Set<string>();
  for (const { condition } of assumptions) collect(condition, formulas, values, seen);
  if (seen.size > MAX_CONDITIONS) return undefined;
  const choices: (readonly [name: string, options: readonly (string | boolean | undefined)[]])[] = [];
  let combinations = 1;
  for (const [name, compared] of values.variables) {
    const given = fixed && fixedValue(name, fixed);
    // `undefined` stands for whatever it is not compared to.
    const options =
      given === undefined ? optionsOf(name, compared, declarations) : [compared.has(given) ? given : undefined];
    choices.push([name, options]);
    combinations *= options.length;
  }
  for (const name of values.opaque) {
    choices.push([name, [true, false]]);
    combinations *= 2;
  }
  if (combinations > MAX_COMBINATIONS) return undefined;
  const assignment = new Map<string, string | boolean | undefined>();
  return tryFrom(0);

  function tryFrom(index: number): boolean {
    const choice = choices[index];
    if (choice === undefined) {
      const known = new Map<string, boolean>();
      return assumptions.every(
        ({ condition, holds }) => conditionHolds(condition, formulas, assignment, known) === holds,
      );
    }
    return choice[1].some((option) => {
      assignment.set(choice[0], option);
      return tryFrom(index + 1);
    });
  }
}

/** What a compared value is where a parameter is fixed; `undefined` if that does not decide it. */
function fixedValue(variable: string, { parameter, value }: Fixed): string | undefined {
  const ref = `Ref(${JSON.stringify(parameter)})`;
  if (variable === ref) return value;
  const items = value.split(",");
  if (variable === `Fn::Sub(${JSON.stringify(`\${${parameter}}`)})`) return value;
  const joined = /^Fn::Join\(\[("(?:[^"\\]|\\.)*"),(.*)\]\)$/.exec(variable);
  if (joined?.[2] === `[${ref}]`) return value;
  if (joined?.[2] === ref) return items.join(JSON.parse(joined[1] ?? '""') as string);
  const selected = /^Fn::Select\(\["(\d+)",(.*)\]\)$/.exec(variable);
  return selected?.[2] === ref ? items[Number(selected[1])]?.trim() : undefined;
}

/** The values that matter: those it is compared to, and one that stands for all others where there may be others. */
function optionsOf(
  variable: string,
  compared: ReadonlySet<string>,
  { parameters }: Declarations,
): readonly (string | undefined)[] {
  const name = /^Ref\("(.*)"\)$/.exec(variable)?.[1];
  const allowed = name === undefined ? undefined : parameters.get(name)?.allowedValues;
  if (allowed === undefined || allowed.length === 0) return [...compared, undefined];
  const options = [...compared].filter((value) => allowed.includes(value));
  return allowed.every((value) => compared.has(value)) ? options : [...options, undefined];
}

function collect(
  condition: string,
  formulas: ReadonlyMap<string, ConditionFormula>,
  values: Values,
  seen: Set<string>,
): void {
  if (seen.has(condition) || seen.size > MAX_CONDITIONS) return;
  seen.add(condition);
  const own = formulas.get(condition);
  if (own === undefined) values.opaque.add(`condition ${condition}`);
  else visit(own);

  function visit(one: ConditionFormula): void {
    if (one.kind === "equals") {
      const compared = values.variables.get(one.variable) ?? new Set();
      values.variables.set(one.variable, compared.add(one.value));
    } else if (one.kind === "opaque") {
      const name = one.text.startsWith("condition ") ? one.text.slice(10) : undefined;
      if (name !== undefined && formulas.has(name)) collect(name, formulas, values, seen);
      else values.opaque.add(one.text);
    } else if (one.kind === "not") visit(one.of);
    else if (one.kind !== "constant") for (const part of one.of) visit(part);
  }
}

/** @param known the conditions that this assignment has decided already; one that is being decided refers to itself and counts as false */
function conditionHolds(
  condition: string,
  formulas: ReadonlyMap<string, ConditionFormula>,
  assignment: ReadonlyMap<string, string | boolean | undefined>,
  known: Map<string, boolean>,
): boolean {
  const before = known.get(condition);
  if (before !== undefined) return before;
  const own = formulas.get(condition);
  if (own === undefined) return assignment.get(`condition ${condition}`) === true;
  known.set(condition, false);
  const result = holds(own);
  known.set(condition, result);
  return result;

  function holds(one: ConditionFormula): boolean {
    switch (one.kind) {
      case "constant":
        return one.holds;
      case "equals":
        return assignment.get(one.variable) === one.value;
      case "not":
        return !holds(one.of);
      case "and":
        return one.of.every(holds);
      case "or":
        return one.of.some(holds);
      case "opaque": {
        const name = one.text.startsWith("condition ") ? one.text.slice(10) : undefined;
        return name !== undefined && formulas.has(name)
          ? conditionHolds(name, formulas, assignment, known)
          : assignment.get(one.text) === true;
      }
    }
  }
}
