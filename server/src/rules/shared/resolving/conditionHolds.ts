import type { Declarations } from "../../../model/template.ts";
import type { ConditionFormula } from "../../../model/tree/conditionFormula.ts";
import type { CallNode } from "../../../model/tree/node.ts";
import { onlyValue } from "./onlyValue.ts";
import { conditionNamed } from "./satisfiable.ts";

/** The data by which values are resolved. */
export interface Resolving {
  readonly declarations: Pick<Declarations, "parameters" | "mappings" | "formulas">;
  /** Whether parameters have their defaults. */
  readonly isUsual: boolean;
  /** Whether a condition holds by what is assumed; `undefined` if that does not decide it. */
  assumed?(condition: string): boolean | undefined;
  /** Is given each function that is come to. */
  see?(call: CallNode): void;
}

/** Whether a condition holds: always, by default, or by what is assumed; `undefined` if none of these tells. */
export function conditionHolds(
  name: string,
  { declarations: { formulas, parameters }, isUsual, assumed }: Resolving,
): boolean | undefined {
  const seen = new Set<string>();
  return assumed?.(name) ?? named(name);

  function named(condition: string): boolean | undefined {
    const formula = seen.has(condition) ? undefined : formulas.get(condition);
    seen.add(condition);
    return formula && truthOf(formula);
  }

  function truthOf(formula: ConditionFormula): boolean | undefined {
    switch (formula.kind) {
      case "constant":
        return formula.holds;
      case "equals": {
        const parameter = parameters.get(/^Ref\("(\w+)"\)$/.exec(formula.variable)?.[1] ?? "");
        const value = onlyValue(parameter) ?? (isUsual ? parameter?.default : undefined);
        return value === undefined ? undefined : value === formula.value;
      }
      case "opaque": {
        const other = conditionNamed(formula.text);
        return other === undefined ? undefined : named(other);
      }
      case "not": {
        const holds = truthOf(formula.of);
        return holds === undefined ? undefined : !holds;
      }
      default: {
        const decisive = formula.kind === "or";
        const parts = formula.of.map(truthOf);
        return parts.includes(decisive) ? decisive : parts.includes(undefined) ? undefined : !decisive;
      }
    }
  }
}
