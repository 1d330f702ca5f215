import { type Entry, entriesOf, type Template } from "../model/template.ts";
import { typeNameOf } from "../model/tree/node.ts";
import { waitingReferences } from "../rules/shared/links/waitsFor.ts";
import type { Span } from "../text/span.ts";
import { shifted } from "../text/span.ts";

/** A resource of a template. */
export interface GraphNode {
  readonly id: string;
  /** Empty if it has none. */
  readonly type: string;
  /** Its logical id in the text; absolute. */
  readonly span: Span;
  /** The whole resource; absolute. */
  readonly entry: Span;
}

/** One resource refers to another one, both by index; `from` waits for `to`. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** By what: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, each once. */
  readonly via: readonly string[];
  /** Whether other references say the same: `from` waits for somebody who waits for `to`. */
  readonly isImplied: boolean;
}

export interface StackGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The resources of a template and how they refer to each other, in the order of the text; whatever its conditions are. */
export function stackGraph(template: Template): StackGraph {
  const entries = entriesOf(template, "Resources");
  const indexes = new Map(entries.map(({ name }, index) => [name, index]));
  const targets = entries.map((entry, from) => targetsOf(entry, from, indexes));
  const implied = impliedTargets(targets.map((found) => [...found.keys()]));
  const edges = targets.flatMap((found, from) =>
    [...found].map(([to, via]) => ({ from, to, via: [...via], isImplied: implied[from]?.has(to) ?? false })),
  );
  const nodes = entries.map(({ name, key, value, offset }) => ({
    id: name,
    type: typeNameOf(value) ?? "",
    span: shifted(key, offset),
    entry: { start: key.start + offset, end: value.end + offset },
  }));
  return { nodes, edges };
}

function targetsOf(
  entry: Entry,
  from: number,
  indexes: ReadonlyMap<string, number>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const { name, via } of waitingReferences(entry)) {
    const to = indexes.get(name);
    if (to === undefined || to === from) continue;
    const known = found.get(to) ?? new Set();
    found.set(to, known.add(via));
  }
  return found;
}

/** With more, whose edges are implied takes longer than it helps. */
const MAX_NODES = 2000;

/** For each node: those of its targets that another one of its targets reaches. */
export function impliedTargets(targets: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  if (targets.length > MAX_NODES) return [];
  const reached: Uint8Array[] = [];
  const implied = targets.map(() => new Set<number>());
  for (const node of targetsFirst(targets)) {
    const reach = new Uint8Array(targets.length);
    for (const target of targets[node] ?? []) {
      const beyond = reached[target];
      // A node that closes a circle is not known yet, and implies nothing.
      for (let at = 0; beyond !== undefined && at < beyond.length; at++) if (beyond[at] === 1) reach[at] = 1;
    }
    for (const target of targets[node] ?? []) if (reach[target] === 1) implied[node]?.add(target);
    for (const target of targets[node] ?? []) reach[target] = 1;
    reached[node] = reach;
  }
  return implied;
}

/** All nodes, each behind those that it leads to, as far as they lead in no circle. */
export function targetsFirst(targets: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const next = new Int32Array(targets.length).fill(-1);
  for (let root = 0; root < targets.length; root++) {
    if (next[root] !== -1) continue;
    const path = [root];
    next[root] = 0;
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = next[node] ?? 0;
      const target = targets[node]?.[at];
      next[node] = at + 1;
      if (target === undefined) {
        path.pop();
        order.push(node);
      } else if (next[target] === -1) {
        next[target] = 0;
        path.push(target);
      }
    }
  }
  return order;
}
