import { lettersOf } from "../../text/lettersOf.ts";
import { memoBy } from "../../text/memoBy.ts";
import { hasBeginning } from "../binding/bind.ts";
import { asNamed, type BoundNote } from "../binding/boundNote.ts";
import { ASKED_NOTHING, type Asked } from "../lesson/asked.ts";
import { withoutPictures } from "../reading/markdown/pictures.ts";
import { isPartOf, type Note, type NoteFileContent, type NoteLanguage } from "../reading/note.ts";
import { linesOf } from "../reading/passage.ts";
import { escapeMarkdown } from "../rendering/hoverInline.ts";
import { noteMessages } from "../rendering/messages.ts";
import { paragraphs } from "../rendering/paragraphs.ts";
import { saysAgain } from "./apart.ts";
import {
  builtInBelow,
  builtInText,
  type HoverOptions,
  heededLine,
  isWordTold,
  noteLink,
  noteText,
} from "./noteText.ts";

/** The notes of a hover, in Markdown; empty if there are none. */
export interface HoverNotes {
  /** The user's own note, with corrections of it below. */
  readonly own: string;
  readonly builtIn: string;
  /** How close the built-in note is, see `candidates`; 0 if there is none. */
  readonly closeness: number;
  /** Whether the built-in note names what somebody points at. */
  readonly isWordTold: boolean;
  /** Whether the built-in note is on something closer than the user's, or the only one. */
  readonly isBuiltInFirst: boolean;
}

/** Of notes that are not as good as the first so many are named. */
const MAX_OTHERS = 3;
/** Between a value and its key, a key and the key above it; see `candidates`. */
const MAX_STEP = 20;

/** The notes of a hover, best first: one of the user's in full, others of theirs as a line, one built-in note. */
export function hoverNotes(notes: readonly BoundNote[], asked: Asked, options: HoverOptions): HoverNotes {
  const mine = notes
    .filter((note) => !note.file.builtIn && (note.note.kind === "item" || saysSomething(note)))
    .map((bound) => (bound.tier !== "mention" && hasNamedPictures(bound.note, bound.file) ? asNamed(bound) : bound));
  const own = mine.filter(({ tier }) => tier === "thing");
  const onWhole = mine.filter(
    ({ tier, note, file }) => tier === "whole" && hasWords(note, file) && saysFirst(note, file),
  );
  const builtIn =
    notes.find(({ file, tier }) => file.builtIn && tier === "thing") ??
    (own.length === 0 ? notes.find(({ file }) => file.builtIn) : undefined);
  const mentioning = mine.filter(({ tier }) => tier === "mention");
  const mentions = mentioning.filter(({ heeded }) => heeded === undefined);
  const [first, ...others] = own;
  if (first === undefined)
    return {
      own: heededLines(mentioning, options),
      builtIn: paragraphs(
        builtIn && builtInText(builtIn, asked, options),
        lines(onWhole, options),
        mentionedIn(mentions, options),
      ),
      closeness: builtIn?.specificity ?? 0,
      isWordTold: builtIn !== undefined && isWordTold(builtIn, asked),
      isBuiltInFirst: true,
    };
  const close = others.filter((other) => first.specificity - other.specificity <= MAX_STEP);
  const shownBelow = [...close, ...(first.tier === "thing" ? onWhole : [])];
  const below = builtIn && builtInBelow(builtIn, first, asked, options);
  return {
    own: paragraphs(
      noteText(first, "full", options),
      below?.correction,
      lines(sayingMore(first, shownBelow), options, first),
      heededLines(mentioning, options),
      mentionedIn(sayingMore(first, mentions), options),
    ),
    builtIn: below?.paragraph ?? "",
    closeness: builtIn?.specificity ?? 0,
    isWordTold: builtIn !== undefined && isWordTold(builtIn, asked),
    isBuiltInFirst: builtIn !== undefined && builtIn.specificity > first.specificity,
  };
}

/** The Markdown of the notes alone. */
export function renderHover(notes: readonly BoundNote[], options: HoverOptions, asked: Asked = ASKED_NOTHING): string {
  const { own, builtIn } = hoverNotes(notes, asked, options);
  return paragraphs(own, builtIn);
}

/** A line that is no heading and has a word or a picture. */
const TEXT_LINE = /^(?!\s{0,3}#{1,6}\s)(?!\s*<!--[^>]*-->\s*$).*(?:[\p{L}\p{N}]|!\[)/u;
/** A tag that shows as nothing: not an address, nor a picture with a description. */
const SILENT_TAG =
  /<(script|style)\b[^>]*>[^<]*<\/\1>|<(?!https?:|!--|img\b[^>]*\balt=["'][^"']|(?:iframe|video|audio|embed)\b[^>]*\bsrc=["']https?:)[^>]*>/gi;
const HEADING_LINE = /^\s{0,3}#{1,6}\s/;
const PICTURE_LINE = /^\s*(?:[-*]\s+)?(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>)\s*$/;

/** Whether there is something below a title except headings with pictures. */
function saysSomething({ note, file }: BoundNote): boolean {
  // A picture of a README shows what the whole is.
  return file.guidesTemplates ? hasWords(note, file) : hasTextLine(note, file);
}

const hasTextLine = memoBy((note: Note, file: NoteFileContent) => {
  const lines = note.passage.flatMap((range) => linesOf(range, file));
  const isDivided = lines.some(
    (line, index) => HEADING_LINE.test(line) && (note.passage[0]?.start ?? 0) + index !== note.line,
  );
  return lines.some((line) => TEXT_LINE.test(line.replace(SILENT_TAG, "")) && !(isDivided && PICTURE_LINE.test(line)));
});

/** Whether all that a hover could show of a note is pictures, each with a name or the title alone: they show in the view. */
const hasNamedPictures = memoBy((note: Note, file: NoteFileContent): boolean => {
  const text = note.passage.flatMap((range) => linesOf(range, file)).join("\n");
  const title = lettersOf(note.title);
  const isTitle = (letters: string): boolean =>
    title !== "" && letters.includes(title) && letters.length <= title.length + MAX_BESIDE;
  const isNamed = (said: string): boolean => /^[\w.-]*$/.test(said) || isTitle(lettersOf(said));
  return text.includes("![") && !/[\p{L}\p{N}]/u.test(withoutPictures(text.replace(TITLE, ""), isNamed));
});

const TITLE = /^\s{0,3}#{1,6}\s.*$/gm;
/** In characters, beside a title: `ALBの設定（完了）` */
const MAX_BESIDE = 3;

/** A line that is neither a heading nor a picture, a link or a fence alone, and has a word. */
const WORDS_LINE = /^(?!\s{0,3}(?:[-*+]\s+)?#{1,6}\s)(?!\s*(?:<|!\[|```|~~~)).*[\p{L}\p{N}]/mu;

/** Whether a note says something in words: a picture can't be shown in a line. */
const hasWords = memoBy((note: Note, file: NoteFileContent) =>
  note.passage.some((range) => linesOf(range, file).some((line) => WORDS_LINE.test(line))),
);

/** Whether a line can begin with a note's text: below a heading alone there would only be the next one. */
function saysFirst(note: Note, file: NoteFileContent): boolean {
  return note.kind === "item" || hasBeginning(note, file);
}

/** The notes that say more than the first. */
function sayingMore(first: BoundNote, others: readonly BoundNote[]): readonly BoundNote[] {
  return others.filter((other) => !saysAgain(other, first));
}

/** @param below the note that they stand below */
function lines(notes: readonly BoundNote[], options: HoverOptions, below?: BoundNote): string {
  const told: { readonly note: Note; readonly line: string }[] = [];
  // There may be hundreds.
  for (const bound of notes) {
    if (told.length >= MAX_OTHERS) break;
    if (!hasWords(bound.note, bound.file)) continue;
    const line = noteText(bound, "line", options);
    const before = below === undefined ? told : [below, ...told];
    if (line === "" || before.some(({ note }) => onlyNamesPart(bound.note, line, note))) continue;
    if (!told.some((before) => isSaidIn(bound.note, line, before))) told.push({ note: bound.note, line });
  }
  return told.map(({ line }) => line).join("\n");
}

/** So much of a line's text tells that it is the same. */
const MIN_SAME = 16;

/** Whether a section and its first sentence are the same line, linked to another one, or the one begins with the other. */
function isSaidIn(note: Note, line: string, before: { readonly note: Note; readonly line: string }): boolean {
  const withoutLink = (text: string): string => text.replace(/\]\([^)]*\)/g, "]");
  if (withoutLink(line) === withoutLink(before.line)) return true;
  const [, text = ""] = withoutLink(line).split("] — ", 2);
  const beginning = text.slice(0, MIN_SAME);
  return beginning.length === MIN_SAME && isPartOf(note, before.note) && before.line.includes(beginning);
}

/** Whether the line of a section that another note is in has only the title of a part of it. */
function onlyNamesPart(note: Note, line: string, inner: Note): boolean {
  return isPartOf(inner, note) && note.children.some(({ title }) => line.endsWith(` — ${escapeMarkdown(title)}`));
}

/** What notes on something else say to heed of it. */
function heededLines(mentioning: readonly BoundNote[], options: HoverOptions): string {
  return mentioning
    .filter(({ heeded }) => heeded !== undefined)
    .map((bound) => heededLine(bound, options))
    .join("\n");
}

/** Notes on something else that mention it, in one line. */
function mentionedIn(notes: readonly BoundNote[], options: HoverOptions): string {
  // The usual case; making the list would cost as much as finding the note.
  if (notes.length === 0) return "";
  const { listed, more } = listMentions(notes, options.language);
  if (listed.length === 0) return "";
  const links = listed.map((note) => noteLink(note, options));
  return noteMessages(options.language).mentionedIn(links, more);
}

/** The first notes that only mention a thing, and the text on how many others there are. */
export function listMentions(
  notes: readonly BoundNote[],
  language: NoteLanguage,
): { readonly listed: readonly BoundNote[]; readonly more: string } {
  const different = [...new Map(notes.map((bound) => [bound.note, bound])).values()].filter(saysSomething);
  const more = noteMessages(language).andMore(different.length - MAX_OTHERS);
  return { listed: different.slice(0, MAX_OTHERS), more };
}
