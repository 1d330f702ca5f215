import type { TextDocument } from "vscode-languageserver-textdocument";
import { looksLikeTemplate } from "../detect.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Documents } from "./documents.ts";
import type { Host, TemplateFile } from "./host.ts";
import { comparable, type WorkspaceFiles } from "./workspaceFiles.ts";

export interface FileIndexParts<Found> {
  readonly host: Pick<Host, "now" | "pause">;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  /** Whether it is worth to read a text as a template. */
  readonly mayHold: (text: string) => boolean;
  /** @param path for display */
  readonly read: (template: Template, document: TextDocument, path: string) => readonly Found[];
}

interface ReadFile<Found> {
  readonly stamp: string;
  readonly path: string;
  readonly found: readonly Found[];
}

/** Milliseconds of work before others get their turn. */
const STEP = 8;

/**
 * Something that the templates of the workspace hold. The files are read when something first asks, and those that
 * changed when it asks later on; open documents count as they are in the editor.
 */
export class FileIndex<Found> {
  readonly #parts: FileIndexParts<Found>;
  #files: ReadonlyMap<string, ReadFile<Found>> = new Map();
  #scan: Promise<void> | undefined;
  /** Of the list that was read last. */
  #generation: number | undefined;

  constructor(parts: FileIndexParts<Found>) {
    this.#parts = parts;
  }

  /** What all templates hold but the one at `uri`; that of open documents first. */
  async all(uri?: string): Promise<readonly Found[]> {
    await this.#refreshed();
    const { documents, read } = this.#parts;
    const told = new Set([...documents.uris, ...(uri === undefined ? [] : [uri])].map(comparable));
    const edited = documents.uris
      .filter((one) => one !== uri)
      .flatMap((one) => {
        const found = documents.get(one);
        return found === undefined ? [] : read(found.template, found.document, this.#pathOf(one));
      });
    const saved = [...this.#files].filter(([one]) => !told.has(one)).flatMap(([, { found }]) => found);
    return [...edited, ...saved];
  }

  #pathOf(uri: string): string {
    return this.#files.get(comparable(uri))?.path ?? uri.slice(uri.lastIndexOf("/") + 1);
  }

  /** The first time all is waited for; later on what is known is good enough until the files are read again. */
  async #refreshed(): Promise<void> {
    const { files } = this.#parts;
    if (this.#scan === undefined && (files.isOld || files.generation !== this.#generation)) {
      this.#scan = this.#readAll().finally(() => {
        this.#scan = undefined;
      });
    }
    if (this.#generation === undefined) await this.#scan;
  }

  async #readAll(): Promise<void> {
    const { host, files } = this.#parts;
    const read = new Map<string, ReadFile<Found>>();
    const listing = files.list();
    const { generation } = files;
    let since = host.now();
    for (const file of await listing) {
      const key = comparable(file.uri);
      const known = this.#files.get(key);
      read.set(key, known?.stamp === file.stamp ? known : await this.#read(file));
      if (host.now() - since < STEP) continue;
      await host.pause();
      since = host.now();
    }
    this.#files = read;
    this.#generation = generation;
  }

  async #read({ uri, path, stamp, text }: TemplateFile): Promise<ReadFile<Found>> {
    const { mayHold, documents, read } = this.#parts;
    const content = (await text()) ?? "";
    if (!mayHold(content) || !looksLikeTemplate(content)) return { stamp, path, found: [] };
    return { stamp, path, found: read(parse(content), documents.saved(uri, content), path) };
  }
}
