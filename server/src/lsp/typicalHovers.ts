import { type Entry, entriesOf, type Template } from "../model/template.ts";
import { type Node, textOf, valueAt } from "../model/tree/node.ts";

/** Each is decoded for it. */
const MAX_TYPES = 24;

const MAX_HOVERS = 160;

/**
 * Places that somebody may point at, as offsets of the text: each type, the first key and function of each name in the first
 * resource of each type, and what stands there.
 */
export function typicalHovers(template: Template): readonly number[] {
  const names = new Set<string>(["Type"]);
  const places: number[] = [];
  for (const { value, offset } of firstOfTypes(template).values()) {
    const type = valueAt(value, "Type");
    if (type !== undefined) places.push(type.end + offset);
    look(value, offset);
  }
  return places.slice(0, MAX_HOVERS);

  function look(node: Node, offset: number): void {
    if (node.kind === "map") {
      for (const { key, value } of node.pairs) {
        note(key.text, key.end + offset, value, offset);
        look(value, offset);
      }
    } else if (node.kind === "list") {
      for (const item of node.items) look(item, offset);
    } else if (node.kind === "call") {
      note(node.name, node.nameSpan.end + offset, node.argument, offset);
      look(node.argument, offset);
    }
  }

  function note(name: string, place: number, value: Node, offset: number): void {
    if (names.has(name)) return;
    names.add(name);
    places.push(place);
    if (value.kind === "scalar") places.push(value.end + offset);
  }
}

/** The first resource of each type. */
function firstOfTypes(template: Template): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entriesOf(template, "Resources")) {
    const type = textOf(valueAt(entry.value, "Type"));
    if (type !== undefined && !first.has(type) && first.size < MAX_TYPES) first.set(type, entry);
  }
  return first;
}
