import type { Connection } from "vscode-languageserver";
import type { Host, TemplateFile } from "../lsp/host.ts";
import { besideUri, comparable } from "../lsp/sameFile.ts";
import {
  IS_WORKSPACE_FILE,
  LIST_TEMPLATE_FILES,
  type ListedFiles,
  type ListFilesParams,
  READ_WORKSPACE_FILE,
  type WorkspaceFileParams,
} from "../protocol.ts";

/** What a host does with the files of the workspace, asked of the client, which looks once more whether they are there. */
export function workspaceFiles(connection: Connection): Pick<Host, "readBeside" | "fileBeside" | "templateFiles"> {
  const ask = async <Result>(request: string, params: object, unanswered: Result): Promise<Result> => {
    try {
      return await connection.sendRequest<Result>(request, params);
    } catch {
      return unanswered;
    }
  };
  const read = async (uri: string): Promise<string | undefined> => {
    const bytes = await ask<Uint8Array | null>(READ_WORKSPACE_FILE, { uri } satisfies WorkspaceFileParams, null);
    return bytes === null ? undefined : new TextDecoder("utf-8").decode(bytes);
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
      return (await ask<boolean>(IS_WORKSPACE_FILE, { uri: file } satisfies WorkspaceFileParams, false))
        ? file
        : undefined;
    },
    templateFiles: async (folders) => {
      // What a client can't list, it has none of: what is open is all that there is.
      const none: ListedFiles = { files: [], isComplete: true };
      const { files, isComplete } = await ask(LIST_TEMPLATE_FILES, { folders } satisfies ListFilesParams, none);
      return { files: files.map((file): TemplateFile => ({ ...file, text: () => read(file.uri) })), isComplete };
    },
  };
}

/** The URI of what a document names, where its folder of the workspace holds that. */
function inWorkspace(uri: string, path: string, folders: readonly string[]): string | undefined {
  const file = /^[\\/]|^[a-z][a-z0-9+.-]*:/i.test(path) ? undefined : besideUri(uri, path);
  const root = folders.find((folder) => isBelow(folder, uri));
  return file !== undefined && root !== undefined && isBelow(root, file) ? file : undefined;
}

function isBelow(folder: string, uri: string): boolean {
  return comparable(uri).startsWith(`${comparable(folder).replace(/\/+$/, "")}/`);
}
