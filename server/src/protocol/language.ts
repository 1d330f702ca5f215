/** The language of what we show: `cfnNotes.language` or, with `auto` and anything that it does not know, the editor's own. */
export function languageOf(setting: unknown, editor: string | undefined): "en" | "ja" {
  if (setting === "en" || setting === "ja") return setting;
  return editor?.toLowerCase().startsWith("ja") === true ? "ja" : "en";
}
