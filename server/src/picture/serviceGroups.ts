import { groupedBy } from "../text/groupedBy.ts";
import type { GraphNode, StackGraph } from "./stackGraph.ts";

/** The resources of one service. */
export interface ServiceGroup {
  /** `AWS::EC2`, or `Custom`. */
  readonly name: string;
  readonly members: readonly GraphNode[];
}

/** The service that a type belongs to. */
export function serviceOf(type: string): string {
  const [vendor = "", service] = type.split("::");
  return vendor === "Custom" || service === undefined ? vendor || "?" : `${vendor}::${service}`;
}

/** The resources by service, and which of these refer to which: a graph that stays small. */
export function serviceGroups({ nodes, edges }: StackGraph): {
  readonly groups: readonly ServiceGroup[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly count: number }[];
} {
  const services = groupedBy(nodes, ({ type }) => serviceOf(type));
  const groups = [...services].map(([name, members]) => ({ name, members }));
  const indexes = new Map(groups.map(({ name }, index) => [name, index]));
  const groupOf = nodes.map(({ type }) => indexes.get(serviceOf(type)) ?? 0);
  const counts = new Map<number, number>();
  for (const { from, to } of edges) {
    const [one = 0, other = 0] = [groupOf[from], groupOf[to]];
    const key = one * groups.length + other;
    if (one !== other) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    groups,
    edges: [...counts].map(([key, count]) => ({
      from: Math.floor(key / groups.length),
      to: key % groups.length,
      count,
    })),
  };
}

/** The part of a graph with the resources of one service, and those right beside them. */
export function aroundService({ nodes, edges }: StackGraph, service: string): StackGraph {
  const isInside = nodes.map(({ type }) => serviceOf(type) === service);
  const shown = new Set(isInside.flatMap((inside, index) => (inside ? [index] : [])));
  for (const { from, to } of edges)
    if (isInside[from] === true || isInside[to] === true) {
      shown.add(from);
      shown.add(to);
    }
  return partOf(
    { nodes, edges: edges.filter(({ from, to }) => isInside[from] === true || isInside[to] === true) },
    shown,
  );
}

/** A graph with some of its nodes only. */
export function partOf({ nodes, edges }: StackGraph, kept: ReadonlySet<number>): StackGraph {
  const indexes = new Map([...kept].sort((a, b) => a - b).map((old, index) => [old, index]));
  return {
    nodes: [...indexes.keys()].flatMap((old) => nodes[old] ?? []),
    edges: edges.flatMap((edge) => {
      const [from, to] = [indexes.get(edge.from), indexes.get(edge.to)];
      return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
    }),
  };
}
