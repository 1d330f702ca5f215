import { lazy, lazyByKey } from "../../text/lazy.ts";
import type { Attribute, ObjectType, Property, PropertyReference, ResourceType, ValueType } from "./catalogue.ts";
import { lifecycleOf } from "./endedServices.ts";
import { nestedPage, propertyAnchor, referenceUrl, typePage } from "./links.ts";
import {
  FLAGS,
  type PackedGroup,
  type PackedProperty,
  type PackedShape,
  type PackedTexts,
  type PackedType,
} from "./packed.ts";
import { TAG } from "./tag.ts";

export interface TypeSource {
  readonly structure: PackedType;
  /** Read when the first text is asked for. */
  texts(): PackedTexts | undefined;
  /** May replace a value's type if the data knows too little: policy documents, enums. */
  refine(owner: string, property: string, type: ValueType): ValueType;
}

/** The number of a resource's own properties among the definitions. */
const ROOT = -1;

interface Decoder {
  readonly typeName: string;
  readonly source: TypeSource;
  readonly texts: () => PackedTexts | undefined;
  readonly groups: ReadonlyMap<number, PackedGroup>;
  readonly object: (definition: number) => DecodedObject;
}

/** A resource type out of its packed form. Nested types are decoded when they are looked at. */
export function decodeType(name: string, source: TypeSource): ResourceType {
  const decoder: Decoder = {
    typeName: name,
    source,
    texts: lazy(source.texts),
    groups: new Map(source.structure[3].g?.map((group) => [group[0], group])),
    object: lazyByKey((definition) => new DecodedObject(decoder, definition)),
  };
  return new DecodedType(name, decoder);
}

// Classes, and no objects with accessors, of which V8 makes dictionaries: see “Code that runs cold” in docs/performance.md.

class DecodedType implements ResourceType {
  readonly name: string;
  readonly url: string;
  readonly properties: ObjectType;
  readonly ref: string | undefined;
  readonly lifecycle: ResourceType["lifecycle"];
  readonly transform: string | undefined;
  readonly #decoder: Decoder;
  #known: ResourceType["attributes"] | undefined;

  constructor(name: string, decoder: Decoder) {
    const { r, t } = decoder.source.structure[3];
    this.name = name;
    this.url = referenceUrl(typePage(name));
    this.properties = decoder.object(ROOT);
    this.ref = r?.join("|");
    this.lifecycle = lifecycleOf(name);
    this.transform = t;
    this.#decoder = decoder;
  }

  get documentation(): string | undefined {
    return this.#decoder.texts()?.[0] || undefined;
  }

  get attributes(): ResourceType["attributes"] {
    this.#known ??= new Map(
      this.#decoder.source.structure[2].map((one, index) => [one[0], new DecodedAttribute(this.#decoder, one, index)]),
    );
    return this.#known;
  }
}

class DecodedObject implements ObjectType {
  readonly name: string;
  readonly url: string;
  readonly additional: undefined;
  readonly bySchema: boolean;
  declare readonly oneOf?: readonly (readonly string[])[];
  declare readonly exclusive?: readonly (readonly string[])[];
  declare readonly needs?: readonly (readonly string[])[];
  readonly #decoder: Decoder;
  readonly #definition: number;
  #known: ObjectType["properties"] | undefined;

  constructor(decoder: Decoder, definition: number) {
    const { typeName } = decoder;
    const nested = decoder.source.structure[1][definition]?.[0];
    const [, oneOf = [], exclusive = [], needs = []] = decoder.groups.get(definition) ?? [];
    this.name = nested ?? typeName;
    this.url = referenceUrl(pageOf(typeName, nested));
    this.bySchema = isBySchema(decoder);
    this.#decoder = decoder;
    this.#definition = definition;
    if (oneOf.length > 0) this.oneOf = oneOf;
    if (exclusive.length > 0) this.exclusive = exclusive;
    if (needs.length > 0) this.needs = needs;
  }

  get documentation(): string | undefined {
    return this.#texts?.[0] || undefined;
  }

  get properties(): ObjectType["properties"] {
    this.#known ??= this.#decodedProperties();
    return this.#known;
  }

  /** Of one of its properties, by the number of it. */
  textOf(index: number): string | undefined {
    return this.#texts?.[1]?.[index] || undefined;
  }

  get #texts(): PackedTexts[2][number] | PackedTexts | undefined {
    const texts = this.#decoder.texts();
    return this.#definition === ROOT ? texts : texts?.[2][this.#definition];
  }

  #decodedProperties(): ObjectType["properties"] {
    const decoder = this.#decoder;
    const definition = this.#definition;
    const { typeName, source } = decoder;
    const [rootProperties, definitions] = source.structure;
    const nested = definitions[definition]?.[0];
    const page = pageOf(typeName, nested);
    const packed = definition === ROOT ? rootProperties : (definitions[definition]?.[1] ?? []);
    return new Map(
      packed.map((one, index) => {
        const url = referenceUrl(page, propertyAnchor(typeName, nested, one[0]));
        return [one[0], new DecodedProperty(decoder, this, one, index, url)];
      }),
    );
  }
}

class DecodedProperty implements Property {
  readonly name: string;
  readonly required: boolean;
  readonly update: Property["update"];
  readonly default: string | undefined;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly url: string;
  declare readonly references?: readonly PropertyReference[];
  readonly #decoder: Decoder;
  readonly #owner: DecodedObject;
  readonly #packed: PackedProperty;
  readonly #index: number;
  #known: { readonly type: ValueType; readonly isRefined: boolean } | undefined;

  constructor(decoder: Decoder, owner: DecodedObject, packed: PackedProperty, index: number, url: string) {
    const [name, , flags, standard, references] = packed;
    this.name = name;
    this.required = (flags & FLAGS.required) !== 0;
    this.update = updateOf(flags);
    this.default = standard === 0 ? undefined : standard;
    this.deprecated = (flags & FLAGS.deprecated) !== 0;
    this.readOnly = (flags & FLAGS.readOnly) !== 0;
    this.url = url;
    this.#decoder = decoder;
    this.#owner = owner;
    this.#packed = packed;
    this.#index = index;
    if (references) this.references = references.map(referenceOf);
  }

  get type(): ValueType {
    return this.#decoded.type;
  }

  get bySchema(): boolean {
    const [, , flags] = this.#packed;
    return isBySchema(this.#decoder) && (flags & FLAGS.ofService) === 0 && !this.#decoded.isRefined;
  }

  get documentation(): string | undefined {
    return this.#owner.textOf(this.#index);
  }

  get #decoded(): { readonly type: ValueType; readonly isRefined: boolean } {
    if (this.#known === undefined) {
      const { typeName, source, object } = this.#decoder;
      const owner = this.#owner.name === typeName ? typeName : `${typeName}.${this.#owner.name}`;
      const decoded = decodeShape(this.#packed[1], object);
      const type = source.refine(owner, this.name, decoded);
      this.#known = { type, isRefined: type !== decoded };
    }
    return this.#known;
  }
}

class DecodedAttribute implements Attribute {
  readonly name: string;
  readonly type: ValueType;
  readonly #decoder: Decoder;
  readonly #index: number;

  constructor(decoder: Decoder, [name, shape]: readonly [name: string, shape: PackedShape], index: number) {
    this.name = name;
    this.type = decodeShape(shape, decoder.object);
    this.#decoder = decoder;
    this.#index = index;
  }

  get documentation(): string | undefined {
    return this.#decoder.texts()?.[3][this.#index] || undefined;
  }
}

/** The type of a value that is an object, decoded when it is looked at. */
class DecodedObjectValue {
  readonly kind = "object";
  readonly #objectOf: Decoder["object"];
  readonly #definition: number;

  constructor(objectOf: Decoder["object"], definition: number) {
    this.#objectOf = objectOf;
    this.#definition = definition;
  }

  get object(): ObjectType {
    return this.#objectOf(this.#definition);
  }
}

/** The page of a type, or of one that is nested in it. */
function pageOf(typeName: string, nested: string | undefined): string {
  return nested === undefined ? typePage(typeName) : nestedPage(typeName, nested);
}

/** The result of a transform is compared under another type. */
function isBySchema({ source }: Decoder): boolean {
  const [, , , { o, t }] = source.structure;
  return o === undefined && t === undefined;
}

/** `AWS::EC2::Subnet.SubnetId` in its parts. */
function referenceOf(written: string): PropertyReference {
  const dot = written.indexOf(".");
  return { type: written.slice(0, dot), attribute: written.slice(dot + 1) };
}

function updateOf(flags: number): Property["update"] {
  if (flags & FLAGS.replacement) return "replacement";
  if (flags & FLAGS.maybe) return "maybe";
  if (flags & FLAGS.refused) return "refused";
  return flags & FLAGS.some ? "some" : "none";
}

function decodeShape(shape: PackedShape, object: Decoder["object"]): ValueType {
  if (typeof shape === "number") return new DecodedObjectValue(object, shape);
  if (typeof shape === "string") return SIMPLE[shape];
  switch (shape[0]) {
    case "s": {
      const { e, c, a, p, n, x, f } = shape[1];
      return {
        kind: "string",
        ...(e && { enum: e, closed: c === 1, ...(a && { anyCase: true }) }),
        ...(p !== undefined && { pattern: p }),
        ...(n !== undefined && { minLength: n }),
        ...(x !== undefined && { maxLength: x }),
        ...(f !== undefined && { format: f }),
      };
    }
    case "n":
    case "i": {
      const { n, x, e } = shape[1];
      return {
        kind: "number",
        integer: shape[0] === "i",
        ...(n !== undefined && { minimum: n }),
        ...(x !== undefined && { maximum: x }),
        ...(e && { enum: e }),
      };
    }
    case "l": {
      const { n, x } = shape[2] ?? {};
      return {
        kind: "list",
        items: decodeShape(shape[1], object),
        ...(n !== undefined && { minItems: n }),
        ...(x !== undefined && { maxItems: x }),
      };
    }
    case "m":
      return { kind: "map", values: decodeShape(shape[1], object) };
    case "u": {
      const [, ...of] = shape;
      return { kind: "union", of: of.map((one) => decodeShape(one, object)) };
    }
  }
}

const SIMPLE: Readonly<Record<"s" | "n" | "i" | "b" | "j" | "g", ValueType>> = {
  s: { kind: "string" },
  n: { kind: "number", integer: false },
  i: { kind: "number", integer: true },
  b: { kind: "boolean" },
  j: { kind: "any" },
  g: { kind: "object", object: TAG },
};
