import { countWhile } from "../../text/countWhile.ts";
import type { Span } from "../../text/span.ts";
import { type CallNode, type ListNode, type Node, type ScalarNode, valueAt } from "../tree/node.ts";
import { scalarSource } from "../yaml/scalarSource.ts";

/** The character in a script's text for a value that is known at deployment only. */
export const HOLE = "\uFFFC";

/** A value that a function puts into a script: one `HOLE` in the text. */
export interface Hole extends Span {
  /** The function that gives the value: a node of the template, or a name within a `Fn::Sub`. */
  readonly source: HoleSource;
  /** Relative to the entry. */
  readonly span: Span;
}

export type HoleSource =
  /** `Ref X`, `${X}`. */
  | { readonly kind: "ref"; readonly name: string }
  /** `Fn::GetAtt X.Y`, `${X.Y}`. */
  | { readonly kind: "getAtt"; readonly name: string; readonly attribute: string }
  /** Any other function, or a variable of a `Fn::Sub` with its value. */
  | { readonly kind: "node"; readonly node: Node };

/** The text of a script as a template composes it. */
export interface ScriptText {
  readonly text: string;
  /** The text that the value was parsed from. */
  readonly unitText: string;
  /** In the order of the text. */
  readonly holes: readonly Hole[];
  /** The span of a part of the text, relative to the entry; a part that spans several pieces runs from the first to the last. */
  toEntrySpan(span: Span): Span;
  /** The offset in the text for `offset` of the entry; `undefined` if that is no character of the script. */
  fromEntryOffset(offset: number): number | undefined;
}

interface Piece extends Span {
  /** Its source: a scalar from one of its characters on, or a span that stands for the whole piece. */
  readonly scalar?: ScalarNode;
  readonly from: number;
  readonly span: Span;
}

interface Draft {
  readonly unitText: string;
  readonly pieces: Piece[];
  readonly holes: Hole[];
  text: string;
}

/** Functions nested deeper are holes. */
const MAX_DEPTH = 30;

/** More text than this is not composed. */
const MAX_SCRIPT_LENGTH = 2_000_000;

/**
 * The text of a value that holds a script: scalars, `Fn::Base64`, `Fn::Sub`, `Fn::Join`, lists of lines, and the
 * branches of `Fn::If` one after the other. `unitText` is the text that the node was parsed from.
 */
export function scriptText(node: Node, unitText: string): ScriptText {
  const draft: Draft = { unitText, pieces: [], holes: [], text: "" };
  append(draft, node, 0);
  const { pieces, holes, text } = draft;
  return {
    text,
    unitText,
    holes,
    toEntrySpan: ({ start, end }) => {
      const first = entryOffset(unitText, pieces, start, "start") ?? node.start;
      return { start: first, end: Math.max(first, entryOffset(unitText, pieces, end, "end") ?? node.end) };
    },
    fromEntryOffset: (offset) => textOffset(unitText, pieces, offset),
  };
}

function append(draft: Draft, node: Node, depth: number): void {
  if (depth > MAX_DEPTH || draft.text.length > MAX_SCRIPT_LENGTH)
    return appendHole(draft, { kind: "node", node }, node);
  if (node.kind === "scalar") return appendScalar(draft, node, 0, node.text.length);
  if (node.kind === "list") return appendList(draft, node, "\n", depth);
  if (node.kind === "map") return appendHole(draft, { kind: "node", node }, node);
  appendCall(draft, node, depth);
}

function appendCall(draft: Draft, call: CallNode, depth: number): void {
  const { name, argument } = call;
  if (name === "Fn::Base64") return append(draft, argument, depth + 1);
  if (name === "Fn::Sub" && argument.kind === "scalar") return appendSub(draft, argument, undefined, depth);
  if (name === "Fn::Sub" && argument.kind === "list" && argument.items[0]?.kind === "scalar")
    return appendSub(draft, argument.items[0], argument.items[1], depth);
  if (name === "Fn::Join" && argument.kind === "list") {
    const [delimiter, list] = argument.items;
    if (delimiter?.kind === "scalar" && list?.kind === "list") return appendList(draft, list, delimiter.text, depth);
  }
  if (name === "Fn::If" && argument.kind === "list" && argument.items.slice(1).some(holdsLines)) {
    for (const branch of argument.items.slice(1)) if (!isNoValue(branch)) append(draft, branch, depth + 1);
    return;
  }
  appendHole(draft, holeSource(call), call);
}

function holeSource(call: CallNode): HoleSource {
  const { name, argument } = call;
  if (name === "Ref" && argument.kind === "scalar") return { kind: "ref", name: argument.text };
  if (name !== "Fn::GetAtt") return { kind: "node", node: call };
  if (argument.kind === "scalar") return namedHole(argument.text);
  const [resource, attribute] = argument.kind === "list" ? argument.items : [];
  return resource?.kind === "scalar" && attribute?.kind === "scalar"
    ? { kind: "getAtt", name: resource.text, attribute: attribute.text }
    : { kind: "node", node: call };
}

function sourceOfValue(node: Node): HoleSource {
  return node.kind === "call" ? holeSource(node) : { kind: "node", node };
}

function namedHole(name: string): HoleSource {
  const dot = name.indexOf(".");
  return dot < 0 ? { kind: "ref", name } : { kind: "getAtt", name: name.slice(0, dot), attribute: name.slice(dot + 1) };
}

function isNoValue(node: Node): boolean {
  return (
    node.kind === "call" &&
    node.name === "Ref" &&
    node.argument.kind === "scalar" &&
    node.argument.text === "AWS::NoValue"
  );
}

/** Whether a value is a piece of script rather than a word of one. */
function holdsLines(node: Node, index = 0, _all?: unknown, depth = 0): boolean {
  if (node.kind === "scalar") return /\n|cfn-|signal-resource/.test(node.text);
  if (depth > MAX_DEPTH) return false;
  const children = node.kind === "list" ? node.items : node.kind === "call" ? [node.argument] : [];
  return children.some((child) => holdsLines(child, index, undefined, depth + 1));
}

function appendScalar(draft: Draft, scalar: ScalarNode, from: number, to: number): void {
  if (to <= from) return;
  const start = draft.text.length;
  draft.text += scalar.text.slice(from, to);
  draft.pieces.push({ start, end: draft.text.length, scalar, from, span: scalar });
}

function appendList(draft: Draft, list: ListNode, delimiter: string, depth: number): void {
  list.items.forEach((item, index) => {
    if (index > 0 && delimiter !== "") {
      const start = draft.text.length;
      draft.text += delimiter;
      const span = { start: list.items[index - 1]?.end ?? item.start, end: item.start };
      draft.pieces.push({ start, end: draft.text.length, from: 0, span });
    }
    append(draft, item, depth + 1);
  });
}

function appendHole(draft: Draft, source: HoleSource, span: Span): void {
  const start = draft.text.length;
  draft.text += HOLE;
  const at = { start: span.start, end: span.end };
  draft.holes.push({ start, end: start + 1, source, span: at });
  draft.pieces.push({ start, end: start + 1, from: 0, span: at });
}

const VARIABLE = /\$\{(!?)([^{}\n]*)\}/g;

function appendSub(draft: Draft, scalar: ScalarNode, variables: Node | undefined, depth: number): void {
  let from = 0;
  for (const found of scalar.text.matchAll(VARIABLE)) {
    const [whole, literal, inner = ""] = found;
    appendScalar(draft, scalar, from, found.index);
    from = found.index + whole.length;
    if (literal) {
      // ${!X} is written ${X} in the script.
      appendScalar(draft, scalar, found.index, found.index + 2);
      appendScalar(draft, scalar, found.index + 3, from);
      continue;
    }
    const name = inner.trim();
    const value = valueAt(variables, name);
    if (value && holdsLines(value)) {
      append(draft, value, depth + 1);
      continue;
    }
    const source = scalarSource(scalar, draft.unitText);
    const span = { start: source.toSource(found.index), end: source.toSource(from) };
    appendHole(draft, value ? sourceOfValue(value) : namedHole(name), span);
  }
  appendScalar(draft, scalar, from, scalar.text.length);
}

/** The offset in the entry of the character at (or, for an end, before) `offset`. */
function entryOffset(
  unitText: string,
  pieces: readonly Piece[],
  offset: number,
  edge: "start" | "end",
): number | undefined {
  const piece = pieceAt(pieces, edge === "start" ? offset : offset - 1);
  if (!piece) return undefined;
  if (!piece.scalar) return edge === "start" ? piece.span.start : piece.span.end;
  return scalarSource(piece.scalar, unitText).toSource(piece.from + offset - piece.start);
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces[countWhile(pieces, ({ end }) => end <= offset)] ?? pieces.at(-1);
}

function textOffset(unitText: string, pieces: readonly Piece[], offset: number): number | undefined {
  // At the end of one piece the next may begin: that one is meant.
  let behind: number | undefined;
  for (const { start, end, scalar, from, span } of pieces) {
    if (offset < span.start || offset > span.end) continue;
    if (!scalar) {
      if (offset < span.end) return start;
      behind = end;
      continue;
    }
    const inScalar = scalarSource(scalar, unitText).toText(offset);
    if (inScalar === undefined || inScalar < from || inScalar > from + end - start) continue;
    if (inScalar < from + end - start) return start + inScalar - from;
    behind = end;
  }
  return behind;
}
