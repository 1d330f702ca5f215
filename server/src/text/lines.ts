export function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset of the end of a line, in front of its line break. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text.charCodeAt(newline - 1) === 0x0d ? newline - 1 : newline;
}

/** The offset behind the line break that ends a line; the end of the text for the last one. */
export function startOfNextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}
