import type { Catalogue, ObjectType, Property } from "../../catalogue/types/catalogue.ts";
import { type Schema, schemaAt } from "../../catalogue/types/schemaAt.ts";
import type { Path, Place } from "../../model/focus/focus.ts";
import { placeKey } from "../../model/focus/placeKey.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";

/** A property at its place in a template. */
export interface PlacedProperty {
  readonly property: Property;
  /** The effect of an update; the property around it may say more than it does itself. */
  readonly update: Property["update"];
  /** The object that it belongs to. */
  readonly owner: ObjectType | undefined;
  readonly known: KnownValues;
}

/** What is known of a property's values besides its schema. */
export interface KnownValues {
  /** Values in templates, the most frequent first; some may not be allowed. */
  readonly usual: readonly string[];
  /** Values that AWS's pages list, the usual ones first. */
  readonly listed: readonly string[];
}

/** The text of a scalar of an entry, by its path there. */
type TextIn = (entry: Node, path: Path) => string | undefined;

const textIn: TextIn = (entry, path) => textOf(nodeAt(entry, path));

/** The catalogue's schema of a place. */
export function placeSchema(place: Place, catalogue: Catalogue, text: TextIn = textIn): Schema | undefined {
  if (place.in === "template") return undefined;
  if (place.in === "section") return schemaAt(catalogue.templateBody, [place.section]);
  const { entry } = place;
  if (place.in === "resource") {
    const path = place.attribute === undefined ? [] : [place.attribute, ...place.path];
    return schemaAt(catalogue.resourceBody(place.type), path, (at) => text(entry.value, at));
  }
  const body = catalogue.entryBody(place.section, place.name);
  if (body !== undefined && place.path.length > 0) return schemaAt(body, place.path);
  return schemaAt(catalogue.templateBody, [place.section, place.name, ...place.path]);
}

/** Below names of the authors' own there are ever more places. */
const MAX_KEPT_PLACES = 2000;

const placedIn = memoBy((_: Catalogue) => new Map<string, PlacedProperty | undefined>());

/** The property that the place's last key names; the same object for all resources of a type, unless what stands beside it counts. */
export function placeProperty(place: Place, catalogue: Catalogue): PlacedProperty | undefined {
  if (place.in === "template") return undefined;
  const placed = placedIn(catalogue);
  const key = placeKey(place);
  const known = placed.get(key);
  if (known !== undefined || placed.has(key)) return known;
  let isOfType = true;
  const found = propertyAt(place, catalogue, (entry, at) => {
    isOfType = false;
    return textIn(entry, at);
  });
  if (placed.size >= MAX_KEPT_PLACES) placed.clear();
  if (isOfType) placed.set(key, found);
  return found;
}

function propertyAt(place: Place, catalogue: Catalogue, text: TextIn): PlacedProperty | undefined {
  const { property, update, owner } = placeSchema(place, catalogue, text) ?? {};
  return property && { property, update, owner, known: knownValues(place, catalogue, text) };
}

function knownValues(place: Place, { usage, values }: Catalogue, text: TextIn): KnownValues {
  if (place.in !== "resource" || place.type === undefined || place.attribute !== "Properties") return UNKNOWN;
  const names = place.path.filter((step) => typeof step === "string");
  const usual = usage.values(place.type, names);
  const all = values.at(place.type, ["Properties", ...names], (key) => siblingText(place, key, text));
  const listed = all.flatMap(({ name, deprecated, isFree }) => (deprecated || isFree ? [] : [name]));
  const first = usual.filter((value) => listed.includes(value));
  // Values with other labels mean nothing in a line, and ARNs would fill it.
  const isReadable = all.every(({ name, label }) => name === label && name.length <= MAX_LISTED_LENGTH);
  return { usual, listed: isReadable ? [...new Set([...first, ...listed])] : [] };
}

const UNKNOWN: KnownValues = { usual: [], listed: [] };
const MAX_LISTED_LENGTH = 40;

/** The nearest property at or around a place. */
export function propertyAround(place: Place, catalogue: Catalogue): PlacedProperty | undefined {
  let around: Place | undefined = place;
  while (around !== undefined) {
    const found = placeProperty(around, catalogue);
    if (found !== undefined) return found;
    around = above(around);
  }
  return undefined;
}

/** The place around a place; `undefined` above the value of an entry. */
export function above(place: Place): Place | undefined {
  if (place.in !== "resource" && place.in !== "entry") return undefined;
  return place.path.length === 0 ? undefined : { ...place, path: place.path.slice(0, -1) };
}

/** The text of the scalar under a key beside the place's last key. */
export function siblingText(place: Place, key: string, text: TextIn = textIn): string | undefined {
  if (place.in !== "resource" && place.in !== "entry") return undefined;
  const attribute = place.in === "resource" && place.attribute !== undefined ? [place.attribute] : [];
  return text(place.entry.value, [...attribute, ...place.path.slice(0, -1), key]);
}

/** The node at a path; of the branches of `Fn::If` the first that has it. */
function nodeAt(node: Node | undefined, path: Path): Node | undefined {
  if (node?.kind === "call") {
    if (node.name !== "Fn::If" || node.argument.kind !== "list") return undefined;
    const branches = node.argument.items.slice(1).map((branch) => nodeAt(branch, path));
    return branches.find((found) => found !== undefined);
  }
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (typeof step === "string") return nodeAt(valueAt(node, step), rest);
  return node?.kind === "list" ? nodeAt(node.items[step], rest) : undefined;
}
