import type { Reference } from "../../model/focus/focus.ts";
import { summariesOf } from "../../model/incremental/memo.ts";
import { type Entry, entriesOf, type Template } from "../../model/template.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Cycle } from "../shared/links/possibleCycles.ts";
import { stronglyConnected } from "../shared/links/stronglyConnected.ts";
import { waitingReferences, waitingTargets } from "../shared/links/waitsFor.ts";

/** Entries of a section that refer to each other in a circle, among all entries and their references. */
export interface PlacedCycle extends Cycle {
  readonly section: Section;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The index of each entry in its section. */
  readonly places: ReadonlyMap<string, number>;
}

const SECTIONS = ["Resources", "Conditions"] as const;
type Section = (typeof SECTIONS)[number];

/** Which entries of a chunk wait for which others. */
type Waiting = readonly WaitingEntry[];

interface WaitingEntry {
  readonly name: string;
  readonly section: string;
  readonly references: readonly Reference[];
}

const waitingByChunk = summariesOf(
  (entries): Waiting =>
    entries.map((entry) => ({ name: entry.name, section: entry.section, references: waitingReferences(entry) })),
);

/** By chunk, a state of its template without a cycle. After an edit, only what differs from that can close one. */
const withoutCycle = memoBy((_: Waiting): { state?: readonly Waiting[] } => ({}));

/** The cycles among the resources and among the conditions of a template, whatever its conditions are. */
export function cyclesIn(template: Template): readonly PlacedCycle[] {
  const waiting = template.sections.flatMap((section) =>
    SECTIONS.some((name) => name === section.name) ? waitingByChunk(section) : [],
  );
  const before = waiting.reduce<readonly Waiting[] | undefined>(
    (found, one) => found ?? withoutCycle(one).state,
    undefined,
  );
  const found = closesNone(waiting, before ?? []) ? [] : SECTIONS.flatMap((section) => cyclesOf(template, section));
  if (found.length === 0) for (const one of waiting) withoutCycle(one).state = waiting;
  return found;
}

function cyclesOf(template: Template, section: Section): readonly PlacedCycle[] {
  const all = entriesOf(template, section);
  const entries = new Map(all.map((entry) => [entry.name, entry]));
  const places = new Map(all.map(({ name }, place) => [name, place]));
  const edges = new Map([...entries].map(([name, entry]) => [name, waitingTargets(entry, entries)]));
  return stronglyConnected(edges).map((members) => ({ section, members: new Set(members), entries, places, edges }));
}

/** With more changes it is another template, and searching all of it is as fast. */
const MAX_CHANGES = 200;

/**
 * Whether what changed since a state without a cycle closes none: no entry with new references can be reached from what
 * it refers to.
 */
function closesNone(now: readonly Waiting[], before: readonly Waiting[]): boolean {
  const kept = new Set(before);
  const made = now.filter((waiting) => !kept.has(waiting)).flat();
  if (made.length > MAX_CHANGES) return false;
  const still = new Set(now);
  const gone = before.filter((waiting) => !still.has(waiting)).flat();
  const byPlace = made.filter((one, at) => !isSameWaiting(one, gone[at]));
  if (byPlace.length === 0) return true;
  const earlier = new Map(gone.map((one) => [entryKey(one.section, one.name), one]));
  const changed = byPlace.filter((one) => !isSameWaiting(one, earlier.get(entryKey(one.section, one.name))));
  if (changed.length === 0) return true;
  const byKey = new Map(now.flat().map((one) => [entryKey(one.section, one.name), one.references]));
  return changed.every(({ section, name, references }) => {
    const seen = new Set<string>();
    const waiting = [...references];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (one.name === name) return false;
      const key = entryKey(section, one.name);
      if (!seen.has(key)) for (const next of byKey.get(key) ?? []) waiting.push(next);
      seen.add(key);
    }
    return true;
  });
}

function entryKey(section: string, name: string): string {
  return `${section} ${name}`;
}

/** Whether an entry has the same references as an earlier one of its name. */
function isSameWaiting(now: WaitingEntry, before: WaitingEntry | undefined): boolean {
  if (now.name !== before?.name || now.section !== before.section) return false;
  const [to, earlier] = [now.references, before.references];
  return to === earlier || (to.length === earlier.length && to.every(({ name }, at) => name === earlier[at]?.name));
}
