import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** @typedef {import("./model.ts").TypeModel} TypeModel */
/** @typedef {import("./model.ts").PropertyModel} PropertyModel */

/** The tables of what an update does, which know more than the base. */
export const UPDATE_TABLES = ["server/src/change/conditionalUpdates.json", "server/src/change/refusedUpdates.json"];

/**
 * Marks what the base calls an update without interruption, though it replaces in some cases or is refused.
 * @param {readonly TypeModel[]} types
 */
export function markUpdates(types) {
  const [{ updates }, { fixed }] = /** @type {[any, any]} */ (
    UPDATE_TABLES.map((path) => JSON.parse(readFileSync(join(root, path), "utf8")))
  );
  for (const { type, property, cases } of updates)
    if (cases.some((/** @type {{ becomes: string }} */ one) => one.becomes === "Replacement"))
      mark(types, type, property, "maybe");
  for (const { type, defaults } of fixed) for (const path of Object.keys(defaults)) mark(types, type, path, "refused");
}

/**
 * @param {readonly TypeModel[]} types
 * @param {string} name
 * @param {string} path keys with dots between them
 * @param {PropertyModel["update"]} update
 */
function mark(types, name, path, update) {
  const type = types.find((one) => one.name === name);
  let properties = type?.properties;
  /** @type {PropertyModel | undefined} */
  let property;
  for (const key of path.split(".")) {
    property = properties?.find((one) => one.name === key);
    properties = property?.type.kind === "object" ? type?.definitions[property.type.definition]?.properties : undefined;
  }
  if (property === undefined) throw new Error(`The catalogue has no ${name}.${path}`);
  if (property.update === "none") property.update = update;
}
