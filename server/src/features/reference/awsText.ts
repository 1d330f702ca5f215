import { pageIn } from "../../text/awsPages.ts";
import type { Localised } from "../../text/localised.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Language, ReferenceContext } from "./context.ts";
import { word } from "./markdown.ts";

/** Something that we have a text on, or AWS has. */
export interface Described {
  readonly text?: Localised | undefined;
  /** AWS's text, which may have to be decoded first. */
  readonly documentation?: string | undefined;
  readonly url?: string | undefined;
}

/** Our text, or AWS's if there is none of ours, with the link to the page. */
export function described(
  thing: Described | undefined,
  { language, noteAbove, isWordTold }: Pick<ReferenceContext, "language" | "noteAbove" | "isWordTold">,
  url: string | undefined = thing?.url,
): { readonly text: string | undefined; readonly page: string | undefined } {
  const page = pageLink(url, language);
  if (noteAbove !== "none" && isWordTold) return { text: undefined, page };
  return { text: thing && (thing.text?.[language] ?? paragraphOf(thing)), page };
}

/** The catalogue's objects are the same for each hover, and each key of a template is hovered again and again. */
const paragraphOf = memoBy(({ documentation }: Described) => firstParagraph(documentation));

/** A link to AWS's page. */
export function pageLink(url: string | undefined, language: Language): string | undefined {
  return url === undefined ? undefined : `[${word("documentation", language)}](${pageIn(language, url)})`;
}

/** Characters of AWS's text; its first paragraph is hardly ever longer. */
const MAX_TEXT_LENGTH = 600;
const MIN_SENTENCE_LENGTH = 24;

/** AWS's own first paragraph, cut at a sentence if it is too long for a hover. */
function firstParagraph(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  // A list in one line would not read well.
  const [prose = ""] = text.split(/\n\s*(?:[-+*]|\d+\.)\s/, 1);
  const [paragraph = ""] = withoutIntroduction(prose)
    .trim()
    .split(/\n\s*\n/, 1);
  const clean = paragraph
    .replace(/<[^>]+>/g, "")
    .replace(/\s*\n\s*(?:>\s*)?/g, " ")
    .replace(/^[\s>]+/, "")
    .replace(/(?:^|(?<=\.)\s+)For more information,? (?:see|about)\b.*$/, "")
    .trim();
  if (clean === "" || /^https?:\S+$/.test(clean)) return undefined;
  if (clean.length <= MAX_TEXT_LENGTH) return clean;
  const head = clean.slice(0, MAX_TEXT_LENGTH);
  const sentence = head.lastIndexOf(". ");
  const blank = head.lastIndexOf(" ");
  const isSentence = sentence > MIN_SENTENCE_LENGTH;
  const cut = isSentence ? sentence + 1 : blank > 0 ? blank : MAX_TEXT_LENGTH;
  return closeText(head.slice(0, cut).trim(), isSentence ? "" : " …");
}

/** A last sentence that introduces the list behind it says nothing without it. */
function withoutIntroduction(prose: string): string {
  return /:\s*$/.test(prose) ? prose.replace(/(?:^|(?<=[.!?]\s))[^.!?]*:\s*$/, "") : prose;
}

/** A text that was cut, without half a link, half a code span or half an emphasis. */
function closeText(text: string, end: string): string {
  const linked = text.replace(/\[[^\]]*(?:\]\([^)]*)?$/, "").trimEnd();
  const isEmphasisOpen = (linked.match(/\*/g)?.length ?? 0) % 2 === 1;
  const whole = isEmphasisOpen ? linked.replace(/(^|\s)\*(?=[^\s*])/, "$1") : linked;
  const isOpen = (whole.match(/`/g)?.length ?? 0) % 2 === 1;
  return isOpen ? `${whole.slice(0, whole.lastIndexOf("`")).trimEnd()} …` : `${whole}${end}`;
}
