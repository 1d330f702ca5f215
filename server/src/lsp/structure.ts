import type { DocumentSymbol, FoldingRange, SemanticTokens } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { FoldingRangeKind, SymbolKind } from "vscode-languageserver-types";
import type { Fold } from "../features/folding.ts";
import type { Token } from "../features/semanticTokens.ts";
import type { TemplateSymbol } from "../features/symbols.ts";
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

/** Folds in LSP's form: only those of more than one line, one for each first line. */
export function foldingRanges(document: TextDocument, folds: readonly Fold[]): FoldingRange[] {
  const ranges = new Map<number, FoldingRange>();
  const text = document.getText();
  for (const { start, end, kind } of folds) {
    const startLine = document.positionAt(start).line;
    // A block scalar or map may end behind its last line break, or on blank lines: these stay visible.
    let last = Math.min(end, text.length);
    while (last > start && BLANK.has(text.charCodeAt(last - 1))) last--;
    const endLine = document.positionAt(last).line;
    const known = ranges.get(startLine);
    if (endLine <= startLine || (known !== undefined && known.endLine >= endLine)) continue;
    ranges.set(startLine, { startLine, endLine, ...(kind === "comment" && { kind: FoldingRangeKind.Comment }) });
  }
  return [...ranges.values()];
}

/** Space, line breaks, tab. */
const BLANK: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);

/** Tokens as LSP packs them: each relative to the one before. */
export function encodedTokens(document: TextDocument, tokens: readonly Token[]): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type } of tokens) {
    const position = document.positionAt(start);
    const sameLine = position.line === line;
    data.push(position.line - line, sameLine ? position.character - character : position.character);
    data.push(end - start, TOKEN_TYPES.indexOf(type), 0);
    line = position.line;
    character = position.character;
  }
  return { data };
}
