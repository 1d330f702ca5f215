import type { Segment, Segmentation } from "./segments.ts";
import type { PlacedUnit, Unit } from "./unit.ts";
import { type EarlierUnits, unitPool } from "./unitPool.ts";

/**
 * The units of a text that was split with the help of an earlier state. Those that the split takes over are not looked
 * at, and the same objects are used if the offset is the same, too.
 *
 * @param earlier the state that the split refers to
 * @param latest the state before this one, whose units are preferred for what is new
 * @param reader how a segment is read
 */
export function unitsAfter(
  text: string,
  { head, segments, tail }: Segmentation,
  earlier: EarlierUnits | undefined,
  latest: EarlierUnits,
  reader: (kind: Segment["kind"]) => (text: string) => Unit,
): readonly PlacedUnit[] {
  const before = earlier?.units ?? [];
  const moved = earlier?.moved ?? 0;
  const behind = before.length - tail;
  const find = unitPool(latest, head);
  const fresh = segments.map((segment): PlacedUnit => {
    return { kind: segment.kind, offset: segment.start, unit: find(text, segment, reader(segment.kind)) };
  });
  const rest = before.slice(behind);
  return before.slice(0, head).concat(fresh, moved === 0 ? rest : rest.map((unit) => movedBy(unit, moved)));
}

function movedBy({ unit, offset, kind }: PlacedUnit, by: number): PlacedUnit {
  return { kind, offset: offset + by, unit };
}
