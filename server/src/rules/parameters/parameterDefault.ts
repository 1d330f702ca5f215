import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule, NamedMessage } from "../shared/rule.ts";
import { literalAt, literalText } from "../shared/values/literals.ts";
import { matchesPattern } from "../shared/values/pattern.ts";

/** A parameter's default that breaks the parameter's own constraints. */
export const parameterDefault: EntryRule = {
  scope: "entry",
  sections: ["Parameters"],
  check(entry, { report }) {
    const whole = valueAt(entry.value, "Default");
    if (whole?.kind === "list" || whole?.kind === "map")
      report(whole, { message: whole.kind === "list" ? "no-text-of-list" : "no-text" });
    const node = literalAt(entry.value, "Default");
    if (node === undefined) return;
    const type = typeNameOf(entry.value) ?? "String";
    if (type.startsWith("AWS::SSM::Parameter::Value")) return;
    const isList = type === "CommaDelimitedList" || type.startsWith("List<");
    const values = isList ? node.text.split(",").map((value) => value.trim()) : [node.text];
    const isBoolean = typeof node.value === "boolean";
    const problem = values
      .map((value) => defaultProblem(value, entry, type, isBoolean))
      .find((one) => one !== undefined);
    if (problem === undefined) return;
    const { values: known, ...words } = problem;
    const span = contentSpan(node);
    const meant = known !== undefined && !isList ? suggestion(node.text, known, span) : suggestionFor(undefined, span);
    report(span, { ...words, with: { ...words.with, meant }, data: meant.data });
  },
};

/** A problem with a default. */
interface Problem extends NamedMessage {
  readonly severity?: "warning";
  /** The allowed values. */
  readonly values?: readonly string[];
}

function defaultProblem(
  value: string,
  { name, value: parameter }: EntryContent,
  type: string,
  isBoolean: boolean,
): Problem | undefined {
  const allowed = valueAt(parameter, "AllowedValues");
  const items = allowed?.kind === "list" ? allowed.items.filter((item) => item.kind === "scalar") : [];
  const isAllowed = (item: ScalarNode): boolean => same(item.text, value, isBoolean || typeof item.value === "boolean");
  if (items.length > 0 && !items.some(isAllowed)) {
    const values = items.map(({ text }) => text);
    return { message: "not-allowed", with: { name, value: value || '""' }, values };
  }
  const form = ID_FORMS.get(/AWS::[\w:]+/.exec(type)?.[0] ?? "") ?? "{{";
  const digits = value.startsWith(form) ? value.slice(form.length) : "";
  if (/^[\da-f]+$/.test(digits) && ![8, 17].includes(digits.length))
    return { message: "no-id", with: { value, form }, severity: "warning" };
  const pattern = literalText(parameter, "AllowedPattern");
  if (pattern !== undefined && !matchesPattern(value, `^(?:${pattern})$`)) {
    return { message: "pattern", with: { name, pattern } };
  }
  return type === "Number" || type === "List<Number>"
    ? numberProblem(value, name, parameter)
    : lengthProblem(value, name, parameter);
}

/** What the IDs begin with that CloudFormation looks up; 8 or 17 hexadecimal digits follow. */
const ID_FORMS: ReadonlyMap<string, string> = new Map([
  ["AWS::EC2::Image::Id", "ami-"],
  ["AWS::EC2::Instance::Id", "i-"],
  ["AWS::EC2::SecurityGroup::Id", "sg-"],
  ["AWS::EC2::Subnet::Id", "subnet-"],
  ["AWS::EC2::VPC::Id", "vpc-"],
  ["AWS::EC2::Volume::Id", "vol-"],
]);

/** CloudFormation's parser takes `1` and `1.0`, and the booleans `true` and `True`, for the same. */
function same(one: string, value: string, isBoolean: boolean): boolean {
  return (
    one === value ||
    (isBoolean && one.toLowerCase() === value.toLowerCase()) ||
    (one !== "" && value !== "" && Number(one) === Number(value))
  );
}

function numberProblem(value: string, name: string, parameter: EntryContent["value"]): Problem | undefined {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) {
    return { message: "no-number", with: { value: value || '""' } };
  }
  const minimum = limit(literalAt(parameter, "MinValue"));
  const maximum = limit(literalAt(parameter, "MaxValue"));
  if (minimum !== undefined && number < minimum) return { message: "below-minimum", with: { name, minimum } };
  if (maximum !== undefined && number > maximum) return { message: "above-maximum", with: { name, maximum } };
  return undefined;
}

function lengthProblem(value: string, name: string, parameter: EntryContent["value"]): Problem | undefined {
  const minimum = limit(literalAt(parameter, "MinLength"));
  const maximum = limit(literalAt(parameter, "MaxLength"));
  if (minimum !== undefined && value.length < minimum) return { message: "too-short", with: { name, minimum } };
  if (maximum !== undefined && value.length > maximum) return { message: "too-long", with: { name, maximum } };
  return undefined;
}

function limit(node: ScalarNode | undefined): number | undefined {
  const value = node === undefined ? Number.NaN : Number(node.text);
  return Number.isNaN(value) ? undefined : value;
}
