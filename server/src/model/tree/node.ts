import type { Span } from "../../text/span.ts";

/**
 * The tree of a template's values, the same for YAML and JSON.
 *
 * Offsets are relative to the unit that a node was parsed from: add the `offset` of the entry
 * (or section) that holds it. A node is immutable and outlives the edits that do not touch its unit.
 */
export type Node = ScalarNode | MapNode | ListNode | CallNode;

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface ScalarNode extends Span {
  readonly kind: "scalar";
  /** The value as YAML 1.2 core resolves it; `null` for an empty value. */
  readonly value: string | number | boolean | null;
  /** The characters of the value: unquoted, unescaped and folded, but never turned into a number. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** An unknown tag such as `!Foo`, kept as written. */
  readonly tag?: string;
}

export interface MapNode extends Span {
  readonly kind: "map";
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: ScalarNode;
  /** An absent value is an empty scalar with value `null`, placed behind the colon. */
  readonly value: Node;
  /** Set if the pair was merged in by `<<`: its spans then point at the anchor's text. */
  readonly merged?: true;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** An intrinsic function in any of its forms: `!Sub x`, `Fn::Sub: x`, `{"Fn::Sub": "x"}`, `Condition: x` inside a condition. */
export interface CallNode extends Span {
  readonly kind: "call";
  /** The long name: `Ref`, `Condition`, `Fn::Sub`, `Fn::GetAtt`, … */
  readonly name: string;
  /** The span of the name: `!Sub` with its sign, or the key without its quotes. */
  readonly nameSpan: Span;
  readonly form: "short" | "long";
  readonly argument: Node;
}

/** The pair of `map` whose key is `key`; the last one if the key is repeated. */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  if (node?.kind !== "map") return undefined;
  // A loop: rules ask for keys of thousands of maps after each edit.
  for (let index = node.pairs.length - 1; index >= 0; index--) {
    const pair = node.pairs[index];
    if (pair?.key.text === key) return pair;
  }
  return undefined;
}

/** The value under `key`, or `undefined` if `node` is no map or lacks the key. */
export function valueAt(node: Node | undefined, key: string): Node | undefined {
  return pairOf(node, key)?.value;
}

/** A map with other pairs. It is written out in the order of the readers: see “Code that runs cold” in docs/performance.md. */
export function mapWith({ kind, flow, start, end }: MapNode, pairs: readonly Pair[]): MapNode {
  return { kind, flow, pairs, start, end };
}

/** The same of a list. */
export function listWith({ kind, flow, start, end }: ListNode, items: readonly Node[]): ListNode {
  return { kind, flow, items, start, end };
}

/** The same of a function call. */
export function callWith({ kind, name, nameSpan, form, start, end }: CallNode, argument: Node): CallNode {
  return { kind, name, nameSpan, form, argument, start, end };
}

/** The same of a pair. */
export function pairWith({ key: before, merged }: Pair, value: Node, key: ScalarNode = before): Pair {
  return merged === undefined ? { key, value } : { key, value, merged };
}

/** The items of a list, or the one value that stands in place of a list. */
export function listItems(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return node.kind === "list" ? node.items : [node];
}

/** The characters of a scalar string; `undefined` for anything else (a number or boolean counts as its text). */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}

/** The name that a `Ref` refers to; `undefined` for anything else. */
export function refTarget(node: Node | undefined): string | undefined {
  return node?.kind === "call" && node.name === "Ref" ? textOf(node.argument) : undefined;
}

/** The text of `Type`: of a resource, a parameter or an event. */
export function typeNameOf(node: Node | undefined): string | undefined {
  return textOf(valueAt(node, "Type"));
}

/** The span of a scalar without its quotes; of anything else the whole. */
export function contentSpan(node: Node): Span {
  if (node.kind !== "scalar") return node;
  const quoted = node.style === "single" || node.style === "double";
  return quoted && node.end - node.start >= 2
    ? { start: node.start + 1, end: node.end - 1 }
    : { start: node.start, end: node.end };
}
