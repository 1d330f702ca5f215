import { type Node, textOf } from "../../../model/tree/node.ts";
import type { Assumption } from "./callSites.ts";

/** A value that another may be, and what must hold of conditions for it. */
export interface ValueBranch {
  readonly node: Node;
  readonly assumptions: readonly Assumption[];
}

/** The possible nodes of a value: itself, or the branches of `Fn::If`. */
export function valueBranches(node: Node | undefined, assumptions: readonly Assumption[] = []): readonly ValueBranch[] {
  if (node === undefined) return [];
  if (node.kind !== "call" || node.name !== "Fn::If" || node.argument.kind !== "list") return [{ node, assumptions }];
  const [name, yes, no] = node.argument.items;
  const condition = textOf(name);
  if (condition === undefined) return [];
  return [
    ...valueBranches(yes, [...assumptions, { condition, holds: true }]),
    ...valueBranches(no, [...assumptions, { condition, holds: false }]),
  ];
}
