import { distance } from "fastest-levenshtein";

/** Four times what a template may declare, and all resource types. */
const MAX_COMPARED_NAMES = 2000;

/** In UTF-16 units: comparing takes time with the square of the length, and no name of CloudFormation's is longer. */
const MAX_COMPARED_LENGTH = 300;

/** The name that was most likely meant; `undefined` if none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  if (name.length > MAX_COMPARED_LENGTH) return undefined;
  const lower = name.toLowerCase();
  const limit = Math.max(1, Math.min(4, Math.floor(name.length / 3)));
  let best: string | undefined;
  let shortened: string | undefined;
  let leading: string | undefined;
  let bestDistance = limit + 1;
  let left = MAX_COMPARED_NAMES;
  for (const candidate of names) {
    shortened ??= isShortened(name, candidate) || isShortened(candidate, name) ? candidate : undefined;
    if (isLeadingWord(candidate.toLowerCase(), lower) && candidate.length > (leading?.length ?? 0)) leading = candidate;
    if (Math.abs(candidate.length - name.length) > limit) continue;
    if (left-- === 0) break;
    const far = candidate.toLowerCase() === lower ? 0 : isSwapped(candidate, name) ? 1 : distance(candidate, name);
    if (far < bestDistance && !hasOtherWord(candidate, name)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return bestDistance > 1 && leading !== undefined ? leading : (best ?? shortened);
}

/** Whether a name goes on behind another one: `internal-facing` is no slip for `internet-facing`. */
function isLeadingWord(word: string, name: string): boolean {
  return word.length > 2 && name[word.length] === "-" && name.startsWith(word);
}

/** Whether one of several words is cut short: `MaxBatchingWindow` for `MaximumBatchingWindow`. */
function isShortened(name: string, whole: string): boolean {
  if (name[0] !== whole[0] || name.length >= whole.length) return false;
  const words = wordsOf(name);
  const others = wordsOf(whole);
  if (words.length < 2 || words.length !== others.length) return false;
  const differing = words.flatMap((word, index) =>
    word === others[index] ? [] : [[word, others[index] ?? ""] as const],
  );
  return differing.length === 1 && differing.every(([word, other]) => word.length > 2 && other.startsWith(word));
}

/** Whether one of several words is another one: `OrdersApi` is no slip for `OrdersTopic`, however short the word is. */
function hasOtherWord(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  if (words.length < 2 || words.length !== others.length) return false;
  return words.some((word, index) => {
    const written = others[index] ?? "";
    return distance(word, written) > Math.max(2, Math.floor(Math.min(word.length, written.length) / 2));
  });
}

/** The words of a name in CamelCase, in lower case. */
const wordsOf = (name: string): string[] => name.split(/(?<=[a-z\d])(?=[A-Z])/).map((word) => word.toLowerCase());

/** Whether two neighbouring characters are in the other order and all else is the same: one slip of the fingers. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
