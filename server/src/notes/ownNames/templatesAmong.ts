import { isWithinFolder, uriSteps } from "../reading/markdown/uriPath.ts";

const MAX_FILES = 200;

interface ListedFile {
  readonly uri: string;
  text(): Promise<string | undefined>;
}

/**
 * The URIs of templates that lie among notes: their folders have notes of their own. If a folder of notes holds the
 * whole workspace, that tells nothing.
 *
 * @param folders of notes, as URIs, like those of the workspace
 * @param list gives the files that may be templates
 */
export async function templatesAmong(
  folders: readonly string[],
  workspace: readonly string[],
  list: (folders: readonly string[]) => Promise<{ readonly files: readonly ListedFile[] }>,
  isTemplate: (text: string) => boolean,
): Promise<readonly string[]> {
  const small = folders.filter((uri) => !workspace.some((one) => isWithinFolder(uriSteps(uri), uriSteps(one))));
  if (small.length === 0) return [];
  const { files } = await list(small);
  const found = files
    .slice(0, MAX_FILES)
    .map(async (file) => (isTemplate((await file.text()) ?? "") ? [file.uri] : []));
  return (await Promise.all(found)).flat();
}
