import { commands, type TextDocument, window } from "vscode";

/** Shows suggestions for the word that somebody types, if they do, where the editor has not asked for them itself. */
export async function suggestForTyped(document: TextDocument): Promise<void> {
  if (!isTyping(document)) return;
  // A list of the editor's own words would keep another one from opening.
  await commands.executeCommand("hideSuggestWidget");
  // In the way the editor does by itself: an empty answer shows nothing.
  await commands.executeCommand("editor.action.triggerSuggest", { auto: true });
}

/** Whether the caret is behind a word of an edited text. */
function isTyping(document: TextDocument): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || !document.isDirty || !editor.selection.isEmpty) return false;
  const { line, character } = editor.selection.active;
  return /\w$/.test(document.lineAt(line).text.slice(0, character));
}
