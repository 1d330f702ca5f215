/** Characters that a terminal would take for a command, or that change the direction of writing. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same without line feeds: most texts of several lines have nothing else. */
const CONTROL_IN_LINE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text of a file, or a file's name, with control characters escaped, line breaks too: it comes from others. */
export function visible(text: string): string {
  return text.replaceAll(CONTROL, escapedUnit);
}

/** The same for a text of several lines, which stay. JSON stays the same JSON. */
export function visibleLines(text: string): string {
  if (!CONTROL_IN_LINE.test(text)) return text;
  return text.replaceAll(CONTROL, (unit, offset: number) =>
    unit === "\n" || (unit === "\r" && text[offset + 1] === "\n") ? unit : escapedUnit(unit),
  );
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
