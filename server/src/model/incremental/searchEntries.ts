import { intersects } from "../../text/intersects.ts";
import type { Entry, EntryChunk, EntryContent, SectionName, Template } from "../template.ts";
import { typeNameOf } from "../tree/node.ts";
import { type ChunkIn, changesSince, chunksIn, indexesOfTypes, typesIn } from "./chunkTypes.ts";
import { Memo, takenOver } from "./memo.ts";
import { RecordedTemplate, type Searched } from "./recordedTemplate.ts";

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
 * Makes a search for the few entries of a section that somebody is about. After an edit only the entry that it touches
 * is looked at again: `look` gives what is of interest in an entry, `undefined` or an empty list if nothing is, and
 * what it gave is kept. So it may depend on nothing but what it is given; a test holds that it stands at the top of its
 * file, outside any function.
 *
 * @param isSame whether two values of `by` say the same, if they need not be the same object
 */
export function searchEntries<Found, By = undefined>(
  look: (entry: EntryContent, by: By) => Found | undefined,
  isSame: (one: By, other: By) => boolean = Object.is,
): EntrySearch<Found, By> {
  return searchAmong(look, isSame, undefined);
}

/** @param types of the resources in which there may be something; in all entries without it */
function searchAmong<Found, By>(
  look: (entry: EntryContent, by: By) => Found | undefined,
  isSame: (one: By, other: By) => boolean,
  types: ReadonlySet<string> | undefined,
): EntrySearch<Found, By> {
  const known = new Memo<FoundBy<Found, By>>();
  return (template, section, ...[by]) => {
    if (!(template instanceof RecordedTemplate)) return allIn(template, section, by as By);
    template.note(searchedIn(template.searched, section, by as By));
    return allIn(template.searched, section, by as By);
  };

  function allIn(template: Template, section: SectionName, by: By): readonly Match<Found>[] {
    const asked = comparedWith(by);
    const all: Match<Found>[] = [];
    for (const one of chunksIn(template, section).placed) {
      for (const { at, found } of foundIn(one, asked).found) {
        const entry = one.section.entries[one.placed.start + at];
        if (entry !== undefined) all.push({ entry, found });
      }
    }
    return all;
  }

  function searchedIn(template: Template, section: SectionName, by: By): Searched {
    return sameStates(template, section, types, () => {
      const asked = comparedWith(by);
      return (one) => {
        const { found, state } = foundIn(one, asked);
        return found.length > 0 ? state : undefined;
      };
    });
  }

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

  function foundIn(one: ChunkIn, asked: Asked<By>): FoundBy<Found, By> {
    const { chunk } = one.placed;
    const kept = known.get(chunk);
    if (kept !== undefined && kept.by === asked.by) return kept;
    const found = kept !== undefined && asked.isSaid(kept.by) ? { ...kept, by: asked.by } : searched(one, asked);
    known.set(chunk, found);
    return found;
  }

  function searched(one: ChunkIn, { by, isSaid }: Asked<By>): FoundBy<Found, By> {
    const { placed } = one;
    let earlier: FoundBy<Found, By> | undefined;
    const { before, behind, from, to } = takenOver(known, placed, (kept) => {
      earlier = isSaid(kept.by) ? kept : undefined;
      return earlier?.found;
    });
    const { like } = placed.chunk;
    const alike = earlier === undefined && like ? known.get(like.chunk) : undefined;
    if (like !== undefined && alike !== undefined && isSaid(alike.by)) return searchedLike(one, by, alike, like.others);
    const found: Place<Found>[] = [];
    const places = types && indexesOfTypes(one, types);
    if (places === undefined) for (let at = from; at < to; at++) lookAt(one, at, by, found);
    else for (const at of places) if (at >= from && at < to) lookAt(one, at, by, found);
    const isAsBefore = found.length === 0 && earlier?.found.length === before.length + behind.length;
    // The usual case.
    if (isAsBefore && earlier?.by === by && earlier.found.length === 0) return earlier;
    return {
      by,
      found: [...before, ...found, ...behind],
      state: isAsBefore && earlier !== undefined ? earlier.state : {},
    };
  }

  /** Looks only at the `others`: all other entries are those of a chunk that was searched. */
  function searchedLike(
    one: ChunkIn,
    by: By,
    alike: FoundBy<Found, By>,
    others: readonly number[],
  ): FoundBy<Found, By> {
    const found: Place<Found>[] = [];
    const places = types && indexesOfTypes(one, types);
    for (const at of others) if (places?.includes(at) !== false) lookAt(one, at, by, found);
    const same = alike.found.filter(({ at }) => !others.includes(at));
    if (found.length === 0 && same.length === alike.found.length) return { ...alike, by };
    return { by, found: [...same, ...found].sort((one, other) => one.at - other.at), state: {} };
  }

  function lookAt({ placed, section }: ChunkIn, at: number, by: By, found: Place<Found>[]): void {
    const entry = section.entries[placed.start + at];
    const inside = entry === undefined ? undefined : look(entry, by);
    if (inside !== undefined && !(Array.isArray(inside) && inside.length === 0)) found.push({ at, found: inside });
  }
}

/** The resources in which something was found, in the order of the text. */
export type ResourceSearch<Found> = (template: Template) => readonly Match<Found>[];

/**
 * The same among the resources of some types. A template has few of all the types, so that most of these searches end before
 * they look at anything; and none looks at a resource of another type.
 *
 * @param look is given the type, too
 */
export function searchResources<Found>(
  types: Iterable<string>,
  look: (entry: EntryContent, type: string) => Found | undefined,
): ResourceSearch<Found> {
  const wanted = new Set(types);
  const search = searchAmong<Found, undefined>(
    (entry) => {
      const type = typeNameOf(entry.value);
      return type === undefined ? undefined : look(entry, type);
    },
    Object.is,
    wanted,
  );
  return (template) => {
    const recorded = template instanceof RecordedTemplate ? template : undefined;
    if (isPresent(recorded?.searched ?? template)) return search(template, "Resources");
    recorded?.note({ isSame: (later) => !isPresent(later) || search(later, "Resources").length === 0 });
    return [];
  };

  function isPresent(template: Template): boolean {
    return intersects(wanted, typesIn(template));
  }
}

/**
 * What a search found, by chunk; `look` gives a function of {@link FoundBy.state}, or of `undefined` if nothing is
 * found. A hundred of these are asked after each edit, so that only a chunk that is another one is looked at. It stands
 * by itself, so that it holds no template.
 */
function sameStates(
  template: Template,
  section: SectionName,
  types: ReadonlySet<string> | undefined,
  look: () => (one: ChunkIn) => object | undefined,
): Searched {
  const { placed, chunks } = chunksIn(template, section);
  const states = placed.map(look());
  let latest = chunks;
  const lastOf = new Map<string, readonly EntryChunk[]>();
  return {
    isSame(later, form) {
      const now = chunksIn(later, section);
      const before = lastOf.get(form) ?? latest;
      if (before === now.chunks) return true;
      if (before.length !== now.chunks.length) return false;
      const changed = changesSince(before, now);
      if (types === undefined || changed.types === undefined || intersects(changed.types, types)) {
        const stateOf = look();
        for (const at of changed.places) if (stateOf(now.placed[at] as ChunkIn) !== states[at]) return false;
      }
      latest = now.chunks;
      lastOf.set(form, latest);
      return true;
    },
  };
}

/** The argument of a search. */
interface Asked<By> {
  readonly by: By;
  /** Whether an earlier argument is equal; most chunks have the same earlier one. */
  isSaid(earlier: By): boolean;
}

interface FoundBy<Found, By> {
  readonly by: By;
  readonly found: readonly Place<Found>[];
  /** The same object for as long as the results are the same in the same entries. */
  readonly state: object;
}

/** What was found in one of a chunk's entries. */
interface Place<Found> {
  readonly at: number;
  readonly found: Found;
}
