import { inflateSync } from "fflate";
import type { Connection } from "vscode-languageserver";
import { catalogueFrom, type Inflater } from "../catalogue/language/catalogueFile.ts";
import type { Host, TemplateFile } from "../lsp/host/host.ts";
import { besideUri, comparable } from "../lsp/host/sameFile.ts";
import { preparedOf, topicKeysOf } from "../notes/lesson/preparedFiles.ts";
import type { NoteLanguage, NoteSource } from "../notes/reading/note.ts";
import { limitedNotes, noteSourceOf } from "../notes/reading/noteLimits.ts";
import {
  IS_WORKSPACE_FILE,
  LIST_PRODUCT_FOLDER,
  LIST_TEMPLATE_FILES,
  type ListedFiles,
  type ListFilesParams,
  NOTES_FOLDER_CHANGED,
  type NoteFileBytes,
  type NotesFiles,
  type NotesFolderParams,
  READ_NOTES_FOLDER,
  READ_PRODUCT_FILE,
  READ_WORKSPACE_FILE,
  type ReadNotesParams,
  WATCH_NOTES_FOLDER,
  type WorkspaceFileParams,
} from "../protocol/host.ts";
import { deployedStacks, projectTexts } from "./projectTexts.ts";
import { resolveFolder } from "./resolveFolder.ts";

/** A host that asks the client for everything that is a file. */
export function browserHost(connection: Connection): Host {
  const watched = new Map<string, () => void>();
  connection.onNotification(NOTES_FOLDER_CHANGED, ({ folder }: NotesFolderParams) => watched.get(folder)?.());
  const files = workspaceFiles(connection, sleep);
  const bytes = (path: string): Promise<Uint8Array> => connection.sendRequest(READ_PRODUCT_FILE, { path });
  const texts = async (folder: string, ending: string): Promise<readonly (readonly [name: string, text: string])[]> => {
    const names = await connection.sendRequest<string[]>(LIST_PRODUCT_FOLDER, { path: folder });
    const wanted = names.filter((name) => name.endsWith(ending)).sort();
    return Promise.all(wanted.map(async (name) => [name, decodeUtf8(await bytes(`${folder}/${name}`))] as const));
  };
  return {
    catalogue: async () =>
      catalogueFrom(
        decodeUtf8(await bytes("dist/catalogue/index.json")),
        await bytes("dist/catalogue/catalogue.bin"),
        inflater,
      ),
    builtInNotes: async (language) => {
      const [made, topics, files] = await Promise.all([
        bytes(`dist/notes/${language}`),
        bytes("dist/notes/topics"),
        texts(`notes/${language}`, ".md"),
      ]);
      const prepared = preparedOf(made, decodeUtf8);
      const topicKeys = topicKeysOf(topics, decodeUtf8);
      return files.map(([name, text]) => ({
        uri: `cfn-notes-built-in:/${language}/${name}`,
        text,
        builtIn: true,
        language,
        topicKeys,
        ...prepared(name, text),
      }));
    },
    readNotes: async (folder, language, within) => {
      const asked: ReadNotesParams = { folder, isTeam: within !== undefined };
      const { files, isCut } = await connection.sendRequest<NotesFiles>(READ_NOTES_FOLDER, asked);
      const read = limitedNotes(files.map((file) => noteSource(file, language)));
      return { ...read, isCut: isCut || read.isCut };
    },
    watchNotes: (folder, changed) => {
      watched.set(folder, changed);
      void connection.sendNotification(WATCH_NOTES_FOLDER, { folder, watch: true });
      return {
        dispose: () => {
          watched.delete(folder);
          void connection.sendNotification(WATCH_NOTES_FOLDER, { folder, watch: false });
        },
      };
    },
    resolveFolder,
    uriOf: (folder) => folder,
    projectTexts: (uri) => projectTexts(uri, files.readBeside),
    deployedStacks: (uri) => deployedStacks(uri, files.readBeside),
    ...files,
    sleep,
    yieldToEventLoop: () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        const onmessage = (): void => {
          port1.close();
          done();
        };
        // Not by its property, which Node's types of a port, with which the tests compile, do not have.
        Object.assign(port1, { onmessage });
        port2.postMessage(undefined);
      }),
    // A worker can only be ended as a whole, from outside.
    within: (_milliseconds, run) => run(),
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function decodeUtf8(content: Uint8Array): string {
  return new TextDecoder("utf-8").decode(content);
}

function noteSource({ uri, content }: NoteFileBytes, language: NoteLanguage): NoteSource {
  if (content === null) return { uri, text: "", builtIn: false, language, unreadable: { kind: "denied" } };
  return noteSourceOf(uri, content, language, TextDecoder);
}

const inflater: Inflater = {
  inflate: (bytes, dictionary) => inflateSync(bytes, dictionary && { dictionary }),
  decode: (bytes) => new TextDecoder("latin1").decode(bytes),
};

/** How long to wait for one file and for the list of them: they may be on a network that is gone. */
const PATIENCE = { file: 5000, list: 30_000 } as const;

/**
 * The files of the workspace for a host without a file system, read by the client, which checks again that they are in
 * the workspace.
 */
export function workspaceFiles(
  connection: Connection,
  sleep: Host["sleep"],
): Pick<Host, "readBeside" | "fileBeside" | "templateFiles"> {
  const ask = async <Result>(request: string, params: object, limit: Limit<Result>): Promise<Result> => {
    const late = sleep(limit.patience).then(() => limit.late);
    return Promise.race([connection.sendRequest<Result>(request, params).catch(() => limit.refused), late]);
  };
  const read = async (uri: string): Promise<string | undefined> => {
    const asked: WorkspaceFileParams = { uri };
    const bytes = await ask<Uint8Array | null>(READ_WORKSPACE_FILE, asked, limit(PATIENCE.file, null));
    return bytes instanceof Uint8Array ? new TextDecoder("utf-8").decode(bytes) : undefined;
  };
  return {
    readBeside: async (uri, path, folders) => {
      const file = inWorkspace(uri, path, folders);
      const text = file === undefined ? undefined : await read(file);
      return file === undefined || text === undefined ? undefined : { uri: file, text };
    },
    fileBeside: async (uri, path, folders) => {
      const file = inWorkspace(uri, path, folders);
      if (file === undefined) return undefined;
      const asked: WorkspaceFileParams = { uri: file };
      return (await ask<boolean>(IS_WORKSPACE_FILE, asked, limit(PATIENCE.file, false))) ? file : undefined;
    },
    templateFiles: async (folders) => {
      const asked: ListFilesParams = { folders };
      // If a client can't list files, only open documents count.
      const none: ListedFiles = { files: [], isComplete: true };
      const listed = limit(PATIENCE.list, none, { ...none, isComplete: false });
      const { files, isComplete } = await ask(LIST_TEMPLATE_FILES, asked, listed);
      return { files: files.map((file): TemplateFile => ({ ...file, text: () => read(file.uri) })), isComplete };
    },
  };
}

/** What is taken for the answer if a client refuses, or does not answer for so many milliseconds. */
interface Limit<Result> {
  readonly patience: number;
  readonly refused: Result;
  readonly late: Result;
}

function limit<Result>(patience: number, refused: Result, late: Result = refused): Limit<Result> {
  return { patience, refused, late };
}

/** The URI of what a document names, if it is below one of the folders of the workspace. */
function inWorkspace(uri: string, path: string, folders: readonly string[]): string | undefined {
  const file = /^[\\/]|^[a-z][a-z0-9+.-]*:/i.test(path) ? undefined : besideUri(uri, path);
  const root = folders.find((folder) => isBelow(folder, uri));
  return file !== undefined && root !== undefined && isBelow(root, file) ? file : undefined;
}

function isBelow(folder: string, uri: string): boolean {
  return comparable(uri).startsWith(`${comparable(folder).replace(/\/+$/, "")}/`);
}
