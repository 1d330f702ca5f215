import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFiles/projectSettings.ts";
import type { Localised } from "../text/localised.ts";
import { FILE_PROBLEMS } from "./fileProblems.ts";
import { isBelow, type TextFile, textFile } from "./textFile.ts";

/** The texts of the files that say how a project is to be checked. */
interface FoundFiles {
  /** The folder that they are in. */
  readonly root: string;
  readonly own: string | undefined;
  readonly cfnLint: string | undefined;
  /** Files that are there and were not read. */
  readonly problems: readonly Localised[];
}

/** Looks for a project file, or cfn-lint's, in a folder and above it; the first folder that has one is the project's. */
export async function projectFiles(folder: string): Promise<FoundFiles | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const [own, ...others] = await Promise.all(
      [PROJECT_FILE, ...CFN_LINT_FILES].map((name) => projectFile(join(at, name), name)),
    );
    const cfnLint = others.find((one) => one?.text !== undefined);
    const problems = [own, ...others].flatMap((one) => one?.problem ?? []);
    if (own !== undefined || others.some((one) => one !== undefined))
      return { root: at, own: own?.text, cfnLint: cfnLint?.text, problems };
    if (dirname(at) === at) return undefined;
  }
}

/** `undefined` if it is not there, or if one may not even see whether it is. */
async function projectFile(
  path: string,
  name: string,
): Promise<{ readonly text?: string; readonly problem?: Localised } | undefined> {
  const file = await textFile(path);
  if ("text" in file) return { text: file.text };
  if (file.problem === "missing" || (await lstat(path).catch(() => undefined)) === undefined) return undefined;
  const { en, ja } = FILE_PROBLEMS[file.problem];
  return { problem: { en: `${name} ${en}.`, ja: `${name}${ja}` } };
}

/** The text of a file that a project file names: it must be in the project's folder. `undefined` if it can't be read. */
export async function textInProject(root: string, name: string): Promise<string | undefined> {
  const path = resolve(root, name);
  return isBelow(root, path) ? readTextFile(await textFile(path)) : undefined;
}

function readTextFile(file: TextFile): string | undefined {
  return "text" in file ? file.text : undefined;
}
