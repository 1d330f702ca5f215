// Gives tests the sources as they ship: bundled with the options of dist/, in whose bundles they are.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../paths.mjs";
import { bundle, processes } from "./bundle.mjs";

/**
 * Bundles the sources that tests import.
 * @param {readonly string[]} tests
 * @param {string} out a folder for what is made
 * @returns {Promise<{ plugin: import("esbuild").Plugin, loader: string }>} `plugin` leads the tests' imports to the
 *   bundle, which the module `loader` has to load before
 */
export async function shippedSources(tests, out) {
  const sources = await importedSources(tests);
  const folder = join(out, "shipped");
  mkdirSync(folder);
  // The nearest one above a bundle tells it where the product is.
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  await bundle({
    ...processes,
    stdin: {
      contents: sources.map((path, number) => `export * as m${number} from ${JSON.stringify(path)};`).join("\n"),
      resolveDir: root,
    },
    entryNames: "sources",
    outdir: join(folder, "dist"),
  });
  const loader = join(folder, "loader.mjs");
  writeFileSync(loader, 'globalThis.shippedSources = await import("./dist/sources.js");\n');
  return {
    plugin: {
      name: "sources as they ship",
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: SOURCE }, (asked) => ({ path: sourceOf(asked), namespace: "shipped" }));
        onLoad({ filter: /.*/, namespace: "shipped" }, ({ path }) => ({
          contents: `module.exports = globalThis.shippedSources.m${sources.indexOf(path)};`,
        }));
      },
    },
    loader: pathToFileURL(loader).href,
  };
}

/** How the tests name a source. */
const SOURCE = /^(?:\.\.\/)+src\//;

/** @param {{ resolveDir: string, path: string }} asked */
const sourceOf = ({ resolveDir, path }) => resolve(resolveDir, path);

/**
 * The sources that tests, and what they import of server/test, import for more than types.
 * @param {readonly string[]} tests
 */
async function importedSources(tests) {
  /** @type {Set<string>} */
  const found = new Set();
  await build({
    entryPoints: [...tests],
    outdir: "none",
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [
      {
        name: "imported sources",
        setup: ({ onResolve }) =>
          onResolve({ filter: SOURCE }, (asked) => {
            found.add(sourceOf(asked));
            return { path: asked.path, external: true };
          }),
      },
    ],
  });
  return [...found].sort();
}
