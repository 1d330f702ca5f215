import type { NoteFileContent } from "../../notes/reading/note.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Card } from "./card.ts";
import { isAsked, isLabelled } from "./questionCard.ts";
import { isSaidAgain } from "./saidAgain.ts";

/** A file and its cards. */
export interface AskedFile {
  readonly file: NoteFileContent;
  readonly cards: readonly Card[];
}

/** Minimum number of cards per line of study notes. */
const MIN_CARDS = 0.007;
/** Weight of the average of all files, in lines added to each. */
const LINES_OF_ALL = 400;
/** Minimum share of code in a file that documents a program. */
const MAX_CODE = 0.3;
const FENCE = /^[ \t]*(?:```|~~~).*$/m;
/** Code of CloudFormation templates. */
const OF_TEMPLATE = /AWS::|^[ \t]*"?Resources"?:/m;

/**
 * The cards of study notes. Files with few cards per line document a project; what reads like a definition there is of its
 * own parts. Files that are mostly code, other than templates, keep only marked questions.
 */
export function worthLearning(files: readonly AskedFile[]): readonly Card[] {
  const cards = files.reduce((sum, file) => sum + file.cards.length, 0);
  const lines = files.reduce((sum, { file }) => sum + sizeOf(file).lines, 0);
  const ofAll = (LINES_OF_ALL * cards) / Math.max(1, lines);
  const byWords = groupedBy(
    files.flatMap((file) => file.cards),
    ({ front, back }) => `${front}\n${back}`,
  );
  // What is said of several things in the same words says nothing of them.
  const isOfAny = ({ kind, subject, front, back }: Card): boolean =>
    kind === "question" &&
    byWords.get(`${front}\n${back}`)?.some((other) => other.subject.join() !== subject.join()) === true;
  return files.flatMap(({ file, cards: own }) => {
    const size = sizeOf(file);
    if (own.length + ofAll < MIN_CARDS * (size.lines + LINES_OF_ALL)) return [];
    // Marked questions are in tables or have a label.
    const titles = new Set(file.notes.filter((note) => isAsked(note) && !isLabelled(note, file)).map(({ id }) => id));
    const isMarked = ({ kind, noteId }: Card): boolean => kind === "question" && !titles.has(noteId);
    return own.filter(
      (card) => (size.code < MAX_CODE * size.lines || isMarked(card)) && !isSaidAgain(card) && !isOfAny(card),
    );
  });
}

/** The number of lines that are not empty, and of those with code other than templates. */
const sizeOf = memoBy(({ lines }: NoteFileContent): { readonly lines: number; readonly code: number } => {
  const written = lines.filter((line) => line.trim() !== "");
  const code = written
    .join("\n")
    .split(FENCE)
    .filter((part, at) => at % 2 === 1 && !OF_TEMPLATE.test(part));
  return { lines: written.length, code: code.reduce((sum, part) => sum + part.split("\n").length, 0) };
});
