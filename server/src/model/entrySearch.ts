import { previousValue } from "./entryChunks.ts";
import { Memo } from "./memo.ts";
import type { Entry, PlacedChunk, PreviousChunk, SectionName, Template } from "./template.ts";

/** An entry with what was found in it. */
export interface Match<Found> {
  readonly entry: Entry;
  readonly found: Found;
}

interface FoundBy<Found, By> {
  readonly by: By;
  readonly found: readonly { readonly at: number; readonly found: Found }[];
}

/**
 * Makes a search over the entries of a section that an edit makes anew only for the entries that it touches: what runs
 * after each edit must not look at thousands of entries of which one has changed.
 *
 * @param look gives what is of interest in an entry, `undefined` where nothing is. It may depend on the entry's nodes
 * and on `by` only
 * @returns the search: the entries with something of interest, in the order of the text
 */
export function entrySearch<Found, By = undefined>(
  look: (entry: Entry, by: By) => Found | undefined,
): (template: Template, section: SectionName, by: By) => readonly Match<Found>[] {
  const known = new Memo<FoundBy<Found, By>>();
  return (template, section, by) => {
    const all: Match<Found>[] = [];
    for (const { name, entries, chunks } of template.sections) {
      if (name !== section) continue;
      for (const placed of chunks) {
        let kept = known.get(placed.chunk);
        if (kept === undefined || kept.by !== by) {
          kept = { by, found: foundIn(placed, entries, by) };
          known.set(placed.chunk, kept);
        }
        for (const { at, found } of kept.found) {
          const entry = entries[placed.start + at];
          if (entry !== undefined) all.push({ entry, found });
        }
      }
    }
    return all;
  };

  function foundIn({ chunk, start, end }: PlacedChunk, entries: readonly Entry[], by: By): FoundBy<Found, By>["found"] {
    const earlier = previousValue(known, chunk);
    const { before, behind, from, to } = carriedOver(
      end - start,
      earlier !== undefined && earlier.value.by === by ? { ...earlier, items: earlier.value.found } : undefined,
    );
    const all = [...before];
    for (let at = from; at < to; at++) {
      const entry = entries[start + at];
      const found = entry === undefined ? undefined : look(entry, by);
      if (found !== undefined) all.push({ at, found });
    }
    return all.concat(behind);
  }
}

/**
 * What is known of the entries of an earlier chunk that are in a chunk now, too.
 *
 * @param size how many entries are in the chunk
 * @param earlier what is known of the earlier one, by the places of its entries; `undefined` where there is none
 * @returns what is known of the first and of the last entries, and which ones between (`from` up to `to`) nothing is known of
 */
export function carriedOver<Item extends { readonly at: number }>(
  size: number,
  earlier: (Omit<PreviousChunk, "chunk"> & { readonly items: readonly Item[] }) | undefined,
): { readonly before: readonly Item[]; readonly behind: readonly Item[]; readonly from: number; readonly to: number } {
  if (earlier === undefined) return { before: [], behind: [], from: 0, to: size };
  const { items, head, tail, length } = earlier;
  const last = items.filter(({ at }) => at >= length - tail);
  const moved = size - length;
  return {
    before: items.filter(({ at }) => at < head),
    behind: moved === 0 ? last : last.map((item) => ({ ...item, at: item.at + moved })),
    from: head,
    to: size - tail,
  };
}

/**
 * Makes a summary of chunks of entries that is made anew only for those that an edit touches.
 *
 * @param summarise may depend on the entries' nodes only
 * @returns the summaries of a section's chunks, in the order of the text
 */
export function chunkSummaries<Summary>(
  summarise: (entries: readonly Entry[]) => Summary,
): (section: Template["sections"][number]) => readonly Summary[] {
  const known = new Memo<{ readonly summary: Summary }>();
  return ({ entries, chunks }) =>
    chunks.map(
      ({ chunk, start, end }) => known.of(chunk, () => ({ summary: summarise(entries.slice(start, end)) })).summary,
    );
}
