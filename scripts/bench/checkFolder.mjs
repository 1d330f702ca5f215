// The command `check` over a folder of templates, against parsing the same files with `yaml`.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { templateFiles } from "./templateFiles.mjs";
import { template } from "./templates.mjs";

/** Writes so many templates, a third of them JSON, and gives their folder. @param {string} folder @param {number} count @param {number} [most] resources of the largest */
export function writeTemplates(folder, count, most = 60) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const format = number % 3 === 2 ? "json" : "yaml";
    writeFileSync(join(folder, `template${number}.${format}`), template(3 + ((number * 7) % (most - 2)), format));
  }
  return folder;
}

/**
 * @param {string} command the command's script
 * @param {string} parser the script that only parses
 * @param {string} folder
 * @param {number} [threads]
 * @returns {import("./report.ts").CheckFigures}
 */
export function checkFolder(command, parser, folder, threads = availableParallelism()) {
  return {
    files: templateFiles(folder).length,
    threads,
    check: seconds([command, "check", "--no-gitignore", "--threads", String(threads), folder]),
    parse: seconds([parser, folder, String(threads)]),
  };
}

/** @param {readonly string[]} args */
function seconds(args) {
  const begin = performance.now();
  const run = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  // 1: errors were found, as they are to be.
  if (run.status !== 0 && run.status !== 1) throw new Error(`${args[0]} ended with ${run.status}: ${run.stderr}`);
  return (performance.now() - begin) / 1000;
}
