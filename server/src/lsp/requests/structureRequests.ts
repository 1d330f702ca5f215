import type { DocumentHighlight, Location, ReferenceParams, SemanticTokensRangeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import { semanticTokens } from "../../features/document/semanticTokens.ts";
import { sameTypes } from "../../features/sameTypes.ts";
import type { Span } from "../../text/span.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { foldingRanges } from "../documents/foldingRanges.ts";
import { documentSymbols, encodedTokens } from "../documents/structure.ts";
import { sharedNameAt } from "../workspace/renameEdit.ts";
import { definitionElsewhere } from "./fileRequests.ts";
import { at, type DocumentParams, type RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type StructureRequests = Pick<
  Requests,
  "definition" | "references" | "highlights" | "symbols" | "folding" | "semanticTokens" | "semanticTokensRange"
>;

/** Where things are declared and used, and how a template is built up. */
export function structureRequests(context: RequestContext): StructureRequests {
  const { service, documents, guarded, exportsAt, parameters, nested } = context;
  const mostFolds = parameters.capabilities.textDocument?.foldingRange?.rangeLimit;
  return {
    definition: guarded("definition", null, async (params) => {
      const elsewhere = await definitionElsewhere(context, params);
      if (elsewhere !== undefined) return elsewhere;
      const exports = await exportsAt(params);
      const found = at(context, params, (open, offset) => [
        ...service.definition(open.template, offset).map(({ span }) => locationOf(open, span)),
        ...service.importedFrom(open.template, offset, exports).map(({ uri, range }) => ({ uri, range })),
      ]);
      return found ?? null;
    }),
    references: guarded("references", null, async (params: ReferenceParams) => {
      const { includeDeclaration } = params.context;
      const found = at(context, params, (open, offset) => ({
        own: service.references(open.template, offset, includeDeclaration).map((span) => locationOf(open, span)),
        shared: sharedNameAt(open, offset, service, nested),
      }));
      const shared = await found?.shared;
      if (shared === undefined) return found?.own ?? null;
      const { child, declaration } = shared;
      const inChild = service.references(child.template, declaration.start, includeDeclaration);
      const located = inChild.map((span) => locationOf(child, span));
      const { uses } = await nested.usesOf(shared);
      return [...located, ...uses.flatMap(({ parent, spans }) => spans.map((span) => locationOf(parent, span)))];
    }),
    highlights: guarded("highlights", null, (params) => {
      const found = at(context, params, ({ document, template }, offset) =>
        highlights(document, service.references(template, offset, true), sameTypes(template, offset)),
      );
      return found ?? null;
    }),
    symbols: guarded("symbols", null, ({ textDocument }: DocumentParams) => {
      const open = documents.get(textDocument.uri);
      return open === undefined ? null : documentSymbols(open.document, service.symbols(open.template));
    }),
    folding: guarded("folding", null, ({ textDocument }: DocumentParams) => {
      const open = documents.get(textDocument.uri);
      return open === undefined ? null : foldingRanges(open.document, service.folding(open.template), mostFolds);
    }),
    semanticTokens: guarded("semanticTokens", { data: [] }, ({ textDocument }: DocumentParams) => {
      const open = documents.get(textDocument.uri);
      return open === undefined ? { data: [] } : encodedTokens(open.document, service.semanticTokens(open.template));
    }),
    semanticTokensRange: guarded("semanticTokensRange", { data: [] }, (params: SemanticTokensRangeParams) => {
      const open = documents.get(params.textDocument.uri);
      if (open === undefined) return { data: [] };
      const { document, template } = open;
      const within = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
      return encodedTokens(document, semanticTokens(template, within));
    }),
  };
}

/** The first one is where the name is declared. */
function highlights(document: TextDocument, named: readonly Span[], alike: readonly Span[]): DocumentHighlight[] {
  return [
    ...named.map((span, index) => ({
      range: rangeOf(document, span),
      kind: index === 0 ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
    ...alike.map((span) => ({ range: rangeOf(document, span), kind: DocumentHighlightKind.Text })),
  ];
}

function locationOf({ document }: OpenTemplate, span: Span): Location {
  return { uri: document.uri, range: rangeOf(document, span) };
}
