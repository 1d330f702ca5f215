/** What a terminal would take for an order, or what turns the direction of writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text of a file, or a file's name, with control characters escaped: it comes from others. */
export function visible(text: string): string {
  return text.replaceAll(CONTROL, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
