import type { Note, NoteFileContent } from "../reading/note.ts";

/** A heading of a file, with what stands below it. */
export interface Heading {
  readonly note: Note;
  /** 1 to 6. */
  readonly level: number;
  /** The line behind the last one of its section, those of deeper headings included. */
  readonly end: number;
}

/** The headings of a file in its order, without those in quotations. */
export function headingsOf({ notes, lines }: NoteFileContent): readonly Heading[] {
  const found = notes.flatMap((note) => {
    const level = note.naming === "heading" && note.quotes === 0 ? headingLevel(note.line, lines) : undefined;
    return level === undefined ? [] : [{ note, level }];
  });
  return found.map(({ note, level }, at) => {
    const next = found.slice(at + 1).find((other) => other.level <= level);
    return { note, level, end: next?.note.line ?? lines.length };
  });
}

function headingLevel(line: number, lines: readonly string[]): number | undefined {
  const signs = /^\s{0,3}(#{1,6})(?:\s|$)/.exec(lines[line] ?? "")?.[1];
  if (signs !== undefined) return signs.length;
  const underline = /^\s{0,3}(=+|-+)\s*$/.exec(lines[line + 1] ?? "")?.[1];
  return underline === undefined ? undefined : underline.startsWith("=") ? 1 : 2;
}

/** The line behind the last one with text before `end`, not above `start`: rulers at the end part sections. */
export function endOfText(lines: readonly string[], start: number, end: number): number {
  let at = Math.min(end, lines.length);
  while (at > start && IS_NO_TEXT.test(lines[at - 1] ?? "")) at--;
  return at;
}

const IS_NO_TEXT = /^\s*$|^\s{0,3}(?:-[\s-]*-[\s-]*-|\*[\s*]*\*[\s*]*\*|_[\s_]*_[\s_]*_)[\s*_-]*$/;
