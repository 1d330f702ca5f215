/** The tokens of a query: Latin words by their stem, Japanese ones as pairs of characters. */
export function searchTokens(text: string): string[] {
  return tokensOf(text, false);
}

/** The tokens of a note's text: those of {@link searchTokens}, and the parts of `UpdateReplacePolicy`. */
export function indexTokens(text: string): string[] {
  return tokensOf(text, true);
}

/** Width, case, the kind of kana and long vowels don't count; a text keeps no length. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(KATAKANA, toHiragana).replaceAll("ー", "");
}

const RUN = /[A-Za-z0-9]+|[^\s\p{P}\p{S}A-Za-z0-9]+/gu;
const KATAKANA = /[ァ-ヶ]/g;
const CAMEL_PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

function toHiragana(kana: string): string {
  return String.fromCharCode(kana.charCodeAt(0) - 0x60);
}

function tokensOf(text: string, withParts: boolean): string[] {
  const tokens: string[] = [];
  const plain = text.normalize("NFKC").replaceAll("ー", "").replace(KATAKANA, toHiragana);
  for (const [run] of plain.matchAll(RUN)) {
    if (!/^[A-Za-z0-9]/.test(run)) pushPairs(run.toLowerCase(), tokens);
    else {
      const whole = stem(run.toLowerCase());
      tokens.push(whole);
      if (!withParts || !/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(run)) continue;
      for (const part of run.match(CAMEL_PART) ?? []) if (part.length > 1) tokens.push(stem(part.toLowerCase()));
    }
  }
  return tokens;
}

function pushPairs(run: string, tokens: string[]): void {
  const characters = [...run];
  if (characters.length === 1) tokens.push(run);
  for (let at = 0; at + 1 < characters.length; at++) tokens.push(`${characters[at]}${characters[at + 1]}`);
}

/** `policies` and `policy`, `caches` and `cache` are one word. */
function stem(word: string): string {
  if (word.length < 4 || !/[a-z]$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  const singular = /(?:ss|us|is|alias)$/.test(word) ? word : word.replace(/s$/, "");
  return singular.length > 3 ? singular.replace(/e$/, "") : singular;
}
