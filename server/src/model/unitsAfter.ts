import type { Piece, Split } from "./pieces.ts";
import type { PlacedUnit, Unit } from "./template.ts";
import { type EarlierUnits, unitPool } from "./unitPool.ts";

/** What became of earlier units: the first and the last of them are still there, others came between. */
export interface UnitsChange {
  readonly before: readonly PlacedUnit[];
  /** The first of the earlier units that is not there any more, and the first behind those. */
  readonly from: number;
  readonly to: number;
  readonly fresh: readonly PlacedUnit[];
  /** By how much the offsets of the last units have changed. */
  readonly moved: number;
}

/**
 * The units of a text that was split with the help of an earlier state. Those that the split takes over are not looked
 * at, and the same objects are used where the offset is the same, too.
 *
 * @param earlier the state that the split refers to
 * @param others units to look in where there is none
 * @param reader how a piece is read
 */
export function unitsAfter(
  text: string,
  split: Split,
  earlier: EarlierUnits | undefined,
  others: EarlierUnits,
  reader: (kind: Piece["kind"]) => (text: string) => Unit,
): { readonly units: readonly PlacedUnit[]; readonly change: UnitsChange } {
  const before = earlier?.units ?? [];
  const moved = earlier?.moved ?? 0;
  const gone = before.slice(split.head, before.length - split.tail);
  const find = unitPool(earlier === undefined ? others : { ...earlier, units: gone });
  const pieces = split.pieces.map((piece): PlacedUnit => {
    return { kind: piece.kind, offset: piece.start, unit: find(text, piece, reader(piece.kind)) };
  });
  const most = Math.min(gone.length, pieces.length);
  let first = 0;
  while (first < most && isSame(gone[first], pieces[first], 0)) first++;
  let last = 0;
  while (last < most - first && isSame(gone[gone.length - 1 - last], pieces[pieces.length - 1 - last], moved)) last++;
  const from = split.head + first;
  const to = before.length - split.tail - last;
  const fresh = pieces.slice(first, pieces.length - last);
  const tail = before.slice(to);
  const units = before.slice(0, from).concat(fresh, moved === 0 ? tail : tail.map((unit) => movedBy(unit, moved)));
  return { units, change: { before, from, to, fresh, moved } };
}

function isSame(before: PlacedUnit | undefined, now: PlacedUnit | undefined, moved: number): boolean {
  return (
    before !== undefined &&
    now !== undefined &&
    before.unit === now.unit &&
    before.kind === now.kind &&
    before.offset + moved === now.offset
  );
}

function movedBy({ unit, offset, kind }: PlacedUnit, by: number): PlacedUnit {
  return { kind, offset: offset + by, unit };
}
