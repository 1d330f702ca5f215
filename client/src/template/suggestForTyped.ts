import { commands, type TextDocument, window } from "vscode";

/** Shows suggestions for the word that somebody types, if they do, where the editor has not asked for them itself. */
export function suggestForTyped(document: TextDocument): void {
  // In the way the editor does by itself: an empty answer shows nothing.
  if (isTyping(document)) void commands.executeCommand("editor.action.triggerSuggest", { auto: true });
}

/** Whether the caret is behind a word of an edited text. */
function isTyping(document: TextDocument): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || !document.isDirty || !editor.selection.isEmpty) return false;
  const { line, character } = editor.selection.active;
  return /\w$/.test(document.lineAt(line).text.slice(0, character));
}
