import { type Node, textOf } from "../../../model/tree/node.ts";

/** The resource that a value names by `Ref`, `Fn::GetAtt`, or a `Fn::Sub` of nothing else. */
export function resourceTarget(node: Node | undefined): string | undefined {
  if (node?.kind !== "call") return undefined;
  const { name, argument } = node;
  if (name === "Ref") return textOf(argument);
  const text = argument.kind === "list" ? textOf(argument.items[0]) : textOf(argument);
  if (name === "Fn::GetAtt") return argument.kind === "list" ? text : text?.split(".", 1)[0];
  if (name === "Fn::Sub") return /^\$\{(\w+)(?:\.[\w.]+)?\}$/.exec(text ?? "")?.[1];
  return undefined;
}
