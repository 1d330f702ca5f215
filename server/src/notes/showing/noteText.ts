import type { AskedWords } from "../../protocol/notes.ts";
import { lettersOf } from "../../text/lettersOf.ts";
import { said } from "../../text/localised.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import { correctionsOf } from "../binding/corrections.ts";
import type { Asked } from "../lesson/asked.ts";
import { chooseLesson, isOnOther, type Lesson } from "../lesson/chooseLesson.ts";
import { lessonInBrief, lessonText } from "../lesson/lessonText.ts";
import type { Piece } from "../lesson/piece.ts";
import { piecesOf } from "../lesson/pieces.ts";
import { hasName } from "../lesson/sentences.ts";
import { overtakenLines, withoutBareFacts } from "../overtaken/withOvertaken.ts";
import { inlineOf } from "../reading/blocks.ts";
import { plainText } from "../reading/lead.ts";
import type { Note, NoteFileContent, NoteLanguage } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { escapeMarkdown } from "../rendering/hoverInline.ts";
import { hoverMarkdown } from "../rendering/hoverMarkdown.ts";
import { columnsOf, cutLines, fittingBlocks } from "../rendering/hoverSize.ts";
import { noteMessages } from "../rendering/messages.ts";
import { linked, linkOf, linkToLine } from "../rendering/noteLinks.ts";
import { passageTokens } from "../rendering/renderTokens.ts";
import { type ShownPassage, shownPassage, titleOfHeading } from "../rendering/shownPassage.ts";
import { sourcesLink } from "./noteSources.ts";

export interface HoverOptions {
  readonly language: NoteLanguage;
  /** Whether the editor has our command that opens a note in the sidebar; else links lead to files. */
  readonly commands: boolean;
}

/** How a note shows: in full up to a screenful; as much as leaves room for the rest; its title and beginning. */
export type NoteForm = "full" | "start" | "line";

/** Longer sections show only their own text, in characters. */
const MAX_WHOLE_LENGTH = 1600;

/** The passage of a note in a hover, memoised: the same notes are asked for again and again. */
const passageInHover = memoBy((note: Note, file: NoteFileContent) => shownPassage(note, file, MAX_WHOLE_LENGTH));

function shownInHover({ note, file }: BoundNote): ShownPassage {
  return passageInHover(note, file);
}

/** A heading may be a sign, `*`: then the one above it says more. */
export function titleInHover(bound: BoundNote): string {
  const title = titleOfHeading(bound.note, bound.file) ?? shownInHover(bound).title;
  return [...bound.note.path, title].findLast((one) => /[\p{L}\p{N}]/u.test(one)) ?? title;
}

/** How much is parsed of a passage that is cut anyway. */
const MAX_PARSED = 12_000;
/** Columns of a note's beginning. */
const MAX_BEGINNING_LENGTH = 72;

/** Values of templates make ever more forms of a note. */
const MAX_FORMS = 512;

/** What was rendered last, by note. */
const renderedOf = memoBy((_: Note) => new Map<string, unknown>());

function kept<T>(note: Note, form: string, { language, commands }: HoverOptions, make: () => T): T {
  return formOf(note, `${language} ${commands} ${form}`, make);
}

function formOf<T>(note: Note, form: string, make: () => T): T {
  const forms = renderedOf(note);
  if (forms.size >= MAX_FORMS) forms.clear();
  if (!forms.has(form)) forms.set(form, make());
  return forms.get(form) as T;
}

/** A note as Markdown, in one of its forms. */
export function noteText(bound: BoundNote, form: NoteForm, options: HoverOptions): string {
  return kept(bound.note, form, options, () =>
    form === "line" ? noteLine(bound, options) : headed(bound, form, options),
  );
}

/** A built-in note as its lesson on what somebody points at. */
export function builtInText(bound: BoundNote, asked: Asked, options: HoverOptions): string {
  return kept(bound.note, `asked ${asked.words.join(" ")} ${asked.type ?? ""} ${asked.isParticular}`, options, () => {
    const words = namedWords(bound, asked);
    return kept(bound.note, `lesson ${words.join(" ")} ${asked.type ?? ""}`, options, () =>
      headedLesson(bound, lessonOf(bound, piecesOf(bound.note, bound.file), withWords(asked, words)), options),
    );
  });
}

/** The zero-based line of a built-in note's file with the lesson on what somebody points at. */
export function lessonLine(bound: BoundNote, asked: Asked): number | undefined {
  const words = namedWords(bound, asked);
  if (words.length === 0) return undefined;
  const { at, isNamed } = lessonOf(bound, piecesOf(bound.note, bound.file), { ...asked, words });
  return isNamed || at?.kind === "code" ? at?.line : undefined;
}

/** The same for words alone; a note of the user's opens at its beginning. */
export function lineSaying({ note, file }: Pick<BoundNote, "note" | "file">, asked: AskedWords): number | undefined {
  return file.builtIn ? linesSaying(note, file)(asked) : undefined;
}

/** Memoised: each edit asks again for the diagnostics that stay. */
const linesSaying = memoBy((note: Note, file: NoteFileContent) =>
  memoBy(({ words, type }: AskedWords) =>
    lessonLine({ note, file, specificity: 0, tier: "thing" }, { words, type, isParticular: true }),
  ),
);

/** Whether a built-in note has something on one of the words, or is on what somebody points at by its title. */
export function isWordTold(bound: BoundNote, asked: Asked): boolean {
  // The words of a note are known by then; its title is compared with all names of its topic.
  return !asked.isParticular || namedWords(bound, asked).length > 0 || bound.isCalled === true;
}

/** What a built-in note adds to a note of the user's; empty if nothing. */
export interface BuiltInBelow {
  /** Corrections of the user's note. */
  readonly correction: string;
  /** A line or two of the rest. */
  readonly paragraph: string;
}

/** A built-in note below one of the user's. */
export function builtInBelow(builtIn: BoundNote, own: BoundNote, asked: Asked, options: HoverOptions): BuiltInBelow {
  const words = namedWords(builtIn, asked);
  return kept(own.note, `${builtIn.note.id} ${words.join(" ")} ${asked.type ?? ""}`, options, () => {
    const said = passageOf(own.note, own.file).slice(0, MAX_PARSED);
    // A correction that is marked in the sentence itself is not repeated below.
    const isMarked = overtakenLines(said.split("\n"), [...own.note.path, own.note.title]).some(({ facts }) =>
      facts.some(({ topic }) => topic !== undefined && builtIn.note.topicIds.includes(topic)),
    );
    const correction = isMarked ? "" : correctionText(builtIn, said, options);
    // What the user's note already has right is left out.
    const pieces = piecesOf(builtIn.note, builtIn.file).filter((piece) => !piece.isCorrection);
    const lesson = lessonOf(builtIn, pieces, withWords(asked, words));
    return { correction, paragraph: brief(builtIn, lesson, builtIn.specificity > own.specificity, options) };
  });
}

/** If the note names none of the words, the first stands for all. */
function withWords(asked: Asked, named: readonly string[]): Asked {
  return { ...asked, words: named.length > 0 || !asked.isParticular ? named : asked.words.slice(0, 1) };
}

function lessonOf({ note }: BoundNote, pieces: readonly Piece[], asked: Asked): Lesson {
  return chooseLesson(pieces, asked, note.title);
}

/** The words that a note names. */
function namedWords({ note, file }: BoundNote, { words, type }: Asked): readonly string[] {
  return formOf(note, `named ${words.join(" ")} ${type ?? ""}`, () => {
    const pieces = words.length === 0 ? [] : piecesOf(note, file).filter((piece) => !isOnOther(piece, type));
    return words.filter((word) => hasName(note.title, word) || pieces.some(({ plain }) => hasName(plain, word)));
  });
}

/** Sections that many documents have: of which one it is, the title above says. */
const OF_ANY_DOCUMENT =
  /^(?:context|decisions?|consequences|status|background|rationale|alternatives|overview|summary|notes?|背景|決定|結果|影響|理由|概要|まとめ|補足|備考|注意(?:点|事項)?)$/iu;

/** A note's title where nothing else tells of it. */
export function nameInList(bound: BoundNote): string {
  const title = titleInHover(bound);
  const { kind, line, children } = bound.note;
  // A row of a sheet is on a key of the thing.
  const key = kind === "item" ? children.find((child) => child.line === line) : undefined;
  if (key !== undefined) return `${title} › ${key.title}`;
  return OF_ANY_DOCUMENT.test(title) ? placeInNotes(bound) : title;
}

/** A note's title as a link to it; only the title if there is nothing to open. */
export function noteLink(bound: BoundNote, options: HoverOptions): string {
  return kept(bound.note, "link", options, () => {
    return linked(
      escapeMarkdown(nameInList(bound)),
      linkToLine(bound.note, bound.file, bound.note.line, options.commands),
    );
  });
}

/** The sentence of a note on something else that says what to heed, behind where it stands. */
export function heededLine(bound: BoundNote, { commands }: HoverOptions): string {
  const where = linked(escapeMarkdown(placeInNotes(bound)), linkOf(bound.note, bound.file, commands));
  return `- ${where} — ${escapeMarkdown(plainSentence(bound.heeded ?? ""))}`;
}

/** A note's title behind those above it. */
export function placeInNotes(bound: BoundNote): string {
  return [...shownInHover(bound).path, titleInHover(bound)].join(" › ");
}

/** A sentence of Markdown without markup, in one line. */
export function plainSentence(source: string): string {
  const line = source.replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s)?/, "").replace(/\s+/g, " ");
  return plainText(inlineOf(line)).trim();
}

/** Title and place, then the text. */
function headed(bound: BoundNote, form: "full" | "start", options: HoverOptions): string {
  const { text, isPart, title } = shownInHover(bound);
  const lines = withoutTitle(markdownLines(bound, text, options), title);
  const { lines: shown, isCut } = form === "full" ? cutLines(lines) : fittingBlocks(lines);
  const isMore = isCut || isPart || text.length > MAX_PARSED;
  const more = isMore ? moreLink(bound, bound.note.line, options) : undefined;
  return [headOf(bound, options), withMore(shown.join("\n").trimEnd(), more)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A note's title, and its place as a link to it. */
function headOf(bound: BoundNote, options: HoverOptions): string {
  const messages = noteMessages(options.language);
  const title = titleInHover(bound);
  const { builtIn, team } = bound.file;
  const above = builtIn ? [] : [...(team ? [messages.team] : []), ...shownInHover(bound).path.map(escapeMarkdown)];
  const crumb = builtIn ? messages.builtIn : above.join(" › ");
  const link = linkOf(bound.note, bound.file, options.commands);
  const where = builtIn || above.length > 0 ? linked(crumb, link) : link && linked(messages.openNote, link);
  return `**${escapeMarkdown(title)}**${where === undefined ? "" : ` · ${where}`}`;
}

/** Title, lesson, and links to the rest and the sources. */
function headedLesson(bound: BoundNote, lesson: Lesson, options: HoverOptions): string {
  const { note, file } = bound;
  const shown = [...lesson.text, lesson.trap, lesson.exam, lesson.example].filter((piece) => piece !== undefined);
  const isMore = shown.length < piecesOf(note, file).length;
  const more = isMore ? moreLink(bound, lesson.at?.line ?? note.line, options) : undefined;
  const sources = sourcesLink(note, file, options);
  const rest = [more, sources].filter((part) => part !== undefined && part !== "").join(" · ");
  return [headOf(bound, options), lessonText(lesson), rest].filter((part) => part !== "").join("\n\n");
}

/** The lesson as running text; with the title if it is on something else than the note above. */
function brief(bound: BoundNote, lesson: Lesson, isTitled: boolean, options: HoverOptions): string {
  const title = titleInHover(bound);
  const text = lessonInBrief(lesson, options.language);
  if (text === "") return "";
  const label = `*${noteMessages(options.language).builtIn}*`;
  const head = isTitled ? `**${escapeMarkdown(title)}** · ${label}` : label;
  const isMore = piecesOf(bound.note, bound.file).length > 1;
  return `${head} · ${withMore(text, isMore ? moreLink(bound, lesson.at?.line ?? bound.note.line, options) : undefined)}`;
}

/** A line of a list, quote, table, heading or code block. */
const IS_NO_TEXT = /^\s*(?:[-*+>|#]+ |\d+[.)] |`{3}|$)/;

/** A text with the link behind its last line if that is running text. */
function withMore(text: string, more: string | undefined): string {
  if (more === undefined) return text;
  const last = text.slice(text.lastIndexOf("\n\n") + 2);
  return last.split("\n").some((line) => IS_NO_TEXT.test(line)) ? `${text}\n\n${more}` : `${text} ${more}`;
}

/** A line with a word, or below the heads of a table; not the opening of a code block. */
const SAYS_SOMETHING = /^(?!\s*`{3})(?:.*[\p{L}\p{N}]|\| :?---)/u;

function noteLine(bound: BoundNote, options: HoverOptions): string {
  const { title, text } = shownInHover(bound);
  const lines = withoutCode(markdownLines(bound, text.slice(0, 1000), options)).filter((line) =>
    SAYS_SOMETHING.test(line),
  );
  const begun = lines.findIndex((line, at) => !announces(line, lines[at + 1]) && !HEADING.test(line));
  const said = begun < 0 ? lines.filter((line) => HEADING.test(line)) : lines.slice(begun);
  const first = rowIn(said, title) ?? (begun < 0 ? (said[0] ?? "") : wrapped(said));
  // Links to files are not read as such again.
  const unlinked = first.replace(/\[([^[\]]*)\]\(file:[^()\s]*\)/g, "$1");
  const line = plainText(inlineOf(unlinked.replace(/^[\s>]*(?:(?:[-*+|]|#+|\d+[.)])\s)?\s*/, "")))
    .replaceAll("\u200b", "")
    .trim();
  // An overtaken statement is not cut off from its correction.
  const [plain = "", mark] = line.split(/ (?=⚠ )/u, 2);
  // A title without a text would only be one more line.
  if (plain === "" || lettersOf(plain) === lettersOf(title)) return "";
  return `- ${linked(escapeMarkdown(titleInHover(bound)), linkOf(bound.note, bound.file, options.commands))} — ${escapeMarkdown(textBeginning(plain))}${mark === undefined ? "" : ` ${escapeMarkdown(mark)}`}`;
}

/** The first of several lines, with those that its sentence goes on in. */
function wrapped([first = "", next = "", ...more]: readonly string[]): string {
  const goesOn = /[a-z,] {2}$/.test(first) && /^\s*[a-z]/.test(next);
  return goesOn ? wrapped([`${first.trimEnd()} ${next.trimStart()}`, ...more]) : first;
}

const HEADING = /^#+ /;

/**
 * Whether a line only says what comes below: by a colon, by the sign of a title, or by its words if a list, a table or
 * nothing follows.
 */
function announces(line: string, next: string | undefined): boolean {
  if (ANNOUNCES.test(line) || (next !== undefined && SIGNED_TITLE.test(line))) return true;
  return FOLLOWING.test(line) && !LISTED.test(line) && !GOES_ON.test(line) && (next === undefined || LISTED.test(next));
}

const ANNOUNCES = /[:：][*_\s]*$/u;
/** 〇概要, ■構成 */
const SIGNED_TITLE = /^\s*(?:[-*+]\s+)?[〇○●◯◎■□◆◇▼▽▶►☆★◉][ 　]*[^。．.!！?？、]{1,16}$/u;
/** `The following settings are supported`, 次のものを作ります */
const FOLLOWING = /\bfollowing\b|(?:以下|次)の/iu;
/** A line with more than one sentence. */
const GOES_ON = /[.!?]\s+\S|。./u;
const LISTED = /^\s*(?:[-*+|]|\d+[.)])\s/;

/** Lines without those of blocks of code: one of them alone says nothing. */
function withoutCode(lines: readonly string[]): readonly string[] {
  let isCode = false;
  return lines.filter((line) => {
    const isFence = /^\s*`{3}/.test(line);
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });
}

/** The first row of the table that a text begins with, without the cell that is its title; the heads of columns say nothing. */
function rowIn([, delimiter = "", row]: readonly string[], title: string): string | undefined {
  if (!delimiter.startsWith("| ") || !/^[|\s:-]+$/.test(delimiter) || row === undefined) return undefined;
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== "" && plainText(inlineOf(cell)).trim() !== title).join(" · ");
}

function textBeginning(text: string): string {
  let columns = 0;
  let shown = "";
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > MAX_BEGINNING_LENGTH) return `${shown.trimEnd()}…`;
    shown += character;
  }
  return shown;
}

function correctionText(bound: BoundNote, said: string, options: HoverOptions): string {
  const { text } = shownInHover(bound);
  const told = correctionsOf(text, said).map((one) => running(markdownLines(bound, one, options), options.language));
  return told.length === 0 ? "" : `⚠ **${noteMessages(options.language).today}** ${told.join(" ")}`;
}

function markdownLines({ note, file }: BoundNote, text: string, { language }: HoverOptions): readonly string[] {
  const tokens = passageTokens(note, file, withoutBareFacts(text.slice(0, MAX_PARSED), note, file));
  return hoverMarkdown(tokens, { uri: file.uri, alert: noteMessages(language).alert });
}

/** The lines of a container without its title if that repeats the note's. */
function withoutTitle(lines: readonly string[], title: string): readonly string[] {
  return lines[0] === `**${escapeMarkdown(title)}**` && lines[1] === "" ? lines.slice(2) : lines;
}

/** Lines of a paragraph as one; Japanese has no space between sentences. */
function running(lines: readonly string[], language: NoteLanguage): string {
  return lines.map((line) => line.trim()).join(said(language, " ", ""));
}

function moreLink({ note, file }: BoundNote, line: number, options: HoverOptions): string | undefined {
  const link = linkToLine(note, file, line, options.commands);
  return link === undefined ? undefined : linked(noteMessages(options.language).more, link);
}
