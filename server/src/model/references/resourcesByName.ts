import { Memo } from "../incremental/memo.ts";
import { type Entry, entriesOf, type Template } from "../template.ts";

const byName = new Memo<ReadonlyMap<string, Entry>>();

/** The resources of a template by their names. */
export function resourcesByName(template: Template): ReadonlyMap<string, Entry> {
  return byName.of(template, () => new Map(entriesOf(template, "Resources").map((entry) => [entry.name, entry])));
}
