// The floor: a language server of the same libraries that parses a document once, when it is opened, and then answers
// constants.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument } from "yaml";
import { functionTags } from "./functionTags.mjs";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
/** Kept, as a server that answers from it has to. @type {Map<string, unknown>} */
const parsed = new Map();

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: ["keyword"], tokenModifiers: [] }, full: true },
  },
}));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  const document = documents.get(uri);
  if (document !== undefined && !parsed.has(uri)) {
    parsed.set(uri, parseDocument(document.getText(), { customTags: functionTags, prettyErrors: false }));
  }
  void connection.sendDiagnostics({ uri, version, diagnostics: [] });
});
documents.onDidClose(({ document }) => parsed.delete(document.uri));
connection.onHover(() => ({ contents: { kind: "markdown", value: "Constant" } }));
connection.onCompletion(() => [{ label: "Constant" }]);
connection.onDocumentSymbol(() => []);
connection.onFoldingRanges(() => []);
connection.languages.semanticTokens.on(() => ({ data: [] }));
documents.listen(connection);
connection.listen();
