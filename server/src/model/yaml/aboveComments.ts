/**
 * Where the comments right above a line begin, which belong to what is in it; the line itself if there are none, or the
 * file begins with them.
 *
 * @param line the offset of its first character
 */
export function aboveComments(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const start = text.lastIndexOf("\n", at - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(start, at))) return at;
    at = start;
  }
  return line;
}
