// Installs the project's dependencies where they are missing or older than package-lock.json.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

/**
 * Runs npm in a folder, its output shown.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @throws when npm fails
 */
export function npm(args, cwd) {
  runNpm(args, cwd, "inherit");
}

/**
 * Runs npm in a folder.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {string} its standard output
 * @throws when npm fails
 */
export function npmOutput(args, cwd) {
  return runNpm(args, cwd, "pipe");
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {"inherit" | "pipe"} output
 */
function runNpm(args, cwd, output) {
  // Under `npm run`, npm says where it is; on Windows it is a .cmd file, which needs a shell.
  const script = process.env["npm_execpath"];
  /** @type {import("node:child_process").SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd, stdio: ["ignore", output, "inherit"], encoding: "utf8" };
  const run = script?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (run.status !== 0)
    throw new Error(`npm ${args.join(" ")} failed in ${cwd}${run.error ? `: ${run.error.message}` : ""}`);
  return run.stdout ?? "";
}

/** Installs the dependencies unless those in node_modules are the lock file's. Says what it does. */
export function installDependencies() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules/.package-lock.json");
  if (existsSync(installed) && sameVersions(lock, installed)) return;
  console.log(
    `Installing dependencies (npm ci): node_modules is ${existsSync(installed) ? "not what package-lock.json says" : "missing"}.`,
  );
  npm(["ci", "--no-audit", "--no-fund"], root);
}

/**
 * npm writes node_modules/.package-lock.json with the entries that it installed; optional ones of other
 * platforms are left out there.
 * @param {string} lock
 * @param {string} installed
 */
function sameVersions(lock, installed) {
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  const wanted = JSON.parse(readFileSync(lock, "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (present[path]?.version ?? (optional ? version : undefined)) === version,
  );
}

/**
 * A folder that `fill` fills once; later calls find it there. Filled beside its place and then renamed, so
 * that an interrupted download leaves nothing half-done and two processes do not meet.
 * @param {string} folder
 * @param {(folder: string) => void} fill
 * @returns {string} the folder
 */
export function filledOnce(folder, fill) {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  try {
    fill(beside);
    if (readdirSync(beside).length === 0) throw new Error(`Nothing was put into ${folder}`);
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Installs packages of npm's registry into a folder of their own, without running their scripts.
 * @param {string} folder
 * @param {readonly string[]} packages
 */
export function installPackages(folder, packages) {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", ...packages], folder);
}
