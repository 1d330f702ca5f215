import type { Focus } from "../../model/focus/focus.ts";
import { ranked } from "../binding/bind.ts";
import { type Binding, MARKED } from "../binding/bindings.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import { asMention, type BoundNote, type RankedNote } from "../binding/boundNote.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import { fileBesideTemplate, folderSteps, isWithinFolder } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { amongOthersOn, isOnOwnName } from "./amongOthers.ts";
import { isCalledEnough, isVeryName, ownName } from "./calledAs.ts";
import { Guides, isGuide } from "./guides.ts";
import { meansNamesake } from "./namesakes.ts";
import { isNamedIn, isOnNamesake, isOnTemplate, namesOnlyOthers, namesOwnThing } from "./namesTemplate.ts";
import {
  foldersAround,
  isOfOtherExercise,
  isOfOtherFolder,
  isOfPart,
  isSaidToMean,
  liesWith,
  meansTemplate,
  NO_SURROUNDINGS,
  type Surroundings,
} from "./nearness.ts";
import { partsOn, withoutParts } from "./notesWithin.ts";
import { isUnmistakable } from "./ownBindings.ts";
import { type AskedTemplate, type OwnThings, ownAround, ownThings } from "./ownCandidates.ts";
import type { PartOnAws } from "./partOnAws.ts";
import {
  amongTemplates,
  isApart,
  isAside,
  isCalledAsItsFolder,
  isCalledAsTemplate,
  isCalledNotes,
  isExerciseOnOthers,
  isLearned,
  isOfWhatIsMade,
  isOnAllTemplates,
  isOnAnyOfSeveral,
  isOnConsole,
  isOnDeploying,
  isOnDeployingThese,
  isOnDesign,
  isOnOtherThings,
  isOnOtherTool,
  isOnStacks,
  isPlan,
  isProjectReadme,
  isReadmeOfProject,
  isToldOnce,
} from "./projectDocuments.ts";
import { isOnOthersByName } from "./saidNames.ts";
import type { DocumentKind } from "./saysNoMore.ts";
import { isInOutputs, isOnOutput } from "./siblings.ts";
import { inSectionsOn, isBelowOtherTemplate, isOnOtherTemplates } from "./templateSections.ts";

/** What a note is on instead: see {@link OwnNotes.elsewhere}; "unused", a service of which the template has nothing. */
export type Elsewhere = "guide" | "project" | "listed" | "unused";

/** A note, and how it fits a place. */
export type Told = Pick<BoundNote, "note" | "file"> & Partial<Omit<BoundNote, "specificity">>;

/** Kinds of names. */
export interface NameKinds {
  /** Whether a name is only an author's: no word of a sentence, and none of AWS's. */
  readonly isOwn: (name: string) => boolean;
  readonly partOnAws: (file: NoteFileContent) => PartOnAws;
  /** Whether a note is an item of a list of what a project is made of. */
  readonly isOfInventory: (note: Note, file: NoteFileContent) => boolean;
}

/** The user's notes on their own things, in the templates that they mean. */
export class OwnNotes {
  readonly #table = new BindingTable();
  /** Files whose own names are not known yet. */
  readonly #unread = new Set<string>();
  readonly #guides = new Guides();
  surroundings: Surroundings = NO_SURROUNDINGS;

  /** Adds a file, or updates it. */
  set(uri: string, text: string): void {
    this.#guides.set(uri, text);
    this.#table.set(uri, []);
    this.#unread.add(uri);
  }

  delete(uri: string): void {
    this.#guides.delete(uri);
    this.#table.delete(uri);
    this.#unread.delete(uri);
  }

  /** @param find gives the file's own names, if they are not known yet */
  bindingsIn(uri: string, find: () => readonly Binding[]): readonly Binding[] {
    if (this.#unread.has(uri)) {
      this.#table.set(uri, find());
      this.#unread.delete(uri);
    }
    return this.#table.of(uri);
  }

  /**
   * The notes on what is named under the caret, best first.
   *
   * @param read gets the names, and the files whose own names are not known: it reads those in which it can make a
   *   difference
   */
  at(
    focus: Focus,
    asked: AskedTemplate,
    kinds: NameKinds,
    read: (names: readonly string[], files: readonly string[]) => void,
  ): FoundOwn {
    const things = ownThings(focus, asked) ?? ownAround(focus);
    if (things === undefined) return NOTHING;
    if (this.#unread.size > 0) read(things.candidates.map(ownName), [...this.#unread]);
    const homes = homesOf(things, asked);
    const isHere = (binding: Binding): boolean =>
      isCalledEnough(binding, things) &&
      !this.#isArchived(binding.file) &&
      this.#mayMeanAlias(binding, things, asked, kinds) &&
      !(isInOutputs(binding.note) && isOnInputAlone(ownName(binding), asked)) &&
      (kinds.isOwn(ownName(binding)) || !this.#isOnAny(binding, asked, kinds)) &&
      (isVeryName(binding, things) || !this.isWithTemplates(binding.file) || !isApart(binding.note, binding.file)) &&
      [...(things.exporting?.get(ownName(binding)) ?? homes)].some((uri) => this.isMeant(binding, uri));
    const found = withoutParts(ranked(this.#table, things.candidates, isHere));
    const inSections = inSectionsOn(asked, found, this.surroundings);
    const { templates } = this.surroundings;
    const hardlySpeaksOfAws = (file: NoteFileContent): boolean => kinds.partOnAws(file) === "little";
    const notes = amongOthersOn(asked, inSections, templates, hardlySpeaksOfAws).map((bound) =>
      meansNamesake(bound, asked, this.surroundings, kinds.isOwn) || this.#isOfOneTime(bound)
        ? asMention(bound)
        : bound,
    );
    const { part, type } = things;
    return { notes: part === undefined ? notes : notes.flatMap((bound) => partsOn(part, bound)), type };
  }

  /** Whether a note with a name means the template of that URI, if that declares the name. */
  isMeant({ note, file }: Pick<Binding, "note" | "file">, template: string): boolean {
    return meansTemplate(note, file, template, this.surroundings);
  }

  /**
   * What a note is on, if not the template that is asked for: "guide", how to use other templates or a program;
   * "project", other things of a project; "listed", the contents of one.
   */
  elsewhere(bound: Told, asked: AskedTemplate, kinds: NameKinds): Elsewhere | undefined {
    const { note, file, isListed = false, isSpoken = false, isOnCloudFormation = false } = bound;
    const { uri } = asked;
    if (isOnCustomType(note) && this.isMeant(bound, uri)) return undefined;
    if (this.#isGuideOfOthers(note, file, uri)) return "guide";
    if (isSaidToMean(note, file, uri, this.surroundings) === true) return undefined;
    if (this.#isArchived(file) || (bound.tier !== "mention" && this.#isOfOthers(bound, asked, kinds))) return "project";
    // A README on using a service explains the service itself.
    if (bound.tier === "whole" && isGuide(file, this.surroundings)) return "guide";
    if (isOfOtherExercise(file, isListed, uri, this.surroundings)) return "guide";
    if (this.isWithTemplates(file) && isExerciseOnOthers(note, file, asked, kinds.isOwn)) return "guide";
    if (isSpoken && this.isWithTemplates(file) && (bound.isVague === true || isToldOnce(note, file))) return "project";
    const isWith = this.isWithTemplates(file);
    if (isWith && (isPlan(file, note) || isOnOtherTool(file) || this.#isOnOther(bound, asked, kinds))) return "project";
    if (isOnOthersByName(note, file, asked, this.surroundings.templates)) return "project";
    const { declaring } = this.surroundings;
    const mayBeOthers = declaring !== undefined && this.isDocument(file, kinds);
    if (mayBeOthers && namesOnlyOthers(note, file, asked, declaring, kinds.isOwn)) return "project";
    const isBeside = this.#isBesideTemplates(file, kinds);
    if (isBeside && (bound.isRelated === true || isOnOutput(note, asked))) return "project";
    const isByTemplate = isBeside || (isOnDeploying(file) && this.isWithTemplates(file));
    if (isByTemplate && this.#isInSectionOnOthers(note, file, uri)) return "project";
    const isVagueHere = (isSpoken || isListed) && isBeside && kinds.partOnAws(file) !== "much";
    const isAnywhere = isVagueHere || (isWith && isOfWhatIsMade(note));
    if (isAnywhere && isOnAnyOfSeveral(note, file, asked, this.surroundings, kinds.isOwn)) return "project";
    const isOfThese = isBeside || this.isOfProject(file, kinds);
    const isOfTemplates =
      isOfThese || isReadmeOfProject(file, this.surroundings) || this.isInDocument(note, file, kinds);
    if (isOnCloudFormation && (isOfTemplates || (isWith && isCalledAsItsFolder(note, file)))) return "project";
    // Study notes belong to no template.
    const isAmongThese = isOfTemplates || (isOnAllTemplates(file) && this.isWithTemplates(file));
    if ((isSpoken || isListed) && isAmongThese && isAside(note, file)) return "project";
    if ((isListed || isSpoken) && this.isOfProject(file, kinds)) {
      if (isSpoken && isOnOtherThings(note, file, asked, this.surroundings, kinds.isOwn)) return "project";
      if (isListed || (bound.isSetting === true && this.#onlySpeaksOfAws(file, kinds))) return "listed";
    }
    if (isOnNamesake(note, file, asked, this.surroundings) && !this.isMeant(bound, uri)) return "project";
    if (!isOfTemplates) return undefined;
    if (bound.tier === "whole" || bound.isCommand === true) return "listed";
    const isTitle = note.title === file.title && bound.isByPart === true;
    const isVague = isSpoken && (isTitle || kinds.isOfInventory(note, file));
    return isVague && !namesOwnThing(note, file, asked, kinds.isOwn) ? "listed" : undefined;
  }

  /**
   * Whether a file, unless it is a study note, is in a folder of notes, or a workspace, whose README explains how to
   * deploy the templates in there.
   */
  #isWithGuidedTemplates(file: NoteFileContent): boolean {
    const { templates } = this.surroundings;
    const isGuided = (one: readonly string[]): boolean => templates.hasWithin(one) && this.#guides.tellToDeploy(one);
    return foldersAround(folderSteps(file.uri), this.surroundings).some(isGuided) && !isOnAllTemplates(file);
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
    return isOnOtherTemplates(note, file, template, this.surroundings.templates);
  }

  /** Whether templates lie in the folder of notes, or the workspace, that a file is in. */
  isWithTemplates(file: NoteFileContent): boolean {
    return amongTemplates(file, this.surroundings).isWithOne;
  }

  /** Whether a note says what was made of a thing, or found or planned, one day: how it is now stands in the template. */
  #isOfOneTime({ file, binding: { strength } }: RankedNote): boolean {
    return strength !== MARKED && this.isWithTemplates(file) && isPlan(file);
  }

  /** Whether a note may mean a thing by another name than its logical id: an everyday word may mean anything. */
  #mayMeanAlias(
    { place, strength, note, file }: Binding,
    { candidates: [first], isLiteral }: OwnThings,
    asked: AskedTemplate,
    { isOwn }: NameKinds,
  ): boolean {
    if (strength === MARKED) return true;
    const name = ownName({ place });
    const isVery = isLiteral !== true && first !== undefined && name === ownName(first);
    // What a folder is called is all that it has, and so is a project; a resource may be most of it.
    const isOfOne = isVery && asked.template.declarations.resources.has(name);
    if (!isOfOne && isIndex(file) && isOnAll(note, file, name) && this.isWithTemplates(file)) return false;
    if (isVery) return true;
    if (this.surroundings.workspace.some((folder) => folder.at(-1) === name)) return false;
    if (isUnmistakable(name)) return true;
    if (!this.isWithTemplates(file) || isOnAllTemplates(file) || isOnStacks(note, file, this.surroundings)) return true;
    return isSaidToMean(note, file, asked.uri, this.surroundings) === true || isOnTemplate(file, asked, isOwn);
  }

  /** Whether an everyday name, `VpcId`, may mean things of several templates. */
  #isOnAny({ note, file, strength, place }: Binding, asked: AskedTemplate, { isOwn }: NameKinds): boolean {
    if (strength === MARKED || !this.isWithTemplates(file) || isOnAllTemplates(file)) return false;
    if (isSaidToMean(note, file, asked.uri, this.surroundings) === true) return false;
    if (isOfPart(file, asked.uri, this.surroundings) || isCalledAsTemplate(file, asked.uri)) return false;
    const declaring = this.surroundings.declaring?.(ownName({ place }));
    if (declaring?.every((uri) => uri === asked.uri) === true && isOnTemplate(file, asked, isOwn)) return false;
    return isOnAnyOfSeveral(note, file, asked, this.surroundings, isOwn);
  }

  /**
   * Whether a project's document lies elsewhere than a template, and the note names nothing of it: AWS's words then
   * mean others' things.
   */
  #isOfOthers(told: Told, asked: AskedTemplate, kinds: NameKinds): boolean {
    const { note, file } = told;
    if (!this.isDocument(file, kinds) || liesWith(file, asked.uri, this.surroundings)) return false;
    return !this.isMeant(told, asked.uri) || !isNamedIn(note, file, asked, kinds.isOwn);
  }

  /** Whether a file lies with templates in a folder for archived files. */
  #isArchived(file: NoteFileContent): boolean {
    const { isWithOne, isArchived } = amongTemplates(file, this.surroundings);
    return isWithOne && isArchived;
  }

  /**
   * Whether a file is a project's document: it lies with templates, or is on more than AWS, and is neither a study note
   * nor in a folder of notes alone.
   */
  isDocument(file: NoteFileContent, kinds: Pick<NameKinds, "partOnAws">): boolean {
    const { isOfNotes, isOfProject } = amongTemplates(file, this.surroundings);
    if (isOfNotes || isOnAllTemplates(file)) return false;
    return isOfProject || this.#isBesideTemplates(file, kinds);
  }

  /** Whether a note may be on any of the templates that it lies with, and is no study note. */
  isOnAnyBeside({ about }: Note, file: NoteFileContent): boolean {
    return about === undefined && file.only === undefined && this.isWithTemplates(file) && !isLearned(file);
  }

  /** The same for one on something of AWS's: it is in a document that goes through the templates. */
  isInDocument(note: Note, file: NoteFileContent, kinds: Pick<NameKinds, "partOnAws">): boolean {
    const isGuide = (file.guidesTemplates && !isOnAllTemplates(file)) || isOnDeployingThese(file);
    return this.isOnAnyBeside(note, file) && (isGuide || this.isDocument(file, kinds));
  }

  /**
   * The document that a note on something of AWS's is in: "project", one on what a project has, "other", one that may as
   * well be somebody's notes on AWS, or lies among templates, "lecture", one on AWS or CloudFormation beside a template;
   * or none.
   */
  documentOf(note: Note, file: NoteFileContent, asked: AskedTemplate, kinds: NameKinds): DocumentKind | undefined {
    const { isInDocs, isOfProject, isOfNotes } = amongTemplates(file, this.surroundings);
    const isBeside = this.isOnAnyBeside(note, file) && !isOfNotes;
    if (isInDocs) return isBeside ? "project" : undefined;
    if (isBeside && this.#isOnWhatIsThere(note, file, asked, kinds)) return "project";
    const isOnThese = isOfProject || isOnTemplate(file, asked, kinds.isOwn);
    if (this.isInDocument(note, file, kinds)) return isOnThese || isHardlyOnAws(file, kinds) ? "project" : "other";
    if (!isBeside) return undefined;
    const isAmong = this.surroundings.templates.areSeveral || isOnThese;
    if (isAmong && !isOnAllTemplates(file)) return "other";
    return isCalledNotes(file) ? undefined : "lecture";
  }

  /** Whether a note beside templates is on what a project has, or on what somebody did, rather than on AWS. */
  #isOnWhatIsThere(note: Note, file: NoteFileContent, asked: AskedTemplate, kinds: NameKinds): boolean {
    if (this.surroundings.templates.areSeveral && isProjectReadme(file) && !isOnCustomType(note)) return true;
    // A README is on what lies in its folder.
    if (isReadme(file.uri) && !isWithinFolder(folderSteps(file.uri), folderSteps(asked.uri))) return true;
    if (isHardlyOnAws(file, kinds) && !isOnAllTemplates(file)) return true;
    return (isToldOnce(note, file) || isOnConsole(note, file)) && !namesOwnThing(note, file, asked, kinds.isOwn);
  }

  /** Whether it is on something that somebody named, or below the name of another file. */
  #isOnOther({ note, file }: Told, asked: AskedTemplate, { isOwn }: NameKinds): boolean {
    if (isOnOwnName(note, file, asked, isOwn)) return true;
    return isBelowOtherTemplate(note, asked.uri, this.surroundings.templates, (name) => !name.endsWith(".json"));
  }

  /** Whether a file is one of the documents of a project, and no study note on AWS. */
  isOfProject(file: NoteFileContent, kinds: Pick<NameKinds, "partOnAws">): boolean {
    if (amongTemplates(file, this.surroundings).isOfProject || this.#isWithGuidedTemplates(file)) return true;
    return this.#onlySpeaksOfAws(file, kinds);
  }

  /**
   * How much of a document that lies with templates is on AWS; `undefined` for one that lies elsewhere, or is on all
   * templates.
   */
  #documentOnAws(file: NoteFileContent, { partOnAws }: Pick<NameKinds, "partOnAws">): PartOnAws | undefined {
    return this.isWithTemplates(file) && !isOnAllTemplates(file) ? partOnAws(file) : undefined;
  }

  #onlySpeaksOfAws(file: NoteFileContent, kinds: Pick<NameKinds, "partOnAws">): boolean {
    return this.#documentOnAws(file, kinds) === "little";
  }

  /** Whether a document lies with templates, and is no study note. */
  #isBesideTemplates(file: NoteFileContent, kinds: Pick<NameKinds, "partOnAws">): boolean {
    const part = this.#documentOnAws(file, kinds);
    return part !== undefined && (part !== "most" || isOnDesign(file));
  }
}

function isHardlyOnAws(file: NoteFileContent, { partOnAws }: Pick<NameKinds, "partOnAws">): boolean {
  return ["little", "some"].includes(partOnAws(file));
}

/** Whether a file says what its folder is. */
function isIndex({ uri }: NoteFileContent): boolean {
  return isReadme(uri) || /\/_?index(?:\.\w+)+$/i.test(uri);
}

/** Whether a note is a file's title, or a chapter of several sections whose title says more than a name. */
function isOnAll({ title, line, children }: Note, file: NoteFileContent, name: string): boolean {
  if (title === file.title) return true;
  const isChapter = file.lines[line]?.startsWith("# ") === true && children.some(({ kind }) => kind === "heading");
  return isChapter && title !== name;
}

/** Whether a name is that of a parameter, and of no output: then an output of that name is one of another template. */
function isOnInputAlone(name: string, { template: { declarations } }: AskedTemplate): boolean {
  return declarations.parameters.has(name) && !declarations.outputs.has(name);
}

/** Whether a note is on its author's own resource type. */
function isOnCustomType({ terms }: Note): boolean {
  return terms.some(({ name, strength }) => strength >= WHOLE_TITLE && name.startsWith("Custom::"));
}

/** Notes on what somebody named, and the type of what is named. */
export interface FoundOwn {
  readonly notes: readonly RankedNote[];
  readonly type: string | undefined;
}

export const NOTHING: FoundOwn = { notes: [], type: undefined };

/** The templates that notes on the name may lie with: the one that is asked for, and those that declare it. */
function homesOf({ child, exporting }: OwnThings, { uri }: AskedTemplate): ReadonlySet<string> {
  const nested = child === undefined ? [] : [fileBesideTemplate(uri, child)];
  return new Set([uri, ...nested, ...[...(exporting?.values() ?? [])].flatMap((uris) => [...uris])]);
}
