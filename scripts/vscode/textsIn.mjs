// The files of a folder, for tests that bring them along.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The texts of a folder's files, by their path with `/`.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function textsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}
