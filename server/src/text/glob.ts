/**
 * Whether a text fits a pattern, in which `*` stands for any number of characters and `?` for one. Takes at most as many steps
 * as both are long, multiplied: a pattern is somebody else's text, and must not be run as a regular expression.
 */
export function fitsGlob(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  /** Behind the last `*`, and how far it reached. */
  let behind = -1;
  let reached = 0;
  while (at < text.length) {
    const sign = pattern[next];
    if (sign === "*") {
      behind = ++next;
      reached = at;
    } else if (sign === "?" || (sign !== undefined && sign === text[at])) {
      at++;
      next++;
    } else if (behind >= 0) {
      at = ++reached;
      next = behind;
    } else return false;
  }
  while (pattern[next] === "*") next++;
  return next === pattern.length;
}
