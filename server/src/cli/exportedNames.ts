import { readFile } from "node:fs/promises";
import { looksLikeTemplate } from "../detect.ts";
import { exportsOf } from "../model/exports.ts";
import { parse } from "../model/parse.ts";
import type { FileToCheck } from "./checkFiles.ts";

/** Name → the files that export it, as they are shown; only names that are not computed and stand in several files. */
export type SharedNames = ReadonlyMap<string, readonly string[]>;

/** A name that stands as it is behind `Export`: most are computed, and their files need not be parsed. */
const LITERAL_EXPORT = /Export["']?\s*:\s*\{?\s*["']?Name["']?\s*:\s*["']?[\w:-]+["']?\s*[\r\n},]/;

/** Looks for names that several of the files export. */
export async function sharedNames(files: readonly FileToCheck[]): Promise<SharedNames> {
  const names = new Map<string, string[]>();
  for (const { file, path } of files) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (!LITERAL_EXPORT.test(text) || !looksLikeTemplate(text)) continue;
    for (const name of new Set(exportsOf(parse(text)).map((one) => one.name))) {
      if (!name.includes("${")) names.set(name, [...(names.get(name) ?? []), path]);
    }
  }
  return new Map([...names].filter(([, paths]) => paths.length > 1));
}

/** Another file than `path` that exports each name. */
export function exportedBeside(shared: SharedNames, path: string): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const [name, paths] of shared) {
    const other = paths.find((one) => one !== path);
    if (other !== undefined) others.set(name, other);
  }
  return others;
}
