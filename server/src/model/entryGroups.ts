import type { Entry, EntryGroup, PlacedGroup, Section } from "./template.ts";

/** So many entries are in a group that is made fresh. */
const USUAL = 64;
/** A group that grew beyond this is made into several. */
const MOST = 1.5 * USUAL;

/**
 * The groups of a section's entries. Those of the section before are kept where they lie wholly in what both have in
 * common at the beginning or at the end; the entries between are grouped anew.
 */
export function groupsOf(
  name: string,
  entries: readonly Entry[],
  before: Pick<Section, "entries" | "groups"> | undefined,
): readonly PlacedGroup[] {
  if (before === undefined || before.groups.length === 0) return grouped(name, 0, entries.length);
  const most = Math.min(entries.length, before.entries.length);
  const moved = entries.length - before.entries.length;
  let start = 0;
  while (start < most && isSame(entries[start], before.entries[start])) start++;
  if (start === most && moved === 0) return before.groups;
  let end = entries.length;
  while (end > start + Math.max(0, moved) && isSame(entries[end - 1], before.entries[end - 1 - moved])) end--;
  return regrouped(name, { start, end, moved }, before.groups);
}

/** Entries with these indices are others than before; those behind them have moved by so many places. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly moved: number;
}

/** The groups after a change of their entries. */
export function regrouped(
  name: string,
  { start, end, moved }: Change,
  before: readonly PlacedGroup[],
): readonly PlacedGroup[] {
  let head = 0;
  while (head < before.length && (before[head]?.end ?? 0) <= start) head++;
  let tail = before.length;
  while (tail > head && (before[tail - 1]?.start ?? 0) + moved >= end) tail--;
  if (head === tail) {
    // Entries came between two groups: one of them takes them in, or single added entries would all be groups.
    const left = before[head - 1];
    const right = before[tail];
    if (end - start < USUAL && sizeOf(left) <= sizeOf(right) && sizeOf(left) + end - start <= MOST) head--;
    else if (end - start < USUAL && sizeOf(right) + end - start <= MOST) tail++;
  }
  const from = before[head - 1]?.end ?? 0;
  const to = (before[tail]?.start ?? before.at(-1)?.end ?? 0) + moved;
  return [
    ...before.slice(0, head),
    ...(to - from <= MOST && to > from ? [placed(name, from, to)] : grouped(name, from, to)),
    ...(moved === 0 ? before.slice(tail) : before.slice(tail).map((group) => movedBy(group, moved))),
  ];
}

function sizeOf(group: PlacedGroup | undefined): number {
  return group === undefined ? Number.POSITIVE_INFINITY : group.end - group.start;
}

function movedBy({ group, start, end }: PlacedGroup, by: number): PlacedGroup {
  return { group, start: start + by, end: end + by };
}

function grouped(name: string, from: number, to: number): PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  for (let start = from; start < to; start += USUAL) groups.push(placed(name, start, Math.min(start + USUAL, to)));
  return groups;
}

function placed(section: string, start: number, end: number): PlacedGroup {
  const group: EntryGroup = { section };
  return { group, start, end };
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a === b || (a?.key === b?.key && a?.value === b?.value && a?.unit === b?.unit);
}
