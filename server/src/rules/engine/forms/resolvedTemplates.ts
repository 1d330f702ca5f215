import { typesIn } from "../../../model/incremental/chunkTypes.ts";
import { Memo, takenOver } from "../../../model/incremental/memo.ts";
import { expandedLoops } from "../../../model/references/expandedLoops.ts";
import {
  type Declarations,
  type Entry,
  type EntryChunk,
  entryWith,
  type PlacedChunk,
  type Section,
  type Template,
} from "../../../model/template.ts";
import {
  isResolvedBy,
  type ResolvedBy,
  type ResolvedForms,
  resolvedForms,
} from "../../shared/resolving/resolvedValue.ts";

/** A template without loops as far as they are expanded, with its resources and Globals in their certain form, and in their default form; see {@link ResolvedForms}. */
export interface ResolvedTemplates {
  readonly certain: Template;
  readonly usual: Template;
  /** The written entry by its resolved form, if that is another object. */
  readonly written: ReadonlyMap<Entry, Entry>;
}

/** The resolved templates of a template, memoised. Entries and chunks that do not differ are the same objects. */
export function resolvedTemplates(template: Template): ResolvedTemplates {
  return known.of(template, () => {
    const { template: whole, loops } = expandedLoops(template);
    // The resolved chunks take their types from those that are written.
    typesIn(whole);
    const written = new Map(loops);
    const certain = templateIn("certain", whole, whole, written);
    return { certain, usual: templateIn("usual", whole, certain, written), written };
  });
}

const known = new Memo<ResolvedTemplates>();

type Form = keyof ResolvedForms;

/** @param like is given if it is the same */
function templateIn(form: Form, template: Template, like: Template, written: Map<Entry, Entry>): Template {
  const sections = template.sections.map((section, at) => {
    const other = like.sections[at] ?? section;
    return /^(?:Globals|Resources)$/.test(section.name)
      ? resolvedSection(form, section, other, template.declarations, written)
      : section;
  });
  return sections.every((section, at) => section === like.sections[at])
    ? like
    : { ...like, sections, memos: new Map() };
}

function resolvedSection(
  form: Form,
  section: Section,
  like: Section,
  declarations: Declarations,
  written: Map<Entry, Entry>,
): Section {
  const resolved = section.chunks.map((placed) => resolvedChunk(placed, section, declarations));
  if (resolved.every((one, at) => one[form] === like.chunks[at]?.chunk)) return like;
  const entries = [...section.entries];
  const chunks = section.chunks.map((placed, index): PlacedChunk => {
    const { values, [form]: chunk } = resolved[index] as ResolvedChunk;
    for (const value of values) {
      const entry = entries[placed.start + value.at] as Entry;
      if (value[form] === entry.value) continue;
      const other = entryWith(entry, value[form]);
      entries[placed.start + value.at] = other;
      written.set(other, written.get(entry) ?? entry);
    }
    return { ...placed, chunk };
  });
  return { ...section, entries, chunks };
}

/** A chunk of resolved entries: the chunk itself if it has the same. */
interface ResolvedChunk extends Readonly<Record<Form, EntryChunk>> {
  readonly by: ResolvedBy;
  /** The entries that have another form, in the order of the text. */
  readonly values: readonly ResolvedEntry[];
}

interface ResolvedEntry extends ResolvedForms {
  /** The index of the entry in its chunk. */
  readonly at: number;
  readonly written: Entry["value"];
}

const resolvedChunks = new Memo<ResolvedChunk>();

function resolvedChunk(placed: PlacedChunk, { entries }: Section, declarations: Declarations): ResolvedChunk {
  const { chunk } = placed;
  const before = resolvedChunks.get(chunk);
  if (before !== undefined && isResolvedBy(before.by, declarations)) return before;
  const values = resolvedEntries(placed, entries, declarations);
  const { parameters, mappings, formulas } = declarations;
  const by = { parameters, mappings, formulas };
  const made =
    before !== undefined && areSame(values, before.values)
      ? { ...before, by }
      : { by, values, ...chunksWith(values, chunk, by) };
  resolvedChunks.set(chunk, made);
  return made;
}

function resolvedEntries(
  placed: PlacedChunk,
  entries: readonly Entry[],
  declarations: Declarations,
): readonly ResolvedEntry[] {
  const { before, behind, from, to } = takenOver(resolvedChunks, placed, ({ by, values }) =>
    isResolvedBy(by, declarations) ? values : undefined,
  );
  const fresh: ResolvedEntry[] = [];
  for (let at = from; at < to; at++) {
    const { value: written } = entries[placed.start + at] as Entry;
    const { certain, usual } = resolvedForms(written, declarations);
    if (certain !== written || usual !== written) fresh.push({ at, written, certain, usual });
  }
  return [...before, ...fresh, ...behind];
}

function areSame(some: readonly ResolvedEntry[], others: readonly ResolvedEntry[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ at, certain, usual }, index) => {
      const other = others[index];
      return at === other?.at && certain === other.certain && usual === other.usual;
    })
  );
}

function chunksWith(values: readonly ResolvedEntry[], chunk: EntryChunk, by: ResolvedBy): Pick<ResolvedChunk, Form> {
  const earlier = chunk.previous && resolvedChunks.get(chunk.previous.chunk);
  const isRight = earlier !== undefined && isResolvedBy(earlier.by, by);
  const chunkIn = (form: Form, like: EntryChunk, others: readonly ResolvedEntry[]): EntryChunk =>
    chunkLike(like, others, chunk, isRight ? earlier[form] : undefined);
  const certain = chunkIn(
    "certain",
    chunk,
    values.filter((one) => one.certain !== one.written),
  );
  const usual = chunkIn(
    "usual",
    certain,
    values.filter((one) => one.usual !== one.certain),
  );
  return { certain, usual };
}

/**
 * A chunk that is like another one but for some entries; that chunk itself if there are none.
 *
 * @param now the chunk of the template that `like` is of, by its places
 * @param before the same of the chunk before `now`
 */
export function chunkLike(
  like: EntryChunk,
  others: readonly { readonly at: number }[],
  { section, previous }: EntryChunk,
  before: EntryChunk | undefined,
): EntryChunk {
  if (others.length === 0) return like;
  // Nothing before the previous chunk is kept alive.
  if (before !== undefined && before !== previous?.chunk) before.previous = undefined;
  return {
    section,
    previous: previous && before && { ...previous, chunk: before },
    like: { chunk: like, others: others.map(({ at }) => at) },
    memos: new Map(),
  };
}
