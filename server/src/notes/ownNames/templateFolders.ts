import { nameKey } from "../words/names.ts";

const MIN_TEMPLATES = 3;

/** The folders and names of templates. There may be thousands, and each note asks. */
export class TemplateFolders {
  readonly #paths: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  #titles: ReadonlySet<string> | undefined;
  /** Folder → the number of folders with templates directly in it. */
  readonly #inside = new Map<string, number>();
  /** Folder → the number of folders with templates at any depth. */
  readonly #below = new Map<string, number>();
  readonly #files: ReadonlySet<string>;
  /** Without their extensions, in lower case. */
  readonly #called: ReadonlySet<string>;

  /**
   * @param folders by the steps of their paths
   * @param files the names of the templates' files
   */
  constructor(folders: readonly (readonly string[])[], files: Iterable<string> = []) {
    this.#paths = new Set(folders.map((steps) => steps.join("/")));
    for (const path of this.#paths) {
      const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      this.#inside.set(parent, (this.#inside.get(parent) ?? 0) + 1);
      const steps = path.split("/");
      for (let length = path === "" ? 0 : steps.length; length >= 0; length--) {
        const above = steps.slice(0, length).join("/");
        this.#below.set(above, (this.#below.get(above) ?? 0) + 1);
      }
    }
    this.#names = new Set(folders.flat().map((step) => step.toLowerCase()));
    this.#files = new Set(files);
    this.#called = new Set([...this.#files].map((name) => name.replace(/\.\w+$/, "").toLowerCase()));
  }

  /** Whether there are more templates than one or two. */
  get areSeveral(): boolean {
    return this.#paths.size >= MIN_TEMPLATES || this.#files.size >= MIN_TEMPLATES;
  }

  has(folder: readonly string[]): boolean {
    return this.#paths.has(folder.join("/"));
  }

  /** Whether some are in a folder, at any depth. */
  hasWithin(folder: readonly string[]): boolean {
    return this.#below.has(folder.join("/"));
  }

  /** Whether templates are in several folders in one, at any depth: a project. */
  hasSeveralWithin(folder: readonly string[]): boolean {
    return (this.#below.get(folder.join("/")) ?? 0) >= MIN_TEMPLATES;
  }

  /** Whether folders with templates are beside that one, too: a collection. */
  isOneOfSeveral(folder: readonly string[]): boolean {
    return (this.#inside.get(folder.slice(0, -1).join("/")) ?? 0) >= MIN_TEMPLATES;
  }

  /** Whether a folder with templates, or one around it, has that name; in lower case. */
  hasName(name: string): boolean {
    return this.#names.has(name);
  }

  /** Whether a folder with templates, or one around it, has the name of a title in several words: `2. Web Server` as `2-web_server`. */
  isTitled(title: string): boolean {
    this.#titles ??= new Set([...this.#names].filter((name) => /[-_]/.test(name)).map(nameKey));
    return this.#titles.has(nameKey(title));
  }

  /** Whether a template's file has that name without its extension; in lower case. */
  isCalled(name: string): boolean {
    return this.#called.has(name);
  }

  /** Whether a template's file has that name. */
  hasFile(name: string): boolean {
    return this.#files.has(name);
  }
}
