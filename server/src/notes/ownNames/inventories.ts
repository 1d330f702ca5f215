import type { Binding } from "../binding/bindings.ts";
import type { Note } from "../reading/note.ts";
import { EMPHASISED } from "../reading/terms.ts";

/** With fewer types, a list may be on each of them. */
const MIN_TYPES = 3;

/**
 * The items of lists and tables that go through what a project is made of, each with the spoken name of a type: `VPC`,
 * `Load balancer`, `Database`. Such an item says what there is, and little of it.
 *
 * @param bindings of a file
 */
export function inventoriesIn(bindings: readonly Binding[]): ReadonlySet<Note> {
  const lists = new Map<string, Map<Note, Set<string>>>();
  for (const { note, place, strength, key } of bindings) {
    if (note.kind !== "item" || note.naming === "question" || note.naming === "sentence") continue;
    if (place.kind !== "type" || strength <= EMPHASISED || key === "" || key.includes("::")) continue;
    const above = note.path.join("\n");
    const items = lists.get(above) ?? new Map<Note, Set<string>>();
    lists.set(above, items.set(note, (items.get(note) ?? new Set()).add(place.type)));
  }
  const found = [...lists.values()].filter((items) => new Set([...items.values()].map(first)).size >= MIN_TYPES);
  return new Set(found.flatMap((items) => [...items.keys()]));
}

function first(types: ReadonlySet<string>): string | undefined {
  return [...types][0];
}
