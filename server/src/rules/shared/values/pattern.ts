import { memoByText } from "../../../text/memoBy.ts";
import { HOLE, patternSteps } from "./patternSteps.ts";

/** A pattern that somebody writes is another one with each letter. */
const MAX_READ = 2000;

/** The limit for a match; far more than any pattern for people needs. A step takes some 50 ns. */
const MAX_STEPS = 200_000;
/** No value that has a pattern may be longer. */
const MAX_TEXT_LENGTH = 4096;
/** Resources of a template repeat values, all the more so where names are holes in them. */
const MAX_TEXTS = 8;

/**
 * Whether a text matches a pattern, of the catalogue or of the user. `true` too if it can't be told: a pattern that
 * other languages may read otherwise, or one that takes too many steps over this text.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  return text.length > MAX_TEXT_LENGTH || portable(pattern)?.(text) !== false;
}

/** A composed text with holes ({@link HOLE}) for what only the deployment knows. */
export function withHoles(text: string): string {
  return text.replaceAll(/\$\{(!?)[^}]*\}/g, (written, literal: string) =>
    literal === "" ? HOLE : written.replace("${!", "${"),
  );
}

/** The same of an expression of ours, without flags. */
export function mayMatch(text: string, expression: RegExp): boolean {
  const { source, flags } = expression;
  // One that only says how a text may not begin.
  if (/^\^\(\?![^()]*\)$/.test(source)) return expression.test(text.split(HOLE, 1)[0] ?? "");
  return flags !== "" || text.length > MAX_TEXT_LENGTH || own(source)?.(text) !== false;
}

const own = memoByText(matching, MAX_READ);

const portable = memoByText(
  (pattern) => (isPortable(pattern) && isExpression(pattern) ? matching(pattern) : undefined),
  MAX_READ,
);

function matching(pattern: string): ((text: string) => boolean | undefined) | undefined {
  const steps = patternSteps(pattern);
  return steps && memoByText((text) => steps.test(text, MAX_STEPS), MAX_TEXTS);
}

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
function isPortable(pattern: string): boolean {
  return pattern.length < 2000 && !/\\[pPQEAZzGhHvVRX]|\\u\{|\(\?[<!=]?[a-zA-Z]|[*+?}]\+|\[\[:|&&\[/.test(pattern);
}
