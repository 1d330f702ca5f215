import { dirname, resolve } from "node:path";
import { cwd } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { spokenFolders } from "../features/markers/noteTemplates.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { deployedStacks } from "../node/packaging.ts";
import { pathOf } from "../node/pathOf.ts";
import { isBelow } from "../node/textFile.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import { TemplateFolders } from "../notes/ownNames/templateFolders.ts";
import { templatesAmong } from "../notes/ownNames/templatesAmong.ts";
import { folderSteps, uriSteps } from "../notes/reading/markdown/uriPath.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { type Project, projectOf } from "./files/projectFiles.ts";
import { unusable } from "./files/unchecked.ts";
import type { Given } from "./options/commandLine.ts";

/** Reads the built-in notes, and those of the folders that are named here or in the project file. Says what can't be read. */
export async function addNotes(
  notes: NoteIndex,
  given: Pick<Given, "has" | "texts">,
  language: NoteLanguage,
  project?: Project,
): Promise<string | undefined> {
  if (!given.has("no-built-in")) {
    for (const source of await nodeHost.builtInNotes(language, true)) notes.set(source);
  }
  const workspace = nodeHost.uriOf(cwd());
  const { settings, root } = project ?? (await projectOf(cwd()));
  const named = given.texts("notes").flatMap((one) => nodeHost.resolveFolder(one, [workspace]));
  const ofProject = settings.notes.map((one) => resolve(root, one)).filter((folder) => isBelow(root, folder));
  const folders = [...new Set([...named, ...ofProject])];
  for (const folder of folders) {
    try {
      const team = !named.includes(folder);
      for (const source of (await nodeHost.readNotes(folder, language)).sources) notes.set({ ...source, team });
    } catch (error) {
      return unreadable(folder, error)[language];
    }
  }
  await setSurroundings(notes, folders, workspace, language, { settings, root });
  for (const _ of notes.prepare());
  return undefined;
}

/** By which notes on somebody's own things find the templates that they mean. */
async function setSurroundings(
  notes: NoteIndex,
  paths: readonly string[],
  workspace: string,
  language: NoteLanguage,
  { settings, root }: Project,
): Promise<void> {
  const folders = paths.map((path) => nodeHost.uriOf(path));
  const templates = await templatesAmong(folders, [workspace], nodeHost.templateFiles, looksLikeTemplate);
  notes.setSurroundings({
    notes: folders.map(uriSteps),
    // The folders were named for these very templates, wherever those are.
    workspace: [],
    language,
    templates: new TemplateFolders(
      templates.map(folderSteps),
      templates.map((uri) => uriSteps(uri).at(-1) ?? ""),
    ),
    stacksOf: (template) => deployedStacks(dirname(pathOf(template) ?? template)),
    spoken: spokenFolders(settings.noteTemplates, nodeHost.uriOf(root)),
  });
}

function unreadable(path: string, error: unknown) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return unusable(path, "missing");
  return code === "ENOTDIR"
    ? {
        en: `${path} is a file: notes are named by their folder.`,
        ja: `${path}はファイルです。ノートはフォルダーで指定してください。`,
      }
    : { en: `${path} can't be read: ${String(error)}`, ja: `${path}を読み取れません: ${String(error)}` };
}
