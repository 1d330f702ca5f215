import { distance } from "fastest-levenshtein";
import type { Declarations } from "../../model/template.ts";
import { conditionFormula } from "../../model/tree/conditionFormula.ts";
import { contentSpan, listItems, type Node, refTarget, textOf, valueAt } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { suggestionFor } from "../shared/fixes/nearest.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import { canHold, comparedIn } from "../shared/resolving/conditionModel.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { isOpenText } from "../shared/values/literals.ts";

/** `Fn::Equals` of two literals, or of a value that its parameter can't have: it is always true or always false; an assertion that no value meets. */
export const constantCondition: EntryRule = {
  scope: "entry",
  sections: ["Conditions", "Rules"],
  check(entry, context) {
    const { report, declarations } = context;
    if (entry.section === "Rules" && checkAssertions(entry.value, context)) return;
    const calls = callSites(entry).filter(({ call }) => call.name === "Fn::Equals");
    const compared = calls.map(({ call }) => (call.argument.kind === "list" ? call.argument.items : []));
    for (const [index, { call }] of calls.entries()) {
      const [left, right] = compared[index] ?? [];
      checkAllowed(left, right, compared, context);
      checkAllowed(right, left, compared, context);
      if (left?.kind !== "scalar" || right?.kind !== "scalar" || left.value === null || right.value === null) continue;
      const holds = left.text === right.text;
      const name = [left, right].find(({ text }) => declarations.parameters.has(text))?.text;
      const meant = didYouMean(name && `!Ref ${name}`);
      report(call, { message: holds ? "always-true" : "always-false", with: { meant } });
    }
  },
};

/** Reports an assertion that no value of the parameters meets: no stack is made. */
function checkAssertions(rule: Node | undefined, { declarations, report }: EntryContext): boolean {
  const condition = valueAt(rule, "RuleCondition");
  const never = condition && { kind: "not" as const, of: conditionFormula(condition) };
  let isFound = false;
  for (const one of listItems(valueAt(rule, "Assertions"))) {
    const assertion = valueAt(one, "Assert");
    if (assertion === undefined) continue;
    const asserted = conditionFormula(assertion);
    const formula = never === undefined ? asserted : { kind: "or" as const, of: [never, asserted] };
    const names = [...comparedIn(asserted, declarations).keys()].map(
      (text) => /^Ref\("(\w+)"\)$/.exec(text)?.[1] ?? "",
    );
    if (names.length === 0 || !names.every((name) => isListed(name, declarations))) continue;
    if (canHold(asserted, declarations) !== false) continue;
    isFound = true;
    const isAlways = canHold(formula, declarations) === false;
    report(assertion, {
      message: isAlways ? "never-met" : "never-met-then",
      with: { names },
      severity: isAlways ? "error" : "warning",
    });
  }
  return isFound;
}

/** Whether all values are known that a parameter can have. */
function isListed(name: string, { parameters }: Declarations): boolean {
  const { type = "", allowedValues = [] } = parameters.get(name) ?? {};
  return allowedValues.length > 0 && !allowedValues.some(isOpenText) && !/^AWS::SSM::|List/.test(type);
}

/**
 * Reports a value that the parameter it is compared with can't have.
 *
 * @param compared what is compared in the same condition
 */
function checkAllowed(
  left: Node | undefined,
  right: Node | undefined,
  compared: readonly (readonly Node[])[],
  { declarations, report }: EntryContext,
): void {
  const name = refTarget(left) ?? "";
  const { type, allowedValues: allowed = [] } = declarations.parameters.get(name) ?? {};
  // What is read from Parameter Store isn't what is allowed: the names of its parameters are.
  if (allowed.length === 0 || type === undefined || /^AWS::SSM::|List/.test(type)) return;
  if (right?.kind !== "scalar" || right.value === null || [right.text, ...allowed].some(isOpenText)) return;
  if (allowed.some((one) => one === right.text || mayBeSame(one, right.text))) return;
  const span = contentSpan(right);
  const others = compared.filter((nodes) => nodes.some((one) => refTarget(one) === name)).flat();
  const alike = allowed.filter((one) => isAlike(one, right.text) && !others.some((other) => textOf(other) === one));
  const meant = suggestionFor(alike.length === 1 ? alike[0] : undefined, span);
  report(span, {
    message: "not-allowed",
    with: { name, value: right.text || '""', allowed: allowed.slice(0, 8), meant },
    // A template that was made of another one may keep more cases than it has.
    severity: meant.data === undefined ? "hint" : "warning",
    data: meant.data,
  });
}

/** Whether a value may be meant by another text: by what it begins with, or but for a letter. */
function isAlike(value: string, text: string): boolean {
  const [one, other] = [value.toLowerCase(), text.toLowerCase()];
  return (
    one.length > 2 && (other.startsWith(one) || (other !== "" && one.startsWith(other)) || distance(one, other) === 1)
  );
}

/** Whether two texts may be the same for CloudFormation: words for true and false, or numbers. */
function mayBeSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => /^(?:y|yes|no?|on|off|true|false)$/i.test(text));
  return (first && second) || Number(one) === Number(other);
}
