import type { Host, TemplateFiles } from "./host.ts";

interface WorkspaceFilesParts {
  readonly host: Pick<Host, "templateFiles" | "now">;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
}

/** Milliseconds after which the folders are looked at again, when something asks. */
const FRESH = 3000;

/** The files of the workspace that may be templates, listed when something asks for them. */
export class WorkspaceFiles {
  readonly #parts: WorkspaceFilesParts;
  #listing: Promise<TemplateFiles> | undefined;
  #listed = Number.NEGATIVE_INFINITY;
  #generation = 0;

  constructor(parts: WorkspaceFilesParts) {
    this.#parts = parts;
  }

  /** Whether the list is so old that files may have changed since. */
  get isOld(): boolean {
    return this.#parts.host.now() - this.#listed > FRESH;
  }

  /** Another number for each list. */
  get generation(): number {
    return this.#generation;
  }

  async list(): Promise<TemplateFiles> {
    const { host, folders } = this.#parts;
    if (this.#listing === undefined || this.isOld) {
      this.#listed = host.now();
      this.#generation++;
      this.#listing = folders().then((uris) => host.templateFiles(uris));
    }
    return this.#listing;
  }

  /** Tells that files changed. */
  changed(): void {
    this.#listed = Number.NEGATIVE_INFINITY;
  }
}
