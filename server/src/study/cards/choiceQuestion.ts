import { plain, wholeText } from "./cardText.ts";
import { isAnnouncing, weight } from "./cardWords.ts";

/** A multiple-choice question. */
export interface ChoiceQuestion {
  /** Lines above the choices. */
  readonly stem: readonly string[];
  /** `A. …` */
  readonly choices: readonly string[];
  /** The right choices; empty if the text does not say which. */
  readonly right: readonly string[];
  /** The explanation of the answer, as far as it fits a card. */
  readonly explanation: readonly string[];
}

/** An answer of letters alone: `B`, `正解: A, C`. */
export const ONLY_LETTERS: RegExp =
  /^(?:(?:正解|答え|解答|回答|correct answers?|answers?)[\s:：*は]*)?[A-HＡ-Ｈア-オ](?:[\s,，、.．と&/／+]+(?:and\s)?[A-HＡ-Ｈア-オ])*[.。]?$/iu;
const LETTER = "A-HＡ-Ｈア-クa-h1-8１-８";
/** An answer that is a number; only then a numbered list is one of choices and not of steps. */
const TELLS_NUMBER = /^\P{L}*(?:答え|正解|解答|回答|answers?)[\s:：*]*[1-8１-８]/imu;
/** An answer on a line of its own below its label, which may be that of a collapsible section. */
const BELOW_LABEL =
  /(?:^[^\p{L}\n]*|<summary[^>]*>[^\p{L}<]*|^\s*:{3,}\s*details\s+)(?:模範解答|正解|正答|解答|回答|答え|answers?)(?:(?:と|・|＆|&)解説)?(?:を(?:見る|表示|確認)(?:する)?)?[^\p{L}\n<]*(?:<\/summary>)?[ \t]*\n(?:[ \t]*(?:<[^>\n]*>[ \t]*)?\n)*[ \t*]*(\S[^\n]*)$/imu;
const ONLY_NUMBERS = /^[1-8１-８](?:[\s,、，と&・]+[1-8１-８])*[*\s.。]*$/u;
/** The number and text of an item. */
const NUMBERED_ITEM = /^\s*([1-8])[.)．]\s*(.*?)[*\s]*$/u;
const CHOICE = new RegExp(`^[・\\s　]*[(（[［]?([${LETTER}])\\s*[)）\\]］.．:：]\\s*(?=\\S)`, "u");
/** Maximum number of lines of a choice. */
const MAX_LINES = 4;
/** Number of lines after the choices that may have the right letters. */
const MAX_LINES_TO_LETTERS = 6;
const TOLD = new RegExp(
  `^(?:\\P{L}*(?:正解|正答|答え|解答|回答|the )?(?:correct )?(?:answers?|ans|正解|答え)?)?[\\s:：*は-]{0,6}[(（]?([${LETTER}])(?![A-Za-z\\d'’]|(?<=A) (?!and|is|as|or|because|since)\\p{Ll})[)）]?((?:(?:[.．](?=\\S)|[\\s,，、・&/／+とand]){1,6}[${LETTER}](?![\\p{L}\\p{N}-]))*)`,
  "iu",
);
/** Explains a wrong choice: `A is wrong`, `B operates elsewhere`. */
const IS_OF_OTHER = /^\P{L}*[A-H]\s+(?!and\b|or\b)\p{Ll}+\b(?!.{0,20}\b(?:correct|right|best|answer)\b)/u;
/** Marks of the right choice. */
const MARKED = /\s*(?:✅|☑|✔|✓|◎|[(（](?:正解|correct|정답)[)）]|←\s*正解)️?\s*/giu;
const LABEL =
  /^\P{L}*(?:解説|説明|理由|不?正解|explanation|why|reason|rationale|解答を?\S{0,4}|回答を?\S{0,4}|click \S.*|show \S.*|(?:correct )?answers?(?: (?:&|and) explanation)?|正解|答え|A(?=\s*[:：]\s*$))\P{L}*$/iu;
/** `A:` as a label for the answer in the next line. */
const IS_SIGN = /^\P{L}*A\s*[:：]\s*$/iu;
const OPTIONS =
  /^\P{L}*(?:(?:show |view )?(?:options|choices)|選択肢(?:を(?:見る|表示|開く))?|問題文?|question)\P{L}*$|^\P{L}*(?:ドメイン|domain|難易度|difficulty|カテゴリー?|category|分野|結果|result|score|日付|date)\s*[:：]/iu;
const MAX_BOXES = 8;
const EXPLAINS = /^(?:解説|説明|理由|explanation|why|reason)\s*[:：]\s*/iu;
const MAX_EXPLAINED = 3;
/** The beginning of the next question: `52. You have …`, `問題2: …`. */
const IS_NEXT = /^\d{1,3}[.．)]\s+\p{Lu}|^\P{L}*(?:[Qq](?:uestion)?|問題?|設問)\s?\d{1,3}\s*[:：.．)）\]】]/u;
/** Maximum width of an explanation. */
const MAX_EXPLANATION = 320;
const POINTS_ON =
  /^・?(?:参照|参考|関連|reference|see also|related|ドメイン|domain|難易度|difficulty|source|\P{L}*back to (?:the )?top|reveal solution|discussion)/iu;

/** The choices in a text; `undefined` if it has none. @param isOfNumbered whether it is the text of a numbered question */
export function choiceQuestion(written: string, isOfNumbered: boolean): ChoiceQuestion | undefined {
  const markdown = withLetters(withPlainNumbers(written), isOfNumbered);
  const lines = wholeText(markdown, Number.POSITIVE_INFINITY).split("\n");
  const isNumbered = tellsNumber(markdown);
  const letterOf = (line: string): string | undefined => {
    const letter = CHOICE.exec(line)?.[1];
    return letter === undefined || (/\d/.test(letter) && !isNumbered) ? undefined : plainLetter(letter);
  };
  const first = lines.findIndex((line) => letterOf(line) === "A");
  if (first < 0) return undefined;
  const starts = [first];
  for (let at = first + 1; at < lines.length && at - (starts.at(-1) ?? at) <= MAX_LINES; at++)
    if (letterOf(lines[at] ?? "") === letterAfter(starts.length)) starts.push(at);
  const last = starts.at(-1) ?? first;
  if (starts.length < 2) return undefined;
  const offered = starts.map((start, index) => lines.slice(start, starts[index + 1] ?? last + 1).join(" "));
  const rest = lines.slice(last + 1);
  const again = statedAgain(rest, offered);
  const isTold = (line: string): boolean =>
    (isNumbered ? TOLD.test(line) : /^\D$/u.test(TOLD.exec(line)?.[1] ?? "")) &&
    ![CHOICE, IS_SIGN, IS_OF_OTHER].some((form) => form.test(line));
  const told =
    again.length > 0
      ? rest.findLastIndex((line) => again.includes(line))
      : rest.slice(0, MAX_LINES_TO_LETTERS).findIndex(isTold);
  const [, letter = "", others = ""] = TOLD.exec(rest[told] ?? "") ?? [];
  const more = others.replace(/and/giu, " ").match(new RegExp(`[${LETTER}]`, "gu")) ?? [];
  const letters =
    again.length > 0
      ? again.map((line) => letterAgain(line, offered) ?? letterOf(line) ?? "")
      : told < 0
        ? []
        : [letter, ...more].map(plainLetter);
  const isRight = (choice: string, index: number): boolean =>
    letters.length > 0 ? letters.includes(letterAfter(index)) : choice.replace(MARKED, "") !== choice;
  const right = offered.filter(isRight).map(unmarked);
  return {
    stem: lines.slice(0, first).filter((line) => !OPTIONS.test(line)),
    choices: offered.map(unmarked),
    right: right.length < offered.length ? right : [],
    explanation: explanationIn(
      rest.slice(told + 1).filter((line) => !right.map(identifying).includes(identifying(line))),
    ),
  };
}

/** Choices and answers by ①, ② and so on as by 1., 2. */
function withPlainNumbers(markdown: string): string {
  return markdown.replace(/[①-⑧]([ 　]*)(?=(.?))/gu, (sign, blank, next) => {
    const number = String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x2460 + 49);
    return /[\p{L}`]/u.test(next) ? `${number}. ` : number + blank;
  });
}

/** Whether the answer is a number, or an item of the numbered list above it, repeated. */
function tellsNumber(markdown: string): boolean {
  const found = BELOW_LABEL.exec(markdown);
  const answer = found?.[1] ?? "";
  const [, number = "", text] = NUMBERED_ITEM.exec(answer) ?? [];
  const isSame = (line: string): boolean => {
    const [, other, written] = NUMBERED_ITEM.exec(line) ?? [];
    return other === number && written === text;
  };
  return (
    TELLS_NUMBER.test(markdown) ||
    ONLY_NUMBERS.test(answer) ||
    (number !== "" && markdown.slice(0, found?.index).split("\n").some(isSame))
  );
}

/** Number of first characters that identify a choice. */
const MAX_IDENTIFYING = 24;

/** What identifies a choice, without its letter. */
function identifying(line: string): string {
  return line
    .replace(CHOICE, "")
    .replace(/[\s.。*]/gu, "")
    .slice(0, MAX_IDENTIFYING);
}

/** The letter of a choice that is repeated, perhaps as the first item of a list of its own. */
function letterAgain(line: string, offered: readonly string[]): string | undefined {
  const at = offered.map(identifying).indexOf(identifying(line));
  return at < 0 ? undefined : letterAfter(at);
}

/** The choices that are repeated right after the list, which are the right ones; of all choices in an explanation those with a tick. */
function statedAgain(rest: readonly string[], offered: readonly string[]): readonly string[] {
  const ticked = rest.filter((line) => CHOICE.test(line) && line.search(MARKED) >= 0);
  if (ticked.length > 0 && ticked.length < offered.length) return ticked;
  const known = new Set(offered.map(identifying));
  const first = rest.findIndex((line) => line.trim() !== "" && !LABEL.test(line));
  if (first < 0 || first >= MAX_LINES_TO_LETTERS || !CHOICE.test(rest[first] ?? "")) return [];
  const length = rest.slice(first).findIndex((line) => !CHOICE.test(line) || !known.has(identifying(line)));
  const same = rest.slice(first, length < 0 ? undefined : first + length);
  const isAlone = rest.filter((line) => CHOICE.test(line)).length === 1;
  return same.length > 0 && same.length < offered.length ? same : isAlone ? rest.slice(first, first + 1) : [];
}

const BOX = /^\s*[-*+] (?:\[([ x])\]\s+)?(.*)$/i;

/** Gives letters to choices without any: task lists with the right ones ticked, items with a mark, or of a numbered question bold ones and the one that is the answer. */
function withLetters(markdown: string, isNumbered: boolean): string {
  const lines = markdown.split("\n");
  const isOffered = (line: string): boolean => BOX.test(line) && !CHOICE.test(plain(line.replace(/^\s*[-*+] /, "")));
  const first = lines.findIndex(isOffered);
  const length = lines.slice(first).findIndex((line) => !isOffered(line));
  const offered = first < 0 ? [] : lines.slice(first, length < 0 ? undefined : first + length);
  // A list with ✅ and ❌ may be of dos and don'ts, and one with several signs is decorated.
  const answer = isNumbered ? plain(BELOW_LABEL.exec(markdown)?.[1] ?? "") : "";
  const isAnswer = (line: string): boolean => answer !== "" && plain(BOX.exec(line)?.[2] ?? "") === answer;
  const isBold = (line: string): boolean => /^\s*[-*+] \*\*[^*]+[^*:：]\*\*\s*$/.test(line);
  const isRight = (line: string): boolean =>
    /^\s*[-*+] (?:\[x\]|✅)/i.test(line) || isAnswer(line) || (isNumbered && isBold(line));
  const isDecorated = offered.some((line) => /^\s*[-*+] (?!✅)\p{Extended_Pictographic}/u.test(line));
  const right = isDecorated || offered.join("").includes("❌") ? 0 : offered.filter(isRight).length;
  if (right === 0 || right === offered.length || offered.length > MAX_BOXES) return markdown;
  const lettered = offered.map((line, index) => {
    const text = (BOX.exec(line)?.[2] ?? "").replace(MARKED, " ").trim();
    return `- (${letterAfter(index)}) ${text}${isRight(line) ? " ✅" : ""}`;
  });
  return [...lines.slice(0, first), ...lettered, ...lines.slice(first + offered.length)].join("\n");
}

function plainLetter(letter: string): string {
  const wide = letter.normalize("NFKC").toUpperCase();
  if (/\d/.test(wide)) return letterAfter(Number(wide) - 1);
  return /[ア-ク]/u.test(wide) ? letterAfter("アイウエオカキク".indexOf(wide)) : wide;
}

/** The letter of a choice by its place: 0 is `A`. */
function letterAfter(index: number): string {
  return String.fromCodePoint(65 + index);
}

function unmarked(choice: string): string {
  return choice
    .replace(MARKED, " ")
    .replace(/\s*←.*$/u, "")
    .replace(/^[・\s　]+/u, "")
    .trim();
}

function explanationIn(lines: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (const line of lines) {
    if (LABEL.test(line) || line.trim() === "" || /https?:\/\//.test(line)) continue;
    const isLong = weight([...said, line].join("")) > MAX_EXPLANATION;
    if (
      said.length >= MAX_EXPLAINED ||
      IS_NEXT.test(line) ||
      isLong ||
      POINTS_ON.test(line) ||
      CHOICE.test(line) ||
      isAnnouncing(line)
    )
      break;
    said.push(line.replace(EXPLAINS, ""));
  }
  return said;
}
