import type { Note } from "../../notes/reading/note.ts";
import type { Asked } from "./card.ts";
import { bareTitle, withoutSigns } from "./cardWords.ts";
import { isKindOfService, saysWhatItIs } from "./defines.ts";
import { isArgued, isDefinition } from "./definitionScore.ts";
import { isExplanation, isNameByForm } from "./explanation.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { isAsked } from "./questionCard.ts";
import { isSaidAgain } from "./saidAgain.ts";
import type { Sentence } from "./sentences.ts";
import { isServiceTitle } from "./serviceTitle.ts";
import { HOLDS_NO_FACTS, namesTwo } from "./termCards.ts";

/** Number of headings above a sentence that it may define. */
const MAX_HEADINGS = 2;
const MAX_NAME = 40;
const IS_NAME = /^(?:[\p{Lu}\p{sc=Katakana}\p{sc=Han}]|[a-z]+-[a-z])(?!.*\s(?:that|which|the|an?|also)$)/u;

/** A comparison, or a reference to earlier text. */
const COMPARES = /\b(?:while|whereas|meanwhile|unlike|compared|than|these|those|such)\b/i;

/** A name of AWS. */
const IS_OF_AWS = /^(?:AWS|Amazon) \p{Lu}/u;

/** The definition of a heading's name by a sentence anywhere below it: `A route table is a set of rules that …`. */
export function definingCard({ text }: Sentence, note: Note, known: KnownNotes): (Asked & { of: Note }) | undefined {
  if (note.naming === "heading" && HOLDS_NO_FACTS.test(note.title)) return undefined;
  for (const of of [note, ...known.above(note).slice(-MAX_HEADINGS).reverse()]) {
    const name = bareTitle(of.title);
    const isService = known.of(of)?.isService ?? isServiceTitle(name);
    if (of.naming === "file" || name.length > MAX_NAME || !IS_NAME.test(name) || isAsked(of) || namesTwo(name))
      continue;
    if (
      COMPARES.test(text) ||
      isArgued(text) ||
      !saysWhatItIs(text, name, isService) ||
      !isExplanation(text, name) ||
      !isDefinition(text, name, known.of(of))
    )
      continue;
    if (known.of(of) === undefined && !isService && !IS_OF_AWS.test(name)) continue;
    if (isService && known.isRole(of, name) && !(isKindOfService(text) && !/\bwhere\b/.test(text))) continue;
    const subject = isService ? [] : known.subject(of, name);
    // A common word without context: `Templates`.
    if (subject === undefined && !/[\s-]/.test(name) && !isNameByForm(name)) continue;
    const asked = { kind: "term", front: withoutSigns(name), back: text, subject: subject ?? [] } as const;
    if (!isSaidAgain(asked)) return { ...asked, of };
  }
  return undefined;
}
