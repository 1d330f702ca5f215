const compiledPatterns = new Map<string, RegExp | undefined>();

/** A pattern of the catalogue as a regular expression; `undefined` where JavaScript does not read it as the service does. */
function compiled(pattern: string): RegExp | undefined {
  if (compiledPatterns.has(pattern)) return compiledPatterns.get(pattern);
  const expression = isReadable(pattern) ? new RegExp(pattern) : undefined;
  compiledPatterns.set(pattern, expression);
  return expression;
}

/** Whether a text keeps to a pattern; long texts against patterns that may backtrack for ages are passed. */
export function matches(text: string, pattern: string): boolean {
  if (text.length > 200 && /[*+}]\)[*+{]/.test(pattern)) return true;
  return compiled(pattern)?.test(text) !== false;
}

/** Only constructs that mean the same everywhere; the catalogue's build has left out what JavaScript rejects. */
function isReadable(pattern: string): boolean {
  return pattern.length < 2000 && !/\\[pPQEAZzGhHvVRX]|\\u\{|\(\?[<!=]?[a-zA-Z]|[*+?}]\+|\[\[:/.test(pattern);
}
