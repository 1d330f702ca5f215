import type { EntryChunk, EntryContent, MemoHost, PlacedChunk, PreviousChunk, Section } from "../template.ts";

/*
 * What is computed once
 *
 * An edit touches one entry of a template. All that was computed of the others is a *memo*: it is held by what it follows
 * from, and is found there for as long as that exists.
 *
 * - What follows from a node alone is kept in a `WeakMap` by that node, which never changes. So is what follows from a
 *   unit, or from the summary of a resource.
 * - What follows from the entries of a chunk is a {@link Memo} of the chunk. An edit makes one chunk anew, and that takes
 *   over what is known of the entries that it has in common with the one before ({@link takenOver}): so an edit costs
 *   the entry that it touches, and a step for each chunk (`chunks.ts` makes them). {@link summariesOf} and
 *   `searchEntries` are made of that.
 * - What follows from a whole template is a memo of the template.
 * - What looks elsewhere in the template does so through what it declares. What is read there is recorded (`reads.ts`), and
 *   the memo is right while that is the same.
 * - What looks at the template as a whole is given one that records what searches found, too (`recordedTemplate.ts`). Such a
 *   memo is held by the template's *lineage*, which all states of a text share.
 *
 * Rules use `searchEntries.ts` and, for what several entries ask of the declarations, `sharedReads.ts`, and nothing else of this
 * folder; what they report is kept by `rules/engine`.
 * `server/test/rules/engine/afterEdits.test.ts` holds what is found after edits to what is found in the text alone, for
 * every rule.
 */

/**
 * Something that is computed once for each host and held by it. A `WeakMap` would do the same, but V8's collections of
 * young objects count all values of one as used: what belongs to the template before the last letter would be copied
 * several times before it is freed.
 */
export class Memo<Value extends object> {
  get({ memos }: MemoHost): Value | undefined {
    return memos.get(this) as Value | undefined;
  }

  set({ memos }: MemoHost, value: Value): void {
    memos.set(this, value);
  }

  /** The value of a host, made if there is none yet. */
  of(host: MemoHost, make: () => Value): Value {
    let value = this.get(host);
    if (value === undefined) {
      value = make();
      this.set(host, value);
    }
    return value;
  }
}

/** What is known of the first and of the last entries of a chunk; nothing is of those from `from` up to `to`. */
export interface TakenOver<Item> {
  readonly before: readonly Item[];
  readonly behind: readonly Item[];
  readonly from: number;
  readonly to: number;
}

/**
 * What is known of a chunk from an earlier state of it.
 *
 * @param itemsOf gives the items of an earlier value for entries, by their indexes in its chunk; `undefined` if they
 * are not valid any more
 */
export function takenOver<Value extends object, Item extends { readonly at: number }>(
  memo: Memo<Value>,
  { chunk, start, end }: PlacedChunk,
  itemsOf: (value: Value) => readonly Item[] | undefined,
): TakenOver<Item> {
  const earlier = latestValue(memo, chunk);
  const items = earlier && itemsOf(earlier.value);
  if (earlier === undefined || items === undefined) return { before: [], behind: [], from: 0, to: end - start };
  const { head, tail, length } = earlier;
  // The usual case: a hundred searches are made after each edit, and find nothing in most chunks.
  if (items.length === 0) return { before: items, behind: items, from: head, to: end - start - tail };
  const last = items.filter(({ at }) => at >= length - tail);
  const moved = end - start - length;
  return {
    before: items.filter(({ at }) => at < head),
    behind: moved === 0 ? last : last.map((item) => ({ ...item, at: item.at + moved })),
    from: head,
    to: end - start - tail,
  };
}

/** The value of the newest earlier state of a chunk that has one, and how many entries both have in common. */
function latestValue<Value extends object>(
  memo: Memo<Value>,
  chunk: EntryChunk,
): (Omit<PreviousChunk, "chunk"> & { readonly value: Value }) | undefined {
  // Without destructuring, for V8 interprets it: see “Code that runs cold” in docs/performance.md.
  let head = Number.POSITIVE_INFINITY;
  let tail = head;
  for (let previous = chunk.previous; previous !== undefined; previous = previous.chunk.previous) {
    if (previous.head < head) head = previous.head;
    if (previous.tail < tail) tail = previous.tail;
    const value = memo.get(previous.chunk);
    if (value !== undefined) return { value, length: previous.length, head, tail };
  }
  return undefined;
}

/**
 * Gives a function of a section that has a summary for each of its chunks. After an edit only the chunk that it touches
 * is summarised anew.
 *
 * @param summarise may depend on nothing but what is written in the entries
 */
export function summariesOf<Summary extends object>(
  summarise: (entries: readonly EntryContent[]) => Summary,
): (section: Section) => readonly Summary[] {
  const known = new Memo<Summary>();
  return ({ entries, chunks }) =>
    chunks.map(({ chunk, start, end }) => known.of(chunk, () => summarise(entries.slice(start, end))));
}
