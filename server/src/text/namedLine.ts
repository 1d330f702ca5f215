/** The rest of the line that begins with a name and a blank; not the first line. `undefined` if there is none. */
export function namedLine(text: string, name: string): string | undefined {
  const start = text.indexOf(`\n${name} `) + 1;
  return start === 0 ? undefined : text.slice(start + name.length + 1, text.indexOf("\n", start));
}
