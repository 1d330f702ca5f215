import type { SpokenFolder } from "../../notes/ownNames/nearness.ts";
import { uriSteps } from "../../notes/reading/markdown/uriPath.ts";
import { ignoreRules } from "../../text/ignoreRules.ts";

/**
 * The templates that folders of notes are on, by a project file.
 *
 * @param noteTemplates patterns of templates by folder, see `ProjectSettings`
 * @param within the project's folder, as a URI
 */
export function spokenFolders(
  noteTemplates: ReadonlyMap<string, readonly string[]>,
  within: string,
): readonly SpokenFolder[] {
  return [...noteTemplates].map(([folder, patterns]) => {
    const templates = ignoreRules(patterns);
    return {
      key: JSON.stringify([within, folder, patterns]),
      within: uriSteps(within),
      folder: uriSteps(folder).filter((step) => step !== "."),
      holds: (path) => templates.ignores(path.join("/")),
    };
  });
}
