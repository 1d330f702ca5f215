import type { ValueType } from "../../catalogue/types/catalogue.ts";
import { isOneOf } from "../../catalogue/values/enumValues.ts";
import { type CallNode, textOf } from "../../model/tree/node.ts";
import { shortened } from "../../text/shortened.ts";
import { type SchemaMiss, schemaAnswer } from "../shared/answer.ts";
import { typeOf } from "../shared/links/samGlobals.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { isWrittenOut } from "../shared/resolving/resolvedText.ts";
import type { EntryRule } from "../shared/rule.ts";
import { type FormatProblem, formatProblem } from "../shared/values/formatProblem.ts";
import { withHoles } from "../shared/values/pattern.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/**
 * A `Ref`, `Fn::Sub` or `Fn::Join` whose result the property does not accept, for a default or an allowed value of a
 * parameter, say.
 */
export const invalidResolvedValue: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, { catalogue, declarations, report }) {
    const { calls } = valueSites(entry, catalogue);
    const type = typeOf(entry);
    for (let index = 0; index < calls.length; index++) {
      const site = calls[index] as ValueSite;
      const { node, type: wanted, key, property } = site;
      if (node.kind !== "call" || !isLimited(wanted)) continue;
      const parameter = node.name === "Ref" ? declarations.parameters.get(textOf(node.argument) ?? "") : undefined;
      const texts = placeTexts(site, entry, declarations);
      const composed = texts.length === 0 ? composedText(node) : undefined;
      const problem = composed === undefined ? undefined : composedProblem(composed, wanted);
      if (composed !== undefined && problem !== undefined)
        report(node, {
          message: "never-fits",
          with: {
            text: shortened(composed, 60),
            name: key?.text ?? { en: "it", ja: "" },
            problem,
            says: schemaAnswer(problem.miss, property, type),
          },
          severity: "error",
        });
      for (const value of texts) {
        const problem = valueProblem(value, wanted);
        // parameterDefault reports a Number's default that is not a number.
        if (problem === undefined || (parameter?.type === "Number" && Number.isNaN(Number(value)))) continue;
        const shown = shortened(value, 60) || '""';
        const says = schemaAnswer(problem.miss, property, type);
        const name = key?.text ?? { en: "it", ja: "" };
        const isSure = isWrittenOut(node, declarations);
        report(node, {
          message: isSure ? "does-not-fit" : "may-not-fit",
          with: { call: functionText(node), shown, name, problem, says },
          severity: isSure ? "error" : undefined,
        });
        break;
      }
    }
  },
};

/** Whether the type refuses any value. */
function isLimited(type: ValueType): boolean {
  if (type.kind !== "string") return type.kind === "boolean" || type.kind === "number";
  return (type.enum ?? type.minLength ?? type.maxLength ?? type.pattern) !== undefined;
}

/** The problem of a text whatever is filled in. */
function composedProblem(text: string, type: ValueType): FormatProblem | undefined {
  if (type.kind !== "string" || text.includes("{{")) return undefined;
  const { pattern } = type;
  return pattern === undefined ? undefined : formatProblem(withHoles(text), { kind: "string", pattern });
}

function valueProblem(value: string, type: ValueType): FormatProblem | undefined {
  if (value.includes("{{resolve:")) return undefined;
  if (type.kind === "boolean" && !/^(?:true|false|yes|no)$/i.test(value)) {
    return { en: "must be true or false", ja: "trueかfalseでなければなりません", miss: ofType("Boolean") };
  }
  if (type.kind === "number" && (value.trim() === "" || Number.isNaN(Number(value)))) {
    return {
      en: "must be a number",
      ja: "数値でなければなりません",
      miss: ofType(type.integer ? "Integer" : "Number"),
    };
  }
  if (type.kind === "number" && type.enum?.includes(String(Number(value))) === false) return accepts(type.enum, 8);
  if (type.kind === "string" && type.closed === true && type.enum !== undefined) {
    if (!isOneOf(type.enum, value, type.anyCase === true)) return accepts(type.enum, 5);
  }
  return formatProblem(value, type);
}

/** @param name of the type, as the validator calls it */
function ofType(name: string): SchemaMiss {
  return { keyword: "type", name, given: "String" };
}

/** @param most that the message lists */
function accepts(values: readonly string[], most: number): FormatProblem {
  const some = values.slice(0, most).join(", ");
  return {
    en: `accepts ${some}${values.length > most ? ", …" : ""}`,
    ja: ` ${some}などでなければなりません`,
    miss: { keyword: "enum" },
  };
}

function functionText({ name, argument }: CallNode): string {
  return name === "Ref" ? (textOf(argument) ?? name) : name;
}
