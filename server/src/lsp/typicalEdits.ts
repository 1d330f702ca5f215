import { textOf, valueAt } from "../model/node.ts";
import { type Entry, entriesOf, type Template } from "../model/template.ts";

/** So many types of resources are looked at; each is decoded for it. */
const TYPES = 24;
/** So many properties of each. */
const PROPERTIES = 3;

/** The first resource of each type. */
export function firstOfTypes(template: Template): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entriesOf(template, "Resources")) {
    const type = textOf(valueAt(entry.value, "Type"));
    if (type !== undefined && !first.has(type) && first.size < TYPES) first.set(type, entry);
  }
  return first;
}

/** Behind the type and the first properties of a resource, as offsets of the text. */
export function placesIn({ value, offset }: Entry): readonly number[] {
  const properties = valueAt(value, "Properties");
  const keys = properties?.kind === "map" ? properties.pairs.slice(0, PROPERTIES).map(({ key }) => key) : [];
  return [valueAt(value, "Type"), ...keys].flatMap((node) => (node === undefined ? [] : [node.end + offset]));
}

/** The text while somebody begins a line above the one of `offset`: broken texts take other ways through the parser. */
export function halfTyped(
  { text, format }: Template,
  offset: number,
): { readonly text: string; readonly caret: number } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^ */.exec(text.slice(start, offset))?.[0] ?? "";
  const line = indent + (format === "json" ? '"T' : "T");
  return { text: `${text.slice(0, start)}${line}\n${text.slice(start)}`, caret: start + line.length };
}
