/** A question that announces a list of choices. */
export const OFFERS: RegExp = /of the following|(?:次|以下)の(?:うち|中)/iu;
/** The same by words that a question about a list of facts may have, too. */
const OFFERS_BELOW = /どれ|いずれ|選(?:択|べ|び|んで)|\bwhich (?!are|(?!aws)\w*s\b|(?:aws|amazon) \w*s\b)/iu;
/** A scenario before the question; a list below is of choices. */
const IS_CASE = /^(?:you|your|an?|the|one)\b[^\n]{80,}[?？]\P{L}*$/iu;
/** A question whose answer may be one of a list. */
export const ASKS_TO_CHOOSE: RegExp = /どれ|次のうち|いずれ|選択|選んで|\bwhich\b|\bchoose\b/iu;
/** The labelled answer below a list of choices: `A: …`. */
export const IS_ANSWER: RegExp =
  /^[・　\s]*(?:(?:A|ans|(?:correct )?answer|答え?|正解)\s?[:：]\s*(?=\S)|(?:answer|答え|正解)$)/iu;
/** Marks of the choice that the user made in a test. */
const CHOSEN = /[ 　]?[(（](?:selected|my (?:choice|answer)|自分の(?:回答|解答))[)）]/giu;
/** Minimum length of a list of choices. */
const MIN_CHOICES = 3;

/** Splits the text below a question into choices and answer. */
export function withoutChoices(
  asked: string,
  told: string,
): { readonly choices: readonly string[]; readonly answer: string } {
  const lines = told.split("\n");
  const end = lines.findIndex((line) => !/^(?:[・　]|\d+\. )/u.test(line) || IS_ANSWER.test(line));
  const offers =
    (end >= MIN_CHOICES && IS_ANSWER.test(lines[end] ?? "")) || ASKS_TO_CHOOSE.test(asked) || IS_CASE.test(asked);
  const choices = (offers ? lines.slice(0, end < 0 ? undefined : end) : []).map((line) => line.replace(CHOSEN, ""));
  const answer = lines.slice(choices.length).join("\n").trim().replace(IS_ANSWER, "");
  if (
    answer === "" &&
    choices.length >= MIN_CHOICES &&
    (OFFERS.test(asked) || OFFERS_BELOW.test(asked) || IS_CASE.test(asked) || told.search(CHOSEN) >= 0)
  )
    return { choices: [], answer: "" };
  // Without a separate answer the list itself is the answer.
  return choices.length < MIN_CHOICES || answer === ""
    ? { choices: [], answer: told.replace(IS_ANSWER, "") }
    : { choices, answer };
}
