import type { ObjectType, Property, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives, objectsOf } from "../../../catalogue/types/schemaAt.ts";
import type { CompletionPlace } from "../../../model/focus/completionPlace.ts";
import { escapedSnippet } from "../scene.ts";
import { bodyLines, renumbered } from "./keySkeletons.ts";

/** The depth to which required keys are written out. */
const MAX_DEPTH = 4;
const MAX_CHOICES = 20;

export interface Skeleton {
  readonly text: string;
  /** What the first tab stop takes: the object, for a key; `undefined` if nothing can be offered for it. */
  readonly first: ValueType | undefined;
  /** Whether values of it are listed, as those of a key below. */
  readonly isListed?: boolean;
}

type Path = readonly (string | number)[];

interface Pen {
  readonly style: CompletionPlace["style"];
  readonly unit: string;
  readonly snippet: boolean;
  /** From the resource's attributes down to the place of the skeleton. */
  readonly path?: Path;
  /** Whether a key takes a reference more often than a text: in JSON that is an object, without quotes. */
  refers?(key: Referring): boolean;
  /** Whether a parameter of the template gives the list that a key takes. */
  takesList?(name: string): boolean;
  /** Keys or values in the order in which people write them, as far as that is known. */
  order?(path: Path): readonly string[];
  /** Whether there are values to choose from. */
  isListed?(path: Path): boolean;
  /** A required key, with what nearly everybody writes below it. */
  usual?(path: Path, type: ValueType): string | undefined;
  /** A reference to the only thing of the template that a key takes. */
  own?(path: Path, key: Referring & Pick<Property, "type">): string | undefined;
  stop: number;
  first: ValueType | undefined;
  isFirstListed?: boolean;
}

/** The text behind the colon of a new key: required keys below it are written out, with tab stops for what is missing. */
export function valueSkeleton(
  type: ValueType,
  indent: string,
  { key, ...options }: Omit<Pen, "stop" | "first"> & { readonly key?: Referring },
): Skeleton {
  const { style } = options;
  const pen: Pen = { ...options, stop: 1, first: undefined };
  const chosen = chosenShape(type, key?.name);
  const isGiven = chosen.kind === "list" && key !== undefined && options.takesList?.(key.name) === true;
  const scalar = isGiven || (chosen.kind !== "object" && chosen.kind !== "list" && chosen.kind !== "map");
  if (scalar && style !== "json") return { text: " ", first: type };
  const text = skeletonValue(pen, { ...key, type: chosen }, indent, []);
  return { text, first: pen.first, ...(pen.isFirstListed === true && { isListed: true }) };
}

/**
 * Of several shapes the most usual one: a single value rather than a list, an object rather than JSON text. A list that comes
 * before the object of which it is one is what people write: the statements of a policy.
 */
function chosenShape(type: ValueType, key?: string): ValueType {
  const all = alternatives(type);
  const [first] = all;
  if (key === PATH && first?.kind === "string") return first;
  const objects = all.flatMap((one) => (one.kind === "object" ? one.object : []));
  if (first?.kind === "list" && objectsOf(first.items).some((item) => objects.includes(item))) return first;
  return (
    all.find(({ kind }) => kind === "object") ??
    all.find(({ kind }) => kind === "string" || kind === "number" || kind === "boolean") ??
    all[0] ?? { kind: "any" }
  );
}

/** The key of a SAM application's template: nearly always a file beside it, not an application of others. */
const PATH = "Location";

/** A key, and what its value may refer to. */
export type Referring = Pick<Property, "name" | "references">;

/** A value, and the key that it is the value of, or of whose list it is an item. */
type Wanted = Pick<Property, "type"> & Partial<Referring>;

function skeletonValue(pen: Pen, wanted: Wanted, indent: string, below: Path): string {
  const chosen = chosenShape(wanted.type, wanted.name);
  const inner = indent + pen.unit;
  if (chosen.kind === "object") return objectText(pen, chosen.object, indent, below);
  if (chosen.kind === "list") {
    if (wanted.name !== undefined && pen.takesList?.(wanted.name) === true) return ` ${stopText(pen, chosen)}`;
    const item = { ...wanted, type: chosenShape(chosen.items) };
    if (pen.style === "block") return `\n${inner}- ${skeletonItem(pen, item, `${inner}  `, [...below, 0])}`;
    if (pen.style === "flow") return ` [${scalarStop(pen, item, below)}]`;
    return ` [\n${inner}${skeletonItem(pen, item, inner, [...below, 0])}\n${indent}]`;
  }
  if (chosen.kind === "map") {
    const stop = stopText(pen, chosen);
    if (pen.style === "block") return `\n${inner}${stop}`;
    return pen.style === "flow" ? ` { ${stop} }` : ` {\n${inner}${stop}\n${indent}}`;
  }
  return ` ${scalarStop(pen, { ...wanted, type: chosen }, below)}`;
}

/** An item of a list; `indent` is that of its further lines. */
function skeletonItem(pen: Pen, item: Wanted, indent: string, below: Path): string {
  const chosen = item.type;
  if (chosen.kind !== "object" || below.length > MAX_DEPTH) return scalarStop(pen, item, below);
  const required = requiredOf(pen, chosen.object, below);
  if (pen.style !== "block") return objectText(pen, chosen.object, indent, below).trimStart();
  if (required.length === 0) return stopText(pen, chosen);
  return required.map((property) => pairText(pen, property, indent, below)).join(`\n${indent}`);
}

function objectText(pen: Pen, object: ObjectType, indent: string, below: Path): string {
  const inner = indent + pen.unit;
  const required = below.length > MAX_DEPTH ? [] : requiredOf(pen, object, below);
  const pairs = required.map((property) => pairText(pen, property, inner, below));
  const lines = pairs.length > 0 ? pairs : [stopText(pen, { kind: "object", object })];
  if (pen.style === "block") return `\n${lines.map((line) => inner + line).join("\n")}`;
  if (pen.style === "flow") return ` { ${lines.join(", ")} }`;
  return ` {\n${lines.map((line) => inner + line).join(",\n")}\n${indent}}`;
}

function pairText(pen: Pen, property: Property, indent: string, above: Path): string {
  const { name, type } = property;
  const below = [...above, name];
  const body = pen.usual?.([...(pen.path ?? []), ...below], type);
  const numbered = body === undefined ? undefined : renumbered(body, pen.stop);
  const text = numbered && bodyLines(numbered.text, pen.style, indent, pen.unit);
  if (numbered !== undefined && text !== undefined) {
    pen.stop = numbered.next;
    return text;
  }
  const key = pen.style === "json" ? JSON.stringify(name) : name;
  return `${pen.snippet ? escapedSnippet(key) : key}:${skeletonValue(pen, property, indent, below)}`;
}

/**
 * Required keys in the order that is known of them; else names, what something belongs to or works with, other values,
 * what has parts.
 */
function requiredOf(pen: Pen, object: ObjectType, below: Path): readonly Property[] {
  const order = pen.order?.([...(pen.path ?? []), ...below]) ?? [];
  const rank = (property: Property): number => {
    const known = order.indexOf(property.name);
    return known < 0 ? order.length + shapeRank(property) : known;
  };
  return [...object.properties.values()]
    .filter(({ required, readOnly }) => required && !readOnly)
    .sort((one, other) => rank(one) - rank(other));
}

function shapeRank({ name, type, references }: Property): number {
  const { kind } = chosenShape(type);
  if (kind === "object" || kind === "list" || kind === "map") return 3;
  if (name === "Key" || name === "Name") return 0;
  return references !== undefined || /(?:Id|Arn)$/.test(name) ? 1 : 2;
}

function scalarStop(pen: Pen, { type, name, references }: Wanted, below: Path): string {
  if (type.kind === "list" || type.kind === "map") return stopText(pen);
  const isText = type.kind !== "number" && type.kind !== "boolean" && type.kind !== "any";
  if (!pen.snippet) return pen.style === "json" && isText ? '""' : "";
  const isKey = below.length > 0 && name !== undefined;
  const own = isKey
    ? pen.own?.([...(pen.path ?? []), ...below], { name, type, ...(references && { references }) })
    : undefined;
  if (own !== undefined) return `\${${pen.stop++}:${escapedSnippet(own)}}`;
  const isFirst = pen.stop === 1;
  if (isFirst) pen.first = type;
  const values = skeletonChoices(pen, type, below);
  const choices = values.length > 0 && values.length <= MAX_CHOICES && !values.some((value) => /[\\$}|,]/.test(value));
  const stop = choices ? `\${${pen.stop++}|${values.join(",")}|}` : `$${pen.stop++}`;
  // An item of a list brings its own quotes. If it replaced some around a stop it would end the snippet before the next
  // one.
  const isListed =
    below.length > 0 && !choices && (values.length > 0 || pen.isListed?.([...(pen.path ?? []), ...below]) === true);
  if (isFirst) pen.isFirstListed = isListed;
  const refers = name !== undefined && pen.refers?.({ name, ...(references && { references }) }) === true;
  return pen.style === "json" && isText && !refers && !isListed ? `"${stop}"` : stop;
}

/** The most usual ones come first. */
function skeletonChoices(pen: Pen, type: ValueType, below: Path): readonly string[] {
  if (type.kind === "boolean") return ["true", "false"];
  const values = ("enum" in type ? type.enum : undefined) ?? [];
  const usual = pen.order?.([...(pen.path ?? []), ...below]).filter((value) => values.includes(value)) ?? [];
  return [...new Set([...usual, ...values])];
}

function stopText(pen: Pen, wanted?: ValueType): string {
  if (pen.stop === 1) pen.first = wanted;
  return pen.snippet ? `$${pen.stop++}` : "";
}
