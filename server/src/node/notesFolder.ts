import { open, readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { OUTSIDE } from "../lsp/notes/folderFailure.ts";
import type { NoteLanguage, NoteSource, Unreadable } from "../notes/reading/note.ts";
import { type FolderNotes, limitedNotes, MAX_NOTES, noteSourceOf } from "../notes/reading/noteLimits.ts";
import { pathOf } from "./pathOf.ts";
import { inTime, isBelow, leadsOut, WITHOUT_WAITING } from "./textFile.ts";

/** Bytes; the rest of a larger file is not read: it is no note. */
const MAX_FILE_BYTES = 8_000_000;
/** Far below what systems allow. */
const MAX_OPEN_FILES = 32;
/** Looked into, and watched: a system watches some thousands for each user. */
const MAX_FOLDERS = 5000;
const MAX_TOLD_LOCKED = 100;
/** Until a file is read again that another program holds, say. */
const AGAIN_MS = 200;
const MARKDOWN = /\.(?:md|markdown)$/i;
const MAY_BE_TEMPLATE = /\.(?:ya?ml|template(?:\.json)?)$/i;
/** Folders with others' texts on programs that are used here, and of files that are no text. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "vendor", ".git"]);

/**
 * The Markdown files of a folder and of those below it, by path; of too many, those beside and above templates. What
 * may not be read comes without text. Rejects if the folder itself can't be listed.
 */
export async function readNotesFolder(folder: string, language: NoteLanguage, within?: string): Promise<FolderNotes> {
  const root = within === undefined ? undefined : pathOf(within);
  const found = await markdownFiles(folder, root);
  const { isCut } = found;
  const isAllowed = (path: string): boolean => within === undefined || (root !== undefined && isBelow(root, path));
  const [paths, locked] = [found.paths.filter(isAllowed), found.locked.filter(isAllowed)];
  const sources: (NoteSource | undefined)[] = new Array(paths.length);
  const late: Promise<unknown>[] = [];
  let next = 0;
  let units = 0;
  const reader = async (): Promise<void> => {
    for (let number = next++; number < paths.length && units <= MAX_NOTES.units; number = next++) {
      const path = paths[number] ?? "";
      const reading = noteAt(path, language);
      const source = await inTime(reading, unreadable(path, language, { kind: "late" }));
      if (source?.unreadable?.kind === "late") late.push(reading);
      sources[number] = source;
      units += source?.text.length ?? 0;
    }
  };
  await Promise.all(Array.from({ length: Math.min(MAX_OPEN_FILES, paths.length) }, reader));
  const read = limitedNotes(sources.filter((source) => source !== undefined));
  const kept = new Set(read.sources);
  const byPath = paths
    .flatMap((path, at) => {
      const source = sources[at];
      return source !== undefined && kept.has(source) ? { path, source } : [];
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  return {
    sources: [
      ...byPath.map(({ source }) => source),
      ...locked.slice(0, MAX_TOLD_LOCKED).map((path) => unreadable(path, language, { kind: "denied" })),
    ],
    isCut: isCut || read.isCut,
    ...(late.length > 0 && { late: Promise.race(late).then(() => undefined) }),
  };
}

/** A folder that may hold notes, with the Markdown files in it; `files` is `undefined` if it may not be listed. */
export interface NotesFolder {
  readonly path: string;
  readonly files: readonly string[] | undefined;
  readonly mayHaveTemplates: boolean;
}

/**
 * A folder and all below it, up to {@link MAX_FOLDERS}; links to folders are not followed. Throws if the folder itself
 * can't be listed. Returns whether there are more.
 *
 * @param root the path of a folder of which a link must not lead out: it throws then
 */
export async function* notesFolders(folder: string, root?: string): AsyncGenerator<NotesFolder, boolean> {
  if (root !== undefined && folder !== root && leadsOut(root, folder)) throw new Error(OUTSIDE);
  const left = [folder];
  let count = 0;
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const at = path;
    if (++count > MAX_FOLDERS) return true;
    const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
      if (at === folder) throw error;
      return isGone(error) ? [] : undefined;
    });
    for (const entry of entries ?? [])
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) left.push(join(at, entry.name));
    const files = entries?.filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && MARKDOWN.test(entry.name));
    const mayHaveTemplates = entries?.some(({ name }) => MAY_BE_TEMPLATE.test(name)) === true;
    yield { path: at, files: files?.map(({ name }) => join(at, name)), mayHaveTemplates };
  }
  return false;
}

interface FoundNotes {
  /** Those beside and above templates first, then by path. */
  readonly paths: readonly string[];
  readonly locked: readonly string[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

async function markdownFiles(folder: string, root: string | undefined): Promise<FoundNotes> {
  const paths: string[] = [];
  const locked: string[] = [];
  /** With templates, or around such. */
  const around = new Set<string>();
  const folders = notesFolders(folder, root);
  let next = await folders.next();
  for (; next.done !== true; next = await folders.next()) {
    const { path, files, mayHaveTemplates } = next.value;
    if (mayHaveTemplates)
      for (let at = path; at.length >= folder.length && !around.has(at); at = dirname(at)) around.add(at);
    if (files === undefined) locked.push(path);
    for (const file of files ?? []) paths.push(file);
  }
  const isCut = next.value || paths.length > MAX_NOTES.files;
  const [first, rest] = [true, false].map((is) => paths.filter((path) => around.has(dirname(path)) === is).sort());
  return { paths: [...(first ?? []), ...(rest ?? [])].slice(0, MAX_NOTES.files), locked: locked.sort(), isCut };
}

/** `undefined` for what is no file, or went away meanwhile. Never rejects. */
async function noteAt(path: string, language: NoteLanguage): Promise<NoteSource | undefined> {
  try {
    const bytes = await firstBytes(path).catch(async (error: unknown) => {
      if (isGone(error) || isDenied(error)) throw error;
      await new Promise((done) => setTimeout(done, AGAIN_MS).unref());
      return firstBytes(path);
    });
    if (bytes === undefined) return undefined;
    return noteSourceOf(pathToFileURL(path).href, bytes, language, TextDecoder);
  } catch (error) {
    if (isGone(error)) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(path, language, isDenied(error) ? { kind: "denied" } : { kind: "other", reason });
  }
}

function unreadable(path: string, language: NoteLanguage, why: Unreadable): NoteSource {
  return { uri: pathToFileURL(path).href, text: "", builtIn: false, language, unreadable: why };
}

/** Whether it is not there: ELOOP is a link that leads to itself. */
function isGone(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error));
}

function isDenied(error: unknown): boolean {
  return ["EACCES", "EPERM"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** All of a file, or so much of a large one that it is known to be too large; `undefined` for what is no file. */
async function firstBytes(path: string): Promise<Buffer | undefined> {
  // Opening anything but a file might wait for ever, and so might reading it.
  if (!(await stat(path)).isFile()) return undefined;
  const file = await open(path, WITHOUT_WAITING);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    // One byte more, or a file that says it is empty would not tell that it can't be read; and no more: it may grow.
    const length = Math.min(stats.size, MAX_FILE_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length + 1), 0, length + 1, 0);
    return buffer.subarray(0, Math.min(length, bytesRead));
  } finally {
    await file.close();
  }
}

/** `~`, absolute, a `file:` URI, or relative to each folder of the workspace. */
export function resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[] {
  if (setting === "~" || /^~[\\/]/.test(setting)) return [join(homedir(), setting.slice(1))];
  // A setting that is no path here is kept as it is: reading it fails, which is reported.
  if (/^file:/i.test(setting)) return [pathOf(setting) ?? setting];
  if (isAbsolute(setting)) return [resolve(setting)];
  return workspaceFolders.flatMap((uri) => {
    const path = pathOf(uri);
    return path === undefined ? [] : [resolve(path, setting)];
  });
}
