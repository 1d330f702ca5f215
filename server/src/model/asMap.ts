import type { MapNode, Node, ScalarNode } from "./node.ts";

const maps = new WeakMap<Node, MapNode>();

/** A node as a map; a lone `Fn::Transform` or `Fn::ForEach::…` that looks like a call is a map with one pair here. */
export function asMap(node: Node | undefined): MapNode | undefined {
  if (node?.kind === "map") return node;
  if (node?.kind !== "call" || node.form !== "long") return undefined;
  const known = maps.get(node);
  if (known !== undefined) return known;
  const { start, end } = node.nameSpan;
  const key: ScalarNode = { kind: "scalar", value: node.name, text: node.name, style: "plain", start, end };
  const pairs = [{ key, value: node.argument }];
  const map: MapNode = { kind: "map", flow: false, pairs, start: node.start, end: node.end };
  maps.set(node, map);
  return map;
}
