import type { DocumentSymbol, SemanticTokens } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { SymbolKind } from "vscode-languageserver-types";
import type { Token } from "../../features/document/semanticTokens.ts";
import type { TemplateSymbol } from "../../features/document/symbols.ts";
import { rangeOf } from "./documents.ts";
import { TOKEN_TYPES } from "./tokenTypes.ts";

const KINDS = {
  section: SymbolKind.Namespace,
  resource: SymbolKind.Class,
  parameter: SymbolKind.Variable,
  mapping: SymbolKind.Enum,
  condition: SymbolKind.Boolean,
  output: SymbolKind.Field,
  other: SymbolKind.Object,
} as const;

export function lspSymbolKind(kind: TemplateSymbol["kind"]): SymbolKind {
  return KINDS[kind];
}

/** The outline in LSP's form. */
export function documentSymbols(document: TextDocument, symbols: readonly TemplateSymbol[]): DocumentSymbol[] {
  return symbols.map(({ name, detail, kind, span, nameSpan, children }) => ({
    name,
    detail,
    kind: KINDS[kind],
    range: rangeOf(document, span),
    selectionRange: rangeOf(document, nameSpan),
    ...(children.length > 0 && { children: documentSymbols(document, children) }),
  }));
}

/** Tokens as LSP packs them: each relative to the one before. */
export function encodedTokens(document: TextDocument, tokens: readonly Token[]): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type } of tokens) {
    const position = document.positionAt(start);
    const sameLine = position.line === line;
    data.push(position.line - line, sameLine ? position.character - character : position.character);
    data.push(document.positionAt(end).character - position.character, TOKEN_TYPES.indexOf(type), 0);
    line = position.line;
    character = position.character;
  }
  return { data };
}
