import type { Connection } from "vscode-languageserver";
import type { CatalogueData, CatalogueIndex } from "../catalogue/types/packed.ts";
import type { Host } from "../lsp/host/host.ts";
import { preparedOf } from "../notes/lesson/preparedFiles.ts";
import type { NoteLanguage, NoteSource } from "../notes/reading/note.ts";
import { limitedNotes, noteSourceOf } from "../notes/reading/noteLimits.ts";
import {
  LIST_PRODUCT_FOLDER,
  NOTES_FOLDER_CHANGED,
  type NoteFileBytes,
  type NotesFiles,
  type NotesFolderParams,
  READ_NOTES_FOLDER,
  READ_PRODUCT_FILE,
  type ReadNotesParams,
  WATCH_NOTES_FOLDER,
} from "../protocol/host.ts";
import { deployedStacks, projectTexts } from "./projectTexts.ts";
import { resolveFolder } from "./resolveFolder.ts";
import { workspaceFiles } from "./workspaceFiles.ts";

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
      inflatedCatalogue(
        decodeUtf8(await bytes("dist/catalogue/index.json")),
        await bytes("dist/catalogue/catalogue.bin"),
      ),
    builtInNotes: async (language) => {
      const [made, files] = await Promise.all([bytes(`dist/notes/${language}`), texts(`notes/${language}`, ".md")]);
      const prepared = preparedOf(made, decodeUtf8);
      return files.map(([name, text]) => ({
        uri: `cfn-notes-built-in:/${language}/${name}`,
        text,
        builtIn: true,
        language,
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

/** A worker can only inflate asynchronously, so all blocks are inflated before the first one is asked for. */
async function inflatedCatalogue(index: string, file: Uint8Array): Promise<CatalogueData> {
  const content = JSON.parse(index) as CatalogueIndex;
  const { ends } = content;
  const blocks = await Promise.all(ends.map((end, number) => inflated(file.slice(ends[number - 1] ?? 0, end))));
  return { index: content, block: (number) => blocks[number] ?? "" };
}

async function inflated(part: Uint8Array): Promise<string> {
  const stream = new Blob([new Uint8Array(part)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new TextDecoder("latin1").decode(await new Response(stream).arrayBuffer());
}
