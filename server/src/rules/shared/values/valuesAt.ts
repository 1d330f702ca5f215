import { type Node, valueAt } from "../../../model/tree/node.ts";

/**
 * The values at a path of keys, through lists.
 *
 * @param from the index in the path of the key below the node
 */
export function nodesAt(node: Node | undefined, path: readonly string[], from = 0): readonly Node[] {
  let at = node;
  for (let index = from; at !== undefined; index++) {
    if (at.kind === "list") return at.items.flatMap((item) => nodesAt(item, path, index));
    const key = path[index];
    if (key === undefined) return [at];
    at = valueAt(at, key);
  }
  return [];
}
