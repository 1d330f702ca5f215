import { type Disposable, env, workspace } from "vscode";
import { languageOf } from "../../../server/src/protocol/language.ts";

/** A text, or a set of texts, in both languages. */
export interface Said<Text> {
  readonly en: Text;
  readonly ja: Text;
}

/** Texts by name in one language, made of texts in both. */
export type InLanguage<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends Said<infer Text>
    ? Text
    : Texts[Name] extends (...values: infer Values) => Said<infer Text>
      ? (...values: Values) => Text
      : InLanguage<Texts[Name]>;
};

/**
 * The text in the language of `cfnNotes.language`: for all that the extension shows while it runs. Only the manifest
 * follows VS Code's own language.
 */
export function inLanguage<Text>(said: Said<Text>): Text {
  return said[chosenLanguage()];
}

/** The same for many texts by name, also for functions that give a text, and for nested names. */
export function allInLanguage<Texts extends object>(texts: Texts): InLanguage<Texts> {
  const language = chosenLanguage();
  const chosen = (text: object): unknown => {
    if (typeof text === "function") return (...values: unknown[]) => text(...values)[language];
    return language in text ? text[language as never] : named(text);
  };
  const named = (all: object) => Object.fromEntries(Object.entries(all).map(([name, text]) => [name, chosen(text)]));
  return named(texts) as InLanguage<Texts>;
}

/** The language of `cfnNotes.language`, by the server's rule. */
export function chosenLanguage(): "en" | "ja" {
  return languageOf(workspace.getConfiguration("cfnNotes").get("language"), env.language);
}

/** Calls the listener when the language may be another one: what is shown is to be said anew. */
export function onDidChangeLanguage(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("cfnNotes.language")) listener();
  });
}
