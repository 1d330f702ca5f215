/**
 * Those of `things` whose names have the letters of `query` in their order, the best first: the name itself, names that
 * begin so, that have it in one piece, whose words begin with its letters, others; shorter names before longer ones.
 *
 * @param max of the results
 */
export function nameSearch<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  query: string,
  max: number,
): readonly Thing[] {
  const letters = query.replace(/\s+/g, "").toLowerCase();
  const ranked: { readonly thing: Thing; readonly rank: number }[] = [];
  for (const thing of things) {
    const rank = rankOf(thing.name, letters);
    if (rank !== undefined) ranked.push({ thing, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.thing.name.length - b.thing.name.length)
    .slice(0, max)
    .map(({ thing }) => thing);
}

/** The lower the better; `undefined` if the letters are not there. */
function rankOf(name: string, letters: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower === letters) return 0;
  if (lower.startsWith(letters)) return 1;
  if (lower.includes(letters)) return 2;
  if (!hasLetters(lower, letters)) return undefined;
  const initials = name.match(/[A-Z\d]|(?<![A-Za-z\d])[a-z]/g) ?? [];
  return hasLetters(initials.join("").toLowerCase(), letters) ? 3 : 4;
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
