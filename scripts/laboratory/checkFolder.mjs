import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "../paths.mjs";

/** @typedef {{ file: string, line: number, severity: string, code: string, message: string }} Finding */

/**
 * What `cfn-notes check` of dist/ finds in a folder, and how many templates may be in it.
 * @param {string} folder
 * @returns {{ findings: readonly Finding[], files: number }}
 */
export function checkFolder(folder) {
  const run = spawnSync(
    process.execPath,
    [join(root, "dist/cfn-notes.js"), "check", "--format", "json", "--language", "en", "--no-gitignore", "."],
    { cwd: resolve(folder), encoding: "utf8", maxBuffer: 1 << 30 },
  );
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:ya?ml|json|template)$/.test(name),
  ).length;
  return { findings: JSON.parse(run.stdout), files };
}
