// The command `check` over a folder of templates, against parsing the same files with `yaml`.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { median } from "./statistics.mjs";
import { templateFiles } from "./templateFiles.mjs";
import { template } from "./templates.mjs";

/** Writes so many templates of 3 to 60 resources, a third of them JSON, and gives their folder. @param {string} folder @param {number} count */
export function writeTemplates(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const format = number % 3 === 2 ? "json" : "yaml";
    writeFileSync(join(folder, `template${number}.${format}`), template(3 + ((number * 7) % 58), format));
  }
  return folder;
}

/**
 * @param {string} command the command's script
 * @param {string} parser the script that only parses
 * @param {string} folder
 * @param {number} runs
 * @returns {import("./report.ts").CheckFigures}
 */
export function checkFolder(command, parser, folder, runs) {
  const files = templateFiles(folder).length;
  const threads = availableParallelism();
  /** @type {number[]} */
  const check = [];
  /** @type {number[]} */
  const parse = [];
  for (let run = 0; run < runs; run++) {
    check.push(seconds([command, "check", "--no-gitignore", "--threads", String(threads), folder]));
    parse.push(seconds([parser, folder, String(threads)]));
  }
  return { files, threads, check: median(check) ?? Number.NaN, parse: median(parse) ?? Number.NaN };
}

/** @param {readonly string[]} args */
function seconds(args) {
  const begin = performance.now();
  const run = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  // 1: errors were found, as they are to be.
  if (run.status !== 0 && run.status !== 1) throw new Error(`${args[0]} ended with ${run.status}: ${run.stderr}`);
  return (performance.now() - begin) / 1000;
}
