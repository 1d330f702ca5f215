// How the product's files are bundled; scripts/unit.mjs bundles in the same way what it tests as it ships.
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { build } from "esbuild";
import { dataFiles } from "../data/dataFiles.mjs";
import { root } from "../paths.mjs";

const development = process.argv.includes("--development");

/** @type {import("esbuild").BuildOptions} */
export const common = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  minify: !development,
  sourcemap: development ? "inline" : false,
  legalComments: "none",
  logLevel: "warning",
  tsconfig: "tsconfig.json",
  plugins: [dataFiles],
};

const REQUIRE =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

/**
 * The command and the server's process: what they import dynamically, and what they share, are files of their own, so that
 * nothing is loaded before it is needed.
 * @type {import("esbuild").BuildOptions}
 */
export const processes = {
  ...common,
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  format: "esm",
  splitting: true,
  chunkNames: "server/[name]-[hash]",
  // As modules: what is meant for Node is seventy CommonJS ones, all of which run when the first template is opened.
  alias: { yaml: resolve(root, "node_modules/yaml/browser/index.js") },
  // Packages that are CommonJS require Node's modules.
  banner: { js: REQUIRE },
};

/** What runs as a Web Worker. @type {import("esbuild").BuildOptions} */
export const worker = { ...common, platform: "browser", format: "iife", target: "es2023" };

/**
 * Bundles, and leaves nothing but ASCII in the scripts: V8 keeps such a text in half the memory, and nobody has to know
 * which encoding a host reads it as.
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<import("esbuild").Metafile>}
 * @throws where a text can't be written in ASCII
 */
export async function bundle(options) {
  const { metafile } = await build({ ...options, metafile: true });
  for (const output of Object.keys(metafile.outputs))
    if (/\.c?js$/.test(output)) finish(resolve(options.absWorkingDir ?? "", output));
  return metafile;
}

/** @param {string} file */
function finish(file) {
  const text = readFileSync(file, "utf8");
  const [before = "", after] = text.split(REQUIRE);
  // Most of dozens of files require nothing, and making the function takes time in each.
  const needed = after === undefined || /\brequire\b/.test(before + after) ? text : before + after.trimStart();
  const finished = asciiOnly(needed, relative(root, file));
  if (finished !== text) writeFileSync(file, finished);
}

const OTHER = /[^\0-\x7f]/;

/**
 * esbuild escapes strings and names, but neither regular expressions nor tagged templates. In the first an escape means
 * the character itself, with the flag u as without it; where it would not, this throws.
 * @param {string} text
 * @param {string} name for the message
 */
function asciiOnly(text, name) {
  for (const [raw] of text.matchAll(/String\.raw`[^`]*`/g)) {
    if (OTHER.test(raw))
      throw new Error(`${name}: a String.raw with other characters than ASCII can't be escaped: ${raw}`);
  }
  return text.replaceAll(/(\\*)([^\0-\x7f])/g, (found, backslashes, unit) => {
    if (backslashes.length % 2 > 0)
      throw new Error(`${name}: a backslash before a character that is not ASCII: ${found}`);
    return `${backslashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
