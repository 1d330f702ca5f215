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
  return templatesOf(files.slice(0, MAX_FILES), isTemplate);
}

/** So many files are read at once. */
const AT_ONCE = 16;

/** The URIs of those files that are templates. */
export async function templatesOf(
  files: readonly ListedFile[],
  isTemplate: (text: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const read = files
      .slice(at, at + AT_ONCE)
      .map(async (file) => (isTemplate((await file.text()) ?? "") ? [file.uri] : []));
    for (const uris of await Promise.all(read)) found.push(...uris);
  }
  return found;
}
