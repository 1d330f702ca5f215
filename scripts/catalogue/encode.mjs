/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */
/** @typedef {import("./model.ts").PropertyModel} PropertyModel */

// The packed forms are declared in server/src/catalogue/types/packed.ts, which is their only reader.

const flags = {
  required: 1,
  replacement: 2,
  maybe: 4,
  deprecated: 8,
  readOnly: 16,
  some: 32,
  ofService: 64,
  refused: 128,
};

/**
 * The structure of a type: everything but its texts.
 * @param {TypeModel} type
 */
export function packedType(type) {
  const groups = [...type.groups].map(([definition, { oneOf, exclusive, needs }]) => [
    definition,
    oneOf,
    exclusive,
    needs,
  ]);
  return [
    type.properties.map(packedProperty),
    type.definitions.map(({ name, properties }) => [name, properties.map(packedProperty)]),
    type.attributes.map(({ name, type: shape }) => [name, packedShape(shape)]),
    {
      ...(type.ref && { r: type.ref }),
      ...(type.transform && { t: type.transform }),
      ...(type.isOutsideRegistry && { o: 1 }),
      ...(groups.length > 0 && { g: groups }),
    },
  ];
}

/**
 * The texts of a type, in the order of its structure; 0 stands for none.
 * @param {TypeModel} type
 */
export function packedTexts(type) {
  const text = (/** @type {{ documentation: string | undefined }} */ one) => shortened(one.documentation) ?? 0;
  return [
    text(type),
    type.properties.map(text),
    type.definitions.map((definition) => [text(definition), definition.properties.map(text)]),
    type.attributes.map(text),
  ];
}

/** So much of a text is kept, in characters: a hover shows no more, and the rest is on AWS's page. */
const MAX_LENGTH = 600;

/**
 * A text without what a hover would not show: cut behind a paragraph or sentence, with a sign that it goes on.
 * @param {string | undefined} text
 */
function shortened(text) {
  if (text === undefined || text.length <= MAX_LENGTH) return text;
  const head = text.slice(0, MAX_LENGTH - 2);
  const paragraph = head.lastIndexOf("\n\n");
  const sentence = head.lastIndexOf(". ") + 1;
  const cut = [paragraph, sentence].find((at) => at > MAX_LENGTH / 3) ?? head.lastIndexOf(" ");
  return `${head.slice(0, cut).trim()} …`;
}

/** @param {PropertyModel} property */
function packedProperty(property) {
  const bits =
    (property.required ? flags.required : 0) |
    (property.update === "none" ? 0 : flags[property.update]) |
    (property.deprecated ? flags.deprecated : 0) |
    (property.readOnly ? flags.readOnly : 0) |
    (property.ofService ? flags.ofService : 0);
  const packed = [property.name, packedShape(property.type), bits];
  if (property.references.length > 0) return [...packed, property.default ?? 0, property.references];
  return property.default === undefined ? packed : [...packed, property.default];
}

/**
 * @param {ShapeModel} shape
 * @returns {unknown}
 */
function packedShape(shape) {
  switch (shape.kind) {
    case "string": {
      const rest = {
        ...(shape.enum && { e: shape.enum, ...(shape.closed && { c: 1 }), ...(shape.anyCase && { a: 1 }) }),
        ...(shape.pattern !== undefined && { p: shape.pattern }),
        ...(shape.minLength !== undefined && { n: shape.minLength }),
        ...(shape.maxLength !== undefined && { x: shape.maxLength }),
        ...(shape.format !== undefined && { f: shape.format }),
      };
      return Object.keys(rest).length > 0 ? ["s", rest] : "s";
    }
    case "number": {
      const rest = {
        ...(shape.minimum !== undefined && { n: shape.minimum }),
        ...(shape.maximum !== undefined && { x: shape.maximum }),
        ...(shape.enum && { e: shape.enum }),
      };
      const kind = shape.integer ? "i" : "n";
      return Object.keys(rest).length > 0 ? [kind, rest] : kind;
    }
    case "boolean":
      return "b";
    case "any":
      return "j";
    case "tag":
      return "g";
    case "list": {
      const rest = {
        ...(shape.minItems !== undefined && { n: shape.minItems }),
        ...(shape.maxItems !== undefined && { x: shape.maxItems }),
      };
      const packed = ["l", packedShape(shape.items)];
      return Object.keys(rest).length > 0 ? [...packed, rest] : packed;
    }
    case "map":
      return ["m", packedShape(shape.values)];
    case "object":
      return shape.definition;
    case "union":
      return ["u", ...shape.of.map(packedShape)];
  }
}

/**
 * JSON in ASCII, so that a decoded block takes one byte a character in memory.
 * @param {unknown} value
 */
export function ascii(value) {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
