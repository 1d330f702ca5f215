import { Memo } from "./memo.ts";
import type { Entry, PlacedChunk, Section } from "./template.ts";

interface ByChunk<Part> {
  /** What each chunk says, in the order of the text. */
  readonly parts: readonly Part[];
  /** Whether they are the parts of the earlier state. */
  readonly unchanged: boolean;
}

/**
 * Reads something of sections chunk by chunk, and keeps it by chunk: after an edit only the chunks that it made anew are
 * read. Where such a chunk says what the one before at its place said, that part is kept.
 *
 * @returns a function of the sections, those of the earlier state, and whatever `read` needs to know beside the entries
 */
export function memoizeByChunk<Part extends object, Known>(
  read: (entries: readonly Entry[], known: Known) => Part,
  same: (a: Part, b: Part) => boolean,
): (sections: readonly Section[], before: readonly Section[], known: Known) => ByChunk<Part> {
  const parts = new Memo<Part>();
  return (sections, before, known) => {
    const earlier = before.flatMap(({ chunks }) => chunks.map(({ chunk }) => chunk));
    let index = 0;
    let unchanged = true;
    const now = sections.flatMap(({ chunks, entries }) =>
      chunks.map((placed) => {
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
    { chunk, start, end }: PlacedChunk,
    entries: readonly Entry[],
    expected: Part | undefined,
    known: Known,
  ): Part {
    const found = parts.get(chunk);
    if (found !== undefined) return found;
    const made = read(entries.slice(start, end), known);
    const part = expected !== undefined && same(made, expected) ? expected : made;
    parts.set(chunk, part);
    return part;
  }
}
