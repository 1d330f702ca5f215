import { nameKey } from "../../notes/words/names.ts";
import type { Span } from "../../text/span.ts";
import { GAP } from "./card.ts";
import { isAnswer, isProperName, isTerm, standsAlone, tells, weight, withoutSigns } from "./cardWords.ts";
import type { Sentence } from "./sentences.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** A gap in a sentence. */
export interface GapCard {
  readonly kind: "word" | "number";
  readonly front: string;
  readonly back: string;
}

/** Columns of a sentence that can be taken in at once, and of one that says enough. */
const LONGEST = 220;
const SHORTEST = 12;
/** Columns that are left beside a word, and beside a number: `デフォルト：［　　］`. */
const LEAST_REST = 20;
const LEAST_REST_OF_NUMBER = 8;
const LEAST_SUBJECT = 4;
const BOUND =
  /デフォルト|既定|初期値|最大|最小|最長|最短|上限|下限|以内|まで|default|max(?:imum)?|min(?:imum)?|limit|up to|at least|between/iu;
/** What a number is told of that somebody learns, and not one that an example or a solution has. */
const OF_FACT =
  /保[持管存]|間隔|容量|サイズ|制限|期間|期限|有効|タイムアウト|必要|可能|でき|遅延|耐久性|可用性|リクエスト数|接続数|retention|retain|interval|size|latency|within|timeout|expire|takes?|durability|availability|available|supports?|limit|\bcan\b|per\b|每|毎|ごと/iu;
/** Says what to do, in a solution to somebody's problem. */
const IS_DIRECTIVE = /を[^。]*(?:変更|参照|選択|作成|追加|使用|実行|構成|設定)(?:します|する)?。?$/u;

/** A saving, a share or an advice, what a console printed, and what the writer set: nothing of AWS. */
const IS_OF_WRITER =
  /^[「（(]|削減|割引|節約|障害の|推奨|\b(?:sav(?:e|es|ings?)|cheaper|discount|recommended?)\b|\S {2,}\S|^After (?:\d|a |an )[^,]*[:,]|: terminate\b/iu;

/** So many gaps of one sentence are asked for. */
const MOST = 2;

const UNIT =
  "(?:秒間?|分間?|時間|日間?|週間|[かヶカ]月間?|年間?|バイト|%|％|[KMGT]i?B(?:/s|ps)?|[KMGT]bps|IOPS|台|回|件|文字|倍|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|percent|ms|bytes?|characters?)";
const VALUE = "\\d[\\d,]*(?:\\.\\d+)?";
/** `300秒`, `1〜3,600秒`, `1分または5分`, `35 days`. */
const AMOUNT = new RegExp(
  `(?<![\\w.,:/$¥-])${VALUE}\\s?(?:${UNIT})?(?:\\s?(?:〜|～|~|–|-|から|または|もしくは|か|to|or)\\s?${VALUE}\\s?${UNIT})?`,
  "gu",
);
const NOT_A_SUBJECT = new RegExp(
  `${AMOUNT.source}|(?:${UNIT})|あたり|もしくは|または|注意|です|ます|\\b(?:settings?|values?|per|or|is|are|and|to|the|an?)\\b`,
  "giu",
);
const HAS_UNIT = new RegExp(`${UNIT}$`, "u");
/** What is not to be learnt: an example's number, one that is about what it is, a point in time. */
const NOT_A_FACT =
  /例[えば：:]|といった|たら|\d(?:%|％)?なら|[（(]例|\bexamples?\b|e\.g|i\.e|たとえば|約|およそ|\babout\b|approximately|仮に|\bsuppose\b|昨日|今日|先|前回|した。?$|いくら|円|[$¥€]|料金|価格|\bpric|\bcosts?\b|\bcheap|試験|問題|合格|勉強|学習|\bI\b|\bmy\b|思[うい]|増やす|追加|午前|午後|\d{4}年|\d{1,2}月\d|\b20[12]\d\b|時点|もう\S*(?:ない|ません)|以前の|\bno longer\b|\bformer|場合[^。]*[%％]/iu;

/** The gaps of a sentence: numbers with their unit, and words in bold, of a person's own notes names alone. */
export function gapCards(sentence: Sentence, titles: readonly string[], isBuiltIn: boolean): readonly GapCard[] {
  const { text, lead } = sentence;
  const size = weight(text);
  if (size > LONGEST || size < SHORTEST || !standsAlone(text)) return [];
  // Something of which the text before says what it is.
  if (
    /^(?:does|doesn|don|may|might|who|what|how|which|where|why|have|has|had|needs?|can|could|must|should|will|is|are|was|were|anything|everything|something)\b/i.test(
      text,
    )
  )
    return [];
  if (
    /^\s*(?:☐|□|\[[ x]\])/u.test(text) ||
    /[?？]$|→|⇒|[<>=×*]|->|[{}|]|^\W*(?:Q|A|Question|Answer)\s?\d*[.:：]/u.test(text)
  )
    return [];
  // A chain of things: `VPC - TGW - CGW`.
  if (/ [-–] .* [-–] /.test(text)) return [];
  const context = [...titles, lead].join(" ");
  const numbers = numberSpans(text).map((span) => ({ kind: "number" as const, span }));
  const words = wordSpans(sentence, context, isBuiltIn).map((span) => ({ kind: "word" as const, span }));
  return [...numbers, ...words]
    .filter(({ span }) =>
      isFair(
        text,
        span,
        titles.filter((title) => title !== lead),
      ),
    )
    .slice(0, MOST)
    .map(({ kind, span }) => ({
      kind,
      front: `${text.slice(0, span.start)}${GAP}${text.slice(span.end)}`,
      back: text.slice(span.start, span.end).trim(),
    }));
}

function numberSpans(text: string): readonly Span[] {
  if (NOT_A_FACT.test(text) || IS_DIRECTIVE.test(text) || !(BOUND.test(text) || OF_FACT.test(text))) return [];
  const spans = [...text.matchAll(AMOUNT)].flatMap(({ index, 0: amount }) =>
    HAS_UNIT.test(amount) && !/^(?:1\s?(?:台|回|件|文字)|0[^.])/u.test(amount)
      ? [{ start: index, end: index + amount.length }]
      : [],
  );
  // Of three or more nobody knows which is asked for.
  return spans.length > 2
    ? []
    : spans.filter(
        ({ end }) =>
          !/^(?:の[\d一]|は|隔|前|目|ごろ|頃|あたり|ごと|毎|ずつ|ago\b|per\b|each\b|\w)/u.test(
            text.slice(end).trimStart(),
          ),
      );
}

function wordSpans({ text, bold, lead }: Sentence, context: string, isBuiltIn: boolean): readonly Span[] {
  // What is bold from end to end is not one word among others.
  const marked = bold.reduce((sum, { start, end }) => sum + end - start, 0);
  if (marked > text.length * 0.6) return [];
  return bold.filter(({ start, end }) => {
    const word = text.slice(start, end);
    return (
      isAnswer(word) &&
      (isBuiltIn || isName(text, { start, end })) &&
      nameKey(word) !== nameKey(lead) &&
      !tells(context, word) &&
      !/\d/.test(word)
    );
  });
}

/** What comes before a name in an English sentence, and behind it. */
const BEFORE_NAME = /(?:\b(?:an?|the|its|called|named|as|into)|[:(])\s?$/i;
const BEHIND_NAME =
  /^(?:\s*(?:[.,;:)!]|$)|\s+(?:is|are|was|were|can|will|must|for|of|to|in|on|at|that|which|and|or|by|from|with|when|if|has|contains|determines|defines|[a-z]+s a)\b)/i;

/** Whether a word in bold is a name, and not the writer's voice or a part of one. */
function isName(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  if (/[ぁ-んァ-ヶ一-龠]/u.test(text) || isProperName(word) || isServiceTitle(word)) return true;
  return (
    BEFORE_NAME.test(text.slice(0, start)) &&
    BEHIND_NAME.test(text.slice(end)) &&
    start > 0 &&
    !/^(?:who|what|how|there)\b|(?:ed|ly)$/i.test(word)
  );
}

/** Whether enough is left to know what is asked for, and nothing of it says the answer. */
function isFair(text: string, { start, end }: Span, titles: readonly string[]): boolean {
  const answer = text.slice(start, end);
  const rest = text.slice(0, start) + text.slice(end);
  if (weight(rest) < (/\d/.test(answer) ? LEAST_REST_OF_NUMBER : Math.max(LEAST_REST, weight(answer) * 1.2)))
    return false;
  // `When the alarm is in OK state` above `In ［　　］ state …`, and `At most 80 signs, so use no more than 80.`
  if (titles.some((title) => words(title).includes(answer.toLowerCase()))) return false;
  if (/\d/.test(answer) && (amounts(rest).includes(answer.trim()) || IS_OF_WRITER.test(text))) return false;
  // A number alone within parentheses may be of anything before them.
  if (
    /\d/.test(answer) &&
    /[（(]$/u.test(text.slice(0, start)) &&
    /^[）)]/u.test(text.slice(end)) &&
    !/間隔|interval|period|default|デフォルト/iu.test(rest)
  )
    return false;
  if (/\d/.test(answer) && digits(rest).some((said) => digits(answer).includes(said))) return false;
  if (/\d/.test(answer) && (!saysOfWhat(rest, titles) || isSaidOtherwise(text, { start, end }))) return false;
  // `EC2や［　　］`, `［　　］など`: one of several, any of which would do.
  const before = text.slice(0, start);
  const behind = text.slice(end);
  // One of two values, and what one does: `90〜100%とfalse`, `to write in several Regions`.
  if (/\d/.test(answer) && /^\s*(?:と(?![しき])|and\b)/u.test(behind) && !/between/i.test(before)) return false;
  if (/\d/.test(answer) && /\bsuch as\b[^,;。]*$/i.test(before)) return false;
  if (/\bto\s*$/i.test(before) && /^[a-z]+$/.test(answer)) return false;
  if (
    /(?:や|、|・|または|もしくは|or|and|,|\/)\s*$/iu.test(before) ||
    /^\s*(?:や|、|・|など|等|または|or\b|and\b|,|\/)/iu.test(behind)
  )
    return /\d/.test(answer) && !/(?:や|・)$/u.test(before);
  return !nameKey(rest).includes(nameKey(answer));
}

function amounts(text: string): readonly string[] {
  return [...text.matchAll(AMOUNT)].map(([amount]) => amount.trim());
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

/** Numbers of four digits and more, which are told by another way to write them: `51200` and `51,200`. */
function digits(text: string): readonly string[] {
  return text.replace(/(?<=\d),(?=\d)/g, "").match(/\d{4,}/g) ?? [];
}

/** Whether a sentence says what its number is about, or that it is a default or a limit of what the title names. */
function saysOfWhat(rest: string, titles: readonly string[]): boolean {
  const words = rest
    .replace(NOT_A_SUBJECT, "")
    .replace(BOUND, "")
    .replace(/[^\p{L}]/gu, "");
  if (weight(words) >= LEAST_SUBJECT) return true;
  const title = titles.findLast((one) => !BOUND.test(one)) ?? "";
  return BOUND.test(rest) && !isServiceTitle(title) && isTerm(withoutSigns(title), titles);
}

/** Whether a number is a conversion of the one before or behind it, or one of a pair: `900s (15 minutes)`, `128 MB/5 s`. */
function isSaidOtherwise(text: string, { start, end }: Span): boolean {
  return (
    /\d[\d,.]*\s?\p{L}*\s?[（(/]\s*$/u.test(text.slice(0, start)) || /^\s?[（(/]\s?\d[\d,.]*/u.test(text.slice(end))
  );
}
