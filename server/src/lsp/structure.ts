import type { DocumentSymbol, FoldingRange, SemanticTokens } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { FoldingRangeKind, SymbolKind } from "vscode-languageserver-types";
import type { Fold, PlacedFolds } from "../features/folding.ts";
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
export function foldingRanges(document: TextDocument, placed: readonly PlacedFolds[]): FoldingRange[] {
  const ranges = new Map<number, FoldingRange>();
  for (const folds of placed) {
    const base = document.positionAt(folds.offset).line;
    for (const { first, last, kind } of linesOf(document, folds, base)) {
      const startLine = base + first;
      const endLine = base + last;
      const earlier = ranges.get(startLine);
      if (earlier === undefined || earlier.endLine < endLine) {
        ranges.set(startLine, kind === "comment" ? { startLine, endLine, kind: COMMENT } : { startLine, endLine });
      }
    }
  }
  return [...ranges.values()];
}

const COMMENT = FoldingRangeKind.Comment;

/** A fold by its lines, counted from the line that the offset of the folds is on. */
interface FoldLines {
  readonly first: number;
  readonly last: number;
  readonly kind: Fold["kind"];
}

/** An edit moves most entries and changes one: their lines stay the same among themselves. */
const knownLines = new WeakMap<readonly Fold[], readonly FoldLines[]>();

function linesOf(document: TextDocument, { folds, offset }: PlacedFolds, base: number): readonly FoldLines[] {
  let lines = knownLines.get(folds);
  if (lines === undefined) {
    const text = document.getText();
    lines = folds.flatMap(({ start, end, kind }) => {
      // A block scalar or map may end behind its last line break, or on blank lines: these stay visible.
      let behind = Math.min(end + offset, text.length);
      while (behind > start + offset && BLANK.has(text.charCodeAt(behind - 1))) behind--;
      const first = document.positionAt(start + offset).line - base;
      const last = document.positionAt(behind).line - base;
      return last > first ? [{ first, last, kind }] : [];
    });
    knownLines.set(folds, lines);
  }
  return lines;
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
