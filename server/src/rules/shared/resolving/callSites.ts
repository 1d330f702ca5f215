import type { EntryContent } from "../../../model/template.ts";
import { type CallNode, type Node, textOf } from "../../../model/tree/node.ts";
import { memoBy } from "../../../text/memoBy.ts";

/** A function call and its place. */
export interface CallSite {
  readonly call: CallNode;
  /** The calls around it, outermost first. */
  readonly outer: readonly CallNode[];
  /** The key directly in the entry's value that it is below: `Properties`, `Metadata`, `Value` …; `undefined` if the value itself is the call. */
  readonly attribute: string | undefined;
  /** The assumptions of the branches of `Fn::If` around it. */
  readonly assumptions: readonly Assumption[];
  /** The keys from the attribute downwards, list indexes left out. */
  readonly keys: readonly string[];
}

/** A condition and what it is. */
export interface Assumption {
  readonly condition: string;
  readonly holds: boolean;
}

/** All function calls of an entry, in the order of the text. Values merged in by `<<` are looked at only at the anchor. */
export function callSites({ value }: EntryContent): readonly CallSite[] {
  return callsIn(value);
}

/** Whether an entry has an absent value; `true` may be wrong if a tag stands alone. */
export function mayHaveNull({ value }: EntryContent): boolean {
  return isNull(value) || walked(value).hasNull;
}

function isNull(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === null;
}

/** The same for a value outside of entries. */
export function callsIn(value: Node): readonly CallSite[] {
  return walked(value).sites;
}

const walked = memoBy((value: Node) => {
  const sites: CallSite[] = [];
  const place: Place = { outer: [], attribute: undefined, keys: [], assumptions: [], hasNull: false };
  walk(value, place, sites);
  return { sites, hasNull: place.hasNull };
});

/** The present place of a walk. It goes on by changing it: most of what it passes holds no call, and needs no copy. */
interface Place {
  readonly outer: CallNode[];
  readonly assumptions: Assumption[];
  readonly keys: string[];
  attribute: string | undefined;
  hasNull: boolean;
}

function walk(node: Node, place: Place, sites: CallSite[]): void {
  if (node.kind === "map") {
    const isTop = place.attribute === undefined && place.outer.length === 0;
    // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < node.pairs.length; index++) {
      const pair = node.pairs[index];
      if (pair === undefined || pair.merged) continue;
      const { key, value } = pair;
      if (value.kind === "scalar") {
        if (value.value === null) place.hasNull = true;
      } else if (isTop) {
        place.attribute = key.text;
        walk(value, place, sites);
        place.attribute = undefined;
      } else {
        place.keys.push(key.text);
        walk(value, place, sites);
        place.keys.pop();
      }
    }
  } else if (node.kind === "list") {
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index] as Node;
      if (item.kind !== "scalar") walk(item, place, sites);
      else if (item.value === null) place.hasNull = true;
    }
  } else if (node.kind === "call") {
    const { argument } = node;
    const { outer, assumptions, keys, attribute } = place;
    sites.push({ call: node, outer: [...outer], attribute, assumptions: [...assumptions], keys: [...keys] });
    if (argument.kind === "scalar") {
      if (argument.value === null) place.hasNull = true;
      return;
    }
    outer.push(node);
    if (node.name === "Fn::If" && argument.kind === "list") branches(argument.items, place, sites);
    else walk(argument, place, sites);
    outer.pop();
  }
}

function branches([condition, ...items]: readonly Node[], place: Place, sites: CallSite[]): void {
  const name = textOf(condition);
  if (isNull(condition)) place.hasNull = true;
  for (const [index, item] of items.entries()) {
    if (item.kind === "scalar") {
      if (item.value === null) place.hasNull = true;
      continue;
    }
    const isAssumed = name !== undefined && index < 2;
    if (isAssumed) place.assumptions.push({ condition: name, holds: index === 0 });
    walk(item, place, sites);
    if (isAssumed) place.assumptions.pop();
  }
}
