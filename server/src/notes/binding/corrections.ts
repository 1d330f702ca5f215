/**
 * `<!-- outdated -->` right above a paragraph of a built-in note: it says what study material often has out of date, or
 * wrong. `if: words` shows it only for a note of somebody's that has one of the words, `unless: words` only for one
 * that has none.
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

/** In lower case, without blanks and hyphens. */
function compact(text: string): string {
  return text.toLowerCase().replace(/[\s　_-]+/gu, "");
}
