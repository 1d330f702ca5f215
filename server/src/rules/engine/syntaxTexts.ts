import syntaxTexts from "../../../data/syntaxTexts.yaml";
import type { SyntaxCode, SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import type { Localised } from "../../text/localised.ts";
import { fullWidthText } from "./fullWidthText.ts";

/** What is said of a text that cannot be read; `$1` is the problem's argument. */
const TEXTS: Readonly<Record<Exclude<SyntaxCode, "duplicate-key" | "full-width">, Localised>> =
  syntaxTexts() as typeof TEXTS;

/** What is said of a problem, in both languages. */
export function syntaxText({ code, argument }: SyntaxProblem): Localised {
  if (code === "full-width") return fullWidthText(argument ?? "");
  const { en, ja } = code === "duplicate-key" ? TEXTS.unreadable : TEXTS[code];
  const filled = (text: string): string => text.replaceAll("$1", () => argument ?? "");
  return { en: filled(en), ja: filled(ja) };
}
