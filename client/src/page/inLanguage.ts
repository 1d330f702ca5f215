import { env, workspace } from "vscode";
import { languageOf } from "../../../server/src/protocol/language.ts";

/** A text, or a set of texts, in both languages. */
export interface Said<Text> {
  readonly en: Text;
  readonly ja: Text;
}

/** Texts by name in one language, of such as stand there in both. */
export type InLanguage<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends Said<infer Text>
    ? Text
    : Texts[Name] extends (...values: infer Values) => Said<infer Text>
      ? (...values: Values) => Text
      : InLanguage<Texts[Name]>;
};

/** What the extension says, in the person's language: all that it shows while it runs. Only the manifest follows VS Code's own. */
export function inLanguage<Text>(said: Said<Text>): Text {
  return said[chosenLanguage()];
}

/** The same of many texts by name: of functions that give a text, and of texts below a name, too. */
export function allInLanguage<Texts extends object>(texts: Texts): InLanguage<Texts> {
  const language = chosenLanguage();
  const chosen = (text: object): unknown => {
    if (typeof text === "function") return (...values: unknown[]) => text(...values)[language];
    return language in text ? text[language as never] : named(text);
  };
  const named = (all: object) => Object.fromEntries(Object.entries(all).map(([name, text]) => [name, chosen(text)]));
  return named(texts) as InLanguage<Texts>;
}

/** The language of `cfnNotes.language`, which the server has as well. */
export function chosenLanguage(): "en" | "ja" {
  return languageOf(workspace.getConfiguration("cfnNotes").get("language"), env.language);
}
