import { nameKeys } from "../../notes/words/nameKeys.ts";
import { nameKey } from "../../notes/words/names.ts";
import { isProperName, standsAlone, tells, weight } from "./cardWords.ts";
import { stems } from "./contentWords.ts";
import { saysWhatItDoes, spellsOut } from "./defines.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** Maximum width of a definition of one line. */
export const MAX_ANSWER = 320;
/** Maximum width of a definition with a list or several lines. */
const MAX_FITTING = 500;
const MIN_ANSWER = 14;
/** Maximum width of a description that is the front of a card. */
const MAX_TEXT = 240;
const MIN_TEXT = 36;

/** Advice, limitations and conditions, which are no descriptions. */
const IS_ADVICE =
  /^(?:for|in|on|at|by|when|if|with)\b|できない|^デフォルト|最大|上限|でき(?:ません|ず)|不可|不要|ない。?$|推奨|おすすめ|必要がある|\b(?:not|cannot|can't|best practice|recommended?|should|must|always|never|optional|default)\b/iu;
/** A single fact, such as a limitation, requirement or default, which is no definition: `Health checks do not support WebSockets.` */
const IS_ONE_FACT =
  /^・?(?:[^。]*(?:(?:(?:でき|出来)|してい)(?:ない|ません)|にも対応(?:している|済み)?|不可(?:能)?|ではない|ではありません|含まない|含まれない|(?:[うくすむる]|必要な)場合|(?:機能はない|のみ|だけ|必要が?(?:ある|あり|あります)|必要です)[。.]?$)(?:$|。)|(?:デフォルト|既定)(?![:：]))|^(?:・\s?)?(?:(?:is |are )?(?:only used|used only|using)|must|should|ha(?:s|ve) to|cannot|can't|can not|(?:if|unless)\b[^,]*$|(?:when|upon|called|before|after|once|because|like|where|while|since|from where)\b|(?:\w+ )?(?:can|may) be (?!used\b)|default\b|don't|doesn't|do not|does not|not|no|never|by default|(?:it is )?best practice|requires?|needs?)\b|^(?:[\w-]+ ){1,5}(?:(?:do|does|is|are|can) not|(?:is|are) to be|cannot|(?:can|do|does|are|is)n?['’]t) [^.]{1,120}\.?$/iu;
/** Says only that something exists. */
const IS_EXISTENCE = /^・?[^。]{1,60}が(?:存在(?:します|する)|ある|あります|用意されてい(?:ます|る))。?$/u;
/** What a service does under a condition, and single capabilities, which do not define it. */
const IS_SOMETIMES =
  /^[^。]*(?:場合|するとき|すると|した際)|(?:可能|できる(?:ようになる)?|できます|を持つ|がある|(?:設定|構成|用意)されて(?:いる|います))[。.]?$/u;
/** Questions, examples, remarks and lists of names. */
const IS_NO_STATEMENT =
  /^[✅❌⚠▶●■]|\n[✅❌▶●■]| \| \S+ \| |[?？]$|(?:順|一覧|例|ユースケース|(?:[うくすむる]|必要な)場合)$|^[^.:]{2,40}: [^.:]{2,30}: |^[\p{L}\d]{1,8} ?[:：] |^[^\s/]+ \/ [^\s/]+ \/ |^\S{2,24} or \S{2,24}$|名前の(?:通り|とおり)|^[（(]|^(?:・\s?)?(?:例|ex|eg|e\.g)[.,：:\s]/iu;
/** Arrows and formulas. */
const HAS_ARROW = / [-–] \S+(?: \S+)* [-–] |^[^\s=]+ = \S|\w= \S|[=-]>|<[=-]|[→⇒⇔←↔]|[<>]\s?\d/u;
/** An English label at the beginning: `Dockerfile: …`. */
const LABEL =
  /^(?:・\s?)?(?:([A-Za-z][\w .()-]{2,40})(?:：|:\s)|((?!(?:an?|the) )[\w()-]+(?: [\w()-]+){0,2}) [–—-]\s)/iu;
/** A Japanese label at the beginning: `見るポイント: …`. */
const JAPANESE_LABEL =
  /^(?:・\s?)?(?=[^:：]*[ぁ-んァ-ヶ一-龠])[^。、:：（(]{2,14}(?:[（(][^（()）]*[）)])?[:：](?!:)\s?\S/u;
/** The grammatical subject of a sentence: `Session Managerを使用すると`, `CloudFrontは`. */
const SUBJECT = /^・?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*(?: ?[ァ-ヶー]+)?|[ァ-ヶー]{4,})\s?(?:は|を(?:使|利|用))/u;
/** The first word of a Katakana compound: `レイテンシ` of `レイテンシールーティング`. */
const BEGINNING = /^[ァ-ヶー]{5}/u;

/** Refers to the surrounding text: `the classic service for this pattern`. */
const POINTS_AROUND =
  /^(?:[\w-]+ ){1,3}(?:lets|allows|enables|helps) you (?:to )?\w+ them\b|\b(?:this|these|those|such) (?!as\b)[a-z]|\bthe (?:team|company|startup|scenario|question|exam|solution|project|workshop|lab)\b|\b(?:then|here|there|above|below|previous(?:ly)?)\b|[こそあ]の(?!他|後|[あ-んー])|これら?[のをはがに]|ここ[でには]|そこ[でには]/u;

/** Whether a text explains a name without needing context. */
export function isExplanation(text: string, name: string): boolean {
  const size = weight(text);
  const [line = ""] = text.split("\n");
  const [sentence = ""] = line.split(/(?<=。)|(?<=\.)\s/u);
  if (POINTS_AROUND.test(sentence)) return false;
  if (!isStatement(text) || (size > MAX_ANSWER && !text.includes("\n")) || nameKey(text) === nameKey(name))
    return false;
  if (IS_ONE_FACT.test(line) || IS_EXISTENCE.test(text) || (isServiceTitle(name) && IS_SOMETIMES.test(sentence)))
    return false;
  if (isOfAnother(text, name) || JAPANESE_LABEL.test(text) || usesIt(sentence, name)) return false;
  // `Provisioned space between 0.5 GB and 237 GB`
  return !(
    text.startsWith(name) && /^(?:,| (?:of|over|between|from|to|up|in|on|for|with)\b)/.test(text.slice(name.length))
  );
}

/** Whether a Japanese sentence is on a use of a service, which is its means: `…を備えたEKSで…を実現`. */
function usesIt(sentence: string, name: string): boolean {
  if (!isServiceTitle(name)) return false;
  const said = nameKey(sentence);
  return nameKeys(name.replace(/^(?:AWS|Amazon) /, "")).some((key) => {
    const at = said.indexOf(key);
    return at > 0 && /^で(?![あすは])/u.test(said.slice(at + key.length));
  });
}

/** A step of a procedure. */
const IS_STEP =
  /^(?:・\s?|\d+\. )?(?:(?:workloads|applications|companies|scenarios|situations|cases|teams) (?:with|that|where|which|\w+ing)\b|apply|link|make sure|wait|connect to|run|click|go to|open|update|select|set ?up|implement|log ?in|navigate|ssh|type|enter|paste|copy|download|install|follow|try|note that|mention|point (?:the|your)|understand(?:ing)?|learn(?:ing)?|explor(?:e|ing))\b/i;
/** Ends in the middle of a sentence. */
const IS_CUT_OFF =
  /\b(?:that|which|to|of|and|or|with|by|are|is|be|as|for|from|either|such as|e\.?g\.?|i\.?e\.?|the|a|an|contains|includes?|has|have|you)$|\b(?:within|between|among|than|via|using|including|through|into|onto|about|when|where|if|because|like|your|its|their)\.?$|(?:いうと|に基づく|[はがをに、,])。?$/iu;

/** `CreationPolicy`, `cfn-init`, `HTTPCode_ELB_5XX` */
const IS_MARKED = /[a-z][A-Z]|[A-Z]{3}|\w[-_]\w|::/;

/** Whether a title is a proper name by its form alone. */
export function isNameByForm(name: string): boolean {
  return IS_MARKED.test(name) || isServiceTitle(name);
}

/** Number of first words of a sentence that name its subject. */
const FIRST_WORDS = 6;
const IS_POLITE = /(?:です|ます)。?$/u;

/** Whether a text below a heading is about the thing named there. Prose (English, polite Japanese) has to mention it in its first sentence; notes in keywords need not. */
export function isOfTitle(text: string, name: string): boolean {
  const [line = ""] = text.split("\n");
  if (isNameByForm(name)) return true;
  if (/[ぁ-んァ-ヶ一-龠]/u.test(line)) {
    const [sentence = ""] = line.split(/(?<=。)/u);
    return !IS_POLITE.test(sentence) || tells(sentence, name);
  }
  if (/^(?:・\s?)?[a-z]|^・\s?(?:An?|The) /.test(line) || saysWhatItDoes(line)) return true;
  const said = stems(line.split(/\s+/).slice(0, FIRST_WORDS).join(" "));
  return stems(name).some((stem) => said.includes(stem));
}

/** Whether a text is complete enough to be an answer. */
export function isStatement(text: string): boolean {
  const size = weight(text);
  return (
    size >= MIN_ANSWER &&
    size <= MAX_FITTING &&
    standsAlone(text) &&
    !IS_NO_STATEMENT.test(text) &&
    !IS_STEP.test(text) &&
    !IS_CUT_OFF.test(text) &&
    !HAS_ARROW.test(text)
  );
}

/** The beginning of a text that fits a card, in whole lines and lists. */
export function fitting(text: string): string {
  const parts = text.split("\n");
  const fit: string[] = [];
  for (const part of parts) {
    if (weight([...fit, part].join("")) > MAX_FITTING || HAS_ARROW.test(part)) break;
    fit.push(part);
  }
  // A list is not cut.
  const isCut = /^[・　]/u.test(parts[fit.length] ?? "");
  while (isCut && /^[・　]/u.test(fit.at(-1) ?? "")) fit.pop();
  return fit.join("\n");
}

/** Whether a text begins with a label or subject other than the name. */
function isOfAnother(text: string, name: string): boolean {
  const named = nameKey(name);
  return [LABEL, SUBJECT].some((pattern) => {
    const [, label, lead] = pattern.exec(text) ?? [];
    const said = label ?? lead ?? name;
    const subject = nameKey(said);
    if (subject.includes(named) || spellsOut(said, name) || nameKeys(said).some((key) => named.includes(key)))
      return false;
    return !named.includes(subject);
  });
}

/** Whether a text identifies a thing, so that its name can be asked for: long enough, one paragraph, without the name. */
export function isDescription(text: string, name: string): boolean {
  const size = weight(text);
  // The words of a compound name: `throughput exceeded` of `ThroughputExceeded`.
  const words = stems(name);
  const isSpelled =
    words.length > 2 && words.filter((word) => text.toLowerCase().includes(word)).length >= words.length - 1;
  // An enumeration lists parts and does not identify a thing.
  const isSaid = !IS_ADVICE.test(text) && !/[/／]/u.test(name) && text.split(/[,、]/u).length <= 4;
  return (
    isSaid &&
    !IS_EXISTENCE.test(text) &&
    !/^(?:is|are|was)\b|\b(?:all )?this\b|こちら|参照する/i.test(text) &&
    !isProperName(text.replace(/\s*[（(][^（()）]*[）)]\s*$/u, "")) &&
    size >= MIN_TEXT &&
    size <= MAX_TEXT &&
    !text.includes("\n") &&
    !tells(text, name.split(/:+/).at(-1) ?? name) &&
    !isSpelled &&
    !name.split("-").some((part) => /^[A-Z]{3,}$/.test(part) && text.includes(part)) &&
    !text.includes(BEGINNING.exec(name)?.[0] ?? name) &&
    !/^(?:[・\d–•-]|[^。]{1,12}[:：]\s)/u.test(text)
  );
}
