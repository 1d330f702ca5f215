import type { Template } from "../model/template.ts";
import type { CallNode, ScalarNode } from "../model/tree/node.ts";
import { startOfLine } from "../text/span.ts";
import type { ScriptOwner } from "./scriptOwner.ts";
import { insertionAt, type SignalEdit, type TextPlace } from "./textEdit.ts";

/**
 * The edits by which `Fn::Sub` reads a script that is a block of `Fn::Base64` alone, with what its lines get before
 * them; `undefined` for every other script.
 */
export function subEdits(
  { text }: Template,
  { entry, userData }: ScriptOwner,
): { readonly edits: readonly SignalEdit[]; readonly deeper: string } | undefined {
  if (userData?.kind !== "call" || userData.name !== "Fn::Base64") return undefined;
  const { argument } = userData;
  if (argument.kind !== "scalar" || argument.style !== "literal") return undefined;
  const place: TextPlace = { text, offset: entry.offset };
  const { tag, deeper } = subTag(place, argument, userData);
  return { edits: [...keptVariables(place, argument), ...tag, ...indented(place, argument, deeper)], deeper };
}

/** Edits that keep `Fn::Sub` from reading what only looks like a variable of it. */
export function keptVariables({ text, offset }: TextPlace, scalar: ScalarNode): SignalEdit[] {
  const start = scalar.start + offset;
  const source = text.slice(start, scalar.end + offset);
  return [...source.matchAll(/\$\{(?!!)/g)].map(({ index }) => ({
    span: insertionAt(start + index + 2),
    newText: "!",
  }));
}

/** `!Base64 |` can't take a second tag: it becomes a key of its own, its text deeper than that if it is not yet. */
export function subTag(
  { text, offset }: TextPlace,
  scalar: ScalarNode,
  base64: CallNode,
): { readonly tag: readonly SignalEdit[]; readonly deeper: string } {
  const start = scalar.start + offset;
  if (base64.form === "long") return { tag: [{ span: insertionAt(start), newText: "!Sub " }], deeper: "" };
  const tag = base64.nameSpan.start + offset;
  const before = text.slice(startOfLine(text, tag), tag);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const content = /\n([ \t]*)\S/.exec(text.slice(start, scalar.end + offset))?.[1] ?? "";
  if (before === indent) {
    const span = { start: tag, end: start };
    return { tag: [{ span, newText: "Fn::Base64: !Sub " }], deeper: content.length > indent.length ? "" : "  " };
  }
  const span = { start: tag - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: start };
  return { tag: [{ span, newText: `\n${indent}  Fn::Base64: !Sub ` }], deeper: "  " };
}

/** The lines of a block scalar with more indentation. */
export function indented({ text, offset }: TextPlace, scalar: ScalarNode, deeper: string): readonly SignalEdit[] {
  if (deeper === "") return [];
  const start = scalar.start + offset;
  const content = text.slice(start, scalar.end + offset);
  return [...content.matchAll(/\n(?=[ \t]*[^\s])/g)].map(({ index }) => ({
    span: insertionAt(start + index + 1),
    newText: deeper,
  }));
}
