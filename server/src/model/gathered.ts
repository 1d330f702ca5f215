import { Kept } from "./kept.ts";
import type { Entry, SectionName, Template } from "./template.ts";

/** An entry with what was found in it. */
export interface Gathered<Found> {
  readonly entry: Entry;
  readonly found: Found;
}

interface FoundBy<Found, By> {
  readonly by: By;
  readonly found: readonly { readonly at: number; readonly found: Found }[];
}

/**
 * Makes a search over the entries of a section that an edit makes anew only for the group of entries that it touches:
 * what runs after each edit must not look at thousands of entries of which one has changed.
 *
 * @param look gives what is of interest in an entry, `undefined` where nothing is. It may depend on the entry's nodes
 * and on `by` only
 * @returns the search: the entries with something of interest, in the order of the text
 */
export function gathering<Found, By = undefined>(
  look: (entry: Entry, by: By) => Found | undefined,
): (template: Template, section: SectionName, by: By) => readonly Gathered<Found>[] {
  const known = new Kept<FoundBy<Found, By>>();
  return (template, section, by) => {
    const all: Gathered<Found>[] = [];
    for (const { name, entries, groups } of template.sections) {
      if (name !== section) continue;
      for (const { group, start, end } of groups) {
        let kept = known.get(group);
        if (kept === undefined || kept.by !== by) {
          kept = { by, found: foundIn(entries.slice(start, end), by) };
          known.set(group, kept);
        }
        for (const { at, found } of kept.found) {
          const entry = entries[start + at];
          if (entry !== undefined) all.push({ entry, found });
        }
      }
    }
    return all;
  };

  function foundIn(entries: readonly Entry[], by: By): FoundBy<Found, By>["found"] {
    return entries.flatMap((entry, at) => {
      const found = look(entry, by);
      return found === undefined ? [] : [{ at, found }];
    });
  }
}

/**
 * Makes a summary of groups of entries that is made anew only for those that an edit touches.
 *
 * @param summarise may depend on the entries' nodes only
 * @returns the summaries of a section's groups, in the order of the text
 */
export function summaries<Summary>(
  summarise: (entries: readonly Entry[]) => Summary,
): (section: Template["sections"][number]) => readonly Summary[] {
  const known = new Kept<{ readonly summary: Summary }>();
  return ({ entries, groups }) =>
    groups.map(
      ({ group, start, end }) => known.of(group, () => ({ summary: summarise(entries.slice(start, end)) })).summary,
    );
}
