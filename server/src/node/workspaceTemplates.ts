import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { MAX_TEMPLATE_FILES, type TemplateFile, type TemplateFiles } from "../lsp/host/host.ts";
import { ignoreFile, ignoresAbove, isIgnored } from "./gitIgnore.ts";
import { pathOf } from "./pathOf.ts";
import { textFile } from "./textFile.ts";

const NAMES = /\.(?:ya?ml|json|template)$/i;
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
export async function workspaceTemplateFiles(folders: readonly string[]): Promise<TemplateFiles> {
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
    const mayBe = entries.filter((entry) => entry.isFile() && NAMES.test(entry.name) && !OTHER.test(entry.name));
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
