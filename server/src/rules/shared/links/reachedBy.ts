import type { Node } from "../../../model/tree/node.ts";
import { nodesAt } from "../values/literals.ts";
import type { LinkedResource } from "./linkedResource.ts";

/**
 * The nodes that values name in the end: through resources of some types, one after the other, by the property of each.
 */
export function reachedBy(
  own: LinkedResource,
  values: readonly Node[],
  via: Readonly<Record<string, string>> = {},
): readonly Node[] {
  return Object.entries(via).reduce(
    (nodes, [type, property]) =>
      nodes.flatMap((node) => nodesAt(own.target(node, type)?.properties, property.split("."))),
    values,
  );
}
