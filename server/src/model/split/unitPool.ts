import type { TextDelta } from "./textDelta.ts";
import type { PlacedUnit, Unit } from "./unit.ts";

/** Gives the unit for a segment of the text. */
export type UnitPool = (text: string, segment: UnitSegment, read: (text: string) => Unit) => Unit;

interface UnitSegment {
  readonly start: number;
  readonly end: number;
  readonly kind: PlacedUnit["kind"];
}

/** The units of an earlier text, and what the new one has in common with that. */
export interface EarlierUnits extends TextDelta {
  readonly units: readonly PlacedUnit[];
}

/**
 * Finds an earlier unit with exactly the text of a segment, or reads one.
 *
 * @param first the unit that is most likely that of the first segment
 */
export function unitPool({ units, ...same }: EarlierUnits, first = 0): UnitPool {
  let next = first;
  let headers: ReadonlyMap<string, number> | undefined;
  let others: ReadonlyMap<string, number> | undefined;
  return (text, { start, end, kind }, read) => {
    // The header of a section is read otherwise than a pair with the same text.
    const header = kind === "header";
    // Text around an edit mostly comes in the old order: look at the expected unit before asking the map.
    const expected = units[next];
    if (expected !== undefined && expected.unit.text.length === end - start && isHeader(expected) === header) {
      const { offset, unit } = expected;
      const untouched =
        (offset === start && end <= same.start) || (offset + same.moved === start && start >= text.length - same.end);
      if (untouched || text.startsWith(unit.text, start)) {
        next++;
        return unit;
      }
    }
    const segment = text.slice(start, end);
    // A unit that was edited is new, unless the edit was undone: then reading it again costs less than the map.
    if (expected !== undefined && isEdited(expected, start, end, text.length)) {
      next++;
      return read(flat(segment));
    }
    if (header) headers ??= indicesByText(units, true);
    else others ??= indicesByText(units, false);
    const position = (header ? headers : others)?.get(segment);
    const found = position === undefined ? undefined : units[position];
    if (position === undefined || found === undefined) {
      next++;
      return read(flat(segment));
    }
    // Go on behind the unit that was found, so that one removed or added entry does not cost the order.
    if (position >= next) next = position + 1;
    return found.unit;
  };

  /** Whether all changes are in one unit, which is the segment now. */
  function isEdited({ offset, unit }: PlacedUnit, start: number, end: number, length: number): boolean {
    if (offset !== start || unit.text.length + same.moved !== end - start) return false;
    return start < same.start && end > length - same.end;
  }
}

/** By text, the first unit that has it. */
function indicesByText(units: readonly PlacedUnit[], header: boolean): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (let index = units.length - 1; index >= 0; index--) {
    const placed = units[index];
    if (placed !== undefined && isHeader(placed) === header) indices.set(placed.unit.text, index);
  }
  return indices;
}

function isHeader({ kind }: PlacedUnit): boolean {
  return kind === "header";
}

/** A copy that does not keep the whole document alive, as a slice does in V8. */
function flat(segment: string): string {
  return segment.length < 64 ? segment : ` ${segment}`.slice(1);
}
