import { memoByText } from "../../text/memoBy.ts";
import { readingsOf, wordsKey } from "./canonical.ts";
import { hasJapanese, nameKey } from "./names.ts";

/** The keys of a name, each once: as it is written, then as AWS's English names would have it. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set([nameKey(name), ...readingsOf(name).map(wordsKey)])];
}

/** The keys of a Japanese name, or of its key; none for other names. Memoised, as many bindings ask for the same. */
export const japaneseKeys: (name: string) => readonly string[] = memoByText(
  (name) => (hasJapanese(name) ? nameKeys(name) : []),
  1000,
);
