import type { Focus } from "../../model/focus/focus.ts";
import { ranked } from "../binding/bind.ts";
import { type Binding, MARKED } from "../binding/bindings.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import { asMention, type RankedNote } from "../binding/boundNote.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import { decodedName, fileBesideTemplate, withoutExtension } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { nameKey } from "../words/names.ts";
import { amongOthersOn, isListedIn } from "./amongOthers.ts";
import { isCalledEnough, isVeryName, ownName } from "./calledAs.ts";
import { isApart, isNotChosen, isOnAllTemplates, isPlan } from "./documents/documentKinds.ts";
import type { Documents, NameKinds } from "./documents/documents.ts";
import { isCalledAsTemplate, isOnAnyOfSeveral, isOnStacks } from "./documents/projectDocuments.ts";
import { meansNamesake } from "./namesakes.ts";
import { isOnTemplate, namesTemplate } from "./namesTemplate.ts";
import { isBesideTemplate, isFarAway, isOfPart, isSaidToMean } from "./nearness.ts";
import { partsOn, withoutParts } from "./notesWithin.ts";
import { isUnmistakable } from "./ownBindings.ts";
import { type AskedTemplate, type OwnThings, ownAround, ownThings } from "./ownCandidates.ts";
import { isInOutputs } from "./siblings.ts";
import { inSectionsOn } from "./templateSections.ts";

/** The user's notes on their own things, in the templates that they mean. */
export class OwnNotes {
  readonly #table = new BindingTable();
  /** Files whose own names are not known yet. */
  readonly #unread = new Set<string>();
  readonly #kinds: NameKinds;
  readonly #documents: Documents;

  constructor(kinds: NameKinds, documents: Documents) {
    this.#kinds = kinds;
    this.#documents = documents;
  }

  /** Adds a file, or updates it. */
  set(uri: string): void {
    this.#table.set(uri, []);
    this.#unread.add(uri);
  }

  delete(uri: string): void {
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
  at(focus: Focus, asked: AskedTemplate, read: (names: readonly string[], files: readonly string[]) => void): FoundOwn {
    const things = ownThings(focus, asked) ?? ownAround(focus);
    if (things === undefined) return NOTHING;
    if (this.#unread.size > 0) read(things.candidates.map(ownName), [...this.#unread]);
    const homes = homesOf(things, asked);
    const isMeant = (binding: Binding): boolean =>
      [...(things.exporting?.get(ownName(binding)) ?? homes)].some((uri) => this.#documents.isMeant(binding, uri));
    const isHere = (binding: Binding): boolean =>
      isCalledEnough(binding, things) &&
      !this.#documents.isArchived(binding.file) &&
      !this.#documents.isTranslated(binding.file) &&
      this.#mayMeanAlias(binding, things, asked) &&
      !(isInOutputs(binding.note) && isOnInputAlone(ownName(binding), asked)) &&
      (this.#kinds.isOwn(ownName(binding)) || !this.#isOnAny(binding, asked)) &&
      (isVeryName(binding, things) ||
        !this.#documents.isWithTemplates(binding.file) ||
        !isApart(binding.note, binding.file)) &&
      (isMeant(binding) || (isVeryName(binding, things) && this.#mayMeanFromAfar(binding, homes)));
    const found = withoutParts(ranked(this.#table, things.candidates, isHere));
    const { surroundings } = this.#documents;
    /** The thing of that name in another template is the one that is meant. */
    const isExported = (binding: Binding): boolean => things.exporting?.has(ownName(binding)) === true;
    const inSections = inSectionsOn(asked, found, surroundings);
    const hardlySpeaksOfAws = (file: NoteFileContent): boolean => this.#kinds.partOnAws(file) === "little";
    const isOnOthers = (bound: RankedNote): boolean => this.#mayBeOnOthers(bound, asked);
    const notes = amongOthersOn(asked, inSections, surroundings.templates, hardlySpeaksOfAws, isOnOthers).map(
      (bound) =>
        (!isExported(bound.binding) && meansNamesake(bound, asked, surroundings, this.#kinds.isOwn)) ||
        !isMeant(bound.binding) ||
        this.#isOfOneTime(bound)
          ? { ...asMention(bound), isOnOther: true }
          : bound,
    );
    const { part, type } = things;
    return { notes: part === undefined ? notes : notes.flatMap((bound) => partsOn(part, bound)), type };
  }

  /** Whether a note in a folder outside of the workspace, which may be on any template, says of none that it means that. */
  #mayMeanFromAfar({ note, file, place }: Binding, homes: ReadonlySet<string>): boolean {
    const { surroundings } = this.#documents;
    if (!this.#kinds.isOwn(ownName({ place })) || !isFarAway(file, surroundings)) return false;
    return [...homes].every((uri) => isSaidToMean(note, file, uri, surroundings) === undefined);
  }

  /** Whether a section of a document, with an everyday title, names nothing of a template, and lies elsewhere. */
  #mayBeOnOthers({ note, file }: RankedNote, asked: AskedTemplate): boolean {
    if (!this.#documents.isWithTemplates(file) || isOnAllTemplates(file)) return false;
    if (isBesideTemplate(file, asked.uri)) return false;
    if (isSaidToMean(note, file, asked.uri, this.#documents.surroundings) === true) return false;
    return !namesTemplate(note, file, asked, this.#kinds.isOwn);
  }

  /** Whether a note says what was made of a thing, or found or planned, one day: how it is now stands in the template. */
  #isOfOneTime({ note, file, binding: { strength } }: RankedNote): boolean {
    return strength !== MARKED && this.#documents.isWithTemplates(file) && (isPlan(file) || isNotChosen(note));
  }

  /** Whether a note may mean a thing by another name than its logical id: an everyday word may mean anything. */
  #mayMeanAlias(
    { place, strength, note, file }: Binding,
    { candidates: [first], isLiteral }: OwnThings,
    asked: AskedTemplate,
  ): boolean {
    if (strength === MARKED) return true;
    const { surroundings } = this.#documents;
    const isWithTemplates = this.#documents.isWithTemplates(file);
    const name = ownName({ place });
    const isVery = isLiteral !== true && first !== undefined && name === ownName(first);
    // What a folder is called is all that it has, and so is a project; a resource may be most of it.
    const isOfOne = isVery && asked.template.declarations.resources.has(name);
    const mayBeAll = isIndex(file) || !isUnmistakable(name);
    if (!isOfOne && mayBeAll && isOnAll(note, file, name) && isWithTemplates) return false;
    if (isVery) return true;
    if (this.#documents.isNameOfProject(name, file)) return false;
    // Of several documents with the name of a project as their title none is on a value.
    if (isLiteral === true && isWithTemplates && note.title === file.title && !isFileCalled(file, name)) return false;
    if (isUnmistakable(name)) return true;
    if (!isWithTemplates || isOnAllTemplates(file) || isOnStacks(note, file, surroundings)) return true;
    return isSaidToMean(note, file, asked.uri, surroundings) === true || isOnTemplate(file, asked, this.#kinds.isOwn);
  }

  /** Whether an everyday name, `VpcId`, may mean things of several templates. */
  #isOnAny({ note, file, strength, place }: Binding, asked: AskedTemplate): boolean {
    const { surroundings } = this.#documents;
    const { isOwn } = this.#kinds;
    if (strength === MARKED || !this.#documents.isWithTemplates(file) || isOnAllTemplates(file)) return false;
    if (isSaidToMean(note, file, asked.uri, surroundings) === true) return false;
    if (isOfPart(file, asked.uri, surroundings) || isCalledAsTemplate(file, asked.uri)) return false;
    const { declaring } = surroundings;
    const isOfThis = declaring?.(ownName({ place })).every((uri) => uri === asked.uri) === true;
    if (isOfThis && (isOnTemplate(file, asked, isOwn) || isListedIn(note, file, declaring))) return false;
    return isOnAnyOfSeveral(note, file, asked, surroundings, isOwn);
  }
}

/** Whether a file says what its folder is. */
function isIndex({ uri }: NoteFileContent): boolean {
  return isReadme(uri) || /\/_?index(?:\.\w+)+$/i.test(uri);
}

function isFileCalled({ uri }: NoteFileContent, name: string): boolean {
  return nameKey(withoutExtension(decodedName(uri))) === nameKey(name);
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
