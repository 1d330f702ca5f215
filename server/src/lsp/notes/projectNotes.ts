import { spokenFolders } from "../../features/markers/noteTemplates.ts";
import { PROJECT_FILE } from "../../features/projectFiles/projectSettings.ts";
import type { SpokenFolder } from "../../notes/ownNames/nearness.ts";
import type { Host } from "../host/host.ts";
import type { TeamFolder } from "./noteStore.ts";

/** What project files say of notes. */
export interface ProjectNotes {
  /** The folders of notes that they bring. */
  readonly team: readonly TeamFolder[];
  /** Which folders of notes speak of which templates. */
  readonly spoken: readonly SpokenFolder[];
}

/** What the project files at the top of the workspace's folders say of notes. */
export async function projectNotes(host: Host, folders: readonly string[]): Promise<ProjectNotes> {
  const found = await Promise.all(folders.map((within) => ofProject(host, within, folders)));
  return { team: found.flatMap(({ team }) => team), spoken: found.flatMap(({ spoken }) => spoken) };
}

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
