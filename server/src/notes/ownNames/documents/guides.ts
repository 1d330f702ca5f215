import { lazy } from "../../../text/lazy.ts";
import { memoWhile } from "../../../text/memoBy.ts";
import { guidesTemplates, isReadme, tellsToDeploy } from "../../reading/guidesTemplates.ts";
import { folderSteps, sharedSteps } from "../../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../../reading/note.ts";
import { nameKey } from "../../words/names.ts";
import { foldersAround, isGuideTo, type Surroundings } from "../nearness.ts";

/** The READMEs that explain how to use what is in their folders: everything in there is about that, too. */
export class Guides {
  /** By the path of the folder, then by URI. */
  readonly #folders = new Map<string, Map<string, Readme>>();
  /** Changes with each change of the files. */
  #revision = 0;

  /** Adds a file of notes, or updates it. */
  set(uri: string, text: string): void {
    if (!isReadme(uri)) return;
    this.#revision++;
    const folder = folderSteps(uri).join("/");
    const files = this.#folders.get(folder) ?? new Map<string, Readme>();
    files.set(uri, {
      isGuide: lazy(() => guidesTemplates(uri, text.split("\n"))),
      tellsToDeploy: lazy(() => tellsToDeploy(text.split("\n"))),
      title: nameKey(TITLE.exec(text)?.[1] ?? ""),
    });
    this.#folders.set(folder, files);
  }

  delete(uri: string): void {
    this.#revision++;
    this.#folders.get(folderSteps(uri).join("/"))?.delete(uri);
  }

  /** Whether a note is on templates, or on a program, that the template of that URI has nothing to do with. */
  isOfOthers(note: Note, file: NoteFileContent, template: string, around: Surroundings): boolean {
    const folder = folderSteps(file.uri);
    const shared = sharedSteps(folder, folderSteps(template));
    if (shared < folder.length && introducesOneOfSeveral(file, folder, around))
      return !isGuideTo(note, file, template, around);
    return this.#guided(file, around).length > shared && !isGuideTo(note, file, template, around);
  }

  /** How deep the innermost folder around a file is that is explained, and has templates. Each note at a place asks for it. */
  readonly #guided = memoWhile(
    (before: Guided, around: Surroundings) => before.around === around && before.revision === this.#revision,
    (file: NoteFileContent, around: Surroundings): Guided => {
      const folder = folderSteps(file.uri);
      let { length } = folder;
      const isGuided = (outer: readonly string[]): boolean =>
        ((length === folder.length && file.guidesTemplates) || this.#has(outer)) && isAmongTemplates(outer, around);
      while (length > 0 && !isGuided(folder.slice(0, length))) length--;
      return { length, around, revision: this.#revision };
    },
  );

  #has(folder: readonly string[]): boolean {
    return this.#readmesIn(folder).some(({ isGuide }) => isGuide());
  }

  /** Whether a README in a folder has commands that deploy templates. */
  tellToDeploy(folder: readonly string[]): boolean {
    return this.#readmesIn(folder).some((readme) => readme.tellsToDeploy());
  }

  /** Whether a README in one of these folders has a name as its title: it is that of the project. */
  areOf(name: string, folders: readonly (readonly string[])[]): boolean {
    return folders.some((folder) => this.#readmesIn(folder).some(({ title }) => title === nameKey(name)));
  }

  #readmesIn(folder: readonly string[]): readonly Readme[] {
    return [...(this.#folders.get(folder.join("/"))?.values() ?? [])];
  }
}

interface Guided {
  readonly length: number;
  readonly around: Surroundings;
  readonly revision: number;
}

/** Facts about a README, computed when first asked. */
interface Readme {
  readonly isGuide: () => boolean;
  readonly tellsToDeploy: () => boolean;
  /** As it is compared. */
  readonly title: string;
}

const TITLE = /^# +(.{1,100})$/m;

/** Lines of a README that only says what lies beside it. */
const MAX_LINES = 40;

/** Whether a file is the short README of a folder of templates, one of several folders beside each other. */
function introducesOneOfSeveral(
  file: NoteFileContent,
  folder: readonly string[],
  { templates }: Surroundings,
): boolean {
  if (!isReadme(file.uri) || !templates.has(folder) || !templates.isOneOfSeveral(folder)) return false;
  return file.lines.filter((line) => line.trim() !== "").length <= MAX_LINES;
}

/** Whether a file explains how to use what lies beside it, and templates do. */
export function isGuide({ uri, guidesTemplates: guides }: NoteFileContent, around: Surroundings): boolean {
  return guides && isAmongTemplates(folderSteps(uri), around);
}

/** Whether templates are in a folder, in one beside it or beside the one that it is in, or with it in a folder of notes. */
function isAmongTemplates(folder: readonly string[], around: Surroundings): boolean {
  const { templates } = around;
  if (foldersAround(folder, around).some((one) => templates.hasWithin(one))) return true;
  return [0, 1, 2].some((up) => folder.length > up && templates.hasWithin(folder.slice(0, folder.length - up)));
}
