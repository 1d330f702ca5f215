/** The forms in which the build (scripts/catalogue/) packs the catalogue. */

/** Consecutive lines, cut into blocks: block `block + i` starts with line `firsts[i]`. */
export interface PackedPart {
  readonly block: number;
  readonly firsts: readonly number[];
  /** The block with the dictionary that the blocks are deflated with; without it they have none. */
  readonly dictionary?: number;
}

/** The content of index.json. */
export interface CatalogueIndex {
  /** Changes whenever the data changes. */
  readonly stamp: string;
  /** Package → version. */
  readonly sources: Readonly<Record<string, string>>;
  readonly types: readonly string[];
  /** Prefixes and names of the services in IAM. */
  readonly services: readonly (readonly [prefix: string, name: string])[];
  /** One line a type. */
  readonly structures: PackedPart;
  readonly documentation: PackedPart;
  readonly owners: PackedPart;
  readonly metrics: PackedPart;
  readonly usage: PackedPart;
  readonly values: PackedPart;
  /** One line a service. */
  readonly iam: PackedPart;
  /** The end of each block in catalogue.bin, in bytes. */
  readonly ends: readonly number[];
}

/** The names and values in templates, counted by scripts/laboratory/usage.mjs; the most used first. */
export interface PackedUsage {
  readonly types: readonly string[];
  readonly parameterTypes: readonly string[];
  /** By type and the names down from its properties, joined by slashes. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** By the last of those names (`valuePlace`). */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Prefixes of IAM's services. */
  readonly services: readonly string[];
  /** Names of IAM's actions by prefix. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
  /** Attributes that `Fn::GetAtt` reads, by type. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Names of regions. */
  readonly regions: readonly string[];
}

/** scripts/catalogue/values.json. */
export interface PackedValues {
  readonly lists: readonly PackedList[];
  /** Type → the service that assumes the role which a resource of the type names, without its domain. */
  readonly services: Readonly<Record<string, string>>;
  /** Type → what an alias record takes of it: attributes, or the zone's id itself. */
  readonly aliases: Readonly<Record<string, AliasValues>>;
  /** The endpoint of a bucket that is a website, in each region → its hosted zone. */
  readonly websites: Readonly<Record<string, string>>;
}

export interface AliasValues {
  readonly DNSName: string;
  readonly HostedZoneId: string;
}

export interface PackedList {
  readonly at: readonly string[];
  readonly beside?: Readonly<Record<string, string>>;
  readonly values: readonly string[];
  readonly labels?: readonly string[];
  readonly gone?: readonly string[];
  /** Whether these are keys or values that the schema knows, and come first. */
  readonly order?: true;
  /** Whether the values are keys, with `[]`, `{}`, `#` or `?` behind those of a list, a map, a number, or true or false. */
  readonly keys?: true;
  /** Whether other values are as likely: these are offered only before something is typed. */
  readonly free?: true;
  /** The common beginning and end of the values. */
  readonly begin?: string;
  readonly end?: string;
}

/** The data that a host gives. */
export interface CatalogueData {
  readonly index: CatalogueIndex;
  /** The inflated text (ASCII) of a block: bytes `ends[n - 1]` to `ends[n]` of catalogue.bin are deflated, without a header. */
  block(number: number): string;
}

export type PackedShape =
  | "s"
  | "n"
  | "i"
  | "b"
  | "j"
  | "g"
  | number
  | readonly ["s", PackedString]
  | readonly ["n" | "i", { readonly n?: number; readonly x?: number; readonly e?: readonly string[] }]
  | readonly ["l", PackedShape, { readonly n?: number; readonly x?: number }?]
  | readonly ["m", PackedShape]
  | readonly ["u", ...PackedShape[]];

export interface PackedString {
  readonly e?: readonly string[];
  readonly c?: 1;
  readonly a?: 1;
  readonly p?: string;
  readonly n?: number;
  readonly x?: number;
  readonly f?: string;
}

export const FLAGS = {
  required: 1,
  replacement: 2,
  maybe: 4,
  deprecated: 8,
  readOnly: 16,
  some: 32,
  ofService: 64,
  refused: 128,
} as const;

export type PackedProperty = readonly [
  name: string,
  shape: PackedShape,
  flags: number,
  /** The default; 0 for none. */
  standard?: string | 0,
  references?: readonly string[],
];

export type PackedType = readonly [
  properties: readonly PackedProperty[],
  definitions: readonly (readonly [name: string, properties: readonly PackedProperty[]])[],
  attributes: readonly (readonly [name: string, shape: PackedShape])[],
  rest: {
    readonly r?: readonly string[];
    readonly t?: string;
    /** Whether CloudFormation does not compare it with its schema. */
    readonly o?: 1;
    /** Sets of which one is required, and sets of which only one is allowed, by definition; −1 is the resource's own. */
    readonly g?: readonly PackedGroup[];
  },
];

export type PackedGroup = readonly [
  definition: number,
  oneOf: readonly (readonly string[])[],
  exclusive: readonly (readonly string[])[],
  needs: readonly (readonly string[])[],
];

type Text = string | 0;

export type PackedTexts = readonly [
  type: Text,
  properties: readonly Text[],
  definitions: readonly (readonly [Text, readonly Text[]])[],
  attributes: readonly Text[],
];
