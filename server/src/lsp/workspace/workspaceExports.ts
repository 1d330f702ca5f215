import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OtherExport } from "../../features/reference/context.ts";
import { exportsOf } from "../../model/references/exports.ts";
import type { Template } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";
import { resourcesIn } from "../../notes/ownNames/aliases.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { FileIndex, type IndexedTemplates } from "./fileIndex.ts";

/** An export of a template of the workspace, with its place. */
export interface WorkspaceExport extends OtherExport {
  readonly range: Range;
}

/** What the templates of the workspace export. */
export class WorkspaceExports {
  readonly #index: FileIndex<WorkspaceExport>;

  constructor(parts: IndexedTemplates) {
    this.#index = new FileIndex({ ...parts, mayHold: (text) => text.includes("Export"), read: exportsIn });
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
