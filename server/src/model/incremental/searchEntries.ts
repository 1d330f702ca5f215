import type { Entry, EntryContent, PlacedChunk, SectionName, Template } from "../template.ts";
import { textOf, valueAt } from "../tree/node.ts";
import { Memo, summariesOf, takenOver } from "./memo.ts";

/** An entry with what was found in it. */
export interface Match<Found> {
  readonly entry: Entry;
  readonly found: Found;
}

/** The entries of a section in which something was found, in the order of the text. */
export type EntrySearch<Found, By = undefined> = (
  template: Template,
  section: SectionName,
  ...by: By extends undefined ? [] : [by: By]
) => readonly Match<Found>[];

/**
 * Makes a search for the few entries of a section that somebody is about. After an edit only the entry that it touches is
 * looked at again: `look` gives what is of interest in an entry, `undefined` or an empty list if nothing is, and what it gave is kept.
 * So it may depend on nothing but what it is given; a test holds that it stands at the top of its file, where there
 * is nothing else.
 *
 * @param isSame whether two values of `by` say the same, where they need not be the same object
 */
export function searchEntries<Found, By = undefined>(
  look: (entry: EntryContent, by: By) => Found | undefined,
  isSame: (one: By, other: By) => boolean = Object.is,
): EntrySearch<Found, By> {
  const known = new Memo<FoundBy<Found, By>>();
  return (template, section, ...[by]) => {
    const asked = comparedWith(by as By);
    const all: Match<Found>[] = [];
    for (const { name, entries, chunks } of template.sections) {
      if (name !== section) continue;
      for (const placed of chunks) {
        for (const { at, found } of foundIn(placed, entries, asked)) {
          const entry = entries[placed.start + at];
          if (entry !== undefined) all.push({ entry, found });
        }
      }
    }
    return all;
  };

  function comparedWith(by: By): Asked<By> {
    // A hundred searches are made after each edit, and most are asked by nothing.
    let verdicts: Map<By, boolean> | undefined;
    return {
      by,
      isSaid(earlier) {
        if (earlier === by) return true;
        verdicts ??= new Map();
        const verdict = verdicts.get(earlier) ?? isSame(earlier, by);
        verdicts.set(earlier, verdict);
        return verdict;
      },
    };
  }

  function foundIn(placed: PlacedChunk, entries: readonly Entry[], asked: Asked<By>): readonly Place<Found>[] {
    const kept = known.get(placed.chunk);
    if (kept !== undefined && kept.by === asked.by) return kept.found;
    const found = kept !== undefined && asked.isSaid(kept.by) ? kept.found : searched(placed, entries, asked);
    known.set(placed.chunk, { by: asked.by, found });
    return found;
  }

  function searched(
    placed: PlacedChunk,
    entries: readonly Entry[],
    { by, isSaid }: Asked<By>,
  ): readonly Place<Found>[] {
    const { before, behind, from, to } = takenOver(known, placed, (kept) => (isSaid(kept.by) ? kept.found : undefined));
    const all = [...before];
    for (let at = from; at < to; at++) {
      const entry = entries[placed.start + at];
      const found = entry === undefined ? undefined : look(entry, by);
      if (found !== undefined && !(Array.isArray(found) && found.length === 0)) all.push({ at, found });
    }
    return all.concat(behind);
  }
}

/** The resources in which something was found, in the order of the text. */
export type ResourceSearch<Found> = (template: Template) => readonly Match<Found>[];

/**
 * The same among the resources of some types. A template has few of all the types, so that most of these searches end before
 * they look at anything.
 *
 * @param look is given the type, too
 */
export function searchResources<Found>(
  types: Iterable<string>,
  look: (entry: EntryContent, type: string) => Found | undefined,
): ResourceSearch<Found> {
  const wanted = new Set(types);
  const search = searchEntries((entry) => {
    const type = typeOf(entry);
    return type !== undefined && wanted.has(type) ? look(entry, type) : undefined;
  });
  return (template) => {
    const present = typesOf.of(template, () => typesIn(template));
    for (const type of wanted) if (present.has(type)) return search(template, "Resources");
    return [];
  };
}

/** The types of a template's resources. */
const typesOf = new Memo<ReadonlySet<string>>();

function typesIn({ sections }: Template): ReadonlySet<string> {
  const all = new Set<string>();
  for (const section of sections)
    if (section.name === "Resources")
      for (const types of typesByChunk(section)) for (const type of types) all.add(type);
  return all;
}

const typesByChunk = summariesOf((entries) => new Set(entries.flatMap((entry) => typeOf(entry) ?? [])));

function typeOf({ value }: EntryContent): string | undefined {
  return textOf(valueAt(value, "Type"));
}

/** What a search is asked for. */
interface Asked<By> {
  readonly by: By;
  /** Whether an earlier value says the same; most chunks have the same earlier one. */
  isSaid(earlier: By): boolean;
}

interface FoundBy<Found, By> {
  readonly by: By;
  readonly found: readonly Place<Found>[];
}

/** What was found in one of a chunk's entries. */
interface Place<Found> {
  readonly at: number;
  readonly found: Found;
}
