import { PROJECT_FILE, projectSettings } from "../features/projectFile.ts";
import type { Host } from "./host.ts";
import type { TeamFolder } from "./noteStore.ts";

/** The folders of notes that the project files at the top of the workspace's folders name. */
export async function teamFolders(host: Host, folders: readonly string[]): Promise<readonly TeamFolder[]> {
  const found = folders.map(async (within): Promise<readonly TeamFolder[]> => {
    const file = await host.readBeside(`${within.replace(/\/*$/, "")}/${PROJECT_FILE}`, PROJECT_FILE, folders);
    const notes = file === undefined ? [] : projectSettings(file.text).notes;
    return notes.flatMap((folder) => host.resolveFolder(folder, [within]).map((path) => ({ path, within })));
  });
  return (await Promise.all(found)).flat();
}
