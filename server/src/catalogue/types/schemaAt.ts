import { ANY } from "./build.ts";
import type { ObjectType, Property, ValueType } from "./catalogue.ts";

/** The catalogue's knowledge of the value at a path. */
export interface Schema {
  /** All shapes that the value may have; a union if there are several. */
  readonly type: ValueType;
  /** The property that the path's last key names; `undefined` for the root, for list items and for keys of free maps. */
  readonly property: Property | undefined;
  /** The object that `property` belongs to. */
  readonly owner: ObjectType | undefined;
  /** The effect of an update, if a property around this one says more than it does itself. */
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
  let depth = 0;
  for (const step of path) {
    const next = stepInto(schema, step);
    if (!next) return undefined;
    depth++;
    schema = textAt && next.type.kind === "union" ? narrowed(next, path.slice(0, depth), textAt) : next;
  }
  return schema;
}

/** Only those of several objects whose `Type` allows the one that is written; all of them if none does. */
function narrowed(schema: Schema, path: readonly (string | number)[], textAt: TextAt): Schema {
  const written = textAt([...path, "Type"]);
  if (written === undefined) return schema;
  const fitting = alternatives(schema.type).filter((type) => {
    const discriminator = type.kind === "object" ? type.object.properties.get("Type")?.type : undefined;
    return discriminator?.kind !== "string" || !discriminator.enum || discriminator.enum.includes(written);
  });
  const type = joinTypes(fitting);
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

/** The schema behind one step, without its surroundings. */
type Step = Pick<Schema, "type" | "property" | "owner">;

function stepInto({ type, update }: Schema, step: string | number): Schema | undefined {
  const next = type.kind === "union" ? stepIntoSome(alternatives(type), step) : stepIntoOne(type, step);
  return (
    next && {
      type: next.type,
      property: next.property,
      owner: next.owner,
      update: stronger(update, next.property?.update),
    }
  );
}

function stepIntoSome(types: readonly ValueType[], step: string | number): Step | undefined {
  const steps = types.flatMap((type) => stepIntoOne(type, step) ?? []);
  const named = steps.find(({ property }) => property !== undefined);
  const known = steps.map((one) => one.type).filter((type) => named === undefined || type !== ANY);
  const type = joinTypes(known) ?? (steps.length > 0 ? ANY : undefined);
  return type && { type, property: named?.property, owner: named?.owner };
}

function stepIntoOne(type: ValueType, step: string | number): Step | undefined {
  if (type.kind === "any") return ANYTHING;
  if (typeof step === "number") return type.kind === "list" ? unnamed(type.items) : undefined;
  if (type.kind === "map") return unnamed(type.values);
  if (type.kind !== "object") return undefined;
  const owner = type.object;
  const property = owner.properties.get(step);
  if (property !== undefined) return { type: property.type, property, owner };
  return owner.additional && unnamed(owner.additional);
}

function unnamed(type: ValueType): Step {
  return { type, property: undefined, owner: undefined };
}

const ANYTHING = unnamed(ANY);

/** One type, or the union of those that differ. */
function joinTypes(types: readonly ValueType[]): ValueType | undefined {
  // Nearly always; comparing writes out all values of an enumeration.
  if (types.length < 2) return types[0];
  const different = [...new Map(types.map((type) => [typeIdentity(type), type])).values()];
  return different.length > 1 ? { kind: "union", of: different } : different[0];
}

/** Equal for scalars of equal content; others are themselves. */
function typeIdentity(type: ValueType): unknown {
  return type.kind === "string" || type.kind === "number" || type.kind === "boolean" || type.kind === "any"
    ? JSON.stringify(type)
    : type;
}

const STRENGTH = ["none", "some", "refused", "maybe", "replacement"] as const;

function stronger(a: Property["update"], b: Property["update"]): Property["update"] {
  if (a === undefined || b === undefined) return a ?? b;
  return STRENGTH[Math.max(STRENGTH.indexOf(a), STRENGTH.indexOf(b))];
}
