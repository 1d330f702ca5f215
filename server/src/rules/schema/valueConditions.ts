import type { Condition, ValueSet } from "../../catalogue/values/valueSets.ts";
import { type MapNode, type Node, pairOf } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { isFalse } from "../shared/links/linkedResource.ts";
import type { Resolving } from "../shared/resolving/conditionHolds.ts";
import { mayResolve } from "../shared/resolving/resolvedValue.ts";
import { isSet, nodesAt } from "../shared/values/literals.ts";
import { arnAt, isMissing, isThere, scalarAt, textAt } from "./propertyPaths.ts";

/** Whether a set applies to the literal values, or may apply to what a parameter, mapping or condition gives. */
export function mayHold({ when }: ValueSet, map: MapNode): boolean {
  for (let index = 0; index < when.length; index++) {
    const one = when[index] as Condition;
    const { name, value, matchesHole } = one;
    if (value === "none") continue;
    const dot = name.indexOf(".");
    const pair = pairOf(map, dot < 0 ? name : name.slice(0, dot));
    // Most sets are of properties that are not there.
    if (
      pair === undefined
        ? !matchesHole || !isMet(one, map)
        : dot < 0 && pair.value.kind === "scalar" && !isMet(one, map)
    )
      return false;
  }
  return true;
}

/** Whether what a set is about is another one by parameters, mappings or conditions. */
export function mayVary(set: ValueSet, map: MapNode, usual: Resolving): boolean {
  const keys = keysOf(set);
  for (let index = 0; index < map.pairs.length; index++) {
    const pair = map.pairs[index];
    if (pair !== undefined && keys.has(pair.key.text) && hasOtherForms(pair.value, usual)) return true;
  }
  return false;
}

/** The keys that a set is about, and some of its values. */
export const keysOf: (set: ValueSet) => ReadonlySet<string> = memoBy(
  ({ when, unless = [], severity, says, way, ...said }) => {
    const requirements = Object.values(said).flatMap((one) =>
      Array.isArray(one)
        ? one
        : Object.entries(one)
            .flat(2)
            .filter((name) => typeof name === "string"),
    );
    const names = [...when.map(({ name }) => name), ...unless, ...requirements];
    return new Set(names.map((name) => name.split(".", 1)[0] ?? ""));
  },
);

function hasOtherForms(node: Node, usual: Resolving): boolean {
  if (node.kind === "call")
    return node.name === "Fn::If" || mayResolve(node, usual) || hasOtherForms(node.argument, usual);
  if (node.kind === "list") return node.items.some((item) => hasOtherForms(item, usual));
  return node.kind === "map" && node.pairs.some(({ value }) => hasOtherForms(value, usual));
}

/** Whether a set applies to an object as it is. */
export function holds({ when, unless = [] }: ValueSet, map: MapNode): boolean {
  return (
    when.every((one) => isMet(one, map)) &&
    !unless.some((name) => (name.includes(".") ? nodesAt(map, name.split(".")).length > 0 : isSet(map, name)))
  );
}

function isMet({ name, value, matchesHole }: Condition, map: MapNode): boolean {
  if (value === "set") return isThere(map, name);
  if (value === "none") return isMissing(map, name) || isFalse(scalarAt(map, name));
  // Most values are not literals, and a pattern is expensive on its first run.
  const text = textAt(map, name) ?? arnAt(map, name) ?? (matchesHole ? "{{" : undefined);
  return text !== undefined && value.test(text);
}
