import { blocksOf } from "../../notes/reading/blocks.ts";
import { firstParagraph, isSentence, wholePlain } from "./cardText.ts";
import { standsAlone, weight } from "./cardWords.ts";
import { isStatement } from "./explanation.ts";

/** Columns of an answer that says enough by itself, and of one that more is added to. */
const ENOUGH = 72;
const MOST = 260;
/** Speaks of what stood before, which is on the card. */
const OF_IT = /^・?(?:it|they|these|これ|それ)(?:\s|は|ら)|^・/iu;
const PARTS = /(?<=。)(?!\n)|(?<=[a-z)\d]{2}[.!])\s(?=\p{Lu})|(?=\n)/u;
/** What begins another definition: `alias : allows you to …`. */
export const IS_OTHER: RegExp = /^[\p{L}\d][^。.:：]{0,30}\s?[:：](?=\s|["“「])|^\d{1,2} \p{Lu}[^.:–]{2,40} – /u;
/** A name before what is said of it, why, how many, what an exam asks. */
const IS_NO_MORE = /^[^。.]{1,24} [-–—] |[?？]|ため。?$|[\d１-９]つの|出題/u;

/** An answer of few words, and what the notes say next of the same thing; of a paragraph too long for a card its first sentences. */
export function fuller(said: string, markdown: string): string {
  const text = proseLines(markdown).join("\n");
  const at = text.indexOf(said);
  if (weight(said) >= ENOUGH || said.includes("\n") || at < 0) return said;
  let told = said;
  for (const part of text.slice(at + said.length).split(PARTS)) {
    const isApart = /^\n/.test(part) || /[。ぁ-んァ-ヶ一-龠]$/u.test(told);
    const next = told + (isApart ? part : ` ${part.trimStart()}`);
    if (part.trim() !== "" && (!goesOn(part.trim()) || weight(next) > MOST)) break;
    told = next;
    if (weight(told) >= ENOUGH) break;
  }
  return told.trim();
}

function goesOn(line: string): boolean {
  const text = line.replace(OF_IT, "");
  return (
    isSentence(text) &&
    standsAlone(text) &&
    isStatement(text) &&
    ![IS_OTHER, IS_NO_MORE].some((form) => form.test(text))
  );
}

/** The lines of paragraphs and lists, up to anything else. */
function proseLines(markdown: string): readonly string[] {
  const lines: string[] = [];
  for (const { type, content, children } of blocksOf(markdown.split("\n")).blocks) {
    if (type === "paragraph") lines.push(...wholePlain(content));
    else if (!/_list$|^comment$/.test(type)) break;
    for (const item of children) {
      // What has parts may be a title of these.
      if (item.children.length > 1 && lines.length > 0 && weight(firstParagraph(item)) < ENOUGH) return lines;
      lines.push(firstParagraph(item));
    }
  }
  return lines;
}
