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

/** A parameter that chooses among more rows is not gone through. */
const MAX_ROWS = 6;

/** The variants of an object or a list: with the defaults of its parameters, and in either case of each condition in it, and with each row of mappings that a parameter chooses. */
export function objectVariants<Part extends MapNode | ListNode>(
  part: Part,
  { value }: EntryContent,
  declarations: Declarations,
  assumptions: readonly Assumption[] = [],
): readonly Variant<Part>[] {
  const own = textOf(valueAt(value, "Condition"));
  const around = [...assumptions, ...(own === undefined ? [] : [{ condition: own, holds: true }])];
  const conditions = new Set<string>();
  const keys = new Map<string, ReadonlySet<string>>();
  const byDefault = resolvedPart(part, {
    declarations,
    isUsual: true,
    see(call) {
      const condition = conditionOf(call);
      if (condition !== undefined) conditions.add(condition);
      const key = keyOf(call, declarations);
      if (key !== undefined) keys.set(key.parameter, new Set([...(keys.get(key.parameter) ?? []), ...key.rows]));
    },
  });
  const isThere = (): boolean =>
    around.every(({ condition, holds }) => conditionHolds(condition, { declarations, isUsual: true }) !== !holds);
  const found: Variant<Part>[] = byDefault !== part && isThere() ? [{ part: byDefault, when: "usual" }] : [];
  for (const [parameter, rows] of keys)
    if (rows.size <= MAX_ROWS)
      for (const value of rows)
        found.push({ part: withRow(part, parameter, value, declarations), when: { parameter, value } });
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

/** The rows of a mapping of which a parameter chooses one. */
function keyOf(
  { name, argument }: CallNode,
  { mappings, parameters }: Declarations,
): { readonly parameter: string; readonly rows: readonly string[] } | undefined {
  if (name !== "Fn::FindInMap" || argument.kind !== "list") return undefined;
  const [mapping, row] = argument.items;
  const parameter = refTarget(row) ?? "";
  const allowed = parameters.get(parameter)?.allowedValues;
  if (allowed === undefined) return undefined;
  return {
    parameter,
    rows: [...(mappings.get(textOf(mapping) ?? "")?.keys() ?? [])].filter((one) => allowed.includes(one)),
  };
}

/** A value with those of mappings where a parameter chooses a row. */
function withRow<Part extends MapNode | ListNode>(
  part: Part,
  parameter: string,
  row: string,
  { mappings }: Declarations,
): Part {
  return replaced(part, ({ name, argument, start, end }) => {
    const [mapping, key, column] = name === "Fn::FindInMap" && argument.kind === "list" ? argument.items : [];
    if (refTarget(key) !== parameter) return undefined;
    const value = mappings
      .get(textOf(mapping) ?? "")
      ?.get(row)
      ?.get(textOf(column) ?? "");
    return typeof value === "string" ? { kind: "scalar", value, text: value, style: "plain", start, end } : undefined;
  });
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
  if (node.kind === "call") {
    const other = by(node);
    // A branch may choose again.
    return other === undefined ? node : replaced(other, by);
  }
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
