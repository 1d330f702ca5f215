import type { Focus } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import { type Entry, entryOf, type SectionName, type Template } from "../../model/template.ts";
import { memoBy, memoByText } from "../../text/memoBy.ts";
import { MARKED } from "../binding/bindings.ts";
import { asMention, type BoundNote, type RankedNote } from "../binding/boundNote.ts";
import { hasWord } from "../binding/mentions.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { namesOfService } from "../words/services.ts";
import { explains, withoutCode } from "./explains.ts";
import { isLong, newWordsIn } from "./newWords.ts";
import { isRow } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import { isAside, isCheck, isOnDeployingThese } from "./projectDocuments.ts";

/** The sections in which names are declared. */
const DECLARING: readonly SectionName[] = ["Parameters", "Resources", "Outputs", "Conditions", "Mappings"];

/** Whether a note is in a document that lies with templates and goes through them. */
type IsInDocument = (note: Note, file: NoteFileContent) => boolean;

/** What a note on something of AWS's is in, if that is a document: see `OwnNotes.documentOf`. */
export type DocumentKind = "project" | "other";

/** Whether a name is only an author's. */
type IsOwn = (name: string) => boolean;

/**
 * How many new words a note needs to be worth showing: hardly any in a section that somebody wrote on a thing; more in
 * lists and tables, which have some for anything.
 */
const NEWS = { heading: 1, item: 2, listed: 4 };
/** A note on something of AWS's needs more, since it may be about any resource of a type. */
const NEWS_OF_AWS = 4;

/** An explanation of how to use templates lists all that these have; so does a list with several of their names. */
function newsOf(note: Note, text: string, file: NoteFileContent, template: Template): number {
  if (note.kind !== "item") return TABLE.test(text) ? NEWS.listed : NEWS[note.kind];
  const isOfAll = isRow(note) || file.guidesTemplates || isOnDeployingThese(file);
  return NEWS[isOfAll || isAmongNames(note, file, template) ? "listed" : "item"];
}

/** From this number on, items with names of a template are a list of all. */
const MIN_NAMES_OF_ALL = 4;

function isAmongNames({ path }: Note, file: NoteFileContent, template: Template): boolean {
  const titles = itemsIn(file).get(path.join("\n")) ?? [];
  return titles.filter((title) => declares(template, NAME_IN_FRONT.exec(title)?.[1] ?? "")).length >= MIN_NAMES_OF_ALL;
}

/** The titles of items, by those above. */
const itemsIn = memoBy(({ notes }: NoteFileContent): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { kind, path, title } of notes) {
    if (kind !== "item") continue;
    const above = path.join("\n");
    const titles = found.get(above) ?? [];
    titles.push(title);
    found.set(above, titles);
  }
  return found;
});

/**
 * The notes on what somebody named; one that only repeats the template counts as one that mentions it. So does another
 * row on the same name in that file: it is on another template.
 */
export function withNewsAsSuch(
  notes: readonly RankedNote[],
  focus: Focus,
  { template }: AskedTemplate,
  isInDocument: IsInDocument,
): readonly RankedNote[] {
  const copies = new Set(notes.filter((bound) => saysNoMore(bound, focus, template, isInDocument)));
  const inRows = new Set([...copies].filter(({ note }) => isRow(note)).map(({ file }) => file));
  return notes.map((bound) =>
    copies.has(bound) || (isRow(bound.note) && inRows.has(bound.file)) ? asMention(bound) : bound,
  );
}

/** Whether a note says no more than its title and the template do: "ID of the VPC" at `VpcId`. */
function saysNoMore(
  { note, file, binding: { place, strength } }: RankedNote,
  focus: Focus,
  template: Template,
  isInDocument: IsInDocument,
): boolean {
  if (place.kind !== "own" || strength === MARKED) return false;
  const isOfDocument = isInDocument(note, file);
  const text = saidText(note, file, isOfDocument);
  if (TEMPLATE_LINE.test(text) || (isOfDocument && (isCode(note, file) || isCheck(note, file)))) return true;
  const { name } = place;
  const entries = declaredAt(focus, template, name);
  if (!isOfDocument)
    return onlyRepeats(text, newWordsIn(`${note.title} ${text}`, [name], entries, file, undefined, 1), file);
  const isOther = (word: string): boolean => word !== name && declares(template, word);
  // What else somebody has to do with it stands in the template.
  const own = text.replace(/\w+/g, (word) => (isOther(word) ? " " : word));
  return !explains(own, newsOf(note, text, file, template), [name], entries, file, any);
}

/** The entries of a name; for another name of a thing, the thing. */
function declaredAt(focus: Focus, template: Template, name: string): readonly Entry[] {
  const entries = declared(template, name);
  return entries.length > 0 ? entries : [entryAt(focus, template)].filter((entry) => entry !== undefined);
}

function declared(template: Template, name: string): readonly Entry[] {
  return DECLARING.flatMap((section) => entryOf(template, section, name) ?? []);
}

/** `KeyName: !Ref Key` outside of code. */
const TEMPLATE_LINE = /^[^:\n]{0,80}:\s*!(?:Ref|Sub|GetAtt|FindInMap|ImportValue|Select|Join|If|Base64)\s.*$/;

/** The text of a note: for a row, its cells below the heads; examples, and in documents settings, left out. */
function saidText(note: Note, file: NoteFileContent, isInDocument: boolean): string {
  return isInDocument ? saidInDocument(note, file) : saidElsewhere(note, file);
}

/** Memoised: the same notes are asked about at each place of a template. */
const saidInDocument = memoBy((note: Note, file: NoteFileContent) => readSaid(note, file, true));
const saidElsewhere = memoBy((note: Note, file: NoteFileContent) => readSaid(note, file, false));

function readSaid(note: Note, file: NoteFileContent, isInDocument: boolean): string {
  const [head, ...rows] = note.passage;
  if (note.kind !== "item" || head === undefined || rows.length === 0) return passageOf(note, file);
  const isAside = (title: string): boolean =>
    EXAMPLE_COLUMN.test(title) || (isInDocument && SETTING_COLUMN.test(title));
  const isLeftOut = (file.lines[head.start] ?? "").split("|").map(isAside);
  const cells = passageOf(note, file, rows).split("|");
  return cells.filter((_, at) => isLeftOut[at] !== true).join("|");
}

/** Heads of columns with what the template itself has, and has as it is today. */
const SETTING_COLUMN =
  /^\W*(?:defaults?(?: values?)?|(?:cfn |aws |resource )?types?|required|(?:(?:allowed|available|valid|possible) )?values?|runtime|memory(?: size)?|timeout|handler|デフォルト値?|既定値?|初期値|設定値|値|型|タイプ|必須|許可値|ランタイム|メモリ|タイムアウト)\W*$/iu;

/** Heads of columns with invented values. */
const EXAMPLE_COLUMN = /\b(?:examples?|ejemplos?|exemplos?|exemples?|beispiele?)\b|^\s*(?:設定|値の)?例\s*$|예시/iu;

/**
 * The notes on something of AWS's; those that only repeat the template, and in documents those that hardly say more
 * than what it is, count as mentions.
 */
export function withoutCopies(
  notes: readonly BoundNote[],
  focus: Focus,
  { template }: AskedTemplate,
  documentOf: (note: Note, file: NoteFileContent) => DocumentKind | undefined,
  isOwn: IsOwn,
): readonly BoundNote[] {
  if (notes.every(({ file }) => file.builtIn)) return notes;
  const isOfThis = sayingOf(focus, template, isOwn);
  return notes.map((bound) => {
    const { note, file, specificity, tier } = bound;
    if (tier !== "thing" || file.builtIn || note.places.length > 0) return bound;
    const document = documentOf(note, file);
    const isCopy = (document && (isCode(note, file) || isAside(note, file))) || !isOfThis(note, file, document);
    return isCopy ? { note, file, specificity, tier: "mention" } : bound;
  });
}

/** In characters: hardly a sentence. */
const MIN_SAID = 50;

/** Whether a note has hardly more than a block of code: an example of something else, or a copy of the template. */
const isCode = memoBy((note: Note, file: NoteFileContent): boolean => {
  const text = passageOf(note, file);
  const said = withoutCode(text);
  return said !== text && said.replace(note.title, "").replace(/[^\p{L}\p{N}]/gu, "").length < MIN_SAID;
});

/** Tells whether a note, in a document or not, says something new about what is under the caret. */
type Saying = (note: Note, file: NoteFileContent, document: DocumentKind | undefined) => boolean;

function sayingOf(focus: Focus, template: Template, isOwn: IsOwn): Saying {
  const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]\w+/g) ?? [];
  const ownIn = (text: string): readonly string[] => wordsIn(text).filter(isOwn);
  const namesThis = (part: string): boolean => ownIn(part).some((name) => declares(template, name));
  const explainsIn = (note: Note, file: NoteFileContent, around: readonly Entry[], isOnThis: OnThis): boolean => {
    if (listsOwn(note, template)) return false;
    const text = saidText(note, file, true);
    const { names, entries } = calledIn(text, note, around, template);
    return explains(text, NEWS_OF_AWS, names, entries, file, isOnThis);
  };
  if (focus.kind === "section") {
    const section = focus.section.name as SectionName;
    const declared = (part: string): boolean => wordsIn(part).some((name) => entryOf(template, section, name));
    // A description of the outputs of a whole project says nothing new of one.
    return (note, file, document) => !document || explainsIn(note, file, [], declared);
  }
  const entry = entryAt(focus, template);
  if (entry === undefined)
    return (note, file, document) => document !== "project" || explainsIn(note, file, [], namesThis);
  const near = new Set([entry.name, ...references(entry).map(({ name }) => name)]);
  const namesNear = (part: string): boolean => ownIn(part).some((name) => near.has(name));
  const isItemOnOther = (text: string): boolean => {
    const named = ownIn(text).filter((name) => declares(template, name) || text.includes(`\`${name}\``));
    return named.length > 0 && !named.some((name) => near.has(name));
  };
  const isOnKey = focus.kind === "key" || focus.kind === "value";
  const others = isOnKey ? [] : othersLike(entry, template);
  return (note, file, document) => {
    const isItem = note.kind === "item";
    const said = saidText(note, file, document !== undefined);
    if (!document) return !onlyRepeats(said, newsOn(entry, note, said, file, template, 1), file);
    const text = passageOf(note, file);
    if (isOnOthers(text, entry, others) || (isItem && isItemOnOther(text))) return false;
    if (document !== "project")
      return !listsOwn(note, template) && newsOn(entry, note, said, file, template, NEWS_OF_AWS) >= NEWS_OF_AWS;
    // A section on a whole type, or "X is …", explains that to those who don't know it.
    const isOnThis = (isItem && note.naming !== "sentence") || isOnKey;
    return explainsIn(note, file, [entry], isOnThis ? any : namesNear);
  };
}

type OnThis = (part: string) => boolean;

const any: OnThis = () => true;

const TABLE = /^\s*\|/m;

/** From this number on, items with names of a template are a list of them. */
const MIN_LISTED_NAMES = 2;

/** Whether a section lists what a template declares: each of the items shows where it belongs. */
function listsOwn({ children }: Note, template: Template): boolean {
  const items = children.flatMap((child) => [child, ...child.children]);
  const named = items.filter(({ title }) => declares(template, NAME_IN_FRONT.exec(title)?.[1] ?? ""));
  return named.length >= MIN_LISTED_NAMES;
}

const NAME_IN_FRONT = /^\W*([A-Za-z]\w*)/;

/** Whether a text only repeats the template; one with hardly a word repeats nothing. */
function onlyRepeats(text: string, news: number, file: NoteFileContent): boolean {
  return news < 1 && newWordsIn(text, [], [], file, undefined, 1) > 0;
}

/** The resource or other entry that is named under the caret, or that the caret is in. */
function entryAt(focus: Focus, template: Template): Entry | undefined {
  if (focus.kind === "reference") return entryOf(template, "Resources", focus.reference.name);
  if (focus.kind === "function" || (focus.kind === "word" && focus.script)) return undefined;
  const { place } = focus;
  return place.in === "resource" || place.in === "entry" ? place.entry : undefined;
}

/** The names of the other resources of the same type. */
function othersLike({ name }: Entry, { declarations: { resources } }: Template): readonly string[] {
  const type = resources.get(name)?.type;
  return [...resources].flatMap(([id, other]) => (id !== name && other.type === type ? [id] : []));
}

/** Whether a text names resources, and not the one that is asked for: it need not hold for all of their type. */
function isOnOthers(text: string, { name }: Entry, others: readonly string[]): boolean {
  return others.some((other) => hasWord(text, other)) && !hasWord(text, name);
}

/**
 * How many words a note has beyond its type's name and what the template says of the resources that it names; of more than
 * `enough` not all are counted.
 */
function newsOn(
  entry: Entry,
  note: Note,
  text: string,
  file: NoteFileContent,
  template: Template,
  enough: number,
): number {
  if (isLong(text)) return enough;
  const { names, entries } = calledIn(text, note, [entry], template);
  return newWordsIn(text, names, entries, file, undefined, enough);
}

/** How the things in a text are called, and what the template says of them. */
function calledIn(
  text: string,
  { title }: Note,
  around: readonly Entry[],
  template: Template,
): { readonly names: readonly string[]; readonly entries: readonly Entry[] } {
  const services = around.flatMap((entry) => servicesOf(entry.value, entry));
  const named = namesIn(text).filter((name) => declares(template, name));
  const entries = named.flatMap((name) => declared(template, name));
  return { names: withEntryNames([title, ...services], entries), entries: [...around, ...entries] };
}

/** The names of the service that an entry is of. */
const servicesOf = memoBy(({ start, end }: Entry["value"], { unit }: Entry) =>
  namesOfService(/\bAWS::(\w+)::/.exec(unit.text.slice(start, end))?.[1] ?? ""),
);

/** Memoised: the same notes are asked about at each place of a template. */
const namesIn = memoByText((text): readonly string[] => [...new Set(text.match(/\w+/g))], 2000);

function withEntryNames(names: readonly string[], entries: readonly Entry[]): readonly string[] {
  return [...names, ...entries.map(({ name }) => name)];
}

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
