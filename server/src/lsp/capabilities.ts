import type { ServerCapabilities } from "vscode-languageserver";
import { CodeActionKind, TextDocumentSyncKind } from "vscode-languageserver";
import { TOKEN_TYPES } from "./tokenTypes.ts";

/** The kind of the action that adds a CreationPolicy with its signal. */
export const ADD_SIGNAL_KIND = "refactor.rewrite.cfnNotes.signal";

export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  // The last one is for links in notes: in a template it opens no list.
  completionProvider: {
    triggerCharacters: ["!", ":", ".", "{", "$", " ", '"', "'", "-", "/", "["],
    resolveProvider: true,
  },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  renameProvider: { prepareProvider: true },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll, ADD_SIGNAL_KIND],
  },
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
