import { type FileStat, FileType, Uri, workspace } from "vscode";
import type { ListedFile, ListedFiles } from "../../../server/src/protocol/host.ts";

/** Bytes; CloudFormation takes templates of 1 MB. */
const MAX_FILE_BYTES = 10_000_000;
const names = /\.(?:ya?ml|json|template)$/i;
/** Names of files that are no templates. */
const otherNames = /^(?:package(?:-lock)?|tsconfig.*|pnpm-lock|composer)\.(?:json|ya?ml)$/i;
const skippedFolders = new Set(["node_modules", ".git", ".aws-sam", "cdk.out"]);
/** Each folder or file may be a request to a server far away. */
const MAX_FOLDERS = 500;
const MAX_FILES = 500;

/** The bytes of a regular file of the workspace; `null` if it is none. The target of a link cannot be told. */
export async function workspaceFile(uri: Uri): Promise<Uint8Array | null> {
  const stat = await statOf(uri);
  return stat !== undefined && stat.size <= MAX_FILE_BYTES ? bytesOf(uri) : null;
}

export async function isWorkspaceFile(uri: Uri): Promise<boolean> {
  return (await statOf(uri)) !== undefined;
}

/** Files that may be templates by their names, those of the nearest folders first. */
export async function listTemplateFiles(folders: readonly string[]): Promise<ListedFiles> {
  const open = folders.map((folder) => Uri.parse(folder, true)).map((root) => ({ root, folder: root }));
  const files: ListedFile[] = [];
  let isComplete = true;
  for (let at = 0; at < open.length; at++) {
    if (at === MAX_FOLDERS || files.length > MAX_FILES) return { files: files.slice(0, MAX_FILES), isComplete: false };
    const { root, folder } = open[at] ?? { root: Uri.file("/"), folder: Uri.file("/") };
    const entries = await readFolder(folder);
    isComplete &&= entries !== undefined;
    for (const [name, type] of entries ?? []) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !skippedFolders.has(name)) open.push({ root, folder: uri });
      if (type !== FileType.File || !names.test(name) || otherNames.test(name)) continue;
      const stat = await statOf(uri);
      if (stat === undefined) continue;
      const path = uri.path.slice(root.path.length).replace(/^\//, "");
      files.push({ uri: uri.toString(), path, stamp: `${stat.mtime} ${stat.size}` });
    }
  }
  return { files, isComplete };
}

async function statOf(uri: Uri): Promise<FileStat | undefined> {
  if (workspace.getWorkspaceFolder(uri) === undefined) return undefined;
  try {
    const stat = await workspace.fs.stat(uri);
    return stat.type === FileType.File ? stat : undefined;
  } catch {
    return undefined;
  }
}

async function bytesOf(uri: Uri): Promise<Uint8Array | null> {
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

async function readFolder(folder: Uri): Promise<readonly [string, FileType][] | undefined> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return undefined;
  }
}
