import { Kept } from "./kept.ts";
import type { Entry, PlacedGroup, Section } from "./template.ts";

interface Groupwise<Part> {
  /** What each group says, in the order of the text. */
  readonly parts: readonly Part[];
  /** Whether they are the parts of the earlier state. */
  readonly unchanged: boolean;
}

/**
 * Reads something of sections group by group, and keeps it by group: after an edit only the groups that it made anew are
 * read. Where such a group says what the one before at its place said, that part is kept.
 *
 * @returns a function of the sections, those of the earlier state, and whatever `read` needs to know beside the entries
 */
export function groupwise<Part extends object, Known>(
  read: (entries: readonly Entry[], known: Known) => Part,
  same: (a: Part, b: Part) => boolean,
): (sections: readonly Section[], before: readonly Section[], known: Known) => Groupwise<Part> {
  const parts = new Kept<Part>();
  return (sections, before, known) => {
    const earlier = before.flatMap(({ groups }) => groups.map(({ group }) => group));
    let index = 0;
    let unchanged = true;
    const now = sections.flatMap(({ groups, entries }) =>
      groups.map((placed) => {
        const place = earlier[index++];
        const expected = place === undefined ? undefined : parts.get(place);
        const part = partOf(placed, entries, expected, known);
        if (part !== expected) unchanged = false;
        return part;
      }),
    );
    return { parts: now, unchanged: unchanged && index === earlier.length };
  };

  function partOf(
    { group, start, end }: PlacedGroup,
    entries: readonly Entry[],
    expected: Part | undefined,
    known: Known,
  ): Part {
    const found = parts.get(group);
    if (found !== undefined) return found;
    const made = read(entries.slice(start, end), known);
    const part = expected !== undefined && same(made, expected) ? expected : made;
    parts.set(group, part);
    return part;
  }
}
