import type { Section, Template } from "../../model/template.ts";
import type { Node, Pair } from "../../model/tree/node.ts";

/** Whether two templates say the same in the same words: keys in their order, values, tags, functions in their forms, quotes. */
export function sameModel(a: Template, b: Template): boolean {
  return all(a.sections, b.sections, sameSection);
}

function sameSection(a: Section, b: Section): boolean {
  return (
    a.name === b.name &&
    sameNode(a.key, b.key) &&
    (a.value === undefined || b.value === undefined ? a.value === b.value : sameNode(a.value, b.value)) &&
    all(a.entries, b.entries, samePair)
  );
}

function samePair(a: Pick<Pair, "key" | "value">, b: Pick<Pair, "key" | "value">): boolean {
  return sameNode(a.key, b.key) && sameNode(a.value, b.value);
}

function sameNode(a: Node, b: Node): boolean {
  if (a.kind === "scalar") {
    return b.kind === a.kind && a.value === b.value && a.text === b.text && a.style === b.style && a.tag === b.tag;
  }
  if (a.kind === "call")
    return b.kind === a.kind && a.name === b.name && a.form === b.form && sameNode(a.argument, b.argument);
  if (a.kind === "list") return b.kind === a.kind && a.flow === b.flow && all(a.items, b.items, sameNode);
  return b.kind === a.kind && a.flow === b.flow && all(a.pairs, b.pairs, samePair);
}

function all<Part>(a: readonly Part[], b: readonly Part[], same: (a: Part, b: Part) => boolean): boolean {
  return a.length === b.length && a.every((part, index) => same(part, b[index] as Part));
}
