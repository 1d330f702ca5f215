import files from "../../../data/types/all.yaml";
import { lazy } from "../../text/lazy.ts";

/* Tables of what AWS's data does not describe, in server/data/types: types by name, all of which are different. */

/**
 * A type: `string`, `boolean`, `integer`, `number`, `any`, or the name of another one; or what it is made of. `oneOf`: no other
 * values, in whatever case; `exactly`: in just this one; `values`: the same with what they mean, `someValues`: others are
 * allowed, too; `usual`: values to offer.
 */
export type WrittenType =
  | string
  | { readonly list: WrittenType }
  | { readonly map: WrittenType }
  | { readonly either: readonly WrittenType[] }
  | { readonly oneOf: readonly string[] }
  | { readonly exactly: readonly string[] }
  | { readonly usual: readonly string[] }
  | { readonly values: Readonly<Record<string, { readonly en: string; readonly ja: string }>> }
  | { readonly someValues: Readonly<Record<string, { readonly en: string; readonly ja: string }>> }
  | { readonly string: { readonly maxLength?: number; readonly format?: string } }
  | { readonly integer: { readonly from: number; readonly to?: number } };

/** A map with known keys; each of its properties is a string unless `each` or the property says otherwise. */
export interface WrittenObject {
  /** Its own name, if others refer to it by another one. */
  readonly called?: string;
  /** See `pageUrl`; properties without one of their own have it, too. */
  readonly url?: string;
  readonly each?: WrittenType;
  readonly properties: readonly WrittenProperty[];
  /** The type of other keys. */
  readonly additional?: WrittenType;
  readonly exclusive?: readonly (readonly string[])[];
  readonly oneOf?: readonly (readonly string[])[];
  /** AWS's answers if the first of one of these is missing. */
  readonly says?: Readonly<Record<string, string>>;
}

/**
 * A property with our own words; properties that SAM hands on to a CloudFormation type (see `handedOn`), with another type if
 * there is one; or all properties of another object, of which those behind replace some.
 */
export type WrittenProperty =
  | {
      readonly name: string;
      readonly type?: WrittenType;
      readonly en: string;
      readonly ja: string;
      readonly required?: boolean;
      readonly default?: string;
      readonly url?: string;
    }
  | { readonly from: string; readonly take: readonly string[]; readonly type?: WrittenType }
  | { readonly of: string };

type Table = Readonly<Record<string, WrittenObject | WrittenType>>;

/** The files, those that every template needs first. Most templates need a few: each is parsed when it is first asked. */
const TABLES: ReadonlyMap<string, () => Table> = new Map(
  Object.entries(files() as Readonly<Record<string, () => Table>>).map(([name, read]) => [name, lazy(read)]),
);

/** The kinds of events that SAM knows. */
export const samEventNames: () => readonly string[] = lazy(() => Object.keys(TABLES.get("samEvents")?.() ?? {}));

/** @throws if no file has the name, which a test rules out */
export function writtenType(name: string): WrittenObject | WrittenType {
  for (const one of TABLES.values()) {
    const known = one();
    if (Object.hasOwn(known, name)) return known[name] as WrittenObject | WrittenType;
  }
  throw new Error(`server/data/types has no “${name}”.`);
}
