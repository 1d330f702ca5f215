import { existsSync, watch } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import type { CatalogueData, CatalogueIndex } from "../catalogue/packed.ts";
import type { Host, ProjectTexts } from "../lsp/host.ts";
import type { NoteLanguage, NoteSource } from "../notes/note.ts";
import type { SnippetFile } from "../snippets/readSnippets.ts";
import { projectFiles, textOf } from "./projectFiles.ts";
import { templateFiles } from "./workspaceTemplates.ts";

/** The folder that holds dist/, notes/ and snippets/. */
export const PRODUCT: string = productFolder(dirname(fileURLToPath(import.meta.url)));

/** Bytes; the rest of a larger file is not read: it is no note. */
const LARGEST = 8_000_000;
const MARKDOWN = /\.(?:md|markdown)$/i;
const SKIPPED = new Set(["node_modules", ".git"]);

export const nodeHost: Host = {
  catalogue: readCatalogue,
  builtInNotes: readBuiltInNotes,
  snippets: readSnippets,
  readNotes,
  watchNotes,
  resolveFolder,
  uriOf: (path) => pathToFileURL(path).href,
  projectTexts,
  readBeside,
  templateFiles,
  pause: () => new Promise((done) => setImmediate(done)),
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** The nearest folder above the bundle that has a package.json. */
function productFolder(start: string): string {
  const parent = dirname(start);
  return parent === start || existsSync(join(start, "package.json")) ? start : productFolder(parent);
}

/** The catalogue's blocks are inflated one by one, when something in them is first asked for. */
export async function readCatalogue(): Promise<CatalogueData> {
  const folder = join(PRODUCT, "dist", "catalogue");
  const [index, file] = await Promise.all([
    readFile(join(folder, "index.json"), "utf8"),
    readFile(join(folder, "catalogue.bin")),
  ]);
  const content = JSON.parse(index) as CatalogueIndex;
  const { ends } = content;
  return {
    index: content,
    block: (number) => gunzipSync(file.subarray(ends[number - 1] ?? 0, ends[number])).toString("latin1"),
  };
}

async function readBuiltInNotes(language: NoteLanguage, asFiles: boolean): Promise<readonly NoteSource[]> {
  const folder = join(PRODUCT, "notes", language);
  const names = (await readdir(folder)).filter((name) => MARKDOWN.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const uri = asFiles ? pathToFileURL(path).href : `cfn-notes-built-in:/${language}/${name}`;
      return { uri, text: await readFile(path, "utf8"), builtIn: true, language };
    }),
  );
}

async function readSnippets(): Promise<readonly SnippetFile[]> {
  const folder = join(PRODUCT, "snippets");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })));
}

async function readNotes(folder: string, language: NoteLanguage): Promise<readonly NoteSource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && MARKDOWN.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(folder.length)
          .split(/[\\/]/)
          .some((part) => SKIPPED.has(part)),
    )
    .sort();
  const sources = await Promise.all(paths.map((path) => readNote(path, language)));
  return sources.flatMap((source) => source ?? []);
}

/** `undefined` for a file that went away meanwhile, or that can't be opened. */
async function readNote(path: string, language: NoteLanguage): Promise<NoteSource | undefined> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const bytes = isFile ? await firstBytes(path).catch(() => undefined) : undefined;
  if (bytes === undefined) return undefined;
  const text = new TextDecoder("utf-8").decode(bytes);
  const invalidUtf8 = text.includes("\ufffd") && !bytes.includes("\ufffd");
  return { uri: pathToFileURL(path).href, text, builtIn: false, language, ...(invalidUtf8 && { invalidUtf8 }) };
}

async function projectTexts(uri: string): Promise<ProjectTexts | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  const file = fileURLToPath(uri);
  const found = await projectFiles(dirname(file));
  if (found === undefined) return undefined;
  const { root, own, cfnLint } = found;
  const path = relative(root, file).replaceAll("\\", "/");
  return { path, own, cfnLint, baseline: (name) => textOf(resolve(root, name)) };
}

async function readBeside(uri: string, path: string): Promise<{ uri: string; text: string } | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  const file = resolve(dirname(fileURLToPath(uri)), path);
  const bytes = await firstBytes(file).catch(() => undefined);
  return bytes && { uri: pathToFileURL(file).href, text: bytes.toString("utf8") };
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

/** Editors write a file in several steps: so long it must be quiet before it is read. */
const QUIET = 50;
/** So often a folder that can't be watched, or is not there yet, is looked at again. */
const RETRY = 2000;

function watchNotes(folder: string, changed: () => void): { dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  let watcher: ReturnType<typeof watch> | undefined;
  let disposed = false;
  const soon = (delay: number, run: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
    timer.unref();
  };
  const begin = (again: boolean): void => {
    if (disposed) return;
    stat(folder).then(
      () => {
        if (disposed) return;
        watcher = watch(folder, { recursive: true, persistent: false }, () => soon(QUIET, changed));
        watcher.on("error", () => {
          watcher?.close();
          soon(RETRY, () => begin(true));
        });
        // What was written while nobody watched is read now.
        soon(again ? 0 : QUIET, changed);
      },
      () => soon(RETRY, () => begin(true)),
    );
  };
  begin(false);
  return {
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** `~`, absolute, or relative to each folder of the workspace. */
export function resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[] {
  if (setting === "~" || /^~[\\/]/.test(setting)) return [join(homedir(), setting.slice(1))];
  if (/^file:/i.test(setting)) return [fileURLToPath(setting)];
  if (isAbsolute(setting)) return [resolve(setting)];
  return workspaceFolders.filter((uri) => uri.startsWith("file:")).map((uri) => resolve(fileURLToPath(uri), setting));
}
