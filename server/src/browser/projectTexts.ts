import { CFN_LINT_FILES, PROJECT_FILE, SAM_CONFIG, stacksIn } from "../features/projectFiles/projectSettings.ts";
import type { Host, ProjectTexts } from "../lsp/host/host.ts";
import { percentDecoded } from "../notes/reading/markdown/uriPath.ts";

/** In deeper folders nobody has a template, and each one is asked for several files. */
const MAX_DEPTH = 30;

/** Looks for project files beside a document and above it, as far as the workspace goes; the first folder that has one is the project's. */
export async function projectTexts(uri: string, readBeside: Host["readBeside"]): Promise<ProjectTexts | undefined> {
  for (const folder of foldersAbove(uri)) {
    // Its own folder is all that a project may name a file of.
    const read = async (name: string): Promise<string | undefined> =>
      (await readBeside(`${folder}/${PROJECT_FILE}`, name, [folder]))?.text;
    const [own, ...others] = await Promise.all([PROJECT_FILE, ...CFN_LINT_FILES].map(read));
    const cfnLint = others.find((text) => text !== undefined);
    if (own === undefined && cfnLint === undefined) continue;
    return { pathOf: (other) => pathBelow(folder, other), own, cfnLint, baseline: read };
  }
  return undefined;
}

/** The stacks that SAM deploys from a document's folder, as the closest `samconfig.toml` names them. */
export async function deployedStacks(uri: string, readBeside: Host["readBeside"]): Promise<readonly string[]> {
  for (const folder of foldersAbove(uri)) {
    const stacks = stacksIn((await readBeside(`${folder}/${SAM_CONFIG}`, SAM_CONFIG, [folder]))?.text ?? "");
    if (stacks.length > 0) return stacks;
  }
  return [];
}

/** The folders that a document is in, the nearest first, without a slash at their ends. */
function foldersAbove(uri: string): readonly string[] {
  const [, top = "", path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/[^?#]*)$/i.exec(uri) ?? [];
  const steps = path?.split("/").slice(0, -1) ?? [];
  if (steps.length > MAX_DEPTH) return [];
  return steps.map((_, step) => top + steps.slice(0, steps.length - step).join("/"));
}

function pathBelow(folder: string, uri: string): string {
  return percentDecoded(uri.slice(folder.length)).split("/").filter(Boolean).join("/");
}
