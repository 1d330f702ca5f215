import type { Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { looksLikeTemplate } from "../detect.ts";
import type { OtherExport } from "../features/reference/context.ts";
import { exportsOf } from "../model/exports.ts";
import { textOf, valueAt } from "../model/node.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import { type Documents, rangeOf } from "./documents.ts";
import { LONGEST } from "./givenUp.ts";
import { type Host, MOST_TEMPLATE_FILES, type TemplateFile } from "./host.ts";

/** An export of a template of the workspace, with its place. */
export interface WorkspaceExport extends OtherExport {
  readonly uri: string;
  readonly range: Range;
}

interface ReadFile {
  readonly stamp: string;
  readonly path: string;
  readonly exports: readonly WorkspaceExport[];
}

export interface WorkspaceExportsParts {
  readonly host: Pick<Host, "templateFiles" | "now" | "pause" | "within">;
  readonly documents: Documents;
  /** Called with the URI of a file that takes too long to read; it counts as one without exports. */
  readonly gaveUp: (uri: string) => void;
  /** Called once where the workspace has more files than are looked at. */
  readonly cut: (most: number) => void;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
}

/** Milliseconds after which the files are looked at again, when something asks. */
const FRESH = 3000;
/** Milliseconds of work before others get their turn. */
const STEP = 8;

/**
 * What the templates of the workspace export. The files are read when something first asks for them, and those that
 * changed when it asks later on; open documents count as they are in the editor.
 */
export class WorkspaceExports {
  readonly #parts: WorkspaceExportsParts;
  #files: ReadonlyMap<string, ReadFile> = new Map();
  #scan: Promise<void> | undefined;
  #isTold = false;
  #scanned = Number.NEGATIVE_INFINITY;

  constructor(parts: WorkspaceExportsParts) {
    this.#parts = parts;
  }

  /** The exports of all templates but one, those of open documents first. */
  async besides(uri: string): Promise<readonly WorkspaceExport[]> {
    await this.#refreshed();
    const { documents } = this.#parts;
    const open = new Set(documents.uris.map(comparable));
    const edited = documents.uris
      .filter((one) => one !== uri)
      .flatMap((one) => {
        const found = documents.get(one);
        return found === undefined ? [] : placed(found.template, found.document, this.#pathOf(one));
      });
    const saved = [...this.#files].filter(([one]) => !open.has(one)).flatMap(([, { exports }]) => exports);
    return [...edited, ...saved];
  }

  #pathOf(uri: string): string {
    return this.#files.get(comparable(uri))?.path ?? uri.slice(uri.lastIndexOf("/") + 1);
  }

  /** The first time all is waited for; later on what is known is good enough until the new scan is done. */
  async #refreshed(): Promise<void> {
    const { now } = this.#parts.host;
    if (this.#scan === undefined && now() - this.#scanned > FRESH) {
      this.#scan = this.#readAll().finally(() => {
        this.#scan = undefined;
        this.#scanned = now();
      });
    }
    if (this.#scanned === Number.NEGATIVE_INFINITY) await this.#scan;
  }

  async #readAll(): Promise<void> {
    const { host, folders } = this.#parts;
    const files = await host.templateFiles(await folders());
    if (files.length >= MOST_TEMPLATE_FILES) this.#tellOnce();
    const read = new Map<string, ReadFile>();
    let since = host.now();
    for (const file of files) {
      const key = comparable(file.uri);
      const known = this.#files.get(key);
      read.set(key, known?.stamp === file.stamp ? known : await this.#readFile(file));
      if (host.now() - since < STEP) continue;
      await host.pause();
      since = host.now();
    }
    this.#files = read;
  }

  #tellOnce(): void {
    if (!this.#isTold) this.#parts.cut(MOST_TEMPLATE_FILES);
    this.#isTold = true;
  }

  async #readFile({ uri, path, stamp, text }: TemplateFile): Promise<ReadFile> {
    const content = (await text()) ?? "";
    const { host, gaveUp } = this.#parts;
    const exports = host.within(
      LONGEST,
      () => exportsIn(content, uri, path),
      () => {
        gaveUp(uri);
        return [];
      },
    );
    return { stamp, path, exports };
  }
}

/** Whether a caret may be at a `Fn::ImportValue`, so that it is worth to look at other templates. */
export function asksForImport(text: string, offset: number): boolean {
  return text.slice(Math.max(0, offset - 400), offset + 200).includes("ImportValue");
}

function exportsIn(text: string, uri: string, path: string): readonly WorkspaceExport[] {
  if (!text.includes("Export") || !looksLikeTemplate(text)) return [];
  return placed(parse(text), TextDocument.create(uri, "yaml", 0, text), path);
}

function placed(template: Template, document: TextDocument, from: string): readonly WorkspaceExport[] {
  return exportsOf(template).map(({ name, output, span }) => ({
    name,
    from,
    output: output.name,
    description: textOf(valueAt(output.value, "Description")),
    uri: document.uri,
    range: rangeOf(document, span),
  }));
}

/** Clients and hosts write the drive of a Windows path differently. */
function comparable(uri: string): string {
  return uri.replace(/^file:\/\/\/([a-z])(?::|%3a)/i, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}
