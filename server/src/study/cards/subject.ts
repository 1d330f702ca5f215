import type { Card } from "./card.ts";
import { bareTitle, pointsBack, standsAlone, weight } from "./cardWords.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { narrates } from "./narration.ts";
import { isServiceTitle, namesService } from "./serviceTitle.ts";

/** The front of a card as shown, with its subject before it. */
export function questionText({ subject, front }: Pick<Card, "subject" | "front">): string {
  return [...subject, front].join(" › ");
}

const MAX_TITLE = 40;
/** Maximum length of a question that may need a subject. */
const MAX_QUESTION = 60;
const NAMES_THING = /[A-Z]{2}|[A-Z]\w*[a-z]\w*[A-Z]|[A-Z\d]\w*-\w|\bcfn-\w/;
/** Names only what its subject is compared with: `EBSとの違いは？`; or has a pronoun for the subject. */
const IS_COMPARED =
  /^[^と、]{1,30}(?:との(?:違い|差|関係)|とは?(?:何が|どう)?違う|で代[用替])|^(?:how|when|why|what|where) (?:is|does|do|can|to use|are) (?:it|they)\b/iu;
/** Headings that structure notes and name no thing: `分野 2: 高可用性 8%`, `Module 3`, `FAQ`. */
const ORDERS_NOTES =
  /[%％]|^(?:分野|第\d)|^(?:domain|module|chapter|part|section|lesson|week|day|test|exam|set)s?\b|questions?\b|\bq ?& ?a\b|\bfaqs?\b|flash ?cards?|よくある|問題|質問|試験|まとめ|メモ|ノート|対策|正解|解説|理由|選択肢/iu;

/** Headings that depend on the surrounding text or narrate: `How?`, `どうやって見つけたか`, `What does this mean?`. */
const IS_OF_TEXT =
  /^\P{L}*(?:how|why|what|when|which)(?:\P{L}*$| (?:does |do |is )?it\b)|(?:した|だった|でした)(?:の|ん)?(?:です)?か\P{L}*$|本当に|\bdid (?:I|we|you)\b|^\P{L}*(?:but|create|add|build|deploy)\b|^\P{L}*if\b[^,]*$|\b(?:this|that|these|those|here|its)\b|[こそ]の|[こそ]れ|->|→|^why (?:is|are|does|do|did|can) (?:the|my|your)\b.*\bnot\b/iu;
/** Program code. */
const IS_PROGRAM = /^\s*(?:import|export|const|let|var|function|def|class|return|public|private|async)\b|;\s*$/mu;

/** Question words; `…が付いているか` has none: it is an item of a checklist. */
const ASKS_WHAT =
  /とは\W*$|何|なぜ|どう|どの|どれ|どこ|どちら|いつ|誰|いく[つら]|^(?:what|why|how|when|which|where|who)\b/iu;

/** Whether a heading worded as a question makes a card: it names its subject, and the text below answers it. */
export function isForLearner({ front, back }: Pick<Card, "front" | "back">, known: KnownNotes): boolean {
  const isNamed = namesService(front) || known.mentions(front);
  if (!/[?？]\W*$/u.test(front) && !ASKS_WHAT.test(front)) return false;
  return (
    isNamed &&
    !IS_OF_TEXT.test(front) &&
    !pointsBack(back) &&
    !IS_PROGRAM.test(back) &&
    !narrates(back) &&
    !/[?？]\s*(?:\n|$)/u.test(back)
  );
}

/** Refers to people or requirements of a scenario that is not in the question. */
const OF_SCENARIO =
  /\b(?:an?|the|this|that) (?:solutions? architect|(?:sysops |systems? )?administrator|engineer|developer)\b|\bthis (?:issue|problem|error|data|solution|environment|architecture|website|design)\b|\b(?:the|this|that) (?:[\w-]+ )?(?:compan(?:y|ies)|teams?|(?:solutions? )?architect|engineers?|developers?|administrators?|organi[sz]ation|business|customers?|startup|firm|client|scenario|situation|requirements?|goal|task)\b|\bthese (?:[\w-]+ )?(?:requirements?|goals|conditions)\b|要件を満たす|^(?:[^。]*[^\p{L}])?(?:同社|(?:ソリューション)?アーキテクト|開発者|管理者|エンジニア|会社|企業)[はがの]/iu;
/** Words without content: a question of nothing else depends on a scenario: `Which AWS service should they use?` */
const ASKS_NOTHING =
  /\b(?:which|what|aws|amazon|cloud|services?|features?|options?|solutions?|tools?|principles?|concepts?|strateg(?:y|ies)|approach|approaches|actions?|steps?|types?|pricing|models?|security|storage|database|design|architectur\w+|is|are|does|do|did|should|would|could|can|will|must|be|been|being|they|you|we|it|the|a|an|of|for|to|in|this|here|best|most|use|used|uses|apply|applies|applied|capabilit(?:y|ies)|components?|enabled?|consider(?:ed)?|configured?|fits?|meets?|choose|chosen|recommend(?:ed)?|needed|required|appropriate|suitable|implement(?:ed)?|help|helps|provides?|cost|effective|issue|problem|cause|root|likely|first|next)\b|[^\p{L}]/giu;
/** One line that compares the solutions of a scenario, without its choices: `Which solution has the LEAST overhead?` */
const IS_OF_CASE =
  /^which (?:solution (?:will|would|can|meets)\b.*|.*\b(?:most cost[ -]effective|least (?:\w+ )?overhead))[?？]?$/iu;
/** Introduces a scenario: `A company …`, `ある企業が…`. */
const INTRODUCES =
  /[.。][^\n]{8}|\n|\b(?:an?|your|our|each|every|any) (?:[\w-]+ ){0,2}(?:compan|team|organi[sz]ation|business|customer|startup|firm|client|user|application)|ある/iu;

/** Minimum width of an item of the answer to a question that names no thing itself. */
const MIN_ITEM = 64;

/** Whether a question depends on a text that is not part of it: `この機能を支援するのはどれですか。`; or is vague and answered in keywords: `費用は？` */
export function isCutOff({ front, back, subject }: Pick<Card, "front" | "back" | "subject">): boolean {
  if (subject.length > 0 && back.split("\n").every((line) => line.startsWith("・") && weight(line) < MIN_ITEM))
    return true;
  if (IS_COMPARED.test(front) && subject.length === 0) return true;
  if (/^(?:which|what) [^\n]+$/i.test(front) && front.replace(ASKS_NOTHING, "").trim() === "") return true;
  if (IS_OF_CASE.test(front)) return true;
  if (OF_SCENARIO.test(front) && !INTRODUCES.test(front.replace(/\n[^\n]?[A-H1-8][^\n]*/gu, ""))) return true;
  return /^(?:この|その)[^\n]*(?:\n[^\n]?[A-H1-8]|$)|^\P{L}*(?:[^.\n]*\bthese requirements\b|why not (?:the )?others?\b|why (?:are )?(?:the )?other options\b)/iu.test(
    front,
  );
}

/** What a service has, as AWS writes it: `StackSets`. */
const IS_NAME = /^[A-Z]+[a-z]\w*?[A-Z]\w*$/;

/** The nearest heading that names the subject of a short question such as `これは何に使う？`. */
export function subjectOfQuestion(front: string, path: readonly string[]): readonly string[] {
  const namesThing = !IS_COMPARED.test(front) && NAMES_THING.test(front);
  if (!IS_COMPARED.test(front) && (front.length > MAX_QUESTION || namesService(front))) return [];
  const [file = "", ...others] = path.map(bareTitle);
  const isTold = !/\p{Lu}|[ァ-ヶー]{5}/u.test(front.slice(1)) || isServiceTitle(file) || namesService(file);
  const titles = [...(isTold ? [file.replace(/^\d+[-_]/, "")] : []), ...others];
  const isSubject = (title: string): boolean =>
    title.length <= MAX_TITLE &&
    standsAlone(title) &&
    !ORDERS_NOTES.test(title) &&
    (!/^\p{Lu}?\p{Ll}+$/u.test(title) || namesService(title)) &&
    !/[?？]$|^(?:readme|index|memos?|notes?)\b/iu.test(title) &&
    !front.includes(title);
  const isThing = (title: string): boolean => isServiceTitle(title) || (IS_NAME.test(title) && isSubject(title));
  const subject = namesThing
    ? titles.findLast(isServiceTitle)
    : (titles.findLast(isThing) ?? titles.findLast(isSubject));
  return subject === undefined || front.includes(subject) ? [] : [subject];
}
