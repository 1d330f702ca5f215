import type { Focus } from "../../model/focus/focus.ts";
import { hasWord, mentionedName } from "../binding/mentions.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { OF_ANY, sentencesOf, withoutCode } from "./explains.ts";
import { newsIn } from "./newWords.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import { declaredAt } from "./saysNoMore.ts";

/**
 * The first sentence of a note on something else that says what to heed of the author's own thing under the caret, and
 * that the template does not say itself: "The timeout of `OrdersQueue` must be …".
 *
 * @param isOwn whether a name is only an author's
 */
export function heededIn(
  note: Note,
  file: NoteFileContent,
  focus: Focus,
  { template }: AskedTemplate,
  isOwn: (name: string) => boolean,
): string | undefined {
  const { name, isOwn: mayBeOwn } = mentionedName(focus) ?? { name: "", isOwn: false };
  if (!mayBeOwn || !isOwn(name) || !declares(template, name)) return undefined;
  const entries = declaredAt(focus, template, name);
  const othersIn = (sentence: string): number => {
    const words = new Set(sentence.match(/\w+/g));
    return [...words].filter((word) => word !== name && isOwn(word) && declares(template, word)).length;
  };
  const isToHeed = (sentence: string): boolean => {
    const { kind, words } = newsIn(sentence, [name], entries, file);
    return kind === "heeded" && words >= OF_ANY.heeded && sentence.length <= MAX_LENGTH && othersIn(sentence) < MANY;
  };
  for (const paragraph of withoutCode(passageOf(note, file)).split(PARAGRAPHS)) {
    const begins = hasWord(paragraph.slice(0, name.length + MAX_SIGNS), name);
    const found = sentencesOf(paragraph).find(
      (sentence) => (hasWord(sentence, name) || (begins && othersIn(sentence) === 0)) && isToHeed(sentence),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In UTF-16 units: a longer sentence is no line. */
const MAX_LENGTH = 300;
/** A sentence that names so many other things lists them. */
const MANY = 3;
/** Paragraphs and items. */
const PARAGRAPHS = /\n(?=\s*(?:\n|[-*+#>|]|\d+[.)]\s))/;
/** So many signs may stand before a paragraph's first word. */
const MAX_SIGNS = 8;
