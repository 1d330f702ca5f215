import { nearest } from "../../../text/nearest.ts";

/** Signs that people write for CloudWatch's operators. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  [">", "GreaterThanThreshold"],
  [">=", "GreaterThanOrEqualToThreshold"],
  ["<", "LessThanThreshold"],
  ["<=", "LessThanOrEqualToThreshold"],
]);

/** Which of the allowed values is meant: a misspelt one, the shortest that begins so, the only one that is abbreviated so. */
export function meantValue(written: string, allowed: readonly string[]): string | undefined {
  const operator = OPERATORS.get(written);
  if (operator !== undefined && allowed.includes(operator)) return operator;
  const near = nearest(written, allowed);
  if (near !== undefined || written.length < 3) return near;
  const lower = written.toLowerCase();
  const longer = allowed.filter((value) => value.toLowerCase().startsWith(lower));
  if (longer.length > 0) return longer.reduce((best, value) => (value.length < best.length ? value : best));
  const abbreviated = allowed.filter((value) => isAbbreviation(lower, value.toLowerCase()));
  return abbreviated.length === 1 ? abbreviated[0] : undefined;
}

/** Whether all letters are in the word in their order, beginning with the first. */
function isAbbreviation(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
