/**
 * A text in the form in which words are compared: lower case, numbers with their units, no blanks between Japanese and
 * Latin.
 */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/[-\s]+/g, " ")
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      "",
    )
    .replace(/(?<=\d) (?=\p{L})/gu, "");
}

/** Whether one of some words stands in a text; both as they are compared. */
export function hasOneOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const isOpen = word.endsWith("*");
    const part = isOpen ? word.slice(0, -1) : word;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      if (begins(text, at) && (isOpen || ends(text, at + part.length))) return true;
    return false;
  });
}

const LETTER = /[a-z]/;
const DIGIT = /\d/;

/** Whether a word may begin there: `3 minutes` is written without its space, `13` has no 3. */
function begins(text: string, at: number): boolean {
  const first = text[at] ?? "";
  const before = text[at - 1] ?? "";
  if (LETTER.test(first)) return !LETTER.test(before);
  return !DIGIT.test(first) || !/[a-z\d.]/.test(before);
}

/** Whether a word may end there, or with one more s. */
function ends(text: string, end: number): boolean {
  const last = text[end - 1] ?? "";
  const next = text[end] ?? "";
  if (DIGIT.test(last)) return !DIGIT.test(next) && !(next === "." && DIGIT.test(text[end + 1] ?? ""));
  if (!LETTER.test(last)) return true;
  const behind = next === "s" ? (text[end + 1] ?? "") : next;
  return !/[a-z\d]/.test(behind);
}
