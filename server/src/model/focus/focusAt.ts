import { type TextWord, wordAt } from "../../scripts/wordAt.ts";
import { countWhile } from "../../text/countWhile.ts";
import { type Span, shifted, touches } from "../../text/span.ts";
import type { Entry, Section, Template } from "../template.ts";
import { type CallNode, contentSpan, type Node, type Pair, type ScalarNode, typeNameOf } from "../tree/node.ts";
import { scalarSource } from "../yaml/scalarSource.ts";
import type { Focus, Path, Place } from "./focus.ts";
import { loopBodies } from "./loopBodies.ts";
import { referenceAt } from "./references.ts";

/** What is under the caret; `undefined` on white space and comments. */
export function focusAt(template: Template, offset: number): Focus | undefined {
  for (const section of template.sections) {
    const relative = offset - section.offset;
    if (touches(section.key, relative)) return sectionFocus(section);
    if (section.value !== undefined && touches(section.value, relative)) return sectionValueFocus(section, relative);
  }
  const entry = entryAt(template, offset);
  return entry === undefined ? undefined : entryFocus(entry, offset - entry.offset);
}

/** The entry whose text holds `offset`. */
export function entryAt(template: Template, offset: number): Entry | undefined {
  for (const { entries } of template.sections) {
    // Most sections end before it.
    const last = entries.at(-1);
    if (last === undefined || !isBeforeEnd(last, offset)) continue;
    const entry = entries[lastBefore(entries, offset)];
    if (entry !== undefined && isBeforeEnd(entry, offset)) return entry;
  }
  return undefined;
}

function isBeforeEnd({ key, value, offset: by }: Entry, offset: number): boolean {
  return offset - by <= Math.max(key.end, value.end);
}

/** The index of the last entry that begins at `offset` or before it; -1 if none does. */
function lastBefore(entries: readonly Entry[], offset: number): number {
  return countWhile(entries, ({ key, offset: by }) => key.start + by <= offset) - 1;
}

function sectionFocus(section: Section): Focus {
  const span = shifted(contentSpan(section.key), section.offset);
  return { kind: "section", section, span, place: { in: "section", section: section.name } };
}

function sectionValueFocus(section: Section, relative: number): Focus | undefined {
  const leaf = section.value === undefined ? undefined : leafAt(section.value, relative, []);
  if (leaf?.role !== "scalar") return undefined;
  const place: Place = { in: "section", section: section.name };
  return scalarFocus(leaf.node, relative, place, section.offset, "", false);
}

function entryFocus(written: Entry, relative: number): Focus | undefined {
  // What a loop repeats is a resource or an output like others.
  const body = loopBodies(written).find(({ key, value }) => touches(key, relative) || touches(value, relative));
  const entry = body ?? written;
  const { key, value, offset } = entry;
  if (touches(key, relative)) {
    return { kind: "name", entry, span: shifted(contentSpan(key), offset), place: placeOf(entry, []) };
  }
  const leaf = leafAt(value, relative, []);
  if (leaf === undefined) return undefined;
  const place = placeOf(entry, leaf.path);
  if (leaf.role === "function") {
    return { kind: "function", call: leaf.call, span: shifted(leaf.call.nameSpan, offset), place };
  }
  const reference = referenceAt(written, relative);
  if (reference !== undefined) {
    return { kind: "reference", reference, span: shifted(reference, offset), place };
  }
  if (leaf.role === "key") {
    const span = shifted(contentSpan(leaf.pair.key), offset);
    return { kind: "key", name: leaf.pair.key.text, value: leaf.pair.value, span, place };
  }
  if (place.in === "resource" && place.attribute === "Type" && place.path.length === 0) {
    return { kind: "type", type: leaf.node.text, span: shifted(contentSpan(leaf.node), offset), place };
  }
  return scalarFocus(leaf.node, relative, place, offset, entry.unit.text, isScriptPlace(place));
}

function scalarFocus(
  scalar: ScalarNode,
  relative: number,
  place: Place,
  offset: number,
  unitText: string,
  script: boolean,
): Focus {
  const whole = contentSpan(scalar);
  const { text } = scalar;
  if (unitText !== "" && (script || /\s/.test(text.trim()) || text.startsWith("{"))) {
    const source = scalarSource(scalar, unitText);
    const textOffset = source.toText(relative);
    const word = textOffset === undefined ? undefined : wordAt(text, textOffset);
    if (word !== undefined && textOffset !== undefined) {
      const span = shifted(sourceSpan(word, source), offset);
      return { kind: "word", word: word.name, text, textOffset, script, scalar, span, place };
    }
  }
  return { kind: "value", scalar, span: shifted(whole, offset), place };
}

function sourceSpan({ nameSpan }: TextWord, source: { toSource(offset: number): number }): Span {
  return {
    start: source.toSource(nameSpan.start),
    end: source.toSource(Math.max(nameSpan.start, nameSpan.end - 1)) + 1,
  };
}

type Leaf =
  | { readonly role: "key"; readonly pair: Pair; readonly path: Path }
  | { readonly role: "function"; readonly call: CallNode; readonly path: Path }
  | { readonly role: "scalar"; readonly node: ScalarNode; readonly path: Path };

/**
 * The innermost key or value below `node` that holds `offset` (relative to the unit). The path goes by keys and list
 * indexes; functions are passed through, so that a value in a branch of `Fn::If` has the path of the `Fn::If`.
 */
function leafAt(node: Node, offset: number, path: Path): Leaf | undefined {
  if (!touches(node, offset)) return undefined;
  if (node.kind === "scalar") return { role: "scalar", node, path };
  if (node.kind === "call") return callLeaf(node, offset, path);
  if (node.kind === "list") return listLeaf(node.items, offset, path, true);
  for (const pair of node.pairs) {
    if (pair.merged) continue;
    if (touches(pair.key, offset)) return { role: "key", pair, path: [...path, pair.key.text] };
    if (!touches(pair.value, offset)) continue;
    const leaf = leafAt(pair.value, offset, [...path, pair.key.text]);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

function callLeaf(call: CallNode, offset: number, path: Path): Leaf | undefined {
  if (touches(call.nameSpan, offset)) return { role: "function", call, path };
  const { argument } = call;
  if (argument.kind !== "list") return leafAt(argument, offset, path);
  for (const item of argument.items) {
    // Lists in the arguments of a function are not the value of the property; the branches of `Fn::If` are.
    const inner = item.kind === "list" && call.name !== "Fn::If";
    const leaf = inner ? listLeaf(item.items, offset, path, false) : leafAt(item, offset, path);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

function listLeaf(items: readonly Node[], offset: number, path: Path, indexed: boolean): Leaf | undefined {
  for (const [index, item] of items.entries()) {
    const leaf = leafAt(item, offset, indexed ? [...path, index] : path);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

/** The place of a path below an entry's value. */
export function placeOf(entry: Entry, path: Path): Place {
  const { section, name } = entry;
  if (section !== "Resources") return { in: "entry", entry, section, name, path };
  const attribute = path[0] === undefined ? undefined : String(path[0]);
  return { in: "resource", entry, logicalId: name, type: typeNameOf(entry.value), attribute, path: path.slice(1) };
}

const SCRIPT_PROPERTIES: ReadonlySet<string | number | undefined> = new Set([
  "UserData",
  "BuildSpec",
  "ZipFile",
  "InlineCode",
]);

/** Whether a string at this place is a script, or a file's content that may hold one. */
export function isScriptPlace(place: Place): boolean {
  if (place.in !== "resource") return false;
  const keys = place.path.filter((part) => typeof part === "string");
  if (place.attribute === "Properties") {
    if (SCRIPT_PROPERTIES.has(keys.at(-1))) return true;
    // The scripts of an SSM document: `mainSteps[].inputs.runCommand`.
    return keys[0] === "Content" && /command|script/i.test(keys.at(-1) ?? "");
  }
  if (place.attribute !== "Metadata" || keys[0] !== "AWS::CloudFormation::Init") return false;
  return keys.includes("commands") || (keys.includes("files") && keys.at(-1) === "content");
}
