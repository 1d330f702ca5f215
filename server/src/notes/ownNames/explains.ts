import type { Entry } from "../../model/template.ts";
import { memoByText } from "../../text/memoBy.ts";
import type { NoteFileContent } from "../reading/note.ts";
import { newWordsIn } from "./newWords.ts";

/**
 * Whether a sentence, a cell or an item of a document's text tells readers more than the place itself: many short ones
 * together are a list of what there is.
 *
 * @param least how many new words it takes, see `newWordsIn`
 * @param isOnThis whether one that has so many is on the place
 */
export function explains(
  text: string,
  least: number,
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
  isOnThis: (part: string) => boolean,
): boolean {
  const newsOf = (part: string): number => newWordsIn(spoken(part), names, entries, file, JAPANESE, least);
  return partsOf(text).some((part) => isOnThis(part) && newsOf(part) >= least);
}

const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** In UTF-16 units: what is told in full is hardly longer. */
const MAX_LENGTH = 2000;

const partsOf = memoByText(
  (text: string): readonly string[] =>
    withoutCode(text.slice(0, MAX_LENGTH))
      .split(ENDS)
      .filter((part) => part.trim() !== ""),
  500,
);

/** The ends of sentences, cells, and of lines behind which another item or paragraph begins. */
const ENDS = /\n(?=\s*(?:[-*+|#>]|\d+[.)]\s|\n|$))|\||(?<=[^\d\s][.!?])(?<!\b[ei]\.[ge]\.)\s|[。！？]/;

/** A text without its blocks of code. */
export function withoutCode(text: string): string {
  return text
    .split(FENCE)
    .filter((_, at) => at % 2 === 0)
    .join("\n");
}

const FENCE = /^\s*(?:```|~~~).*$/m;

/** A text without names in code. A number says something, as code does that is only a number. */
function spoken(part: string): string {
  const text = part.replace(/`[^`]*`/g, (code) => (NUMBER.test(code) ? code : " "));
  return NUMBER.test(text) ? `\`${text.trim()}\`` : text;
}

const NUMBER = /^[\s`]*\d(?:[\d.,]*\d)?%?[\s`]*$/;
