import { isWithinFolder } from "../reading/uriPath.ts";

/** Folders in which templates are, by the steps of their paths. There may be thousands, and each note asks. */
export class TemplateFolders {
  readonly #folders: readonly (readonly string[])[];
  readonly #paths: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(folders: readonly (readonly string[])[]) {
    this.#folders = folders;
    this.#paths = new Set(folders.map((steps) => steps.join("/")));
    this.#names = new Set(folders.flat().map((step) => step.toLowerCase()));
  }

  has(folder: readonly string[]): boolean {
    return this.#paths.has(folder.join("/"));
  }

  /** Whether some are in a folder, at any depth. */
  hasWithin(folder: readonly string[]): boolean {
    return this.#folders.some((one) => isWithinFolder(folder, one));
  }

  /** Whether some folder, or one that it is in, is called so; in lower case. */
  hasName(name: string): boolean {
    return this.#names.has(name);
  }
}
