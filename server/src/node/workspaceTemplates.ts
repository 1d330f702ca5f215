import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { MOST_TEMPLATE_FILES, type TemplateFile } from "../lsp/host.ts";
import { pathOf } from "./pathOf.ts";
import { textFile } from "./textFile.ts";

const NAMES = /\.(?:ya?ml|json|template)$/i;
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", ".git", ".aws-sam", "cdk.out"]);
/** Known by their names to be no templates. */
const OTHER = /^(?:package(?:-lock)?|tsconfig.*|pnpm-lock|composer)\.(?:json|ya?ml)$/i;
/** So many files are looked at at a time. */
const AT_ONCE = 64;
const MOST_FOLDERS = 5000;
/** Bytes: CloudFormation takes no larger template. */
const LARGEST = 1_000_000;

/**
 * Files below folders (URIs) that may be templates by their names and sizes; the nearest ones, and the first by name, where
 * there are very many.
 */
export async function templateFiles(folders: readonly string[]): Promise<readonly TemplateFile[]> {
  const roots = folders.flatMap((uri) => pathOf(uri) ?? []);
  const found: TemplateFile[] = [];
  const open = roots.map((root) => ({ root, folder: root }));
  for (let at = 0; at < open.length && at < MOST_FOLDERS && found.length < MOST_TEMPLATE_FILES; at++) {
    const { root, folder } = open[at] ?? { root: "", folder: "" };
    const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
    for (const entry of entries) {
      if (open.length >= MOST_FOLDERS) break;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push({ root, folder: join(folder, entry.name) });
    }
    const mayBe = entries.filter((entry) => entry.isFile() && NAMES.test(entry.name) && !OTHER.test(entry.name));
    const names = mayBe.map(({ name }) => name).sort();
    for (let first = 0; first < names.length && found.length < MOST_TEMPLATE_FILES; first += AT_ONCE) {
      const some = names.slice(first, first + AT_ONCE).map((name) => templateFile(root, join(folder, name)));
      for (const file of await Promise.all(some)) if (file !== undefined) found.push(file);
    }
  }
  return found.slice(0, MOST_TEMPLATE_FILES);
}

async function templateFile(root: string, path: string): Promise<TemplateFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.size > LARGEST) return undefined;
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
