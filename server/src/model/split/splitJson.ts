import { behindBlanks, nextBracket, stringEnd } from "../json/jsonText.ts";
import {
  type PreviousSegmentation,
  resyncWith,
  type Segment,
  type Segmentation,
  segmentBeforeChange,
} from "./segments.ts";

/**
 * Cuts a JSON object into its members, and members that are objects into theirs, by following
 * brackets and strings only. A segment holds a member without the comma behind it; a `header` is
 * `"Resources": {`. Gives `undefined` if commas or brackets are not as they should be: the text has
 * to be read as a whole then. Linear in the text, or with an earlier split in what changed.
 */
export function splitJson(text: string, earlier?: PreviousSegmentation): Segmentation | undefined {
  const resync = earlier === undefined ? undefined : resyncWith(earlier, text.length);
  const before = earlier === undefined ? -1 : segmentBeforeChange(earlier);
  const restart = earlier?.starts[before];
  const head = Math.max(before, 0);
  const segments: Segment[] = [];
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
    const tail = resync?.segmentsFrom(start, (kind) => (kind === "child") === inside) ?? 0;
    if (tail > 0) return { head, segments, tail };
    const value = valueStart(text, start);
    if (value < 0) return undefined;
    if (!inside && text.charCodeAt(value) === OPEN) {
      at = behindBlanks(text, value + 1);
      if (text.charCodeAt(at) !== CLOSE) {
        segments.push({ start, end: value + 1, kind: "header" });
        inside = true;
        continue;
      }
      segments.push({ start, end: ++at, kind: "top" });
    } else {
      at = valueEnd(text, value);
      if (at < 0) return undefined;
      segments.push({ start, end: at, kind: inside ? "child" : "top" });
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

  function end(behind: number): Segmentation | undefined {
    return behindBlanks(text, behind) < text.length ? undefined : { head, segments, tail: 0 };
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;

/** The offset of the value of the member at `start`, or -1. */
function valueStart(text: string, start: number): number {
  const end = closedStringEnd(text, start);
  if (end < 0) return -1;
  const colon = behindBlanks(text, end);
  return text.charCodeAt(colon) === COLON ? behindBlanks(text, colon + 1) : -1;
}

/** The offset behind the string at `start`; -1 if it is not closed. */
function closedStringEnd(text: string, start: number): number {
  const end = stringEnd(text, start);
  return text.charCodeAt(end) === QUOTE ? end + 1 : -1;
}

/** The offset behind the value at `start`: brackets are counted, not checked; -1 if it does not end. */
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
