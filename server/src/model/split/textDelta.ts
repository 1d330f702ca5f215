/** The common parts of a text and an earlier one. */
export interface TextDelta {
  /** How many characters at the beginning are the same. */
  readonly start: number;
  /** How many characters at the end, after those, are the same. */
  readonly end: number;
  /** By how much the end has moved. */
  readonly moved: number;
}

/** What is known of an earlier text, for a later one with these common parts. */
export function composeDelta<Known extends TextDelta>(known: Known, { start, end, moved }: TextDelta): Known {
  return {
    ...known,
    start: Math.min(known.start, start),
    end: Math.min(known.end, end),
    moved: known.moved + moved,
  };
}

/** The delta of a text to itself. */
export function identityDelta(text: string): TextDelta {
  return { start: text.length, end: text.length, moved: 0 };
}

/** Strings are compared in blocks of these sizes, many times faster than by character. */
const BLOCKS = [8192, 256];

/** The common parts of `b` and `a`. */
export function textDelta(a: string, b: string): TextDelta {
  const most = Math.min(a.length, b.length);
  let start = 0;
  for (const size of BLOCKS) {
    while (start + size <= most && a.slice(start, start + size) === b.slice(start, start + size)) start += size;
  }
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  const rest = most - start;
  let end = 0;
  for (const size of BLOCKS) while (end + size <= rest && block(a, end, size) === block(b, end, size)) end += size;
  while (end < rest && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { start, end, moved: b.length - a.length };
}

function block(text: string, end: number, size: number): string {
  return text.slice(text.length - end - size, text.length - end);
}
