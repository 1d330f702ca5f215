import { updates } from "./conditionalUpdates.json";
import type { Difference } from "./differences.ts";
import type { Detail, ResourceState } from "./resourceState.ts";
import { possibleValues } from "./sameness.ts";
import { isKnown, isList, type Value, type ValueMap, valueIdentity } from "./values/value.ts";

interface Case {
  readonly becomes: string;
  /** Both values are among these. */
  readonly among?: readonly string[];
  /** Neither value is, or may be, one of these. */
  readonly neither?: readonly string[];
  /** `null`: there was, or is, no value of the property. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Nothing but keys of these names differs. */
  readonly only?: readonly string[];
  /** The update policy of the new template says true to this. */
  readonly policy?: string;
  /** Items of both values have the same first key and another second one. */
  readonly edited?: readonly string[];
}

type Whole = Pick<ResourceState, "parts">;

/** The effect of an update of a property in this case, if AWS's data only says that it depends; whether it is certain. */
export function conditionalUpdate(
  type: string,
  property: string | undefined,
  differences: readonly Difference[],
  before: Whole | undefined,
  after: Whole | undefined,
): { readonly interruption: Detail["interruption"]; readonly isCertain: boolean } | undefined {
  const row = updates.find((one) => one.type === type && one.property === property);
  const cases: readonly Case[] | undefined = row?.cases;
  const values = [before, after].map((side) => side?.parts.get(`Properties.${property}`)?.value);
  const policies = after?.parts.get("UpdatePolicy")?.value;
  const found = cases?.find((one) => fits(one, values, policies) && appliesTo(one, differences))?.becomes;
  const interruption = EFFECTS.find((effect) => effect === found);
  const asked = cases?.flatMap(({ policy }) => policy ?? []) ?? [];
  if (asked.length > 0 && after === undefined) return undefined;
  const isKnownPolicy = asked.every((key) => policies === undefined || isKnown(keyOf(policies, key) ?? policies));
  return interruption && { interruption, isCertain: row?.certain === true && isKnownPolicy && after !== undefined };
}

const EFFECTS = ["None", "Some", "Replacement"] as const;

function fits(
  { policy, edited }: Case,
  [before, after]: readonly (Value | undefined)[],
  policies: Value | undefined,
): boolean {
  if (policy !== undefined && keyOf(policies, policy) !== "true") return false;
  if (edited === undefined) return true;
  const [name = "", key = ""] = edited;
  const items = isList(after) ? after : [];
  return (isList(before) ? before : []).some((one) => {
    const now = items.find((other) => keyOf(other, name) !== undefined && keyOf(other, name) === keyOf(one, name));
    return now !== undefined && valueIdentity(keyOf(now, key)) !== valueIdentity(keyOf(one, key));
  });
}

function keyOf(value: Value | undefined, key: string): Value | undefined {
  return value instanceof Map ? (value as ValueMap).get(key) : undefined;
}

function appliesTo({ among, neither, from, to, only }: Case, differences: readonly Difference[]): boolean {
  return (
    differences.every(({ before, after, path }) => {
      if (among !== undefined && ![before, after].every((value) => typeof value === "string" && among.includes(value)))
        return false;
      if (neither !== undefined && ![before, after].every((value) => isNoneOf(neither, value))) return false;
      if (from !== undefined && (before ?? null) !== from) return false;
      if (to !== undefined && (after ?? null) !== to) return false;
      if ((from === null || to === null) && path.length > 0) return false;
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
