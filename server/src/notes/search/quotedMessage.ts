/** Fewer words tell nothing; with enough of them, all others of a message may be names. */
const MIN_WORDS = 2;
const MIN_WORDS_OF_NAMES = 4;
/** What a heading counts more than a quote. */
const HEADED = 0.5;
/** The share of a message's words that a short quote has. */
const MIN_SHARE = 0.3;

/** What CloudFormation writes before what is wrong. */
const KIND_OF_ERROR = /^\s*Template (?:(?:format|validation) )?error: /i;

/**
 * How many words of a message are those of a message that a note quotes, or is headed by, with what depends on the case left out
 * (`…`, `X`, numbers); 0 if there is none.
 */
export function quotedWords(message: string, note: { readonly title: string; readonly text: string }): number {
  const said = wordsOf(message);
  const length = wordsOf(message.replace(KIND_OF_ERROR, "")).length;
  const quotes = [...note.text.matchAll(QUOTE)].map(([, quote = ""]) => quote);
  const heading = /^(?:Error|エラー)\s*[:：]\s*(.+)$/.exec(note.title)?.[1];
  const countOf = (quote: string, share: number): number => {
    const words = wordsOf(quote);
    const isEnough =
      words.length >= MIN_WORDS_OF_NAMES || (words.length >= MIN_WORDS && words.length >= length * share);
    return isEnough && isWithin(words, said) ? words.length : 0;
  };
  const headed = heading === undefined ? 0 : countOf(heading, 0);
  // A note with that heading is on nothing else.
  return Math.max(headed > 0 ? headed + HEADED : 0, ...quotes.map((quote) => countOf(quote, MIN_SHARE)));
}

/**
 * What a note's line says of a message that it quotes: the sentence with the quote up to the next sentence that begins with one.
 * `undefined` if the note as a whole is on the message.
 */
export function sentencesOn(
  message: string,
  note: { readonly title: string; readonly text: string },
): string | undefined {
  const parts = note.text.split("\n").flatMap((line) => line.replace(/^\s*[-*] /, "").split(NEXT_QUOTE));
  const counted = parts.map((text) => ({ text, words: quotedWords(message, { title: "", text }) }));
  const best = counted.reduce((one, other) => (other.words > one.words ? other : one));
  const isHeaded = quotedWords(message, { title: note.title, text: "" }) >= best.words;
  return best.words === 0 || isHeaded ? undefined : best.text;
}

const QUOTE = /["“「`]([^"“”「」`\n]{1,400})["”」`]/g;
const NEXT_QUOTE = /(?<=[.)])\s+(?=["“])|(?<=。)(?=「)/;

/** In lower case, without placeholders, lists of names and numbers. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replace(/\[[^[\]]{0,400}\]/g, " ")
      .match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
  return words.filter((word) => word.length > 1 || word === "a");
}

/** Whether words follow each other in others, with or without some between them. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (at < words.length && other === words[at]) at++;
  return at === words.length;
}
