import { sameness } from "./sameness.ts";
import { calledFunction, isList, isWritten, type Value, type ValueMap, valueIdentity } from "./values/value.ts";
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

/** The places at which two values differ, as deep as both have the same shape. */
export function differences(
  before: Value | undefined,
  after: Value | undefined,
  path: Path = [],
): readonly Difference[] {
  if (typeof before === "string" && before === after) return [];
  if (before === undefined && after === undefined) return [];
  if ([before, after].some((value) => value !== undefined && !isWritten(value))) return [];
  if (isMap(before) && isMap(after)) return inMaps(before, after, path);
  if (isList(before) && isList(after)) return inLists(before, after, path);
  return here(before, after, path);
}

function here(before: Value | undefined, after: Value | undefined, path: Path): readonly Difference[] {
  const found = sameness(before, after);
  return found === "same" ? [] : [{ path, before, after, isCertain: found === "apart", isOrder: false }];
}

function inMaps(before: ValueMap, after: ValueMap, path: Path): readonly Difference[] {
  const [one, other] = [calledFunction(before), calledFunction(after)];
  if (one === undefined && other === undefined)
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
      differences(before.get(key), after.get(key), [...path, key]),
    );
  if (one?.[0] === "Fn::Base64" && other?.[0] === "Fn::Base64") return differences(one[1], other[1], path);
  return here(before, after, path);
}

function inLists(before: readonly Value[], after: readonly Value[], path: Path): readonly Difference[] {
  const written = [before, after].map((items) => items.filter(isWritten));
  if (written.some((items, side) => items.length < ([before, after][side]?.length ?? 0)))
    return differences(written[0], written[1], path);
  if (before.length === after.length) {
    const found = before.flatMap((item, index) => differences(item, after[index], [...path, String(index)]));
    return found.length > 1 && isReordered(before, after)
      ? [{ path, before, after, isCertain: true, isOrder: true }]
      : found;
  }
  return here(before, after, path);
}

function isReordered(before: readonly Value[], after: readonly Value[]): boolean {
  const [one, other] = [before, after].map((items) => items.map(valueIdentity).sort().join());
  return one === other;
}

function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}
