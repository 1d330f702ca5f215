/** The text around the caret in a string. */
export interface CandidateString {
  readonly kind: "string";
  readonly lower: string;
  /** Offset of the caret in `lower`; `undefined` if it may be anywhere. */
  readonly caret: number | undefined;
  readonly words: readonly Word[];
}

interface Word {
  readonly text: string;
  /** Without directory, `.exe` and punctuation at its end. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How far from the caret the words of a command may stand. */
const MAX_DISTANCE = 400;

/** Prepares a string to be compared with words and texts; `offset` is the caret's. */
export function candidateString(text: string, offset: number | undefined): CandidateString {
  const start = offset === undefined ? 0 : Math.max(0, offset - MAX_DISTANCE);
  const near = text.slice(start, start + 2 * MAX_DISTANCE);
  return {
    kind: "string",
    lower: near.toLowerCase(),
    caret: offset === undefined ? undefined : offset - start,
    words: wordsIn(near),
  };
}

/** Whether the caret is on `words` standing one after the other; options may stand between them. */
export function coversWords(wanted: readonly string[], { words, caret }: CandidateString): boolean {
  return words.some((word, from) => {
    if (word.text !== wanted[0] && word.name !== wanted[0]) return false;
    const last = lastOf(wanted, words, from);
    if (last === undefined) return false;
    if (caret === undefined) return true;
    return words.slice(from, last + 1).some(({ start, end }) => start <= caret && caret <= end);
  });
}

/** Whether the caret is on the token `pattern`; a star at its end stands for the rest of a token. */
export function coversText(pattern: string, { lower, caret }: CandidateString): boolean {
  const isOpen = pattern.endsWith("*");
  const token = (isOpen ? pattern.slice(0, -1) : pattern).toLowerCase();
  if (token === "") return false;
  for (let start = lower.indexOf(token); start >= 0; start = lower.indexOf(token, start + 1)) {
    const rest = isOpen ? (/^[\w.-]*/.exec(lower.slice(start + token.length))?.[0].length ?? 0) : 0;
    const end = start + token.length + rest;
    const isToken = !/[\w-]/.test(lower[start - 1] ?? " ") && (isOpen || !/[\w-]/.test(lower[end] ?? " "));
    if (isToken && (caret === undefined || (start <= caret && caret <= end))) return true;
  }
  return false;
}

function lastOf(wanted: readonly string[], words: readonly Word[], from: number): number | undefined {
  let at = from - 1;
  for (const [index, name] of wanted.entries()) {
    at++;
    const isIt = (other: Word | undefined): boolean => other?.text === name || other?.name === name;
    if (index > 0 && words[at]?.text.startsWith("--")) {
      const next = [at + 1, at + 2].find((skipped) => isIt(words[skipped]));
      if (next === undefined) return undefined;
      at = next;
    }
    if (!isIt(words[at])) return undefined;
  }
  return at;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s"'`()|;&<>=,[\]{}]+/g)]
    .filter(([word]) => word !== "\\")
    .map(({ 0: word, index }) => {
      const name = word
        .replace(/^.*[/\\]/, "")
        .replace(/[.:]+$/, "")
        .replace(/\.exe$/i, "");
      return { text: word, name, start: index, end: index + word.length };
    });
}
