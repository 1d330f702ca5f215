import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OtherExport } from "../features/reference/context.ts";
import { exportsOf } from "../model/exports.ts";
import { textOf, valueAt } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { type Documents, rangeOf } from "./documents.ts";
import { comparable } from "./sameFile.ts";
import type { WorkspaceFiles } from "./workspaceFiles.ts";

/** An export of a template of the workspace, with its place. */
export interface WorkspaceExport extends OtherExport {
  readonly uri: string;
  readonly range: Range;
}

/** What the templates of the workspace export; open documents count as they are in the editor. */
export class WorkspaceExports {
  readonly #files: WorkspaceFiles;
  readonly #documents: Documents;

  constructor(files: WorkspaceFiles, documents: Documents) {
    this.#files = files;
    this.#documents = documents;
  }

  /** The exports of all templates but one, those of open documents first. */
  async besides(uri: string): Promise<readonly WorkspaceExport[]> {
    const { files } = await this.#files.known();
    const documents = this.#documents;
    const open = new Set(documents.uris.map(comparable));
    const edited = documents.uris
      .filter((one) => one !== uri)
      .flatMap((one) => {
        const found = documents.get(one);
        const path = files.get(comparable(one))?.file.path ?? one.slice(one.lastIndexOf("/") + 1);
        return found === undefined ? [] : placedExports(found.template, found.document, path);
      });
    const saved = [...files].filter(([one]) => !open.has(one)).flatMap(([, { exports }]) => exports);
    return [...edited, ...saved];
  }
}

/** Whether a caret may be at a `Fn::ImportValue`, so that it is worth to look at other templates. */
export function asksForImport(text: string, offset: number): boolean {
  return text.slice(Math.max(0, offset - 400), offset + 200).includes("ImportValue");
}

/** The exports of a template with their places. */
export function placedExports(template: Template, document: TextDocument, from: string): readonly WorkspaceExport[] {
  return exportsOf(template).map(({ name, output, span }) => ({
    name,
    from,
    output: output.name,
    description: textOf(valueAt(output.value, "Description")),
    uri: document.uri,
    range: rangeOf(document, span),
  }));
}
