import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import type { Localised } from "../../../text/localised.ts";
import type { SchemaMiss } from "../answer.ts";
import { matchesPattern } from "./pattern.ts";

/** Whether texts may be wrong as values of a type: most types take any. */
export function hasFormat(type: ValueType): boolean {
  if (type.kind === "number") return type.minimum !== undefined || type.maximum !== undefined;
  return type.kind === "string" && (type.minLength ?? type.maxLength ?? type.pattern) !== undefined;
}

/** The predicate of a sentence, and what of the schema it is about. */
export interface FormatProblem extends Localised {
  readonly miss: SchemaMiss;
}

/** The problem of a text as a value of a type; `undefined` if it is right, or nothing is known. */
export function formatProblem(text: string, type: ValueType): FormatProblem | undefined {
  if (type.kind === "number") {
    const value = Number(text);
    if (text.trim() === "" || Number.isNaN(value)) return undefined;
    if (type.minimum !== undefined && value < type.minimum) {
      return {
        en: `must be at least ${type.minimum}`,
        ja: `${type.minimum}以上でなければなりません`,
        miss: { keyword: "minimum", limit: type.minimum },
      };
    }
    if (type.maximum !== undefined && value > type.maximum) {
      return {
        en: `must be at most ${type.maximum}`,
        ja: `${type.maximum}以下でなければなりません`,
        miss: { keyword: "maximum", limit: type.maximum },
      };
    }
    return undefined;
  }
  if (type.kind !== "string") return undefined;
  const { minLength, maxLength, pattern } = type;
  if (minLength !== undefined && text.length < minLength) {
    return {
      en: `must have at least ${minLength} character${minLength === 1 ? "" : "s"}`,
      ja: `${minLength}文字以上でなければなりません`,
      miss: { keyword: "minLength", limit: minLength, given: text.length },
    };
  }
  if (maxLength !== undefined && text.length > maxLength) {
    return {
      en: `must have at most ${maxLength} character${maxLength === 1 ? "" : "s"}`,
      ja: `${maxLength}文字以下でなければなりません`,
      miss: { keyword: "maxLength", limit: maxLength, given: text.length },
    };
  }
  if (pattern !== undefined && !matchesPattern(text, pattern)) {
    return {
      en: `must match ${pattern}`,
      ja: `次の形式でなければなりません: ${pattern}`,
      miss: { keyword: "pattern" },
    };
  }
  return undefined;
}
