import type { Note } from "../../../notes/reading/note.ts";
import { type Block, plain } from "../cardText.ts";
import { withoutSigns } from "../cardWords.ts";
import { defines } from "../defines.ts";
import { isDefinition } from "../definitionScore.ts";
import { isExplanation } from "../explanation.ts";
import type { KnownNotes } from "../knownNotes.ts";
import { HOLDS_NO_FACTS } from "../termCards.ts";
import { type CellCard, examCards, examColumns } from "./examTable.ts";

/** Headers of columns that define what the first column names. */
const MEANS =
  /^(?:説明|意味|定義|概要|役割|目的|機能|用途|動作|効果|description|meaning|definition|purpose|what it (?:does|is)|function|explanation)$/iu;
/** What such a column adds to the score of a definition. */
const IN_COLUMN = 1;
const MAX_COLUMNS = 8;
const MAX_ROWS = 40;
const IS_NUMBER = /^\P{L}*$/u;

/** The cards of a table: definitions of known names, or questions with their answers. */
export function tableCards(table: Block, around: (line: number) => Note, known: KnownNotes): readonly CellCard[] {
  const titles = cellsOf(table.children.find(({ type }) => type === "thead")?.children[0]);
  const body = table.children.find(({ type }) => type === "tbody")?.children ?? [];
  if (titles.length < 2 || titles.length > MAX_COLUMNS || body.length > MAX_ROWS) return [];
  const all = body.map((row) => ({ line: row.start, cells: cellsOf(row) }));
  // The first column may number the rows.
  const start = all.every(({ cells: [first = ""] }) => IS_NUMBER.test(first)) ? 1 : 0;
  const head = titles.slice(start);
  const rows = all.map(({ line, cells }) => ({ line, cells: cells.slice(start) }));
  const exam = examColumns(head);
  if (exam !== undefined) return examCards(rows, exam);
  // Names that are not unique do not identify a row.
  if (body.length < 2 || new Set(rows.map(({ cells }) => cells[0])).size < rows.length) return [];
  const at = head.findIndex((column, index) => index > 0 && MEANS.test(column));
  if (at < 0) return [];
  return rows.flatMap(({ line, cells }): readonly CellCard[] => {
    const { 0: written = "", [at]: back = "" } = cells;
    const name = withoutSigns(written);
    const note = around(line);
    const subject = note.line === line && known.of(note) !== undefined ? known.subject(note, name) : undefined;
    return subject !== undefined &&
      !HOLDS_NO_FACTS.test(name) &&
      isExplanation(back, name) &&
      // Rows on services may be of what happens to them.
      (known.of(note)?.isService !== true || defines(back, name, true)) &&
      isDefinition(back, name, known.of(note), IN_COLUMN)
      ? [{ kind: "term", front: name, back, line, subject }]
      : [];
  });
}

/** A link within the file. */
const LEADS_AWAY = /^\s*\[[^\]]*\]\(#[^)]*\)\s*$/;

function cellsOf(row: Block | undefined): readonly string[] {
  return (row?.children ?? []).map(({ content }, at) => (at > 0 && LEADS_AWAY.test(content) ? "" : plain(content)));
}
