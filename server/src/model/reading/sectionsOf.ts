import { countWhile } from "../../text/countWhile.ts";
import { memoBy } from "../../text/memoBy.ts";
import { chunksOf, rechunked } from "../incremental/chunks.ts";
import type { PlacedUnit, Unit } from "../split/unit.ts";
import type { UnitsChange } from "../split/unitsChange.ts";
import type { Entry, Section, Template } from "../template.ts";
import type { Node, Pair, ScalarNode } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { asMap } from "../yaml/asMap.ts";

interface Sections {
  readonly sections: readonly Section[];
  /** Repeated keys, except those within one unit. */
  readonly repeated: readonly SyntaxProblem[];
}

type Chunks = Section["chunks"];

interface OpenSection {
  readonly name: string;
  readonly key: ScalarNode;
  readonly offset: number;
  readonly value: Node | undefined;
  readonly entries: Entry[];
}

/**
 * Joins units to sections: headers take the children that follow them.
 *
 * @param before sections of an earlier state, for their chunks
 */
export function sectionsOf(units: readonly PlacedUnit[], before: readonly Section[]): Sections {
  const open: OpenSection[] = [];
  addUnits(open, units);
  const waiting = new Map<string, Section[]>();
  for (const section of before) {
    const known = waiting.get(section.name);
    if (known === undefined) waiting.set(section.name, [section]);
    else known.push(section);
  }
  const sections = open.map((section): Section => {
    const { name, key, offset, value, entries } = section;
    return { name, key, offset, value, entries, chunks: chunksOf(name, entries, waiting.get(name)?.shift()) };
  });
  return { sections, repeated: repeatedIn(sections) };
}

/** The sections after a change of the units of a template, or `undefined` if they have to be put together anew. */
export function sectionsAfter(
  previous: Template,
  { start, end: behind, fresh, following, moved }: UnitsChange,
): Sections | undefined {
  const sections = previous.sections;
  const heads = countBefore(sections, start);
  const tails = countBefore(sections, behind);
  const left = sections[heads - 1];
  const right = sections[tails - 1];
  const open: OpenSection[] = [];
  const kept = left === undefined ? 0 : countBefore(left.entries, start);
  if (left !== undefined) open.push({ ...left, entries: left.entries.slice(0, kept) });
  addUnits(open, fresh);
  const last = open.at(-1);
  // The entries behind the change belong to the section that is open there: that must be one of the same name.
  if (last?.name !== right?.name && !opensSection(following)) return undefined;
  const first = right === undefined ? 0 : countBefore(right.entries, behind);
  const end = last?.entries.length ?? 0;
  if (last !== undefined && right !== undefined) addMoved(last.entries, right.entries, first, moved);

  const ending = right !== undefined && first < right.entries.length ? right : undefined;
  const gone = sections.slice(heads, tails);
  const changed = open.map((section, index): ChangedSection => {
    return {
      ...section,
      left: index === 0 ? left : undefined,
      right: section === last ? ending : undefined,
      start: index === 0 ? kept : 0,
      end: section === last ? end : section.entries.length,
      first,
    };
  });
  const now = [
    ...sections.slice(0, Math.max(0, heads - 1)),
    ...changed.map((section) => closeSection(section, gone)),
    ...(moved === 0 ? sections.slice(tails) : sections.slice(tails).map((section) => movedBy(section, moved))),
  ];
  const known = previous.errors.some(({ code }) => code === "duplicate-key");
  return { sections: now, repeated: known ? repeatedIn(now) : [...repeated(now), ...changed.flatMap(newlyRepeated)] };
}

/** A section with entries from the beginning of one earlier section and from the end of one, mostly the same. */
interface ChangedSection extends OpenSection {
  readonly left: Section | undefined;
  readonly right: Section | undefined;
  /** The first entry that is not from the left one. */
  readonly start: number;
  /** The index of the first entry from the right one. */
  readonly end: number;
  /** The index of that entry in the right one. */
  readonly first: number;
}

/** @param gone removed sections: one of them may stand elsewhere now */
function closeSection(section: ChangedSection, gone: Section[]): Section {
  const { name, key, offset, value, entries, left, start, end } = section;
  const untouched = start === end && end === entries.length && left?.entries.length === entries.length;
  if (left !== undefined && untouched) return left;
  return { name, key, offset, value, entries, chunks: chunksAfter(section, gone) };
}

function chunksAfter({ name, entries, left, right, start, end, first }: ChangedSection, gone: Section[]): Chunks {
  if (left !== undefined || right !== undefined) {
    const change = { start, end, length: entries.length, moved: end - first };
    return rechunked(name, change, left?.chunks ?? [], right?.chunks ?? []);
  }
  const index = gone.findIndex((section) => section.name === name);
  return chunksOf(name, entries, index < 0 ? undefined : gone.splice(index, 1)[0]);
}

function opensSection(unit: PlacedUnit | undefined): boolean {
  return (
    unit === undefined || (unit.kind !== "child" && unit.kind !== "stray" && (unit.unit.root?.pairs.length ?? 0) > 0)
  );
}

function movedBy({ name, key, offset, value, entries, chunks }: Section, by: number): Section {
  const moved: Entry[] = [];
  addMoved(moved, entries, 0, by);
  return { name, key, offset: offset + by, value, entries: moved, chunks };
}

/** Adds entries from an index on, with other offsets. */
function addMoved(to: Entry[], from: readonly Entry[], first: number, by: number): void {
  for (let index = first; index < from.length; index++) {
    const entry = from[index];
    if (entry === undefined) continue;
    const { section, name, key, value, offset, unit } = entry;
    to.push(by === 0 ? entry : { section, name, key, value, offset: offset + by, unit });
  }
}

/** How many of the first items begin before an offset. */
function countBefore(items: readonly { readonly offset: number }[], offset: number): number {
  return countWhile(items, (item) => item.offset < offset);
}

function addUnits(sections: OpenSection[], units: readonly PlacedUnit[]): void {
  for (const { unit, offset, kind } of units) {
    const current = sections.at(-1);
    for (const pair of unit.root?.pairs ?? []) {
      if (kind === "child" && current !== undefined) current.entries.push(entryOf(current.name, pair, offset, unit));
      else if (kind !== "stray") sections.push(sectionOfPair(pair, offset, unit, kind === "header"));
    }
  }
}

function sectionOfPair({ key, value }: Pair, offset: number, unit: Unit, header: boolean): OpenSection {
  const name = key.text;
  if (header) return { name, key, offset, value: undefined, entries: [] };
  const pairs = entriesOfValue(value);
  if (pairs === undefined) return { name, key, offset, value, entries: [] };
  return { name, key, offset, value: undefined, entries: pairs.map((pair) => entryOf(name, pair, offset, unit)) };
}

/** A map's pairs; a lone `Fn::Transform` or `Fn::ForEach::…` that looks like a call is an entry here. */
function entriesOfValue(value: Node): readonly Pair[] | undefined {
  return asMap(value)?.pairs;
}

function entryOf(section: string, { key, value }: Pair, offset: number, unit: Unit): Entry {
  return { section, name: key.text, key, value: section === "Conditions" ? conditionCall(value) : value, offset, unit };
}

/** `{Condition: X}` directly under a condition's name is a call, though the parser saw a plain map. */
function conditionCall(value: Node): Node {
  if (value.kind !== "map" || value.pairs.length !== 1) return value;
  const pair = value.pairs[0];
  if (pair?.key.text !== "Condition" || pair.value.kind !== "scalar") return value;
  return callOf(value, pair);
}

const callOf = memoBy(
  ({ start, end }: Node, { key, value }: Pair): Node => ({
    kind: "call",
    name: "Condition",
    nameSpan: key,
    form: "long",
    argument: value,
    start,
    end,
  }),
);

function repeatedIn(sections: readonly Section[]): SyntaxProblem[] {
  return [...repeated(sections), ...sections.flatMap(({ entries }) => repeatedEntries(entries))];
}

/** Inside one unit the parser has found repeated entries itself. */
function repeatedEntries(entries: readonly Entry[]): SyntaxProblem[] {
  return entries[0]?.offset === entries.at(-1)?.offset ? [] : repeated(entries);
}

/** Repeated entries of a section that had none before it changed. */
function newlyRepeated({ entries, left, right, start, end, first }: ChangedSection): SyntaxProblem[] {
  const joined = left !== undefined && right !== undefined && left !== right;
  if (joined && start > 0) return repeatedEntries(entries);
  const replaced = joined ? [] : (left?.entries.slice(start, right === undefined ? undefined : first) ?? []);
  const known = new Set(replaced.map(({ name }) => name));
  const names = new Set(entries.slice(start, end).map(({ name }) => name));
  const added = [...names].filter((name) => !known.has(name));
  const none =
    names.size === end - start &&
    added.length <= MAX_COMPARED_NAMES &&
    (added.length === 0 || !entries.some(({ name }, index) => (index < start || index >= end) && added.includes(name)));
  return none ? [] : repeatedEntries(entries);
}

/** More names are not compared one by one. */
const MAX_COMPARED_NAMES = 8;

function repeated(keyed: readonly { readonly key: ScalarNode; readonly offset: number }[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const first = new Map<string, { readonly key: ScalarNode; readonly offset: number }>();
  for (const item of keyed) {
    const { key, offset } = item;
    const earlier = first.get(key.text);
    if (earlier === undefined) first.set(key.text, item);
    else {
      const span = { start: key.start + offset, end: key.end + offset };
      const before = { start: earlier.key.start + earlier.offset, end: earlier.key.end + earlier.offset };
      problems.push({ code: "duplicate-key", span, argument: key.text, first: before });
    }
  }
  return problems;
}
