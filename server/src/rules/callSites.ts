import { type CallNode, type Node, textOf } from "../model/node.ts";
import type { Entry } from "../model/template.ts";

/** A function call and where it stands. */
export interface CallSite {
  readonly call: CallNode;
  /** The calls around it, outermost first. */
  readonly outer: readonly CallNode[];
  /** The key directly in the entry's value under which it stands: `Properties`, `Metadata`, `Value` …; `undefined` where the value itself is the call. */
  readonly attribute: string | undefined;
  /** What the branches of `Fn::If` around it take for granted. */
  readonly assumptions: readonly Assumption[];
  /** The keys from the attribute downwards, list indexes left out. */
  readonly keys: readonly string[];
}

/** A condition and what it is. */
export interface Assumption {
  readonly condition: string;
  readonly holds: boolean;
}

const known = new WeakMap<Node, readonly CallSite[]>();

/** All function calls of an entry, in the order of the text. Values merged in by `<<` are looked at where they are written only. */
export function callSites(entry: Entry): readonly CallSite[] {
  let sites = known.get(entry.value);
  if (sites === undefined) {
    const collected: CallSite[] = [];
    walk(entry.value, { outer: [], attribute: undefined, keys: [], assumptions: [] }, collected);
    sites = collected;
    known.set(entry.value, sites);
  }
  return sites;
}

type Place = Omit<CallSite, "call">;

function walk(node: Node, place: Place, sites: CallSite[]): void {
  if (node.kind === "map") {
    for (const { key, value, merged } of node.pairs) {
      if (merged || value.kind === "scalar") continue;
      if (place.attribute === undefined && place.outer.length === 0)
        walk(value, { ...place, attribute: key.text }, sites);
      else walk(value, { ...place, keys: [...place.keys, key.text] }, sites);
    }
  } else if (node.kind === "list") {
    for (const item of node.items) if (item.kind !== "scalar") walk(item, place, sites);
  } else if (node.kind === "call") {
    sites.push({ ...place, call: node });
    const { argument } = node;
    if (argument.kind === "scalar") return;
    const inner = { ...place, outer: [...place.outer, node] };
    if (node.name === "Fn::If" && argument.kind === "list") branches(argument.items, inner, sites);
    else walk(argument, inner, sites);
  }
}

function branches([condition, ...items]: readonly Node[], place: Place, sites: CallSite[]): void {
  const name = textOf(condition);
  for (const [index, item] of items.entries()) {
    if (item.kind === "scalar") continue;
    const assumption = name === undefined || index > 1 ? [] : [{ condition: name, holds: index === 0 }];
    walk(item, { ...place, assumptions: [...place.assumptions, ...assumption] }, sites);
  }
}
