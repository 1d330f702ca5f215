import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { type Entry, entriesOf, type Section, type Template } from "../../model/template.ts";
import { type MapNode, type Node, type Pair, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { type Span, startOfLine } from "../../text/span.ts";

/** Lines to indent more, or less. Spans are absolute. */
export interface MisplacedLines {
  /** The resource's name. */
  readonly name: string;
  readonly key: Span;
  readonly lines: Span;
  /** In blanks; negative: less deep. */
  readonly by: number;
  /** The span of the finding, if it is larger than the lines. */
  readonly covers?: Span;
}

/** Properties after `Properties` that are in its column or in that of the resource's name. */
export function looseProperties(template: Template, catalogue: Catalogue): readonly MisplacedLines[] {
  const { text } = template;
  const fuller = new Set(withMoreKeys(template, "Resources", catalogue).map(({ entry }) => entry));
  const others = new Set(withoutResource(template, "Resources").map(({ entry }) => entry));
  if (fuller.size === 0 && others.size === 0) return [];
  const entries = entriesOf(template, "Resources");
  return entries.flatMap((entry, index): MisplacedLines[] => {
    const follower = entries[index + 1];
    if (!fuller.has(entry) && (follower === undefined || !others.has(follower))) return [];
    const owner = ownerOf(entry, catalogue, text);
    if (owner === undefined) return [];
    const next = entries.slice(index + 1, index + 1 + MAX_KEYS_IN_A_ROW).map(keyAsEntry);
    const end = next[0] === undefined ? sectionEnd(entry, template) : startOfLine(text, next[0].start);
    const inside = misplacedLines(owner, owner.behind, end, text);
    if (owner.behind.length > 0) return inside;
    const last = entries[index + 1 + next.findIndex((key) => !isLoose(owner, key))];
    return misplacedLines(
      owner,
      next,
      last === undefined ? sectionEnd(entry, template) : startOfLine(text, keyAsEntry(last).start),
      text,
    );
  });
}

/** Resources with a misplaced key right after `Properties`. */
const withMoreKeys = searchEntries((entry, catalogue: Catalogue) => {
  const { value } = entry;
  const at = value.kind === "map" ? value.pairs.findIndex(({ key }) => key.text === "Properties") : -1;
  const next = value.kind === "map" && at >= 0 ? value.pairs[at + 1] : undefined;
  const known = next && catalogue.resourceType(typeNameOf(value) ?? "");
  const isMore = known && isLoose(known.properties, { name: next.key.text, value: next.value });
  return isMore === true ? entry : undefined;
});

/** Entries of Resources that are not resources. */
const withoutResource = searchEntries((entry) => (beginsResource(entry.value) ? undefined : entry));

const MAX_KEYS_IN_A_ROW = 30;

/** A key with absolute offsets. */
interface Key extends Span {
  readonly name: string;
  readonly value: Node;
}

/** A resource and the keys that may belong to its `Properties`. */
interface Owner {
  readonly name: string;
  readonly properties: ReadonlyMap<string, unknown>;
  /** The column of its properties. */
  readonly column: number;
  /** The keys after `Properties`. */
  readonly behind: readonly Key[];
}

function ownerOf({ name, value, offset }: Entry, catalogue: Catalogue, text: string): Owner | undefined {
  if (value.kind !== "map" || value.flow) return undefined;
  const at = value.pairs.findIndex(({ key }) => key.text === "Properties");
  const own = value.pairs[at]?.value;
  const first = own?.kind === "map" && !own.flow ? own.pairs[0] : undefined;
  const type = value.pairs.find(({ key }) => key.text === "Type")?.value;
  const known = type?.kind === "scalar" ? catalogue.resourceType(type.text) : undefined;
  if (first === undefined || known === undefined) return undefined;
  const start = first.key.start + offset;
  return {
    name,
    properties: known.properties.properties,
    column: start - startOfLine(text, start),
    behind: value.pairs.slice(at + 1).map(({ key, value: node }) => placeKey(key, node, offset)),
  };
}

function keyAsEntry({ key, value, offset }: Entry): Key {
  return placeKey(key, value, offset);
}

function placeKey(key: ScalarNode, value: Node, offset: number): Key {
  return { name: key.text, value, start: key.start + offset, end: key.end + offset };
}

/** Whether a key is misplaced: it neither begins a resource nor is still being typed. */
function isLoose({ properties }: Pick<Owner, "properties">, { name, value }: Pick<Key, "name" | "value">): boolean {
  if (!properties.has(name) || (value.kind === "scalar" && value.value === null)) return false;
  return !beginsResource(value);
}

function beginsResource(value: Node): boolean {
  return value.kind === "map" && value.pairs.some(({ key }) => /^(?:Type|Properties)$/.test(key.text));
}

/** The lines of the first misplaced keys; a single word may still become a resource. */
function misplacedLines(owner: Owner, keys: readonly Key[], end: number, text: string): MisplacedLines[] {
  const other = keys.find((key) => !isLoose(owner, key));
  const loose = other === undefined ? keys : keys.slice(0, keys.indexOf(other));
  const [first] = loose;
  if (first === undefined || loose.every(({ value }) => value.kind === "scalar")) return [];
  const start = startOfLine(text, first.start);
  const by = Math.max(0, owner.column - (first.start - start));
  const lines = { start, end: other === undefined ? end : startOfLine(text, other.start) };
  return [{ name: owner.name, key: { start: first.start, end: first.end }, lines, by }];
}

/** The end of the section that an entry is in. */
export function sectionEnd({ section, offset }: Entry, { sections, text }: Template): number {
  const after = (one: Section): boolean => one.name !== section && one.key.start + one.offset > offset;
  const next = sections.find(after);
  return next === undefined ? text.length : startOfLine(text, next.key.start + next.offset);
}

/** Resources that are indented below another one, after its own properties and attributes. */
export function nestedResources(template: Template, catalogue: Catalogue): readonly MisplacedLines[] {
  const { text } = template;
  return nested(template, "Resources").flatMap(({ entry, found: [first] }): readonly MisplacedLines[] => {
    const type = catalogue.resourceType(typeNameOf(entry.value) ?? "");
    if (type === undefined || first === undefined || type.properties.properties.has(first.key.text)) return [];
    const key = { start: first.key.start + entry.offset, end: first.key.end + entry.offset };
    const columnAt = (offset: number): number => offset - startOfLine(text, offset);
    const section = template.sections.find(({ entries }) => entries.includes(entry));
    const next = section?.entries[section.entries.indexOf(entry) + 1];
    const end = next === undefined ? sectionEnd(entry, template) : startOfLine(text, next.key.start + next.offset);
    const by = columnAt(entry.key.start + entry.offset) - columnAt(key.start);
    return by >= 0 ? [] : [{ name: first.key.text, key, lines: { start: startOfLine(text, key.start), end }, by }];
  });
}

/** The last keys of a resource, if they are resources themselves. */
const nested = searchEntries(({ value }): readonly Pair[] | undefined => {
  const properties = valueAt(value, "Properties");
  const last = value.kind === "map" ? value.pairs.at(-1)?.value : undefined;
  return properties !== undefined && properties === last ? lastResources(properties) : lastResources(value);
});

function lastResources(node: Node): readonly Pair[] {
  return isBlock(node) ? node.pairs.slice(node.pairs.findLastIndex(({ value }) => !isResource(value)) + 1) : [];
}

function isBlock(node: Node): node is MapNode {
  return node.kind === "map" && !node.flow;
}

function isResource(node: Node): boolean {
  return isBlock(node) && /^\w+::\w+(?:::\w+)?$/.test(typeNameOf(node) ?? "");
}
