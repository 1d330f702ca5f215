import { isDistinctive, nameKey } from "../words/names.ts";

/** A name in a note's title or text that may say what the note is on. */
export interface Term {
  /** As written, without decoration. */
  readonly name: string;
  readonly key: string;
  /** 6: the whole title; down to 1: only part of it, or emphasised somewhere in the text. */
  readonly strength: number;
  /** The title's text around the term: `ELB` for アクセスログ in `ELBのアクセスログ`. */
  readonly context?: string;
}

/** From this strength on only a suffix was removed from the title. */
export const WHOLE_TITLE = 5.5;
/** The strength of names that a title joins. */
export const ONE_OF_SEVERAL = 5;
/** Weaker terms (parts of a sentence, emphasis in the text) are too vague for a whole type, section or service. */
export const NAMES_A_WHOLE = 3;
/** The strength of names that are only emphasised within the text. */
export const EMPHASISED = 1;

/** More would be a sentence. */
const MAX_TERMS = 40;
const MAX_TITLE = 200;

const NUMBERING =
  /^\s*(?:\(?\d{1,2}(?:[.\-–]\d{1,2})*[.)．）、:：]?[\s　]+|\d{1,2}[.)．）、]|[①-⑳]\s*|[QＱ]\d*[.．:：]\s*|第\d+[章節]\s*|step\s*\d+[.:：]?\s*)/iu;
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})+|:[a-z0-9_+-]+:(?=\s|$)/gu;
const PARENTHESES = /[（(［[【「『]([^（()）［\][】【」「』]*)[）)］\]】」』]/gu;
const CONNECTOR = /\s*(?:[、,，/／＆&|｜]|と(?!は)|および|及び|または|もしくは|\s+(?:and|or|vs\.?)\s+)\s*/u;
const SUBTITLE = /\s*：\s*|:\s+|\s+[-–—|>›»]\s+|\s*[>›»]\s*/u;
const JAPANESE_SUFFIX =
  /(?:リソース)?(?:の)?(?:属性|パラメータ|パラメーター|プロパティ|プロパティー|セクション|コマンド|関数|ヘルパースクリプト|スクリプト|リソース|リソースタイプ|レコード|リクエストヘッダー|リクエストヘッダ|メトリクス|メトリックス|メトリック|指標|キー|タイプ|プロセス|オプション|サービス|デーモン|機能|ヘッダー|ヘッダ|設定|設定方法|特徴|概要|基本|仕組み|使い方|使い分け|役割|ポイント|まとめ|用途|注意点|注意|概念|メリット|種類|説明|解説|スコープ|範囲|場合|とき|違い|意味|詳細|(?<!出力|入力)例|値)(?:は(?:何|どれ|どう)?(?:です|でしょう)?か?)?[?？]?$|(?:について|に関して|とは何か|とは|って何|って|のこと|(?:と)?(?:の)?間(?:の(?:HTTPS|SSL|TLS|暗号化)?通信)?)[?？]?$/u;
const ENGLISH_SUFFIX =
  /\s+(?:resource\s+)?(?:attributes?|parameters?|property|properties|sections?|commands?|functions?|intrinsics?|helper\s+scripts?|scripts?|resources?|records?|metrics?|keys?|process(?:es)?|options?|settings?|daemons?|headers?|services?|basics|overview|explained|in a nutshell|works?|notes?|summary|reference)$/iu;
const ENGLISH_PREFIX =
  /^(?:what\s+(?:is|are)|how\s+to\s+use|how\s+do(?:es)?|how|why|when\s+to\s+use|using|understanding|about|configuring|enabling|introduction\s+to|intro\s+to|overview\s+of|(?:the\s+)?differences?\s+between|comparing|comparison\s+of|the|an?(?=\s+\w{3,})|amazon|aws(?=\s))\s+/iu;
const OWNER_AND_NOUN = /^(.+?)(の|による|における|での|を|で|に|が|は|から|へ)(.+)$/u;
const ENGLISH_PREPOSITION = /\s+(?:on|in|for|with|of|inside|under|between|from)\s+(?:an?\s+|the\s+)?/iu;
const PATH = /^\/?[\w.{}$:<>*-]+(?:\/[\w.{}$:<>*-]+){2,}\/?$/;
const IDENTIFIER = /(?:AWS|Fn|Alexa|Custom)::[\w:]+|[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*/g;

/**
 * The names in a title or lead: the whole of it, without suffixes (`CreationPolicy属性`), what stands in
 * parentheses, several joined by と or commas, the noun of `XのY`, and identifiers inside it.
 */
export function termsOf(title: string): Term[] {
  if (LABEL.test(title.trim()) || CODE.test(title)) return [];
  const terms = new Map<string, Term>();
  const most = isWholeSentence(title) ? MENTIONED : Infinity;
  const add = (name: string, wanted: number, context?: string): void => {
    const key = nameKey(name);
    const strength = Math.min(wanted, most);
    const known = terms.get(key);
    if (key === "" || terms.size >= MAX_TERMS || (known && known.strength >= strength)) return;
    terms.set(key, context === undefined ? { name, key, strength } : { name, key, strength, context });
  };
  const text = plainTitle(title);
  addWithoutParentheses(text, 6, add);
  // The steps of a path are no names of things.
  if (PATH.test(text)) return [...terms.values()];
  const joined = text.replace(PARENTHESES, " ");
  for (const whole of new Set([joined, withoutAffixes(joined, () => {})])) {
    const parts = whole.split(CONNECTOR).map(withoutPunctuation).filter(Boolean);
    if (parts.length > 1) for (const part of parts) addWithoutParentheses(part, ONE_OF_SEVERAL, add);
  }
  // `ELB：スティッキーセッション`, `CloudFormation > DependsOn`.
  const [owner, ...below] = text.split(SUBTITLE).filter(Boolean);
  const last = below.at(-1);
  const identifiers = text.match(IDENTIFIER)?.filter(isDistinctive) ?? [];
  if (owner !== undefined && last !== undefined) {
    addStripped(last, 5, [owner, ...below.slice(0, -1)].join(" "), add);
    // `Resources - what is made`, unless the text behind is on something else.
    add(withoutPunctuation(owner), NAMES_A_WHOLE, below.join(" "));
    for (const name of identifiers) add(name, NAMES_A_WHOLE);
  }
  for (const name of identifiers) add(name, strengthWithin(name, text));
  return [...terms.values()];
}

/** A title of more words is a sentence, in which `cross-stack` is a word. */
const MAX_WORDS = 5;

/** The strength of a name within a title. */
function strengthWithin(name: string, text: string): number {
  if (text.startsWith(name)) return BEGINS_WITH;
  const isWord = /^[a-z]+-[a-z]+$/.test(name) && !name.startsWith("cfn-");
  return isWord && text.split(" ").length > MAX_WORDS ? EMPHASISED : MENTIONED;
}

/** Labels that only structure a text: `NOTE: …`, `## Types`. */
const LABEL =
  /^(?:(?:side\s?|foot)?notes?|n\.?b|to-?\s?do|fix-?me|tips?|hints?|warnings?|cautions?|important|info|types|examples?|e\.?g|i\.?e|see(?: also)?|questions?|answers?|q|ans|メモ|注意|補足|注|例|参考|質問|回答|答え?|問|種類)[\s.:：!！]*$/iu;

/** A line of a program, or a variable of one: `def add(name)`, `_default`. */
const CODE = /^`?(?:(?:async )?(?:def|func(?:tion)?|const|let|var)\s+\w+\s*[(=]|_\w)/i;

/** A sentence is not on each name in it. */
export const MENTIONED = 2;
const BEGINS_WITH = 2.4;

/** Whether a title is a question or a statement, such as those of exams. */
function isWholeSentence(title: string): boolean {
  return title.length > 40 && /[。？?]|(?:です|ます|か)$/u.test(title.trim());
}

const COMMAND =
  /(?<![\w-])(?:aws(?: --?[\w-]+(?:[= ][\w-]+)?)? [a-z][a-z0-9-]+ [a-z][a-z0-9-]+|(?:eb|sam) [a-z][a-z0-9-]*)(?![\w-])/g;

/** The commands that a text tells to run, as terms of lowest rank. */
export function commandTerms(text: string): Term[] {
  return (text.slice(0, 2000).match(COMMAND) ?? []).map((name) => ({ name, key: nameKey(name), strength: 1 }));
}

const BEGINNING = /^([A-Za-z][\w:.-]{3,80}?)(?=[^\w:.-])/;
const JOINT = /^\s*(?:と|や|、|，|・|,|[/／&＆+＋]|(?:and|or)\s|および|及び|または|もしくは)\s*/u;

/**
 * The names that a sentence begins with, if one of them is unmistakable: `CreationPolicyとcfn-signalで知らせる`,
 * `MetadataとDependsOnで`.
 */
export function beginningTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (let rest = text; terms.length < MAX_TERMS; ) {
    const [, name] = BEGINNING.exec(rest) ?? [];
    if (name === undefined || !(isDistinctive(name) || /^[A-Z]/.test(name))) break;
    terms.push({ name, key: nameKey(name), strength: MENTIONED });
    const behind = rest.slice(name.length);
    rest = behind.replace(JOINT, "");
    if (rest === behind) break;
  }
  return terms.some(({ name }) => isDistinctive(name)) ? terms : [];
}

/** How much of an answer is read, in UTF-16 units. */
const MAX_ANSWER = 1000;
/** Names in an example are not what the answer is on; one that is cut off has no end. */
const CODE_BLOCK = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:(?![ \t]*\1)[^\n]*(?:\n|$))*/gm;
const NAMES_IN_TEXT = /`([^`\n]+)`|\*\*([^*\n]+)\*\*/g;
/** What stands between the words of a Japanese question. */
const BETWEEN_WORDS = /[\p{Script=Hiragana}\s、。，．,.:：?？!！「」『』（）()]+/u;

/** A longer question tells a case: it is on none of the things in it. */
const MAX_QUESTION_LENGTH = 60;

/** The names in a question and in its answer, both of which their note is on. */
export function questionTerms(asked: string, answer: string): Term[] {
  const terms = new Map(termsOf(asked).map((term) => [term.key, term]));
  const text = answer.slice(0, MAX_ANSWER).replace(CODE_BLOCK, "");
  const written = [...text.matchAll(NAMES_IN_TEXT)].flatMap(([, code, bold]) => code ?? bold ?? []);
  const isCase = asked.length > MAX_QUESTION_LENGTH;
  const words = isCase ? [] : asked.split(BETWEEN_WORDS).filter((word) => word.length > 1 && !/^[a-z]+$/.test(word));
  for (const name of [
    ...words,
    ...(text.match(IDENTIFIER) ?? []).filter(isDistinctive),
    ...written.map(withoutPunctuation),
  ]) {
    const key = nameKey(name);
    if (key !== "" && !LABEL.test(name) && !terms.has(key) && terms.size < MAX_TERMS)
      terms.set(key, { name, key, strength: isCase ? EMPHASISED : MENTIONED, context: asked });
  }
  return [...terms.values()];
}

/** A name that is emphasised within the text, as a term of lowest rank. */
export function mentionedTerm(name: string): Term {
  const plain = withoutPunctuation(plainTitle(name));
  return { name: plain, key: nameKey(plain), strength: EMPHASISED };
}

/** The strength of an owner, below that of its noun: `ELB` in `ELBのログ`. */
const OWNER = 3.5;
/** The strength of an object: `バケット` in `バケットに保存する`. */
const OBJECT = 4;

/** Events of a thing say nothing of its settings: `ランタイムの起動および初期化`. */
const EVENTS = /^(?:(?:起動|再起動|初期化)(?:と|や|・|、|および|及び)?)+$/u;

/** A mark of one of several, not part of its name: `10.6.10 (default)`, `SecurityGroup(s)`. */
const FLAG =
  /^\s*(?:default|required|optional|recommended|deprecated|e?s|必須|任意|推奨|非推奨|既定|既定値|デフォルト|初期値)\s*$/i;

type Add = (name: string, strength: number, context?: string) => void;

function addWithoutParentheses(text: string, strength: number, add: Add): void {
  add(text, strength);
  const outer = withoutPunctuation(text.replace(PARENTHESES, " "));
  addStripped(outer, strength, undefined, add);
  for (const [, inner] of text.matchAll(PARENTHESES)) {
    if (FLAG.test(inner ?? "")) continue;
    for (const part of withoutPunctuation(inner ?? "").split(CONNECTOR)) addStripped(part, strength - 1, outer, add);
  }
}

function addStripped(text: string, strength: number, context: string | undefined, add: Add): void {
  add(text, strength, context);
  const stripped = withoutAffixes(text, (shorter) => add(shorter, strength - 0.5, context));
  const [, owner, particle, noun] = OWNER_AND_NOUN.exec(stripped) ?? [];
  if (owner !== undefined && particle !== undefined && noun !== undefined) {
    if (/の|おける/u.test(particle)) addNoun(noun, strength - 1, owner, add);
    if (!EVENTS.test(noun)) add(withoutPunctuation(owner), strength - (particle === "の" ? OWNER : OBJECT), noun);
  }
  const [head, ...rest] = stripped.split(ENGLISH_PREPOSITION);
  if (head !== undefined && rest.length > 0) addNoun(head, strength - 1, rest.join(" "), add);
}

function addNoun(noun: string, strength: number, context: string, add: Add): void {
  add(withoutPunctuation(noun), strength, context);
  const last = noun.slice(noun.lastIndexOf("の") + 1);
  if (last !== noun) add(withoutPunctuation(last), strength - 0.5, context);
  withoutAffixes(noun, (shorter) => add(shorter, strength - 0.5, context));
}

/** Removes suffixes and prefixes, one after the other, and passes each shorter form on. */
function withoutAffixes(text: string, tell: (shorter: string) => void): string {
  let current = text;
  for (let round = 0; round < 4; round++) {
    const shorter = withoutPunctuation(
      current.replace(JAPANESE_SUFFIX, "").replace(ENGLISH_SUFFIX, "").replace(ENGLISH_PREFIX, ""),
    );
    if (shorter === current || shorter === "") break;
    current = shorter;
    tell(current);
  }
  return current;
}

function plainTitle(title: string): string {
  return withoutPunctuation(title.slice(0, MAX_TITLE).replace(EMOJI, " ").replace(NUMBERING, ""));
}

/** Without the punctuation and white space around it. */
function withoutPunctuation(text: string): string {
  return text
    .replace(/^(?:[\s　:：。、,.！?？・|\-–—→"'`“”*_#]|!(?![A-Z]))+|[\s　:：。、,!！?？・|\-–—→"'`“”*_]+$/gu, "")
    .replace(/[\s　]+/gu, " ");
}
