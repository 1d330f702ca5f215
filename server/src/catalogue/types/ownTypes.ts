import { lazy, lazyByKey } from "../../text/lazy.ts";
import {
  ANY,
  BOOLEAN,
  INTEGER,
  late,
  list,
  map,
  object,
  objectType,
  property,
  STRING,
  union,
  withChanges,
} from "./build.ts";
import type { ObjectType, Property, ValueType } from "./catalogue.ts";
import { handedOn, type Scope } from "./handedOn.ts";
import { pageUrl } from "./links.ts";
import { type WrittenObject, type WrittenProperty, type WrittenType, writtenType } from "./ownTables.ts";

/** The types of server/data/types, each decoded when it is first asked for. */
export interface OwnTypes {
  object(name: string): ObjectType;
  /** The properties of an object before they have its page's address. */
  properties(name: string): readonly Property[];
  type(written: WrittenType): ValueType;
}

/**
 * @param scope the CloudFormation types that SAM's become
 * @param computed types that no table has, by the names that tables call them
 */
export function ownTypes(scope: Scope, computed: ReadonlyMap<string, () => ValueType>): OwnTypes {
  const objectOf = lazyByKey((name: string): ObjectType => {
    const { called, url, additional, exclusive, oneOf, says } = writtenObject(name);
    return objectType(called ?? name, url && pageUrl(url), properties(name), {
      ...(additional !== undefined && { additional: type(additional) }),
      ...(exclusive && { exclusive }),
      ...(oneOf && { oneOf }),
      ...(says && { says }),
    });
  });
  return { object: objectOf, properties, type };

  function properties(name: string): readonly Property[] {
    const { each, properties: all } = writtenObject(name);
    return all.flatMap((one) => decoded(one, each));
  }

  function decoded(one: WrittenProperty, each: WrittenType = "string"): readonly Property[] {
    if ("of" in one) return properties(one.of);
    if ("from" in one) {
      const taken = handedOn(scope, one.from, one.take);
      const { type: other } = one;
      return other === undefined ? taken : taken.map((known) => withChanges(known, { type: type(other) }));
    }
    const { name, en, ja, url, type: own = each, ...options } = one;
    const from = { ...options, ...(url && { url: pageUrl(url) }) };
    return typeof own === "string" && computed.has(own)
      ? [late(property(name, ANY, en, ja, from), () => type(own))]
      : [property(name, type(own), en, ja, from)];
  }

  function type(from: WrittenType): ValueType {
    if (typeof from === "string") return PRIMITIVES.get(from) ?? computed.get(from)?.() ?? named(from);
    if ("list" in from) return list(type(from.list));
    if ("map" in from) return map(type(from.map));
    if ("either" in from) return union(...from.either.map(type));
    if ("oneOf" in from) return { kind: "string", enum: from.oneOf, closed: true, anyCase: true };
    if ("exactly" in from) return { kind: "string", enum: from.exactly, closed: true };
    if ("usual" in from) return { kind: "string", enum: from.usual, closed: false };
    if ("string" in from) return { kind: "string", ...from.string };
    if ("integer" in from) {
      const { from: minimum, to } = from.integer;
      return { kind: "number", integer: true, minimum, ...(to !== undefined && { maximum: to }) };
    }
    const closed = "values" in from;
    const valueTexts = closed ? from.values : from.someValues;
    return { kind: "string", enum: Object.keys(valueTexts), closed, valueTexts };
  }

  function named(name: string): ValueType {
    const known = writtenType(name);
    return isObject(known) ? object(lazy(() => objectOf(name))) : type(known);
  }
}

const PRIMITIVES: ReadonlyMap<string, ValueType> = new Map([
  ["string", STRING],
  ["boolean", BOOLEAN],
  ["integer", INTEGER],
  ["number", { kind: "number", integer: false }],
  ["any", ANY],
]);

function isObject(writtenAs: WrittenObject | WrittenType): writtenAs is WrittenObject {
  return typeof writtenAs === "object" && "properties" in writtenAs;
}

function writtenObject(name: string): WrittenObject {
  const known = writtenType(name);
  if (!isObject(known)) throw new Error(`“${name}” in server/data/types is no object.`);
  return known;
}
