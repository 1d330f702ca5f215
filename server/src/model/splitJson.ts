import type { Piece } from "./splitYaml.ts";

/**
 * Cuts a JSON object into its members, and members that are objects into theirs, by following
 * brackets and strings only. A piece holds a member without the comma behind it; a `header` is
 * `"Resources": {`. Gives `undefined` where commas or brackets are not as they should be: the text has
 * to be read as a whole then. Linear in the text.
 */
export function splitJson(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = skip(text, 0);
  if (text.charCodeAt(at) !== 0x7b) return undefined;
  at = members(
    at + 1,
    (start, value) => {
      if (text.charCodeAt(value) !== 0x7b) return false;
      const index = pieces.push({ start, end: value + 1, kind: "header" }) - 1;
      const end = members(value + 1, () => false, "child");
      if (end < 0) return undefined;
      if (pieces.length === index + 1) pieces[index] = { start, end, kind: "top" };
      return end;
    },
    "top",
  );
  if (at < 0 || skip(text, at) < text.length) return undefined;
  return pieces;

  /** Reads members up to the closing brace and returns the offset behind it, or -1. */
  function members(
    from: number,
    enter: (start: number, value: number) => number | false | undefined,
    kind: "top" | "child",
  ): number {
    let offset = skip(text, from);
    if (text.charCodeAt(offset) === 0x7d) return offset + 1;
    for (;;) {
      const start = offset;
      if (text.charCodeAt(offset) !== 0x22) return -1;
      offset = stringEnd(text, offset);
      if (offset < 0) return -1;
      offset = skip(text, offset);
      if (text.charCodeAt(offset) !== 0x3a) return -1;
      const value = skip(text, offset + 1);
      const entered = enter(start, value);
      if (entered === undefined) return -1;
      if (entered === false) {
        offset = valueEnd(text, value);
        if (offset < 0) return -1;
        pieces.push({ start, end: offset, kind });
      } else offset = entered;
      offset = skip(text, offset);
      const code = text.charCodeAt(offset);
      if (code === 0x7d) return offset + 1;
      if (code !== 0x2c) return -1;
      offset = skip(text, offset + 1);
    }
  }
}

function skip(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff) at++;
    else return at;
  }
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at++;
    else if (code === 0x0a) return -1;
  }
  return -1;
}

/** The offset behind the value at `start`: brackets are counted, not checked; -1 where it does not end. */
function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === 0x22) return stringEnd(text, start);
  if (first !== 0x7b && first !== 0x5b) {
    const end = start + (/^[-\w.+]+/.exec(text.slice(start, start + 40))?.[0].length ?? 0);
    return end > start ? end : -1;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = stringEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
  }
  return -1;
}
