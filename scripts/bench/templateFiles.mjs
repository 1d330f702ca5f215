import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a folder that may be templates, by their ending, in order. @param {string} folder @returns {string[]} */
export function templateFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json|template)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
