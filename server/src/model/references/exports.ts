import { type Span, shifted } from "../../text/span.ts";
import type { CallAround } from "../focus/callsAround.ts";
import { searchEntries } from "../incremental/searchEntries.ts";
import type { Entry, Template } from "../template.ts";
import { type CallNode, contentSpan, type Node, textOf, valueAt } from "../tree/node.ts";

/** An output that other stacks may import. */
export interface Export {
  /** The exported name, with `${…}` for what is filled in at deployment. */
  readonly name: string;
  readonly output: Entry;
  /** The span of the name, absolute. */
  readonly span: Span;
}

/** The exports of a template, in the order of the text. */
export function exportsOf(template: Template): readonly Export[] {
  return exporting(template, "Outputs").map(({ entry, found: { name, span } }) => ({
    name,
    output: entry,
    span: shifted(span, entry.offset),
  }));
}

const exporting = searchEntries(({ value }) => {
  const written = valueAt(valueAt(value, "Export"), "Name");
  const name = written === undefined ? undefined : writtenName(written);
  return written === undefined || name === undefined || name === "" ? undefined : { name, span: nameSpan(written) };
});

/** A place at which another stack's export is imported. */
export interface Import {
  /** The name, in the same form. */
  readonly name: string;
  /** The span of the name, absolute. */
  readonly span: Span;
}

/** The imports of a template. */
export function importsOf(template: Template): readonly Import[] {
  return (["Resources", "Outputs"] as const).flatMap((section) =>
    importing(template, section).flatMap(({ entry, found }) =>
      found.map(({ name, span }) => ({ name, span: shifted(span, entry.offset) })),
    ),
  );
}

const importing = searchEntries(({ unit, value }) => (unit.text.includes("ImportValue") ? [...importsIn(value)] : []));

function* importsIn(node: Node): Generator<Import> {
  if (node.kind === "list") for (const item of node.items) yield* importsIn(item);
  else if (node.kind === "map") for (const { value } of node.pairs) yield* importsIn(value);
  else if (node.kind === "call") {
    const name = node.name === "Fn::ImportValue" ? writtenName(node.argument) : undefined;
    if (name !== undefined) yield { name, span: nameSpan(node.argument) };
    else yield* importsIn(node.argument);
  }
}

/** The span of a name's text, also within a `Fn::Sub`; the whole of any other function. */
function nameSpan(node: Node): Span {
  if (node.kind === "call" && node.name === "Fn::Sub") {
    const text = node.argument.kind === "list" ? node.argument.items[0] : node.argument;
    if (text !== undefined) return nameSpan(text);
  }
  return contentSpan(node);
}

/** The name that the `Fn::ImportValue` around the caret imports, in the same form. */
export function importedName(around: readonly CallAround[]): string | undefined {
  const found = around.find(({ call }) => call.name === "Fn::ImportValue");
  return found === undefined ? undefined : writtenName(found.call.argument);
}

/** A name's text, with `${…}` for what functions fill in. */
function writtenName(node: Node): string | undefined {
  if (node.kind === "call") return calledName(node);
  return textOf(node);
}

function calledName({ name, argument }: CallNode): string | undefined {
  if (name === "Ref") return `\${${textOf(argument) ?? "…"}}`;
  if (name === "Fn::Sub") return textOf(argument.kind === "list" ? argument.items[0] : argument);
  if (name !== "Fn::Join" || argument.kind !== "list") return undefined;
  const [delimiter, parts] = argument.items;
  if (parts?.kind !== "list") return undefined;
  return parts.items.map((part) => writtenName(part) ?? "${…}").join(textOf(delimiter) ?? "");
}

const VARIABLE = /\$\{[^}]{0,300}\}/g;

/** Whether an imported name may be that of an export: variables may stand for anything, but something must be literal. */
export function mayBeSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [plainA, plainB] = [a.replace(VARIABLE, "*"), b.replace(VARIABLE, "*")];
  if (!/\w\w/.test(plainA) || !/\w\w/.test(plainB)) return false;
  if (plainA === plainB) return true;
  if (plainA.includes("*") === plainB.includes("*")) return false;
  return plainA.includes("*") ? matchesPattern(plainB, plainA) : matchesPattern(plainA, plainB);
}

/** Whether a name has the literal parts of a pattern in their order, the first and the last at its ends. */
function matchesPattern(name: string, pattern: string): boolean {
  const parts = pattern.split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!name.startsWith(first) || !name.endsWith(last) || name.length <= first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
