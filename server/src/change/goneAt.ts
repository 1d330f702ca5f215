import { entriesOf, type Template } from "../model/template.ts";

/** Where a resource stood that the new template has no more: the end of what stands before it there. */
export function goneAt(id: string, before: Template, after: Template): number {
  const left = new Map(entriesOf(after, "Resources").map((entry) => [entry.name, entry]));
  const names = entriesOf(before, "Resources").map(({ name }) => name);
  for (let at = names.indexOf(id) - 1; at >= 0; at--) {
    const entry = left.get(names[at] ?? "");
    if (entry !== undefined) return after.text.slice(0, entry.offset + entry.value.end).trimEnd().length;
  }
  const section = after.sections.find(({ name }) => name === "Resources");
  return section === undefined ? 0 : section.offset + section.key.end;
}
