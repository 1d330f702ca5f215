import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { catalogueFrom } from "../catalogue/language/catalogueFile.ts";
import type { CatalogueData } from "../catalogue/types/packed.ts";
import {
  type Host,
  MAX_TEMPLATE_FILES,
  type ProjectTexts,
  type TemplateFile,
  type TemplateFiles,
} from "../lsp/host/host.ts";
import { preparedOf, topicKeysOf } from "../notes/lesson/preparedFiles.ts";
import type { NoteLanguage, NoteSource } from "../notes/reading/note.ts";
import { ignoreFile, ignoresAbove, isIgnored } from "./gitIgnore.ts";
import { inflater } from "./inflater.ts";
import { isMissing, TEMPLATE } from "./missingFile.ts";
import { readNotesFolder, resolveFolder } from "./notesFolder.ts";
import { deployedStacks, packagesTemplates } from "./packaging.ts";
import { pathOf } from "./pathOf.ts";
import { PRODUCT } from "./product.ts";
import { projectFiles, textInProject } from "./projectFiles.ts";
import { releaseMemory } from "./releaseMemory.ts";
import { rulePages } from "./rulePages.ts";
import { isBelow, isFile, textFile } from "./textFile.ts";
import { watchFolder } from "./watchFolder.ts";
import { within } from "./within.ts";

const MARKDOWN = /\.(?:md|markdown)$/i;

export const nodeHost: Host = {
  catalogue: readCatalogue,
  builtInNotes: readBuiltInNotes,
  readNotes: readNotesFolder,
  watchNotes: watchFolder,
  resolveFolder,
  uriOf: (path) => pathToFileURL(path).href,
  projectTexts,
  readBeside,
  fileBeside,
  isMissing: (uri, path, folders) => {
    const file = pathOf(uri);
    return file !== undefined && isMissing(file, path, rootOf(dirname(file), folders));
  },
  templateFiles: workspaceTemplateFiles,
  packagesTemplates: (uri) => {
    const file = pathOf(uri);
    return file !== undefined && packagesTemplates(dirname(file));
  },
  deployedStacks: (uri) => {
    const file = pathOf(uri);
    return file === undefined ? [] : deployedStacks(dirname(file));
  },
  ruleLink: (code, language) => rulePages(language).get(code)?.uri,
  ruleText: (code, language) => rulePages(language).get(code)?.text,
  yieldToEventLoop,
  within,
  releaseMemory,
  sleep,
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** The catalogue's blocks are inflated one by one, when something in them is first asked for. */
export async function readCatalogue(): Promise<CatalogueData> {
  const folder = join(PRODUCT, "dist", "catalogue");
  const [index, file] = await Promise.all([
    readFile(join(folder, "index.json"), "utf8"),
    readFile(join(folder, "catalogue.bin")),
  ]);
  return catalogueFrom(index, file, inflater);
}

/** All at once: the first hover waits for them, and for dozens of small files of our own a promise costs more than reading. */
async function readBuiltInNotes(language: NoteLanguage, asFiles: boolean): Promise<readonly NoteSource[]> {
  const folder = join(PRODUCT, "notes", language);
  const address = asFiles ? pathToFileURL(folder).href : `cfn-notes-built-in:/${language}`;
  const prepared = preparedOf(madeByBuild(language), decodeUtf8);
  const topicKeys = topicKeysOf(madeByBuild("topics"), decodeUtf8);
  return filesIn(folder, MARKDOWN).map(({ name, text }) => ({
    uri: `${address}/${name}`,
    text,
    builtIn: true,
    language,
    topicKeys,
    ...prepared(name, text),
  }));
}

function madeByBuild(name: NoteLanguage | "topics"): Buffer {
  const path = join(PRODUCT, "dist", "notes", name);
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

/** In a third of the time that a `TextDecoder` takes. */
function decodeUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}

function filesIn(folder: string, wanted: RegExp): { readonly name: string; readonly text: string }[] {
  const names = readdirSync(folder).filter((name) => wanted.test(name));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** One round of the event loop reads what came in, the next one hands it on: a message that waits is answered first. */
async function yieldToEventLoop(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise((done) => setImmediate(done));
}

/** The number of parts of a longer wait. */
const PARTS = 20;
/** A wait that is shorter is no limit of anybody's patience, in milliseconds. */
const MIN_IN_PARTS_MS = 1000;

/**
 * A process that was held up, by a busy machine or one that was asleep, has waited for nobody: what has come in meanwhile
 * is seen before the next part ends.
 */
async function sleep(milliseconds: number): Promise<void> {
  const parts = milliseconds < MIN_IN_PARTS_MS ? 1 : PARTS;
  for (let part = 0; part < parts; part++)
    await new Promise<void>((done) => setTimeout(done, milliseconds / parts).unref());
}

async function projectTexts(uri: string): Promise<ProjectTexts | undefined> {
  const file = pathOf(uri);
  if (file === undefined) return undefined;
  const found = await projectFiles(dirname(file));
  if (found === undefined) return undefined;
  const { root, own, cfnLint, problems } = found;
  return {
    pathOf: (other) => relative(root, pathOf(other) ?? file).replaceAll("\\", "/"),
    own,
    cfnLint,
    problems,
    baseline: (name) => textInProject(root, name),
  };
}

async function readBeside(
  uri: string,
  path: string,
  folders: readonly string[],
): Promise<{ uri: string; text: string } | undefined> {
  const file = pathBeside(uri, path, folders);
  const found = file === undefined ? undefined : await textFile(file);
  if (file === undefined || found === undefined || !("text" in found)) return undefined;
  return { uri: pathToFileURL(file).href, text: found.text };
}

async function fileBeside(uri: string, path: string, folders: readonly string[]): Promise<string | undefined> {
  const file = pathBeside(uri, path, folders);
  return file !== undefined && (await isFile(file)) ? pathToFileURL(file).href : undefined;
}

/** The path of what a document names, if that is in the workspace. */
function pathBeside(uri: string, path: string, folders: readonly string[]): string | undefined {
  const document = pathOf(uri);
  if (document === undefined) return undefined;
  // The document itself may not have been saved yet.
  const around = dirname(document);
  const file = resolve(around, path);
  return isBelow(rootOf(around, folders), file) ? file : undefined;
}

/** The folder of the workspace that a folder is in; itself if it is in none. */
function rootOf(around: string, folders: readonly string[]): string {
  const roots = folders.flatMap((folder) => pathOf(folder) ?? []).map((folder) => resolve(folder));
  return roots.find((folder) => folder === around || isBelow(folder, around)) ?? around;
}

const SKIPPED: ReadonlySet<string> = new Set(["node_modules", ".git", ".aws-sam", "cdk.out"]);
/** Known by their names to be no templates. */
const OTHER = /^(?:package(?:-lock)?|tsconfig.*|pnpm-lock|composer)\.(?:json|ya?ml)$/i;
const MAX_OPEN_FILES = 64;
const MAX_FOLDERS = 5000;
/** Bytes: CloudFormation takes no larger template. */
const MAX_FILE_BYTES = 1_000_000;

/**
 * Files below folders (URIs) that may be templates by their names and sizes; the nearest ones, and the first by name,
 * if there are very many, and none that git ignores.
 */
async function workspaceTemplateFiles(folders: readonly string[]): Promise<TemplateFiles> {
  const roots = folders.flatMap((uri) => pathOf(uri) ?? []);
  const found: TemplateFile[] = [];
  const open = await Promise.all(
    roots.map(async (root) => ({ root, folder: root, ignores: await ignoresAbove(root) })),
  );
  let isComplete = true;
  let at = 0;
  for (; at < open.length && found.length < MAX_TEMPLATE_FILES; at++) {
    const { root, folder, ignores: above } = open[at] ?? { root: "", folder: "", ignores: [] };
    const own = await ignoreFile(folder);
    const ignores = own === undefined ? above : [...above, own];
    const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
    const folderNames = entries.filter(
      (entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !isIgnored(join(folder, entry.name) + sep, ignores),
    );
    const added = folderNames.slice(0, MAX_FOLDERS - open.length);
    if (added.length < folderNames.length) isComplete = false;
    for (const { name } of added) open.push({ root, folder: join(folder, name), ignores });
    const mayBe = entries.filter((entry) => entry.isFile() && TEMPLATE.test(entry.name) && !OTHER.test(entry.name));
    const names = mayBe.map(({ name }) => name).filter((name) => !isIgnored(join(folder, name), ignores));
    for (let first = 0, sorted = names.sort(); first < sorted.length; first += MAX_OPEN_FILES) {
      if (found.length > MAX_TEMPLATE_FILES) break;
      const some = sorted.slice(first, first + MAX_OPEN_FILES).map((name) => templateFile(root, join(folder, name)));
      for (const file of await Promise.all(some)) if (file !== undefined) found.push(file);
    }
  }
  return {
    files: found.slice(0, MAX_TEMPLATE_FILES),
    isComplete: isComplete && at === open.length && found.length <= MAX_TEMPLATE_FILES,
  };
}

async function templateFile(root: string, path: string): Promise<TemplateFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.size > MAX_FILE_BYTES) return undefined;
  return {
    uri: pathToFileURL(path).href,
    path: relative(root, path).split(sep).join("/"),
    stamp: `${found.mtimeMs} ${found.size}`,
    text: async () => {
      const file = await textFile(path);
      return "text" in file ? file.text : undefined;
    },
  };
}
