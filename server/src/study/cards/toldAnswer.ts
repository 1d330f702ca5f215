import type { Note, NoteFileContent } from "../../notes/reading/note.ts";

/** The label above the right choice in copied tests, and the maximum distance to it. */
const SAYS_WHICH = /^[^\p{L}]*correct (?:answer|option|selection)[^\p{L}]*$/iu;
const MOST_BELOW = 20;

/** The line after the label of the right choice. */
export function toldBelow({ own }: Note, { lines }: NoteFileContent): string | undefined {
  const below = lines.slice(own.end, own.end + MOST_BELOW).filter((line) => line.trim() !== "");
  const said = below.findIndex((line) => SAYS_WHICH.test(line));
  return below.slice(0, said).some((line) => /^#|[?？]\s*$/u.test(line)) ? undefined : below[said + 1 || MOST_BELOW];
}

/** The right choice as practice tests explain it: `CORRECT: "AWS Config" is the correct answer.` */
const IS_CORRECT = /^\P{L}*CORRECT:\**\s*["“](.+?)["”] is (?:a|the) correct answer/gimu;

/** The choices that a text explains as correct. */
export function markedCorrect(text: string): string | undefined {
  const right = [...text.matchAll(IS_CORRECT)].map(([, choice = ""]) => choice);
  return right.length === 0 ? undefined : right.join("\n\n");
}

const IS_LABELLED = /^(?:correct )?(?:answer|答え|正解|回答|解答)\s*[:：]\s*(?=\S)/iu;

/** The lines with a labelled answer first: `Trap: …`, `Answer: …`. */
export function labelledFirst(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => IS_LABELLED.test(line));
  const answer = (lines[at] ?? "").replace(IS_LABELLED, "");
  return at < 0 || lines.slice(0, at).some((line) => /[?？]$/u.test(line))
    ? [...lines]
    : [answer, ...lines.slice(at + 1), ...lines.slice(0, at)];
}
