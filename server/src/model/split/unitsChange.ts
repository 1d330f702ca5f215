import type { PlacedUnit } from "./unit.ts";

/**
 * The difference between the units of a text and those of an earlier one: some between the first and the last of them.
 */
export interface UnitsChange {
  /** The offset of the first earlier unit that is replaced. */
  readonly start: number;
  /** The offset of the first earlier unit after the replaced ones. */
  readonly end: number;
  /** The units that replace them. */
  readonly fresh: readonly PlacedUnit[];
  /** The unit after those. */
  readonly following: PlacedUnit | undefined;
  /** How far the following units have moved. */
  readonly moved: number;
}

export function unitsChange(before: readonly PlacedUnit[], now: readonly PlacedUnit[], moved: number): UnitsChange {
  const most = Math.min(before.length, now.length);
  let first = 0;
  while (first < most && isSameUnit(before[first], now[first], 0)) first++;
  let last = 0;
  while (last < most - first && isSameUnit(before[before.length - 1 - last], now[now.length - 1 - last], moved)) last++;
  return {
    start: before[first]?.offset ?? Number.POSITIVE_INFINITY,
    end: before[before.length - last]?.offset ?? Number.POSITIVE_INFINITY,
    fresh: now.slice(first, now.length - last),
    following: now[now.length - last],
    moved,
  };
}

function isSameUnit(before: PlacedUnit | undefined, now: PlacedUnit | undefined, moved: number): boolean {
  if (before === undefined || now === undefined) return false;
  return (
    (before === now && moved === 0) ||
    (before.unit === now.unit && before.kind === now.kind && before.offset + moved === now.offset)
  );
}
