import type { blocksOf } from "../../notes/reading/blocks.ts";
import type { Note } from "../../notes/reading/note.ts";
import { nameKey } from "../../notes/words/names.ts";
import type { Asked } from "./card.ts";
import { plain } from "./cardText.ts";
import { standsAlone, weight } from "./cardWords.ts";
import { ONLY_LETTERS } from "./choiceQuestion.ts";
import { describes } from "./defines.ts";
import { isDefinition } from "./definitionScore.ts";
import { isExplanation, repeats } from "./explanation.ts";
import type { KnownNotes } from "./knownNotes.ts";

type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A cell of a table, asked for by its row and its column; a question that stands in a row with its answer. */
type CellCard = Asked & { readonly line: number };

/** Heads of tables of questions. */
const ASKS = /^(?:質問|設問|問題?|表面?|q|questions?|front|ask)$/iu;
const ANSWERS = /^(?:回答|解答|答え|正解|裏面?|a|answers?|back)$/iu;
const ENDS_ASKING = /\p{L}{2}.*(?:[?？]|か。?|とは)\P{L}*$/u;
/** Columns that say what stands first in the row is. */
const MEANS =
  /^(?:説明|意味|定義|概要|役割|目的|機能|用途|動作|効果|description|meaning|definition|purpose|what it (?:does|is)|function|explanation)$/iu;
/** Columns of what a thing has one of. */
const IS_PROPERTY =
  /^(?:既定値?|デフォルト(?:値)?|初期値|対応プロトコル|プロトコル|単位|defaults?(?: values?)?|protocols?|unit)$/iu;
/** The same, where the cell has a number: `Layer 7`, `16 MB`, not `Storage` or `Managed`. */
const IS_NUMBERED =
  /^(?:レイヤー?|最大(?:値|サイズ)?|最小(?:値|サイズ)?|上限|下限|範囲|保持期間|layer|osi layer|max(?:imum)?(?: \w+)?|min(?:imum)?(?: \w+)?|limits?|retention|durability|availability)$/iu;
/** Says nothing beside the name of a row. */
const OF_CELLS = /^(?:用|時|連携|単位|対応|の|に|を|で|する)+$/u;
/** Words of an English text that says what something is. */
const LEAST_WORDS = 4;
/** Different values of a column, by its rows. */
const LEAST_APART = 0.4;
const MOST_COLUMNS = 8;
const MOST_ROWS = 40;
const IS_NUMBER = /^\P{L}*$/u;
const LONGEST = 200;

/** The cells of a table that differ from row to row, of rows that are called as something known; questions with their answers. */
export function tableCards(table: Block, around: (line: number) => Note, known: KnownNotes): readonly CellCard[] {
  const titles = cellsOf(table.children.find(({ type }) => type === "thead")?.children[0]);
  const body = table.children.find(({ type }) => type === "tbody")?.children ?? [];
  if (titles.length < 2 || titles.length > MOST_COLUMNS || body.length > MOST_ROWS) return [];
  const all = body.map((row) => ({ line: row.start, cells: cellsOf(row) }));
  // Before what a row is called may stand its number.
  const start = all.every(({ cells: [first = ""] }) => IS_NUMBER.test(first)) ? 1 : 0;
  const head = titles.slice(start);
  const rows = all.map(({ line, cells }) => ({ line, cells: cells.slice(start) }));
  const asked = head.slice(0, 2).findIndex((name, at) => ASKS.test(name) && ANSWERS.test(head[at + 1] ?? ""));
  if (asked >= 0) return questions(rows.map(({ line, cells }) => ({ line, cells: cells.slice(asked) })));
  // A first column that repeats itself does not tell which row is meant.
  if (body.length < 2 || new Set(rows.map(({ cells }) => cells[0])).size < rows.length) return [];
  return head.flatMap((column, at) => {
    if (
      at === 0 ||
      !(MEANS.test(column) || ((IS_PROPERTY.test(column) || IS_NUMBERED.test(column)) && tellsApart(rows, at)))
    )
      return [];
    return rows.flatMap(({ line, cells: [name = "", ...others] }): readonly CellCard[] => {
      const back = others[at - 1] ?? "";
      const note = around(line);
      const subject = note.line === line && known.of(note) !== undefined ? known.subject(note, name) : undefined;
      if (subject === undefined || saysAnswer(`${name} ${column}`, back)) return [];
      if (MEANS.test(column))
        return isExplanation(back, name) &&
          !repeats(back, name, subject) &&
          describes(back, name, known.of(note)?.isService === true) &&
          isDefinition(back, name, known.of(note)) &&
          (/[ぁ-ん一-龠]/u.test(back) || back.split(/\s+/).length >= LEAST_WORDS)
          ? [{ kind: "term", front: name, back, line, subject }]
          : [];
      return isCell(back) && (!IS_NUMBERED.test(column) || /\d/.test(back))
        ? [{ kind: "cell", front: `${name} — ${column}`, back, line, subject }]
        : [];
    });
  });
}

/** Whether a column's values differ from row to row; what nearly all have is not worth asking of each. */
function tellsApart(rows: readonly { readonly cells: readonly string[] }[], at: number): boolean {
  const values = new Set(rows.map(({ cells }) => nameKey(cells[at] ?? "")));
  return values.size > rows.length * LEAST_APART;
}

function questions(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]): readonly CellCard[] {
  const ask = rows.some(({ cells: [front = ""] }) => ENDS_ASKING.test(front)) ? ENDS_ASKING : /\p{L}{2}/u;
  return rows.flatMap(({ line, cells: [front = "", back = ""] }) =>
    // A key to questions that stand elsewhere has numbers and letters.
    !ask.test(front) || back === "" || ONLY_LETTERS.test(back) ? [] : [{ kind: "question", front, back, line }],
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

/** A link to what stands elsewhere in the file. */
const LEADS_AWAY = /^\s*\[[^\]]*\]\(#[^)]*\)\s*$/;

function cellsOf(row: Block | undefined): readonly string[] {
  return (row?.children ?? []).map(({ content }, at) => (at > 0 && LEADS_AWAY.test(content) ? "" : plain(content)));
}

function isCell(text: string): boolean {
  if (/^[○×✓✗◯✕]$/u.test(text)) return true;
  return (
    /[\p{L}\p{N}]/u.test(text) &&
    weight(text) <= LONGEST &&
    !/=|^\P{L}*(?:[高中低大小]|low|medium|high|fast(?:er|est)?|slow(?:er|est)?|easy|moderate|simple|complex|minimal)\P{L}*$|^\d+\s*[（(]|[$¥]\s?\d/iu.test(
      text,
    ) &&
    standsAlone(text) &&
    !/\.md$|^(?:test|question|q|問)\s?\d/iu.test(text) &&
    !/^(?:-+|なし|none|n\/?a|同上|〃|TBD|\?+)$/iu.test(text)
  );
}
