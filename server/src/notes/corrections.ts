/**
 * `<!-- outdated -->` right above a paragraph of a built-in note: it says what study material often has out of
 * date, or wrong. With `if: words` only where somebody's note has one of the words, with `unless: words` only
 * where it has none.
 */
const CORRECTION = /^<!-- outdated(?: (if|unless): ([^\n]*?))? -->\n((?:[^\n]*\S[^\n]*(?:\n|$))+)/gm;

/** The paragraphs of a built-in note that correct what a note says. */
export function correctionsOf(builtIn: string, note: string): readonly string[] {
  const said = compact(note);
  return [...builtIn.matchAll(CORRECTION)].flatMap(([, rule, words = "", paragraph = ""]) => {
    const isSaid = words.split(",").some((word) => said.includes(compact(word)));
    return rule === undefined || isSaid === (rule === "if") ? [paragraph.trimEnd()] : [];
  });
}

/** A built-in note's text without the paragraphs that {@link correctionsOf} gives for a note. */
export function withoutCorrections(builtIn: string, note: string): string {
  const shown = correctionsOf(builtIn, note);
  return builtIn.replace(CORRECTION, (whole, _rule, _words, paragraph: string) =>
    shown.includes(paragraph.trimEnd()) ? "" : whole,
  );
}

/** In small letters, without blanks and hyphens. */
function compact(text: string): string {
  return text.toLowerCase().replace(/[\s　_-]+/gu, "");
}
