import assistantPrompts, { type Row as PromptDescription } from "../../data/assistantPrompts.yaml";
import { shortened } from "../text/shortened.ts";

/** Requests that a person makes of their assistant by name, such as `/cfn-notes:review_template`. */
export const PROMPTS: readonly PromptDescription[] = assistantPrompts();

/** In UTF-16 units. */
const MAX_ARGUMENT = 4000;

/** The prompt, or what is wrong with the question. */
export function promptText(
  name: string,
  given: Readonly<Record<string, string>>,
  language: "en" | "ja",
): { readonly text: string } | { readonly problem: string } {
  const prompt = PROMPTS.find((one) => one.name === name);
  if (prompt === undefined) return { problem: `There is no prompt ${name}.` };
  const argument = given[prompt.argument.name]?.trim() ?? "";
  if (argument === "") return { problem: `${prompt.argument.name} is needed.` };
  return { text: prompt.text[language].replaceAll("{}", () => shortened(argument, MAX_ARGUMENT)) };
}
