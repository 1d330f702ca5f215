/** What stands behind a name and a blank, with which a line begins; not on the first line. `undefined` if no line does. */
export function namedLine(text: string, name: string): string | undefined {
  const start = text.indexOf(`\n${name} `) + 1;
  return start === 0 ? undefined : text.slice(start + name.length + 1, text.indexOf("\n", start));
}
