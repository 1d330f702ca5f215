import type { Note, NoteFileContent } from "../../notes/reading/note.ts";

/** The label above the right choice in copied tests, and the maximum distance to it. */
const SAYS_WHICH = /^[^\p{L}]*correct (?:answer|option|selection)[^\p{L}]*$/iu;
const MAX_BELOW = 20;

/** The line after the label of the right choice. */
export function toldBelow({ own }: Note, { lines }: NoteFileContent): string | undefined {
  const below = lines.slice(own.end, own.end + MAX_BELOW).filter((line) => line.trim() !== "");
  const said = below.findIndex((line) => SAYS_WHICH.test(line));
  return below.slice(0, said).some((line) => /^#|[?？]\s*$/u.test(line)) ? undefined : below[said + 1 || MAX_BELOW];
}
