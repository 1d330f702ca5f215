import assert from "node:assert/strict";
import {
  ConfigurationTarget,
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Position,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { writeSetting } from "../src/page/writeSetting.ts";
import { isCut, makeFile } from "../src/writing/wholeFiles.ts";
import { cfnNotes, until } from "./support.ts";

const SCHEME = "cut";
const ROOM = 20;

/** A disk that keeps the beginning of each file and says nothing, as the editor does with a full one. */
class FullDisk implements FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  room = ROOM;
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;
  watch = (): Disposable => ({ dispose: () => undefined });
  stat({ path }: Uri): { type: FileType; ctime: number; mtime: number; size: number } {
    if (path === "/") return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.#at(path).length };
  }
  readDirectory = (): [string, FileType][] => [];
  createDirectory = (): void => undefined;
  readFile = ({ path }: Uri): Uint8Array => this.#at(path);
  writeFile({ path }: Uri, content: Uint8Array): void {
    this.files.set(path, content.slice(0, this.room));
  }
  delete({ path }: Uri): void {
    this.files.delete(path);
  }
  rename = (): void => undefined;
  #at(path: string): Uint8Array {
    const found = this.files.get(path);
    if (found === undefined) throw FileSystemError.FileNotFound(path);
    return found;
  }
}

describe("A disk without room", () => {
  const disk = new FullDisk();
  let registered: Disposable;
  const at = (name: string): Uri => Uri.from({ scheme: SCHEME, path: `/${name}` });

  before(async () => {
    await cfnNotes();
    registered = workspace.registerFileSystemProvider(SCHEME, disk);
  });
  after(() => registered.dispose());

  it("gets no part of a new file", async () => {
    assert.equal(await makeFile(at("short.md"), "# Short\n"), true);
    assert.equal(await makeFile(at("long.md"), `# ${"Long ".repeat(ROOM)}\n`), false);
    assert.deepEqual([...disk.files.keys()], ["/short.md"]);
    // A file that was there is not taken away.
    assert.equal(await makeFile(at("short.md"), `# ${"Long ".repeat(ROOM)}\n`), false);
    assert.deepEqual([...disk.files.keys()], ["/short.md"]);
  });

  it("leaves what was saved in part unsaved in the editor", async () => {
    disk.files.set("/note.md", new TextEncoder().encode("# Note\n"));
    const document = await workspace.openTextDocument(at("note.md"));
    await window.showTextDocument(document);
    const add = async (text: string): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(1, 0), text);
      await workspace.applyEdit(edit);
      await document.save();
    };
    await add("One.\n");
    assert.equal(await isCut(document), false);
    assert.equal(document.isDirty, false);
    const text = "Two, and much more than there is room for.\n";
    await add(text);
    await until(
      workspace.onDidChangeTextDocument,
      () => document.isDirty && document.getText() === `# Note\n${text}One.\n`,
    );
    disk.room = 1000;
    await document.save();
    assert.equal(await isCut(document), false);
    assert.equal(new TextDecoder().decode(disk.files.get("/note.md")), `# Note\n${text}One.\n`);
  });

  it("goes no further with a setting that can't be written", async () => {
    const target = ConfigurationTarget.Workspace;
    const configuration = workspace.getConfiguration("cfnNotes");
    assert.equal(await writeSetting(configuration, "nobodyKnowsThis", 1, { target }), false);
  });
});
