import { commands, type Disposable, type TextDocument, window } from "vscode";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateSync } from "./templateSync.ts";

/**
 * Shows suggestions for the word that somebody types while the server starts, or while their text becomes a template:
 * the editor asked too early.
 */
export function firstSuggestions(sync: TemplateSync, server: LanguageServer): Disposable {
  return sync.onDidOpen(async (document) => {
    // The first documents are opened before the server gets any request.
    await server.start();
    if (isTyping(document)) {
      // In the way the editor does by itself: an empty answer shows nothing.
      void commands.executeCommand("editor.action.triggerSuggest", { auto: true });
    }
  });
}

/** Whether the caret is behind a word of an edited text. */
function isTyping(document: TextDocument): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || !document.isDirty || !editor.selection.isEmpty) return false;
  const { line, character } = editor.selection.active;
  return /\w$/.test(document.lineAt(line).text.slice(0, character));
}
