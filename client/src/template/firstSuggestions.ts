import type { Disposable } from "vscode";
import type { LanguageServer } from "../server/languageServer.ts";
import { suggestForTyped } from "./suggestForTyped.ts";
import type { TemplateSync } from "./templateSync.ts";

/**
 * Shows suggestions for the word that somebody types while the server starts, or while their text becomes a template:
 * the editor asked too early.
 */
export function firstSuggestions(sync: TemplateSync, server: LanguageServer): Disposable {
  return sync.onDidOpen(async (document) => {
    // The first documents are opened before the server gets any request.
    await server.start();
    await suggestForTyped(document);
  });
}
