import { said } from "../../text/localised.ts";
import type { NoteLanguage } from "../reading/note.ts";
import { columnsOfText } from "../rendering/hoverSize.ts";
import type { Lesson } from "./chooseLesson.ts";
import type { Piece } from "./piece.ts";

/** A lesson as Markdown: the text, the trap, the exam's line, the example. */
export function lessonText({ text, trap, exam, example }: Lesson): string {
  const parts = [...textBlocks(text), trap && trapText(trap), exam && withoutSign(exam), example?.markdown.join("\n")];
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** In columns: a line or two. */
const MAX_COLUMNS = 200;
/** The same including the trap, which the note above may not have. */
const MAX_COLUMNS_WITH_TRAP = 320;

/** A lesson below a note that already says what the thing is: the text on the word, else the lead; and the trap. */
export function lessonInBrief({ text, trap, at, isNamed }: Lesson, language: NoteLanguage): string {
  const pieces = text.filter((piece) => (isNamed ? piece === at : piece.block === text[0]?.block));
  const shown: string[] = [];
  let columns = 0;
  for (const piece of pieces) {
    const more = columns + columnsOfText(piece.plain);
    if (shown.length > 0 && more > MAX_COLUMNS) break;
    columns = more;
    shown.push(piece.kind === "row" ? rowText(piece, language) : withoutSign(piece));
  }
  if (trap !== undefined && columns + columnsOfText(trap.plain) <= MAX_COLUMNS_WITH_TRAP) shown.push(trapText(trap));
  const [first = "", ...rest] = shown;
  return rest.reduce(
    (before, next) => `${before}${said(language, " ", before.endsWith("。") ? "" : " ")}${next}`,
    first,
  );
}

/** A row as running text, each cell behind the head of its column. */
function rowText({ head: [head = ""], markdown: [row = ""], plain }: Piece, language: NoteLanguage): string {
  const [, ...heads] = cellsOf(head);
  const [name = "", ...cells] = cellsOf(row);
  if (cells.length < 2 || cells.length !== heads.length) return plain;
  const colon = said(language, ": ", "：");
  return [name, ...cells.map((cell, index) => `${heads[index]}${colon}${cell}`)].join(" · ");
}

function cellsOf(row: string): readonly string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Consecutive pieces of one kind as one block: lines of text, items, rows below their head. */
function textBlocks(pieces: readonly Piece[]): readonly string[] {
  const blocks: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const named = piece.section !== "" && piece.section !== before?.section ? piece.section : undefined;
    const lines =
      piece.kind === "row" && before?.block !== piece.block ? [...piece.head, ...piece.markdown] : piece.markdown;
    const leads = piece.kind === "text" && !/^(?:item|row)$/.test(pieces[index + 1]?.kind ?? "");
    const text = leads ? withoutColon(lines.join("\n")) : lines.join("\n");
    const isNext = before?.kind === piece.kind && (piece.kind === "text" || before.block === piece.block);
    if (named !== undefined && piece.kind === "text") blocks.push(`**${named}** — ${text}`);
    else if (named !== undefined) blocks.push(`**${named}**`, text);
    else if (isNext && blocks.length > 0) blocks.push(`${blocks.pop()}${piece.kind === "text" ? "  \n" : "\n"}${text}`);
    else blocks.push(text);
  }
  return blocks;
}

/** A text without the colon that introduced something left out. */
function withoutColon(text: string): string {
  return text.replace(/\s*([:：])$/u, (_, colon: string) => (colon === ":" ? "." : "。"));
}

function trapText(trap: Piece): string {
  return `⚠ ${withoutSign(trap)}`;
}

/** A piece as running text. */
function withoutSign({ kind, markdown, plain }: Piece): string {
  if (kind === "row") return plain;
  return kind === "item"
    ? markdown.map((line) => line.replace(/^\s*(?:-|\d+\.) /, "")).join("  \n")
    : markdown.join("\n");
}
