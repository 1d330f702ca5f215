import { readingsOf, singular } from "../../notes/words/canonical.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Card } from "./card.ts";
import { serviceNames } from "./serviceTitle.ts";

/** Content words of Japanese text: in Latin letters, Katakana or Kanji. */
const WORDS = /[A-Za-z\d]+|[ァ-ヶー]{2,}|[一-龠々]+/gu;
/** Words without content, without long-vowel marks. */
const SAYS_NOTHING =
  /^(?:\d+|AWS|Amazon|基|実行|使用|利用|提供|設定|指定|取得|可能|機能|サビス|ツル|コンポネント|用途|情報|対象?|状態|制御|方法|簡単|容易|拡張|運用|自動|デプロイ|スケル|完全|高性能|効率|コスト|優|自身|自体|特化|専用|[間内上中時数行用的等方]|(?:フル)?マネジド|ネイティブ)$/u;

/** Names that say less by their words: `cfn-signal`, `AWS::StackId`, `DependsOn`, `AAAA`. */
const IS_EXACT = /[a-z]-[a-z]|::|[a-z][A-Z]|[A-Z]{4}/;

/** Whether a card is a tautology: its answer has hardly a content word that is not on the front, in either language: `CloudWatchアラームの状態を監視` of `CloudWatch Alarm`. */
export const isSaidAgain: (card: Card) => boolean = memoBy(({ kind, subject, front, back }: Card): boolean => {
  const isName = kind === "name";
  if ((kind !== "term" && !isName) || !IS_JAPANESE.test(isName ? front : back)) return false;
  // On a card that asks for the name, Kanji are no transcription of it.
  const names = contentWords([...subject, front].join(" ")).filter((word) => !isName || !/[一-龠]/u.test(word));
  const written = back.replace(/ ⚠.*$/gm, "");
  const said = isName ? written.replace(/^.*:/, "") : withoutTopic(written, names).replace(IS_MANAGED, "");
  const { told, isShared } = toldIn(said, names);
  // `WAF`: `Webアプリケーションファイアウォール`
  const isSpelled =
    /\b[A-Z]{2,5}\d?$/.test(front) && toldIn(said, [...names, ...contentWords(serviceNames(front))]).told === 0;
  if (isName) return told < 1;
  const least = isShared && !IS_EXACT.test(front) ? 3 : isShared || said.length < written.length ? 2 : 1;
  return isSpelled || told < least;
});

const IS_MANAGED = /(?:フル)?マネージド\S{0,2}サービス\P{L}*$/u;

/** A sentence without its subject, if that is the name. */
function withoutTopic(text: string, names: readonly string[]): string {
  const [topic = ""] = /^[^。、\n]{1,60}?(?:とは|は)、?/u.exec(text) ?? [];
  return toldIn(topic, names).told === 0 ? text.slice(topic.length) : text;
}

export const IS_JAPANESE: RegExp = /[ぁ-んァ-ヶ一-龠]/u;

/** The number of content words of a text that are not in the names, in either language, and whether any are. */
export function toldIn(text: string, names: readonly string[]): { readonly told: number; readonly isShared: boolean } {
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
  const told = [...new Set(others)]
    .filter((part) => !SAYS_NOTHING.test(part))
    .reduce((sum, part) => sum + countOf(part), 0);
  return { told, isShared: others.length < parts.length };
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
