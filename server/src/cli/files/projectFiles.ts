import { dirname, join, relative } from "node:path";
import { cwd } from "node:process";
import { projectSettings, withCfnLint } from "../../features/project/projectFile.ts";
import {
  NO_PROJECT_SETTINGS,
  PROJECT_FILE,
  type ProjectSettings,
} from "../../features/projectFiles/projectSettings.ts";
import { posix } from "../../node/gitIgnore.ts";
import { projectFiles } from "../../node/projectFiles.ts";
import { textFile } from "../../node/textFile.ts";

/** The settings of the project that a folder belongs to, and the folder that they count from. */
export interface Project {
  readonly settings: ProjectSettings;
  readonly root: string;
}

/** Looks for a project file, or cfn-lint's, in a folder and above it; the first folder that has one is the project's. */
export async function projectOf(folder: string): Promise<Project> {
  const found = await projectFiles(folder);
  if (found === undefined) return { settings: NO_PROJECT_SETTINGS, root: folder };
  const { own, cfnLint, root, problems } = found;
  const ofOwn = own === undefined ? NO_PROJECT_SETTINGS : projectSettings(own, shownPath(join(root, PROJECT_FILE)));
  const settings = cfnLint === undefined ? ofOwn : withCfnLint(ofOwn, cfnLint);
  return { settings: { ...settings, problems: [...problems, ...settings.problems] }, root };
}

/**
 * The settings of a project file that is named itself; `undefined` if it can't be read. Paths in it count from its
 * folder.
 */
export async function projectAt(file: string): Promise<Project | undefined> {
  const found = await textFile(file);
  return "text" in found ? { settings: projectSettings(found.text, shownPath(file)), root: dirname(file) } : undefined;
}

/** A file's path relative to the current folder, for messages. */
function shownPath(file: string): string {
  return posix(relative(cwd(), file));
}
