import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, parse, relative } from "node:path";
import { ignoreRules } from "../text/ignoreRules.ts";
import { type Ignored, isIgnored, posix } from "./gitIgnore.ts";
import { isBelow, isInside, textFileNow } from "./textFile.ts";

/** Folders that builds write, and words in the names of files that they make. */
const MADE =
  /(?:^|\/)(?:\.aws-sam|\.?build|cdk\.out|dist|gen|node_modules|out|target|\.?te?mp)\/|(?:built|compiled|generated|output|packaged|processed|rendered|transformed)/i;
export const TEMPLATE: RegExp = /\.(?:ya?ml|json|template)$/i;

/**
 * Whether a template that another one names is certainly not there: in a folder with other templates, and nothing that
 * a build may make it of. It blocks, as it only reads the list of one folder, and what git ignores.
 *
 * @param root the folder of the workspace
 */
export function isMissing(file: string, path: string, root: string): boolean {
  const missing = join(dirname(file), path);
  const folder = dirname(missing);
  if (!TEMPLATE.test(missing) || !isInside(root, missing) || MADE.test(posix(relative(root, missing)))) return false;
  if (folder !== root && !isBelow(root, folder)) return false;
  const names = namesIn(folder).filter((name) => join(folder, name) !== file);
  const stem = `${parse(missing).name}.`.toLowerCase();
  // On some systems, letters in another case are the same file; and `network.yaml.j2` is what it is made of.
  const mayBecome = (name: string): boolean =>
    name.toLowerCase() === basename(missing).toLowerCase() ||
    (name.toLowerCase().startsWith(stem) && !TEMPLATE.test(name));
  return names.some((name) => TEMPLATE.test(name)) && !names.some(mayBecome) && !isIgnoredNow(missing);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isIgnoredNow(file: string): boolean {
  const ignores: Ignored[] = [];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const found = textFileNow(join(folder, ".gitignore"));
    if ("text" in found) ignores.unshift({ folder, rules: ignoreRules(found.text) });
    if (dirname(folder) === folder || existsSync(join(folder, ".git"))) return isIgnored(file, ignores);
  }
}
