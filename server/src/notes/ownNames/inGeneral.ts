import { proseOf } from "../binding/saysNothing.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";

/** In letters: a longer text says more than what something is. */
const MAX_LETTERS = 160;

/** How one writes templates, or does not: that is for all of them. */
const RULE =
  /^\s*(?:[-*+]\s+|\d+[.)]\s+)?\**(?:use|avoid|prefer|follow|enforce|always|never|apply|keep|do not|don['’]t)\b|\b(?:rather than|instead of|must not|don['’]t)\b|\bNG\b|禁止|避け|べき|しないこと|使わない|推奨/imu;

/** What something is: "SNS is a service that …", 「…を提供する」 */
const GLOSSARY =
  /\b(?:is|are) (?:an?|the|used)\b|\bstands for\b|\b(?:provides?|allows?|enables?|lets)\b|\byou (?:can|to)\b|\bcan be used\b|とは|提供(?:する|します)|(?:サービス|リソース|機能|仕組み|もの)(?:です|である|だ)?[。\s]*$|できる|できます/imu;

/**
 * Whether a note in a document beside templates only says in general what something of AWS's is: in a sentence or two,
 * or, of a part of CloudFormation's language, without a name of the template's own. Everybody who has the template open
 * knows it, and a link is enough.
 */
export function isInGeneral(
  note: Note,
  file: NoteFileContent,
  text: string,
  { isOnSyntax, namesOwn, explains }: { isOnSyntax: boolean; namesOwn: () => boolean; explains: () => boolean },
): boolean {
  if (isRule(note, text) || namesOwn()) return false;
  return isOnSyntax || (GLOSSARY.test(text) && proseOf(note, file) < MAX_LETTERS && !explains());
}

/** Whether a note says how one writes templates, or does not. */
export function isRule({ title }: Note, text: string): boolean {
  return RULE.test(`${title}\n${text}`);
}
