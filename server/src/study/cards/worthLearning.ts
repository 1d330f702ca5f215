import type { NoteFileContent } from "../../notes/reading/note.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Card } from "./card.ts";
import { isAsked, isLabelled } from "./questionCard.ts";
import { isSaidAgain } from "./saidAgain.ts";

/** A document, and what could be asked of it. */
export interface AskedFile {
  readonly file: NoteFileContent;
  readonly cards: readonly Card[];
}

/** Cards for a line, at least, of what is written to be learned from. */
const LEAST_CARDS = 0.007;
/** How many lines of all documents together count as if they stood in each of them. */
const LINES_OF_ALL = 400;
/** The part of a document's lines that are code when somebody builds something. */
const MOST_CODE = 0.3;
const FENCE = /^[ \t]*(?:```|~~~).*$/m;
/** In code that shows what is learned here. */
const OF_TEMPLATE = /AWS::|^[ \t]*"?Resources"?:/m;

/**
 * The cards of documents that are written to be learned from: if hardly any line of one and of those around it makes
 * any, what reads like a definition is said of a project's own parts. Beside code that is no template only what is
 * marked as a question is asked.
 */
export function worthLearning(files: readonly AskedFile[]): readonly Card[] {
  const cards = files.reduce((sum, file) => sum + file.cards.length, 0);
  const lines = files.reduce((sum, { file }) => sum + sizeOf(file).lines, 0);
  const ofAll = (LINES_OF_ALL * cards) / Math.max(1, lines);
  return files.flatMap(({ file, cards: own }) => {
    const size = sizeOf(file);
    if (own.length + ofAll < LEAST_CARDS * (size.lines + LINES_OF_ALL)) return [];
    // The questions that somebody has marked as such, in a table or by a sign.
    const titles = new Set(file.notes.filter((note) => isAsked(note) && !isLabelled(note, file)).map(({ id }) => id));
    const isMarked = ({ kind, noteId }: Card): boolean => kind === "question" && !titles.has(noteId);
    return own.filter((card) => (size.code < MOST_CODE * size.lines || isMarked(card)) && !isSaidAgain(card));
  });
}

/** Lines that are not empty, and those of them that are code other than templates. */
const sizeOf = memoBy(({ lines }: NoteFileContent): { readonly lines: number; readonly code: number } => {
  const written = lines.filter((line) => line.trim() !== "");
  const code = written
    .join("\n")
    .split(FENCE)
    .filter((part, at) => at % 2 === 1 && !OF_TEMPLATE.test(part));
  return { lines: written.length, code: code.reduce((sum, part) => sum + part.split("\n").length, 0) };
});
