import japaneseWords from "../../../data/japaneseWords.yaml";
import { lazy } from "../../text/lazy.ts";

/** The English of a run of Japanese, long-vowel marks taken off; several if a word has several. */
export function englishOf(run: string): readonly (readonly string[])[] | undefined {
  const { words: known } = table();
  const words: (readonly string[])[] = [];
  let at = 0;
  while (at < run.length) {
    const length = longestAt(run, at, known);
    if (length > 0) {
      words.push(known.get(run.slice(at, at + length)) ?? []);
      at += length;
    } else {
      const particle = PARTICLE.exec(run.slice(at))?.[0];
      if (particle === undefined || words.length === 0 || at + particle.length === run.length) return undefined;
      at += particle.length;
    }
  }
  return words;
}

/** Particles that join two words without adding to their meaning. */
const PARTICLE = /^(?:による|に対する|における|に基づく|された|した|する|での|への|の|を|な|的な|時)/u;

const table = lazy(() => {
  const words = new Map<string, readonly string[]>();
  for (const [word, english] of Object.entries(japaneseWords() as Readonly<Record<string, string | readonly string[]>>))
    words.set(word.replaceAll("ー", ""), typeof english === "string" ? [english] : english);
  return { words, longest: Math.max(...[...words.keys()].map(({ length }) => length)) };
});

function longestAt(run: string, at: number, words: ReadonlyMap<string, unknown>): number {
  for (let length = Math.min(table().longest, run.length - at); length > 0; length--) {
    if (words.has(run.slice(at, at + length))) return length;
  }
  return 0;
}
