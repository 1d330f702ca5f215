import syntaxTexts from "../../../data/syntaxTexts.yaml";
import type { SyntaxCode, SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import { lazy } from "../../text/lazy.ts";
import type { Localised } from "../../text/localised.ts";
import { fullWidthText } from "./fullWidthText.ts";

/** What is said of a text that cannot be read; `$1` is the problem's argument. */
const textOf: () => Readonly<Record<Exclude<SyntaxCode, "duplicate-key" | "full-width">, Localised>> = lazy(
  syntaxTexts as typeof textOf,
);

/** What is said of a problem, in both languages. */
export function syntaxText({ code, argument }: SyntaxProblem): Localised {
  if (code === "full-width") return fullWidthText(argument ?? "");
  const { en, ja } = textOf()[code === "duplicate-key" ? "unreadable" : code];
  const filled = (text: string): string => text.replaceAll("$1", () => argument ?? "");
  return { en: filled(en), ja: filled(ja) };
}
