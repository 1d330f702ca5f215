import { replacing, updates } from "./conditionalUpdates.json";
import type { Difference } from "./differences.ts";
import type { Detail } from "./resourceState.ts";
import { possibleValues } from "./sameness.ts";
import { isKnown, isList, type Value, type ValueMap, valueIdentity } from "./values/value.ts";

interface Case {
  readonly becomes: string;
  /** Both values are among these. */
  readonly among?: readonly string[];
  /** Neither value is, or may be, one of these. */
  readonly neither?: readonly string[];
  /** `null`: there was, or is, no value. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Nothing but keys of these names differs. */
  readonly only?: readonly string[];
}

/** The effect of an update of a property in this case, if AWS's data only says that it depends. */
export function conditionalUpdate(
  type: string,
  property: string | undefined,
  differences: readonly Difference[],
): Detail["interruption"] | undefined {
  const cases: readonly Case[] | undefined = updates.find(
    (one) => one.type === type && one.property === property,
  )?.cases;
  const found = cases?.find((one) => appliesTo(one, differences))?.becomes;
  return EFFECTS.find((effect) => effect === found);
}

/**
 * Whether a changed property replaces its resource although AWS's data names no replacement: without the policy that
 * prevents it, or where an item of the same name has another value.
 */
export function replacesUnusually(
  type: string,
  property: string | undefined,
  [before, after]: readonly [Value | undefined, Value | undefined],
  policy: Value | undefined,
): boolean {
  const found = replacing.find((one) => one.type === type && one.property === property);
  if (found === undefined) return false;
  if (found.without !== undefined) {
    if (policy !== undefined && !(policy instanceof Map)) return false;
    const allowed = (policy as ValueMap | undefined)?.get(found.without) ?? "false";
    return before !== undefined && allowed === "false";
  }
  if (!isList(before) || !isList(after) || !isKnown(before) || !isKnown(after)) return false;
  const [was, is] = [before, after].map((items) => new Map(items.map((item) => itemPair(item, found.items ?? []))));
  return [...(was ?? [])].some(([name, value]) => is?.has(name) === true && is.get(name) !== value);
}

/** The values of two keys of an item: its name, and what may not change. */
function itemPair(item: Value, keys: readonly string[]): readonly [string, string] {
  const [name = "", value = ""] = keys.map((key) => valueIdentity(item instanceof Map ? item.get(key) : undefined));
  return [name, value];
}

const EFFECTS = ["None", "Some", "Replacement"] as const;

function appliesTo({ among, neither, from, to, only }: Case, differences: readonly Difference[]): boolean {
  return (
    differences.every(({ before, after, path }) => {
      if (among !== undefined && ![before, after].every((value) => typeof value === "string" && among.includes(value)))
        return false;
      if (neither !== undefined && ![before, after].every((value) => isNoneOf(neither, value))) return false;
      if (from !== undefined && (before ?? null) !== from) return false;
      if (to !== undefined && (after ?? null) !== to) return false;
      return only === undefined || only.includes(path.at(-1) ?? "");
    }) &&
    (differences.length > 0 || [among, neither, from, to, only].every((one) => one === undefined))
  );
}

function isNoneOf(texts: readonly string[], value: Value | undefined): boolean {
  if (value === undefined) return true;
  const known = possibleValues(value);
  return known !== undefined && !texts.some((text) => known.includes(valueIdentity(text)));
}
