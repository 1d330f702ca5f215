import { ownParts } from "../../catalogue/sam/ownParts.ts";
import type { Reference } from "../../model/focus.ts";
import { summariesOf } from "../../model/incremental/memo.ts";
import { type Node, textOf, valueAt } from "../../model/node.ts";
import { references } from "../../model/references.ts";
import { type Entry, type EntryContent, entriesOf, type Template } from "../../model/template.ts";
import type { Cycle } from "../shared/possibleCycles.ts";
import { stronglyConnected } from "../shared/stronglyConnected.ts";

/** Entries of a section that wait for each other, among all entries and their references. */
export interface PlacedCycle extends Cycle {
  readonly section: Section;
  readonly entries: ReadonlyMap<string, Entry>;
}

const SECTIONS = ["Resources", "Conditions"] as const;
type Section = (typeof SECTIONS)[number];

/** By chunk, who waits for whom. */
const waiting = summariesOf((entries) => ({
  names: entries
    .map((entry) => [entry.name, ...waitingReferences(entry).map(({ name }) => name)].join("\0"))
    .join("\0\0"),
}));

/** The same in the latest state without a cycle. Most edits leave it as it is, and need no search. */
let latestWithout: readonly string[] = [];

/** The resources and the conditions of a template that wait for each other, whatever its conditions are. */
export function cyclesIn(template: Template): readonly PlacedCycle[] {
  const now = SECTIONS.flatMap((name) => [
    name,
    ...template.sections
      .flatMap((section) => (section.name === name ? waiting(section) : []))
      .map(({ names }) => names),
  ]);
  if (now.length === latestWithout.length && now.every((names, index) => names === latestWithout[index])) return [];
  const found = SECTIONS.flatMap((section) => cyclesOf(template, section));
  if (found.length === 0) latestWithout = now;
  return found;
}

function cyclesOf(template: Template, section: Section): readonly PlacedCycle[] {
  const entries = new Map(entriesOf(template, section).map((entry) => [entry.name, entry]));
  const edges = new Map([...entries].map(([name, entry]) => [name, targetsOf(entry, entries)]));
  return stronglyConnected(edges).map((members) => ({ section, members: new Set(members), entries, edges }));
}

const KINDS: ReadonlySet<Reference["kind"]> = new Set(["ref", "resource", "dependsOn"]);

const known = new WeakMap<readonly Reference[], readonly Reference[]>();

/** The references of an entry that make it wait for what they name. */
function waitingReferences(entry: EntryContent): readonly Reference[] {
  const { section, value } = entry;
  const all = references(entry);
  let found = known.get(all);
  if (found === undefined) {
    const apart = ownParts(textOf(valueAt(value, "Type")) ?? "").flatMap((path) => {
      const part = path.reduce<Node | undefined>(valueAt, value);
      return part ?? [];
    });
    found = all.filter(
      ({ kind, start }) =>
        (section === "Conditions" ? kind === "condition" : KINDS.has(kind)) &&
        !apart.some((part) => start >= part.start && start <= part.end),
    );
    known.set(all, found);
  }
  return found;
}

function targetsOf(entry: Entry, entries: ReadonlyMap<string, Entry>): readonly Reference[] {
  const found = waitingReferences(entry);
  return found.every(({ name }) => entries.has(name)) ? found : found.filter(({ name }) => entries.has(name));
}
