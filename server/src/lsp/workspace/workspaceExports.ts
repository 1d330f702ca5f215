import type { Location, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OtherExport } from "../../features/reference/context.ts";
import { exportsOf, type Import, importsOf, mayBeSameName } from "../../model/references/exports.ts";
import type { Template } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";
import { resourcesIn } from "../../notes/ownNames/aliases.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { FileIndex, type IndexedTemplates } from "./fileIndex.ts";

/** An export of a template of the workspace, with its place. */
export interface WorkspaceExport extends OtherExport {
  readonly range: Range;
}

/** What the templates of the workspace export, and where they import it. */
export class WorkspaceExports {
  readonly #index: FileIndex<WorkspaceExport>;
  readonly #imports: FileIndex<Location & Pick<Import, "name">>;

  constructor(parts: IndexedTemplates) {
    this.#index = new FileIndex({ ...parts, mayHold: (text) => text.includes("Export"), read: exportsIn });
    this.#imports = new FileIndex({ ...parts, mayHold: (text) => text.includes("ImportValue"), read: importsIn });
  }

  /** Where an export of that name is declared, and imported; that of open documents first. */
  async placesOf(name: string, includeDeclaration: boolean): Promise<readonly Location[]> {
    const declared = includeDeclaration ? await this.#index.all() : [];
    const found = [...declared, ...(await this.#imports.all())].filter((one) => mayBeSameName(one.name, name));
    return found.map(({ uri, range }) => ({ uri, range }));
  }

  /** The exports of all templates but one, those of open documents first. */
  besides(uri: string): Promise<readonly WorkspaceExport[]> {
    return this.#index.all(uri);
  }

  /** The same for what a template with this text may import; no promise if it imports nothing. */
  importedBy(uri: string, text: string): readonly WorkspaceExport[] | Promise<readonly WorkspaceExport[]> {
    return text.includes("ImportValue") ? this.besides(uri) : [];
  }

  /** The same if a caret may be at a `Fn::ImportValue`. */
  at({ document, template }: OpenTemplate, offset: number): ReturnType<WorkspaceExports["importedBy"]> {
    return this.importedBy(document.uri, template.text.slice(Math.max(0, offset - 400), offset));
  }
}

function importsIn(template: Template, document: TextDocument): readonly (Location & Pick<Import, "name">)[] {
  return importsOf(template).map(({ name, span }) => ({ name, uri: document.uri, range: rangeOf(document, span) }));
}

function exportsIn(template: Template, document: TextDocument, from: string): readonly WorkspaceExport[] {
  return exportsOf(template).map(({ name, output, span }) => ({
    name,
    from,
    output: output.name,
    of: resourcesIn(output),
    description: textOf(valueAt(output.value, "Description")),
    uri: document.uri,
    range: rangeOf(document, span),
  }));
}
