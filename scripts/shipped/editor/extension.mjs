// An extension for tests alone: it brings the workspace in memory (memory:/workspace), for a host that has no files.
import { Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace } from "vscode";

/** @param {import("vscode").ExtensionContext} context */
export async function activate({ extensionUri, subscriptions }) {
  const texts = await workspace.fs.readFile(Uri.joinPath(extensionUri, "workspace.json"));
  const files = new Map(Object.entries(JSON.parse(new TextDecoder().decode(texts))));
  subscriptions.push(workspace.registerFileSystemProvider("memory", new MemoryFiles(files), { isReadonly: true }));
}

const FOLDER = "/workspace";

/** Files that are there from the start and stay as they are. */
class MemoryFiles {
  #files;
  #changed = new EventEmitter();
  onDidChangeFile = this.#changed.event;

  /** @param {ReadonlyMap<string, string>} files texts, by their path below the folder */
  constructor(files) {
    this.#files = files;
  }

  watch() {
    return new Disposable(() => {});
  }

  /** @param {Uri} uri */
  stat(uri) {
    const isFile = this.#files.has(inside(uri));
    if (!isFile && this.readDirectory(uri).length === 0) throw FileSystemError.FileNotFound(uri);
    const size = isFile ? this.readFile(uri).length : 0;
    return { type: isFile ? FileType.File : FileType.Directory, ctime: 0, mtime: 0, size };
  }

  /** @param {Uri} uri @returns {[string, FileType][]} */
  readDirectory(uri) {
    const start = inside(uri) === "" ? "" : `${inside(uri)}/`;
    const below = [...this.#files.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length));
    const names = new Map(
      below.map((path) => [path.replace(/\/.*/, ""), path.includes("/") ? FileType.Directory : FileType.File]),
    );
    return [...names];
  }

  /** @param {Uri} uri */
  readFile(uri) {
    const text = this.#files.get(inside(uri));
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  /** @param {Uri} uri */
  writeFile(uri) {
    throw FileSystemError.NoPermissions(uri);
  }

  createDirectory = this.writeFile;
  delete = this.writeFile;
  rename = this.writeFile;
}

/** @param {Uri} uri */
function inside(uri) {
  return uri.path.slice(FOLDER.length + 1);
}
