import { spokenFolders } from "../../features/markers/noteTemplates.ts";
import { PROJECT_FILE } from "../../features/projectFiles/projectSettings.ts";
import type { SpokenFolder } from "../../notes/ownNames/nearness.ts";
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
 * What the project files in the workspace's folders say of notes, and those in folders between them and open templates.
 *
 * @param templates the URIs of the open ones
 */
export async function projectNotes(
  host: Host,
  folders: readonly string[],
  templates: readonly string[],
): Promise<ProjectNotes> {
  const all = new Set([...folders, ...templates.flatMap((uri) => foldersAbove(uri, folders))]);
  const found = await Promise.all([...all].map((within) => ofProject(host, within, folders)));
  return { team: found.flatMap(({ team }) => team), spoken: found.flatMap(({ spoken }) => spoken) };
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

async function ofProject(host: Host, within: string, folders: readonly string[]): Promise<ProjectNotes> {
  const file = await host.readBeside(`${within.replace(/\/*$/, "")}/${PROJECT_FILE}`, PROJECT_FILE, folders);
  if (file === undefined) return { team: [], spoken: [] };
  const { projectSettings } = await import("../../features/project/projectFile.ts");
  const settings = projectSettings(file.text);
  return {
    team: settings.notes.flatMap((folder) => host.resolveFolder(folder, [within]).map((path) => ({ path, within }))),
    spoken: spokenFolders(settings.noteTemplates, within),
  };
}
