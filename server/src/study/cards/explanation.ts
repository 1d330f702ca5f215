import { nameKeys } from "../../notes/words/nameKeys.ts";
import { nameKey } from "../../notes/words/names.ts";
import { isProperName, standsAlone, tells, weight } from "./cardWords.ts";
import { saysWhatItDoes, spellsOut } from "./defines.ts";
import { contentWords, IS_JAPANESE, toldIn } from "./saidAgain.ts";
import { isServiceTitle, serviceNames } from "./serviceTitle.ts";

/** Columns of an answer that fits a card, and of a text that says what something is. */
export const LONGEST_ANSWER = 320;
/** Columns of an answer with a list in it, or of some lines. */
const LONGEST_FITTING = 500;
const LEAST_ANSWER = 14;
/** Columns of a text that a name is asked for by. */
const LONGEST_TEXT = 240;
const LEAST_TEXT = 36;

/** Says what to do, what cannot be, or when and for whom, not what something is. */
const IS_ADVICE =
  /^(?:for|in|on|at|by|when|if|with)\b|できない|^デフォルト|最大|上限|でき(?:ません|ず)|不可|不要|ない。?$|推奨|おすすめ|必要がある|\b(?:not|cannot|can't|best practice|recommended?|should|must|always|never|optional|default)\b/iu;
/** What cannot be, has to be, or is by default: one fact of many: `Health checks do not support WebSockets.` */
const IS_ONE_FACT =
  /^・?(?:[^。]*(?:(?:(?:でき|出来)|してい)(?:ない|ません)|にも対応(?:している|済み)?|不可(?:能)?|ではない|ではありません|含まない|含まれない|(?:機能はない|のみ|だけ|必要が?(?:ある|あり|あります)|必要です)[。.]?$)(?:$|。)|(?:デフォルト|既定)(?![:：]))|^(?:・\s?)?(?:(?:is |are )?(?:only used|used only|using)|must|should|ha(?:s|ve) to|cannot|can't|can not|(?:if|unless)\b[^,]*$|(?:when|upon|called|before|after|once|because|like|where|while|since|from where)\b|(?:\w+ )?(?:can|may) be (?!used\b)|default for\b|don't|doesn't|do not|does not|not|no|never|by default|(?:it is )?best practice)\b|^(?:[\w-]+ ){1,5}(?:(?:do|does|is|are|can) not|cannot|(?:can|do|does|are|is)n?['’]t) [^.]{1,120}\.?$/iu;
/** That something is there, not what it is. */
const IS_EXISTENCE = /^・?[^。]{1,60}が(?:存在(?:します|する)|ある|あります|用意されてい(?:ます|る))。?$/u;
/** What a service does in some case, and what it can do, among much else. */
const IS_SOMETIMES =
  /^[^。]*(?:場合|するとき|すると|した際)|(?:可能|できる(?:ようになる)?|できます|を持つ|がある|(?:設定|構成|用意)されて(?:いる|います))[。.]?$/u;
/** A question, an example, a remark. */
const IS_NO_STATEMENT =
  /^[✅❌⚠▶●■]|\n[✅❌▶●■]|·[^·]*·| \| \S+ \| |[?？]$|(?:順|一覧|例|(?:[うくすむる]|必要な)場合)$|^適当な|^[^.:]{2,40}: [^.:]{2,30}: |^[\p{L}\d]{1,8} ?[:：] |^[^\s/]+ \/ [^\s/]+ \/ |^\S{2,24} or \S{2,24}$|名前の(?:通り|とおり)|^[^\n。]*、この[^\n、。]+と(?:なる|なります)。?$|^[（(]|^(?:・\s?)?(?:例|ex|eg|e\.g)[.,：:\s]/iu;
/** A way from one thing to another, or a formula. */
const HAS_ARROW = / [-–] \S+(?: \S+)* [-–] |^[^\s=]+ = \S|\w= \S|[=-]>|<[=-]|[→⇒⇔←↔]|[<>]\s?\d/u;
/** What a line is labelled as: `Dockerfile: …`. */
const LABEL =
  /^(?:・\s?)?(?:([A-Za-z][\w .()-]{2,40})(?:：|:\s)|((?!(?:an?|the) )[\w()-]+(?: [\w()-]+){0,2}) [–—-]\s)/iu;
/** The same in Japanese, whatever it is: `見るポイント: …`. */
const JAPANESE_LABEL =
  /^(?:・\s?)?(?=[^:：]*[ぁ-んァ-ヶ一-龠])[^。、:：（(]{2,14}(?:[（(][^（()）]*[）)])?[:：](?!:)\s?\S/u;
/** What a sentence is about: `Session Managerを使用すると`, `CloudFrontは`. */
const SUBJECT = /^・?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*(?: ?[ァ-ヶー]+)?|[ァ-ヶー]{4,})\s?(?:は|を(?:使|利|用))/u;
/** `レイテンシー` of `レイテンシールーティング`, which has no sign between its words. */
const BEGINNING = /^[ァ-ヶー]{5}/u;

/** Speaks of what stands around it, in the midst of a sentence: `the classic service for this pattern`. */
const POINTS_AROUND =
  /\b(?:this|these|those|such) (?!as\b)[a-z]|\bthe (?:team|company|startup|scenario|question|exam|solution|project|workshop|lab)\b|\b(?:then|here|there|above|below|previous(?:ly)?)\b|[こそあ]の(?!他|後|[あ-んー])|これら?[のをはがに]|ここ[でには]|そこ[でには]/u;

/** Whether a text says what a name means, by itself. @param subject what stands before the name */
export function isExplanation(text: string, name: string, subject: readonly string[] = []): boolean {
  const size = weight(text);
  const [line = ""] = text.split("\n");
  const [sentence = ""] = line.split(/(?<=。)|(?<=\.)\s/u);
  if (repeats(text, [...subject, name].join(" "), name) || POINTS_AROUND.test(sentence)) return false;
  if (!isStatement(text) || (size > LONGEST_ANSWER && !text.includes("\n")) || nameKey(text) === nameKey(name))
    return false;
  if (IS_ONE_FACT.test(line) || IS_EXISTENCE.test(text) || (isServiceTitle(name) && IS_SOMETIMES.test(sentence)))
    return false;
  if (isOfAnother(text, name) || JAPANESE_LABEL.test(text)) return false;
  // `EC2: EC2インスタンスを起動する` says nothing.
  if (nameKey(text).startsWith(nameKey(name)) && size - weight(name) < 24) return false;
  // `Provisioned space between 0.5 GB and 237 GB`
  return !(
    text.startsWith(name) && /^(?:,| (?:of|over|between|from|to|up|in|on|for|with)\b)/.test(text.slice(name.length))
  );
}

/** What one is to do, step by step. */
const IS_STEP =
  /^(?:・\s?|\d+\. )?(?:apply|link|make sure|wait|connect to|run|click|go to|open|update|select|set ?up|implement|log ?in|navigate|ssh|type|enter|paste|copy|download|install|follow|try|note that|understand(?:ing)?|learn(?:ing)?|explor(?:e|ing))\b/i;
/** Goes on in what is not there. */
const IS_CUT_OFF =
  /\b(?:that|which|to|of|and|or|with|by|are|is|be|as|for|from|either|such as|e\.?g\.?|i\.?e\.?|the|a|an|contains|includes?|has|have|you)$|\b(?:within|between|among|than|via|using|including|through|into|onto|about|when|where|if|because|like|your|its|their)\.?$|(?:いうと|[はがをに、,])$/iu;

/** `CreationPolicy`, `cfn-init`, `HTTPCode_ELB_5XX` */
const IS_MARKED = /[a-z][A-Z]|[A-Z]{3}|\w[-_]\w|::/;

/** Whether a title is a name by its form, whatever it stands below. */
export function isNameByForm(name: string): boolean {
  return IS_MARKED.test(name) || isServiceTitle(name);
}

/** What a sentence says of the thing that it is about by its first words. */
const FIRST_WORDS = 6;
const IS_POLITE = /(?:です|ます)。?$/u;

/** Whether a text below a heading is about what that names: running text (English, polite Japanese) by its first sentence; anything else is a note on it. */
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

/** Letters that words of one kind begin with, and what they end in. */
const STEM = 5;
const ENDINGS = /(?<=[a-z]{3})(?:ing|ed|e?s)$/;
/** Words that can be said of anything, as they begin. */
const SAYS_NOTHING =
  /^(?:the|and|for|list|set|avail|us(?:e|ed|ing)?|suppo|type|kind|name|that|you|your|perfo|creat?|uniqu|produ|withi|retur|value|check|numbe|which|what|how|tell|with|when|stand|short|fire?|aws|amazo|cloud|servi?|manag?|fully|featu|provi?|offer|allow|enabl?|help|let|make|mak|high|highl|scala|relia|broad|capab|flexi|data|easy|easil|simpl|recom|part|since|all|any|other|can|will|are|its|from|has|have|run|workl)$/;

/** Whether an English text has hardly a word that its name does not have: `Expires (date and time): expiration date and time`. */
function repeats(text: string, front: string, name: string): boolean {
  if (IS_JAPANESE.test(text)) return false;
  // `ELB` is a load balancer by its name.
  const told = newStems(text, `${front} ${spellsOut(text, name) ? "" : serviceNames(name)}`);
  const least = isServiceTitle(name)
    ? 2
    : /^\S+$/.test(name) && isNameByForm(name)
      ? 1
      : SAYS_BY_CLAUSE.test(text)
        ? 2
        : 3;
  return told < least;
}

/** How many words of its own an English text has. */
function newStems(text: string, front: string): number {
  const known = new Set(stems(front));
  // `AssumeRole`: `Used by users to assume a role`
  const said = text.replace(/^(?:is |are )?used by .{1,60}? to /i, "");
  return new Set(stems(said).filter((stem) => !known.has(stem) && !SAYS_NOTHING.test(stem))).size;
}

/** How many words with a meaning a text has that what it explains is not called. */
export function wordsTold(text: string, title: string): number {
  return IS_JAPANESE.test(text) ? toldIn(text, contentWords(title)).told : newStems(text, title);
}

/** `A stack that creates another stack`: as long as it says of what kind something is, a few words do. */
const SAYS_BY_CLAUSE = /^(?:・\s?)?(?:an?|the) (?:[\w/-]+ ){1,5}(?:that|which|where|who)\b/i;

/** The words of a text, each as it begins. */
export function stems(text: string, words: RegExp = /[a-z]{3,}/g): readonly string[] {
  const apart = text.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ").toLowerCase();
  return (apart.match(words) ?? []).map((word) => word.replace(ENDINGS, "").slice(0, STEM));
}

/** Whether a text can be an answer by itself. */
export function isStatement(text: string): boolean {
  const size = weight(text);
  return (
    size >= LEAST_ANSWER &&
    size <= LONGEST_FITTING &&
    standsAlone(text) &&
    !IS_NO_STATEMENT.test(text) &&
    !IS_STEP.test(text) &&
    !IS_CUT_OFF.test(text) &&
    !HAS_ARROW.test(text)
  );
}

/** The beginning of a text that fits a card: whole lines and lists. */
export function fitting(text: string): string {
  const parts = text.split("\n");
  const fit: string[] = [];
  for (const part of parts) {
    if (weight([...fit, part].join("")) > LONGEST_FITTING || HAS_ARROW.test(part)) break;
    fit.push(part);
  }
  // Of a list all or nothing.
  const isCut = /^[・　]/u.test(parts[fit.length] ?? "");
  while (isCut && /^[・　]/u.test(fit.at(-1) ?? "")) fit.pop();
  return fit.join("\n");
}

/** Whether a text says by its beginning that it is about something else. */
function isOfAnother(text: string, name: string): boolean {
  const named = nameKey(name);
  return [LABEL, SUBJECT].some((pattern) => {
    const [, label, lead] = pattern.exec(text) ?? [];
    const said = label ?? lead ?? name;
    const subject = nameKey(said);
    if (subject.includes(named) || spellsOut(said, name) || nameKeys(said).some((key) => named.includes(key)))
      return false;
    // What CloudFront does is not what `CloudFront Origin Shield` is.
    return !named.includes(subject) || (isServiceTitle(said) && !isServiceTitle(name));
  });
}

/** Whether a text can only mean one thing: long enough, one paragraph, without the name. */
export function isDescription(text: string, name: string): boolean {
  const size = weight(text);
  // `throughput exceeded` of `ThroughputExceeded`
  const words = stems(name);
  const isSpelled =
    words.length > 2 && words.filter((word) => text.toLowerCase().includes(word)).length >= words.length - 1;
  // A list of many things is what something has, not what it is.
  const isSaid = !IS_ADVICE.test(text) && !/[/／]/u.test(name) && text.split(/[,、]/u).length <= 4;
  return (
    isSaid &&
    !IS_EXISTENCE.test(text) &&
    !/^(?:is|are|was)\b|\b(?:all )?this\b|こちら|参照する/i.test(text) &&
    !isProperName(text.replace(/\s*[（(][^（()）]*[）)]\s*$/u, "")) &&
    size >= LEAST_TEXT &&
    size <= LONGEST_TEXT &&
    !text.includes("\n") &&
    !tells(text, name.split(/:+/).at(-1) ?? name) &&
    !isSpelled &&
    !text.includes(BEGINNING.exec(name)?.[0] ?? name) &&
    !/^(?:[・\d–•-]|[^。]{1,12}[:：]\s)/u.test(text)
  );
}
