import { listItems, type Node, textOf, valueAt } from "./node.ts";

/** A condition as a formula over comparisons. */
export type ConditionFormula =
  | { readonly kind: "equals"; readonly variable: string; readonly value: string }
  | { readonly kind: "constant"; readonly holds: boolean }
  /** An expression that can't be evaluated: true or false, but the same for the same text. */
  | { readonly kind: "opaque"; readonly text: string }
  | { readonly kind: "not"; readonly of: ConditionFormula }
  | { readonly kind: "and" | "or"; readonly of: readonly ConditionFormula[] };

/** A condition's value as a formula. */
export function conditionFormula(node: Node): ConditionFormula {
  if (node.kind !== "call") return { kind: "opaque", text: formulaText(node) };
  const items = node.argument.kind === "list" ? node.argument.items : [node.argument];
  switch (node.name) {
    case "Condition":
      return { kind: "opaque", text: `condition ${textOf(node.argument) ?? ""}` };
    case "Fn::Not":
      return items[0] === undefined ? { kind: "opaque", text: "" } : { kind: "not", of: conditionFormula(items[0]) };
    case "Fn::And":
      return { kind: "and", of: items.map(conditionFormula) };
    case "Fn::Or":
      return { kind: "or", of: items.map(conditionFormula) };
    case "Fn::Equals":
      return equals(items);
    case "Fn::Contains":
      return contains(items, node);
    case "Fn::EachMemberIn":
      return eachMemberIn(items, node);
    default:
      return { kind: "opaque", text: formulaText(node) };
  }
}

/** What has to hold for a rule of the template to hold: its assertions, whenever its condition holds. */
export function ruleFormula(rule: Node): ConditionFormula {
  const asserted = listItems(valueAt(rule, "Assertions")).flatMap((one) => {
    const assertion = valueAt(one, "Assert");
    return assertion === undefined ? [] : [conditionFormula(assertion)];
  });
  const condition = valueAt(rule, "RuleCondition");
  const all: ConditionFormula = { kind: "and", of: asserted };
  return condition === undefined ? all : { kind: "or", of: [{ kind: "not", of: conditionFormula(condition) }, all] };
}

/** `Fn::Contains` of rules, if the values are written out. */
function contains([list, value]: readonly Node[], node: Node): ConditionFormula {
  if (list?.kind !== "list" || value === undefined || list.items.some(({ kind }) => kind !== "scalar"))
    return { kind: "opaque", text: formulaText(node) };
  return { kind: "or", of: list.items.map((item) => equals([value, item])) };
}

/** `Fn::EachMemberIn` of rules, if both lists are written out. */
function eachMemberIn([checked, list]: readonly Node[], node: Node): ConditionFormula {
  if (checked?.kind !== "list") return { kind: "opaque", text: formulaText(node) };
  return {
    kind: "and",
    of: checked.items.map((one) => (list === undefined ? { kind: "opaque", text: "" } : contains([list, one], node))),
  };
}

function equals([left, right]: readonly Node[]): ConditionFormula {
  if (left === undefined || right === undefined) return { kind: "opaque", text: "" };
  if (left.kind === "scalar" && right.kind === "scalar") return { kind: "constant", holds: left.text === right.text };
  const [variable, value] = left.kind === "scalar" ? [right, left] : [left, right];
  if (value.kind === "scalar") return { kind: "equals", variable: formulaText(variable), value: value.text };
  const sides = [formulaText(left), formulaText(right)].sort();
  return sides[0] === sides[1] ? { kind: "constant", holds: true } : { kind: "opaque", text: sides.join(" = ") };
}

/** The same text for the same value, whatever its form. */
export function formulaText(node: Node): string {
  if (node.kind === "scalar") return JSON.stringify(node.text);
  if (node.kind === "list") return `[${node.items.map(formulaText).join(",")}]`;
  if (node.kind === "call") return `${node.name}(${formulaText(node.argument)})`;
  return `{${node.pairs.map(({ key, value }) => `${key.text}:${formulaText(value)}`).join(",")}}`;
}

/** Whether two formulas are written alike. */
export function sameFormula(a: ConditionFormula, b: ConditionFormula): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a formula depends on the value of a parameter, alone or in another function. */
export function comparesWith(formula: ConditionFormula, parameter: string): boolean {
  const name = JSON.stringify(parameter);
  const asks = (text: string): boolean => text.includes(`Ref(${name})`) || text.includes(`\${${parameter}}`);
  if (formula.kind === "equals") return asks(formula.variable);
  if (formula.kind === "opaque") return asks(formula.text);
  if (formula.kind === "constant") return false;
  return (formula.kind === "not" ? [formula.of] : formula.of).some((one) => comparesWith(one, parameter));
}
