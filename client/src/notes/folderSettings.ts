import { Uri, type WorkspaceFolder, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * With several workspace folders each may name folders of notes of its own: the server, which asks for the settings of
 * the whole workspace, gets all of them.
 */
export const folderSettings: NonNullable<Middleware["workspace"]> = {
  configuration: async (params, token, next) => {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) return answers;
    return answers.map((answer: unknown, index) => {
      const item = params.items[index];
      return item?.section === "cfnNotes" && !item.scopeUri ? withAllNoteFolders(answer) : answer;
    });
  },
};

function withAllNoteFolders(settings: unknown): unknown {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2 || !isRecord(settings) || !isRecord(settings["notes"])) return settings;
  const { notes } = settings;
  const common = Array.isArray(notes["folders"]) ? notes["folders"] : [];
  return { ...settings, notes: { ...notes, folders: [...new Set([...folders.flatMap(ownNoteFolders), ...common])] } };
}

/** The folders of notes that the settings of `folder` itself name, relative ones made absolute. */
function ownNoteFolders(folder: WorkspaceFolder): readonly string[] {
  if (!workspace.isTrusted) return [];
  const own = workspace.getConfiguration("cfnNotes", folder).inspect<unknown>("notes.folders")?.workspaceFolderValue;
  return (Array.isArray(own) ? own : [])
    .filter((path) => typeof path === "string" && path !== "")
    .map((path: string) => (/^([~/\\]|[a-z]:|[a-z][a-z0-9+.-]+:)/i.test(path) ? path : absoluteFolder(folder, path)));
}

function absoluteFolder(folder: WorkspaceFolder, path: string): string {
  const uri = Uri.joinPath(folder.uri, path);
  return uri.scheme === "file" ? uri.fsPath : uri.toString();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
