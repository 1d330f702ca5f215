import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CFN_LINT_FILES, PROJECT_FILE } from "../features/projectFile.ts";

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

/** A file's text; `undefined` where it can't be read. */
export async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
