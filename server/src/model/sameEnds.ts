/** How many characters two texts have in common at their beginnings and, behind that, at their ends. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** Strings are compared in blocks of these sizes: that is many times faster than by character. */
const BLOCKS = [8192, 256];

export function sameEnds(a: string, b: string): SameEnds {
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
  return { start, end };
}

function block(text: string, end: number, size: number): string {
  return text.slice(text.length - end - size, text.length - end);
}
