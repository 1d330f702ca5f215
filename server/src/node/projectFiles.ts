import { dirname, join, resolve } from "node:path";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";
import { isBelow, textFile } from "./textFile.ts";

/** The texts of the files that say how a project is to be checked. */
interface FoundFiles {
  /** The folder that they are in. */
  readonly root: string;
  readonly own: string | undefined;
  readonly cfnLint: string | undefined;
}

/** Looks for a project file, or cfn-lint's, in a folder and above it; the first folder that has one is the project's. */
export async function projectFiles(folder: string): Promise<FoundFiles | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const own = await textOf(join(at, PROJECT_FILE));
    const others = await Promise.all(CFN_LINT_FILES.map((name) => textOf(join(at, name))));
    const cfnLint = others.find((text) => text !== undefined);
    if (own !== undefined || cfnLint !== undefined) return { root: at, own, cfnLint };
    if (dirname(at) === at) return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const file = await textFile(path);
  return "text" in file ? file.text : undefined;
}

/** The text of a file that a project file names: it must be in the project's folder. `undefined` where it can't be read. */
export async function textInProject(root: string, name: string): Promise<string | undefined> {
  const path = resolve(root, name);
  return isBelow(root, path) ? textOf(path) : undefined;
}
