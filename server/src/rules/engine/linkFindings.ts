import { type ChunkIn, chunksIn } from "../../model/incremental/chunkTypes.ts";
import { Memo, summariesOf, takenOver } from "../../model/incremental/memo.ts";
import { type Entry, entriesOf, entryOf, type Template } from "../../model/template.ts";
import { contentSpan, type MapNode, type Node, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { memoBy, memoOfLatest, memoWhile } from "../../text/memoBy.ts";
import type { Span } from "../../text/span.ts";
import type { LinkedResource } from "../shared/links/linkedResource.ts";
import { type CheckLink, RESOURCE_LINKS } from "../shared/links/resourceLinks.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { type ConditionModel, conditionModel } from "../shared/resolving/conditionModel.ts";
import type { Extra, Words } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";
import { propertiesSpan } from "../shared/values/propertiesSpan.ts";

/** A mistake between resources that refer to each other. */
interface LinkFinding {
  readonly entry: Entry | undefined;
  readonly span: Span;
  readonly words: Words;
  readonly extra: Pick<Extra, "severity" | "data">;
}

/** The mistakes between the resources of a template that refer to each other (`resourceLinks.ts`). */
export function linkFindings(template: Template): readonly LinkFinding[] {
  const known = nameable(template);
  const all: LinkFinding[] = [];
  for (const one of chunksIn(template, "Resources").placed) {
    const { chunk, start } = one.placed;
    const before = checkedChunks.get(chunk);
    const links = before !== undefined && isUpToDate(before, known) ? before : checkedChunk(one, known);
    checkedChunks.set(chunk, links);
    for (const { at, name, ...finding } of links.findings)
      all.push({ ...finding, entry: name === undefined ? one.section.entries[start + at] : known.named(name) });
  }
  return all;
}

/** What was found about one of a chunk's resources, by its index. */
interface LinksAt extends CheckedLinks {
  readonly at: number;
}

/** A finding about one of a chunk's resources, by its index. */
interface FindingAt extends KeptFinding {
  readonly at: number;
}

interface ChunkLinks extends CheckedLinks<FindingAt> {
  readonly parts: readonly LinksAt[];
}

/** Most edits leave all that a chunk's resources refer to as it is. */
const checkedChunks = new Memo<ChunkLinks>();

function checkedChunk({ placed, section }: ChunkIn, known: Nameable): ChunkLinks {
  const { before, behind, from, to } = takenOver(checkedChunks, placed, ({ parts }) => parts);
  const parts: LinksAt[] = [];
  const add = (at: number): void => {
    const entry = section.entries[placed.start + at];
    const check = RESOURCE_LINKS.get(typeNameOf(entry?.value) ?? "");
    if (entry !== undefined && check !== undefined) parts.push({ ...linksOf(entry, check, known), at });
  };
  const addAgain = (part: LinksAt): void => void (isUpToDate(part, known) ? parts.push(part) : add(part.at));
  before.forEach(addAgain);
  for (let at = from; at < to; at++) add(at);
  behind.forEach(addAgain);
  const targets = new Map(parts.flatMap((part) => part.targets.map((target) => [target.name, target])));
  // All were asked of the same template, so that there is one value of each.
  const globals = parts.find((one) => one.globals !== undefined)?.globals;
  return {
    targets: [...targets.values()],
    conditions: parts.find(({ conditions }) => conditions !== undefined)?.conditions,
    ...(globals !== undefined && { globals }),
    findings: parts.flatMap(({ findings, at }) => findings.map((one) => ({ ...one, at }))),
    parts,
  };
}

/** What a resource may refer to in a template. */
interface Nameable extends Pick<Template, "format" | "declarations"> {
  named(name: string): Entry | undefined;
  conditions(): ConditionModel;
  /** The properties that SAM's Globals give to all functions. */
  globals(): Node | undefined;
}

function nameable(template: Template): Nameable {
  const resources = entriesOf(template, "Resources");
  let places: ReadonlyMap<string, number> | undefined;
  let model: ConditionModel | undefined;
  return {
    format: template.format,
    declarations: template.declarations,
    named(name) {
      places ??= placesIn(template.sections.flatMap((one) => (one.name === "Resources" ? namesByChunk(one) : [])));
      return resources[places.get(name) ?? -1];
    },
    conditions() {
      model ??= conditionModel(template.declarations);
      return model;
    },
    globals: () => entryOf(template, "Globals", "Function")?.value,
  };
}

const namesByChunk = summariesOf((entries) => entries.map(({ name }) => name));

/** The index of each name (of the last resource that has it). Most edits leave all of it as it is. */
const placesIn = memoOfLatest(
  (names: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
    new Map(names.flat().map((name, index) => [name, index])),
  (names, before) => {
    const isSame = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
      one === other || (one.length === other.length && one.every((name, at) => name === other[at]));
    return names.length === before.length && names.every((one, at) => isSame(one, before[at]));
  },
);

interface KeptFinding {
  /** The resource that is faulted, if it is another one than that which names it. */
  readonly name: string | undefined;
  readonly span: Span;
  readonly words: Words;
  readonly extra: Pick<Extra, "severity" | "data">;
}

/** What was found about resources, and all that was looked at for it besides the resources themselves. */
interface CheckedLinks<Found = KeptFinding> {
  readonly targets: readonly { readonly name: string; readonly value: Node | undefined }[];
  readonly conditions: ConditionModel | undefined;
  /** Set only if it was asked for. */
  readonly globals?: { readonly value: Node | undefined };
  readonly findings: readonly Found[];
}

interface Asked {
  readonly entry: Entry;
  readonly check: CheckLink;
  readonly known: Nameable;
}

/** The mistakes between a resource and those that it names; computed again only if one of them has changed. */
function linksOf(entry: Entry, check: CheckLink, known: Nameable): CheckedLinks {
  return checksOf(entry.key)(entry.value, { entry, check, known });
}

/** By the key's node, which no two entries share (a value may be an alias of another entry's), then by the form of the value. */
const checksOf = memoBy((_: Node) =>
  memoWhile<Node, CheckedLinks, Asked>((before, { known }) => isUpToDate(before, known), checkedLinks),
);

function checkedLinks(_: Node, { entry, check, known }: Asked): CheckedLinks {
  const targets: CheckedLinks["targets"][number][] = [];
  const findings: KeptFinding[] = [];
  let conditions: ConditionModel | undefined;
  let globals: CheckedLinks["globals"];
  const resourceOf = (one: Entry | undefined): LinkedResource | undefined => {
    const properties = valueAt(one?.value, "Properties") ?? NOTHING;
    if (one === undefined || properties.kind !== "map") return undefined;
    return {
      entry: one,
      properties,
      format: known.format,
      possible(assumptions) {
        if (assumptions.length === 0) return true;
        conditions = known.conditions();
        return conditions.possible(assumptions);
      },
      globalValue(key) {
        globals = { value: known.globals() };
        return valueAt(globals.value, key);
      },
      target(value, ...types) {
        const name = resourceTarget(value);
        if (name === undefined) return undefined;
        const found = known.named(name);
        targets.push({ name, value: found?.value });
        return types.includes(typeNameOf(found?.value) ?? "") ? resourceOf(found) : undefined;
      },
    };
  };
  const resource = resourceOf(entry);
  if (resource !== undefined)
    check(resource, (where, property, words, extra = {}) => {
      const name = where.entry === entry ? undefined : where.entry.name;
      const span = typeof property === "string" ? propertySpan(where, property) : property;
      findings.push({ name, span, words, extra });
    });
  return { targets, conditions, findings, ...(globals !== undefined && { globals }) };
}

function isUpToDate({ targets, conditions, globals }: CheckedLinks<unknown>, known: Nameable): boolean {
  if (globals !== undefined && globals.value !== known.globals()) return false;
  for (const { name, value } of targets) if (known.named(name)?.value !== value) return false;
  return conditions === undefined || conditions === known.conditions();
}

const NOTHING: MapNode = { kind: "map", flow: false, pairs: [], start: 0, end: 0 };

/** The span of a property, keys with dots between them; of the key above if it is not there. */
function propertySpan({ entry, properties }: LinkedResource, path: string): Span {
  const names = path.split(".");
  const pair = pairOf(nodesAt(properties, names.slice(0, -1))[0], names.at(-1) ?? "");
  if (pair === undefined || pair.merged) return propertiesSpan(entry);
  return contentSpan(pair.value);
}
