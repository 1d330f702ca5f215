import type { Asked } from "../card.ts";
import { ONLY_LETTERS } from "../choiceQuestion.ts";

/** A definition or a question from one row of a table. */
export type CellCard = Asked & { readonly line: number };
/** A row of a table, without a number in front. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** Column headers of tables of questions. */
const ASKS = /^(?:質問|設問|問題?|表面?|q|questions?|front|ask)$/iu;
const ANSWERS = /^(?:回答|解答|答え?|正解|裏面?|a|answers?|back)$/iu;
/** Columns of a mock exam beside those: the choices, or one column for each, and why the answer is right. */
const OFFERS = /^(?:選択肢|回答群|解答群|候補|options?|choices?)$/iu;
const IS_CHOICE = /^(?:選択肢|options?|choices?)?\s*([A-H1-8ア-ク])$/iu;
const EXPLAINS = /^(?:解説|説明|理由|根拠|explanations?|why|reason|rationale)$/iu;
const ENDS_ASKING = /\p{L}{2}.*(?:[?？]|か。?|とは)\P{L}*$/u;
/** The columns of a table of questions. */
export interface ExamColumns {
  readonly asked: number;
  /** Between the question and the answer. */
  readonly offered: readonly number[];
  /** Of the choices, where each has a column. */
  readonly letters: readonly string[];
  readonly answer: number;
  readonly explained: number;
}

/** The columns of questions and answers, between which only choices may stand; `undefined` if a table has none. */
export function examColumns(head: readonly string[]): ExamColumns | undefined {
  const asked = head.slice(0, 2).findIndex((name) => ASKS.test(name));
  if (asked < 0) return undefined;
  // `A` is an answer beside its question, and a choice if `B` is one.
  const isChoice = (at: number): boolean =>
    OFFERS.test(head[at] ?? "") ||
    (IS_CHOICE.test(head[at] ?? "") &&
      [at - 1, at + 1].some((other) => other > asked && IS_CHOICE.test(head[other] ?? "")));
  const answer = head.findIndex((name, at) => at > asked && ANSWERS.test(name) && !isChoice(at));
  const offered = head.map((_, at) => at).slice(asked + 1, Math.max(asked + 1, answer));
  if (answer < 0 || !offered.every(isChoice)) return undefined;
  const letters = offered.map((at) => IS_CHOICE.exec(head[at] ?? "")?.[1] ?? "");
  return {
    asked,
    offered,
    letters,
    answer,
    explained: head.findIndex((name, at) => at > answer && EXPLAINS.test(name)),
  };
}

/** The cards of the rows of a table of questions: the choices stand with the question, and the reason with the answer. */
export function examCards(rows: readonly Row[], columns: ExamColumns): readonly CellCard[] {
  const { asked, offered, answer, explained } = columns;
  const asking = rows.map(({ line, cells }) => ({ line, cells: [cells[asked] ?? "", cells[answer] ?? ""] }));
  const ask = asking.some(({ cells: [front = ""] }) => ENDS_ASKING.test(front)) ? ENDS_ASKING : /\p{L}{2}/u;
  return withWholeAnswers(asking).flatMap(({ line, cells: [front = "", told = ""] }) => {
    const all = rows.find((row) => row.line === line)?.cells ?? [];
    const choices = choicesIn(
      offered.map((at) => all[at] ?? ""),
      columns.letters,
    );
    const right = rightOf(choices, told);
    const why = all[explained] ?? "";
    // An answer key has only numbers and letters.
    if (!ask.test(front) || right === undefined || IS_CUT_OFF.test(told)) return [];
    const back = why === "" || right.includes(why) ? right : `${right}\n${why}`;
    return [{ kind: "question", front: [front, ...choices].join("\n"), back, line }];
  });
}

/** Before a choice in a cell with all of them: `A) …`, `1. …`, `ア：…`. */
const NEXT_CHOICE = /[\s、,／/]+(?=[(（]?[A-HＡ-Ｈ1-8１-８ア-ク][)）.．:：]\s*\S)/iu;
const LETTER = /^[(（]?([A-HＡ-Ｈ1-8１-８ア-ク])[)）.．:：]\s*/iu;

/** The choices of a row: of one cell with all of them, or of one cell for each. */
function choicesIn(cells: readonly string[], letters: readonly string[]): readonly string[] {
  const [only = ""] = cells;
  if (cells.length > 1)
    return cells
      .map((cell, at) => (LETTER.test(cell) ? cell : `${letters[at]}. ${cell}`))
      .filter((choice) => !/^\S*\s$/.test(choice));
  return only.split(NEXT_CHOICE).filter((choice) => choice !== "");
}

/** The right choices by their letters; what is told itself if it is no letter, and `undefined` for a letter of no choice. */
function rightOf(choices: readonly string[], told: string): string | undefined {
  if (!ONLY_LETTERS.test(told) && !IS_NUMBERS.test(told)) return told;
  const letters = new Set(plainLetters(told).match(/[A-H1-8ア-ク](?![\p{L}\d])/gu));
  const right = choices.filter((choice) => letters.has(plainLetters(LETTER.exec(choice)?.[1] ?? "")));
  if (right.length > 0) return right.length < choices.length ? right.join("\n") : undefined;
  return choices.length > 0 || ONLY_LETTERS.test(told) ? undefined : told;
}

function plainLetters(text: string): string {
  return text.normalize("NFKC").toUpperCase();
}

const IS_NUMBERS = /^[1-8１-８](?:[\s,，、と&]+[1-8１-８])*[.．。]?$/u;

/** An empty answer, one that ends in a colon, and the first of several steps. */
const IS_CUT_OFF = /^$|[:：]$|^[01][.)] (?![^\n]*\b2[.)])[^\n]*$/u;

/** The rows that have a question; a row without one continues the answer of the row above. */
function withWholeAnswers(rows: readonly Row[]): readonly Row[] {
  const whole: Row[] = [];
  for (const { line, cells } of rows) {
    const [front = "", back = ""] = cells;
    const above = whole.at(-1);
    if (front !== "" || above === undefined) whole.push({ line, cells });
    else if (back !== "")
      whole[whole.length - 1] = { ...above, cells: [above.cells[0] ?? "", `${above.cells[1]}\n${back}`] };
  }
  return whole;
}
