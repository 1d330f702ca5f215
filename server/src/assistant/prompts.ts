import assistantPrompts from "../../data/assistantPrompts.yaml";
import type { Localised } from "../text/localised.ts";
import { shortened } from "../text/shortened.ts";

/** A request that a person makes of their assistant by name, such as `/cfn-notes:review_template`. */
export interface PromptDescription {
  readonly name: string;
  readonly title: Localised;
  readonly description: Localised;
  readonly argument: { readonly name: string; readonly description: Localised };
  /** The prompt, with `{}` for the argument. */
  readonly text: Localised;
}

export const PROMPTS: readonly PromptDescription[] = assistantPrompts() as readonly PromptDescription[];

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
