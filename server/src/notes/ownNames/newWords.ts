import type { Entry } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { lazy } from "../../text/lazy.ts";
import { memoBy, memoByText } from "../../text/memoBy.ts";
import { hasWord } from "../binding/mentions.ts";
import type { NoteFileContent } from "../reading/note.ts";
import { isShortFor, meaningfulWords, readWords, stemOf } from "./meaningfulWords.ts";

/** For what gives a value, or a warning: as good as any number of words. */
const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** In UTF-16 units: a longer text says more than the template in any case. */
const MAX_LENGTH = 1000;

/**
 * How many words of a text tell readers more than the place itself: they are neither in the thing's name nor in what
 * the template says there. A value that is not there, and what somebody must or must not do, is as good as any number.
 *
 * @param names of the thing
 * @param entries of the template, with its comments
 * @param file that has the text
 * @param enough a number of words; if there are more, the result need not count them
 */
export function newWordsIn(
  text: string,
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
  enough: number = ANY_NUMBER,
): number {
  if (isLong(text)) return ANY_NUMBER;
  const { said, values, words, isToHeed } = parsed(text);
  if (values.length > 0) {
    const told = [...names, ...entries.map(entryText)];
    const isTold = (value: string): boolean =>
      told.some((one) => hasWord(one, value)) || names.some((name) => isSameName(name, value));
    const isKnownValue = (value: string): boolean =>
      isTold(value) || value.split(PARTS_OF_VALUE).every((part) => part === "" || isTold(part));
    if (!values.every(isKnownValue)) return ANY_NUMBER;
  }
  return unknownWords(said, words, names, entries, file, { isToHeed, enough });
}

/**
 * The same for a sentence of a project's documents, whose values are those of one day: how many words are new, and
 * what kind of sentence it is.
 */
export function newsIn(
  sentence: string,
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
): { readonly kind: Kind; readonly words: number } {
  const said = withoutAsides(withoutTold(sentence, entries));
  const unheeded = said.replace(TO_HEED, " ");
  const rest = unheeded.replace(ON_CONDITION, " ");
  const { words } = parsed(rest.replace(LINK, ""));
  const isHeeded = unheeded !== said || STRESSED.test(sentence) || ADVICE.test(said) || hasNewQuantity(said, entries);
  const kind = isHeeded ? "heeded" : rest !== unheeded ? "conditional" : "plain";
  // A description that says nothing to heed is not what such a sentence translates.
  const isOfItsOwn = kind === "heeded" && !describedIn(entries).isHeeded;
  const mayTranslate = isOfItsOwn ? undefined : JAPANESE;
  const how = { isToHeed: () => false, enough: ANY_NUMBER, ...(mayTranslate && { mayTranslate }) };
  return { kind, words: unknownWords(rest, words, names, entries, file, how) };
}

/** `Condition: HasTrail` */
const ON_ITS_CONDITION = /^\s*["']?Condition["']?\s*:/m;
/** `(only if the trail is enabled)` */
const ONLY_IF =
  /\(?\b(?:only )?(?:if|when)\s+(?:\w+ ){0,5}(?:is |are )?(?:enabled|provisioned|created|set|on|true)\b\)?|[^\s（(、。]+が有効(?:な|である|の)?(?:場合|とき)(?:のみ|だけ)?/gi;

/** A parameter that takes a list: `CommaDelimitedList`, `List<Number>` */
const OF_LIST = /\bType["']?\s*:\s*["']?(?:CommaDelimitedList|List<|AWS::SSM::Parameter::Value<(?:List<|Comma))/;
const AS_LIST =
  /\bcomma[- ](?:separated|delimited)\b|(?:複数.{0,8}場合は?、?)?(?:カンマ|コンマ)区切り(?:で(?:入力|指定))?(?:してください)?/giu;

/** A sentence without what an entry says by its attributes: under which condition it is there, that it takes a list. */
function withoutTold(sentence: string, entries: readonly Entry[]): string {
  const has = (pattern: RegExp): boolean => entries.some((entry) => pattern.test(entryText(entry)));
  const rest = sentence.search(ONLY_IF) >= 0 && has(ON_ITS_CONDITION) ? sentence.replace(ONLY_IF, " ") : sentence;
  return rest.search(AS_LIST) >= 0 && has(OF_LIST) ? rest.replace(AS_LIST, " ") : rest;
}

/** How long, how often, how much: 30分, 3 回 */
const QUANTITY = /(\d[\d,.]*)\s*(?:秒|分|時間|日|週|[かカヶケ]月|年|回|件|台|人|倍|割|[KMGT]i?B|[%％円])/giu;

/** Whether a Japanese sentence has a quantity that the template does not have there. */
function hasNewQuantity(said: string, entries: readonly Entry[]): boolean {
  if (!/\p{Script=Hiragana}/u.test(said)) return false;
  const told = entries.map(entryText);
  return [...said.matchAll(QUANTITY)].some(([, number = ""]) => !told.some((one) => hasWord(one, number)));
}

/** A sentence says what to heed, under what condition something is so, or just what it is. */
export type Kind = "heeded" | "conditional" | "plain";

interface Counting {
  readonly isToHeed: () => boolean;
  readonly enough: number;
  /** Words that may only translate the name and the description, beside those of languages in which names are not read. */
  readonly mayTranslate?: RegExp;
}

function unknownWords(
  said: string,
  words: readonly Word[],
  names: readonly string[],
  entries: readonly Entry[],
  file: Pick<NoteFileContent, "lines">,
  { isToHeed, enough, mayTranslate }: Counting,
): number {
  const called = new Set(names.flatMap((name) => meaningfulWords(name)));
  const inTemplate = entries.map(({ value, unit }) => wordsIn(value, unit.text));
  const stands = (stem: string): boolean => inTemplate.some((known) => known.has(stem));
  const isOther = isInOtherLanguage(file);
  let found = 0;
  let translated = 0;
  for (const { word, stem, stems } of words) {
    if (isShortFor(word, called) || stands(stem) || stems?.every(stands) === true) continue;
    if (isToHeed()) return ANY_NUMBER;
    found++;
    if (isOther || OTHER_LETTERS.test(word) || mayTranslate?.test(word) === true) translated++;
    if (found - translated >= enough) return enough;
  }
  if (translated === 0) return found;
  // In another language, the first words only translate the name and the description.
  const [name = ""] = names;
  const own = new Set(meaningfulWords(said.replaceAll(name, " ")));
  // A sentence that has the name itself does not translate it.
  const inEnglish = [
    ...(hasWord(said, name) ? [] : [name]),
    ...entries.flatMap((entry) => DESCRIPTION.exec(entryText(entry))?.[1] ?? []),
  ];
  const isUnsaid = (word: string): boolean => !own.has(word) && mayTranslate?.test(word) !== true;
  const unsaid = [...new Set(inEnglish.flatMap((one) => meaningfulWords(one)))].filter(isUnsaid);
  // In a language with English letters every other word is a common one.
  const ofAnything = isOther ? found / 2 : 0;
  return found - Math.max(ofAnything, Math.min(translated, unsaid.length));
}

/**
 * What a template itself says of a thing: whether it has a description, and whether that says what to heed.
 *
 * @param name one that a description has to say more than
 */
export function describedIn(
  entries: readonly Entry[],
  name?: string,
): { readonly isTold: boolean; readonly isHeeded: boolean } {
  const texts = entries.map(entryText);
  if (name !== undefined && texts.some((text) => echoes(DESCRIPTION.exec(text)?.[1] ?? "", name)))
    return { isTold: false, isHeeded: false };
  const told = texts.flatMap((text) => DESCRIBED.exec(text)?.[0] ?? []);
  return { isTold: told.length > 0, isHeeded: told.some(saysToHeed) };
}

/** Whether a description has hardly a word beside those of a name: "Maximum tokens of the model" of `ModelMaxTokens`. */
function echoes(description: string, name: string): boolean {
  const called = new Set(meaningfulWords(name));
  const words = meaningfulWords(description);
  return words.length > 0 && words.filter((word) => !isShortFor(word, called)).length <= 1;
}

/** From a description, or a parameter's label, to the end of the entry. */
const DESCRIBED = /\b(?:Description|default)["']?\s*:.*/su;

/** Whether a text says more than the template by its length. */
export function isLong(text: string): boolean {
  return text.length > MAX_LENGTH;
}

interface Parsed {
  /** The text without what does not count. */
  readonly said: string;
  readonly values: readonly string[];
  readonly words: readonly Word[];
  readonly isToHeed: () => boolean;
}

interface Word {
  readonly word: string;
  readonly stem: string;
  /** Of the limits, if it is a range. */
  readonly stems: readonly string[] | undefined;
}

const withoutAsides = memoByText((text) => {
  const aside = text.includes("![") ? [...ASIDE, CAPTION] : ASIDE;
  return aside.reduce((rest, pattern) => rest.replace(pattern, " "), text);
}, 2000);

/** Memoised: the same notes are asked about at each place of a template. */
const parsed = memoByText((text): Parsed => {
  const said = withoutAsides(text);
  return {
    said,
    values: [...said.matchAll(VALUE)].map(([, code, cell]) => code ?? cell ?? ""),
    words: [...new Set(readWords(said.replace(LINK, " link ")))].map((word) => ({
      word,
      stem: stemOf(word),
      stems: RANGE.test(word) ? word.split("-").map(stemOf) : undefined,
    })),
    isToHeed: lazy(() => saysToHeed(said)),
  };
}, 2000);

const DESCRIPTION = /\bDescription["']?\s*:(.*)/;

/** Names of template files tell nothing new to readers of a template. */
const FILE = /`?[\w\\./-]+\.(?:ya?ml|json|template)\b`?/g;

/** An example stands for anything of its kind. */
const EXAMPLE =
  /(?:\be\.g\.|\bfor example|\b(?:examples?|ejemplos?|exemplos?|exemples?|beispiel)\s*[:：]|例[:：])[\s,:：]*(?:`[^`]*`|[^\s)）]+)/giu;

/** The sign of an item in a numbered list. */
const MARK = /(?<!\S)\d+[.)]\s/g;

/** The caption of a picture. */
const CAPTION = /(?<!\*)\*[^*|\n]+\*(?!\*)/g;

/** A placeholder, or what only somebody else's account has. */
const BLANK =
  /`(?:<|your)[^`\n]*`|[\w.:/@-]*(?:\byour[_-]|x{3}|\bexample\.(?:com|org))[\w.:/@-]*|`[a-z]{2}(?:-gov)?-[a-z]+-\d`/gi;

const FENCE = /^\s*(?:```|~~~).*$/gm;

/** `If it's NOT empty, …`, `if you would like to …`, `ENABLEDを指定した場合、…`: any parameter is for that. */
const IF_SET =
  /\bif (?:it['’]?s|it is|this is|you)? ?(?:not )?(?:empty|zero|blank|set|specified|provided|enabled|disabled)\b|\bif you(?:['’]d| would)? (?:like|want|wish|plan|prefer)\b|(?<![^\s|])[\w=以外の値'「」]*\s?[をで]?(?:指定|デプロイ)(?:した|された|する)場合(?:は|のみ)?/giu;

/** Parts of a text that do not count. */
const ASIDE = [FILE, EXAMPLE, MARK, BLANK, FENCE, IF_SET];

/** Code, or a number that is all that stands in a cell. */
const VALUE = /`([^`]*[\p{L}\p{N}][^`]*)`|(?<=\|)\s*(\d[\w.,/%]*)\s*(?=\|)/gu;

/** Whether names differ in signs and capitals alone: `access_key_id`. */
function isSameName(left: string, right: string): boolean {
  const letters = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return letters(right) !== "" && letters(left) === letters(right);
}

/** What stands between the parts of a value: `Enabled = true`, `${Stage}-ApiUrl`. */
const PARTS_OF_VALUE = /\$?\{[\w:.-]+\}-?|[\s=]+/;

/** Words for what somebody must do or leave, what it costs, and what its author points out. */
const TO_HEED =
  /\b(?:must|never|always|(?:may|can) only|should (?:be(?! (?:able|available|visible|shown|displayed|listed|created|used)\b)|not|never|always|only|match|equal|stay)|recommend(?:s|ed)? (?:to|that|you|using|setting|at)|only(?= (?:\w+ )?(?:may|can)\b)|cannot|can['’]t|won['’]t|avoid|unless|otherwise|so that|(?<!\byou )requires?|needs? to (?!provide|enter|specify|supply|set|choose)|ensure|make sure|beware|careful|caution|warning|important|fail|(?<!\btrack(?:ing)? (?:and )?)(?<!-)costs?(?!-| (?:allocation|cent(?:er|re)|tracking|codes?)\b)|costly|charged?s?|at (?:least|most)|minimum|to (?:update|change|rotate|restore|rebuild|replace|renew|recover|remove|delete|re-?run))\b|ません|ずに|必ず|必須|必要|注意|禁止|最大|最小|上限|下限|以上|以下|未満|前に|後に|場合|(?<=[るたいだすうくつむぶぐ])から(?=[、。）)|]|$)|(?:ので|ため)(?=、)|(?<=した)(?:ため|ので)|いけない|ならない|[さたなまらわばがきえけせてねべめれげぜし]ない(?=[、。）)|]|$|こと|ように?|で(?:くだ|ほし|お))|ないと|エラー(?=[にがと])|\bNGだ?(?=[、。）)|\s]|$)|なくなる|失われ|壊れ|忘れ|厳禁|推奨(?=[:：し])|不可|べき|危険|失敗する|おそれ|可能性があ|間違[えいっ]|勘違い|違(?:いました|ってい(?:た|ました))/gimu;

/** What many descriptions have, too: `Applies only if …`, `Buffer data before delivering it`, `CPU limit`. */
const ON_CONDITION =
  /\b(?:(?<!\b(?:check|see|verify|determine)s? )if(?! (?:any|needed)\b)|(?<!-)only|not|don['’]t|do(?:es)? not|required(?= (?:if|when|for|by|to)\b)|prevents?|instead|until|because|in case|after|needs?|fails?|maximum|when|before|limit(?:s|ed)?)\b|ない|無い|だけ|のみ|ため/giu;

/** Whether a text says what somebody must or must not do, what it costs, or what goes wrong. */
export function warns(text: string): boolean {
  return text.search(TO_HEED) >= 0;
}

function saysToHeed(text: string): boolean {
  return warns(text) || text.search(ON_CONDITION) >= 0;
}

/** `Note that …`, and a sentence that is bold from its beginning to its end. */
const STRESSED = /^\W*\*\*[^*]{20,}\*\*\W*$|\bnote(?: that\b|\W*:)/iu;

/** What somebody should do in a case, or for an end: `If it times out, first check …`. */
const ADVICE =
  /^\W*(?:if|when(?:ever)?|for|to)\b[^,\n]{8,120},\s+(?:(?:first|then|also|please|simply|do not|don['’]t)\s+){0,2}(?:use|set|create|add|choose|check|confirm|verify|delete|remove|change|increase|decrease|raise|lower|update|enable|disable|keep|leave|pass|point|attach|restart|re-?deploy)\b/i;

const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const LINK = /(?<=\])\([^)]*\)|https?:\/\/\S+/g;

/** A range, which a template gives by two limits. */
const RANGE = /^\d+-\d+$/;

/** Letters of languages in which names are not read. */
const OTHER_LETTERS = /^(?!\p{Script=Latin})(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\p{L}/u;
/** From this number of lines in another language on, the text is in that language. */
const MIN_LINES_IN_LATIN = 3;

const isInOtherLanguage = memoBy(
  ({ lines }: Pick<NoteFileContent, "lines">): boolean =>
    lines.filter((line) => LATIN.test(line.slice(0, MAX_LENGTH))).length >= MIN_LINES_IN_LATIN,
);

/** Words with English letters that only other languages have. */
const LATIN =
  /(?<![\p{L}.])(?:para|por|del|los|las|una|uma|dos|não|pour|avec|une|dans|und|für|mit|wird|của|cho|các|trong)(?![\p{L}.])/iu;

export function entryText({ key, value, unit }: Entry): string {
  return unit.text.slice(key.start, value.end);
}

const wordsIn: (value: Node, text: string) => ReadonlySet<string> = memoBy(
  ({ start, end }, text) => new Set(readWords(text.slice(start, end)).map(stemOf)),
);
