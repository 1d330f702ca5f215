import type { Reference } from "../../model/focus/focus.ts";
import { type Entry, entryOf } from "../../model/template.ts";
import { type Node, pairOf, textOf } from "../../model/tree/node.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import {
  bullets,
  code,
  type Language,
  oneLine,
  ownWords,
  type ReferenceContext,
  type ReferenceText,
  title,
  word,
} from "./context.ts";

/** Rows and values of a mapping that are shown. */
const MAX_SHOWN = 30;

/** A key of `Fn::FindInMap`, with the values that it gives. */
export function mappingReference(
  found: Reference,
  { template, language }: ReferenceContext,
): ReferenceText | undefined {
  const [mapping = "", first] = found.of ?? [];
  const entry = entryOf(template, "Mappings", mapping);
  if (entry === undefined) return undefined;
  const values =
    found.kind === "mappingKey"
      ? mappingRow(entry, pairOf(entry.value, found.name)?.value)
      : column(entry, found.name, first);
  const path =
    found.kind === "mappingKey" || first === undefined ? [mapping, found.name] : [mapping, first, found.name];
  return { facts: mappingFacts(path, values.length === 0 ? [word("noValue", language)] : values, language) };
}

/** The contents of a mapping at a path; one value stands in the same line. */
export function mappingFacts(path: readonly string[], values: readonly string[], language: Language): string {
  const head = oneLine(title(path.join(" / ")), word("mapping", language));
  return values.length === 1 ? oneLine(head, ...values) : paragraphs(head, bullets(...values));
}

/** The values under a first key. */
export function mappingRow(entry: Entry, row: Node | undefined): readonly string[] {
  if (row?.kind !== "map") return [];
  return row.pairs.slice(0, MAX_SHOWN).map(({ key, value }) => `${ownWords(key.text)}: ${valueText(entry, value)}`);
}

/** The values under a second key; under all first keys if the first is only known at deployment. */
function column(entry: Entry, name: string, first: string | undefined): readonly string[] {
  const rows = entry.value.kind === "map" ? entry.value.pairs : [];
  return rows
    .filter(({ key }) => first === undefined || key.text === first)
    .flatMap(({ key, value }) => {
      const pair = pairOf(value, name);
      return pair === undefined ? [] : [`${ownWords(key.text)}: ${valueText(entry, pair.value)}`];
    })
    .slice(0, MAX_SHOWN);
}

/** A value of a mapping as code: a scalar's text, or the items of a list. */
export function valueText({ unit }: Entry, node: Node): string {
  if (node.kind === "list") return code(node.items.map((item) => textOf(item) ?? "…").join(", "));
  return code(textOf(node) ?? unit.text.slice(node.start, node.end).slice(0, 100));
}
