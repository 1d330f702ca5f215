import type { Focus } from "../../model/focus/focus.ts";
import { type Entry, entryOf, type Template } from "../../model/template.ts";
import { pairOf, valueAt } from "../../model/tree/node.ts";
import { aboveComments } from "../../model/yaml/aboveComments.ts";
import { memoBy, memoByText } from "../../text/memoBy.ts";
import { startOfLine } from "../../text/span.ts";
import { MARKED } from "../binding/bindings.ts";
import { asMention, type BoundNote, type RankedNote } from "../binding/boundNote.ts";
import { OF_PARAMETERS } from "../binding/mereWords.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { linesOf, passageOf } from "../reading/passage.ts";
import { NAMES_A_WHOLE } from "../reading/terms.ts";
import { nameKey } from "../words/names.ts";
import { namesOfService } from "../words/services.ts";
import { isCheck } from "./documents/documentKinds.ts";
import {
  explaining,
  OF_ANY,
  OF_AWS,
  OF_NESTED,
  OF_SECTION,
  OF_UNDESCRIBED,
  OF_WARNED,
  withoutCode,
} from "./explains.ts";
import { describedIn, isLong, newWordsIn } from "./newWords.ts";
import { isOnKey, isRow } from "./ownBindings.ts";
import { type AskedTemplate, declared, declares } from "./ownCandidates.ts";

/** Whether a note is in a document that lies with templates and goes through them. */
type IsInDocument = (note: Note, file: NoteFileContent) => boolean;

/**
 * The notes on what somebody named; one that only repeats the template counts as one that mentions it. So does another
 * row on the same name in that file: it is on another template.
 */
export function withNewsAsSuch(
  notes: readonly RankedNote[],
  focus: Focus,
  { template }: AskedTemplate,
  isInDocument: IsInDocument,
  isOwn: (name: string) => boolean,
): readonly RankedNote[] {
  const copies = new Set(notes.filter((bound) => saysNoMore(bound, focus, template, isInDocument, isOwn)));
  const inRows = new Set([...copies].filter(({ note }) => isRow(note)).map(({ file }) => file));
  return notes.map((bound) =>
    copies.has(bound) || (isRow(bound.note) && !isOnKey(bound) && inRows.has(bound.file)) ? asMention(bound) : bound,
  );
}

/** Whether a note says no more than its title and the template do: "ID of the VPC" at `VpcId`. */
function saysNoMore(
  bound: RankedNote,
  focus: Focus,
  template: Template,
  isInDocument: IsInDocument,
  isOwn: (name: string) => boolean,
): boolean {
  const { note, file } = bound;
  const { place, strength } = bound.binding;
  if (place.kind !== "own" || strength === MARKED) return false;
  const isOfDocument = isInDocument(note, file);
  const text = saidText(note, file, isOfDocument);
  if (TEMPLATE_LINE.test(text) || (isOfDocument && (isCode(note, file) || isCheck(note, file)))) return true;
  const { name } = place;
  const { declarations } = template;
  const entries = declaredAt(focus, template, name);
  if (!isOfDocument) return onlyRepeats(text, newWordsIn(`${note.title} ${text}`, [name], entries, file, 1), file);
  if (strength < NAMES_A_WHOLE && (wordsBeside(name, note.title) > MAX_BESIDE || ON_STEPS.test(note.title)))
    return true;
  if (isOfProject(name, template, file) || isOfInterface(file)) return true;
  if (!isOnKey(bound) && isOnInput(note, name, focus, template)) return true;
  // A condition says itself, or those that it names say, what it depends on.
  const isInFormula = (word: string): boolean =>
    declarations.conditions.has(name) && (declarations.conditions.has(word) || declarations.parameters.has(word));
  const isOther = (word: string): boolean => word !== name && declares(template, word) && !isInFormula(word);
  // An output's value says what it is.
  const { isTold, isHeeded } = describedIn(entries, declarations.outputs.has(name) ? undefined : name);
  const isOnOne = (isOnVery(note, name, file) || (isOnKey(bound) && !isReadme(file.uri))) && !HAS_CALL.test(text);
  const ofUntold = isOnOne ? OF_SECTION : isParameter(name, template) ? OF_UNDESCRIBED : OF_ANY;
  const ofDeclared = isHeeded ? OF_WARNED : isTold ? OF_ANY : ofUntold;
  // A resource that is called as something of AWS's, `ALB`.
  const isOfAws = declarations.resources.has(name) && !isOwn(name);
  const news = isOfNested(focus) && !declares(template, name) ? OF_NESTED : isOfAws ? OF_AWS : ofDeclared;
  return explaining(text, news, [name], entries, file, isOther) === undefined;
}

/** Whether a value is what a README calls its project. */
function isOfProject(name: string, template: Template, { uri, title }: NoteFileContent): boolean {
  return isReadme(uri) && nameKey(title) === nameKey(name) && !declares(template, name);
}

/** Whether somebody wrote a section on a thing by its name: a README has one for each. */
function isOnVery({ kind, title }: Note, name: string, { uri }: NoteFileContent): boolean {
  return kind === "heading" && NAME_IN_FRONT.exec(title)?.[1] === name && !isReadme(uri);
}

const NAME_IN_FRONT = /^\W*([A-Za-z]\w*)/;

/** Whether what is under the caret may be a nested template's: a parameter that it gets, or its output. */
function isOfNested(focus: Focus): boolean {
  return focus.kind === "key" || (focus.kind === "reference" && focus.reference.kind === "attribute");
}

/**
 * Whether a row of a table of parameters has the name of something else in a template, or of an output of a nested one:
 * the parameter is one of another template.
 */
function isOnInput(note: Note, name: string, focus: Focus, template: Template): boolean {
  if (!isRow(note) || ![note.context[0], note.path.at(-1)].some((title) => OF_PARAMETERS.test(title ?? "")))
    return false;
  const isOfElse = declares(template, name) && !isParameter(name, template);
  return isOfElse || (focus.kind === "reference" && focus.reference.kind === "attribute");
}

function isParameter(name: string, { declarations }: Template): boolean {
  return declarations.parameters.has(name);
}

/** Titles of what programs list of a request. */
const OF_REQUESTS = /^(?:http request headers|return type|request (?:body|headers)|response (?:body|codes?|headers))$/i;

/** Whether a file lists the calls of a program's interface, which may have the names of what answers them. */
const isOfInterface = memoBy(({ notes }: NoteFileContent): boolean =>
  notes.some(({ kind, title }) => kind === "heading" && OF_REQUESTS.test(title)),
);

/** `GovCloud deployment steps` */
const ON_STEPS =
  /\b(?:deploy(?:ment|ing)?|install(?:ation|ing)?|set-?up) (?:steps|instructions|procedures?)\b|(?:デプロイ|インストール|構築|セットアップ)の?(?:手順|方法)/iu;

/** `Set ApiDomain`, `Note on OrdersTable`: with more words a title is on something else. */
const MAX_BESIDE = 2;

function wordsBeside(name: string, title: string): number {
  return title.includes(name) ? (title.replace(name, " ").match(/[\p{L}\p{N}]+/gu) ?? []).length : MAX_BESIDE + 1;
}

/** The entries of a name, with the comments above them; for another name of a thing, the thing. */
export function declaredAt(focus: Focus, template: Template, name: string): readonly Entry[] {
  const entries = declared(template, name);
  const found =
    entries.length > 0 ? [...entries, ...labelsOf(template, name)] : [entryAt(focus, template) ?? []].flat();
  return found.flatMap((entry) => [entry, ...commentAbove(entry, template)]);
}

/** The comment above an entry, as if it were one. */
function commentAbove(entry: Entry, { text }: Template): readonly Entry[] {
  const { key, value, unit, offset } = entry;
  const line = startOfLine(text, key.start + offset);
  const said = text.slice(aboveComments(text, line), line);
  if (said === "") return [];
  const end = said.length;
  return [
    { ...entry, key: { ...key, start: 0, end: 0 }, value: { ...value, start: 0, end }, unit: { ...unit, text: said } },
  ];
}

/** What the console calls a parameter, if the template says so. */
function labelsOf(template: Template, name: string): readonly Entry[] {
  const form = entryOf(template, "Metadata", "AWS::CloudFormation::Interface");
  const label = pairOf(valueAt(form?.value, "ParameterLabels"), name);
  return form && label ? [{ ...form, key: label.key, value: label.value }] : [];
}

/** `KeyName: !Ref Key` outside of code. */
const TEMPLATE_LINE = /^[^:\n]{0,80}:\s*!(?:Ref|Sub|GetAtt|FindInMap|ImportValue|Select|Join|If|Base64)\s.*$/;

/** `` `!Ref Town` ``: what goes through a template line by line mostly says that again. */
const HAS_CALL = /`[^`\n!]*!(?:Ref|Sub|GetAtt|FindInMap|ImportValue|Select|Join|If)\s/;

/** The text of a note: for a row, its cells below the heads; examples, and in documents settings, left out. */
export function saidText(note: Note, file: NoteFileContent, isInDocument: boolean): string {
  return isInDocument ? saidInDocument(note, file) : saidElsewhere(note, file);
}

/** Memoised: the same notes are asked about at each place of a template. */
const saidInDocument = memoBy((note: Note, file: NoteFileContent) => readSaid(note, file, true));
const saidElsewhere = memoBy((note: Note, file: NoteFileContent) => readSaid(note, file, false));

function readSaid(note: Note, file: NoteFileContent, isInDocument: boolean): string {
  const [head, ...rows] = note.passage;
  if (note.kind !== "item" || head === undefined || rows.length === 0) {
    const text = passageOf(note, file);
    // Rows are on what they name.
    return isInDocument ? text.replace(ROW, "") : text;
  }
  const isAside = (title: string): boolean =>
    EXAMPLE_COLUMN.test(title) || (isInDocument && SETTING_COLUMN.test(title));
  const isLeftOut = (linesOf(head, file)[0] ?? "").split("|").map(isAside);
  const cells = passageOf(note, file, rows).split("|");
  return cells.filter((_, at) => isLeftOut[at] !== true).join("|");
}

/** Heads of columns with what the template itself has, and has as it is today. */
const SETTING_COLUMN =
  /^\W*(?:defaults?(?: values?)?|(?:cfn |aws |resource )?types?|required|(?:(?:allowed|available|valid|possible) |parameter ?)?values?|runtime|memory(?: size)?|timeout|handler|デフォルト値?|既定値?|初期値|設定値|値|型|タイプ|必須|許可値|ランタイム|メモリ|タイムアウト)\W*$/iu;

/** Heads of columns with invented values. */
const EXAMPLE_COLUMN = /\b(?:examples?|ejemplos?|exemplos?|exemples?|beispiele?)\b|^\s*(?:設定|値の)?例\s*$|예시/iu;

/** Whether a note on something of AWS's is a copy of the template that repeats it. */
export function isCopy(note: Note, file: NoteFileContent, focus: Focus, template: Template): boolean {
  const entry = entryAt(focus, template);
  const text = saidText(note, file, false);
  // What somebody wrote down says what the thing is, in words that its keys have, too.
  if (entry === undefined || isLong(text) || !isCodeAlone(note, file)) return false;
  const { names, entries } = calledIn(text, note, entry, template);
  return onlyRepeats(text, newWordsIn(text, names, entries, file, 1), file);
}

/** In characters: hardly a sentence. */
const MIN_SAID = 50;

/** Whether a note has hardly more than a block of code: an example of something else, or a copy of the template. */
const isCode = memoBy((note: Note, file: NoteFileContent): boolean => lettersBesideCode(note, file) < MIN_SAID);

/** In letters: `Example:` */
const MIN_TOLD = 10;

/** The same of a note that has no more than a word for its code. */
const isCodeAlone = memoBy((note: Note, file: NoteFileContent): boolean => lettersBesideCode(note, file) < MIN_TOLD);

/** The letters of a note besides those of its title and its blocks of code; any number if there are none of the latter. */
function lettersBesideCode(note: Note, file: NoteFileContent): number {
  const text = passageOf(note, file);
  const said = withoutCode(text);
  if (said === text) return Number.POSITIVE_INFINITY;
  return said.replace(note.title, "").replace(/[^\p{L}\p{N}]/gu, "").length;
}

const ROW = /^\s*\|.*$/gm;

/** Whether a text only repeats the template; one with hardly a word repeats nothing. */
function onlyRepeats(text: string, news: number, file: NoteFileContent): boolean {
  return news < 1 && newWordsIn(text, [], [], file, 1) > 0;
}

/** The resource or other entry that is named under the caret, or that the caret is in. */
export function entryAt(focus: Focus, template: Template): Entry | undefined {
  if (focus.kind === "reference") return entryOf(template, "Resources", focus.reference.name);
  if (focus.kind === "function" || (focus.kind === "word" && focus.script)) return undefined;
  const { place } = focus;
  return place.in === "resource" || place.in === "entry" ? place.entry : undefined;
}

/** How the things in a text are called, and what the template says of them. */
export function calledIn(
  text: string,
  { title, naming, terms }: Note,
  around: Entry | undefined,
  template: Template,
): { readonly names: readonly string[]; readonly entries: readonly Entry[] } {
  const services = around === undefined ? [] : servicesOf(around.value, around);
  const named = namesIn(text).filter((name) => declares(template, name));
  const entries = named.flatMap((name) => declared(template, name));
  // The title of a sentence may be all that it says.
  const called = naming === "sentence" ? terms.map(({ name }) => name) : [title];
  const names = [...called, ...services, ...entries.map(({ name }) => name)];
  return { names, entries: around === undefined ? entries : [around, ...entries] };
}

/** The names of the service that an entry is of. */
const servicesOf = memoBy(({ start, end }: Entry["value"], { unit }: Entry) =>
  namesOfService(/\bAWS::(\w+)::/.exec(unit.text.slice(start, end))?.[1] ?? ""),
);

/** Memoised: the same notes are asked about at each place of a template. */
const namesIn = memoByText((text): readonly string[] => [...new Set(text.match(/\w+/g))], 2000);

/** Notes that are less close than those on the very thing, each once: in a line, if none of those is told in full. */
export function besides(
  own: readonly BoundNote[],
  others: readonly BoundNote[],
  isOnThis: boolean,
): readonly BoundNote[] {
  const known = new Set(own.map(({ note }) => note));
  const isInLine = isOnThis && own.every(({ tier }) => tier !== "thing");
  return others.flatMap((bound) => {
    const { note, file, specificity, tier } = bound;
    if (known.has(note)) return [];
    known.add(note);
    return isInLine && tier === "thing" && !file.builtIn ? { note, file, specificity, tier: "whole" } : bound;
  });
}
