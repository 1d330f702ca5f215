import { RULES } from "./all.ts";
import { CODES, OTHER_CODES, type RuleDescription } from "./codes.ts";
import { currentCode } from "./formerCodes.ts";

/** A code that no rule explains gets its own words as title. */
export function describedRule(code: string): RuleDescription {
  const words = code.replaceAll("-", " ");
  return (
    RULES.find((rule) => rule.code === code) ??
    OTHER_CODES[code] ?? { title: { en: words, ja: words }, severity: "warning", cfnLint: [] }
  );
}

/** The codes that a text means: the one itself, or those that stand for a rule of cfn-lint's. */
export function codesMeant(text: string): readonly string[] {
  const current = currentCode(text);
  if (CODES.has(current)) return [current];
  return [...CODES].filter((one) => describedRule(one).cfnLint.includes(text.toUpperCase()));
}
