// A workspace in memory (memory:/workspace), for hosts of extensions that have no files.
import { Disposable, EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } from "vscode";

/**
 * @param {Record<string, string>} texts its files at first, by their path
 * @returns {Disposable}
 */
export function provideWorkspace(texts) {
  const files = new MemoryFiles(Object.entries(texts));
  // The editor's own extensions wait for somebody who finds files there. No type tells of it: the API is a proposal.
  const provideFileSearchResults = () => files.all;
  const { registerFileSearchProvider } = /** @type {any} */ (workspace);
  return Disposable.from(
    workspace.registerFileSystemProvider("memory", files, { isCaseSensitive: true }),
    registerFileSearchProvider("memory", { provideFileSearchResults }),
  );
}

const FOLDER = "/workspace";

/** @typedef {{ content: Uint8Array | undefined, mtime: number }} Entry a file, or a folder where it has no content */

class MemoryFiles {
  /** By path; the folders that files are in are there, too. @type {Map<string, Entry>} */
  #entries = new Map();
  #changed = new EventEmitter();
  #time = 0;
  onDidChangeFile = this.#changed.event;

  /** @param {readonly [path: string, text: string][]} files paths below the folder */
  constructor(files) {
    for (const [path, text] of files) this.#put(`${FOLDER}/${path}`, new TextEncoder().encode(text));
  }

  /** The URIs of all files. */
  get all() {
    const paths = [...this.#entries].filter(([, { content }]) => content !== undefined).map(([path]) => path);
    return paths.map((path) => Uri.from({ scheme: "memory", path }));
  }

  watch() {
    return new Disposable(() => {});
  }

  /** @param {Uri} uri */
  stat(uri) {
    const { content, mtime } = this.#at(uri);
    const type = content === undefined ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime, size: content?.length ?? 0 };
  }

  /** @param {Uri} uri @returns {[string, FileType][]} */
  readDirectory(uri) {
    if (this.#at(uri).content !== undefined) throw FileSystemError.FileNotADirectory(uri);
    return [...this.#entries]
      .filter(([path]) => parentOf(path) === uri.path)
      .map(([path, { content }]) => [
        path.slice(uri.path.length + 1),
        content === undefined ? FileType.Directory : FileType.File,
      ]);
  }

  /** @param {Uri} uri */
  readFile(uri) {
    const { content } = this.#at(uri);
    if (content === undefined) throw FileSystemError.FileIsADirectory(uri);
    return content;
  }

  /** @param {Uri} uri @param {Uint8Array} content @param {{ create: boolean, overwrite: boolean }} options */
  writeFile(uri, content, { create, overwrite }) {
    const isThere = this.#entries.has(uri.path);
    if (isThere ? create && !overwrite : !create)
      throw isThere ? FileSystemError.FileExists(uri) : FileSystemError.FileNotFound(uri);
    this.#put(uri.path, content);
    this.#tell(uri, isThere ? FileChangeType.Changed : FileChangeType.Created);
  }

  /** @param {Uri} uri */
  createDirectory(uri) {
    this.#put(uri.path, undefined);
    this.#tell(uri, FileChangeType.Created);
  }

  /** @param {Uri} uri */
  delete(uri) {
    this.#at(uri);
    for (const path of this.#below(uri)) this.#entries.delete(path);
    this.#tell(uri, FileChangeType.Deleted);
  }

  /** @param {Uri} from @param {Uri} to @param {{ overwrite: boolean }} options */
  rename(from, to, { overwrite }) {
    this.#at(from);
    if (this.#entries.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    for (const path of this.#below(from)) {
      this.#put(to.path + path.slice(from.path.length), this.#entries.get(path)?.content);
      this.#entries.delete(path);
    }
    this.#tell(from, FileChangeType.Deleted);
    this.#tell(to, FileChangeType.Created);
  }

  /** @param {Uri} uri */
  #at(uri) {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  /** @param {Uri} uri */
  #below({ path }) {
    return [...this.#entries.keys()].filter((other) => other === path || other.startsWith(`${path}/`));
  }

  /** @param {string} path @param {Uint8Array | undefined} content */
  #put(path, content) {
    for (let folder = parentOf(path); folder !== "" && !this.#entries.has(folder); folder = parentOf(folder))
      this.#entries.set(folder, { content: undefined, mtime: ++this.#time });
    this.#entries.set(path, { content, mtime: ++this.#time });
  }

  /** @param {Uri} uri @param {FileChangeType} type */
  #tell(uri, type) {
    this.#changed.fire([{ type, uri }]);
  }
}

/** @param {string} path */
function parentOf(path) {
  return path.slice(0, path.lastIndexOf("/"));
}
