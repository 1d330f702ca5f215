import {
  ATTRIBUTES,
  ENUMS,
  GROUPS,
  INTERRUPTING,
  METRICS,
  RANGES,
  READABLE,
  REFERENCES,
  REFERENCES_AT,
  WIDER,
} from "./ownTables.mjs";

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
 * @param {{ types: Record<string, string[]> }} outsideRegistry outsideRegistry.json
 * @returns {{ problems: string[] }}
 */
export function addOwn(types, anyCase, models, outsideRegistry) {
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
  /** @param {Record<string, any>} table @param {(shape: ShapeModel, value: any) => void} add to a property's shape, or that of its items */
  const supplement = (table, add) => {
    for (const [path, value] of Object.entries(table)) {
      const property = find(path);
      const shape = property?.type.kind === "list" ? property.type.items : property?.type;
      if (!property || !shape) continue;
      const before = JSON.stringify(shape);
      add(shape, value);
      if (JSON.stringify(shape) !== before) property.ofService = true;
    }
  };
  /** @param {"maxLength" | "minLength" | "pattern"} name */
  const addText = (name) => (/** @type {ShapeModel} */ shape, /** @type {any} */ value) => {
    if (shape.kind === "string" && !shape.enum) Object.assign(shape, { [name]: shape[name] ?? value });
  };
  const { enums, ranges, lengths, minLengths, patterns } = models;
  for (const table of [ENUMS, enums])
    supplement(table, (shape, values) => {
      if (shape.kind === "string" && !shape.enum) Object.assign(shape, { enum: values, closed: true });
    });
  for (const table of [RANGES, ranges])
    supplement(table, (shape, [minimum, maximum]) => {
      if (shape.kind !== "number") return;
      shape.minimum ??= minimum ?? undefined;
      shape.maximum ??= maximum ?? undefined;
    });
  supplement(lengths, addText("maxLength"));
  supplement(minLengths, addText("minLength"));
  supplement(patterns, addText("pattern"));
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
    const property = find(path);
    if (property?.type.kind !== "string" && property?.type.kind !== "list") continue;
    Object.assign(property.type, constraints);
    property.ofService = true;
  }
  for (const [name, names] of Object.entries(ATTRIBUTES)) {
    const attributes = byName.get(name)?.attributes;
    for (const one of names) {
      if (!attributes?.some((attribute) => attribute.name === one))
        attributes?.push({ name: one, documentation: undefined, type: { kind: "string" } });
    }
  }
  for (const [service, names] of Object.entries(outsideRegistry.types))
    for (const one of names) {
      const type = byName.get(`AWS::${service}::${one}`);
      if (type) type.isOutsideRegistry = true;
    }
  for (const type of types) addReferences(type);
  for (const [path, targets] of Object.entries(REFERENCES_AT)) {
    const property = find(path);
    if (property !== undefined) property.references = targets;
  }
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
