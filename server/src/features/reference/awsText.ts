import { type Language, word } from "./frame.ts";

/** AWS's text, or ours where there is none of theirs, with the link to the page. */
export function described(
  own: string | undefined,
  aws: string | undefined,
  url: string | undefined,
  { language, noteAbove }: { readonly language: Language; readonly noteAbove: "none" | "own" | "builtIn" },
): { readonly text: string | undefined; readonly page: string | undefined } {
  const page = pageLink(url, language);
  if (own !== undefined) return { text: noteAbove === "builtIn" ? undefined : own, page };
  return { text: shortText(aws, LONGEST_BELOW[noteAbove]), page };
}

/** A link to AWS's page. */
export function pageLink(url: string | undefined, language: Language): string | undefined {
  return url === undefined ? undefined : `[${word("documentation", language)}](${url})`;
}

/** Characters of AWS's text: alone, below the user's note, and below a built-in one. */
const LONGEST_TEXT = 360;
const LONGEST_BELOW = { none: LONGEST_TEXT, own: 180, builtIn: 85 } as const;
const SHORTEST_SENTENCE = 24;

/** AWS's own text, cut at a sentence so that a hover stays readable. */
function shortText(text: string | undefined, limit: number): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  // A list in one line would not read well.
  const [prose = ""] = text.split(/\n\s*(?:[-+*]|\d+\.)\s/, 1);
  const clean = withoutIntroduction(prose)
    .replace(/<[^>]+>/g, "")
    .replace(/\s*\n\s*(?:>\s*)?/g, " ")
    .replace(/^[\s>]+/, "")
    .trim();
  if (clean === "" || /^https?:\S+$/.test(clean)) return undefined;
  if (clean.length <= limit) return clean;
  const head = clean.slice(0, limit);
  const sentence = head.lastIndexOf(". ");
  const blank = head.lastIndexOf(" ");
  const isSentence = sentence > SHORTEST_SENTENCE;
  const cut = isSentence ? sentence + 1 : blank > 0 ? blank : limit;
  return closed(head.slice(0, cut).trim(), isSentence ? "" : " …");
}

/** A last sentence that introduces the list behind it says nothing without it. */
function withoutIntroduction(prose: string): string {
  return /:\s*$/.test(prose) ? prose.replace(/(?:^|(?<=[.!?]\s))[^.!?]*:\s*$/, "") : prose;
}

/** A text that was cut, without half a link, half a code span or half an emphasis. */
function closed(text: string, end: string): string {
  const linked = text.replace(/\[[^\]]*(?:\]\([^)]*)?$/, "").trimEnd();
  const isEmphasisOpen = (linked.match(/\*/g)?.length ?? 0) % 2 === 1;
  const whole = isEmphasisOpen ? linked.replace(/(^|\s)\*(?=[^\s*])/, "$1") : linked;
  const isOpen = (whole.match(/`/g)?.length ?? 0) % 2 === 1;
  return isOpen ? `${whole.slice(0, whole.lastIndexOf("`")).trimEnd()} …` : `${whole}${end}`;
}
