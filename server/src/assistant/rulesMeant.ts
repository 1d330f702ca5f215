import { codesMeant, describedRule } from "../rules/engine/codes.ts";
import type { ExplainedRule } from "./answers.ts";

/** The rules that a code or a cfn-lint id means, with what `textOf` has of them. */
export function rulesMeant(
  code: string,
  language: "en" | "ja",
  textOf: (code: string) => string | undefined,
): readonly ExplainedRule[] {
  return codesMeant(code).map((one) => {
    const { title, severity } = describedRule(one);
    return { code: one, severity, title: title[language], text: textOf(one) };
  });
}
