import type { EntryChunk, PlacedChunk, Section, SectionName, Template } from "../template.ts";
import { typeNameOf } from "../tree/node.ts";
import { Memo } from "./memo.ts";

/** A chunk with the section that it belongs to. */
export interface ChunkIn {
  readonly placed: PlacedChunk;
  readonly section: Section;
}

/** The chunks of a section's entries, over all its occurrences. */
export interface ChunksIn {
  readonly placed: readonly ChunkIn[];
  /** By themselves, they hold no template. */
  readonly chunks: readonly EntryChunk[];
  /** See {@link changesSince}. */
  readonly changes: Map<readonly EntryChunk[], ChunkChanges>;
}

export function chunksIn(template: Template, section: SectionName): ChunksIn {
  const bySection = chunksOf.of(template, () => new Map());
  let all = bySection.get(section);
  if (all === undefined) {
    const sections = template.sections.filter(({ name }) => name === section);
    const placed = sections.flatMap((one) => one.chunks.map((placed) => ({ placed, section: one })));
    all = { placed, chunks: placed.map((one) => one.placed.chunk), changes: new Map() };
    bySection.set(section, all);
  }
  return all;
}

const chunksOf = new Memo<Map<SectionName, ChunksIn>>();

/** The chunks that differ from earlier ones of the same number. */
export interface ChunkChanges {
  /** Their indexes. */
  readonly places: readonly number[];
  /** The types of their resources that may differ; `undefined` if that is not known. */
  readonly types: ReadonlySet<string> | undefined;
}

/** What differs from the `chunks` of an earlier template. A hundred searches ask the same. */
export function changesSince(before: readonly EntryChunk[], { placed, chunks, changes }: ChunksIn): ChunkChanges {
  let found = changes.get(before);
  if (found === undefined) {
    const places = [...chunks.keys()].filter((at) => chunks[at] !== before[at]);
    const types = places.map((at) => changedTypes(placed[at], before[at]));
    const known = types.filter((one) => one !== undefined);
    found = { places, types: known.length < types.length ? undefined : new Set(known.flatMap((one) => [...one])) };
    changes.set(before, found);
  }
  return found;
}

function changedTypes(one: ChunkIn | undefined, before: EntryChunk | undefined): ReadonlySet<string> | undefined {
  const isNext = before !== undefined && one?.placed.chunk.previous?.chunk === before;
  return isNext ? typesOfChunk(one).changed : undefined;
}

/** The types of a template's resources. */
export function typesIn(template: Template): ReadonlySet<string> {
  return knownIn.of(template, () => {
    const all = new Set<string>();
    for (const one of chunksIn(template, "Resources").placed)
      for (const type of typesOfChunk(one).places.keys()) all.add(type);
    return all;
  });
}

const knownIn = new Memo<ReadonlySet<string>>();

/** The indexes of a chunk's resources of some types, in the order of the text. */
export function indexesOfTypes(one: ChunkIn, types: ReadonlySet<string>): readonly number[] {
  const found: (readonly number[])[] = [];
  for (const [type, places] of typesOfChunk(one).places) if (types.has(type)) found.push(places);
  return found.length < 2 ? (found[0] ?? []) : found.flat().sort((one, other) => one - other);
}

/** The types of a chunk's resources. */
interface ChunkTypes {
  readonly types: readonly (string | undefined)[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The types of resources that differ from the chunk before it, then and now; `undefined` if that is not known. */
  readonly changed: ReadonlySet<string> | undefined;
}

const knownTypes = new Memo<ChunkTypes>();

/** A chunk that is like another one takes over its types. */
function typesOfChunk({ placed, section }: ChunkIn): ChunkTypes {
  let { chunk } = placed;
  while (chunk.like !== undefined) ({ chunk } = chunk.like);
  return knownTypes.of(chunk, () => {
    const length = placed.end - placed.start;
    const earlier = chunk.previous && knownTypes.get(chunk.previous.chunk);
    const { head, tail } = (earlier && chunk.previous) ?? { head: 0, tail: 0 };
    const fresh = section.entries.slice(placed.start + head, placed.end - tail).map(({ value }) => typeNameOf(value));
    const before = earlier?.types ?? [];
    const types = [...before.slice(0, head), ...fresh, ...before.slice(before.length - tail)];
    const places = new Map<string, number[]>();
    for (let at = 0; at < length; at++) {
      const type = types[at];
      if (type === undefined) continue;
      const known = places.get(type);
      if (known === undefined) places.set(type, [at]);
      else known.push(at);
    }
    const others = [...fresh, ...before.slice(head, before.length - tail)].filter((type) => type !== undefined);
    return { types, places, changed: earlier && new Set(others) };
  });
}
