import { inlineOf } from "../reading/blocks.ts";
import { indentWithTabs, plainText } from "../reading/lead.ts";
import { decodedName } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { isAnswer, isQuestion, withoutAnswerSign, withoutQuestionSign } from "../reading/questions.ts";
import { isWithoutText } from "./renderTokens.ts";

/** A note as it is read aloud: its title, and its text without that title in front. */
export interface ShownPassage {
  readonly title: string;
  /** Headings above: the file's title and the nearest one, as far as they add to the title. */
  readonly path: readonly string[];
  readonly text: string;
  /** Whether the note has more text than that. */
  readonly isPart: boolean;
}

/** The part of a note to show; of a section that is longer than `limit` only its own text, if it has any. */
export function shownPassage(note: Note, file: NoteFileContent, limit: number): ShownPassage {
  const whole = passageOf(note, file);
  const own = note.kind === "item" || whole.length <= limit ? whole : passageOf(note, file, [note.own]);
  const shown = own.length < whole.length && isWithoutText(own) ? whole : own;
  const named = titleAndPath(note, file, shown);
  const asked = questionOf(note);
  if (asked !== undefined) {
    const title = withoutQuestionSign(named.title);
    const isLong = title.length > MAX_NAME;
    const text = isLong ? `${asked}\n\n${answerText(shown)}` : answerText(shown);
    const isPart = shown.length < whole.length;
    return { title: isLong ? `${title.slice(0, MAX_NAME)}…` : title, path: named.path, text, isPart };
  }
  const { title, text } = note.kind === "item" ? withoutName(shown, named.title) : { title: named.title, text: shown };
  return { title, path: named.path, text, isPart: shown.length < whole.length };
}

/** The title of a note with a heading, for which its text need not be read; `undefined` for others. */
export function titleOfHeading(note: Note, file: NoteFileContent): string | undefined {
  if (note.naming !== "heading" || questionOf(note) !== undefined) return undefined;
  return note.title === file.title ? fileTitle(file) : note.title;
}

const MAX_NAME = 80;

/** The question that a note answers, without `Q:` in front; `undefined` for other notes. */
export function questionOf({ asked, naming, title }: Note): string | undefined {
  return asked ?? (naming === "heading" && isQuestion(title) ? withoutQuestionSign(title) : undefined);
}

/** The heading under whose name a note shows; `undefined` for a note with a name of its own. */
export function headingShown(note: Note, file: NoteFileContent): Note | undefined {
  if (note.naming !== "sentence" && note.naming !== "marker") return undefined;
  return isTitle(note, passageOf(note, file)) ? undefined : headingAbove(note, file);
}

/** The text of an answer, without its bullet and `A:` in front. */
export function answerText(passage: string): string {
  if (!isAnswer(passage)) return passage;
  const [first = "", ...rest] = passage.split("\n");
  const width = BULLET.exec(first)?.[0].length ?? 0;
  return withoutAnswerSign([first, ...rest.map((line) => dedented(line, width))].join("\n"));
}

/** A sentence is no title, as it repeats the text. The nearest heading is one. */
function titleAndPath(note: Note, file: NoteFileContent, text: string): { title: string; path: readonly string[] } {
  const heading = headingAbove(note, file)?.title;
  const above = heading === undefined || heading === file.title ? undefined : heading;
  const article = fileTitle(file);
  const isName = isTitle(note, text);
  const title = isName ? (note.title === file.title ? article : note.title) : (above ?? article);
  const path = [article, ...(isName && above !== undefined ? [above] : [])].filter((one) => one !== title);
  return { title, path: note.naming === "file" ? [] : path };
}

function isTitle({ naming, title }: Note, text: string): boolean {
  if (naming === "heading" || naming === "file" || naming === "question") return true;
  // A short first line above an explanation is a title in any case.
  const [first = "", ...others] = text.split("\n");
  const stands = others.some((line) => line.trim() !== "") && plainLine(first) === title && !/[、。，,]/u.test(title);
  if ((naming === "sentence" || naming === "marker") && !stands) return false;
  return title.length <= MAX_NAME && !/[。．!！]$|[.。]\s*\S+\s+\S/u.test(title);
}

/** A file's title; for common titles the folder's name. */
function fileTitle({ title, uri }: NoteFileContent): string {
  const folder = /^_?(?:readme|index)$/i.test(title) ? uri.split("/").slice(3, -1).at(-1) : undefined;
  return folder === undefined ? title : decodedName(folder);
}

/** The innermost heading above a note. */
function headingAbove(note: Note, file: NoteFileContent): Note | undefined {
  let inner = note;
  for (;;) {
    const parent = file.notes.find(({ children }) => children.includes(inner));
    if (parent === undefined || parent.naming === "heading") return parent;
    inner = parent;
  }
}

const BULLET = /^([\s　]*)(?:[・●○■□◆◇▶•][\s　]*|[-*+][\s　]+|\d{1,9}[.)][\s　]+)/u;

function plainLine(line: string): string {
  return plainText(inlineOf(line.replace(BULLET, ""))).trim();
}

/**
 * The text of an item without its bullet, and without its name if that stands alone on the first line or in front of a
 * separator; `name（text）` is split.
 */
function withoutName(passage: string, name: string): { title: string; text: string } {
  const [first = "", ...rest] = passage.split("\n");
  const bullet = BULLET.exec(first)?.[0] ?? "";
  const width = indentWithTabs(bullet.replace(/\S/gu, " ")) || bullet.length;
  const below = rest.map((line) => dedented(line, width));
  const line = first.slice(bullet.length);
  const plain = plainText(inlineOf(line)).trim();
  if (plain === name) {
    if (below.some((other) => other.trim() !== "")) return { title: name, text: trimmed(below) };
    const [, term, told] = /^([^（(]{1,40}?)\s*[（(](.+)[）)]$/u.exec(name) ?? [];
    return term === undefined || told === undefined ? { title: name, text: "" } : { title: term, text: told };
  }
  // `MXレコード（メールサーバーを指す）`, if the parentheses hold all that is said.
  const [, term, told] = /^([^（(]{1,40}?)\s*[（(](.+)[）)]$/u.exec(plain) ?? [];
  if (term === name && told !== undefined) return { title: name, text: trimmed([told, ...below]) };
  return { title: name, text: trimmed([withoutLead(line, name), ...below]) };
}

/** `**Name**: text`, `Name : text`, `Name — text` and `Name …text` without the name. */
function withoutLead(line: string, name: string): string {
  const found = /^(.*?)\s*(?:：|:(?=\s)|\s[-–—―=→⇒]\s|[…―＝→⇒]+)\s*(\S.*)$/u.exec(line);
  const [, lead = "", told = ""] = found ?? [];
  // Emphasis that opens in the name and closes behind it would be torn.
  const isWhole = (lead.match(/\*\*|`/g)?.length ?? 0) % 2 === 0;
  return found !== null && isWhole && plainText(inlineOf(lead)).trim() === name ? told : line;
}

function dedented(line: string, columns: number): string {
  const indent = indentWithTabs(line);
  return " ".repeat(Math.max(0, indent - columns)) + line.replace(/^[\s　]+/u, "");
}

function trimmed(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/^\s*\n/, "")
    .trimEnd();
}
