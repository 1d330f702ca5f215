import type { Declarations } from "../../model/declarations.ts";
import { Memo } from "../../model/incremental/memo.ts";
import type { Entry, EntryChunk, PlacedChunk, Section, Template } from "../../model/template.ts";
import { type ResolvedForms, resolvedForms } from "../shared/resolving/resolvedValue.ts";

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
    const certain = resolvedTemplate(template, "certain", written);
    return { certain, usual: resolvedTemplate(template, "usual", written), written };
  });
}

const known = new Memo<ResolvedTemplates>();

type Form = keyof ResolvedForms;

function resolvedTemplate(template: Template, form: Form, written: Map<Entry, Entry>): Template {
  const sections = template.sections.map((section) =>
    /^(?:Globals|Resources)$/.test(section.name)
      ? resolvedSection(section, template.declarations, form, written)
      : section,
  );
  return sections.every((section, at) => section === template.sections[at])
    ? template
    : { ...template, sections, memos: new Map() };
}

function resolvedSection(
  section: Section,
  declarations: Declarations,
  form: Form,
  written: Map<Entry, Entry>,
): Section {
  const entries = section.entries.map((entry): Entry => {
    const value = resolvedForms(entry.value, declarations)[form];
    if (value === entry.value) return entry;
    const resolved = { ...entry, value };
    written.set(resolved, entry);
    return resolved;
  });
  if (entries.every((entry, at) => entry === section.entries[at])) return section;
  return { ...section, entries, chunks: section.chunks.map((placed) => resolvedChunk(placed, entries, section, form)) };
}

/** A chunk of resolved entries: the chunk itself where it has the same, and the same one while these are. */
function resolvedChunk(placed: PlacedChunk, entries: readonly Entry[], written: Section, form: Form): PlacedChunk {
  const own = entries.slice(placed.start, placed.end);
  if (own.every((entry, at) => entry === written.entries[placed.start + at])) return placed;
  const { chunk } = placed;
  const memo = CHUNKS[form];
  const before = memo.get(chunk);
  const values = own.map(({ value }) => value);
  if (before !== undefined && values.every((value, at) => value === before.values[at]))
    return { ...placed, chunk: before.chunk };
  const made: EntryChunk = { section: chunk.section, previous: previousOf(chunk, values, memo), memos: new Map() };
  memo.set(chunk, { values, chunk: made });
  return { ...placed, chunk: made };
}

/** The resolved chunk of before, where what both have in common is resolved alike; what lay before that is let go. */
function previousOf(
  { previous }: EntryChunk,
  values: ResolvedChunk["values"],
  memo: Memo<ResolvedChunk>,
): EntryChunk["previous"] {
  const earlier = previous && memo.get(previous.chunk);
  if (previous === undefined || earlier === undefined) return undefined;
  earlier.chunk.previous = undefined;
  const { head, tail, length } = previous;
  const isSame = (at: number, by: number): boolean => values[at + by] === earlier.values[at];
  for (let at = 0; at < head; at++) if (!isSame(at, 0)) return undefined;
  for (let at = length - tail; at < length; at++) if (!isSame(at, values.length - length)) return undefined;
  return { ...previous, chunk: earlier.chunk };
}

interface ResolvedChunk {
  readonly values: readonly Entry["value"][];
  readonly chunk: EntryChunk;
}

const CHUNKS: Readonly<Record<Form, Memo<ResolvedChunk>>> = { certain: new Memo(), usual: new Memo() };
