import { memoBy } from "../../text/memoBy.ts";
import { Memo } from "../incremental/memo.ts";
import type { DeclaredResource, Entry, EntryChunk, EntryContent, PlacedChunk, Section, Template } from "../template.ts";
import { isLoopKey } from "../tree/functionNames.ts";
import { type Node, type Pair, type ScalarNode, textOf } from "../tree/node.ts";
import { declaredResource } from "./declarationsIn.ts";
import { unrolled } from "./unrolled.ts";

/** The most resources that one `Fn::ForEach` is expanded to; the rest stays a loop. */
const MAX_MADE = 100;

/** A template with resources in place of the loops that make them. */
export interface ExpandedTemplate {
  readonly template: Template;
  /** The loop's entry by that of a resource which it makes. */
  readonly loops: ReadonlyMap<Entry, Entry>;
}

/** The template with its `Fn::ForEach` of resources expanded whose collections are written out; itself if there is none. */
export function expandedLoops(template: Template): ExpandedTemplate {
  const { declarations } = template;
  const loops = new Map<Entry, Entry>();
  if (declarations.loopNames.length === 0) return { template, loops };
  const resources = new Map(declarations.resources);
  const sections = template.sections.map((section) =>
    section.name === "Resources" ? expandedSection(section, loops, resources) : section,
  );
  if (loops.size === 0) return { template, loops };
  const isLeft = sections.some(
    ({ name, entries }) => name !== "Outputs" && entries.some((entry) => isLoopKey(entry.name)),
  );
  const loopNames = isLeft ? declarations.loopNames : NO_NAMES;
  return {
    template: { ...template, sections, declarations: { ...declarations, resources, loopNames }, memos: new Map() },
    loops,
  };
}

const NO_NAMES: readonly string[] = [];

function expandedSection(
  section: Section,
  loops: Map<Entry, Entry>,
  resources: Map<string, DeclaredResource>,
): Section {
  const entries: Entry[] = [];
  const chunks = section.chunks.map(({ chunk, start, end }): PlacedChunk => {
    const from = entries.length;
    const own = section.entries.slice(start, end);
    const { made, chunk: expanded } = expandedChunk(chunk, own);
    own.forEach((entry, at) => {
      const inside = made.get(at);
      if (inside === undefined) entries.push(entry);
      for (const { key, value, declared } of inside ?? []) {
        const { section: of, offset, unit } = entry;
        const other: Entry = { section: of, name: key.text, key, value, offset, unit };
        entries.push(other);
        loops.set(other, entry);
        resources.set(other.name, declared);
      }
    });
    return { chunk: expanded, start: from, end: entries.length };
  });
  return { ...section, entries, chunks };
}

interface MadePair extends Pair {
  readonly declared: DeclaredResource;
}

interface ExpandedChunk {
  readonly chunk: EntryChunk;
  /** What the loops of the chunk make, by their places in it. */
  readonly made: ReadonlyMap<number, readonly MadePair[]>;
}

const expandedChunks = new Memo<ExpandedChunk>();

function expandedChunk(chunk: EntryChunk, entries: readonly Entry[]): ExpandedChunk {
  return expandedChunks.of(chunk, () => {
    const made = new Map<number, readonly MadePair[]>();
    entries.forEach((entry, at) => {
      const inside = isLoopKey(entry.name) ? madeBy(entry) : undefined;
      if (inside !== undefined) made.set(at, inside);
    });
    if (made.size === 0) return { chunk, made };
    return { chunk: { section: chunk.section, previous: undefined, memos: new Map() }, made };
  });
}

/** The resources that a loop makes; `undefined` unless all of them are known. */
function madeBy({ key, value }: Entry): readonly MadePair[] | undefined {
  const pairs = unrolled([{ key, value }], textsIn);
  if (pairs.length === 0 || pairs.length > MAX_MADE || pairs.some(isOpen)) return undefined;
  return pairs.map((pair) => ({ ...pair, declared: declaredResource(pair.value) }));
}

/** The entries that a loop makes, if all of them are known. */
export function madeEntries<Kind extends EntryContent>(entry: Kind): readonly Kind[] {
  if (!isLoopKey(entry.key.text)) return [];
  return madePairs(entry.value).map(({ key, value }) => ({ ...entry, name: key.text, key, value }));
}

/** The keys of the entries that a loop makes, if all are known; several may be the same. */
export function madeKeys({ value }: Pick<Entry, "value">): readonly ScalarNode[] {
  const pairs = unrolled([{ key: LOOP, value }], textsIn);
  return pairs.length > MAX_MADE || pairs.some(isOpen) ? [] : pairs.map(({ key }) => key);
}

/** Without those that have the key as it is written: each has one of its own. */
const madePairs = memoBy((value: Node): readonly Pair[] => {
  const pairs = unrolled([{ key: LOOP, value }], textsIn);
  const names = new Set(pairs.map(({ key }) => key.text));
  return pairs.length > MAX_MADE || names.size < pairs.length || pairs.some(isOpen) ? [] : pairs;
});

const LOOP: ScalarNode = { kind: "scalar", value: "", text: "Fn::ForEach::", style: "plain", start: 0, end: 0 };

function isOpen({ key, merged }: Pair): boolean {
  return merged === true || !/^[A-Za-z0-9]+$/.test(key.text);
}

function textsIn(collection: Node): readonly (string | undefined)[] | undefined {
  const texts = collection.kind === "list" ? collection.items.map(textOf) : [undefined];
  return texts.includes(undefined) ? undefined : texts;
}
