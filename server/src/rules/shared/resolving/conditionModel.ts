import { type Shared, shareable, shared, taken } from "../../../model/incremental/sharedReads.ts";
import type { Declarations } from "../../../model/template.ts";
import type { ConditionFormula } from "../../../model/tree/conditionFormula.ts";
import { memoWhile } from "../../../text/memoBy.ts";
import type { Assumption } from "./callSites.ts";
import { conditionNamed, type Goal, type Solution, solution } from "./satisfiable.ts";

/** The conditions of a template, for evaluation. */
export interface ConditionModel {
  readonly formulas: ReadonlyMap<string, ConditionFormula>;
  /**
   * Whether all assumptions can be true together while the rules of the template hold; `undefined` if that takes too
   * long to tell, on which a rule stays silent. Unknown conditions can be either.
   */
  possible(assumptions: readonly Assumption[]): boolean | undefined;
  /** Whether a parameter can have a value while the assumptions are true; `undefined` as above. */
  canBe(parameter: string, value: string, assumptions: readonly Assumption[]): boolean | undefined;
}

/** Conditions that build on more others than this are not solved. */
const MAX_CONDITIONS = 200;

/**
 * The conditions of a template; the same object while neither they nor the parameters change. What was found out for one entry
 * is known for the others.
 */
export function conditionModel(declarations: Declarations): ConditionModel {
  const original = shareable(declarations);
  const model = modelOf(original.formulas, original);
  return original === declarations ? model : modelFor(model, declarations);
}

/** The same for a caller whose reads are recorded. */
function modelFor({ ruleNames, verdict }: KnownModel, declarations: Declarations): ConditionModel {
  taken(ruleNames, declarations);
  return {
    formulas: declarations.formulas,
    possible: (assumptions) => taken(verdict(assumptions), declarations),
    canBe: (parameter, value, assumptions) => taken(verdict(assumptions, { parameter, value }), declarations),
  };
}

interface KnownModel extends ConditionModel {
  readonly parameters: Declarations["parameters"];
  readonly rules: Declarations["rules"];
  /** The rules that say something of a variable. */
  readonly ruleNames: Shared<ReadonlyMap<string, readonly string[]>>;
  verdict(assumptions: readonly Assumption[], fixed?: Fixed): Shared<boolean | undefined>;
}

const CERTAIN: Shared<true> = { made: true, reads: [] };

const modelOf = memoWhile<Declarations["formulas"], KnownModel, Declarations>(
  (before, { parameters, rules }) => before.parameters === parameters && before.rules === rules,
  madeModel,
);

function madeModel(formulas: Declarations["formulas"], declarations: Declarations): KnownModel {
  const verdicts = new Map<string, Shared<boolean | undefined>>();
  const ruleNames = shared(declarations, rulesByVariable);
  const verdict: KnownModel["verdict"] = (assumptions, fixed) => {
    if (assumptions.length === 0) return CERTAIN;
    const held = assumptions.map(({ condition, holds }) => `${holds ? "" : "!"}${condition}`).join("&");
    const key = fixed === undefined ? held : `${held}?${fixed.parameter}=${fixed.value}`;
    let known = verdicts.get(key);
    if (known === undefined) {
      known = shared(declarations, (recorded) => {
        const found = solutionAt(assumptions, recorded, ruleNames.made, fixed);
        return found && true;
      });
      verdicts.set(key, known);
    }
    return known;
  };
  return {
    formulas,
    parameters: declarations.parameters,
    rules: declarations.rules,
    ruleNames,
    verdict,
    possible: (assumptions) => verdict(assumptions).made,
    canBe: (parameter, value, assumptions) => verdict(assumptions, { parameter, value }).made,
  };
}

function rulesByVariable({ formulas, rules }: Declarations): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, formula] of rules) {
    const compared = new Map<string, Set<string>>();
    collect(formula, formulas, compared, new Set());
    for (const variable of compared.keys()) {
      const names = found.get(variable);
      if (names === undefined) found.set(variable, [name]);
      else names.push(name);
    }
  }
  return found;
}

/** A parameter that has a value. */
interface Fixed {
  readonly parameter: string;
  readonly value: string;
}

/** One case in which all assumptions are true, `false` if there is none; `undefined` as in {@link ConditionModel.possible}. */
export function caseWhere(
  assumptions: readonly Assumption[],
  declarations: Declarations,
): Solution | false | undefined {
  return solutionAt(assumptions, declarations, rulesByVariable(declarations), undefined);
}

/** Whether a formula can hold, whatever the parameters are given; `undefined` if that takes too long to tell. */
export function canHold(formula: ConditionFormula, declarations: Declarations): boolean | undefined {
  const compared = comparedIn(formula, declarations);
  const found = solution([{ formula, holds: true }], declarations.formulas, (variable) => {
    const values = compared.get(variable) ?? NONE;
    return values.size === 0 ? [true, false] : optionsOf(variable, values, declarations);
  });
  return found && true;
}

/** What a formula compares, and with which values. */
export function comparedIn(
  formula: ConditionFormula,
  { formulas }: Declarations,
): ReadonlyMap<string, ReadonlySet<string>> {
  const compared = new Map<string, Set<string>>();
  collect(formula, formulas, compared, new Set());
  return compared;
}

function solutionAt(
  assumptions: readonly Assumption[],
  declarations: Declarations,
  ruleNames: ReadonlyMap<string, readonly string[]>,
  fixed: Fixed | undefined,
): Solution | false | undefined {
  const { formulas, rules } = declarations;
  const compared = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const goals: Goal[] = assumptions.map(({ condition, holds }) => ({ formula: namedFormula(condition), holds }));
  for (const { formula } of goals) collect(formula, formulas, compared, seen);
  // Rules that have to do with it: a stack that breaks one is not made.
  const related = new Set<string>();
  for (const variable of compared.keys()) {
    for (const rule of ruleNames.get(variable) ?? []) {
      const formula = rules.get(rule);
      if (formula === undefined || related.has(rule)) continue;
      related.add(rule);
      goals.push({ formula, holds: true });
      // The conditions that it refers to are collected in turn.
      collect(formula, formulas, compared, seen);
    }
  }
  if (seen.size > MAX_CONDITIONS) return undefined;
  return solution(goals, formulas, (variable) => {
    const values = compared.get(variable) ?? NONE;
    const given = fixed && fixedValue(variable, fixed);
    if (given !== undefined) return [values.has(given) ? given : undefined];
    return values.size === 0 ? [true, false] : optionsOf(variable, values, declarations);
  });
}

const NONE: ReadonlySet<string> = new Set();

function namedFormula(condition: string): ConditionFormula {
  return { kind: "opaque", text: `condition ${condition}` };
}

/** The value of a compared variable if a parameter is fixed; `undefined` if that does not decide it. */
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

/** The values that matter: those it is compared to, and one that represents all others if there may be others. */
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

/** The variables of a formula with the values that they are compared to; none, for what can't be looked into. */
function collect(
  formula: ConditionFormula,
  formulas: ReadonlyMap<string, ConditionFormula>,
  compared: Map<string, Set<string>>,
  seen: Set<string>,
): void {
  if (formula.kind === "equals") {
    const values = compared.get(formula.variable) ?? new Set();
    compared.set(formula.variable, values.add(formula.value));
  } else if (formula.kind === "opaque") {
    const name = conditionNamed(formula.text);
    const own = name === undefined ? undefined : formulas.get(name);
    if (name === undefined || own === undefined) compared.set(formula.text, compared.get(formula.text) ?? new Set());
    else if (!seen.has(name) && seen.size <= MAX_CONDITIONS) {
      seen.add(name);
      collect(own, formulas, compared, seen);
    }
  } else if (formula.kind === "not") collect(formula.of, formulas, compared, seen);
  else if (formula.kind !== "constant") for (const part of formula.of) collect(part, formulas, compared, seen);
}
