import { spokenFolders } from "../../features/markers/noteTemplates.ts";
import { PROJECT_FILE } from "../../features/projectFiles/projectSettings.ts";
import type { SpokenFolder } from "../../notes/ownNames/nearness.ts";
import { memoByText } from "../../text/memoBy.ts";
import type { Host } from "../host/host.ts";
import type { TeamFolder } from "./noteStore.ts";

/** What project files say of notes. */
export interface ProjectNotes {
  /** The folders of notes that they name. */
  readonly team: readonly TeamFolder[];
  /** The templates that the notes of a folder are on. */
  readonly spoken: readonly SpokenFolder[];
}

/**
 * What project files say of notes: those in the workspace's folders, the closest one above a folder that has none, and
 * those in folders between them and open templates.
 *
 * @param templates the URIs of the open ones
 */
export async function projectNotes(
  host: Host,
  folders: readonly string[],
  templates: readonly string[],
): Promise<ProjectNotes> {
  const fileIn = memoByText((within): ProjectFile => projectFileIn(host, within), MAX_READ);
  const tops = await Promise.all(folders.map((folder) => projectAround(folder, fileIn)));
  const all = new Set([...tops, ...templates.flatMap((uri) => foldersAbove(uri, folders))]);
  const found = await Promise.all([...all].map(async (within) => ofProject(host, within, await fileIn(within))));
  return { team: found.flatMap(({ team }) => team), spoken: found.flatMap(({ spoken }) => spoken) };
}

type ProjectFile = ReturnType<Host["readBeside"]>;

/** The folder of the project file that a folder of the workspace belongs to; that folder itself if there is none. */
async function projectAround(folder: string, fileIn: (within: string) => ProjectFile): Promise<string> {
  const [, top = "", path = ""] = /^([^:]*:\/\/[^/]*)(.*?)\/*$/.exec(folder) ?? [];
  const steps = path.split("/");
  for (let length = steps.length; length > Math.max(1, steps.length - MAX_FOLDERS); length--) {
    const within = top + steps.slice(0, length).join("/");
    if ((await fileIn(within)) !== undefined) return within;
  }
  return folder;
}

/** The folders around a document, below the one of the workspace, innermost first; up to a limit. */
function foldersAbove(uri: string, folders: readonly string[]): readonly string[] {
  const top = folders.map((folder) => folder.replace(/\/*$/, "")).find((folder) => uri.startsWith(`${folder}/`));
  if (top === undefined) return [];
  const steps = uri
    .slice(top.length + 1)
    .split("/")
    .slice(0, -1);
  return steps.map((_, index) => `${top}/${steps.slice(0, steps.length - index).join("/")}`).slice(0, MAX_FOLDERS);
}

const MAX_FOLDERS = 20;
/** So many folders with templates are hardly open at once. */
const MAX_READ = 500;

/** Its own folder is all that a project may name a file of. */
function projectFileIn(host: Host, within: string): ProjectFile {
  return host.readBeside(`${within.replace(/\/*$/, "")}/${PROJECT_FILE}`, PROJECT_FILE, [within]);
}

async function ofProject(host: Host, within: string, file: Awaited<ProjectFile>): Promise<ProjectNotes> {
  if (file === undefined) return { team: [], spoken: [] };
  const { projectSettings } = await import("../../features/project/projectFile.ts");
  const settings = projectSettings(file.text);
  return {
    team: settings.notes.flatMap((folder) => host.resolveFolder(folder, [within]).map((path) => ({ path, within }))),
    spoken: spokenFolders(settings.noteTemplates, within),
  };
}
