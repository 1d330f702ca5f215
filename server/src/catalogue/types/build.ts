import { lazy } from "../../text/lazy.ts";
import type { Localised } from "../../text/localised.ts";
import type { ObjectType, Property, ValueType } from "./catalogue.ts";

/** Short ways to write down what AWS's data does not describe. */

export const STRING: ValueType = { kind: "string" };
export const INTEGER: ValueType = { kind: "number", integer: true };
export const BOOLEAN: ValueType = { kind: "boolean" };
export const ANY: ValueType = { kind: "any" };

/** A string of which all allowed values are known, but not whether they are taken in another case. */
export function oneOf(...values: readonly string[]): ValueType {
  return { kind: "string", enum: values, closed: true, anyCase: true };
}

export function list(items: ValueType): ValueType {
  return { kind: "list", items };
}

export function map(values: ValueType): ValueType {
  return { kind: "map", values };
}

export function union(...of: readonly ValueType[]): ValueType {
  return { kind: "union", of };
}

/** An object type; a function for one that refers back to itself. */
export function object(of: ObjectType | (() => ObjectType)): ValueType {
  if (typeof of !== "function") return { kind: "object", object: of };
  const late = lazy(of);
  return {
    kind: "object",
    get object() {
      return late();
    },
  };
}

interface PropertyOptions {
  readonly required?: boolean;
  readonly default?: string;
  readonly deprecated?: boolean;
  readonly update?: Property["update"];
  readonly url?: string;
}

/** A property with our own words: what it is for, in English and in Japanese. */
export function property(
  name: string,
  type: ValueType,
  en: string,
  ja: string,
  options: PropertyOptions = {},
): Property {
  return {
    name,
    type,
    text: { en, ja },
    required: options.required ?? false,
    default: options.default,
    deprecated: options.deprecated ?? false,
    update: options.update,
    readOnly: false,
    documentation: undefined,
    url: options.url,
  };
}

/** A property whose type is worked out when it is first asked for. */
export function late(base: Property, type: () => ValueType): Property {
  const value = lazy(type);
  return withChanges(base, {
    get type() {
      return value();
    },
  });
}

/** The same property or object with some parts changed; parts that are read late still are. */
export function withChanges<Base extends object>(base: Base, change: Partial<Base>): Base {
  const parts = {
    ...lateParts(base),
    ...Object.getOwnPropertyDescriptors(base),
    ...Object.getOwnPropertyDescriptors(change),
  };
  return Object.defineProperties({}, parts) as Base;
}

/** What a decoded object has by its class. */
function lateParts(base: object): PropertyDescriptorMap {
  const inClass = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(base)));
  const names = inClass.flatMap(([name, { get }]) => (get === undefined || name === "__proto__" ? [] : [name]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      { get: () => Reflect.get(base, name) as unknown, enumerable: true, configurable: true },
    ]),
  );
}

interface ObjectOptions {
  readonly text?: Localised;
  readonly additional?: ValueType;
  readonly exclusive?: readonly (readonly string[])[];
  readonly together?: readonly (readonly string[])[];
  readonly oneOf?: readonly (readonly string[])[];
  readonly says?: Readonly<Record<string, string>>;
}

/** An object; its properties get its page's address if they have none of their own. */
export function objectType(
  name: string,
  url: string | undefined,
  properties: readonly Property[],
  options: ObjectOptions = {},
): ObjectType {
  const { additional, ...rest } = options;
  return {
    name,
    url,
    documentation: undefined,
    additional,
    properties: new Map(
      properties.map((one) => [one.name, one.url === undefined && url !== undefined ? withChanges(one, { url }) : one]),
    ),
    ...rest,
  };
}
