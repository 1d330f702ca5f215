import { type Node, valueAt } from "../../../model/tree/node.ts";

/** The values at a path of keys, through lists. */
export function valuesAt(node: Node | undefined, [key, ...rest]: readonly string[]): readonly Node[] {
  if (node?.kind === "list")
    return node.items.flatMap((item) => valuesAt(item, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return node === undefined ? [] : [node];
  return valuesAt(valueAt(node, key), rest);
}
