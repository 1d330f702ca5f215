import type { Declarations, EntryContent } from "../../../model/template.ts";
import {
  type CallNode,
  type ListNode,
  listWith,
  type MapNode,
  mapWith,
  type Node,
  type Pair,
  pairWith,
  refTarget,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { assumedCases, type When } from "./assumedCases.ts";
import type { Assumption } from "./callSites.ts";
import { conditionHolds } from "./conditionHolds.ts";
import { resolvedPart } from "./resolvedValue.ts";

export interface Variant<Part> {
  readonly part: Part;
  readonly when: When;
}

/** More conditions of one object are not gone through. */
const MAX_CONDITIONS = 4;

/** The variants of an object or a list: with the defaults of its parameters, and in either case of each condition in it. */
export function objectVariants<Part extends MapNode | ListNode>(
  part: Part,
  { value }: EntryContent,
  declarations: Declarations,
  assumptions: readonly Assumption[] = [],
): readonly Variant<Part>[] {
  const own = textOf(valueAt(value, "Condition"));
  const around = [...assumptions, ...(own === undefined ? [] : [{ condition: own, holds: true }])];
  const conditions = new Set<string>();
  const byDefault = resolvedPart(part, {
    declarations,
    isUsual: true,
    see(call) {
      const condition = conditionOf(call);
      if (condition !== undefined) conditions.add(condition);
    },
  });
  const isThere = (): boolean =>
    around.every(({ condition, holds }) => conditionHolds(condition, { declarations, isUsual: true }) !== !holds);
  const found: Variant<Part>[] = byDefault !== part && isThere() ? [{ part: byDefault, when: "usual" }] : [];
  if (conditions.size === 0 || conditions.size > MAX_CONDITIONS) return found;
  for (const assumed of assumedCases([...conditions], around, declarations)) {
    const chosen = replaced(part, (call) => {
      const condition = conditionOf(call);
      const one = assumed.find((other) => other.condition === condition);
      return one && branchOf(call, one.holds);
    });
    found.push({ part: chosen, when: assumed });
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
function replaced<Part extends MapNode | ListNode>(node: Part, by: (call: CallNode) => Node | undefined): Part;
function replaced(node: Node, by: (call: CallNode) => Node | undefined): Node;
function replaced(node: Node, by: (call: CallNode) => Node | undefined): Node {
  if (node.kind === "call") return by(node) ?? node;
  if (node.kind === "map") {
    let pairs: Pair[] | undefined;
    // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index] as Pair;
      const value = replaced(pair.value, by);
      if (value !== pair.value) pairs ??= node.pairs.slice(0, index);
      // What is left out is not there.
      if (pairs !== undefined && (value === pair.value || refTarget(value) !== "AWS::NoValue"))
        pairs.push(value === pair.value ? pair : pairWith(pair, value));
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
