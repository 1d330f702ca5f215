import { ATTRIBUTES, ENUMS, GROUPS, INTERRUPTING, METRICS, RANGES, READABLE, REFERENCES, WIDER } from "./ownTables.mjs";

/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").ShapeModel} ShapeModel */

/**
 * @param {Map<string, string[]>} metrics changed in place
 */
export function addMetrics(metrics) {
  for (const [namespace, names] of Object.entries(METRICS)) {
    metrics.set(namespace, [...new Set([...(metrics.get(namespace) ?? []), ...names])].sort());
  }
}

/**
 * Adds the hand-kept tables where the types say nothing themselves.
 * @param {TypeModel[]} types changed in place
 * @param {{ rows: readonly { at: readonly string[] }[], unknown: readonly string[] }} anyCase anyCase.json
 * @param {import("./model.ts").ApiModels} models apiModels.json
 * @returns {{ problems: string[] }}
 */
export function addOwn(types, anyCase, models) {
  const byName = new Map(types.map((type) => [type.name, type]));
  /** @type {string[]} */
  const problems = [];
  /** @param {string} path @returns {import("./model.ts").PropertyModel | undefined} */
  const find = (path) => {
    const [name = "", ...rest] = path.split(".");
    const type = byName.get(name);
    const properties =
      rest.length > 1 ? type?.definitions.find((one) => one.name === rest[0])?.properties : type?.properties;
    const property = properties?.find((one) => one.name === rest.at(-1));
    if (!property) problems.push(`${path}: in our tables, but not in the data`);
    return property;
  };
  for (const [path, values] of Object.entries(ENUMS)) {
    const type = find(path)?.type;
    if (type?.kind === "string" && !type.enum) Object.assign(type, { enum: values, closed: true });
  }
  for (const [path, [minimum, maximum]] of Object.entries(RANGES)) {
    const type = find(path)?.type;
    if (type?.kind !== "number") continue;
    type.minimum ??= minimum;
    type.maximum ??= maximum;
  }
  const { enums, ranges, lengths, minLengths, patterns } = models;
  for (const [path, values] of Object.entries(enums)) {
    const shape = shapeOf(find(path));
    if (shape?.kind === "string" && !shape.enum) Object.assign(shape, { enum: values, closed: true });
  }
  for (const [path, [minimum, maximum]] of Object.entries(ranges)) {
    const shape = shapeOf(find(path));
    if (shape?.kind !== "number") continue;
    if (minimum !== null) shape.minimum ??= minimum;
    if (maximum !== null) shape.maximum ??= maximum;
  }
  for (const [path, length] of Object.entries(lengths)) {
    const shape = shapeOf(find(path));
    if (shape?.kind === "string" && !shape.enum) shape.maxLength ??= length;
  }
  for (const [path, length] of Object.entries(minLengths)) {
    const shape = shapeOf(find(path));
    if (shape?.kind === "string" && !shape.enum) shape.minLength ??= length;
  }
  for (const [path, pattern] of Object.entries(patterns)) {
    const shape = shapeOf(find(path));
    if (shape?.kind === "string" && !shape.enum) shape.pattern ??= pattern;
  }
  for (const [type, names] of Object.entries(INTERRUPTING)) {
    for (const name of names) {
      const property = find(`${type}.${name}`);
      if (property?.update === "none") property.update = "some";
    }
  }
  for (const [path, { oneOf = [], exclusive = [], needs = [] }] of Object.entries(GROUPS)) {
    const [name = "", nested] = path.split(".");
    const type = byName.get(name);
    const number = nested === undefined ? -1 : (type?.definitions.findIndex((one) => one.name === nested) ?? -1);
    const properties = number < 0 ? type?.properties : type?.definitions[number]?.properties;
    const known = new Set(properties?.map((property) => property.name));
    for (const one of [...oneOf, ...exclusive, ...needs].flat())
      if (!known.has(one)) problems.push(`${path}.${one}: in our tables, but not in the data`);
    type?.groups.set(number, { oneOf, exclusive, needs });
  }
  for (const name of READABLE) {
    const type = byName.get(name);
    if (!type) problems.push(`${name}: in our tables, but not in the data`);
    const known = new Set(type?.attributes.map((attribute) => attribute.name));
    const added =
      type?.properties.filter((property) => !known.has(property.name) && property.type.kind === "string") ?? [];
    type?.attributes.push(
      ...added.map(({ name, documentation, type: shape }) => ({ name, documentation, type: shape })),
    );
  }
  for (const place of [...anyCase.rows.flatMap(({ at }) => at), ...anyCase.unknown]) {
    const [name = ""] = place.split(".");
    const shapes = name === place ? shapesOf(types.filter((type) => type.name.startsWith(place))) : [find(place)?.type];
    for (const shape of shapes) if (shape?.kind === "string" && shape.enum) shape.anyCase = true;
  }
  for (const [path, constraints] of Object.entries(WIDER)) {
    const type = find(path)?.type;
    if (type?.kind === "string" || type?.kind === "list") Object.assign(type, constraints);
  }
  for (const [name, names] of Object.entries(ATTRIBUTES)) {
    const attributes = byName.get(name)?.attributes;
    for (const one of names) {
      if (!attributes?.some((attribute) => attribute.name === one))
        attributes?.push({ name: one, documentation: undefined, type: { kind: "string" } });
    }
  }
  for (const type of types) addReferences(type);
  return { problems };
}

/** @param {TypeModel[]} types @returns {ShapeModel[]} what all their properties, or the items of these, are */
function shapesOf(types) {
  const properties = types.flatMap((type) =>
    [type.properties, ...type.definitions.map((one) => one.properties)].flat(),
  );
  return properties.map(({ type }) => (type.kind === "list" ? type.items : type));
}

/** @param {TypeModel} type whose name is no reference to itself */
function addReferences(type) {
  for (const property of [type.properties, ...type.definitions.map((one) => one.properties)].flat()) {
    const scalar = property.type.kind === "list" ? property.type.items : property.type;
    const targets = Object.hasOwn(REFERENCES, property.name) ? (REFERENCES[property.name] ?? []) : [];
    if (scalar.kind !== "string" || property.references.length > 0) continue;
    if (!targets.some((target) => target.startsWith(`${type.name}.`))) property.references = targets;
  }
}

/** A property's shape, or that of its items. @param {import("./model.ts").PropertyModel | undefined} property */
function shapeOf(property) {
  return property?.type.kind === "list" ? property.type.items : property?.type;
}
