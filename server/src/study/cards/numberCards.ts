import type { Note } from "../../notes/reading/note.ts";
import { type Asked, GAP } from "./card.ts";
import { standsAlone, weight, withoutSigns } from "./cardWords.ts";
import { isUnderstood } from "./explanation.ts";
import type { KnownNotes } from "./knownNotes.ts";
import type { Sentence } from "./sentences.ts";

/** Columns of a sentence that can be taken in at once. */
const LONGEST = 160;
/** What makes a number a fact: it is a default, or a bound. */
const BOUND =
  /デフォルト|既定|初期値|最大|最小|最長|最短|上限|下限|default|\bmax(?:imum)?\b|\bmin(?:imum)?\b(?<!\d\s?min)|\blimit(?:ed)?\b|\bup to\b/iu;
/** An example, an estimate, a price, a point in time, what somebody did, and what is recommended. */
const NO_FACT =
  /例[えば：:]|たとえば|\bexamples?\b|e\.g|i\.e|約|およそ|\babout\b|approximately|[$¥€円]|料金|価格|無料|\bpric|\bcosts?\b|\bfree\b|試験|推奨|recommend|\b20[12]\d\b|\d{4}年|時点|削減|割引|\bsav(?:e|es|ings?)\b|問題ない|[?？→⇒<>=×*{}|"“”]|->|\bit\b|\b(?:equals?|is|are|of|to|than)\P{L}*$/iu;
const UNIT =
  "(?:秒間?|分間?|時間|日間?|週間|[かヶカ]月間?|年間?|バイト|[KMGT]i?B(?:/s|ps)?|[KMGT]bps|IOPS|台|個|回|件|文字|倍|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|ms|bytes?|characters?)";
const VALUE = "\\d[\\d,]*(?:\\.\\d+)?";
/** `300秒`, `1〜3,600秒`, `35 days`. */
const AMOUNT = new RegExp(
  `(?<![\\w.,:/-])${VALUE}\\s?(?:${UNIT})?(?:\\s?(?:〜|～|~|–|-|から|to)\\s?${VALUE}\\s?)?${UNIT}(?![a-z])`,
  "u",
);
/** What a number is told of another thing by: `300秒ごと`, `5 minutes per node`. */
const OF_OTHER =
  /^\s?(?:の[\d一]|隔|前|目|ごと|毎|ずつ|あたり|ago\b|per\b|each\b|or\b|または|もしくは|と(?![しき])|[（(/]\s?\d)/u;

/** In parentheses stands another unit, or an example. */
const IN_ASIDE = /[（(](?:[^）)]* [^）)]*)?$/u;

/** The number of a default or a bound, where a sentence below a known name tells one and no other. */
export function numberCards({ text }: Sentence, note: Note, known: KnownNotes): readonly Asked[] {
  // `デフォルト：300秒` is a note, too.
  const owner = BOUND.test(note.title) ? known.above(note).at(-1) : note;
  if (owner === undefined) return [];
  const name = withoutSigns(owner.title);
  if (known.of(owner)?.isService !== false || weight(text) > LONGEST || !BOUND.test(text)) return [];
  if (NO_FACT.test(text) || !standsAlone(text) || !isUnderstood(text)) return [];
  const [amount] = AMOUNT.exec(text) ?? [];
  const subject = known.subject(owner, name);
  if (amount === undefined || subject === undefined) return [];
  const [before = "", ...behind] = text.split(amount);
  const rest = behind.join(amount);
  // A bound that does not say of what: `Up to 35 days (uses transaction logs)`.
  const told = (before + rest).replace(/[（(][^（()）]*[）)]/gu, "");
  if (/^\P{L}*(?:up to|(?:an? |the )?(?:min|max)(?:imum)? of)?\P{L}*$/iu.test(told)) return [];
  // Other numbers tell it in another unit, or are the ones of another case; `EC2` is a name.
  if (/\d/.test((before + rest).replace(/[A-Za-z]+\d+/g, "")) || OF_OTHER.test(rest) || IN_ASIDE.test(before))
    return [];
  const isSaid = text.includes(name);
  return [
    {
      kind: "number",
      front: `${before.replace(/^[•\s]+/u, "")}${GAP}${rest}`,
      back: amount.trim(),
      subject: isSaid ? subject : [...subject, name],
    },
  ];
}
