const compiledPatterns = new Map<string, RegExp | undefined>();

/** So many steps a match may take at worst, by a rough estimate. */
const MAX_STEPS = 2_000_000;

/**
 * Whether a text keeps to a pattern, of the catalogue or of the user. `true` too where it can't be told: a pattern that is not
 * JavaScript's, or one that may backtrack for ages over this text.
 */
export function matches(text: string, pattern: string): boolean {
  if (worstSteps(pattern, text.length) > MAX_STEPS) return true;
  return compiled(pattern)?.test(text) !== false;
}

/** A pattern as a regular expression; `undefined` where JavaScript does not read it as the service does. */
function compiled(pattern: string): RegExp | undefined {
  if (compiledPatterns.has(pattern)) return compiledPatterns.get(pattern);
  const expression = isReadable(pattern) ? expressionOf(pattern) : undefined;
  compiledPatterns.set(pattern, expression);
  return expression;
}

function expressionOf(pattern: string): RegExp | undefined {
  // There is no other way to ask whether a pattern is one.
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

/** Only constructs that mean the same everywhere: Java and RE2 have more. */
function isReadable(pattern: string): boolean {
  return pattern.length < 2000 && !/\\[pPQEAZzGhHvVRX]|\\u\{|\(\?[<!=]?[a-zA-Z]|[*+?}]\+|\[\[:|&&\[/.test(pattern);
}

/**
 * How many ways to match there may be, roughly: each unbounded quantifier multiplies by the length, and one around a group that holds
 * another quantifier or a choice doubles with each character.
 */
function worstSteps(pattern: string, length: number): number {
  const plain = pattern.replaceAll(/\\./g, "x").replaceAll(/\[[^\]]*\]/g, "x");
  if (!/[*+]|\{\d+,\}/.test(plain)) return length;
  const isNested = hasNestedRepeat(plain);
  const unbounded = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  // A pattern that is anchored tries from one place only.
  return isNested ? 2 ** Math.min(length, 60) : Math.max(1, length) ** Math.min(unbounded, 3);
}

/** Whether an unbounded repeat stands behind a group in which there is a repeat or a choice. */
function hasNestedRepeat(plain: string): boolean {
  const inner: boolean[] = [];
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    if (character === "(") inner.push(false);
    else if (character === ")") {
      const holds = inner.pop() === true;
      const isRepeated = /^(?:[*+]|\{\d+,\})/.test(plain.slice(at + 1, at + 8));
      if (holds && isRepeated) return true;
      if ((holds || isRepeated) && inner.length > 0) inner[inner.length - 1] = true;
    } else if (
      (character === "*" || character === "+" || character === "|" || /^\{\d+,/.test(plain.slice(at, at + 6))) &&
      inner.length > 0
    ) {
      inner[inner.length - 1] = true;
    }
  }
  return false;
}
