import { mayBecome } from "./values/pseudoParameters.ts";
import { calledFunction, isOpen, keyOf, textParts, type Value, type ValueMap } from "./values/value.ts";
import type { Path } from "./values/valueReader.ts";

/** A place at which two values differ. */
export interface Difference {
  readonly path: Path;
  /** `undefined` if there was, or is, nothing. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Whether both are certainly different once they are deployed. */
  readonly isCertain: boolean;
  /** Whether the same items stand in another order. */
  readonly isOrder: boolean;
}

/** Where two values differ, as deep as both have the same shape. */
export function differences(
  before: Value | undefined,
  after: Value | undefined,
  path: Path = [],
): readonly Difference[] {
  if (typeof before === "string" && before === after) return [];
  if (before === undefined && after === undefined) return [];
  if (isMap(before) && isMap(after)) return inMaps(before, after, path);
  if (isList(before) && isList(after)) return inLists(before, after, path);
  return [{ path, before, after, isCertain: !maybeSame(before, after), isOrder: false }];
}

function inMaps(before: ValueMap, after: ValueMap, path: Path): readonly Difference[] {
  const [one, other] = [calledFunction(before), calledFunction(after)];
  if (one === undefined && other === undefined)
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
      differences(before.get(key), after.get(key), [...path, key]),
    );
  if (keyOf(before) === keyOf(after)) return [];
  if (one?.[0] === "Fn::Base64" && other?.[0] === "Fn::Base64") return differences(one[1], other[1], path);
  const isCertain = rowsDiffer(one?.[1], other?.[1]) || !maybeSame(before, after);
  return [{ path, before, after, isCertain, isOrder: false }];
}

/** Whether a mapping is asked for the same row, and each has another value there: then it does not matter which one. */
function rowsDiffer(one: Value | undefined, other: Value | undefined): boolean {
  if (!isMap(one) || !isMap(other) || one.size !== 1 || other.size !== 1) return false;
  const [[asked, rows] = ["", ""]] = one;
  const others = other.get(asked);
  if (!isMap(rows) || !isMap(others)) return false;
  return [...rows].every(([row, value]) => keyOf(others.get(row)) !== keyOf(value));
}

function inLists(before: readonly Value[], after: readonly Value[], path: Path): readonly Difference[] {
  if (before.length === after.length) {
    const found = before.flatMap((item, index) => differences(item, after[index], [...path, String(index)]));
    return found.length > 1 && isReordered(before, after) ? [whole(before, after, path, true)] : found;
  }
  return [whole(before, after, path, false)];
}

function whole(before: readonly Value[], after: readonly Value[], path: Path, isOrder: boolean): Difference {
  return { path, before, after, isCertain: isOrder || !maybeSame(before, after), isOrder };
}

function isReordered(before: readonly Value[], after: readonly Value[]): boolean {
  const [one, other] = [before, after].map((items) => items.map(keyOf).sort().join());
  return one === other;
}

/** Something may be filled in at deployment that makes them equal. */
function maybeSame(before: Value | undefined, after: Value | undefined): boolean {
  if (before === undefined || after === undefined) {
    const there = before ?? after;
    // Whatever it is, only a choice may be nothing.
    return there !== undefined && calledFunction(there)?.[0] === "Fn::If";
  }
  if (typeof before === "string" && typeof after === "string") {
    if (mayBecome(before, after) || mayBecome(after, before)) return true;
    if (areApart(before, after)) return false;
  }
  return isOpen(before) || isOpen(after);
}

/** Whether two texts differ whatever fills them, since the same does: `${Name}-a` and `${Name}-b`. */
function areApart(before: string, after: string): boolean {
  const [one, other] = [textParts(before), textParts(after)];
  const haveSame = [...one.holes].sort().join() === [...other.holes].sort().join();
  if (!haveSame) return false;
  const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  if (length(one.texts) !== length(other.texts)) return true;
  // In the same order and of the same lengths, they stand opposite each other.
  return (
    one.holes.join() === other.holes.join() && one.texts.every((text, at) => text.length === other.texts[at]?.length)
  );
}

function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
