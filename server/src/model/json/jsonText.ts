/**
 * Steps over parts of a JSON text with the engine's own searches: a loop over all characters is slow until it is
 * compiled, and most templates are read before that.
 */

const BLANKS = /[ \n\r\t\ufeff]*/y;

/** The offset of the first character at or behind `at` that is no white space. */
export function behindBlanks(text: string, at: number): number {
  // The usual case: one blank, or none.
  const first = isJsonSpace(text.charCodeAt(at)) ? at + 1 : at;
  if (first === at || !isJsonSpace(text.charCodeAt(first))) return first;
  BLANKS.lastIndex = first;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}

/** White space of JSON, or a byte-order mark. */
export function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** The offset of the quote that closes the string at `start`, or of the line break or end of the text that comes before it. */
export function stringEnd(text: string, start: number): number {
  const quote = text.indexOf('"', start + 1);
  const end = quote < 0 ? text.length : quote;
  const content = text.slice(start + 1, end);
  if (!content.includes("\n") && !content.includes("\\")) return end;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x0a) return at;
    if (code === 0x5c) at++;
  }
  return text.length;
}

const BRACKETS = /["{}[\]]/g;

/** The offset of the first quote or bracket at or behind `at`; -1 if there is none. */
export function nextBracket(text: string, at: number): number {
  BRACKETS.lastIndex = at;
  return BRACKETS.test(text) ? BRACKETS.lastIndex - 1 : -1;
}
