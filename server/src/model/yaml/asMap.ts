import { memoBy } from "../../text/memoBy.ts";
import type { CallNode, MapNode, Node, ScalarNode } from "../tree/node.ts";

/** A node as a map; a lone `Fn::Transform` or `Fn::ForEach::…` that looks like a call is a map with one pair here. */
export function asMap(node: Node | undefined): MapNode | undefined {
  if (node?.kind === "map") return node;
  return node?.kind === "call" && node.form === "long" ? mapOf(node) : undefined;
}

const mapOf = memoBy(({ name, nameSpan, argument, start, end }: CallNode): MapNode => {
  const key: ScalarNode = { ...nameSpan, kind: "scalar", value: name, text: name, style: "plain" };
  return { kind: "map", flow: false, pairs: [{ key, value: argument }], start, end };
});
