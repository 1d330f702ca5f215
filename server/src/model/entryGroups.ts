import type { Kept } from "./kept.ts";
import type { Entry, EntryGroup, GroupOrigin, PlacedGroup, Section } from "./template.ts";

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
  return regrouped(name, { start, end, moved, length: entries.length }, before.groups, before.groups);
}

/** Entries that are others than before. */
interface Change {
  /** The first of them, … */
  readonly start: number;
  /** … the first behind them, … */
  readonly end: number;
  /** … and how many more it is from the beginning than before. */
  readonly moved: number;
  /** How many entries there are now. */
  readonly length: number;
}

/**
 * The groups after a change of the entries.
 *
 * @param left groups of the entries before the change
 * @param right groups of the entries behind the change, at their places before: mostly those of the same section
 */
export function regrouped(
  name: string,
  { start, end, moved, length }: Change,
  left: readonly PlacedGroup[],
  right: readonly PlacedGroup[],
): readonly PlacedGroup[] {
  let head = 0;
  while (head < left.length && (left[head]?.end ?? 0) <= start) head++;
  let tail = right.length;
  while (tail > 0 && (right[tail - 1]?.start ?? 0) + moved >= end) tail--;
  const before = left[head - 1];
  const behind = right[tail];
  let from = before?.end ?? 0;
  let to = behind === undefined ? length : behind.start + moved;
  const more = end - start;
  if (from === start && to === end && more > 0 && more < USUAL) {
    // Entries came between two groups: one of them takes them in, or single added entries would all be groups.
    if (before !== undefined && sizeOf(before) <= sizeOf(behind) && sizeOf(before) + more <= MOST) {
      head--;
      from = before.start;
    } else if (behind !== undefined && sizeOf(behind) + more <= MOST) {
      tail++;
      to = behind.end + moved;
    }
  }
  const rest = right.slice(tail);
  const [first, last] = [left[head], right[tail - 1]];
  const origin =
    first?.group === last?.group && first?.start === from
      ? { group: first.group, length: first.end - first.start, head: start - from, tail: to - end }
      : undefined;
  return [
    ...left.slice(0, head),
    ...(to - from <= MOST && to > from ? [placed(name, from, to, origin)] : grouped(name, from, to)),
    ...(moved === 0 ? rest : rest.map((group) => movedBy(group, moved))),
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

function placed(section: string, start: number, end: number, origin?: GroupOrigin): PlacedGroup {
  forgetOld(origin);
  const group: EntryGroup = { section, kept: new Map(), origin };
  return { group, start, end };
}

/** So many edits may come before somebody asks again. */
const MOST_ORIGINS = 8;

function forgetOld(origin: GroupOrigin | undefined): void {
  let oldest = origin?.group;
  for (let count = 1; count < MOST_ORIGINS && oldest !== undefined; count++) oldest = oldest.origin?.group;
  if (oldest !== undefined) oldest.origin = undefined;
}

/** What is kept of the newest earlier group that there is something of, and what of that is right for this group, too. */
export function earlierIn<Value extends object>(
  kept: Kept<Value>,
  group: EntryGroup,
): (Omit<GroupOrigin, "group"> & { readonly value: Value }) | undefined {
  let [head, tail] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let { origin } = group; origin !== undefined; { origin } = origin.group) {
    head = Math.min(head, origin.head);
    tail = Math.min(tail, origin.tail);
    const value = kept.get(origin.group);
    if (value !== undefined) return { value, length: origin.length, head, tail };
  }
  return undefined;
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a === b || (a?.key === b?.key && a?.value === b?.value && a?.unit === b?.unit);
}
