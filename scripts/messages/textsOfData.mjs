import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** @typedef {import("./messagesIn.mjs").Message} Message */

/**
 * The texts of the YAML and JSON files below a folder that stand there in both languages, by the key that they stand below.
 * @param {string} root the project's folder
 * @param {string} folder a path in it
 * @returns {readonly { readonly path: string, readonly found: readonly Message[] }[]}
 */
export function textsOfData(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(?:yaml|json)$/.test(path))
    .sort()
    .map((path) => ({ path, found: textsBelow(parse(readFileSync(join(root, path), "utf8")), "") }))
    .filter(({ found }) => found.length > 0);
}

/** @param {unknown} value @param {string} name @returns {readonly Message[]} */
function textsBelow(value, name) {
  if (typeof value !== "object" || value === null) return [];
  if (isMessage(value)) return [{ en: String(value.en), ja: String(value.ja), name }];
  const below = (/** @type {string} */ key) =>
    Array.isArray(value) || name.includes(".") ? name : `${name}${name && "."}${key}`;
  return Object.entries(value).flatMap(([key, item]) => textsBelow(item, below(key)));
}

/** @param {unknown} text @returns {text is Message} */
function isMessage(text) {
  return typeof text === "object" && text !== null && "en" in text && "ja" in text;
}
