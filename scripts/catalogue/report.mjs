import { statSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("./model.ts").ShapeModel} ShapeModel */

/**
 * Prints what was made and what could not be read.
 * @param {{
 *   types: import("./model.ts").TypeModel[],
 *   constraints: { applied: number, files: number, problems: string[] },
 *   enums: { added: number, problems: string[] },
 *   iam: { services: [string, string, unknown[]][], problems: string[] },
 *   metrics: Map<string, string[]>,
 *   parts: Record<string, { blocks: Buffer[], characters: number }>,
 *   problems: string[], out: string, files: string[],
 * }} made
 */
export function report({ types, constraints, enums, iam, metrics, parts, problems, out, files }) {
  const properties = types.flatMap((type) => [
    ...type.properties,
    ...type.definitions.flatMap((one) => one.properties),
  ]);
  const top = types.flatMap((type) => type.properties);
  const definitions = types.flatMap((type) => type.definitions);
  const shapes = properties.flatMap((property) => shapesIn(property.type));
  const documented = (/** @type {{ documentation: string | undefined }[]} */ list) =>
    `${((100 * list.filter((one) => one.documentation).length) / list.length).toFixed(1)} %`;
  const rows = /** @type {[string, string | number][]} */ ([
    ["types", types.length],
    ["properties", `${top.length} and ${properties.length - top.length} in ${definitions.length} nested types`],
    ["attributes", types.reduce((sum, type) => sum + type.attributes.length, 0)],
    [
      "enums",
      `${shapes.filter((shape) => "enum" in shape && shape.enum).length}, ${enums.added} of them from SDK clients`,
    ],
    ["values with pattern, range, length or literal", `${constraints.applied} (of ${constraints.files} types)`],
    ["replacing properties", properties.filter(({ update }) => update === "replacement").length],
    ["types with a certain Ref", types.filter(({ ref }) => ref).length],
    ["documented types", documented(types)],
    ["documented properties", `${documented(top)}, nested ${documented(properties)}`],
    [
      "IAM actions",
      `${iam.services.reduce((sum, [, , actions]) => sum + actions.length, 0)} of ${iam.services.length} services`,
    ],
    ["metrics", `${[...metrics.values()].flat().length} of ${metrics.size} namespaces`],
  ]);
  for (const [name, value] of rows) console.log(`${name.padEnd(48)}${value}`);
  for (const [name, { blocks, characters }] of Object.entries(parts)) {
    const zipped = blocks.reduce((sum, block) => sum + block.length, 0);
    console.log(
      `${name.padEnd(48)}${kilobytes(zipped)} zipped in ${blocks.length} blocks, ${kilobytes(characters)} inflated`,
    );
  }
  for (const file of files) console.log(`${file.padEnd(48)}${kilobytes(statSync(join(out, file)).size)}`);
  const unread = unreadIn({ constraints, enums, iam, problems });
  console.log(`could not be read: ${unread.length}`);
  for (const problem of unread) console.log(`  ${problem}`);
}

/**
 * The same in one line, for a build.
 * @param {Pick<Parameters<typeof report>[0], "types" | "constraints" | "enums" | "iam" | "problems">} made
 */
export function summary({ types, ...made }) {
  const unread = unreadIn(made).length;
  console.log(
    `The catalogue has ${types.length} types. ${unread} details of the sources could not be read ` +
      "(node scripts/catalogue.mjs --force --details lists them).",
  );
}

/** @param {Pick<Parameters<typeof report>[0], "constraints" | "enums" | "iam" | "problems">} made */
function unreadIn({ constraints, enums, iam, problems }) {
  return [...problems, ...constraints.problems, ...enums.problems, ...iam.problems];
}

/**
 * @param {ShapeModel} shape
 * @returns {ShapeModel[]}
 */
function shapesIn(shape) {
  if (shape.kind === "list") return [shape, ...shapesIn(shape.items)];
  if (shape.kind === "map") return [shape, ...shapesIn(shape.values)];
  if (shape.kind === "union") return [shape, ...shape.of.flatMap(shapesIn)];
  return [shape];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1024)} KB`;
}
