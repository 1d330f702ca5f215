import type { SymbolInformation } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { SymbolKind } from "../../features/document/symbols.ts";
import { type NamedSection, namedPlaces } from "../../features/namedPlaces.ts";
import { nameSearch } from "../../features/nameSearch.ts";
import type { Template } from "../../model/template.ts";
import { literalNames } from "../../notes/ownNames/aliases.ts";
import { lspSymbolKind } from "../documents/structure.ts";
import { FileIndex, type IndexedTemplates } from "./fileIndex.ts";

/**
 * A name in a template, with as little as is needed to show it: there may be many. Lines and columns are zero-based.
 */
export interface PlacedName {
  readonly name: string;
  /** `undefined` for the literal name of a resource, which is no declaration. */
  readonly section: NamedSection | undefined;
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** An editor asks again for each letter. */
const MAX_SYMBOLS = 500;

const KINDS: Readonly<Record<NamedSection, SymbolKind>> = {
  Resources: "resource",
  Parameters: "parameter",
  Outputs: "output",
  Conditions: "condition",
  Mappings: "mapping",
};

/** The names in the templates of the workspace. */
export class WorkspaceSymbols {
  readonly #index: FileIndex<PlacedName>;

  constructor(parts: IndexedTemplates) {
    this.#index = new FileIndex({ ...parts, mayHold: () => true, read: placedNames });
  }

  /** All of them, those of open documents first. */
  names(): Promise<readonly PlacedName[]> {
    return this.#index.all();
  }

  /** The names that have the letters of a query in their order, the best first. */
  async search(query: string, isCancelled: () => boolean): Promise<SymbolInformation[]> {
    const names = await this.#index.all();
    if (isCancelled()) return [];
    return nameSearch(names.filter(isSymbol), query, MAX_SYMBOLS).map(symbolOf);
  }
}

function placedNames(template: Template, document: TextDocument): readonly PlacedName[] {
  const { uri } = document;
  const literal = literalNames(template).map((place) => ({ ...place, section: undefined }));
  return [...namedPlaces(template), ...literal].map(({ name, section, start, end }) => {
    const { line, character } = document.positionAt(start);
    return { name, section, uri, line, start: character, end: document.positionAt(end).character };
  });
}

interface NamedSymbol extends PlacedName {
  readonly section: NamedSection;
}

function isSymbol(name: PlacedName): name is NamedSymbol {
  return name.section !== undefined;
}

function symbolOf({ name, section, uri, line, start, end }: NamedSymbol): SymbolInformation {
  const range = { start: { line, character: start }, end: { line, character: end } };
  return { name, kind: lspSymbolKind(KINDS[section]), location: { uri, range }, containerName: section };
}
