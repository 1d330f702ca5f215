import type { Connection } from "vscode-languageserver";
import type { Host, TemplateFile } from "../lsp/host/host.ts";
import { besideUri, comparable } from "../lsp/host/sameFile.ts";
import {
  IS_WORKSPACE_FILE,
  LIST_TEMPLATE_FILES,
  type ListedFiles,
  type ListFilesParams,
  READ_WORKSPACE_FILE,
  type WorkspaceFileParams,
} from "../protocol/host.ts";

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
