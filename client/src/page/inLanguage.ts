import { env, workspace } from "vscode";

/** A text, or a set of texts, in both languages. */
export interface Said<Text> {
  readonly en: Text;
  readonly ja: Text;
}

/** What the extension says, in the person's language: all that it shows while it runs. Only the manifest follows VS Code's own. */
export function inLanguage<Text>(said: Said<Text>): Text {
  return said[chosenLanguage()];
}

/** The language of `cfnNotes.language`, which the server has as well. */
export function chosenLanguage(): "en" | "ja" {
  const chosen = workspace.getConfiguration("cfnNotes").get<string>("language", "auto");
  return (chosen === "auto" ? env.language : chosen).startsWith("ja") ? "ja" : "en";
}
