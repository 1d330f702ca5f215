import { readingsOf, singular } from "../../notes/words/canonical.ts";

/** Content words of Japanese text: in Latin letters, Katakana or Kanji. */
const WORDS = /[A-Za-z\d]+|[ァ-ヶー]{2,}|[一-龠々]+/gu;
/** Words without content, without long-vowel marks. */
const SAYS_NOTHING =
  /^(?:\d+|AWS|Amazon|基|実行|使用|利用|提供|設定|指定|取得|可能|機能|サビス|ツル|コンポネント|用途|情報|対象?|状態|制御|方法|簡単|容易|拡張|運用|自動|デプロイ|スケル|完全|高性能|効率|コスト|優|自身|自体|特化|専用|[間内上中時数行用的等方]|(?:フル)?マネジド|ネイティブ)$/u;

export const IS_JAPANESE: RegExp = /[ぁ-んァ-ヶ一-龠]/u;

/** Number of content words of a Japanese text that are not in the names, in either language. */
export function newWords(text: string, names: readonly string[]): number {
  const known = new Set(names.flatMap(readingsOf).flat().map(singular));
  const initials = names.map((name) => /^[A-Z]/.exec(name)?.[0] ?? "").join("");
  const isKnown = (word: string): boolean =>
    (/^[A-Z]{2}/.test(word) && initials.includes(word)) ||
    readingsOf(word).some((words) => words.every((one) => known.has(singular(one))));
  const parts = contentWords(text).flatMap((word) => partsOf(word, names));
  const others = parts.filter((part) => part !== "" && !isKnown(part));
  // About five Katakana or two Kanji make a word.
  const countOf = (word: string): number =>
    /^\w/.test(word) ? 1 : /[ァ-ヶ]/u.test(word) ? Math.floor((word.length + 3) / 5) : Math.ceil(word.length / 2);
  return [...new Set(others)].filter((part) => !SAYS_NOTHING.test(part)).reduce((sum, part) => sum + countOf(part), 0);
}

/** The content words of a text, without long-vowel marks. */
export function contentWords(text: string): readonly string[] {
  return (text.match(WORDS) ?? []).map((word) => word.replaceAll("ー", ""));
}

/** A compound word split at the parts that are in the names; these parts are "". */
function partsOf(word: string, names: readonly string[]): readonly string[] {
  const least = /^\w/.test(word) ? Number.POSITIVE_INFINITY : /[ァ-ヶ]/u.test(word) ? 3 : 2;
  for (let length = word.length; length >= least; length--)
    for (let at = 0; at + length <= word.length; at++)
      if (names.some((name) => name.includes(word.slice(at, at + length))))
        return [...partsOf(word.slice(0, at), names), "", ...partsOf(word.slice(at + length), names)];
  return word === "" ? [] : [word];
}

/** Length of a stem, and endings that are cut off. */
const STEM = 5;
const ENDINGS = /(?<=[a-z]{3})(?:ing|ed|e?s)$/;
/** Stems of words without content. */
const IS_FILLER =
  /^(?:the|and|for|about|infor|way|list|set|avail|us(?:e|ed|ing)?|suppo|type|kind|name|that|you|your|perfo|creat?|uniqu|produ|withi|retur|value|check|numbe|which|what|how|tell|with|when|stand|short|fire?|aws|amazo|cloud|servi?|manag?|fully|featu|provi?|offer|allow|enabl?|help|let|make|mak|high|highl|scala|relia|broad|capab|flexi|data|deter|defin|entir|indiv|forma|easy|easil|simpl|recom|part|since|all|any|off|other|can|will|are|its|from|has|have|run|workl)$/;

/** The stems of the words of a text. */
export function stems(text: string, words: RegExp = /[a-z]{3,}/g): readonly string[] {
  const apart = text.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ").toLowerCase();
  return (apart.match(words) ?? []).map((word) => word.replace(ENDINGS, "").slice(0, STEM));
}

/** Number of content words of an English text that are not on the front. */
function newStems(text: string, front: string): number {
  const known = new Set(stems(front));
  // `AssumeRole`: `Used by users to assume a role`
  const said = text.replace(/^(?:is |are )?used by .{1,60}? to /i, "");
  return new Set(contentStems(said).filter((stem) => !known.has(stem))).size;
}

/** The stems of the content words of an English text. */
export function contentStems(text: string): readonly string[] {
  return stems(text).filter((stem) => !IS_FILLER.test(stem));
}

/** Number of content words of a text that are not in the title. */
export function wordsTold(text: string, title: string): number {
  return IS_JAPANESE.test(text) ? newWords(text, contentWords(title)) : newStems(text, title);
}
