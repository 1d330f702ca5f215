import type { Host } from "../host/host.ts";

export interface NeighbourFilesParts {
  readonly host: Pick<Host, "fileBeside" | "readBeside" | "now">;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
}

/** Milliseconds after which files are looked for again. */
const FRESH_MS = 10_000;

/** Finds files beside a document, among those that it names. */
export class NeighbourFiles {
  readonly #parts: NeighbourFilesParts;
  readonly #known = new Map<string, Promise<string | undefined>>();
  #folders: Promise<readonly string[]> | undefined;
  #since = Number.NEGATIVE_INFINITY;

  constructor(parts: NeighbourFilesParts) {
    this.#parts = parts;
  }

  /** The first of some paths, relative to a document, that is a file of the workspace, with its URI. */
  async first(
    uri: string,
    paths: readonly string[],
  ): Promise<{ readonly path: string; readonly uri: string } | undefined> {
    for (const path of paths) {
      const found = await this.#at(uri, path);
      if (found !== undefined) return { path, uri: found };
    }
    return undefined;
  }

  /** What a file says; nothing if it can't be read. */
  async text(uri: string, path: string): Promise<string> {
    const { host, folders } = this.#parts;
    return (await host.readBeside(uri, path, await folders()))?.text ?? "";
  }

  /** Forgets what was found: files may have come or gone. */
  forget(): void {
    this.#known.clear();
    this.#folders = undefined;
  }

  #at(uri: string, path: string): Promise<string | undefined> {
    const { host, folders } = this.#parts;
    if (host.now() - this.#since > FRESH_MS) {
      this.forget();
      this.#since = host.now();
    }
    this.#folders ??= folders();
    const key = `${uri} ${path}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#folders.then((all) => host.fileBeside(uri, path, all));
      this.#known.set(key, found);
    }
    return found;
  }
}
