import { stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { type IgnoreRules, ignoreRules } from "../text/ignoreRules.ts";
import { textFile } from "./textFile.ts";

/** The rules of a folder's `.gitignore`. */
export interface Ignored {
  readonly folder: string;
  readonly rules: IgnoreRules;
}

/** Whether a file is ignored, or a folder, whose path ends with a separator. */
export function isIgnored(path: string, ignores: readonly Ignored[]): boolean {
  let ignored = false;
  for (const { folder, rules } of ignores) {
    const { ignored: out, unignored: back } = rules.test(posix(path.slice(folder.length + 1)));
    // A deeper file has the last word.
    ignored = (ignored || out) && !back;
  }
  return ignored;
}

/** `undefined` if a folder has none. */
export async function ignoreFile(folder: string): Promise<Ignored | undefined> {
  const found = await textFile(join(folder, ".gitignore"));
  return "text" in found ? { folder, rules: ignoreRules(found.text) } : undefined;
}

/** What the ignore files above a folder say, up to the top of its repository; nothing outside of one. */
export async function ignoresAbove(folder: string): Promise<readonly Ignored[]> {
  const found: Ignored[] = [];
  const isRepository = async (path: string): Promise<boolean> =>
    (await stat(join(path, ".git")).catch(() => undefined)) !== undefined;
  let at = folder;
  while (!(await isRepository(at))) {
    const parent = dirname(at);
    if (parent === at) return [];
    const above = await ignoreFile(parent);
    if (above !== undefined) found.unshift(above);
    at = parent;
  }
  return found;
}

export function posix(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
