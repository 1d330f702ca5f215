import { FileType, Uri, workspace } from "vscode";
import type { NoteFileBytes, NotesFiles } from "../../../server/src/protocol/host.ts";

const markdown = /\.(?:md|markdown)$/i;
const skippedFolders = new Set(["node_modules", "vendor", ".git"]);
/** Each folder or file may be a request to a server far away. */
const MAX_FOLDERS = 500;
const MAX_FILES = 10_000;
/** Bytes of one file; a larger one is no note. */
const MAX_FILE_BYTES = 8_000_000;
/** Bytes of all files; the server has the limit that counts. */
const MAX_BYTES = 16_000_000;
const readAtOnce = 32;

interface Found {
  readonly files: readonly Uri[];
  /** The folders that may not be listed. */
  readonly locked: readonly Uri[];
  readonly isCut: boolean;
}

/**
 * The Markdown files of a folder and of those below it, by path; links to folders are not followed. Rejects if the
 * folder itself can't be listed.
 *
 * @param keepsLinks whether files that are links are read: their targets cannot be told
 */
export async function notesFolder(folder: Uri, keepsLinks: boolean): Promise<NotesFiles> {
  const { files, locked, isCut } = await markdownFiles(folder, keepsLinks);
  const read: NoteFileBytes[] = [];
  let bytes = 0;
  for (let first = 0; first < files.length && bytes <= MAX_BYTES; first += readAtOnce) {
    for (const file of await Promise.all(files.slice(first, first + readAtOnce).map(noteFile))) {
      if (file === undefined) continue;
      read.push(file);
      bytes += file.content?.length ?? 0;
    }
  }
  const unread = locked.map((uri): NoteFileBytes => ({ uri: uri.toString(), content: null }));
  return { files: [...read, ...unread], isCut: isCut || bytes > MAX_BYTES };
}

async function markdownFiles(root: Uri, keepsLinks: boolean): Promise<Found> {
  const files: Uri[] = [];
  const locked: Uri[] = [];
  const open = [root];
  for (let at = 0; at < Math.min(open.length, MAX_FOLDERS) && files.length <= MAX_FILES; at++) {
    const folder = open[at] ?? root;
    const entries = at === 0 ? await workspace.fs.readDirectory(folder) : await readFolder(folder, locked);
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(folder, name);
      const isLink = (type & FileType.SymbolicLink) !== 0;
      if ((type & FileType.Directory) !== 0) {
        if (!isLink && !skippedFolders.has(name)) open.push(uri);
      } else if (markdown.test(name) && (keepsLinks || !isLink)) {
        files.push(uri);
      }
    }
  }
  const sorted = files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return { files: sorted.slice(0, MAX_FILES), locked, isCut: open.length > MAX_FOLDERS || files.length > MAX_FILES };
}

async function readFolder(folder: Uri, locked: Uri[]): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    locked.push(folder);
    return [];
  }
}

/** `undefined` if it was removed meanwhile; without content if it may not be read, or is very large. */
async function noteFile(file: Uri): Promise<NoteFileBytes | undefined> {
  const uri = file.toString();
  try {
    const { size, type } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return undefined;
    return { uri, content: size <= MAX_FILE_BYTES ? await workspace.fs.readFile(file) : null };
  } catch (error) {
    return isGone(error) ? undefined : { uri, content: null };
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && /\b(?:FileNotFound|EntryNotFound)\b/.test(`${error.name} ${error.message}`);
}
