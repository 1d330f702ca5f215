import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  CFN_LINT_FILES,
  NO_PROJECT_SETTINGS,
  PROJECT_FILE,
  type ProjectSettings,
  projectSettings,
  withCfnLint,
} from "../features/projectFile.ts";

/** The settings of the project that a folder belongs to, and the folder that they count from. */
export interface Project {
  readonly settings: ProjectSettings;
  readonly root: string;
}

/** Looks for a project file, or cfn-lint's, in a folder and above it; the first folder that has one is the project's. */
export async function projectOf(folder: string): Promise<Project> {
  for (let at = folder; ; at = dirname(at)) {
    const own = await textOf(join(at, PROJECT_FILE));
    const others = await Promise.all(CFN_LINT_FILES.map((name) => textOf(join(at, name))));
    const cfnLint = others.find((text) => text !== undefined);
    if (own !== undefined || cfnLint !== undefined) {
      const settings = own === undefined ? NO_PROJECT_SETTINGS : projectSettings(own);
      return { settings: cfnLint === undefined ? settings : withCfnLint(settings, cfnLint), root: at };
    }
    if (dirname(at) === at) return { settings: NO_PROJECT_SETTINGS, root: folder };
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
