import type { BoundNote } from "../binding/boundNote.ts";
import { linesOf } from "../reading/passage.ts";

/**
 * The first notes that each say something new.
 * @param most how many; no more are read
 */
export function apart(notes: readonly BoundNote[], most: number): readonly BoundNote[] {
  const kept: BoundNote[] = [];
  for (const bound of notes) {
    if (kept.length >= most) break;
    if (!kept.some((before) => saysAgain(bound, before))) kept.push(bound);
  }
  return kept;
}

type Said = Pick<BoundNote, "note" | "file">;

/** Whether a note repeats another one: a sentence below its heading, a heading with nothing but that, a copy. */
export function saysAgain({ note, file }: Said, before: Said): boolean {
  if (file === before.file && note.passage.length > 0 && isIn(note.passage, before)) return true;
  return note.title === before.note.title && saidText({ note, file }) === saidText(before);
}

/** Whether a note has all lines with text. */
function isIn(passage: Said["note"]["passage"], { note, file }: Said): boolean {
  return passage.every(({ start, end, read }) => {
    // Several rows of HTML may stand in one line.
    if (read) return read.every((line) => line === "" || note.passage.some((range) => range.read?.includes(line)));
    for (let line = start; line < end; line++)
      if (/\S/.test(file.lines[line] ?? "") && !note.passage.some((range) => line >= range.start && line < range.end))
        return false;
    return true;
  });
}

function saidText({ note, file }: Said): string {
  return note.passage.flatMap((range) => linesOf(range, file)).join("\n");
}
