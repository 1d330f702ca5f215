import type { Span } from "../../text/span.ts";
import { shifted } from "../../text/span.ts";
import type { Reference, ReferenceKind } from "../focus/focus.ts";
import { references } from "../focus/references.ts";
import { type Entry, entriesOf, entryOf, type SectionName, type Template } from "../template.ts";
import { contentSpan, type Node, type Pair, pairOf } from "../tree/node.ts";

/** A declaration that can be referred to. */
export interface Definition {
  readonly entry: Entry;
  /** The declared name, absolute, without quotes. */
  readonly span: Span;
  /** The declaration as a whole, absolute. */
  readonly whole: Span;
}

/** The sections in which names of this kind are declared, in the order in which they are looked up. */
const SECTIONS: Readonly<Partial<Record<ReferenceKind, readonly SectionName[]>>> = {
  ref: ["Parameters", "Resources"],
  resource: ["Resources"],
  attribute: ["Resources"],
  dependsOn: ["Resources"],
  condition: ["Conditions"],
  mapping: ["Mappings"],
  scriptResource: ["Resources"],
  parameter: ["Parameters"],
};

/** The declarations that a reference names; `[]` if there are none. */
export function definitionsOf(template: Template, from: Entry, reference: Reference): readonly Definition[] {
  const { kind, of = [] } = reference;
  if (kind === "mappingKey" || kind === "mappingValue") return mappingKeys(template, reference);
  if (kind === "subVariable") return subVariable(from, reference);
  const name = kind === "attribute" ? of[0] : reference.name;
  if (name === undefined) return [];
  for (const section of SECTIONS[kind] ?? []) {
    const entry = entryOf(template, section, name);
    if (entry !== undefined) return [definitionOfEntry(entry)];
  }
  return [];
}

export function definitionOfEntry(entry: Entry): Definition {
  const { key, value, offset } = entry;
  const whole = { start: key.start + offset, end: Math.max(key.end, value.end) + offset };
  return { entry, span: shifted(contentSpan(key), offset), whole };
}

function mappingKeys(template: Template, { kind, name, of = [] }: Reference): readonly Definition[] {
  const [mapping, first] = of;
  const entry = mapping === undefined ? undefined : entryOf(template, "Mappings", mapping);
  if (entry === undefined) return [];
  const place = (pair: Pair | undefined): readonly Definition[] =>
    pair === undefined ? [] : [keyDefinition(entry, pair)];
  if (kind === "mappingKey") return place(pairOf(entry.value, name));
  if (first !== undefined) return place(pairOf(pairOf(entry.value, first)?.value, name));
  // The first key is only known at deployment: every second key of that name may be meant.
  const pairs = entry.value.kind === "map" ? entry.value.pairs : [];
  return pairs.flatMap(({ value }) => place(pairOf(value, name)));
}

function keyDefinition(entry: Entry, { key, value }: Pair): Definition {
  const whole = { start: key.start + entry.offset, end: Math.max(key.end, value.end) + entry.offset };
  return { entry, span: shifted(contentSpan(key), entry.offset), whole };
}

function subVariable(entry: Entry, reference: Reference): readonly Definition[] {
  const pair = variablePair(entry.value, reference);
  return pair === undefined ? [] : [keyDefinition(entry, pair)];
}

/** The pair that gives a `Fn::Sub` variable its value, in the innermost call around its use. */
function variablePair(node: Node, use: Reference): Pair | undefined {
  if (use.start < node.start || use.end > node.end) return undefined;
  if (node.kind === "scalar") return undefined;
  if (node.kind === "list") return firstOf(node.items, use);
  if (node.kind === "map")
    return firstOf(
      node.pairs.map(({ value }) => value),
      use,
    );
  const inner = variablePair(node.argument, use);
  if (inner !== undefined || node.name !== "Fn::Sub" || node.argument.kind !== "list") return inner;
  return pairOf(node.argument.items[1], use.name);
}

function firstOf(nodes: readonly Node[], use: Reference): Pair | undefined {
  for (const node of nodes) {
    const found = variablePair(node, use);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A use of a declared name, absolute. */
export interface Use extends Span {
  readonly entry: Entry;
  readonly kind: ReferenceKind;
}

/** Everywhere an entry is referred to by its name, without its declaration. */
export function usesOf(template: Template, target: Entry): readonly Use[] {
  const uses: Use[] = [];
  for (const { entries } of template.sections) {
    for (const entry of entries) {
      for (const reference of references(entry)) {
        if (reference.name !== target.name || !namesEntry(template, reference, target)) continue;
        uses.push({ entry, kind: reference.kind, ...shifted(reference, entry.offset) });
      }
    }
  }
  return uses;
}

function namesEntry(template: Template, { kind, name }: Reference, target: Entry): boolean {
  if (kind === "attribute") return false;
  const sections = SECTIONS[kind] ?? [];
  const section = sections.find((candidate) => entriesOf(template, candidate).some((entry) => entry.name === name));
  return section === target.section;
}
