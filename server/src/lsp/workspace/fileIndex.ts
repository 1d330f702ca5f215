import type { TextDocument } from "vscode-languageserver-textdocument";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import type { Documents } from "../documents/documents.ts";
import type { Host, TemplateFile } from "../host/host.ts";
import { comparable } from "../host/sameFile.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import type { WorkspaceFiles } from "./workspaceFiles.ts";

export interface FileIndexParts<Found> {
  readonly host: Pick<Host, "now" | "yieldToEventLoop" | "within">;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  /** Called with the URI of a file that takes too long to read; it counts as empty. */
  readonly gaveUp: (uri: string) => void;
  /** Called when files hold something else than when they were read before: until then, earlier results were given. */
  readonly changed?: () => void;
  /** Whether a text is worth reading as a template. */
  readonly mayHold: (text: string) => boolean;
  /** @param path for display */
  readonly read: (template: Template, document: TextDocument, path: string) => readonly Found[];
}

/** The open templates and those of the workspace, whatever is to be found in them. */
export type IndexedTemplates = Omit<FileIndexParts<never>, "mayHold" | "read">;

interface ReadFile<Found> {
  readonly file: TemplateFile;
  readonly found: readonly Found[];
}

/** Milliseconds of work before others get their turn. */
const STEP_MS = 8;
/** A scan that takes longer, in milliseconds, is valid for so many: nobody shall wait for ever. */
const LONG_MS = 2000;
const RECENT_MS = 30_000;

/**
 * An index of something that the templates of the workspace hold. Files are read when it is first asked, and changed
 * ones when it is asked again; open documents count as they are in the editor.
 */
export class FileIndex<Found> {
  readonly #parts: FileIndexParts<Found>;
  #files: ReadonlyMap<string, ReadFile<Found>> = new Map();
  #scan: Promise<void> | undefined;
  /** Of the list of files that was read last. */
  #generation: number | undefined;
  /** Whether that list has all files of the workspace. */
  #isComplete = true;
  #scanned = Number.NEGATIVE_INFINITY;
  /** How many milliseconds the last scan took. */
  #took = 0;

  constructor(parts: FileIndexParts<Found>) {
    this.#parts = parts;
  }

  /** What all templates but the one at `uri` hold; that of open documents first. */
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

  /**
   * The files that are not open and hold something wanted, as they are now, and whether all of the workspace were read.
   * If that takes long (files far away), what they held a moment ago.
   */
  async filesNow(
    isWanted: (found: Found) => boolean,
  ): Promise<{ readonly files: readonly TemplateFile[]; readonly isComplete: boolean }> {
    const { host, files, documents } = this.#parts;
    // A running scan may have passed a file that has changed since.
    await this.#scan;
    if (this.#took <= LONG_MS || host.now() - this.#scanned >= RECENT_MS) {
      files.changed();
      this.#begin();
      await this.#scan;
    }
    const open = new Set(documents.uris.map(comparable));
    const wanted = [...this.#files].filter(([uri, { found }]) => !open.has(uri) && found.some(isWanted));
    return { files: wanted.map(([, { file }]) => file), isComplete: this.#isComplete };
  }

  #pathOf(uri: string): string {
    return this.#files.get(comparable(uri))?.file.path ?? uri.slice(uri.lastIndexOf("/") + 1);
  }

  /** The first scan is waited for; later on, earlier results are good enough until the files are read again. */
  async #refreshed(): Promise<void> {
    const { files } = this.#parts;
    if (files.isOld || files.generation !== this.#generation) this.#begin();
    if (this.#generation === undefined) await this.#scan;
  }

  #begin(): void {
    if (this.#scan !== undefined) return;
    const { host } = this.#parts;
    const begun = host.now();
    this.#scan = this.#readAll().finally(() => {
      this.#scan = undefined;
      this.#scanned = host.now();
      this.#took = this.#scanned - begun;
    });
    // A caller hears of the failure; often there is none, and then it must not end the process.
    this.#scan.catch(() => undefined);
  }

  async #readAll(): Promise<void> {
    const { host, files } = this.#parts;
    const read = new Map<string, ReadFile<Found>>();
    const listing = files.list();
    const { generation } = files;
    const { files: listed, isComplete } = await listing;
    let since = host.now();
    for (const file of listed) {
      const key = comparable(file.uri);
      const known = this.#files.get(key);
      read.set(key, known?.file.stamp === file.stamp ? known : await this.#read(file));
      if (host.now() - since < STEP_MS) continue;
      await host.yieldToEventLoop();
      since = host.now();
    }
    const isChanged = this.#generation !== undefined && !isSame(this.#files, read);
    this.#files = read;
    this.#generation = generation;
    this.#isComplete = isComplete;
    if (isChanged) this.#parts.changed?.();
  }

  async #read(file: TemplateFile): Promise<ReadFile<Found>> {
    const { host, gaveUp } = this.#parts;
    const content = (await file.text()) ?? "";
    const found = host.within(
      MAX_TURN_MS,
      () => this.#found(file, content),
      () => {
        gaveUp(file.uri);
        return [];
      },
    );
    return { file, found };
  }

  #found({ uri, path }: TemplateFile, content: string): readonly Found[] {
    const { mayHold, documents, read } = this.#parts;
    if (!mayHold(content) || !looksLikeTemplate(content)) return [];
    return read(parse(content), documents.saved(uri, content), path);
  }
}

/** Whether the same files hold the same, those that hold nothing aside. */
function isSame<Found>(
  before: ReadonlyMap<string, ReadFile<Found>>,
  now: ReadonlyMap<string, ReadFile<Found>>,
): boolean {
  const holding = (files: typeof now): readonly [string, ReadFile<Found>][] =>
    [...files].filter(([, { found }]) => found.length > 0);
  const held = holding(now);
  return holding(before).length === held.length && held.every(([uri, file]) => before.get(uri) === file);
}
