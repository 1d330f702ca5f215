import { ownParts } from "../../../catalogue/sam/samKinds.ts";
import type { Reference } from "../../../model/focus/focus.ts";
import { references } from "../../../model/focus/references.ts";
import { resourcesByName } from "../../../model/references/resourcesByName.ts";
import type { Entry, EntryContent, Template } from "../../../model/template.ts";
import { type Node, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { memoBy } from "../../../text/memoBy.ts";

/** The resources for which a resource waits, directly or through others. */
export function waitsFor(template: Template, name: string): ReadonlySet<string> {
  const entries = resourcesByName(template);
  const seen = new Set<string>();
  const waiting = [name];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const entry = entries.get(one);
    for (const target of entry === undefined ? [] : waitingTargets(entry, entries)) {
      if (!seen.has(target.name)) waiting.push(target.name);
      seen.add(target.name);
    }
  }
  return seen;
}

const KINDS: ReadonlySet<Reference["kind"]> = new Set(["ref", "resource", "dependsOn"]);

/** The references of an entry that make it wait for what they name. */
export function waitingReferences(entry: EntryContent): readonly Reference[] {
  return waitingAmong(references(entry), entry);
}

/** By the references of an entry, which belong to it in one section. */
const waitingAmong = memoBy((all: readonly Reference[], { section, value }: EntryContent): readonly Reference[] => {
  const apart = ownParts(typeNameOf(value) ?? "").flatMap((path) => {
    const part = path.reduce<Node | undefined>(valueAt, value);
    return part ?? [];
  });
  return all.filter(
    ({ kind, start }) =>
      (section === "Conditions" ? kind === "condition" : KINDS.has(kind)) &&
      !apart.some((part) => start >= part.start && start <= part.end),
  );
});

/** Those of them whose entry is there. */
export function waitingTargets(entry: Entry, entries: ReadonlyMap<string, Entry>): readonly Reference[] {
  const found = waitingReferences(entry);
  return found.every(({ name }) => entries.has(name)) ? found : found.filter(({ name }) => entries.has(name));
}
