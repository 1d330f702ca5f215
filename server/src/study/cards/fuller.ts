import { blocksOf } from "../../notes/reading/blocks.ts";
import { itemParagraph, statesSomething, wholePlain } from "./cardText.ts";
import { standsAlone, weight } from "./cardWords.ts";
import { IS_JAPANESE, wordsTold } from "./contentWords.ts";
import { isStatement } from "./explanation.ts";

/** Minimum number of content words of a sufficient definition, in English also its width; maximum width of an extended one. */
const MIN_WORDS = 8;
const [MIN_WORDS_IN_ENGLISH, MIN_COLUMNS] = [5, 72];
const MAX_WIDTH = 260;
/** Maximum width of a list item that is a title of its nested list. */
const MAX_TITLE = 72;
/** A pronoun for the defined thing, or a bullet, at the beginning. */
const OF_IT = /^・?(?:it|they|these|これ|それ)(?:\s|は|ら)|^・/iu;
const PARTS = /(?<=。)(?!\n)|(?<=[a-z)\d]{2}[.!])\s(?=\p{Lu})|(?=\n)/u;
/** The beginning of another definition: `alias : allows you to …`. */
export const IS_OTHER: RegExp =
  /^[\p{L}\d][^。.:：]{0,30}(?:\s?[:：]|\s=)(?=\s|["“「])|^[^。.]{1,24} [-–—] |^\d{1,2} \p{Lu}[^.:–]{2,40} – /u;
/** Lines that are not added: with a label, a question, a reason, a count, or about exams. */
const IS_NO_MORE = /^【|[?？]|ため。?$|[\d１-９]つの|出題/u;

/** Sentences that address the learner, or refer to other chapters or to a thing mentioned before the definition. */
export const TO_LEARNER: RegExp =
  /(?<=[.。] ?)(?:こちらの(?:ほう|方)が|(?:(?:you should )?(?:know|learn|remember|study|read|understand|familiarize|be (?:comfortable|familiar|aware))|make sure|verify that you know)\b|[^.\n]*\b(?:covered|discussed|explained|here just)\b).*$/gimu;
/** Extends a short definition with the sentences and items that follow it in the notes. */
export function fuller(said: string, markdown: string, title: string): string {
  const text = proseLines(markdown).join("\n").replace(TO_LEARNER, "");
  const at = text.indexOf(said);
  if (at < 0) return said;
  let told = said;
  for (const part of text.slice(at + said.length).split(PARTS)) {
    if (saysEnough(told, title)) break;
    const isApart = /^\n/.test(part) || /[。ぁ-んァ-ヶ一-龠]$/u.test(told);
    const next = told + (isApart ? part : ` ${part.trimStart()}`);
    if (part.trim() !== "" && (!goesOn(part.trim()) || weight(next) > MAX_WIDTH)) break;
    told = next;
  }
  return told.trim();
}

function saysEnough(text: string, title: string): boolean {
  const words = wordsTold(text, title);
  return IS_JAPANESE.test(text) ? words >= MIN_WORDS : words >= MIN_WORDS_IN_ENGLISH && weight(text) >= MIN_COLUMNS;
}

function goesOn(line: string): boolean {
  const text = line.replace(OF_IT, "");
  return (
    statesSomething(text) &&
    standsAlone(text) &&
    isStatement(text) &&
    ![IS_OTHER, IS_NO_MORE].some((form) => form.test(text))
  );
}

/** The lines of paragraphs and lists, including nested lists, up to any other block. */
function proseLines(markdown: string): readonly string[] {
  const lines: string[] = [];
  for (const { type, content, children } of blocksOf(markdown.split("\n")).blocks) {
    if (type === "paragraph") lines.push(...wholePlain(content));
    else if (!/_list$|^comment$/.test(type)) break;
    for (const item of children) {
      // A short item with a nested list may be its title.
      if (item.children.length > 1 && lines.length > 0 && weight(itemParagraph(item)) < MAX_TITLE) return lines;
      lines.push(itemParagraph(item));
      const below = item.children.slice(1);
      lines.push(
        ...below.filter(({ type }) => /_list$/.test(type)).flatMap((list) => list.children.map(itemParagraph)),
      );
    }
  }
  return lines;
}
