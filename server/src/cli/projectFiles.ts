import { NO_PROJECT_SETTINGS, type ProjectSettings, projectSettings, withCfnLint } from "../features/projectFile.ts";
import { projectFiles } from "../node/projectFiles.ts";

/** The settings of the project that a folder belongs to, and the folder that they count from. */
export interface Project {
  readonly settings: ProjectSettings;
  readonly root: string;
}

/** Looks for a project file, or cfn-lint's, in a folder and above it; the first folder that has one is the project's. */
export async function projectOf(folder: string): Promise<Project> {
  const found = await projectFiles(folder);
  if (found === undefined) return { settings: NO_PROJECT_SETTINGS, root: folder };
  const settings = found.own === undefined ? NO_PROJECT_SETTINGS : projectSettings(found.own);
  return { settings: found.cfnLint === undefined ? settings : withCfnLint(settings, found.cfnLint), root: found.root };
}
