import type { Location, ReferenceParams } from "vscode-languageserver";
import type { Span } from "../../text/span.ts";
import { type OpenTemplate, rangeOf } from "../documents.ts";
import { foldingRanges } from "../foldingRanges.ts";
import { documentSymbols, encodedTokens } from "../structure.ts";
import { at, type DocumentParams, type RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type StructureRequests = Pick<
  Requests,
  "definition" | "references" | "highlights" | "symbols" | "folding" | "semanticTokens"
>;

/** Where things are declared and used, and how a template is built up. */
export function structureRequests(context: RequestContext): StructureRequests {
  const { service, documents, guarded, exportsAt, parameters } = context;
  const mostFolds = parameters.capabilities.textDocument?.foldingRange?.rangeLimit;
  return {
    definition: guarded("definition", null, async (params) => {
      const exports = await exportsAt(params);
      const found = at(context, params, (open, offset) => [
        ...service.definition(open.template, offset).map(({ span }) => locationOf(open, span)),
        ...service.importedFrom(open.template, offset, exports).map(({ uri, range }) => ({ uri, range })),
      ]);
      return found ?? null;
    }),
    references: guarded("references", null, (params: ReferenceParams) => {
      const { includeDeclaration } = params.context;
      const found = at(context, params, (open, offset) =>
        service.references(open.template, offset, includeDeclaration).map((span) => locationOf(open, span)),
      );
      return found ?? null;
    }),
    highlights: guarded("highlights", null, (params) => {
      const found = at(context, params, ({ document, template }, offset) =>
        service.references(template, offset, true).map((span) => ({ range: rangeOf(document, span) })),
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
  };
}

function locationOf({ document }: OpenTemplate, span: Span): Location {
  return { uri: document.uri, range: rangeOf(document, span) };
}
