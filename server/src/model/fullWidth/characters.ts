import type { Edit } from "../../text/edit.ts";

/**
 * Characters of Japanese input methods in place of ASCII ones, beside the full-width forms U+FF01 to U+FF5E, and the
 * quotes of word processors, and the no-break space of web pages. Each is one UTF-16 unit.
 */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["\u3000", " "],
  ["\u00a0", " "],
  ["、", ","],
  ["。", "."],
  ["「", "["],
  ["」", "]"],
  ["・", "/"],
  ["ー", "-"],
  ["−", "-"],
  ["–", "-"],
  ["—", "-"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["‘", "'"],
  ["’", "'"],
]);

const WIDE = /[\u3000\u00a0、。「」・ー−–—“”„‘’\uff01-\uff5e]+/g;

/** Whether a text has a character that somebody may have written instead of an ASCII one. */
export function hasFullWidth(text: string): boolean {
  return text.search(WIDE) >= 0;
}

/** The ASCII character that is meant; `undefined` for any other character. */
export function asciiOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return OTHERS.get(character);
}

/** A text in ASCII; `undefined` if it has a character that is not meant as an ASCII one. */
export function inAscii(text: string): string | undefined {
  let result = "";
  for (const character of text) {
    const ascii = character <= "\x7f" ? character : asciiOf(character);
    if (ascii === undefined) return undefined;
    result += ascii;
  }
  return result;
}

/**
 * Edits that write a text in ASCII, one for each run of other characters, as far as they are meant so.
 * @param offset of the text's beginning
 */
export function asciiEdits(text: string, offset: number): Edit[] {
  return [...text.matchAll(WIDE)].map(({ 0: run, index }) => ({
    start: offset + index,
    end: offset + index + run.length,
    newText: inAscii(run) ?? run,
  }));
}
