import { behindBlanks, nextBracket, stringEnd } from "./jsonText.ts";
import { type EarlierSplit, meetingWith, type Piece, pieceBeforeChange, type Split } from "./pieces.ts";

/**
 * Cuts a JSON object into its members, and members that are objects into theirs, by following
 * brackets and strings only. A piece holds a member without the comma behind it; a `header` is
 * `"Resources": {`. Gives `undefined` where commas or brackets are not as they should be: the text has
 * to be read as a whole then. Linear in the text, or with an earlier split in what changed.
 */
export function splitJson(text: string, earlier?: EarlierSplit): Split | undefined {
  const meeting = earlier === undefined ? undefined : meetingWith(earlier, text.length);
  const before = earlier === undefined ? -1 : pieceBeforeChange(earlier);
  const restart = earlier?.cuts[before];
  const head = Math.max(before, 0);
  const pieces: Piece[] = [];
  let inside = restart?.kind === "child"; // in an object that is a member itself
  let at = restart?.offset ?? behindBlanks(text, 0);
  if (restart === undefined) {
    if (text.charCodeAt(at) !== OPEN) return undefined;
    at = behindBlanks(text, at + 1);
    if (text.charCodeAt(at) === CLOSE) return end(at + 1);
  }
  for (;;) {
    const start = at;
    if (text.charCodeAt(at) !== QUOTE) return undefined;
    const tail = meeting?.pieces(start, (kind) => (kind === "child") === inside) ?? 0;
    if (tail > 0) return { head, pieces, tail };
    const value = valueStart(text, start);
    if (value < 0) return undefined;
    if (!inside && text.charCodeAt(value) === OPEN) {
      at = behindBlanks(text, value + 1);
      if (text.charCodeAt(at) !== CLOSE) {
        pieces.push({ start, end: value + 1, kind: "header" });
        inside = true;
        continue;
      }
      pieces.push({ start, end: ++at, kind: "top" });
    } else {
      at = valueEnd(text, value);
      if (at < 0) return undefined;
      pieces.push({ start, end: at, kind: inside ? "child" : "top" });
    }
    at = behindBlanks(text, at);
    if (inside && text.charCodeAt(at) === CLOSE) {
      inside = false;
      at = behindBlanks(text, at + 1);
    }
    if (text.charCodeAt(at) === CLOSE) return end(at + 1);
    if (text.charCodeAt(at) !== COMMA) return undefined;
    at = behindBlanks(text, at + 1);
  }

  function end(behind: number): Split | undefined {
    return behindBlanks(text, behind) < text.length ? undefined : { head, pieces, tail: 0 };
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;

/** Where the value of the member at `start` begins, or -1. */
function valueStart(text: string, start: number): number {
  const end = closedStringEnd(text, start);
  if (end < 0) return -1;
  const colon = behindBlanks(text, end);
  return text.charCodeAt(colon) === COLON ? behindBlanks(text, colon + 1) : -1;
}

/** The offset behind the string at `start`; -1 where it is not closed. */
function closedStringEnd(text: string, start: number): number {
  const end = stringEnd(text, start);
  return text.charCodeAt(end) === QUOTE ? end + 1 : -1;
}

/** The offset behind the value at `start`: brackets are counted, not checked; -1 where it does not end. */
function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return closedStringEnd(text, start);
  if (first !== OPEN && first !== OPEN_LIST) {
    const end = start + (/^[-\w.+]+/.exec(text.slice(start, start + 40))?.[0].length ?? 0);
    return end > start ? end : -1;
  }
  let depth = 0;
  let at = start;
  while (at >= 0) {
    at = nextBracket(text, at);
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closedStringEnd(text, at);
    else if (at >= 0) {
      depth += code === OPEN || code === OPEN_LIST ? 1 : -1;
      at++;
      if (depth === 0) return at;
    }
  }
  return -1;
}
