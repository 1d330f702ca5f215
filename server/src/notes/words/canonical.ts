import { memoByText } from "../../text/memoBy.ts";
import { englishOf } from "./japanese.ts";

/** More words are a sentence, more readings a riddle. */
const MAX_WORDS = 12;
const MAX_READINGS = 6;

/** Memoised: the same words come again and again, in titles, in the levels above them and in the catalogue. */
const MAX_KNOWN = 4000;

/**
 * The words of a name as AWS's English names have them: `LifecycleHook`, `Lifecycle hooks` and ライフサイクルフック are all
 * `lifecycle hook`. Several readings if a Japanese word stands for several; what is in no dictionary stays as it is.
 */
export const readingsOf: (name: string) => readonly (readonly string[])[] = memoByText(read, MAX_KNOWN);

function read(name: string): readonly (readonly string[])[] {
  // Most names have ASCII alone, and need no Unicode expressions.
  if (ASCII.test(name)) {
    const words = separated(name).match(/[a-z0-9]+/g) ?? [];
    return words.length === 0 || words.length > MAX_WORDS ? [] : [joinedNumbers(words)];
  }
  let readings: string[][] = [[]];
  for (const [run] of separated(name).matchAll(RUN)) {
    for (const meanings of JAPANESE.test(run) ? japaneseWords(run.replace(/[ー・]/g, "")) : [[run]]) {
      readings = readings
        .flatMap((words) => meanings.map((meaning) => [...words, ...meaning.split(" ")]))
        .slice(0, MAX_READINGS);
    }
    if ((readings[0]?.length ?? 0) > MAX_WORDS) return [];
  }
  return readings.map(joinedNumbers).filter((words) => words.length > 0);
}

/** The key of a name's words, the same for their plural and singular. */
export function wordsKey(words: readonly string[]): string {
  return words.slice(0, -1).join("") + singular(words.at(-1) ?? "");
}

/** A word without the ending of its plural or singular; no English word, but the same for both. */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|os|ias|nvas|tlas)$/.test(word)) return word;
  if (/ies?$/.test(word)) return word.replace(/ies?$/, "y");
  // `caches` may be the plural of `cach` as well as of `cache`.
  return /(?:s|x|z|ch|sh)es?$/.test(word) ? word.replace(/es?$/, "") : word.replace(/s$/, "");
}

const ASCII = /^[\0-\x7f]*$/;
const RUN = /[a-z0-9]+|[ァ-ヺー・\p{Script=Han}\p{Script=Hiragana}々]+|[\p{L}\p{N}]+/gu;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}ァ-ヺ]/u;
const SCRIPT = /[ァ-ヺ]+|[^ァ-ヺ]+/gu;

/** All of it, or what is known of its parts in one script. */
function japaneseWords(run: string): readonly (readonly string[])[] {
  return englishOf(run) ?? (run.match(SCRIPT) ?? []).flatMap((part) => englishOf(part) ?? [[part]]);
}

/** In lower case, with blanks between the words of CamelCase. */
function separated(name: string): string {
  return name
    .normalize("NFKC")
    .slice(0, 120)
    .replace(/\b([A-Z]{2,})s\b/g, "$1")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase();
}

/** `route 53` is one word, as in `Route53`. */
function joinedNumbers(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && /^\d{1,3}$/.test(word) && /[a-z]$/.test(last)) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
