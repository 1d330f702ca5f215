import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { EntryRule } from "../engine/rule.ts";
import { suggested, suggestion } from "../shared/fixes/nearest.ts";
import { literalAt, literalText } from "../shared/values/literals.ts";
import { matches } from "../shared/values/pattern.ts";

/** A parameter's default that breaks the parameter's own constraints. */
export const parameterDefault: EntryRule = {
  scope: "entry",
  sections: ["Parameters"],
  check(entry, { report }) {
    const whole = valueAt(entry.value, "Default");
    if (whole?.kind === "list" || whole?.kind === "map") {
      report(whole, {
        en: `A default must be a string or a number${whole.kind === "list" ? ": items of a list are separated by commas" : ""}.`,
        ja: `デフォルト値には文字列か数値を書きます${whole.kind === "list" ? "。リストの項目はカンマで区切ります" : ""}。`,
      });
    }
    const node = literalAt(entry.value, "Default");
    if (node === undefined) return;
    const type = textOf(valueAt(entry.value, "Type")) ?? "String";
    if (type.startsWith("AWS::SSM::Parameter::Value")) return;
    const isList = type === "CommaDelimitedList" || type.startsWith("List<");
    const values = isList ? node.text.split(",").map((value) => value.trim()) : [node.text];
    const problem = values.map((value) => problemOf(value, entry, type)).find((one) => one !== undefined);
    if (problem === undefined) return;
    const span = contentSpan(node);
    const { en, ja, data } =
      problem.kind === "allowed" && !isList ? suggestion(node.text, problem.values, span) : suggested(undefined, span);
    report(span, { en: problem.message.en + en, ja: problem.message.ja + ja, data });
  },
};

type Problem = { readonly message: Localised } & (
  | { readonly kind: "allowed"; readonly values: readonly string[] }
  | { readonly kind: "other" }
);

function problemOf(value: string, { value: parameter }: EntryContent, type: string): Problem | undefined {
  const allowed = valueAt(parameter, "AllowedValues");
  const values = allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : undefined;
  if (values !== undefined && values.length > 0 && !values.some((one) => same(one, value))) {
    return {
      kind: "allowed",
      values,
      message: {
        en: `The default ${value || '""'} is not among the AllowedValues.`,
        ja: `デフォルト値${value || '""'}が、AllowedValuesにありません。`,
      },
    };
  }
  const pattern = literalText(parameter, "AllowedPattern");
  if (pattern !== undefined && !matches(value, `^(?:${pattern})$`)) {
    return other(
      `The default does not match the AllowedPattern ${pattern}.`,
      `デフォルト値が、AllowedPattern ${pattern}に一致しません。`,
    );
  }
  return type === "Number" || type === "List<Number>"
    ? numberProblem(value, parameter)
    : lengthProblem(value, parameter);
}

/** `1` and `1.0`, `true` and `True` are the same to CloudFormation's reader. */
function same(one: string, value: string): boolean {
  return (
    one === value ||
    one.toLowerCase() === value.toLowerCase() ||
    (one !== "" && value !== "" && Number(one) === Number(value))
  );
}

function numberProblem(value: string, parameter: EntryContent["value"]): Problem | undefined {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) {
    return other(
      `The default of a Number must be a number, not ${value || '""'}.`,
      `Number型のデフォルト値は数値で指定します（${value || '""'}は数値ではありません）。`,
    );
  }
  const minimum = limit(literalAt(parameter, "MinValue"));
  const maximum = limit(literalAt(parameter, "MaxValue"));
  if (minimum !== undefined && number < minimum)
    return other(
      `The default is below the MinValue ${minimum}.`,
      `デフォルト値がMinValue（${minimum}）より小さい値です。`,
    );
  if (maximum !== undefined && number > maximum)
    return other(
      `The default is above the MaxValue ${maximum}.`,
      `デフォルト値がMaxValue（${maximum}）より大きい値です。`,
    );
  return undefined;
}

function lengthProblem(value: string, parameter: EntryContent["value"]): Problem | undefined {
  const minimum = limit(literalAt(parameter, "MinLength"));
  const maximum = limit(literalAt(parameter, "MaxLength"));
  if (minimum !== undefined && value.length < minimum)
    return other(
      `The default is shorter than the MinLength ${minimum}.`,
      `デフォルト値がMinLength（${minimum}文字）より短い値です。`,
    );
  if (maximum !== undefined && value.length > maximum)
    return other(
      `The default is longer than the MaxLength ${maximum}.`,
      `デフォルト値がMaxLength（${maximum}文字）より長い値です。`,
    );
  return undefined;
}

function limit(node: ScalarNode | undefined): number | undefined {
  const value = node === undefined ? Number.NaN : Number(node.text);
  return Number.isNaN(value) ? undefined : value;
}

function other(en: string, ja: string): Problem {
  return { kind: "other", message: { en, ja } };
}
