import type { Card } from "./card.ts";
import { bare, pointsBack, standsAlone } from "./cardWords.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { isServiceTitle, namesService } from "./serviceTitle.ts";

/** What a card asks, as it is shown: with what it is about in front, where its own words do not say it. */
export function askedText({ subject, front }: Pick<Card, "subject" | "front">): string {
  return [...subject, front].join(" › ");
}

const LONGEST_TITLE = 40;
/** A longer question tells what it is about. */
const LONGEST_QUESTION = 60;
const NAMES_THING = /[A-Z]{2}|[A-Z]\w*[a-z]\w*[A-Z]|[ァ-ヶー]{6}|\w-\w/;
/** What something is compared with is not what is asked about: `EBSとの違いは？` */
const IS_COMPARED =
  /^[^とや、]{1,30}との(?:違い|差|関係)|^(?:how|when|why|what|where) (?:is|does|do|can|to use|are) (?:it|they)\b/iu;
/** A title of a course, an exam or a list of questions, not of a thing: `分野 2: 高可用性 8%`, `Module 3`, `FAQ`. */
const ORDERS_NOTES =
  /[%％]|^(?:分野|第\d)|^(?:domain|module|chapter|part|section|lesson|week|day|test|exam|set)s?\b|questions?\b|\bq ?& ?a\b|\bfaqs?\b|問題|質問|試験|まとめ|メモ|ノート|対策|正解|解説|理由|選択肢/iu;

/** `How?`, what somebody tells of their own day, and what points to the text around it: `どうやって見つけたか`, `What does this mean?`. */
const IS_OF_TEXT =
  /^\P{L}*(?:how|why|what|when|which)\P{L}*$|(?:した|だった|でした)(?:の|ん)?(?:です)?か\P{L}*$|\b(?:this|that|these|those|here)\b|[こそ]の|[こそ]れ|->|→/iu;

/** `…とは`, `…は何か`; `…が付いているか` is what to look at. */
const ASKS_WHAT =
  /とは\W*$|何|なぜ|どう|どの|どれ|どこ|どちら|いつ|誰|いく[つら]|^(?:what|why|how|when|which|where|who)\b/iu;

/**
 * Whether a title that only sounds like a question is one for whoever learns: it names what it is about, and what is below it
 * answers.
 */
export function isForLearner({ front, back }: Pick<Card, "front" | "back">, known: KnownNotes): boolean {
  const isNamed = namesService(front) || known.mentions(front);
  if (!/[?？]\W*$/u.test(front) && !ASKS_WHAT.test(front)) return false;
  return isNamed && !IS_OF_TEXT.test(front) && !pointsBack(back) && !/[?？]\s*(?:\n|$)/u.test(back);
}

/** Whether a question is about what stood in front of it: `この機能を支援するのはどれですか。`, and its choices. */
export function isCutOff(front: string): boolean {
  return /^(?:この|その)[^\n]*(?:\n[^\n]?[A-H1-8]|$)|^\P{L}*(?:[^.\n]*\bthese requirements\b|why not (?:the )?others?\b|why (?:are )?(?:the )?other options\b)/iu.test(
    front,
  );
}

/** The nearest title above a short question that names nothing: `これは何に使う？` is asked below many. */
export function subjectOfQuestion(front: string, path: readonly string[]): readonly string[] {
  const namesThing = !IS_COMPARED.test(front) && NAMES_THING.test(front);
  if (!IS_COMPARED.test(front) && (front.length > LONGEST_QUESTION || namesService(front))) return [];
  const [file = "", ...others] = path.map(bare);
  const isTold = !/\p{Lu}|[ァ-ヶー]{5}/u.test(front.slice(1)) || isServiceTitle(file) || namesService(file);
  const titles = [...(isTold ? [file.replace(/^\d+[-_]/, "")] : []), ...others];
  const isSubject = (title: string): boolean =>
    title.length <= LONGEST_TITLE &&
    standsAlone(title) &&
    !ORDERS_NOTES.test(title) &&
    !/[?？]$|^(?:readme|index|memos?|notes?)\b/iu.test(title) &&
    !front.includes(title);
  const subject = titles.findLast(isServiceTitle) ?? (namesThing ? undefined : titles.findLast(isSubject));
  return subject === undefined || front.includes(subject) ? [] : [subject];
}
