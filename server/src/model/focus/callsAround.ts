import { touches } from "../../text/span.ts";
import type { CallNode, Node } from "../tree/node.ts";

/** A function around a place. */
export interface CallAround {
  readonly call: CallNode;
  /**
   * The index of the argument that holds the place; `undefined` if the arguments are no list, or the place is not in
   * them.
   */
  readonly index: number | undefined;
}

/** The functions below `node` whose arguments hold `offset` (relative to the unit), the outermost first. */
export function callsAround(node: Node, offset: number): readonly CallAround[] {
  const found: CallAround[] = [];
  let inner: Node | undefined = node;
  while (inner !== undefined && touches(inner, offset)) {
    if (inner.kind === "scalar") break;
    if (inner.kind === "map") inner = inner.pairs.find(({ value }) => touches(value, offset))?.value;
    else if (inner.kind === "list") inner = inner.items.find((item) => touches(item, offset));
    else {
      const { argument }: CallNode = inner;
      if (!touches(argument, offset)) break;
      const index: number = argument.kind === "list" ? argument.items.findIndex((item) => touches(item, offset)) : -1;
      found.push({ call: inner, index: index < 0 ? undefined : index });
      inner = argument;
    }
  }
  return found;
}
