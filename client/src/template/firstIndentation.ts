import { type CompletionItem, type CompletionList, SnippetString, type TextDocument, window } from "vscode";
import { unitOf } from "./enterOffer.ts";

/** What the server writes for a level while a text shows no indentation. */
const SERVERS = "  ";

/**
 * Gives suggestions for a text without any indentation that of the editor, which its Enter uses for further lines: four
 * blanks in JSON.
 */
export function withFirstIndentation(
  document: TextDocument,
  found: CompletionItem[] | CompletionList | null | undefined,
): CompletionItem[] | CompletionList | null | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || /^[ \t]+\S/m.test(document.getText())) return found;
  const isTab = editor.options.insertSpaces === false && document.languageId.startsWith("json");
  const unit = isTab ? "\t" : " ".repeat(unitOf(editor.options));
  if (unit === SERVERS) return found;
  for (const item of Array.isArray(found) ? found : (found?.items ?? [])) {
    if (!(item.insertText instanceof SnippetString)) continue;
    const lines = item.insertText.value.replace(
      /\n((?: {2})+)/g,
      (_, indent: string) => `\n${unit.repeat(indent.length / 2)}`,
    );
    item.insertText = new SnippetString(lines);
  }
  return found;
}
