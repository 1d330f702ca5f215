import type { Localised } from "../../text/localised.ts";
import type { Severity } from "../shared/rule.ts";
import { RULE_PAGES, RULES } from "./all.ts";
import { currentCode } from "./formerCodes.ts";
import { NOTE_CODES, noteCode, OTHER_CODES } from "./noteCodes.ts";

/** A short description of a code. */
export interface RuleDescription {
  readonly title: Localised;
  readonly severity: Severity;
  readonly cfnLint: readonly string[];
}

/** The same, if no rule of cfn-lint's may be near. */
type Described = Omit<RuleDescription, "cfnLint"> & Partial<RuleDescription>;

/** All codes that a finding may have. */
export const CODES: ReadonlySet<string> = new Set([
  ...RULES.map(({ code }) => code),
  ...Object.keys(RULE_PAGES),
  ...Object.keys(OTHER_CODES),
]);

/** All codes whose severity may be configured: those of templates and of notes. */
export const CONFIGURED_CODES: ReadonlySet<string> = new Set([...CODES, ...Object.keys(NOTE_CODES)]);

/** The description of a code; one that no page explains gets its own words as title. */
export function describedRule(code: string): RuleDescription {
  const words = code.replaceAll("-", " ");
  const described: Described = RULE_PAGES[code] ??
    OTHER_CODES[code] ??
    noteCode(code) ?? { title: { en: words, ja: words }, severity: "warning" };
  return { cfnLint: [], ...described };
}

/**
 * The codes that a text from settings or comments means: the code itself, or those that correspond to a rule of
 * cfn-lint.
 */
export function codesMeant(text: string): readonly string[] {
  const current = currentCode(text);
  if (CODES.has(current) || noteCode(current) !== undefined) return [current];
  return [...CODES].filter((one) => describedRule(one).cfnLint.includes(text.toUpperCase()));
}
