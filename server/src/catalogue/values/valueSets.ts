import files, { type Row } from "../../../data/valueSets/all.yaml";
import type { Localised } from "../../text/localised.ts";
import { memoBy } from "../../text/memoBy.ts";
import { byType } from "../types/byType.ts";

/** A constraint that a literal value of an object puts on its other properties. */
export interface ValueSet {
  /** If it is not certain that AWS refuses it. */
  readonly severity?: "warning";
  /** All of these hold. */
  readonly when: readonly Condition[];
  /** It does not hold if one of these is set. */
  readonly unless?: readonly string[];
  readonly forbids?: readonly string[];
  /** Properties without effect: a warning. */
  readonly ignores?: readonly string[];
  /** Properties that must be set; a dot leads into the map of a property. */
  readonly needs?: readonly string[];
  readonly takes?: Readonly<Record<string, readonly string[]>>;
  /** Properties whose values are refused. */
  readonly refuses?: Readonly<Record<string, RegExp>>;
  /** Properties whose values begin with a text, as far as they are written out; what names a resource does not. */
  readonly begins?: Readonly<Record<string, string>>;
  /** Numbers that are greater than all of another property. */
  readonly greater?: Readonly<Record<string, string>>;
  /** Points in time in ISO 8601 that are later than another property. */
  readonly after?: Readonly<Record<string, string>>;
  /** Names that are among those at another path, or among the keys there (`*` at its end). */
  readonly among?: Readonly<Record<string, string>>;
  /** Lists with an item that has this value at a key. */
  readonly has?: Readonly<Record<string, readonly [key: string, value: string]>>;
  /** Lists of ranges that meet, to infinity where they are not on one side of zero, by the properties that have their bounds; `says` is of gaps. */
  readonly steps?: Readonly<Record<string, readonly [from: string, to: string]>>;
  /** Lists with so much more in the items of one kind than in those of another, by the properties with kind and number. */
  readonly rising?: Readonly<
    Record<string, readonly [kind: string, number: string, from: string, to: string, more: number]>
  >;
  /** Numbers that are not less than that of another property, and so much more. */
  readonly notBelow?: Readonly<Record<string, string | readonly [other: string, more: number]>>;
  /** Lists of this length. */
  readonly count?: Readonly<Record<string, number>>;
  /** Lists of so many. */
  readonly items?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Lists of at most as many as a number says, or of exactly so many. */
  readonly sized?: Readonly<Record<string, readonly [number: string, how: "most" | "exactly"]>>;
  /** Lists with so many items in which a key is true. */
  readonly switches?: Readonly<Record<string, readonly [key: string, count: number]>>;
  /** Values that are not that of another property. */
  readonly differs?: Readonly<Record<string, string>>;
  /** A domain that is another one or above it. */
  readonly above?: Readonly<Record<string, string>>;
  /** Maps with keys that are refused. */
  readonly keys?: Readonly<Record<string, RegExp>>;
  /** Texts that match the pattern that another property has. */
  readonly matches?: Readonly<Record<string, string>>;
  /** Numbers that are at most so much, times another property. */
  readonly product?: Readonly<Record<string, readonly [other: string, most: number]>>;
  /** Numbers that are a multiple of how many items a list has. */
  readonly multiple?: Readonly<Record<string, string>>;
  /** Numbers that are at most so many times another property, with the value that this one has if it is left out. */
  readonly ratio?: Readonly<Record<string, readonly [other: string, most: number, otherwise?: number]>>;
  /** Times of a day that do not meet those of a week. */
  readonly apart?: Readonly<Record<string, string>>;
  /** Times of a day that last so many minutes. */
  readonly lasts?: Readonly<Record<string, number>>;
  /** AWS's answer. */
  readonly says?: string;
  /** What to do, where the requirement itself does not say it. */
  readonly way?: Localised;
  readonly between?: Readonly<Record<string, readonly [from: number, to: number]>>;
}

/** What a property, also behind a dot, is. */
export interface Condition {
  readonly name: string;
  /** What its value matches; `set`: any value; `none`: it is not there, or false. */
  readonly value: RegExp | "set" | "none";
  /** Whether a value that is no literal may match: a pattern with a negative lookahead. */
  readonly matchesHole: boolean;
}

/** A set as the files of `server/data/valueSets` have it, with expressions as texts: `/^io1$/`. */
type WrittenSet = Row["sets"][number];

/** By type, and what is nested in it by its name: lists of sets as JSON. Most templates need few of them. */
const VALUE_SETS = byType([...merged()]);

/** What several places of the files say of one name counts together. */
function merged(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const { at, sets } of Object.values(files()).flatMap((read) => read()))
    for (const name of at) all.set(name, [...(all.get(name) ?? []), sets]);
  return all;
}

const decodeSets = memoBy((lists: readonly string[]): readonly ValueSet[] =>
  lists.flatMap((list) => (JSON.parse(list) as readonly WrittenSet[]).map(setOf)),
);

/** Whether anything is known of a type or of what is nested in it. */
export function hasValueSets(type: string): boolean {
  return VALUE_SETS.has(type);
}

function setOf({ when, refuses, keys, ...rest }: WrittenSet): ValueSet {
  return {
    ...rest,
    when: Object.entries(when).map(([name, value]) => ({
      name,
      value: value === "set" || value === "none" ? value : expressionOf(value),
      matchesHole: value.includes("(?!"),
    })),
    ...(refuses && { refuses: expressionsOf(refuses) }),
    ...(keys && { keys: expressionsOf(keys) }),
  };
}

function expressionsOf(written: Readonly<Record<string, string>>): Readonly<Record<string, RegExp>> {
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, expressionOf(value)]));
}

function expressionOf(written: string): RegExp {
  const end = written.lastIndexOf("/");
  return new RegExp(written.slice(1, end), written.slice(end + 1));
}

/** The value sets of an object; `nested`: its own name, or the type's for the resource's properties. */
export function valueSetsOf(type: string, nested: string): readonly ValueSet[] {
  const written = VALUE_SETS.get(type)?.get(nested);
  return written === undefined ? NONE : decodeSets(written);
}

const NONE: readonly ValueSet[] = [];
