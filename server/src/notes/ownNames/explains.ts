import type { Entry } from "../../model/template.ts";
import { memoByText } from "../../text/memoBy.ts";
import type { NoteFileContent } from "../reading/note.ts";
import { newsIn } from "./newWords.ts";

/** How many new words of a part make it worth telling, if it says what to heed, and if not. */
export interface News {
  readonly heeded: number;
  readonly plain: number;
}

/** A section that somebody wrote on the very thing hardly needs any. */
export const OF_SECTION: News = { heeded: 1, plain: 1 };
/** Items, cells and what is on more than the thing have some for anything. */
export const OF_LIST: News = { heeded: 2, plain: 8 };
/** Where the template itself says what to heed, a text mostly says that again. */
export const OF_WARNED: News = { heeded: 8, plain: 8 };

/**
 * Whether a sentence, a cell or an item of a document's text tells readers more than the place itself: many short ones
 * together are a list of what there is.
 *
 * @param isOther whether a name is that of something else in the template: how the thing depends on that is news
 */
export function explains(
  text: string,
  least: News,
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
  isOther: (name: string) => boolean,
): boolean {
  return partsOf(text).some((part) => {
    const others = new Set(part.match(/\w+/g)?.filter(isOther));
    const said = part.replace(/`[^`]*`/g, " ").replace(/\w+/g, (word) => (others.has(word) ? " " : word));
    const { isHeeded, words } = newsIn(said, names, entries, file);
    return isHeeded ? words + others.size >= least.heeded : words >= least.plain;
  });
}

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
