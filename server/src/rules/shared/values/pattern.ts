import { memoByText } from "../../../text/memoBy.ts";
import { type PatternSteps, patternSteps } from "./patternSteps.ts";

/** A pattern that somebody writes is another one with each letter. */
const MOST_READ = 2000;

/** So many steps a match may take; far more than any pattern that is meant for people needs. A step takes some 50 ns. */
const MOST_STEPS = 200_000;
/** No value that has a pattern may be longer. */
const LONGEST = 4096;

/**
 * Whether a text keeps to a pattern, of the catalogue or of the user. `true` too where it can't be told: a pattern that
 * other languages may read otherwise, or one that takes too many steps over this text.
 */
export function matches(text: string, pattern: string): boolean {
  return text.length > LONGEST || stepsOf(pattern)?.test(text, MOST_STEPS) !== false;
}

const stepsOf = memoByText(
  (pattern): PatternSteps | undefined =>
    isReadable(pattern) && isExpression(pattern) ? patternSteps(pattern) : undefined,
  MOST_READ,
);

function isExpression(pattern: string): boolean {
  // There is no other way to ask whether a pattern is one. It is not matched.
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** Only constructs that mean the same everywhere: Java and RE2 have more. */
function isReadable(pattern: string): boolean {
  return pattern.length < 2000 && !/\\[pPQEAZzGhHvVRX]|\\u\{|\(\?[<!=]?[a-zA-Z]|[*+?}]\+|\[\[:|&&\[/.test(pattern);
}
