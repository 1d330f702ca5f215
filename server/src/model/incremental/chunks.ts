import type { Entry, EntryChunk, PlacedChunk, PreviousChunk, Section } from "../template.ts";

/** Entries of a new chunk. */
const FRESH_ENTRIES = 64;
/** A chunk that grew beyond this is split. */
const MAX_ENTRIES = 1.5 * FRESH_ENTRIES;

/**
 * The chunks of a section's entries. Those of the section before are kept if they lie wholly in what both have in
 * common at the beginning or at the end; the entries between are chunked anew.
 */
export function chunksOf(
  name: string,
  entries: readonly Entry[],
  before: Pick<Section, "entries" | "chunks"> | undefined,
): readonly PlacedChunk[] {
  if (before === undefined || before.chunks.length === 0) return chunked(name, 0, entries.length);
  const most = Math.min(entries.length, before.entries.length);
  const moved = entries.length - before.entries.length;
  let start = 0;
  while (start < most && isSameEntry(entries[start], before.entries[start])) start++;
  if (start === most && moved === 0) return before.chunks;
  let end = entries.length;
  while (end > start + Math.max(0, moved) && isSameEntry(entries[end - 1], before.entries[end - 1 - moved])) end--;
  return rechunked(name, { start, end, moved, length: entries.length }, before.chunks, before.chunks);
}

/** The entries that differ from before. */
interface Change {
  /** The index of the first changed entry. */
  readonly start: number;
  /** The index after the last changed entry. */
  readonly end: number;
  /** How much larger that index is than before. */
  readonly moved: number;
  /** How many entries there are now. */
  readonly length: number;
}

/**
 * The chunks after a change of the entries.
 *
 * @param left chunks of the entries before the change
 * @param right chunks of the entries behind the change, at their places before: mostly those of the same section
 */
export function rechunked(
  name: string,
  { start, end, moved, length }: Change,
  left: readonly PlacedChunk[],
  right: readonly PlacedChunk[],
): readonly PlacedChunk[] {
  let head = 0;
  while (head < left.length && (left[head]?.end ?? 0) <= start) head++;
  let tail = right.length;
  while (tail > 0 && (right[tail - 1]?.start ?? 0) + moved >= end) tail--;
  const before = left[head - 1];
  const behind = right[tail];
  let from = before?.end ?? 0;
  let to = behind === undefined ? length : behind.start + moved;
  const more = end - start;
  if (from === start && to === end && more > 0 && more < FRESH_ENTRIES) {
    // If entries came between two chunks, one of these takes them in; otherwise single added entries would all be
    // chunks.
    if (before !== undefined && sizeOf(before) <= sizeOf(behind) && sizeOf(before) + more <= MAX_ENTRIES) {
      head--;
      from = before.start;
    } else if (behind !== undefined && sizeOf(behind) + more <= MAX_ENTRIES) {
      tail++;
      to = behind.end + moved;
    }
  }
  const rest = right.slice(tail);
  const [first, last] = [left[head], right[tail - 1]];
  // Behind the last entry of a section nothing is known.
  const isOne = last === undefined ? to === end : first?.chunk === last.chunk;
  const previous =
    isOne && first?.start === from
      ? { chunk: first.chunk, length: first.end - first.start, head: start - from, tail: to - end }
      : undefined;
  return [
    ...left.slice(0, head),
    ...(to - from <= MAX_ENTRIES && to > from ? [placeChunk(name, from, to, previous)] : chunked(name, from, to)),
    ...(moved === 0 ? rest : rest.map((chunk) => movedBy(chunk, moved))),
  ];
}

function sizeOf(chunk: PlacedChunk | undefined): number {
  return chunk === undefined ? Number.POSITIVE_INFINITY : chunk.end - chunk.start;
}

function movedBy({ chunk, start, end }: PlacedChunk, by: number): PlacedChunk {
  return { chunk, start: start + by, end: end + by };
}

function chunked(name: string, from: number, to: number): PlacedChunk[] {
  const chunks: PlacedChunk[] = [];
  for (let start = from; start < to; start += FRESH_ENTRIES)
    chunks.push(placeChunk(name, start, Math.min(start + FRESH_ENTRIES, to)));
  return chunks;
}

function placeChunk(section: string, start: number, end: number, previous?: PreviousChunk): PlacedChunk {
  forgetOld(previous);
  const chunk: EntryChunk = { section, memos: new Map(), previous };
  return { chunk, start, end };
}

/** Edits that may come before somebody asks again. */
const MAX_EDITS_BETWEEN = 8;

function forgetOld(previous: PreviousChunk | undefined): void {
  let oldest = previous?.chunk;
  for (let count = 1; count < MAX_EDITS_BETWEEN && oldest !== undefined; count++) oldest = oldest.previous?.chunk;
  if (oldest !== undefined) oldest.previous = undefined;
}

function isSameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  return a === b || (a?.key === b?.key && a?.value === b?.value && a?.unit === b?.unit);
}
