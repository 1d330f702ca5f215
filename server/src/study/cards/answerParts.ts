import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { wholeText } from "./cardText.ts";
import { weight } from "./cardWords.ts";
import { contentStems } from "./contentWords.ts";

/** Maximum width of an answer of several parts. */
const MAX_ANSWER = 900;
/** A sub-heading, or a line that begins with a bold label. */
const IS_LABEL = /^(?:#{1,6}[ \t]+\S|\*\*[^*\n]+(?:\*\*\s*$|\*\*\s*[:：]|[:：]\s*\*\*))/u;
const IS_FENCE = /^\s*(?:```|~~~)/;

/** Where the second question of two begins: `What is X and when would you use it?` */
const AND_ASKS =
  /(?<=[?？])\s*(?=\S)|[,;]?\s+and\s+(?=(?:what|how|why|when|which|where|in (?:what|which)|explain|describe)\b)|(?<=とは(?:何(?:です)?か)?)[、,]\s*(?=.*(?:か|[?？])$)/iu;
/** The two things of which the difference is asked. */
const SIDES: readonly RegExp[] = [
  /\b(?:differences?|trade-?offs?) (?:is )?between (.+?) and (.+?)(?:[?.,]|\s(?:in|for|when|and|with)\s|$)/iu,
  /^(?:\P{L}*)([^?.,]{2,40}?)\s+(?:vs\.?|versus)\s+([^?.,]{2,40})\??$/iu,
  /([^、。]{2,30}?)と([^、。]{2,30}?)の(?:違い|差)/u,
];

/**
 * The text right below a question, of a question with a second one followed by as many labelled parts below as fit, as
 * Markdown. `undefined` if the second answer is missing.
 *
 * @param partsBelow the labelled parts after that text
 */
export function answerParts(own: string, partsBelow: () => string, question: string): string | undefined {
  const [asked = "", ...more] = question.split(AND_ASKS).filter((clause) => clause.trim() !== "");
  if (more.length === 0 && !SIDES.some((form) => form.test(question))) return own;
  const below = partsBelow();
  const [lead = "", ...labelled] = partsOf(`${own}\n\n${below}`);
  const sizes = [lead, ...labelled].map((part) => weight(wholeText(part)));
  const fit = labelled.findIndex((_, at) => sizes.slice(0, at + 2).reduce((sum, size) => sum + size, 0) > MAX_ANSWER);
  const whole = below === "" ? own : [lead, ...labelled.slice(0, fit < 0 ? undefined : fit)].join("\n");
  const shown = wholeText(whole);
  const isCut = labelled.length > 0 && shown === wholeText(lead);
  return namesSides(question, shown) && (!isCut || more.every((clause) => sharesStem(shown, clause, asked)))
    ? whole
    : undefined;
}

/** The text up to its first label, and each labelled part; labels in a row begin one part. */
function partsOf(markdown: string): readonly string[] {
  const parts: string[][] = [[]];
  let isCode = false;
  let hasText = false;
  for (const line of markdown.split("\n")) {
    if (IS_FENCE.test(line)) isCode = !isCode;
    const isLabel = !isCode && IS_LABEL.test(line);
    if (isLabel && hasText) parts.push([]);
    if (isLabel) hasText = !/(?:\*\*|[#:：])\s*$/u.test(line) && !line.startsWith("#");
    else hasText ||= line.trim() !== "";
    const title = /^#{1,6}[ \t]+(.*?)[\s#:：]*$/u.exec(line)?.[1];
    parts.at(-1)?.push(isLabel && title !== undefined ? `\n**${title.replaceAll("**", "")}:**\n` : line);
  }
  return parts.map((lines) => lines.join("\n"));
}

/** Whether a text has a content word of a clause that the question before it has not. */
function sharesStem(text: string, clause: string, asked: string): boolean {
  const known = new Set(contentStems(asked));
  const said = new Set(contentStems(text));
  return contentStems(clause).some((stem) => said.has(stem) && !known.has(stem));
}

/** Whether a text has both things of which the difference is asked, or none by its name. */
function namesSides(question: string, text: string): boolean {
  return SIDES.every((form) => {
    const [, one = "", other = ""] = form.exec(question) ?? [];
    return one === "" || namesOf(one, other, text) === namesOf(other, one, text);
  });
}

/** Whether a text has a word that distinguishes one of two things from the other: `FIFO` of `FIFO queues`. */
function namesOf(one: string, other: string, text: string): boolean {
  const [said, others] = [text.toLowerCase(), other.toLowerCase()];
  const words = one.toLowerCase().match(WORDS) ?? [];
  // The last word of `standard and FIFO queues` belongs to both.
  const isShared = words.length > 1 && /^\s*\w+\s*$/.test(other);
  const own = (isShared ? words.slice(0, -1) : words).filter((word) => !others.includes(word));
  return own.length === 0 || own.some((word) => said.includes(word.slice(0, STEM)));
}

/** Words in Latin letters, Katakana or Kanji, and how much of one is compared. */
const WORDS = /[a-z\d]{2,}|[ァ-ヶー]{2,}|[一-龠]+/gu;
const STEM = 5;

/** The label above the right choice in copied tests, and the maximum distance to it. */
const SAYS_WHICH = /^[^\p{L}]*correct (?:answer|option|selection)[^\p{L}]*$/iu;
const MAX_BELOW = 20;

/** The line after the label of the right choice. */
export function toldBelow({ own }: Note, { lines }: NoteFileContent): string | undefined {
  const below = lines.slice(own.end, own.end + MAX_BELOW).filter((line) => line.trim() !== "");
  const said = below.findIndex((line) => SAYS_WHICH.test(line));
  return below.slice(0, said).some((line) => /^#|[?？]\s*$/u.test(line)) ? undefined : below[said + 1 || MAX_BELOW];
}
