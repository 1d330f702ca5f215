import type { DocumentHighlight, Location } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import { folding } from "../../features/document/folding.ts";
import { semanticTokens } from "../../features/document/semanticTokens.ts";
import { symbols } from "../../features/document/symbols.ts";
import { importedFrom, sharedExportAt } from "../../features/navigation.ts";
import { sameTypes } from "../../features/sameTypes.ts";
import type { Span } from "../../text/span.ts";
import { type OpenTemplate, rangeOf, spanOf } from "../documents/documents.ts";
import { foldingRanges } from "../documents/foldingRanges.ts";
import { documentSymbols, encodedTokens } from "../documents/structure.ts";
import { sharedNameAt } from "../workspace/renameEdit.ts";
import { definitionElsewhere } from "./fileRequests.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type StructureRequests = Pick<
  Answers,
  "definition" | "references" | "highlights" | "symbols" | "folding" | "semanticTokens" | "semanticTokensRange"
>;

/** Answers definitions, references, symbols and the like. */
export function structureRequests(context: RequestContext): StructureRequests {
  const { service, exports, parameters, nested } = context;
  const maxFolds = parameters.capabilities.textDocument?.foldingRange?.rangeLimit;
  return {
    definition: async (_, { at }) => {
      const elsewhere = await definitionElsewhere(context, at);
      if (elsewhere !== undefined) return elsewhere;
      const read = await at((open, offset) => exports.at(open, offset));
      return at((open, offset) => [
        ...service.definition(open.template, offset).map(({ span }) => locationOf(open, span)),
        ...importedFrom(open.template, offset, read ?? []).map(({ uri, range }) => ({ uri, range })),
      ]);
    },
    references: async (params, { at }) => {
      const { includeDeclaration } = params.context;
      const found = at((open, offset) => ({
        own: service.references(open.template, offset, includeDeclaration).map((span) => locationOf(open, span)),
        shared: sharedNameAt(open, offset, nested),
        exported: sharedExportAt(open.template, offset),
      }));
      const shared = await found?.shared;
      const exported = found?.exported === undefined ? [] : await exports.placesOf(found.exported, includeDeclaration);
      if (shared === undefined) return found && [...found.own, ...exported];
      const { child, declaration } = shared;
      const inChild = service.references(child.template, declaration.start, includeDeclaration);
      const located = inChild.map((span) => locationOf(child, span));
      const { uses } = await nested.usesOf(shared);
      const inParents = uses.flatMap(({ parent, spans }) => spans.map((span) => locationOf(parent, span)));
      return [...located, ...inParents, ...exported];
    },
    highlights: (_, { at }) =>
      at(({ document, template }, offset) =>
        highlights(document, service.references(template, offset, true), sameTypes(template, offset)),
      ),
    symbols: (_, { open }) => open && documentSymbols(open.document, symbols(open.template)),
    folding: (_, { open }) => open && foldingRanges(open.document, folding(open.template), maxFolds),
    semanticTokens: (_, { open }) => open && encodedTokens(open.document, semanticTokens(open.template)),
    semanticTokensRange: ({ range }, { open }) =>
      open && encodedTokens(open.document, semanticTokens(open.template, spanOf(open.document, range))),
  };
}

/** The first one is the declaration. */
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
