import type { Declarations } from "../../../model/template.ts";
import type { Localised } from "../../../text/localised.ts";
import type { Assumption } from "./callSites.ts";
import { conditionModel } from "./conditionModel.ts";

/** By default, where something is assumed, or with a value of a parameter. */
export type When = "usual" | readonly Assumption[] | Chosen;

/** A value of a parameter. */
export interface Chosen {
  readonly parameter: string;
  readonly value: string;
}

/** The most conditions of which also two at once are gone through. */
const MAX_TOGETHER = 3;

/**
 * What may be assumed of the conditions by which the values of one thing are chosen: of each by itself, then of two at once,
 * as what one chooses may not go with what another does.
 *
 * @param around what is assumed already
 */
export function assumedCases(
  conditions: readonly string[],
  around: readonly Assumption[],
  declarations: Declarations,
): readonly (readonly Assumption[])[] {
  const model = conditionModel(declarations);
  const cases = (all: readonly (readonly Assumption[])[]): readonly (readonly Assumption[])[] =>
    all.filter((one) => model.possible([...one, ...around]) === true);
  const known = conditions.filter((condition) => model.formulas.has(condition));
  const single = known.map((condition) => cases([[{ condition, holds: true }], [{ condition, holds: false }]]));
  const pairs = known.length > MAX_TOGETHER ? [] : pairsOf(single);
  return [...single.flat(), ...cases(pairs)];
}

/** One of each of two. */
function pairsOf<One>(all: readonly (readonly (readonly One[])[])[]): readonly (readonly One[])[] {
  return all.flatMap((some, index) =>
    all.slice(index + 1).flatMap((others) => some.flatMap((one) => others.map((other) => [...one, ...other]))),
  );
}

export const BY_DEFAULT: Localised = { en: "By default: ", ja: "デフォルトの場合：" };

export function whereIs(assumptions: readonly Assumption[] | Chosen): Localised {
  if ("parameter" in assumptions) {
    const { parameter, value } = assumptions;
    return { en: `With ${parameter} set to ${value}: `, ja: `${parameter}が${value}の場合：` };
  }
  const en = assumptions.map(({ condition, holds }) => `${condition} is ${holds}`).join(" and ");
  const ja = assumptions.map(({ condition, holds }) => `${condition}が${holds}`).join("で");
  return { en: `Where ${en}: `, ja: `${ja}の場合：` };
}

/** Whether of the same condition one is where it holds, and one where it does not. */
export function areOpposite(some: When, others: When): boolean {
  const [one, two] = [some, others].map((when) =>
    when !== "usual" && "length" in when && when.length === 1 ? when[0] : undefined,
  );
  return one !== undefined && one.condition === two?.condition && one.holds !== two.holds;
}
