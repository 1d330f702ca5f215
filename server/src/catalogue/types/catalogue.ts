import type { Localised } from "../../text/localised.ts";
import type { Lifecycle } from "./endedServices.ts";
import type { AliasValues } from "./packed.ts";

/**
 * The knowledge of CloudFormation itself: resource types, their properties and attributes, resource attributes
 * (`CreationPolicy` …), sections, parameters, functions, pseudo parameters. Everything is decoded on first use; nothing
 * here does I/O.
 */
export interface Catalogue {
  /** All type names, sorted. */
  readonly typeNames: readonly string[];
  /** A resource type; `undefined` for one that is not known (custom, private and module types are never known). */
  resourceType(name: string): ResourceType | undefined;
  /** A resource of that type as one object: `Type`, `Properties`, `CreationPolicy` … */
  resourceBody(type: string | undefined): ObjectType;
  /** A template as one object: `Resources`, `Parameters` … */
  readonly templateBody: ObjectType;
  /**
   * An entry of a section as an object: `Parameters`, `Outputs`, `Rules` …; `undefined` if entries are free. In
   * `Globals` and `Metadata` it depends on the entry's name: `Function`, `AWS::CloudFormation::Interface`.
   */
  entryBody(section: string, name?: string): ObjectType | undefined;
  readonly functions: ReadonlyMap<string, FunctionInfo>;
  readonly pseudoParameters: ReadonlyMap<string, PseudoParameterInfo>;
  readonly parameterTypes: readonly ParameterTypeInfo[];
  readonly lambdaRuntimes: ReadonlyMap<string, RuntimeInfo>;
  /** `{{resolve:ssm:…}}` and its relatives, by service name: `ssm`, `ssm-secure`, `secretsmanager`. */
  readonly dynamicReferences: ReadonlyMap<string, DynamicReferenceInfo>;
  /** Metric names by CloudWatch namespace: `AWS/ELB` → `SurgeQueueLength` … */
  readonly metrics: ReadonlyMap<string, readonly string[]>;
  /** The most frequent names and values of published templates. */
  readonly usage: Usage;
  /** Values that AWS's pages list and its schemas do not. */
  readonly values: UsualValues;
  /** Services that IAM knows, by prefix (`s3`). */
  readonly iamServices: ReadonlyMap<string, IamService>;
  /** Whether `name` is certainly a mistake: an AWS name that is no type. Custom, private and module types can't be judged. */
  isUnknownType(name: string): boolean;
  /** Type names like `name`, the closest first: for "did you mean". */
  similarTypes(name: string, limit?: number): readonly string[];
  /**
   * The places of a property, its name in any case and with or without blanks and hyphens:
   * `stickiness policy`, `Health-Check`. At most `limit` places, properties at the top of a type first; only of types
   * whose name starts with `prefix`. Without a prefix a name that hundreds of types have is slow to look up.
   */
  propertyOwners(name: string, limit?: number, prefix?: string): readonly PropertyOwner[];
  /** The names of all properties at any depth, in lower case. */
  propertyNames(): readonly string[];
}

/** Values that AWS's pages list, for completion: nothing is checked by them. */
export interface UsualValues {
  /**
   * The values of the property at `path` of a resource (names only, from its attributes down), if AWS lists some.
   *
   * @param besides what stands under a key beside it
   */
  at(
    type: string,
    path: readonly string[],
    besides?: (key: string) => string | undefined,
  ): readonly {
    readonly name: string;
    /** The name that people use, if the value is an id. */
    readonly label: string;
    /** Whether it has gone. */
    readonly deprecated: boolean;
    /** Whether values of one's own are as likely. */
    readonly isFree: boolean;
  }[];
  /** The keys of the map at `path`, if the schema takes anything and AWS's pages say more. */
  keys(
    type: string,
    path: readonly string[],
    besides: (key: string) => string | undefined,
  ): readonly { readonly name: string; readonly type: ValueType }[];
  /** Keys or values that come first in completion, however frequent they are in published templates. */
  order(type: string, path: readonly string[]): readonly string[];
  /** Type → the service (`lambda`) that assumes the role which a resource of the type names; the usual ones first. */
  readonly services: ReadonlyMap<string, string>;
  /** Type → what an alias record takes of it: the names of attributes, or the id of the zone itself. */
  readonly aliases: ReadonlyMap<string, AliasValues>;
  /** The endpoint of a bucket that is a website, in each region → its hosted zone. */
  readonly websites: ReadonlyMap<string, string>;
}

/** The names and values of published templates, as far as several authors agree; the most used first. */
export interface Usage {
  readonly types: readonly string[];
  readonly parameterTypes: readonly string[];
  /** Keys in the properties of a type, or in the object at `path` below them (names only, without list indexes). */
  keys(type: string, path: readonly string[]): readonly string[];
  /** Values of the property at `path`, behind them those of properties of its name: some may not be allowed there. */
  values(type: string, path: readonly string[]): readonly string[];
  /** Attributes that `Fn::GetAtt` reads of resources of a type. */
  attributes(type: string): readonly string[];
  /** Prefixes of IAM's services in policies. */
  readonly services: readonly string[];
  /** Names of a service's actions in policies, by its prefix. */
  actions(prefix: string): readonly string[];
}

export interface PropertyOwner {
  readonly type: string;
  /** Names from the resource's properties down to the property, without list indexes. */
  readonly path: readonly string[];
}

export interface IamService {
  readonly prefix: string;
  readonly name: string;
  /** By name (`GetObject`); read when first asked for. */
  readonly actions: ReadonlyMap<string, IamAction>;
}

export interface IamAction {
  readonly name: string;
  readonly access: "List" | "Read" | "Write" | "Permissions management" | "Tagging";
  /** AWS's sentence without its beginning "Grants permission to". */
  readonly documentation: string | undefined;
  /** The services in the ARNs of what it is about, `*` for any; for S3 `bucket`, `object` and `other`. */
  readonly resources: readonly string[];
}

export interface DynamicReferenceInfo {
  readonly name: string;
  readonly syntax: string;
  readonly example: string;
  readonly text: Localised;
  readonly url: string;
}

export interface ResourceType {
  readonly name: string;
  readonly url: string;
  readonly documentation: string | undefined;
  /** Our own words, for types that AWS's data does not describe. */
  readonly text?: Localised;
  /** The `Properties` object. */
  readonly properties: ObjectType;
  /** The values of `Fn::GetAtt`, by attribute (`Endpoint.Address`). */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The property or attribute whose value `Ref` gives (`BucketName`); several are joined by `|`; `undefined` if it is not certain. */
  readonly ref: string | undefined;
  /** The end of its service, if it is known. */
  readonly lifecycle?: Lifecycle | undefined;
  /** `"AWS::Serverless-2016-10-31"` for types that only exist under a transform. */
  readonly transform: string | undefined;
}

export interface Attribute {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly text?: Localised;
  readonly type: ValueType;
}

/** A map with known keys. */
export interface ObjectType {
  readonly name: string;
  readonly url: string | undefined;
  readonly documentation: string | undefined;
  readonly text?: Localised;
  readonly properties: ReadonlyMap<string, Property>;
  /** Whether keys that are not in `properties` are allowed (and what they hold): `Metadata`, free-form maps. */
  readonly additional: ValueType | undefined;
  /** Sets of properties of which only one may be there / that must come together / of which one must be there, if that is known. */
  readonly exclusive?: readonly (readonly string[])[];
  readonly together?: readonly (readonly string[])[];
  readonly oneOf?: readonly (readonly string[])[];
  readonly says?: Readonly<Record<string, string>>;
  /** Whether CloudFormation compares the keys with the schema of the resource type, before the service is asked. */
  readonly bySchema?: boolean;
  /** The first of each list asks for the others: `["AcmCertificateArn", "SslSupportMethod"]`. */
  readonly needs?: readonly (readonly string[])[];
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly type: ValueType;
  /**
   * The effect of an update on the resource; `undefined` if updates do not apply or it is unknown.
   * `maybe`: interrupts, and may replace in some cases; AWS's pages often call that "Some interruptions".
   * `none`: no replacement; AWS's data does not tell for every type whether it is without interruption.
   */
  readonly update: "none" | "some" | "replacement" | "maybe" | "refused" | undefined;
  readonly default: string | undefined;
  readonly deprecated: boolean;
  /** Set by the service, never written in a template. */
  readonly readOnly: boolean;
  /** Whether what is asked of its value is in that schema, too. */
  readonly bySchema?: boolean;
  readonly documentation: string | undefined;
  /** Our own words, for places that AWS's data does not describe. */
  readonly text?: Localised;
  /** The things that the value (or each item of the list) usually refers to, if that is known. */
  readonly references?: readonly PropertyReference[];
  readonly url: string | undefined;
}

/** A resource type, and the property or attribute of it (`Arn`) that a value is; if that is what `Ref` gives, `!Ref` will do. */
export interface PropertyReference {
  readonly type: string;
  readonly attribute: string;
}

/** The shape of a value. Functions may stand in for any of them. */
export type ValueType =
  | {
      readonly kind: "string";
      readonly enum?: readonly string[];
      /** Whether `enum` is complete: only then another value is an error. */
      readonly closed?: boolean;
      /** Whether a value in another case than the listed one is taken, or may be. */
      readonly anyCase?: boolean;
      /** The meaning of the values, for values of our own tables. */
      readonly valueTexts?: Readonly<Record<string, Localised>>;
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
      /** `arn`, `timestamp`, `ip`, `cidr`, `duration` … */
      readonly format?: string;
    }
  | {
      readonly kind: "number";
      readonly integer: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly enum?: readonly string[];
    }
  | { readonly kind: "boolean" }
  /** Free-form JSON. */
  | { readonly kind: "any" }
  | {
      readonly kind: "list";
      readonly items: ValueType;
      readonly minItems?: number;
      readonly maxItems?: number;
      readonly unique?: boolean;
    }
  | { readonly kind: "map"; readonly values: ValueType }
  | { readonly kind: "object"; readonly object: ObjectType }
  | { readonly kind: "union"; readonly of: readonly ValueType[] };

export interface FunctionInfo {
  /** The long name: `Fn::Sub`, `Ref`, `Condition`. */
  readonly name: string;
  /** `!Sub`; `undefined` if there is no short form (`Fn::ForEach`). */
  readonly short: string | undefined;
  readonly text: Localised;
  /** How it is written, in YAML: short, and long. */
  readonly syntax: { readonly short: string | undefined; readonly long: string };
  readonly url: string;
  /**
   * The parts of a template that may call it: `value` (properties, outputs, metadata), `condition` (conditions),
   * `rule`.
   */
  readonly allowedIn: readonly ("value" | "condition" | "rule")[];
  /** `AWS::LanguageExtensions` for functions that need it. */
  readonly transform: string | undefined;
  /** How many arguments it takes in a list; `undefined` if it takes no list. */
  readonly arguments?: { readonly minimum: number; readonly maximum: number };
}

export interface PseudoParameterInfo {
  readonly name: string;
  readonly text: Localised;
  readonly example: string;
  readonly url: string;
}

export interface ParameterTypeInfo {
  readonly name: string;
  readonly text: Localised;
  /** Whether its value is a list. */
  readonly list: boolean;
}

export interface RuntimeInfo {
  readonly name: string;
  /** ISO dates; `undefined` while AWS has announced none. */
  readonly deprecation: string | undefined;
  readonly blockCreate: string | undefined;
  readonly blockUpdate: string | undefined;
  /** The runtime to move to. */
  readonly successor: string | undefined;
}
