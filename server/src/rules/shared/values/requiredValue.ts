import type { ObjectType, Property, ValueType } from "../../../catalogue/types/catalogue.ts";
import { requiredProperties } from "../../../catalogue/types/requiredProperties.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { KeyValue } from "../fixes/keyEdit.ts";

/** How deep required keys are written out. */
const MAX_DEPTH = 4;

/**
 * The emptiest value of a type that has all its required keys, as it is written behind a key's colon.
 *
 * @param indent of the line with the key
 * @param unit one level of indentation
 */
export function requiredValue(type: ValueType, indent: string, unit: string): KeyValue {
  return { yaml: yamlValue(type, indent, unit, 0).replace(/^ /, ""), json: jsonValue(type, indent, unit, 0) };
}

/** The shape that is written: a list of objects rather than one, and an object rather than its JSON as a text. */
function shapeOf(type: ValueType): ValueType {
  const all = alternatives(type);
  const list = all.find((one) => one.kind === "list" && alternatives(one.items).some(({ kind }) => kind === "object"));
  return list ?? all.find(({ kind }) => kind === "object") ?? all[0] ?? type;
}

/** The keys that an object must have, with the first of those of which it must have one. */
function neededProperties(object: ObjectType): readonly Property[] {
  const required = requiredProperties(object);
  const chosen = (object.oneOf ?? []).flatMap((names) =>
    required.some(({ name }) => names.includes(name)) ? [] : (object.properties.get(names[0] ?? "") ?? []),
  );
  return [...required, ...chosen];
}

/** With the blank or the line break that it begins with. */
function yamlValue(type: ValueType, indent: string, unit: string, depth: number): string {
  const shape = shapeOf(type);
  const inner = indent + unit;
  if (shape.kind === "object") {
    const lines = depth < MAX_DEPTH ? yamlPairs(shape.object, inner, unit, depth) : [];
    return lines.length === 0 ? " {}" : `\n${lines.map((line) => inner + line).join("\n")}`;
  }
  if (shape.kind === "list") {
    const item = shapeOf(shape.items);
    const lines = item.kind === "object" ? yamlPairs(item.object, `${inner}  `, unit, depth + 1) : [];
    return lines.length === 0 || depth >= MAX_DEPTH ? " []" : `\n${inner}- ${lines.join(`\n${inner}  `)}`;
  }
  return shape.kind === "map" ? " {}" : ` ${scalar(shape)}`;
}

function yamlPairs(object: ObjectType, indent: string, unit: string, depth: number): readonly string[] {
  return neededProperties(object).map(({ name, type }) => `${name}:${yamlValue(type, indent, unit, depth + 1)}`);
}

function jsonValue(type: ValueType, indent: string, unit: string, depth: number): string {
  const shape = shapeOf(type);
  const inner = indent + unit;
  if (shape.kind === "object") {
    const required = depth < MAX_DEPTH ? neededProperties(shape.object) : [];
    const pairs = required.map((one) => `${inner}"${one.name}": ${jsonValue(one.type, inner, unit, depth + 1)}`);
    return pairs.length === 0 ? "{}" : `{\n${pairs.join(",\n")}\n${indent}}`;
  }
  if (shape.kind === "list") {
    const item = shapeOf(shape.items);
    const isWritten = item.kind === "object" && depth < MAX_DEPTH && neededProperties(item.object).length > 0;
    return isWritten ? `[\n${inner}${jsonValue(item, inner, unit, depth + 1)}\n${indent}]` : "[]";
  }
  if (shape.kind === "map") return "{}";
  const text = scalar(shape);
  return shape.kind === "number" || shape.kind === "boolean" || text === '""' ? text : JSON.stringify(text);
}

/** As YAML writes it. */
function scalar(type: ValueType): string {
  if (type.kind === "number") return String(type.minimum ?? 0);
  if (type.kind === "boolean") return "false";
  const [first, , third] = type.kind === "string" ? (type.enum ?? []) : [];
  // Of many, which are in the order of the alphabet, only the author knows which is meant: an empty one is told as wrong.
  return first === undefined || third !== undefined ? '""' : first;
}
