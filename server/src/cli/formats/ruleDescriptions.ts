import { RULES } from "../../rules/engine/all.ts";
import { OTHER_CODES, type RuleDescription } from "../../rules/engine/codes.ts";
import type { Localised } from "../../text/localised.ts";

/** A code that no rule explains gets its own words as title. */
export function describedRule(code: string): RuleDescription {
  const words = code.replaceAll("-", " ");
  return (
    RULES.find((rule) => rule.code === code) ??
    OTHER_CODES[code] ?? { title: { en: words, ja: words }, severity: "warning", cfnLint: [] }
  );
}

/** How a template's author passes over a finding. */
export function howToSilence(code: string): Localised {
  return {
    en: `A comment \`# cfn-notes-disable-line ${code}\` ignores one place, an entry \`${code}: off\` below \`rules\` in .cfn-notes.yaml all of them.`,
    ja: `この行だけ無視するにはコメント\`# cfn-notes-disable-line ${code}\`を、すべて無視するには.cfn-notes.yamlの\`rules\`に\`${code}: off\`を書きます。`,
  };
}
