import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/**
 * Writes generated files that are not up to date. With `check` nothing is written: what has to be run is said, and the exit code is 1.
 *
 * @param {string} command what makes the files
 * @param {ReadonlyMap<string, string>} files their texts by path
 * @param {boolean} check
 */
export function writeOrCheck(command, files, check) {
  const stale = [...files].filter(([path, text]) => written(path) !== text);
  if (!check) for (const [path, text] of stale) writeFileSync(join(root, path), text);
  else if (stale.length > 0) {
    for (const [path, text] of stale) {
      const before = written(path) ?? "";
      console.error(
        `${path}: not up to date.${firstOnlyIn(text, before, "lacks")}${firstOnlyIn(before, text, "still has")}`,
      );
    }
    console.error(`Run “${command}”.`);
    process.exitCode = 1;
  }
}

/** A line says more than the name of a long file. @param {string} text @param {string} other @param {string} verb */
function firstOnlyIn(text, other, verb) {
  const known = new Set(other.split("\n"));
  const line = text.split("\n").find((one) => !known.has(one));
  return line === undefined ? "" : `\n  It ${verb}: ${line}`;
}

/** @param {string} path */
function written(path) {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
