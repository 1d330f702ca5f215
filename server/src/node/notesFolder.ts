import { open, readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { NoteLanguage, NoteSource } from "../notes/note.ts";
import { pathOf } from "./pathOf.ts";
import { isBelow } from "./textFile.ts";

/** Bytes; the rest of a larger file is not read: it is no note. */
const LARGEST = 8_000_000;
/** So many files are open at a time, which is far below what systems allow. */
const AT_ONCE = 32;
const MARKDOWN = /\.(?:md|markdown)$/i;
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/**
 * The Markdown files of a folder and of those below it, by path; what may not be read comes without text.
 * Rejects where the folder itself can't be listed.
 */
export async function readNotesFolder(
  folder: string,
  language: NoteLanguage,
  within?: string,
): Promise<readonly NoteSource[]> {
  const root = within === undefined ? undefined : pathOf(within);
  const found = await markdownFiles(folder);
  const isAllowed = (path: string): boolean => within === undefined || (root !== undefined && isBelow(root, path));
  const [paths, locked] = [found.paths.filter(isAllowed), found.locked.filter(isAllowed)];
  const sources: (NoteSource | undefined)[] = new Array(paths.length);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let number = next++; number < paths.length; number = next++) {
      sources[number] = await readNote(paths[number] ?? "", language);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, reader));
  return [...sources.flatMap((source) => source ?? []), ...locked.map((path) => unreadable(path, language))];
}

/** A folder that may hold notes, with the files in it; `files` is `undefined` where it may not be listed. */
export interface NotesFolder {
  readonly path: string;
  readonly files: readonly string[] | undefined;
}

/** A folder and all below it; links to folders are not followed. Throws where the folder itself can't be listed. */
export async function* notesFolders(folder: string): AsyncGenerator<NotesFolder> {
  const left = [folder];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const at = path;
    const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
      if (at === folder) throw error;
      return isGone(error) ? [] : undefined;
    });
    const folders = entries?.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name)) ?? [];
    left.push(...folders.map(({ name }) => join(at, name)));
    const files = entries?.filter((entry) => entry.isFile() || entry.isSymbolicLink());
    yield { path: at, files: files?.map(({ name }) => join(at, name)) };
  }
}

async function markdownFiles(folder: string): Promise<{ readonly paths: string[]; readonly locked: string[] }> {
  const paths: string[] = [];
  const locked: string[] = [];
  for await (const { path, files } of notesFolders(folder)) {
    if (files === undefined) locked.push(path);
    else paths.push(...files.filter((file) => MARKDOWN.test(file)));
  }
  return { paths: paths.sort(), locked: locked.sort() };
}

/** `undefined` for what is no file, or went away meanwhile. */
async function readNote(path: string, language: NoteLanguage): Promise<NoteSource | undefined> {
  try {
    // Opening anything but a file might wait for ever.
    if (!(await stat(path)).isFile()) return undefined;
    const bytes = await firstBytes(path);
    const text = new TextDecoder("utf-8").decode(bytes);
    const invalidUtf8 = text.includes("\ufffd") && !bytes.includes("\ufffd");
    return { uri: pathToFileURL(path).href, text, builtIn: false, language, ...(invalidUtf8 && { invalidUtf8 }) };
  } catch (error) {
    return isGone(error) ? undefined : unreadable(path, language);
  }
}

function unreadable(path: string, language: NoteLanguage): NoteSource {
  return { uri: pathToFileURL(path).href, text: "", builtIn: false, language, unreadable: true };
}

/** Whether it is not there: ELOOP is a link that leads to itself. */
function isGone(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
}

/** All of a file, or so much of a large one that it is known to be too large. */
async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= LARGEST) return await file.readFile();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST), 0, LARGEST, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** `~`, absolute, a `file:` URI, or relative to each folder of the workspace. */
export function resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[] {
  if (setting === "~" || /^~[\\/]/.test(setting)) return [join(homedir(), setting.slice(1))];
  // What is no path here is kept as it is: reading it fails, and that is told.
  if (/^file:/i.test(setting)) return [pathOf(setting) ?? setting];
  if (isAbsolute(setting)) return [resolve(setting)];
  return workspaceFolders.flatMap((uri) => {
    const path = pathOf(uri);
    return path === undefined ? [] : [resolve(path, setting)];
  });
}
