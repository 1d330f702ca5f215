import type { Pair } from "./node.ts";
import type { SyntaxProblem } from "./syntaxProblem.ts";

/** Most maps are so small that comparing all keys is faster than a set. */
const MAX_COMPARED_KEYS = 12;

/** Adds the keys that stand more than once in one map to `problems`; linear in the number of pairs. */
export function addProblemsOfKeys(pairs: readonly Pair[], problems: SyntaxProblem[]): void {
  if (pairs.length <= MAX_COMPARED_KEYS && !hasRepeated(pairs)) return;
  const first = new Map<string, Pair>();
  for (const pair of pairs) {
    if (pair.merged) continue;
    const { key } = pair;
    const earlier = first.get(key.text);
    if (earlier === undefined) first.set(key.text, pair);
    else if (key.end > key.start) {
      problems.push({
        code: "duplicate-key",
        span: { start: key.start, end: key.end },
        argument: key.text,
        first: { start: earlier.key.start, end: earlier.key.end },
      });
    }
  }
}

function hasRepeated(pairs: readonly Pair[]): boolean {
  for (let index = 1; index < pairs.length; index++) {
    const name = pairs[index]?.key.text;
    for (let other = 0; other < index; other++) if (pairs[other]?.key.text === name) return true;
  }
  return false;
}
