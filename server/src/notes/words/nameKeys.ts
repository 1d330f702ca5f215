import { readingsOf, wordsKey } from "./canonical.ts";
import { nameKey } from "./names.ts";

/** The keys of a name, each once: as it is written, then as AWS's English names would have it. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set([nameKey(name), ...readingsOf(name).map(wordsKey)])];
}
