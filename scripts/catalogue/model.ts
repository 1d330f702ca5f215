/** What the build knows of a resource type before it is packed. */
export interface TypeModel {
  readonly name: string;
  readonly documentation: string | undefined;
  /** Names of the properties that `Ref` gives; `undefined` where that is not certain. */
  readonly ref: readonly string[] | undefined;
  readonly transform: string | undefined;
  /** Whether CloudFormation does not compare its properties with the schema. */
  isOutsideRegistry?: boolean;
  readonly properties: PropertyModel[];
  /** Nested types; `{ kind: "object", definition }` counts into this list. */
  readonly definitions: DefinitionModel[];
  readonly attributes: AttributeModel[];
  /** Rules between properties, by definition; −1 is the resource's own properties. */
  readonly groups: Map<number, Groups>;
}

export interface DefinitionModel {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly properties: PropertyModel[];
}

export interface PropertyModel {
  readonly name: string;
  readonly required: boolean;
  update: "none" | "some" | "replacement" | "maybe" | "refused";
  readonly default: string | undefined;
  readonly deprecated: boolean;
  readOnly: boolean;
  /** Whether what is asked of its values is not, or not only, in the schema. */
  ofService?: boolean;
  /** `AWS::EC2::Subnet.SubnetId`: resources whose property or attribute the value is. */
  references: readonly string[];
  readonly documentation: string | undefined;
  type: ShapeModel;
}

export interface AttributeModel {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly type: ShapeModel;
}

export interface Groups {
  /** Of each set one must be there. */
  oneOf: string[][];
  /** Of each set only one may be there. */
  exclusive: string[][];
  /** The first of each list asks for the others. */
  needs: string[][];
}

export interface Constraints {
  pattern?: string;
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
}

export type ShapeModel =
  | {
      kind: "string";
      enum?: string[];
      closed?: boolean;
      anyCase?: boolean;
      pattern?: string;
      minLength?: number;
      maxLength?: number;
      format?: string;
    }
  | { kind: "number"; integer: boolean; minimum?: number; maximum?: number; enum?: string[] }
  | { kind: "boolean" }
  | { kind: "any" }
  | { kind: "tag" }
  | { kind: "list"; items: ShapeModel; minItems?: number; maxItems?: number }
  | { kind: "map"; values: ShapeModel }
  | { kind: "object"; definition: number }
  | { kind: "union"; of: ShapeModel[] };

/** What AWS's API models ask of values, by type and property, with a nested type between dots. */
export interface ApiModels {
  readonly enums: Readonly<Record<string, string[]>>;
  readonly ranges: Readonly<Record<string, readonly [from: number | null, to: number | null]>>;
  readonly lengths: Readonly<Record<string, number>>;
  readonly minLengths: Readonly<Record<string, number>>;
  readonly patterns: Readonly<Record<string, string>>;
}

/** A declaration of the constraints' source, as far as it says something. */
export interface Declared extends Constraints {
  /** Members of an object, of all variants of a union together. */
  members?: Map<string, Declared>;
  /** The sets of required members, one for each variant, where an object is a union of variants. */
  variants?: string[][];
  items?: Declared;
  values?: Declared;
  reference?: string;
  literals?: string[];
}
