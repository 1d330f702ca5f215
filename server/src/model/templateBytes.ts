import { memoBy } from "../text/memoBy.ts";
import type { Unit } from "./split/unit.ts";
import type { Template } from "./template.ts";

const bytesOfUnit = memoBy(({ text }: Unit) => bytes(text));

/** The length of a template in UTF-8. That of a unit is counted once, since this is asked after each edit. */
export function templateBytes({ text, units }: Template): number {
  let size = 0;
  let behind = 0;
  for (let index = 0; index < units.length; index++) {
    const placed = units[index];
    if (placed === undefined) continue;
    const { unit, offset } = placed;
    size += between(text, behind, offset) + bytesOfUnit(unit);
    behind = offset + unit.text.length;
  }
  return size + between(text, behind, text.length);
}

/** The text between units is mostly one line break, or empty. */
function between(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return bytes(text.slice(start, end));
  return end - start;
}

/** The length of a text in UTF-8. */
export function bytes(text: string): number {
  if (!WIDE.test(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A surrogate is half of a character of four bytes.
    length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return length;
}

/** A character that takes more than one byte. */
const WIDE = /[^\0-\x7f]/;
