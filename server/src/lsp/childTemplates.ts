import { looksLikeTemplate } from "../detect.ts";
import { childTemplatePaths } from "../model/childTemplates.ts";
import type { Outline } from "../model/outline.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Documents } from "./documents.ts";
import { LONGEST } from "./givenUp.ts";
import type { Host } from "./host.ts";

interface Child {
  readonly uri: string;
  /** `undefined` where the file is no template. */
  readonly outline: Outline | undefined;
}

interface ChildTemplatesParts {
  readonly host: Host;
  readonly documents: Documents;
  /** The workspace's, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
  /** Called with the URI of a template that takes too long to read; it counts as none. */
  readonly gaveUp: (uri: string) => void;
}

/** What the local templates declare that other templates nest; a child that is open counts as it is in the editor. */
export class ChildTemplates {
  readonly #host: Host;
  readonly #documents: Documents;
  readonly #folders: () => Promise<readonly string[]>;
  readonly #gaveUp: (uri: string) => void;
  readonly #known = new Map<string, Promise<Child | undefined>>();

  constructor({ host, documents, folders, gaveUp }: ChildTemplatesParts) {
    this.#host = host;
    this.#documents = documents;
    this.#folders = folders;
    this.#gaveUp = gaveUp;
  }

  /** The outlines by the paths that the template writes. */
  async outlines(uri: string, template: Template): Promise<ReadonlyMap<string, Outline>> {
    const outlines = new Map<string, Outline>();
    for (const path of childTemplatePaths(template)) {
      const child = await this.#child(uri, path);
      const outline = child && (this.#documents.get(child.uri)?.template.outline ?? child.outline);
      if (outline !== undefined) outlines.set(path, outline);
    }
    return outlines;
  }

  /** Forgets what was read: a file may have changed. */
  forget(): void {
    this.#known.clear();
  }

  #child(uri: string, path: string): Promise<Child | undefined> {
    const key = `${uri} ${path}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#read(uri, path);
      this.#known.set(key, found);
    }
    return found;
  }

  async #read(uri: string, path: string): Promise<Child | undefined> {
    const file = await this.#host.readBeside(uri, path, await this.#folders());
    if (file === undefined) return undefined;
    const { uri: childUri, text } = file;
    const read = (): Outline | undefined => (looksLikeTemplate(text) ? parse(text).outline : undefined);
    const outline = this.#host.within(LONGEST, read, () => {
      this.#gaveUp(childUri);
      return undefined;
    });
    return { uri: childUri, outline };
  }
}
