import { ANY } from "./build.ts";
import type { ObjectType, Property, ValueType } from "./catalogue.ts";

/** What is known of the value at a path. */
export interface Schema {
  /** All shapes that the value may have; a union where there are several. */
  readonly type: ValueType;
  /** The property that the path's last key names; `undefined` for the root, for list items and for keys of free maps. */
  readonly property: Property | undefined;
  /** The object that `property` belongs to. */
  readonly owner: ObjectType | undefined;
  /** What an update does, where a property around this one says more than it does itself. */
  readonly update: Property["update"];
}

/** The text of the scalar at a path below the root, if there is one. */
export type TextAt = (path: readonly (string | number)[]) => string | undefined;

/**
 * The schema of the value that `path` leads to, from `root` downwards; `undefined` if a key is not known there
 * or the path does not fit (an index in an object). Of several alternatives those are followed that fit the path,
 * and with `textAt` those whose `Type` is what the template says (events of SAM).
 */
export function schemaAt(root: ObjectType, path: readonly (string | number)[], textAt?: TextAt): Schema | undefined {
  let schema: Schema = {
    type: { kind: "object", object: root },
    property: undefined,
    owner: undefined,
    update: undefined,
  };
  for (const [index, step] of path.entries()) {
    const next = stepInto(schema, step);
    if (!next) return undefined;
    schema = textAt && next.type.kind === "union" ? narrowed(next, path.slice(0, index + 1), textAt) : next;
  }
  return schema;
}

/** Only those of several objects whose `Type` allows what stands there; all of them where none does. */
function narrowed(schema: Schema, path: readonly (string | number)[], textAt: TextAt): Schema {
  const written = textAt([...path, "Type"]);
  if (written === undefined) return schema;
  const fitting = alternatives(schema.type).filter((type) => {
    const discriminator = type.kind === "object" ? type.object.properties.get("Type")?.type : undefined;
    return discriminator?.kind !== "string" || !discriminator.enum || discriminator.enum.includes(written);
  });
  const type = joined(fitting);
  return type ? { ...schema, type } : schema;
}

/** The shapes of a value, unions taken apart. */
export function alternatives(type: ValueType): readonly ValueType[] {
  return type.kind === "union" ? type.of.flatMap(alternatives) : [type];
}

/** The objects that a value may be itself (not in a list or map). */
export function objectsOf(type: ValueType): readonly ObjectType[] {
  return alternatives(type).flatMap((one) => (one.kind === "object" ? [one.object] : []));
}

/** The objects that a value may be or hold, in lists and maps too. */
export function objectsIn(type: ValueType): readonly ObjectType[] {
  if (type.kind === "object") return [type.object];
  if (type.kind === "list") return objectsIn(type.items);
  if (type.kind === "map") return objectsIn(type.values);
  return type.kind === "union" ? type.of.flatMap(objectsIn) : [];
}

function stepInto(schema: Schema, step: string | number): Schema | undefined {
  const types: ValueType[] = [];
  let named: { readonly property: Property; readonly owner: ObjectType } | undefined;
  for (const type of alternatives(schema.type)) {
    if (type.kind === "any") types.push(ANY);
    else if (type.kind === "list" && typeof step === "number") types.push(type.items);
    else if (type.kind === "map" && typeof step === "string") types.push(type.values);
    else if (type.kind === "object" && typeof step === "string") {
      const property = type.object.properties.get(step);
      if (property) {
        named ??= { property, owner: type.object };
        types.push(property.type);
      } else if (type.object.additional) types.push(type.object.additional);
    }
  }
  const type = joined(named ? types.filter((one) => one !== ANY) : types) ?? (types.length > 0 ? ANY : undefined);
  return (
    type && {
      type,
      property: named?.property,
      owner: named?.owner,
      update: stronger(schema.update, named?.property.update),
    }
  );
}

/** One type, or the union of those that differ. */
function joined(types: readonly ValueType[]): ValueType | undefined {
  // Nearly always; comparing writes out all values of an enumeration.
  if (types.length < 2) return types[0];
  const different = [...new Map(types.map((type) => [keyOf(type), type])).values()];
  return different.length > 1 ? { kind: "union", of: different } : different[0];
}

/** Equal for scalars of equal content; others are themselves. */
function keyOf(type: ValueType): unknown {
  return type.kind === "string" || type.kind === "number" || type.kind === "boolean" || type.kind === "any"
    ? JSON.stringify(type)
    : type;
}

const STRENGTH = ["none", "some", "maybe", "replacement"] as const;

function stronger(a: Property["update"], b: Property["update"]): Property["update"] {
  if (a === undefined || b === undefined) return a ?? b;
  return STRENGTH[Math.max(STRENGTH.indexOf(a), STRENGTH.indexOf(b))];
}
