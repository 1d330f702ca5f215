import type { Declarations } from "../../model/declarations.ts";
import { Memo } from "../../model/incremental/memo.ts";
import type { Entry, EntryChunk, PlacedChunk, Section, Template } from "../../model/template.ts";
import { isResolvedBy, type ResolvedBy, type ResolvedForms, resolvedForms } from "../shared/resolving/resolvedValue.ts";

/** A template whose resources (and what is global) are as they certainly are, and as they are by default; see {@link ResolvedForms}. */
export interface ResolvedTemplates {
  readonly certain: Template;
  readonly usual: Template;
  /** The entry that is written, by its resolved form, where that is another. */
  readonly written: ReadonlyMap<Entry, Entry>;
}

/** The same templates for the same one. What they have in common with it, and with each other, is the same, too. */
export function resolvedTemplates(template: Template): ResolvedTemplates {
  return known.of(template, () => {
    const written = new Map<Entry, Entry>();
    const sections = template.sections.map((section) => resolvedSections(section, template.declarations, written));
    const certain = templateWith(
      sections.map((one) => one.certain),
      template,
    );
    const usual = templateWith(
      sections.map((one) => one.usual),
      certain,
    );
    return { certain, usual, written };
  });
}

const known = new Memo<ResolvedTemplates>();

function templateWith(sections: readonly Section[], like: Template): Template {
  const isSame = sections.every((section, at) => section === like.sections[at]);
  return isSame ? like : { ...like, sections, memos: new Map() };
}

type Form = keyof ResolvedForms;
type Forms<Of> = Readonly<Record<Form, Of>>;

function resolvedSections(section: Section, declarations: Declarations, written: Map<Entry, Entry>): Forms<Section> {
  if (!/^(?:Globals|Resources)$/.test(section.name)) return { certain: section, usual: section };
  const chunks = section.chunks.map((placed) => resolvedChunk(placed, section, declarations));
  const certain = sectionWith(
    chunks.map((one) => one.certain),
    section,
    section,
    written,
  );
  const usual = sectionWith(
    chunks.map((one) => one.usual),
    section,
    certain,
    written,
  );
  return { certain, usual };
}

/**
 * @param like is given where it has the same chunks
 * @param written is told of each entry that has another value
 */
function sectionWith(
  resolved: readonly ResolvedChunk[],
  section: Section,
  like: Section,
  written: Map<Entry, Entry>,
): Section {
  if (resolved.every(({ chunk }, at) => chunk === like.chunks[at]?.chunk)) return like;
  const chunks = section.chunks.map((placed, at) => ({ ...placed, chunk: resolved[at]?.chunk ?? placed.chunk }));
  let entries: readonly Entry[] | undefined;
  return {
    ...section,
    chunks,
    // After most edits nobody asks for one of them.
    get entries() {
      entries ??= resolvedEntries(resolved, section, written);
      return entries;
    },
  };
}

function resolvedEntries(
  resolved: readonly ResolvedChunk[],
  { entries, chunks }: Section,
  written: Map<Entry, Entry>,
): readonly Entry[] {
  const all = [...entries];
  for (const [index, { start }] of chunks.entries())
    for (const { at, value } of resolved[index]?.values ?? []) {
      const entry = entries[start + at] as Entry;
      const other = { ...entry, value };
      all[start + at] = other;
      written.set(other, entry);
    }
  return all;
}

/** A chunk of which some entries have another value. */
interface ResolvedChunk {
  readonly chunk: EntryChunk;
  /** In the order of the text. */
  readonly values: readonly OtherValue[];
}

interface OtherValue {
  /** Which of the chunk's entries it is. */
  readonly at: number;
  readonly value: Entry["value"];
}

/** What is known of a chunk, and for what declarations. */
interface ResolvedChunks extends Forms<ResolvedChunk> {
  readonly by: ResolvedBy;
}

const resolvedChunks = new Memo<ResolvedChunks>();

/** The chunk itself where no entry has another value, and the same one while these are the same. */
function resolvedChunk(placed: PlacedChunk, { entries }: Section, declarations: Declarations): Forms<ResolvedChunk> {
  const { chunk } = placed;
  const before = resolvedChunks.get(chunk);
  if (before !== undefined && isResolvedBy(before.by, declarations)) return before;
  const values: Forms<OtherValue[]> = { certain: [], usual: [] };
  for (let at = 0; at < placed.end - placed.start; at++) {
    const { value } = entries[placed.start + at] as Entry;
    const { certain, usual } = resolvedForms(value, declarations);
    if (certain !== value) values.certain.push({ at, value: certain });
    if (usual !== value) values.usual.push({ at, value: usual });
  }
  const length = placed.end - placed.start;
  const certain = chunkWith(
    values.certain,
    { chunk, length, form: "certain", before: before?.certain },
    { chunk, values: [] },
  );
  const usual = chunkWith(values.usual, { chunk, length, form: "usual", before: before?.usual }, certain);
  const { parameters, mappings, formulas } = declarations;
  const made = { by: { parameters, mappings, formulas }, certain, usual };
  resolvedChunks.set(chunk, made);
  return made;
}

interface Written {
  readonly chunk: EntryChunk;
  /** How many entries it has. */
  readonly length: number;
  readonly form: Form;
  /** What was made of it for other declarations. */
  readonly before: ResolvedChunk | undefined;
}

/** @param like what has most entries in common with it; it is given where they are all the same */
function chunkWith(values: readonly OtherValue[], written: Written, like: ResolvedChunk): ResolvedChunk {
  for (const same of [like, written.before]) if (same !== undefined && areSame(values, same.values)) return same;
  const { section } = written.chunk;
  const others = differing(values, like.values);
  const chunk = {
    section,
    previous: previousOf(values, written),
    like: { chunk: like.chunk, others },
    memos: new Map(),
  };
  return { chunk, values };
}

function areSame(values: readonly OtherValue[], others: readonly OtherValue[]): boolean {
  return (
    values.length === others.length &&
    values.every(({ at, value }, index) => at === others[index]?.at && value === others[index].value)
  );
}

/** Where two chunks made of the same one differ, in the order of the text. */
function differing(values: readonly OtherValue[], others: readonly OtherValue[]): readonly number[] {
  const own = new Map(values.map(({ at, value }) => [at, value]));
  const theirs = new Map(others.map(({ at, value }) => [at, value]));
  const places = new Set([...own.keys(), ...theirs.keys()]);
  return [...places].filter((at) => own.get(at) !== theirs.get(at)).sort((one, other) => one - other);
}

/** The resolved chunk of before, where what both have in common is resolved alike; what lay before that is let go. */
function previousOf(values: readonly OtherValue[], { chunk, length, form }: Written): EntryChunk["previous"] {
  const { previous } = chunk;
  const earlier = previous && resolvedChunks.get(previous.chunk)?.[form];
  if (previous === undefined || earlier === undefined || earlier.chunk === previous.chunk) return undefined;
  earlier.chunk.previous = undefined;
  const { head, tail } = previous;
  const moved = length - previous.length;
  const [now, then] = [values, earlier.values].map((all, isEarlier) => {
    const end = (isEarlier ? previous.length : length) - tail;
    return all
      .filter(({ at }) => at < head || at >= end)
      .map(({ at, value }) => ({ at: at < head || isEarlier === 0 ? at : at + moved, value }));
  });
  return areSame(now ?? [], then ?? []) ? { ...previous, chunk: earlier.chunk } : undefined;
}
