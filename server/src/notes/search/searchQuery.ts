import { type SearchNames, searchKey } from "./searchNames.ts";
import { searchTokens } from "./searchTokens.ts";

/** A word of a query, in each form in which a note may have it; the first is as it was typed. */
export interface QueryWord {
  /** As it was typed; empty for a query that only has fillers. */
  readonly typed: string;
  readonly forms: readonly QueryForm[];
}

/** Tokens that all have to be there. */
export type QueryForm = readonly string[];

/** More is a text that was pasted. */
const MAX_WORDS = 16;
/** The first names of a thing are the common ones. */
const MAX_FORMS = 8;

const ENGLISH_FILLERS = new Set(
  "a an the of to in on for from with by at as is are was be do does did can could should i my me you it its and or vs versus between difference differences what which who how why when where not into use using used there this that mean means about".split(
    " ",
  ),
);

/** Words around the topic of a question: 違い, とは, について, the particles, forms of する. Longest first. */
const JAPANESE_FILLERS =
  /(?:との違い|の違い|違い|ちがい)(?:は(?:何|なに)?(?:ですか)?|とは|について|を教えて)?|(?:には)?どうす(?:る|れば(?:いい|よい|良い)?)(?:ですか|の)?|(?:を|について)?(?:教えて|おしえて)(?:ください|下さい)?|とは(?:何|なに)?(?:ですか)?|って(?:何|なに)(?:ですか)?|(?:の)?(?:やり方|使い方|方法|仕方|しかた)|について|における|に関する|に関して|に対する|のための?|ための?|(?:し|される|する|した|の)?(?:とき|時|場合)(?=$|[にはのをも、\s])|(?:に|を)?(?:する|した(?:い|ら)?|して(?:いる|も|から)?|される|された|させる|できる(?:か)?|できない)|(?:どう|どの|なぜ|いつ|何|なに)(?:やって|ように|の|が|を|は|に)?(?=$|[ぁ-ん\s])|ですか|ますか|です|ます|ように|から|まで|より|など|という|(?<![ぁ-ん])[のをとはがにでへもや](?![ぁ-ん])|(?<![ぁ-ん])(?:では|には|とは|への|での|との|からの|までの|かな)(?![ぁ-ん])/gu;

const CLASSES = [/[A-Za-z0-9]/, /[ァ-ヺー]/u, /[\p{Script=Han}々〆]/u, /[ぁ-ゖ]/u];
/** A kanji keeps the kana that belong to its word: 切り, 待つ. */
const PIECE = /[A-Za-z0-9]+|[ァ-ヺー]+|[\p{Script=Han}々〆]+[ぁ-ゖ]*|[ぁ-ゖー]+|[^\s\p{P}\p{S}]/gu;

/** CloudFormation adds this to the reason of any failure; by itself it is a message. */
const BEHIND_ANY_REASON = /(?<=\S\s)Rollback requested by user\.?\s*$/i;

/** The words of a query: the longest names that are known, and what is left; without the fillers of a question. */
export function queryWords(query: string, names: SearchNames): QueryWord[] {
  const text = query.normalize("NFKC").replace(BEHIND_ANY_REASON, "");
  const words: QueryWord[] = [];
  let from = 0;
  for (const { start, end, forms } of findNames(text, names)) {
    words.push(...plainWords(text.slice(from, start)), { typed: text.slice(start, end), forms });
    from = end;
  }
  words.push(...plainWords(text.slice(from)));
  if (words.length > 0) return words.slice(0, MAX_WORDS);
  const all = searchTokens(text);
  return all.length === 0 ? [] : [{ typed: "", forms: [all] }];
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly QueryForm[];
}

/** Names in a text, each the longest at its place, that begin and end at the borders of words. */
function* findNames(text: string, names: SearchNames): Generator<FoundName> {
  for (let start = 0; start < text.length; ) {
    const found = isBoundary(text, start) ? nameAt(text, start, names) : undefined;
    if (found) yield found;
    start = found ? found.end : start + 1;
  }
}

function nameAt(text: string, start: number, names: SearchNames): FoundName | undefined {
  // Spaces and hyphens of a name don't count, but a text has no more of them than letters.
  for (let end = Math.min(text.length, start + names.longest * 2); end > start + 1; end--) {
    if (!isBoundary(text, end) || isSpace(text[end - 1])) continue;
    const written = text.slice(start, end);
    const key = searchKey(written);
    const known = names.named(key) ?? names.named(key.replace(/(?<=[a-z]{3})s$/, ""));
    if (known === undefined || isFiller(written)) continue;
    const typed = searchTokens(written);
    const others = [...known].filter((name) => searchKey(name) !== key).map(searchTokens);
    return { start, end, forms: distinctForms([typed, [key], ...others]).slice(0, MAX_FORMS) };
  }
  return undefined;
}

/** Whether a word may end before `at` and another one begin there. */
function isBoundary(text: string, at: number): boolean {
  const before = classOf(text[at - 1]);
  const behind = classOf(text[at]);
  // Who types in hiragana leaves no other sign of a word's end.
  return before !== behind || before < 0 || (before === 3 && behind === 3);
}

function classOf(character: string | undefined): number {
  return character === undefined ? -1 : CLASSES.findIndex((one) => one.test(character));
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function isFiller(word: string): boolean {
  return ENGLISH_FILLERS.has(word.toLowerCase()) || word.replace(JAPANESE_FILLERS, "") === "";
}

/** The words of a text without names: runs of one script, without the fillers. */
function plainWords(text: string): QueryWord[] {
  const pieces = text.replace(JAPANESE_FILLERS, " ").match(PIECE) ?? [];
  return pieces
    .filter((piece) => !ENGLISH_FILLERS.has(piece.toLowerCase()))
    .flatMap((piece) => {
      const typed = searchTokens(piece);
      if (typed.length === 0) return [];
      const kanji = /^[\p{Script=Han}々〆]+/u.exec(piece)?.[0];
      const inflected = kanji !== undefined && kanji !== piece;
      return [{ typed: piece, forms: inflected ? distinctForms([typed, searchTokens(kanji)]) : [typed] }];
    });
}

function distinctForms(forms: readonly QueryForm[]): QueryForm[] {
  const seen = new Map(forms.filter((form) => form.length > 0).map((form) => [form.join(" "), form]));
  return [...seen.values()];
}
