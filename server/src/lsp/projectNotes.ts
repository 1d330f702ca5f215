import ignore from "ignore";
import { PROJECT_FILE, projectSettings } from "../features/projectFile.ts";
import type { SpokenFolder } from "../notes/ownNames/nearness.ts";
import { stepsOf } from "../notes/ownNames/uriPath.ts";
import type { Host } from "./host.ts";
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
  const { notes, noteTemplates } = projectSettings(file.text);
  return {
    team: notes.flatMap((folder) => host.resolveFolder(folder, [within]).map((path) => ({ path, within }))),
    spoken: [...noteTemplates].map(([folder, patterns]) => spokenFolder(within, folder, patterns)),
  };
}

function spokenFolder(within: string, folder: string, patterns: readonly string[]): SpokenFolder {
  const templates = ignore().add([...patterns]);
  return {
    key: JSON.stringify([within, folder, patterns]),
    within: stepsOf(within),
    folder: stepsOf(folder).filter((step) => step !== "."),
    holds: (path) => {
      const joined = path.join("/");
      return ignore.isPathValid(joined) && templates.ignores(joined);
    },
  };
}
