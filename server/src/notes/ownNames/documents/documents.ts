import { memoWhile } from "../../../text/memoBy.ts";
import type { Binding } from "../../binding/bindings.ts";
import type { BoundNote } from "../../binding/boundNote.ts";
import { isOfLanguage } from "../../binding/constructs.ts";
import { isReadme } from "../../reading/guidesTemplates.ts";
import { folderSteps, isWithinFolder } from "../../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../../reading/note.ts";
import { WHOLE_TITLE } from "../../reading/terms.ts";
import { isOnOwnName } from "../amongOthers.ts";
import { isNamedIn, isOnNamesake, isOnTemplate, namesOnlyOthers, namesOwnThing } from "../namesTemplate.ts";
import {
  foldersAround,
  isOfOtherExercise,
  isOfOtherFolder,
  isSaidToMean,
  liesWith,
  meansTemplate,
  NO_SURROUNDINGS,
  type Surroundings,
} from "../nearness.ts";
import type { AskedTemplate } from "../ownCandidates.ts";
import { isOnOthersByName } from "../saidNames.ts";
import type { DocumentKind } from "../saidOfAws.ts";
import { isOnOutput } from "../siblings.ts";
import { isBelowOtherTemplate, isOnOtherTemplates } from "../templateSections.ts";
import {
  isAside,
  isCalledAsItsFolder,
  isCalledNotes,
  isLearned,
  isOnAllTemplates,
  isOnConsole,
  isOnDeploying,
  isOnDeployingThese,
  isOnDesign,
  isOnOtherTool,
  isPlan,
  isProjectReadme,
  isToldOnce,
  tellsSteps,
} from "./documentKinds.ts";
import { Guides, isGuide } from "./guides.ts";
import type { PartOnAws } from "./partOnAws.ts";
import {
  amongTemplates,
  isExerciseOnOthers,
  isOfWhatIsMade,
  isOnAnyOfSeveral,
  isOnOtherThings,
  isReadmeOfProject,
} from "./projectDocuments.ts";
import { Translations } from "./translations.ts";

/**
 * What a note is on instead: see {@link Documents.elsewhere}; "unused", a service of which the template has nothing;
 * "translation", nothing, but another file has it in the reader's language.
 */
export type Elsewhere = "guide" | "project" | "listed" | "unused" | "translation";

/** A note, and how it fits a place. */
export type Told = Pick<BoundNote, "note" | "file"> & Partial<Omit<BoundNote, "specificity">>;

/** Kinds of names. */
export interface NameKinds {
  /** Whether a name is only an author's: no word of a sentence, and none of AWS's. */
  readonly isOwn: (name: string) => boolean;
  readonly partOnAws: (file: NoteFileContent) => PartOnAws;
  /** The number of things of AWS's that a file explains as study notes do. */
  readonly explained: (file: NoteFileContent) => number;
  /** Whether a note is an item of a list of what a project is made of. */
  readonly isOfInventory: (note: Note, file: NoteFileContent) => boolean;
}

/** Study notes explain several things; with commands that deploy something, many. */
const MIN_EXPLAINED = 5;
const MIN_EXPLAINED_IN_GUIDE = 12;
/** A document with more titles that templates declare is on those. */
const MAX_DECLARED = 2;

/** What the user's notes are in, beside which templates, and what they are on instead of one of these. */
export class Documents {
  readonly #kinds: NameKinds;
  readonly #guides = new Guides();
  readonly #translations = new Translations();
  /** Whether a file explains AWS, and neither what lies beside it nor what somebody did. Memoised: each note at a place asks for its file. */
  readonly #explaining = memoWhile(
    (before: { readonly around: Surroundings }, around: Surroundings) => before.around === around,
    (file: NoteFileContent, around: Surroundings) => ({ around, isSo: this.#isExplaining(file, around) }),
  );
  surroundings: Surroundings = NO_SURROUNDINGS;

  constructor(kinds: NameKinds) {
    this.#kinds = kinds;
  }

  set(uri: string, text: string): void {
    this.#guides.set(uri, text);
    this.#translations.set(uri, text);
  }

  delete(uri: string): void {
    this.#guides.delete(uri);
    this.#translations.delete(uri);
  }

  /** Whether a note with a name means the template of that URI, if that declares the name. */
  isMeant({ note, file }: Pick<Binding, "note" | "file">, template: string): boolean {
    return meansTemplate(note, file, template, this.surroundings);
  }

  /** Whether another file says the same in the reader's language. */
  isTranslated({ uri }: NoteFileContent): boolean {
    const { language } = this.surroundings;
    return language !== undefined && this.#translations.isTranslated(uri, language);
  }

  /**
   * What a note is on, if not the template that is asked for: "guide", how to use other templates or a program;
   * "project", other things of a project; "listed", the contents of one.
   */
  elsewhere(bound: Told, asked: AskedTemplate): Elsewhere | undefined {
    const { note, file, isListed = false, isSpoken = false, isOnCloudFormation = false } = bound;
    const { uri } = asked;
    if (this.isTranslated(file)) return "translation";
    if (isOnCustomType(note) && this.isMeant(bound, uri)) return undefined;
    if (this.#isGuideOfOthers(note, file, uri)) return "guide";
    if (isSaidToMean(note, file, uri, this.surroundings) === true) return undefined;
    if (this.isArchived(file)) return "project";
    if (bound.tier === "thing" && bound.isCalled === true && isOfLanguage(note.title) && !isPlan(file, note))
      return undefined;
    if (bound.tier !== "mention" && this.#isOfOthers(bound, asked)) return "project";
    // A README on using a service explains the service itself.
    if (bound.tier === "whole" && isGuide(file, this.surroundings)) return "guide";
    if (isOfOtherExercise(file, isListed, uri, this.surroundings)) return "guide";
    if (this.isWithTemplates(file) && isExerciseOnOthers(note, file, asked, this.#kinds.isOwn)) return "guide";
    if (isSpoken && this.isWithTemplates(file) && (bound.isVague === true || isToldOnce(note, file))) return "project";
    const isWith = this.isWithTemplates(file);
    if (isWith && (isPlan(file, note) || isOnOtherTool(file) || this.#isOnOther(bound, asked))) return "project";
    if (isOnOthersByName(note, file, asked, this.surroundings.templates)) return "project";
    const { declaring } = this.surroundings;
    const mayBeOthers = declaring !== undefined && this.isDocument(file);
    if (mayBeOthers && namesOnlyOthers(note, file, asked, declaring, this.#kinds.isOwn)) return "project";
    const isBeside = this.#isBesideTemplates(file);
    if (isBeside && (bound.isRelated === true || isOnOutput(note, asked))) return "project";
    const isByTemplate = isBeside || (isOnDeploying(file) && this.isWithTemplates(file));
    if (isByTemplate && this.#isInSectionOnOthers(note, file, uri)) return "project";
    const isVagueHere = (isSpoken || isListed) && isBeside && this.#kinds.partOnAws(file) !== "much";
    const isAnywhere = isVagueHere || (isWith && isOfWhatIsMade(note));
    if (isAnywhere && isOnAnyOfSeveral(note, file, asked, this.surroundings, this.#kinds.isOwn)) return "project";
    const isOfThese = isBeside || this.isOfProject(file);
    const isOfTemplates =
      isOfThese ||
      isReadmeOfProject(file, this.surroundings) ||
      this.isInDocument(note, file) ||
      this.#isInDocs(note, file);
    if (isOnCloudFormation && (isOfTemplates || (isWith && isCalledAsItsFolder(note, file)))) return "project";
    if ((isSpoken || isListed) && isWith && isAside(note, file)) return "project";
    if ((isListed || isSpoken) && this.isOfProject(file)) {
      if (isSpoken && isOnOtherThings(note, file, asked, this.surroundings, this.#kinds.isOwn)) return "project";
      if (isListed || (bound.isSetting === true && this.#onlySpeaksOfAws(file))) return "listed";
    }
    if (isOnNamesake(note, file, asked, this.surroundings) && !this.isMeant(bound, uri)) return "project";
    if (!isOfTemplates) return undefined;
    if (bound.tier === "whole" || bound.isCommand === true) return "listed";
    const isTitle = note.title === file.title && bound.isByPart === true;
    const isVague = isSpoken && (isTitle || this.#kinds.isOfInventory(note, file));
    return isVague && !namesOwnThing(note, file, asked, this.#kinds.isOwn) ? "listed" : undefined;
  }

  /**
   * Whether a file is in a folder of notes, or a workspace, whose README explains how to deploy the templates in there.
   */
  #isWithGuidedTemplates(file: NoteFileContent): boolean {
    const { templates } = this.surroundings;
    const isGuided = (one: readonly string[]): boolean => templates.hasWithin(one) && this.#guides.tellToDeploy(one);
    return foldersAround(folderSteps(file.uri), this.surroundings).some(isGuided);
  }

  /**
   * Whether a note explains how to use templates, or a program, that the template of that URI has nothing to do with.
   */
  #isGuideOfOthers(note: Note, file: NoteFileContent, template: string): boolean {
    if (this.#guides.isOfOthers(note, file, template, this.surroundings)) return true;
    if (isOfOtherFolder(note, file, template, this.surroundings)) return true;
    return isGuide(file, this.surroundings) && this.#isInSectionOnOthers(note, file, template);
  }

  #isInSectionOnOthers(note: Note, file: NoteFileContent, template: string): boolean {
    return isOnOtherTemplates({ note, file }, template, this.surroundings.templates);
  }

  /** Whether a name is that of the project that a file is in: what its README, or its folder, is called. */
  isNameOfProject(name: string, { uri }: NoteFileContent): boolean {
    const folders = foldersAround(folderSteps(uri), this.surroundings);
    return folders.some((folder) => folder.at(-1) === name) || this.#guides.areOf(name, folders);
  }

  /** Whether templates lie in the folder of notes, or the workspace, that a file is in. */
  isWithTemplates(file: NoteFileContent): boolean {
    return amongTemplates(file, this.surroundings).isWithOne;
  }

  /**
   * Whether a project's document lies elsewhere than a template, and the note names nothing of it: AWS's words then
   * mean others' things.
   */
  #isOfOthers(told: Told, asked: AskedTemplate): boolean {
    const { note, file } = told;
    if (!this.isDocument(file) || liesWith(file, asked.uri, this.surroundings)) return false;
    return !this.isMeant(told, asked.uri) || !isNamedIn(note, file, asked, this.#kinds.isOwn);
  }

  /** Whether a file lies with templates in a folder for archived files. */
  isArchived(file: NoteFileContent): boolean {
    const { isWithOne, isArchived } = amongTemplates(file, this.surroundings);
    return isWithOne && isArchived;
  }

  /** Whether a file is on all templates, by its name or where it lies, or by what it says. */
  isStudyNote(file: NoteFileContent): boolean {
    return (isOnAllTemplates(file) && !tellsSteps(file)) || this.#explainsAws(file);
  }

  #isExplaining(file: NoteFileContent, around: Surroundings): boolean {
    if (tellsSteps(file) || isOnDesign(file) || amongTemplates(file, around).isInDocs) return false;
    const { explained, isOwn } = this.#kinds;
    const isGuide = file.guidesTemplates || isOnDeployingThese(file);
    if (explained(file) < (isGuide ? MIN_EXPLAINED_IN_GUIDE : MIN_EXPLAINED)) return false;
    const isDeclared = (name: string): boolean => isOwn(name) && (around.declaring?.(name).length ?? 0) > 0;
    return file.notes.filter(({ title }) => isDeclared(title)).length <= MAX_DECLARED;
  }

  #explainsAws(file: NoteFileContent): boolean {
    return this.#explaining(file, this.surroundings).isSo;
  }

  /**
   * Whether a file is a project's document: it lies with templates, or is on more than AWS, and is neither a study note
   * nor in a folder of notes alone.
   */
  isDocument(file: NoteFileContent): boolean {
    const { isOfNotes, isOfProject } = amongTemplates(file, this.surroundings);
    if (isOfNotes || this.isStudyNote(file)) return false;
    return isOfProject || this.#isBesideTemplates(file);
  }

  /** Whether a note may be on any of the templates that it lies with, and is no study note. */
  isOnAnyBeside({ about }: Note, file: NoteFileContent): boolean {
    return (
      about === undefined &&
      file.only === undefined &&
      this.isWithTemplates(file) &&
      !isLearned(file) &&
      !this.#explainsAws(file)
    );
  }

  /** The same for one on something of AWS's: it is in a document that goes through the templates. */
  isInDocument(note: Note, file: NoteFileContent): boolean {
    const isGuide = (file.guidesTemplates && !this.isStudyNote(file)) || isOnDeployingThese(file);
    return this.isOnAnyBeside(note, file) && (isGuide || this.isDocument(file));
  }

  /**
   * The document that a note on something of AWS's is in: "project", one on what a project has, "other", one that may as
   * well be somebody's notes on AWS, or lies among templates, "lecture", one on AWS or CloudFormation beside a template;
   * or none.
   */
  documentOf(note: Note, file: NoteFileContent, asked: AskedTemplate): DocumentKind | undefined {
    // Nobody else says what such a type does.
    if (isOnCustomType(note)) return undefined;
    const { isInDocs, isOfProject, isOfNotes } = amongTemplates(file, this.surroundings);
    if (isInDocs) return this.#isInDocs(note, file) ? "project" : undefined;
    const isBeside = this.isOnAnyBeside(note, file) && !isOfNotes;
    if (isBeside && this.#isOnWhatIsThere(note, file, asked)) return "project";
    const isOnThese = isOfProject || isOnTemplate(file, asked, this.#kinds.isOwn);
    if (this.isInDocument(note, file)) return isOnThese || isHardlyOnAws(file, this.#kinds) ? "project" : "other";
    if (!isBeside) return undefined;
    const isAmong = this.surroundings.templates.areSeveral || isOnThese;
    if (isAmong && !this.isStudyNote(file)) return "other";
    return isCalledNotes(file) ? undefined : "lecture";
  }

  /** Whether a note is in a folder for a project's documents. */
  #isInDocs(note: Note, file: NoteFileContent): boolean {
    const { isInDocs, isOfNotes } = amongTemplates(file, this.surroundings);
    return isInDocs && !isOfNotes && this.isOnAnyBeside(note, file);
  }

  /** Whether a note beside templates is on what a project has, or on what somebody did, rather than on AWS. */
  #isOnWhatIsThere(note: Note, file: NoteFileContent, asked: AskedTemplate): boolean {
    if (this.surroundings.templates.areSeveral && isProjectReadme(file)) return true;
    // A README is on what lies in its folder.
    if (isReadme(file.uri) && !isWithinFolder(folderSteps(file.uri), folderSteps(asked.uri))) return true;
    if (isHardlyOnAws(file, this.#kinds) && !this.isStudyNote(file)) return true;
    return (isToldOnce(note, file) || isOnConsole(note, file)) && !namesOwnThing(note, file, asked, this.#kinds.isOwn);
  }

  /** Whether it is on something that somebody named, or below the name of another file. */
  #isOnOther({ note, file }: Told, asked: AskedTemplate): boolean {
    if (isOnOwnName(note, file, asked, this.#kinds.isOwn)) return true;
    return isBelowOtherTemplate(note, asked.uri, this.surroundings.templates, (name) => !name.endsWith(".json"));
  }

  /** Whether a file is one of the documents of a project, and no study note on AWS. */
  isOfProject(file: NoteFileContent): boolean {
    if (this.isStudyNote(file)) return false;
    if (amongTemplates(file, this.surroundings).isOfProject || this.#isWithGuidedTemplates(file)) return true;
    return this.#onlySpeaksOfAws(file);
  }

  /**
   * How much of a document that lies with templates is on AWS; `undefined` for one that lies elsewhere, or is on all
   * templates.
   */
  #documentOnAws(file: NoteFileContent): PartOnAws | undefined {
    return this.isWithTemplates(file) && !this.isStudyNote(file) ? this.#kinds.partOnAws(file) : undefined;
  }

  #onlySpeaksOfAws(file: NoteFileContent): boolean {
    return this.#documentOnAws(file) === "little";
  }

  /** Whether a document lies with templates, and is no study note. */
  #isBesideTemplates(file: NoteFileContent): boolean {
    const part = this.#documentOnAws(file);
    return part !== undefined && (part !== "most" || isOnDesign(file));
  }
}

function isHardlyOnAws(file: NoteFileContent, { partOnAws }: Pick<NameKinds, "partOnAws">): boolean {
  return ["little", "some"].includes(partOnAws(file));
}

/** Whether a note is on its author's own resource type. */
function isOnCustomType({ terms }: Note): boolean {
  return terms.some(({ name, strength }) => strength >= WHOLE_TITLE && name.startsWith("Custom::"));
}
