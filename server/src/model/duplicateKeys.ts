import type { Pair } from "./node.ts";
import type { SyntaxProblem } from "./template.ts";

/** Keys that stand more than once in one map; linear in the number of pairs. */
export function problemsOfKeys(pairs: readonly Pair[]): SyntaxProblem[] {
  if (pairs.length < 2) return [];
  const first = new Map<string, Pair>();
  const problems: SyntaxProblem[] = [];
  for (const pair of pairs) {
    if (pair.merged) continue;
    const { key } = pair;
    const earlier = first.get(key.text);
    if (earlier === undefined) first.set(key.text, pair);
    else if (key.end > key.start) {
      problems.push({
        code: "duplicate-key",
        span: { start: key.start, end: key.end },
        message: key.text,
        first: { start: earlier.key.start, end: earlier.key.end },
      });
    }
  }
  return problems;
}
