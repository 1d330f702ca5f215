import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../paths.mjs";
import { tidy } from "./tidy.mjs";

/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */
/** @typedef {import("./model.ts").PropertyModel} PropertyModel */

const update = { no: "none", maybe: "maybe", yes: "replacement" };

/**
 * Reads all resource types of @aws-cdk/aws-service-spec, sorted by name.
 * @returns {{ types: TypeModel[], metrics: Map<string, string[]>, problems: string[] }}
 */
export function readBase() {
  const file = join(root, "node_modules/@aws-cdk/aws-service-spec/db.json.gz");
  const { schema } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
  const definitions = new Map(schema.typeDefinition.entities.map((/** @type {any} */ entity) => [entity.$id, entity]));
  /** @type {string[]} */
  const problems = [];
  /** @type {TypeModel[]} */
  const types = schema.resource.entities
    .map((/** @type {any} */ entity) => typeModel(entity, definitions, problems))
    .sort((/** @type {TypeModel} */ a, /** @type {TypeModel} */ b) => (a.name < b.name ? -1 : 1));
  for (const type of types) markReadOnly(type);
  return { types, metrics: metricsOf(schema.metric.entities), problems };
}

/**
 * @param {any} entity
 * @param {Map<string, any>} known
 * @param {string[]} problems
 * @returns {TypeModel}
 */
function typeModel(entity, known, problems) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {any[]} */
  const waiting = [];
  const definitionOf = (/** @type {string} */ id) => {
    let number = numbers.get(id);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(id, number);
      const definition = known.get(id);
      if (!definition) problems.push(`${entity.cloudFormationType}: nested type ${id} is missing`);
      waiting.push(definition ?? { name: "Unknown", properties: {} });
    }
    return number;
  };
  const properties = propertiesOf(entity.properties, definitionOf);
  const attributes = Object.entries(entity.attributes).map(([name, attribute]) => ({
    name,
    documentation: tidy(attribute.documentation),
    type: shapeOf(attribute.type, definitionOf),
  }));
  const definitions = [];
  for (const definition of waiting) {
    definitions.push({
      name: definition.name,
      documentation: tidy(definition.documentation),
      properties: propertiesOf(definition.properties, definitionOf),
    });
  }
  const identifier = entity.primaryIdentifier ?? [];
  return {
    name: entity.cloudFormationType,
    documentation: tidy(entity.documentation),
    ref: entity.cfnRefIdentifier ?? (identifier.length === 1 ? identifier : undefined),
    transform: entity.cloudFormationTransform,
    properties,
    definitions,
    attributes,
    groups: new Map(),
  };
}

/**
 * @param {Record<string, any>} properties
 * @param {(id: string) => number} definitionOf
 * @returns {PropertyModel[]}
 */
function propertiesOf(properties, definitionOf) {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: property.required === true,
    update: /** @type {PropertyModel["update"]} */ (update[/** @type {"no"} */ (property.causesReplacement ?? "no")]),
    default: property.defaultValue,
    deprecated: isDeprecated(property),
    readOnly: false,
    references: (property.relationshipRefs ?? []).map(
      (/** @type {any} */ one) => `${one.cloudFormationType}.${one.propertyName.replaceAll("/", ".")}`,
    ),
    documentation: tidy(property.documentation),
    type: shapeOf(property.type, definitionOf),
  }));
}

/**
 * The base also marks properties that it merely keeps for its own compatibility;
 * only where AWS's text agrees is one called deprecated.
 * @param {any} property
 */
function isDeprecated(property) {
  return (
    property.deprecated !== undefined &&
    /deprecat|no longer (used|supported|allowed)|not supported|retained for/i.test(property.documentation ?? "")
  );
}

/**
 * @param {any} type
 * @param {(id: string) => number} definitionOf
 * @returns {ShapeModel}
 */
function shapeOf(type, definitionOf) {
  switch (type.type) {
    case "string":
      return type.allowedValues ? { kind: "string", enum: type.allowedValues, closed: true } : { kind: "string" };
    case "date-time":
      return { kind: "string", format: "timestamp" };
    case "number":
      return { kind: "number", integer: false };
    case "integer":
      return type.allowedValues
        ? { kind: "number", integer: true, enum: type.allowedValues.map(String) }
        : { kind: "number", integer: true };
    case "boolean":
      return { kind: "boolean" };
    case "tag":
      return { kind: "tag" };
    case "array":
      return { kind: "list", items: shapeOf(type.element, definitionOf) };
    case "map":
      return { kind: "map", values: shapeOf(type.element, definitionOf) };
    case "ref":
      return { kind: "object", definition: definitionOf(type.reference.$ref) };
    case "union":
      return { kind: "union", of: type.types.map((/** @type {any} */ one) => shapeOf(one, definitionOf)) };
    case "json":
      return { kind: "any" };
    default:
      throw new Error(`Unknown kind of type in the base: ${JSON.stringify(type)}`);
  }
}

/**
 * A nested property that is also an attribute (`MasterUserSecret.SecretArn`) is set by the service.
 * @param {TypeModel} type
 */
function markReadOnly(type) {
  for (const { name } of type.attributes) {
    const path = name.split(".");
    if (path.length < 2) continue;
    let properties = type.properties;
    for (const [index, key] of path.entries()) {
      const property = properties.find((one) => one.name === key);
      if (!property) break;
      if (index === path.length - 1) property.readOnly = !property.required;
      if (property.type.kind !== "object") break;
      properties = type.definitions[property.type.definition]?.properties ?? [];
    }
  }
}

/**
 * @param {any[]} metrics
 * @returns {Map<string, string[]>} names by namespace
 */
function metricsOf(metrics) {
  /** @type {Map<string, Set<string>>} */
  const names = new Map();
  for (const { namespace, name } of metrics) {
    const set = names.get(namespace) ?? new Set();
    names.set(namespace, set.add(name));
  }
  return new Map([...names].map(([namespace, set]) => [namespace, [...set].sort()]));
}
