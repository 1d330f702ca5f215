import { memoWhile } from "../../../text/memoBy.ts";
import { isReadme } from "../../reading/guidesTemplates.ts";
import {
  decodedName,
  folderSteps,
  isWithinFolder,
  uriSteps,
  withoutExtension,
} from "../../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../../reading/note.ts";
import { nameKey } from "../../words/names.ts";
import { namesTemplate } from "../namesTemplate.ts";
import { foldersAround, isBesideTemplate, type Surroundings } from "../nearness.ts";
import type { AskedTemplate } from "../ownCandidates.ts";
import { DOCS, isExercise, isLearned, isOnTemplates, isProjectReadme, ON_STACKS } from "./documentKinds.ts";

/** The templates that lie with a file, in the folder of notes or of the workspace that it is in. */
interface AmongTemplates {
  readonly around: Surroundings;
  /** Whether a template is in that folder, at any depth. */
  readonly isWithOne: boolean;
  /** Whether templates are in several folders of it: a project. */
  readonly isOfProject: boolean;
  /** Whether the settings name that folder for notes, and no template is in it. */
  readonly isOfNotes: boolean;
  /** Whether the file is in a folder for archived files. */
  readonly isArchived: boolean;
  /** Whether it is in one for documents, with templates around that. */
  readonly isInDocs: boolean;
}

/** Names of folders for archived files. */
const ARCHIVE = /^[._\d-]*(?:archived?|archives|deprecated|obsolete|legacy|アーカイブ|旧)$/iu;

/** Memoised: each note at a place asks for its file. */
export const amongTemplates: (file: NoteFileContent, around: Surroundings) => AmongTemplates = memoWhile(
  (before: AmongTemplates, around: Surroundings) => before.around === around,
  (file: NoteFileContent, around: Surroundings) => {
    const { uri } = file;
    const folder = folderSteps(uri);
    const folders = foldersAround(folder, around);
    const isWithOne = folders.some((folder) => around.templates.hasWithin(folder));
    return {
      around,
      isWithOne,
      isInDocs: isWithOne && foldersWithin(uri, around).some((step) => DOCS.test(step)),
      isOfNotes: around.notes.some((one) => isWithinFolder(one, folder) && !around.templates.hasWithin(one)),
      isArchived: foldersWithin(uri, around).some((step) => ARCHIVE.test(step)),
      isOfProject: folders.some((folder) => around.templates.hasSeveralWithin(folder)),
    };
  },
);

/** The folders that a file is in, below the innermost folder of notes or of the workspace. */
function foldersWithin(uri: string, around: Surroundings): readonly string[] {
  const folder = folderSteps(uri);
  return folder.slice(Math.max(0, ...foldersAround(folder, around).map(({ length }) => length)));
}

/** Whether a file is the README of a project with templates: with several, whatever it says. */
export function isReadmeOfProject(file: NoteFileContent, around: Surroundings): boolean {
  const isBeside = file.guidesTemplates || around.templates.areSeveral;
  return isBeside && amongTemplates(file, around).isWithOne && isProjectReadme(file);
}

/** Whether the titles or the path of a document that lies with templates say that it may be on what these declare: an everyday word may mean anything. */
export function isOnStacks({ path, title, context }: Note, file: NoteFileContent, around: Surroundings): boolean {
  const titles = [file.title, ...path, title, ...context, decodedName(file.uri), ...foldersWithin(file.uri, around)];
  return titles.some((text) => ON_STACKS.test(text.replaceAll("_", " ")));
}

/**
 * Whether a document of a project (see `Documents.isOfProject`) is neither with a template nor names anything in it: the
 * AWS things that it speaks of are then others. What somebody learned is on all of them.
 *
 * @param isOwn whether nobody but a template's author calls something so
 */
export function isOnOtherThings(
  note: Note,
  file: NoteFileContent,
  { uri, template }: AskedTemplate,
  around: Surroundings,
  isOwn: (name: string) => boolean,
): boolean {
  if (isLearned(file)) return false;
  const steps = new Set(uriSteps(uri).map(nameKey));
  if ([note.title, ...note.path].some((title) => around.templates.isTitled(title) && !steps.has(nameKey(title))))
    return true;
  if (isOnTemplates(file) || isCalledAsFolder(file, uri)) return false;
  return !isWith(file, folderSteps(uri), around) && !namesTemplate(note, file, { uri, template }, isOwn);
}

/** Titles of parts that list all that is made. */
const WHAT_IS_MADE =
  /\b(?:what|resources?)\b.{0,20}\b(?:create[ds]?|built|builds|deployed|deploys|provisioned|provisions)\b|作成される|作られる/i;

/** Whether a part of a document lists what all its templates make. */
export function isOfWhatIsMade({ path }: Note): boolean {
  return path.some((title) => WHAT_IS_MADE.test(title));
}

/**
 * Whether a part of a document beside templates may be on any of them: there are several, it does not lie beside the
 * one that is asked for, has not the name of its folder, and names neither that template nor anything in it.
 */
export function isOnAnyOfSeveral(
  note: Note,
  file: NoteFileContent,
  asked: AskedTemplate,
  { templates }: Surroundings,
  isOwn: (name: string) => boolean,
): boolean {
  if (!templates.areSeveral || isBesideTemplate(file, asked.uri)) return false;
  return !isCalledAsFolder(file, asked.uri) && !namesTemplate(note, file, asked, isOwn);
}

/** Whether a file is an exercise, and names neither a template nor anything in it: readers make other things in it. */
export function isExerciseOnOthers(
  note: Note,
  file: NoteFileContent,
  asked: AskedTemplate,
  isOwn: (name: string) => boolean,
): boolean {
  return isExercise(file) && !namesTemplate(note, file, asked, isOwn);
}

/** Whether a file has the name of a folder that a template is in. */
function isCalledAsFolder(file: NoteFileContent, template: string): boolean {
  return uriSteps(template).some((step) => step.toLowerCase() === calledAs(file));
}

/** Whether a file has the name of a template: `orders.md` of `orders.template.yaml`. */
export function isCalledAsTemplate(file: NoteFileContent, template: string): boolean {
  const name = decodedName(template).replace(/(?:\.template)?\.[^.]+$/, "");
  return name.toLowerCase() === calledAs(file);
}

function calledAs({ uri }: NoteFileContent): string {
  return withoutExtension(decodedName(uri)).toLowerCase();
}

/** Whether a template is one of the few that are closest to a file, or one of those that a README is for. */
function isWith({ uri }: NoteFileContent, template: readonly string[], around: Surroundings): boolean {
  const { templates } = around;
  const folder = folderSteps(uri);
  const length = folder.findLastIndex((_, at) => templates.hasWithin(folder.slice(0, at + 1))) + 1;
  const closest = folder.slice(0, length);
  if (!isWithinFolder(closest, template)) return false;
  const isOfAll = foldersAround(closest, around).some((one) => one.length === length);
  // A file beside all of a project's folders is on none of them.
  if (isOfAll) return templates.has(closest) && !templates.hasSeveralWithin(closest);
  return !templates.hasSeveralWithin(closest) || (isReadme(uri) && length === folder.length);
}
