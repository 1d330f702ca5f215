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
  readonly object: (definition: number) => ObjectType;
}

/** A resource type out of its packed form. Nested types are decoded when they are looked at. */
export function decodeType(name: string, source: TypeSource): ResourceType {
  const [, , attributes, rest] = source.structure;
  const decoder: Decoder = {
    typeName: name,
    source,
    texts: lazy(source.texts),
    groups: new Map(rest.g?.map((group) => [group[0], group])),
    object: lazyByKey((definition) => decodeObject(decoder, definition)),
  };
  const attributesOf = lazy(
    () => new Map(attributes.map((one, index) => [one[0], decodeAttribute(decoder, one, index)])),
  );
  return {
    name,
    url: referenceUrl(typePage(name)),
    properties: decoder.object(ROOT),
    ref: rest.r?.join("|"),
    lifecycle: lifecycleOf(name),
    transform: rest.t,
    get documentation() {
      return decoder.texts()?.[0] || undefined;
    },
    get attributes() {
      return attributesOf();
    },
  };
}

function decodeObject(decoder: Decoder, definition: number): ObjectType {
  const { typeName, source, groups } = decoder;
  const [rootProperties, definitions] = source.structure;
  const nested = definitions[definition]?.[0];
  const packed = definition === ROOT ? rootProperties : (definitions[definition]?.[1] ?? []);
  const texts = lazy(() => (definition === ROOT ? decoder.texts() : decoder.texts()?.[2][definition]));
  const owner = nested === undefined ? typeName : `${typeName}.${nested}`;
  const page = nested === undefined ? typePage(typeName) : nestedPage(typeName, nested);
  const properties = lazy(
    () =>
      new Map(
        packed.map((one, index) => {
          const url = referenceUrl(page, propertyAnchor(typeName, nested, one[0]));
          return [one[0], decodeProperty(decoder, owner, one, url, () => texts()?.[1]?.[index] || undefined)];
        }),
      ),
  );
  const [, oneOf = [], exclusive = [], needs = []] = groups.get(definition) ?? [];
  return {
    name: nested ?? typeName,
    url: referenceUrl(page),
    additional: undefined,
    bySchema: isBySchema(decoder),
    ...(oneOf.length > 0 && { oneOf }),
    ...(exclusive.length > 0 && { exclusive }),
    ...(needs.length > 0 && { needs }),
    get documentation() {
      return texts()?.[0] || undefined;
    },
    get properties() {
      return properties();
    },
  };
}

function decodeProperty(
  decoder: Decoder,
  owner: string,
  [name, shape, flags, standard, references]: PackedProperty,
  url: string,
  text: () => string | undefined,
): Property {
  const decoded = lazy(() => decodeShape(shape, decoder.object));
  const type = lazy(() => decoder.source.refine(owner, name, decoded()));
  return {
    name,
    required: (flags & FLAGS.required) !== 0,
    update: updateOf(flags),
    default: standard === 0 ? undefined : standard,
    ...(references && { references: references.map(referenceOf) }),
    deprecated: (flags & FLAGS.deprecated) !== 0,
    readOnly: (flags & FLAGS.readOnly) !== 0,
    url,
    get bySchema() {
      return isBySchema(decoder) && (flags & FLAGS.ofService) === 0 && type() === decoded();
    },
    get type() {
      return type();
    },
    get documentation() {
      return text();
    },
  };
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

function decodeAttribute(
  decoder: Decoder,
  [name, shape]: readonly [name: string, shape: PackedShape],
  index: number,
): Attribute {
  return {
    name,
    type: decodeShape(shape, decoder.object),
    get documentation() {
      return decoder.texts()?.[3][index] || undefined;
    },
  };
}

function decodeShape(shape: PackedShape, object: (definition: number) => ObjectType): ValueType {
  if (typeof shape === "number") {
    return {
      kind: "object",
      get object() {
        return object(shape);
      },
    };
  }
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
