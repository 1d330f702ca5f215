import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { type Children, type ChildTemplate, childTemplatePaths } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import { percentDecoded } from "../../notes/reading/markdown/uriPath.ts";
import type { Documents } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";

interface ReadFile {
  readonly uri: string;
  readonly text: string;
  /** `undefined` if the file is no template. */
  readonly template: Template | undefined;
}

interface ChildTemplatesParts {
  readonly host: Host;
  readonly documents: Documents;
  /** The workspace's, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
  /** Called with the URI of a template that takes too long to read; it counts as no template. */
  readonly gaveUp: (uri: string) => void;
}

/** The local templates that other templates nest; an open one counts as it is in the editor. */
export class ChildTemplates {
  readonly #host: Host;
  readonly #documents: Documents;
  readonly #folders: () => Promise<readonly string[]>;
  readonly #gaveUp: (uri: string) => void;
  readonly #known = new Map<string, Promise<ReadFile | undefined>>();
  /** The keys of the same map that lead to no file. */
  readonly #missing = new Map<string, boolean>();
  /** By URI, what was last read of a file. */
  readonly #read = new Map<string, ReadFile>();

  constructor({ host, documents, folders, gaveUp }: ChildTemplatesParts) {
    this.#host = host;
    this.#documents = documents;
    this.#folders = folders;
    this.#gaveUp = gaveUp;
  }

  /** All templates that a template nests. */
  async all(uri: string, template: Template): Promise<Children> {
    const children = new Map<string, ChildTemplate>();
    for (const path of childTemplatePaths(template)) {
      const child = await this.at(uri, path);
      if (child !== undefined) children.set(path, child);
    }
    return children;
  }

  /** The template at a path that a document names. */
  async at(uri: string, path: string): Promise<ChildTemplate | undefined> {
    const key = `${uri} ${path}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#readBeside(uri, path);
      this.#known.set(key, found);
    }
    const file = await found;
    if (file === undefined) return undefined;
    const open = this.#documents.openUri(file.uri);
    const template = open === undefined ? file.template : this.#documents.get(open)?.template;
    return template && { uri: open ?? file.uri, template };
  }

  /** The paths of templates that a template nests, and that are not there. */
  async missing(uri: string, template: Template): Promise<ReadonlySet<string>> {
    const missing = new Set<string>();
    for (const path of childTemplatePaths(template)) {
      const key = `${uri} ${path}`;
      let known = this.#missing.get(key);
      if (known === undefined) {
        known = this.#host.isMissing?.(uri, path, await this.#folders()) === true;
        this.#missing.set(key, known);
      }
      if (known) missing.add(path);
    }
    return missing;
  }

  /** Forgets what was read: the files may have changed. */
  forget(): void {
    this.#known.clear();
    this.#missing.clear();
  }

  /** The present text of a file; `undefined` if it can't be read. */
  async textNow(uri: string): Promise<string | undefined> {
    const name = percentDecoded(uri.slice(uri.lastIndexOf("/") + 1));
    return (await this.#host.readBeside(uri, name, await this.#folders()))?.text;
  }

  async #readBeside(uri: string, path: string): Promise<ReadFile | undefined> {
    const file = await this.#host.readBeside(uri, path, await this.#folders());
    if (file === undefined) return undefined;
    const before = this.#read.get(file.uri);
    if (before?.text === file.text) return before;
    const template = this.#host.within(
      MAX_TURN_MS,
      () => (looksLikeTemplate(file.text) ? parse(file.text) : undefined),
      () => {
        this.#gaveUp(file.uri);
        return undefined;
      },
    );
    const read = { ...file, template };
    this.#read.set(file.uri, read);
    return read;
  }
}
