import { Disposable, type ExtensionContext, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  IS_WORKSPACE_FILE,
  LIST_PRODUCT_FOLDER,
  LIST_TEMPLATE_FILES,
  type ListFilesParams,
  NOTES_FOLDER_CHANGED,
  type NotesFolderParams,
  type ProductFileParams,
  READ_NOTES_FOLDER,
  READ_PRODUCT_FILE,
  READ_WORKSPACE_FILE,
  type ReadNotesParams,
  WATCH_NOTES_FOLDER,
  type WatchNotesFolderParams,
  type WorkspaceFileParams,
} from "../../../server/src/protocol/host.ts";
import { notesFolder } from "./notesFolder.ts";
import { isWorkspaceFile, listTemplateFiles, workspaceFile } from "./workspaceFiles.ts";

/** Answers requests for files of a server in a Web Worker, which cannot read them itself. */
export function workerFiles(client: BaseLanguageClient, { extensionUri }: ExtensionContext): Disposable {
  const watchers = new Map<string, Disposable>();
  return Disposable.from(
    client.onRequest(READ_PRODUCT_FILE, ({ path }: ProductFileParams) =>
      workspace.fs.readFile(productFile(extensionUri, path)),
    ),
    client.onRequest(LIST_PRODUCT_FOLDER, ({ path }: ProductFileParams) => productFolder(extensionUri, path)),
    client.onRequest(READ_NOTES_FOLDER, ({ folder, isTeam }: ReadNotesParams) =>
      notesFolder(Uri.parse(folder, true), !isTeam),
    ),
    client.onRequest(READ_WORKSPACE_FILE, ({ uri }: WorkspaceFileParams) => workspaceFile(Uri.parse(uri, true))),
    client.onRequest(
      IS_WORKSPACE_FILE,
      ({ uri }: WorkspaceFileParams): Promise<unknown> => isWorkspaceFile(Uri.parse(uri, true)),
    ),
    client.onRequest(LIST_TEMPLATE_FILES, ({ folders }: ListFilesParams) => listTemplateFiles(folders)),
    client.onNotification(WATCH_NOTES_FOLDER, ({ folder, watch }: WatchNotesFolderParams) => {
      watchers.get(folder)?.dispose();
      watchers.delete(folder);
      if (watch) watchers.set(folder, watcher(folder, client));
    }),
    new Disposable(() => Disposable.from(...watchers.values()).dispose()),
  );
}

function productFile(extensionUri: Uri, path: string): Uri {
  if (path.split(/[\\/]/).includes("..")) throw new Error(`${path} is not a file of the extension.`);
  return Uri.joinPath(extensionUri, path);
}

/** An extension that is loaded from a web address has files but no folders to list: the build has listed them. */
async function productFolder(extensionUri: Uri, path: string): Promise<readonly string[]> {
  const list = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "files.json"));
  const folders = JSON.parse(new TextDecoder().decode(list)) as Record<string, readonly string[]>;
  return folders[path] ?? [];
}

function watcher(folder: string, client: BaseLanguageClient): Disposable {
  const watch = workspace.createFileSystemWatcher(new RelativePattern(Uri.parse(folder, true), "**/*.{md,markdown}"));
  const tell = (): void => {
    client
      .sendNotification(NOTES_FOLDER_CHANGED, { folder } satisfies NotesFolderParams)
      .catch((error: unknown) => client.error("A change to notes could not be told.", error));
  };
  return Disposable.from(watch, watch.onDidCreate(tell), watch.onDidChange(tell), watch.onDidDelete(tell));
}
