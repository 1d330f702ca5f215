import type { SectionName } from "../../model/template.ts";
import { isAbout } from "../reading/aboutTemplates.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import {
  decodedName,
  folderSteps,
  isWithinFolder,
  sharedSteps,
  uriSteps,
  withoutExtension,
} from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent, NoteLanguage } from "../reading/note.ts";
import { TemplateFolders } from "./templateFolders.ts";

/** What is known of the surroundings of notes and templates; folders by the steps of their paths. */
export interface Surroundings {
  /** The folders of notes. */
  readonly notes: readonly (readonly string[])[];
  /** The folders of the workspace. */
  readonly workspace: readonly (readonly string[])[];
  readonly templates: TemplateFolders;
  /** The reader's: of a file and its translations, one is read. */
  readonly language?: NoteLanguage;
  /** What project files say of folders of notes. */
  readonly spoken: readonly SpokenFolder[];
  /** The names of the stacks that are deployed from a template (its URI), as far as files say. */
  readonly stacksOf?: (template: string) => readonly string[];
  /** The URIs of the templates of the workspace that declare a name, in that section if one is given, as far as they are read. */
  readonly declaring?: (name: string, section?: SectionName) => readonly string[];
}

/** A statement of a project file: a folder of notes is on some of its templates. */
export interface SpokenFolder {
  /** The whole statement as a text. */
  readonly key: string;
  /** The project's folder. */
  readonly within: readonly string[];
  /** The path of the notes' folder, or the end of it. */
  readonly folder: readonly string[];
  /** Whether a template is among them, by its path below the project's folder. */
  readonly holds: (path: readonly string[]) => boolean;
}

export const NO_SURROUNDINGS: Surroundings = {
  notes: [],
  workspace: [],
  templates: new TemplateFolders([]),
  spoken: [],
};

/** The folders of notes and of the workspace around a folder: what lies in one of them belongs together. */
export function foldersAround(
  folder: readonly string[],
  { notes, workspace }: Surroundings,
): readonly (readonly string[])[] {
  return [...notes, ...workspace].filter((one) => isWithinFolder(one, folder));
}

/**
 * Whether a note that names a thing means that of a template: it says so, a project file says so, the template names
 * the file of notes, or the file is near.
 *
 * @param template its URI
 */
export function meansTemplate(
  note: Note,
  file: NoteFileContent,
  template: string,
  surroundings: Surroundings,
): boolean {
  const said = isSaidToMean(note, file, template, surroundings);
  if (said !== undefined) return said;
  const home = folderSteps(template);
  if (isCalledAsOthers(file, template, surroundings) || isTestData(home, folderSteps(file.uri))) return false;
  return isNear(uriSteps(file.uri), home, surroundings);
}

/** Whether a file is outside of all folders of the workspace. */
export function isFarAway({ uri }: NoteFileContent, { workspace }: Surroundings): boolean {
  return workspace.length > 0 && !workspace.some((folder) => isWithinFolder(folder, folderSteps(uri)));
}

/** Whether a file is in the very folder of a template. */
export function isBesideTemplate({ uri }: NoteFileContent, template: string): boolean {
  return folderSteps(uri).join("/") === folderSteps(template).join("/");
}

/** Names of folders for what tests read. */
const TEST_DATA = /^(?:__)?(?:fixtures?|test[-_]?data|mocks?)(?:__)?$/i;

/** Whether a template is what tests read, and somewhere else is said what the like of it is for. */
function isTestData(template: readonly string[], folder: readonly string[]): boolean {
  const at = template.findIndex((step) => TEST_DATA.test(step));
  return at >= 0 && !isWithinFolder(template.slice(0, at + 1), folder);
}

/**
 * The same for a text on using what lies beside it: in a folder below the template's it is on something else, unless
 * that is one of documents.
 */
export function isGuideTo(note: Note, file: NoteFileContent, template: string, surroundings: Surroundings): boolean {
  const said = isSaidToMean(note, file, template, surroundings);
  if (said !== undefined) return said;
  const [folder, home] = [folderSteps(file.uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  const isBelow = shared === home.length && folder.length > shared;
  return (!isBelow || DOCUMENTS.test(folder[shared] ?? "")) && isNear(uriSteps(file.uri), home, surroundings);
}

/** Whether these are the templates that a note means by an explicit statement; `undefined` if there is none. */
export function isSaidToMean(
  note: Note,
  file: NoteFileContent,
  template: string,
  surroundings: Surroundings,
): boolean | undefined {
  if (note.about !== undefined) return isAbout(note.about, template, surroundings.stacksOf);
  return isSpoken(file.uri, template, surroundings) ?? file.only?.has(template);
}

/** What project files say; `undefined` if they say nothing of that file. */
function isSpoken(file: string, template: string, { spoken }: Surroundings): boolean | undefined {
  if (spoken.length === 0) return undefined;
  const [folder, path] = [folderSteps(file), uriSteps(template)];
  const around = spoken.filter((one) => isWithinFolder(one.within, path));
  const said = around.filter((one) => holdsFolder(folder, one.folder));
  // Statements of another project, or on the folder beside.
  if (said.length === 0 && spoken.some((one) => holdsFolder(folder, one.folder))) return false;
  if (said.length === 0 && around.some((one) => isBeside(folder, one) && one.holds(path.slice(one.within.length))))
    return false;
  // A statement on a folder comes before one on a folder around it.
  const deepest = Math.max(...said.map((one) => one.folder.length));
  const closest = said.filter((one) => one.folder.length === deepest);
  return said.length === 0 ? undefined : closest.some((one) => one.holds(path.slice(one.within.length)));
}

/**
 * Whether a folder is beside one that a statement is on: `projects/shop` is on something else than `projects/billing`.
 */
function isBeside(folder: readonly string[], { folder: other }: SpokenFolder): boolean {
  const parent = other.slice(0, -1);
  return parent.length > 0 && holdsFolder(folder.slice(0, -1), parent);
}

/** Whether a folder's path goes through `steps`. */
function holdsFolder(folder: readonly string[], steps: readonly string[]): boolean {
  return folder.some((_, at) => steps.every((step, index) => step === folder[at + index]));
}

/** A form of names that only folders have. */
const FOLDER_NAME = /^[a-z\d]+(?:[-_][a-z\d]+)+(?=$|\s)/i;

/**
 * Whether a note is on another folder of templates: its file's title is the name of that, `# orders-api`, wherever it
 * lies, or it is all that the README in there is on.
 */
export function isOfOtherFolder(
  note: Note,
  file: NoteFileContent,
  template: string,
  surroundings: Surroundings,
): boolean {
  const isOthers =
    isTitledAsOthers(file, template, surroundings) ||
    isReadmeOfOthers(note, file, template, surroundings) ||
    isOfOtherProject(file, template);
  if (!isOthers) return false;
  return isSaidToMean(note, file, template, surroundings) !== true;
}

function isTitledAsOthers({ title }: NoteFileContent, template: string, { templates }: Surroundings): boolean {
  const name = FOLDER_NAME.exec(title)?.[0].toLowerCase();
  if (name === undefined || !templates.hasName(name)) return false;
  return !folderSteps(template).some((step) => step.toLowerCase() === name);
}

/** Whether it is the README of a project in a folder beside that of a template. */
function isOfOtherProject({ uri, title }: NoteFileContent, template: string): boolean {
  if (!isReadme(uri) || !/\bproject\b|プロジェクト/i.test(title)) return false;
  const [folder, home] = [folderSteps(uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  return shared < Math.min(folder.length, home.length) && !DOCUMENTS.test(folder[shared] ?? "");
}

function isReadmeOfOthers(
  note: Note,
  { uri, title }: NoteFileContent,
  template: string,
  { templates }: Surroundings,
): boolean {
  const folder = folderSteps(uri);
  if (note.title !== title || !isReadme(uri) || !templates.hasWithin(folder)) return false;
  return !isWithinFolder(folder, folderSteps(template));
}

/** Names of folders of documents, in front of which a number may stand. */
const DOCUMENTS =
  /^[._\d-]*(?:docs?|documents?|documentation|notes?|wiki|runbooks?|playbooks?|manuals?|memos?|handbook|guides?|knowledge(?:[-_]?base)?|kb|vault|articles?|books?|blog|posts?|markdown|md|designs?|adrs?|specs?|operations?|ops|faq|howto|.*(?:ドキュメント|文書|資料|ノート|メモ|手順書?|運用|設計書?|仕様書?|記事|覚え書き|備忘録|マニュアル|学習|勉強).*)$/iu;

/** Above the template or beside it, and not in a folder with templates of its own. */
function isNear(file: readonly string[], template: readonly string[], surroundings: Surroundings): boolean {
  const notes = file.slice(0, -1);
  const shared = sharedSteps(notes, template);
  if (shared === notes.length) return template.length > 0;
  if (isAmongOthers(notes, shared, surroundings)) return false;
  const isForDocuments = DOCUMENTS.test(notes[shared] ?? "") || isNotesFolder(notes, template, shared, surroundings);
  if (shared === template.length) return shared > 0 && (isForDocuments || notes.length === shared + 1);
  const { workspace } = surroundings;
  if (isInFolderWithoutTemplates(notes, template, surroundings)) return true;
  const project = notes.slice(0, shared);
  const isSameProject = workspace.length === 0 ? shared > 0 : workspace.some((one) => isWithinFolder(one, project));
  return isForDocuments && isSameProject && !isOnOthers(file.slice(shared + 1), template, surroundings);
}

/** Whether notes are in a folder of the workspace that has no templates, beside the one of a template: the repository of documents. */
function isInFolderWithoutTemplates(
  notes: readonly string[],
  template: readonly string[],
  { workspace, templates }: Surroundings,
): boolean {
  const own = workspace.find((one) => isWithinFolder(one, notes));
  if (own === undefined || isWithinFolder(own, template) || templates.hasWithin(own)) return false;
  return workspace.some((one) => isWithinFolder(one, template));
}

/** `network-README.md`, `README_network.md`, `vpc-endpoints.md`: one word alone may be what notes are on. */
const OF_TEMPLATE = /^(?:(.+)[-_.]readme|readme[-_.](.+)|(.*[-_].*))$/i;

/**
 * Whether a file has the name of another template, or is the guide in a folder that has: `docs/bastion/README.md` for
 * `bastion.yaml`.
 */
export function isCalledAsOthers(file: NoteFileContent, template: string, { templates }: Surroundings): boolean {
  const folder = folderSteps(file.uri);
  const isOfFolder = file.guidesTemplates && isReadme(file.uri) && !templates.has(folder);
  const called = isOfFolder ? folder.at(-1) : OF_TEMPLATE.exec(stemOf(file.uri))?.slice(1).find(Boolean);
  const own = stemOf(template).replace(/\.\w+$/, "");
  const name = called && beginningsOf(called.toLowerCase()).find((one) => templates.isCalled(one));
  return name !== undefined && own.toLowerCase() !== name;
}

/** A name, and the words that it begins with, two or more: `order-queue` of `order-queue-deploy`. */
function beginningsOf(name: string): readonly string[] {
  const parts = name.split(/(?=[-_.])/);
  return parts.flatMap((_, at) =>
    at === 0 || at < parts.length - 1 ? parts.slice(0, parts.length - at).join("") : [],
  );
}

/**
 * Whether a file lies with a template: in its folder or in one around that, or in documents beside it, in a part of the
 * project. One with the name of the template or its folder, or in a folder of that name, means it from anywhere.
 */
export function liesWith(file: NoteFileContent, template: string, around: Surroundings): boolean {
  const [folder, home] = [folderSteps(file.uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  if (shared === folder.length) return true;
  const called = new Set([...folder.slice(shared), stemOf(file.uri)].map((step) => step.toLowerCase()));
  if (uriSteps(template).some((step) => called.has(step.replace(/\.\w+$/, "").toLowerCase()))) return true;
  const isBeside = DOCUMENTS.test(folder[shared] ?? "") && !around.templates.hasSeveralWithin(folder.slice(0, shared));
  return isBeside && isOfPart(file, template, around);
}

/**
 * Whether a file lies in the same part of a project as a template: in a common folder that is not all of the project.
 */
export function isOfPart({ uri }: NoteFileContent, template: string, around: Surroundings): boolean {
  const [folder, home] = [folderSteps(uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  return foldersAround(folder, around).every(({ length }) => length < shared);
}

const NUMBERED = /^\d+[-_.]/;

/**
 * Whether a note is on another numbered exercise than a template, `03-rds` beside `02-network`: it is in the README of
 * that, or a short item.
 */
export function isOfOtherExercise(
  { uri }: NoteFileContent,
  isListed: boolean,
  template: string,
  { templates }: Surroundings,
): boolean {
  const [folder, home] = [folderSteps(uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  if (![folder, home].every((path) => NUMBERED.test(path[shared] ?? ""))) return false;
  return isListed || (isReadme(uri) && templates.has(folder));
}

/** Whether a file lies with other templates than the one of that URI, or in documents on those. */
export function isWithOthers({ uri }: NoteFileContent, template: string, surroundings: Surroundings): boolean {
  const [file, home] = [uriSteps(uri), folderSteps(template)];
  const shared = sharedSteps(file.slice(0, -1), home);
  if (isAmongOthers(file.slice(0, -1), shared, surroundings)) return true;
  return shared < file.length - 1 && isOnOthers(file.slice(shared + 1), home, surroundings);
}

/** Whether a folder, or one that it is in, has templates, below the first `shared` steps of its path. */
function isAmongOthers(folder: readonly string[], shared: number, { templates }: Surroundings): boolean {
  for (let length = shared + 1; length <= folder.length; length++)
    if (templates.has(folder.slice(0, length))) return true;
  return false;
}

/** Whether it is a folder of notes alone, which somebody put beside their templates. */
function isNotesFolder(
  notes: readonly string[],
  template: readonly string[],
  shared: number,
  surroundings: Surroundings,
): boolean {
  const isOfNotes = (folder: readonly string[]): boolean =>
    folder.length === shared + 1 && isWithinFolder(folder, notes) && !surroundings.templates.hasWithin(folder);
  // Beside templates with notes of their own, other folders are those of other templates.
  const hasOwn = surroundings.notes.some((folder) => folder.length > shared && isWithinFolder(folder, template));
  return !hasOwn && surroundings.notes.some(isOfNotes);
}

function stemOf(uri: string): string {
  return withoutExtension(decodedName(uri));
}

/**
 * Whether a path in a folder of documents has the name of a folder of other templates: `docs/billing`, beside
 * `services/billing`.
 */
function isOnOthers(path: readonly string[], template: readonly string[], { templates }: Surroundings): boolean {
  const named = path.map((step) => step.replace(/\..*$/, "").toLowerCase());
  const own = new Set(template.map((step) => step.toLowerCase()));
  return !named.some((name) => own.has(name)) && named.some((name) => templates.hasName(name));
}
