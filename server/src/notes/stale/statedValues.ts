/** A value that a line gives to something that it names. */
export interface StatedValue {
  /** As it is written, with its unit. */
  readonly text: string;
  /** The values that a template may have for it: a number in each unit that may be meant, or the word in lower case. */
  readonly meanings: readonly (number | string)[];
  /** Whether it is written as a value: as code, or behind a colon. */
  readonly isLiteral: boolean;
  /** In the line. */
  readonly start: number;
  readonly end: number;
}

/** Characters between a name and its value. */
const MAX_DISTANCE = 24;

/** Words of sentences about limits, defaults, other times or other choices, and on what to do at some time. */
const NO_STATEMENT =
  /デフォルト|既定|最大|最小|最長|最短|上限|下限|以上|以下|以内|未満|まで|より|以前|かつて|例えば|ではなく|(?<![、，（(]変更し)ない|場合|なら|たら|とき|時[はに、]|際[はに、]|推奨|→|⇒|\?|？|\bdefault|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bat (?:most|least)|\bup to|\bunless|\bif\b|\bnot\b|n't\b|\binstead|\bformer|\bearlier|\bwas\b|\bbefore\b|\bshould\b|\bcan be\b|\bor\b|\bwhen|\bwhile\b|\bduring\b|\bset [`*]*\w+[`*]* to\b|\be\.g\b|\bexample\b/i;

/** Where a sentence of a line ends. */
const SENTENCE = /(?<=[。；;]|\.(?=\s))/;
/** A sentence on another thing than the one before it, and what refers back. */
const OWN_SUBJECT =
  /^[\s・]*(?:[\p{Script=Han}\p{Script=Katakana}\w`*ー]{2,30}[はがもを]|(?:The|Its|Our|Do not|Don't) )/u;
const REFERS_BACK = /\d|[こそ][れの]|同|値|本番|開発|\b(?:it|this|that|these|those|values?|defaults?|limits?)\b/i;

/** Text between a name and a word that is its value. */
const BETWEEN = /^[\s`*"'」』]*(?:[:：=＝]|は|を|が|に|is set to|is|are|set to)?[\s`*"'「『]*/;

const UNITS: readonly (readonly [pattern: RegExp, factors: readonly number[]])[] = [
  [/^(?:日|days?)/i, [1, 86_400, 24, 1440]],
  [/^(?:時間|hours?|h\b)/i, [1, 60, 3600]],
  [/^(?:分|minutes?|mins?\b)/i, [1, 60]],
  [/^(?:秒|seconds?|secs?\b|s\b)/i, [1, 1000]],
  [/^(?:週間?|weeks?)/i, [1, 7, 604_800]],
  [/^(?:年|years?)/i, [1, 365, 366, 12]],
  [/^(?:ヶ月|か月|カ月|months?)/i, [1, 30, 31]],
  [/^(?:TB|TiB)/i, [1, 1024, 1000]],
  [/^(?:GB|GiB|MB|MiB|KB|KiB)/i, [1, 1024, 1000, 1_048_576]],
];

/**
 * The value that a line of a note gives to a name in it: `BackupRetentionPeriod: 7`, 「保持期間は7日」. None for a sentence
 * about limits, defaults or choices, nor where another one tells that of the value, and for one with several values.
 *
 * @param from behind the name
 */
export function statedValue(line: string, from: number): StatedValue | undefined {
  const sentences = line.split(SENTENCE);
  const own = line.slice(0, from).split(SENTENCE).length - 1;
  const qualifies = (one: string, at: number): boolean =>
    NO_STATEMENT.test(one) && (at === own || !OWN_SUBJECT.test(one) || REFERS_BACK.test(one));
  if (sentences.some(qualifies)) return undefined;
  const [sentence = ""] = line.slice(from).split(/[。；;|]|\.\s|、(?=\S*[はが])/, 1);
  return numberIn(sentence, from) ?? wordIn(sentence, from);
}

function numberIn(sentence: string, from: number): StatedValue | undefined {
  const numbers = [...sentence.matchAll(/(?<![\w.-])\d[\d,]{0,12}(?:\.\d{1,6})?(?![\d.]*[\w-]*[.:/-]\d)/g)];
  const [found] = numbers;
  if (found === undefined || numbers.length > 1 || found.index > MAX_DISTANCE) return undefined;
  const value = Number(found[0].replaceAll(",", ""));
  const rest = sentence.slice(found.index + found[0].length);
  const behind = rest.replace(/^[\s`*]+/, "");
  const [pattern, factors] = UNITS.find(([unit]) => unit.test(behind)) ?? [];
  const unit = pattern?.exec(behind)?.[0] ?? "";
  // A number with letters behind it is a name: t3.micro, 2az.
  if (unit === "" && /^[A-Za-z]/.test(rest)) return undefined;
  const length = found[0].length + (unit === "" ? 0 : rest.length - behind.length + unit.length);
  const start = from + found.index;
  const text = sentence.slice(found.index, found.index + length);
  return {
    text,
    isLiteral: true,
    meanings: (factors ?? [1]).map((factor) => value * factor),
    start,
    end: start + length,
  };
}

/** No word of a sentence: `index.handler`, `OrdersTopic`. */
const NAME = /[a-z\d][A-Z]|[\w][._:/-]\w/;
const ENDS = /^[\s`*"'」』]*(?:です|である|だ)?[\s.]*$/u;

function wordIn(sentence: string, from: number): StatedValue | undefined {
  const between = BETWEEN.exec(sentence)?.[0] ?? "";
  if (between.trim() === "" && !/[`*"'「『]/.test(between)) return undefined;
  // A number behind a sign is one of a name, such as 2.2.24.
  const [word] = /^(?=[^\s]*[A-Za-z.])[A-Za-z\d][\w.:/*-]{0,80}/.exec(sentence.slice(between.length)) ?? [];
  const text = word?.replace(/[.:/-]+$/, "");
  if (text === undefined) return undefined;
  const start = from + between.length;
  const isAll = NAME.test(text) && ENDS.test(sentence.slice(between.length + text.length));
  return {
    text,
    isLiteral: /[`"':：=＝]/.test(between) || isAll,
    meanings: [text.toLowerCase()],
    start,
    end: start + text.length,
  };
}
