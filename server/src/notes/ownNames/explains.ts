import type { Entry } from "../../model/template.ts";
import { memoByText } from "../../text/memoBy.ts";
import type { NoteFileContent } from "../reading/note.ts";
import { type Kind, newsIn } from "./newWords.ts";

/** How many new words of a part make it worth telling. */
export type News = Readonly<Record<Kind, number>>;

/** A section that somebody wrote on the very thing hardly needs any. */
export const OF_SECTION: News = { heeded: 1, conditional: 1, plain: 1 };
/** Items, and sections of READMEs, go through all that there is: few say more than what it is. */
export const OF_ANY: News = { heeded: 2, conditional: 7, plain: 12 };
/** Of what went wrong with a thing. */
export const OF_MISTAKE: News = { heeded: 2, conditional: 4, plain: 6 };
/** What AWS's things are is known. */
export const OF_AWS: News = { heeded: 2, conditional: 7, plain: Number.POSITIVE_INFINITY };
/** Of a parameter without a description the template says nothing. */
export const OF_UNDESCRIBED: News = { heeded: 2, conditional: 3, plain: 5 };
/** Where the template itself says what to heed, a text mostly says that again. */
export const OF_WARNED: News = { heeded: 8, conditional: 12, plain: 12 };
/** What a nested template declares has its description there, which is not at hand. */
export const OF_NESTED: News = { heeded: 5, conditional: 12, plain: 12 };

/**
 * The first sentence, cell or item of a document's text that tells readers more than the place itself: many short ones
 * together are a list of what there is.
 *
 * @param isOther whether a name is that of something else in the template: how the thing depends on that is news
 */
export function explaining(
  text: string,
  least: News,
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
  isOther: (name: string) => boolean,
): string | undefined {
  return sentencesOf(text).find((part) => {
    const others = new Set(part.match(/\w+/g)?.filter(isOther));
    const said = part.replace(/`[^`]*`/g, " ").replace(/\w+/g, (word) => (others.has(word) ? " " : word));
    const { kind, words } = newsIn(said, names, entries, file);
    // A condition on something else in the template is one to heed.
    const isDependent = kind === "conditional" && others.size > 0;
    return words + (kind === "plain" ? 0 : others.size) >= least[isDependent ? "heeded" : kind];
  });
}

/** In UTF-16 units: what is told in full is hardly longer. */
const MAX_LENGTH = 2000;

/** The sentences, cells and items of a text, without its code, headings and examples. */
export const sentencesOf: (text: string) => readonly string[] = memoByText(
  (text: string): readonly string[] =>
    withoutCode(text.slice(0, MAX_LENGTH))
      .split(ENDS)
      .map((part) => part.replace(/^\s*\*\*(?=\s)/, "").trim())
      .filter((part) => part !== "" && ![ASIDE, IS_ELSEWHERE, NAMED_STEP].some((pattern) => pattern.test(part))),
  500,
);

/** The ends of sentences, cells, of lines that break for sure, and of lines behind which another item or paragraph begins. */
const ENDS =
  / {2}\n|\n(?=\s*(?:[-*+]\s|\*\*[^*\n]+(?:\*\*)?[:：]|[|#>]|\d+[.)]\s|\n|$))|\||(?<=[^\d\s][.!?])(?<!\b[ei]\.[ge]\.)\s|[。！？]/;

/** `… are in the next section`, `… is described below`, 次の章を参照してください */
const IS_ELSEWHERE =
  /\b(?:is|are) (?:\w+ )?(?:in|on) the (?:\w+ )?(?:section|chapter|table|page|appendix)\b|\b(?:is|are) (?:listed|described|explained|documented|shown|covered) (?:below|above|later)\b|(?:セクション|章|節|表|ページ)(?:に(?:あります|記載)|を(?:参照|ご覧))/iu;

/** Headings below, examples, and sentences that only say where more is written. */
const ASIDE =
  /^\s*(?:#|for example\b|例えば|たとえば)|^[^\p{L}]*\[[^\]]*\]\([^)]*\)[^\p{L}]*$|\b(?:see|refer to|more (?:info(?:rmation)?|details)|listed (?:on|in|at))\b[^|]*\[|\]\([^)]*\)[^|]*参照/iu;

/** `Phase 8: Scaling & Cost Tuning` in a list of steps: a title, as each of its words begins with a capital. */
const NAMED_STEP =
  /^[^\p{L}]*(?:Phase|Step|Stage|Part)\s\d+[:.)\s–—-]+(?:(?:\p{Lu}[\w/.-]*|and|or|of|for|in|with|the|to|&)(?:[ ,]+|$))+$/u;

/** A text without its blocks of code, and without the signs of quotations and call-outs. */
export function withoutCode(text: string): string {
  return text
    .replace(QUOTED, "")
    .split(FENCE)
    .filter((_, at) => at % 2 === 0)
    .join("\n");
}

const FENCE = /^\s*(?:```|~~~).*$/m;
const QUOTED = /^[ \t]*>[> \t]*(?:\[!\w+\][-+]?)?/gm;
