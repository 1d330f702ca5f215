/** How Python, Ruby, JavaScript and TypeScript begin a line that declares a function, up to its name. */
const DECLARATION =
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:(?:def|function\*?|const|let|var)\s+(?:self\.)?|(?:module\.)?exports\.)([\w$]+)/;
/** `handler = …`, as Python has it. */
const ASSIGNMENT = /^([\w$]+)\s*=[^=]/;

/** The line (from 0) on which a text declares a function; the first one where none does. */
export function functionLine(text: string, name: string): number {
  const declares = (line: string): boolean =>
    line.includes(name) && (DECLARATION.exec(line)?.[1] === name || ASSIGNMENT.exec(line)?.[1] === name);
  return Math.max(0, text.split("\n").findIndex(declares));
}
