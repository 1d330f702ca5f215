/** The beginning of a line of Python, Ruby, JavaScript or TypeScript that declares a function, up to its name. */
const DECLARATION =
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:(?:def|function\*?|const|let|var)\s+(?:self\.)?|(?:module\.)?exports\.)([\w$]+)/;
/** `handler = …`, as Python has it. */
const ASSIGNMENT = /^([\w$]+)\s*=[^=]/;

/** The line (from 0) on which a text declares a function; the first one if none does. */
export function functionLine(text: string, name: string): number {
  const declares = (line: string): boolean =>
    line.includes(name) && (DECLARATION.exec(line)?.[1] === name || ASSIGNMENT.exec(line)?.[1] === name);
  return Math.max(0, text.split("\n").findIndex(declares));
}
