import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { SAM_CONFIG, stacksIn } from "../features/projectFiles/projectSettings.ts";
import { textFileNow } from "./textFile.ts";

/** Files that say how a project is built and deployed. */
const BUILDS =
  /^(?:samconfig\.(?:toml|ya?ml)|makefile|justfile|taskfile\.ya?ml|buildspec.*\.ya?ml|package\.json|\.gitlab-ci\.yml|bitbucket-pipelines\.yml|azure-pipelines\.yml|jenkinsfile|tox\.ini|pyproject\.toml|.*\.(?:sh|ps1|mk))$/i;
/** Commands that upload what a template names, and put its address there. */
const PACKAGES =
  /\bcloudformation\s+(?:package|deploy)\b|\bsam\s+(?:build|package|deploy|sync)\b|\brain\s+(?:pkg|deploy)\b/;
const WORKFLOWS = [".github", "workflows"] as const;
const MAX_FOLDERS_UPWARDS = 6;
const MAX_FILES = 40;
const MAX_BYTES = 100_000;

/** Whether the project that a folder belongs to packages its templates: what they name locally is uploaded then. */
export function packagesTemplates(folder: string): boolean {
  return projectFolders(folder).some((at) => packagesIn(at, BUILDS) || packagesIn(join(at, ...WORKFLOWS), /\.ya?ml$/i));
}

/** The stacks that SAM deploys from a folder, in any environment, as the closest `samconfig.toml` names them. */
export function deployedStacks(folder: string): readonly string[] {
  for (const at of projectFolders(folder)) {
    const found = textFileNow(join(at, SAM_CONFIG), MAX_BYTES);
    const stacks = "text" in found ? stacksIn(found.text) : [];
    if (stacks.length > 0) return stacks;
  }
  return [];
}

/** A folder and those above it in its repository. */
function projectFolders(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; found.length < MAX_FOLDERS_UPWARDS && !existsSync(join(at, ".git")) && dirname(at) !== at; ) {
    at = dirname(at);
    found.push(at);
  }
  return found;
}

function packagesIn(folder: string, names: RegExp): boolean {
  const builds = fileNamesIn(folder).filter((name) => names.test(name));
  return builds.slice(0, MAX_FILES).some((name) => {
    if (/^samconfig\./i.test(name)) return true;
    const found = textFileNow(join(folder, name), MAX_BYTES);
    return "text" in found && PACKAGES.test(found.text);
  });
}

function fileNamesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
