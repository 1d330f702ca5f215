import type { Host, TemplateFiles } from "../host/host.ts";

interface WorkspaceFilesParts {
  readonly host: Pick<Host, "templateFiles" | "now">;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
  /** Called once if the workspace has more files than are read, with the number of those that are. */
  readonly cut: (count: number) => void;
}

/** Milliseconds after which the folders are listed again, when something asks. */
const FRESH_MS = 3000;

/** The files of the workspace that may be templates, listed when something asks for them. */
export class WorkspaceFiles {
  readonly #parts: WorkspaceFilesParts;
  #listing: Promise<TemplateFiles> | undefined;
  #listed = Number.NEGATIVE_INFINITY;
  #generation = 0;
  #isTold = false;

  constructor(parts: WorkspaceFilesParts) {
    this.#parts = parts;
  }

  /** Whether the list is so old that files may have changed since. */
  get isOld(): boolean {
    return this.#parts.host.now() - this.#listed > FRESH_MS;
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
      this.#listing = folders()
        .then((uris) => host.templateFiles(uris))
        .then((listed) => this.#told(listed));
    }
    return this.#listing;
  }

  #told(listed: TemplateFiles): TemplateFiles {
    if (!listed.isComplete && !this.#isTold) this.#parts.cut(listed.files.length);
    this.#isTold ||= !listed.isComplete;
    return listed;
  }

  /** To be called when files changed. */
  changed(): void {
    this.#listed = Number.NEGATIVE_INFINITY;
  }
}
