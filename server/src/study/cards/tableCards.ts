import type { blocksOf } from "../../notes/reading/blocks.ts";
import { nameKey } from "../../notes/words/names.ts";
import { plain } from "./cardText.ts";
import { isProperName, isTerm, isToLearn, standsAlone, weight } from "./cardWords.ts";
import { ONLY_LETTERS } from "./choiceQuestion.ts";
import { isServiceTitle } from "./serviceTitle.ts";

type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A cell of a table, asked for by its row and its column; a question that stands in a row with its answer. */
export interface CellCard {
  readonly kind: "cell" | "question";
  readonly front: string;
  readonly back: string;
  readonly line: number;
}

/** Heads of tables of questions. */
const ASKS = /^(?:質問|設問|問題?|表面?|q|questions?|front|ask)$/iu;
const ANSWERS = /^(?:回答|解答|答え|正解|裏面?|a|answers?|back)$/iu;
/** Says nothing beside the name of a row. */
const OF_CELLS = /^(?:用|時|連携|単位|対応|の|に|を|で|する)+$/u;
const MOST_COLUMNS = 8;
const MOST_ROWS = 40;
const LONGEST = 200;

/** The cells of a table that differ from row to row. */
export function tableCards(table: Block): readonly CellCard[] {
  const head = cellsOf(table.children.find(({ type }) => type === "thead")?.children[0]);
  const body = table.children.find(({ type }) => type === "tbody")?.children ?? [];
  if (head.length < 2 || head.length > MOST_COLUMNS || body.length > MOST_ROWS) return [];
  const rows = body.map((row) => ({ line: row.start, cells: cellsOf(row) }));
  // Before it may stand their numbers.
  const asked = head.slice(0, 2).findIndex((name, at) => ASKS.test(name) && ANSWERS.test(head[at + 1] ?? ""));
  if (asked >= 0) return questions(rows.map(({ line, cells }) => ({ line, cells: cells.slice(asked) })));
  if (body.length < 2) return [];
  // Of columns that are each about another thing no cell belongs to what stands first in its row.
  if (head.every((name) => isServiceTitle(name) || isProperName(name))) return [];
  // A first column that repeats itself does not tell which row is meant.
  if (new Set(rows.map(({ cells }) => cells[0])).size < rows.length) return [];
  return head.flatMap((column, at) => {
    if (at === 0 || !isColumn(column)) return [];
    const column_ = rows.map(({ cells }) => cells[at] ?? "");
    if (new Set(column_).size < Math.min(2, rows.length)) return [];
    return rows.flatMap(({ line, cells: [name = ""] }, index) => {
      const back = column_[index] ?? "";
      if (!isTerm(name) || !isToLearn([name]) || !isCell(back) || saysAnswer(`${name} ${column}`, back)) return [];
      return [{ kind: "cell", front: `${name} — ${column}`, back, line }];
    });
  });
}

function questions(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]): readonly CellCard[] {
  return rows.flatMap(({ line, cells: [front = "", back = ""] }) =>
    // A key to questions that stand elsewhere has numbers and letters.
    !/\p{L}{2}/u.test(front) || back === "" || ONLY_LETTERS.test(back) ? [] : [{ kind: "question", front, back, line }],
  );
}

/** Whether a row's name and a column's have the answer in them, or all of it but `用` or `時`; signs have no key. */
function saysAnswer(asked: string, answer: string): boolean {
  const key = nameKey(answer);
  if (key === "") return false;
  const words = asked.split(/[\s—（）()・/,、]+/u).map(nameKey);
  const rest = words.reduce((left, word) => (word.length > 1 ? left.replaceAll(word, "") : left), key);
  return nameKey(asked).includes(key) || rest.replace(OF_CELLS, "") === "";
}

function cellsOf(row: Block | undefined): readonly string[] {
  return (row?.children ?? []).map(({ content }) => plain(content));
}

/** A column whose name says what is asked: not its number, a link, or nothing at all. */
function isColumn(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= 40 &&
    !/^(?:#|no\.?|url|リンク|links?|参考|備考|メモ|ファイル|ページ|files?|pages?|documents?|tests?|questions?|locations? in .*|status|scores?|winner|why|reasons?|\S*理由|根拠|コメント|comments?|コスト|costs?|代表的な質問|.*(?:頻度|引き上げ|重要度|優先度|ステータス)|notes?|remarks?|価格|料金|(?:\S+ )*price|評価(?:基準|項目)?|調査.*|設定値|設定例|変数|values?|本番|開発|検証|staging|dev|prod\w*|目標|現状|期待.*|改善.*|感度.*|使用ルール|.*確認内容|担当.*|台数|スペック|難易度|complexity|(?:\S+ )*level|tradeoffs?)$/iu.test(
      name,
    )
  );
}

function isCell(text: string): boolean {
  if (/^[○×✓✗◯✕]$/u.test(text)) return true;
  return (
    /[\p{L}\p{N}]/u.test(text) &&
    weight(text) <= LONGEST &&
    !/^\P{L}*(?:[高中低大小]|low|medium|high|fast(?:er|est)?|slow(?:er|est)?|easy|moderate|simple|complex|minimal)\P{L}*$|^\d+\s*[（(]|[$¥]\s?\d/iu.test(
      text,
    ) &&
    standsAlone(text) &&
    !/\.md$|^(?:test|question|q|問)\s?\d/iu.test(text) &&
    !/^(?:-+|なし|n\/?a|同上|〃|TBD|\?+)$/iu.test(text)
  );
}
