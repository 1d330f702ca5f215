import type { Declarations, EntryContent } from "../../../model/template.ts";
import {
  type CallNode,
  listWith,
  type MapNode,
  mapWith,
  type Node,
  type Pair,
  pairWith,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { assumedCases, type When } from "./assumedCases.ts";
import type { Assumption } from "./callSites.ts";
import { conditionHolds } from "./conditionHolds.ts";
import { resolvedMap } from "./resolvedValue.ts";

export interface ObjectVariant {
  readonly map: MapNode;
  readonly when: When;
}

/** More conditions of one object are not gone through. */
const MAX_CONDITIONS = 4;

/** The variants of an object: with the defaults of its parameters, and in either case of each condition in it. */
export function objectVariants(
  map: MapNode,
  { value }: EntryContent,
  declarations: Declarations,
  assumptions: readonly Assumption[] = [],
): readonly ObjectVariant[] {
  const own = textOf(valueAt(value, "Condition"));
  const around = [...assumptions, ...(own === undefined ? [] : [{ condition: own, holds: true }])];
  const conditions = new Set<string>();
  const byDefault = resolvedMap(map, {
    declarations,
    isUsual: true,
    see(call) {
      const condition = conditionOf(call);
      if (condition !== undefined) conditions.add(condition);
    },
  });
  const isThere = (): boolean =>
    around.every(({ condition, holds }) => conditionHolds(condition, { declarations, isUsual: true }) !== !holds);
  const found: ObjectVariant[] = byDefault !== map && isThere() ? [{ map: byDefault, when: "usual" }] : [];
  if (conditions.size === 0 || conditions.size > MAX_CONDITIONS) return found;
  for (const assumed of assumedCases([...conditions], around, declarations)) {
    const chosen = replaced(map, (call) => {
      const condition = conditionOf(call);
      const one = assumed.find((other) => other.condition === condition);
      return one && branchOf(call, one.holds);
    });
    found.push({ map: chosen, when: assumed });
  }
  return found;
}

function conditionOf({ name, argument }: CallNode): string | undefined {
  return name === "Fn::If" && argument.kind === "list" ? textOf(argument.items[0]) : undefined;
}

function branchOf({ argument }: CallNode, holds: boolean): Node | undefined {
  return argument.kind === "list" ? argument.items[holds ? 1 : 2] : undefined;
}

/**
 * A value with others for some of its functions; the value itself if there are none. It copies only what differs, as
 * most does not.
 */
function replaced(node: MapNode, by: (call: CallNode) => Node | undefined): MapNode;
function replaced(node: Node, by: (call: CallNode) => Node | undefined): Node;
function replaced(node: Node, by: (call: CallNode) => Node | undefined): Node {
  if (node.kind === "call") return by(node) ?? node;
  if (node.kind === "map") {
    let pairs: Pair[] | undefined;
    // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index] as Pair;
      const value = replaced(pair.value, by);
      if (value === pair.value) continue;
      pairs ??= [...node.pairs];
      pairs[index] = pairWith(pair, value);
    }
    return pairs === undefined ? node : mapWith(node, pairs);
  }
  if (node.kind !== "list") return node;
  let items: Node[] | undefined;
  for (let index = 0; index < node.items.length; index++) {
    const item = node.items[index] as Node;
    const other = replaced(item, by);
    if (other === item) continue;
    items ??= [...node.items];
    items[index] = other;
  }
  return items === undefined ? node : listWith(node, items);
}
