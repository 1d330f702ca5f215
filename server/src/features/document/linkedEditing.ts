import { entryAt } from "../../model/focus/focusAt.ts";
import type { Entry, Template } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { contentSpan, type Node, type Pair, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { asMap } from "../../model/yaml/asMap.ts";
import { scalarSource } from "../../model/yaml/scalarSource.ts";
import { type Span, shifted, touches } from "../../text/span.ts";

/**
 * The places of one name that is only known in the value around the caret, so that all of them can change while one is
 * typed: a variable of a `Fn::Sub` and the key that gives it its value, or what a `Fn::ForEach` calls its item. `[]`
 * elsewhere, also for names of entries: other templates and people know those.
 */
export function linkedEditing(template: Template, offset: number): readonly Span[] {
  const entry = entryAt(template, offset);
  if (entry === undefined) return [];
  const relative = offset - entry.offset;
  const groups = [...loopNames(entry, relative), ...subNames(entry.value, entry.unit.text, relative)];
  const found = groups.findLast((spans) => spans.length > 1 && spans.some((span) => touches(span, relative)));
  return (found ?? []).map((span) => shifted(span, entry.offset)).sort((a, b) => a.start - b.start);
}

/** The names of each loop around a place, the outermost first. */
function loopNames(entry: Entry, offset: number): readonly (readonly Span[])[] {
  const found: (readonly Span[])[] = [];
  const pair = { key: entry.key, value: entry.value };
  if (isLoop(pair)) found.push(...namesOfLoop(pair, entry.unit.text));
  for (const loop of pairsAround(entry.value, offset).filter(isLoop)) found.push(...namesOfLoop(loop, entry.unit.text));
  return found;
}

function isLoop({ key, value }: Pair): boolean {
  return isLoopKey(key.text) && value.kind === "list";
}

function namesOfLoop({ value }: Pair, unitText: string): readonly (readonly Span[])[] {
  if (value.kind !== "list") return [];
  const [identifier, , ...body] = value.items;
  const names = identifier?.kind === "list" ? identifier.items : [identifier];
  return names.flatMap((name) => {
    if (name?.kind !== "scalar" || !NAME.test(name.text)) return [];
    const uses: Span[] = [contentSpan(name)];
    for (const node of body) usesIn(node, name.text, unitText, uses);
    return [uses];
  });
}

const NAME = /^[A-Za-z0-9]+$/;

/** `${Name}`, `&{Name}` and `!Ref Name` in keys and values. An inner loop that declares the name again is left out. */
function usesIn(node: Node, name: string, unitText: string, uses: Span[]): void {
  if (node.kind === "scalar") textUses(node, name, unitText, uses);
  else if (node.kind === "list") for (const item of node.items) usesIn(item, name, unitText, uses);
  else if (node.kind === "call") {
    const { argument } = node;
    if (node.name === "Ref" && argument.kind === "scalar") {
      if (argument.text === name) uses.push(contentSpan(argument));
    } else if (asMap(node) !== undefined && isLoopKey(node.name)) {
      for (const pair of asMap(node)?.pairs ?? []) pairUses(pair, name, unitText, uses);
    } else if (node.name === "Fn::Sub" && argument.kind === "list" && valueAt(argument.items[1], name) !== undefined) {
      // In its text the name means its own variable.
      for (const item of argument.items.slice(1)) usesIn(item, name, unitText, uses);
    } else usesIn(argument, name, unitText, uses);
  } else for (const pair of node.pairs) if (!pair.merged) pairUses(pair, name, unitText, uses);
}

function pairUses(pair: Pair, name: string, unitText: string, uses: Span[]): void {
  if (isLoop(pair) && pair.value.kind === "list") {
    const [own] = pair.value.items;
    const names = own?.kind === "list" ? own.items : [own];
    if (names.some((one) => one?.kind === "scalar" && one.text === name)) return;
  }
  textUses(pair.key, name, unitText, uses);
  usesIn(pair.value, name, unitText, uses);
}

function textUses(node: ScalarNode, name: string, unitText: string, uses: Span[]): void {
  for (const sign of ["${", "&{"]) {
    const written = `${sign}${name}}`;
    for (let at = node.text.indexOf(written); at >= 0; at = node.text.indexOf(written, at + written.length))
      uses.push(sourceSpan(node, unitText, { start: at + 2, end: at + 2 + name.length }));
  }
}

function sourceSpan(node: ScalarNode, unitText: string, { start, end }: Span): Span {
  const source = scalarSource(node, unitText);
  return { start: source.toSource(start), end: source.toSource(end - 1) + 1 };
}

/** Each key of the `Fn::Sub` around a place, with the variables of its text that mean it. */
function subNames(node: Node, unitText: string, offset: number): readonly (readonly Span[])[] {
  const sub = innermostSub(node, offset);
  if (sub?.kind !== "list") return [];
  const [text, map] = sub.items;
  if (text?.kind !== "scalar" || map?.kind !== "map") return [];
  return map.pairs.map(({ key }) => [
    contentSpan(key),
    ...subVariables(text.text)
      .filter(({ name, literal }) => !literal && name === key.text)
      .map(({ nameSpan }) => sourceSpan(text, unitText, nameSpan)),
  ]);
}

function innermostSub(node: Node, offset: number): Node | undefined {
  if (!touches(node, offset)) return undefined;
  if (node.kind === "scalar") return undefined;
  const below =
    node.kind === "call" ? [node.argument] : node.kind === "list" ? node.items : node.pairs.map(({ value }) => value);
  for (const child of below) {
    const inner = innermostSub(child, offset);
    if (inner !== undefined) return inner;
  }
  return node.kind === "call" && node.name === "Fn::Sub" ? node.argument : undefined;
}

function pairsAround(node: Node, offset: number): readonly Pair[] {
  if (!touches(node, offset) || node.kind === "scalar") return [];
  if (node.kind === "list") return node.items.flatMap((item) => pairsAround(item, offset));
  const pairs = asMap(node)?.pairs;
  if (pairs === undefined) return node.kind === "call" ? pairsAround(node.argument, offset) : [];
  return pairs
    .filter(({ key, value }) => touches({ start: key.start, end: Math.max(key.end, value.end) }, offset))
    .flatMap((pair) => [pair, ...pairsAround(pair.value, offset)]);
}
