import { lazy } from "../../text/lazy.ts";
import { OVERTAKEN, type OvertakenFact } from "./fact.ts";
import { comparable, hasOneOf } from "./words.ts";

/** Lines are read up to this length. */
const MAX_LINE_LENGTH = 2000;

/** Letters that a word is looked up by. */
const KEYS = [2, 3, 4];

/** The facts by the beginnings of their first words: only few of them can be meant by a line. */
const byBeginning = lazy(() => {
  const facts = new Map<string, Set<OvertakenFact>>();
  for (const fact of OVERTAKEN())
    for (const word of fact.says[0] ?? []) {
      const key = word.replace("*", "").slice(0, KEYS.at(-1));
      facts.set(key, (facts.get(key) ?? new Set()).add(fact));
    }
  return facts;
});

/**
 * The overtaken statements of a line, in its order.
 * @param titles above the line: they may name what it is about
 */
export function overtakenIn(line: string, titles = ""): readonly OvertakenFact[] {
  const text = comparable(line.slice(0, MAX_LINE_LENGTH));
  const above = lazy(() => comparable(titles.slice(0, MAX_LINE_LENGTH)));
  const candidates = new Set<OvertakenFact>();
  const beginnings = byBeginning();
  for (let at = 0; at < text.length - 1; at++)
    for (const size of KEYS) for (const fact of beginnings.get(text.slice(at, at + size)) ?? []) candidates.add(fact);
  const isNamed = (words: readonly string[] | undefined): boolean =>
    words === undefined || hasOneOf(text, words) || hasOneOf(above(), words);
  return [...candidates].filter(
    ({ of, asLimit, says, knows }) =>
      says.every((words) => hasOneOf(text, words)) &&
      isNamed(of) &&
      isNamed(asLimit) &&
      !(knows && hasOneOf(text, knows)),
  );
}
