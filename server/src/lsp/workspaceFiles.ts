import { TextDocument } from "vscode-languageserver-textdocument";
import { looksLikeTemplate } from "../detect.ts";
import { childTemplatePaths } from "../model/childTemplates.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Host, TemplateFile } from "./host.ts";
import { besideUri, comparable } from "./sameFile.ts";
import { placedExports, type WorkspaceExport } from "./workspaceExports.ts";

/** What is known of a file of the workspace that may be a template. */
export interface ScannedFile {
  readonly file: TemplateFile;
  readonly exports: readonly WorkspaceExport[];
  /** The templates that it nests, as {@link comparable} URIs. */
  readonly nests: ReadonlySet<string>;
}

export interface Scan {
  /** By their {@link comparable} URIs. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** Whether all files of the workspace were looked at; `false` where there are too many. */
  readonly isComplete: boolean;
}

export interface WorkspaceFilesParts {
  readonly host: Pick<Host, "templateFiles" | "now" | "pause">;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
}

/** Milliseconds after which the files are looked at again, when something asks. */
const FRESH = 3000;
/** A scan that takes longer, in milliseconds, is good enough for so many: nobody who waits for one shall wait for ever. */
const LONG = 2000;
const RECENT = 30_000;
/** Milliseconds of work before others get their turn. */
const STEP = 8;

/** The template files of the workspace, read when something first asks for them; later on those that changed. */
export class WorkspaceFiles {
  readonly #parts: WorkspaceFilesParts;
  #last: Scan = { files: new Map(), isComplete: true };
  #running: Promise<void> | undefined;
  #scanned = Number.NEGATIVE_INFINITY;
  /** How many milliseconds the last scan took. */
  #took = 0;

  constructor(parts: WorkspaceFilesParts) {
    this.#parts = parts;
  }

  /** What is known. The first time all is waited for; later on that is good enough until the new scan is done. */
  async known(): Promise<Scan> {
    const isFirst = this.#scanned === Number.NEGATIVE_INFINITY;
    if (this.#parts.host.now() - this.#scanned > FRESH) void this.#begin();
    if (isFirst) await this.#running;
    return this.#last;
  }

  /** What the files say now; where it takes long to find out (files far away), what they said a moment ago. */
  async now(): Promise<Scan> {
    const { host } = this.#parts;
    // One that is running may have passed what has changed since.
    await this.#running;
    const isEnough = this.#took > LONG && host.now() - this.#scanned < RECENT;
    if (!isEnough) await this.#begin();
    return this.#last;
  }

  #begin(): Promise<void> {
    const { host } = this.#parts;
    const begun = host.now();
    this.#running ??= this.#readAll().finally(() => {
      this.#running = undefined;
      this.#scanned = host.now();
      this.#took = this.#scanned - begun;
    });
    return this.#running;
  }

  async #readAll(): Promise<void> {
    const { host, folders } = this.#parts;
    const { files, isComplete } = await host.templateFiles(await folders());
    const read = new Map<string, ScannedFile>();
    let since = host.now();
    for (const file of files) {
      const key = comparable(file.uri);
      const known = this.#last.files.get(key);
      read.set(key, known?.file.stamp === file.stamp ? known : await scanned(file));
      if (host.now() - since < STEP) continue;
      await host.pause();
      since = host.now();
    }
    this.#last = { files: read, isComplete };
  }
}

/** What a text must hold that is worth to be parsed. */
const ASKED = /Export|AWS::CloudFormation::Stack|AWS::Serverless::Application/;

async function scanned(file: TemplateFile): Promise<ScannedFile> {
  const text = (await file.text()) ?? "";
  if (!ASKED.test(text) || !looksLikeTemplate(text)) return { file, exports: [], nests: new Set() };
  const template = parse(text);
  const document = TextDocument.create(file.uri, "yaml", 0, text);
  return { file, exports: placedExports(template, document, file.path), nests: nestedUris(file.uri, template) };
}

/** The templates that one nests, as {@link comparable} URIs. */
export function nestedUris(uri: string, template: Template): ReadonlySet<string> {
  const found = childTemplatePaths(template).flatMap((path) => besideUri(uri, path) ?? []);
  return new Set(found.map(comparable));
}
