// Imports TypeScript sources into a script, as they are now.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dataFiles } from "../data/dataFiles.mjs";
import { root } from "../paths.mjs";

/**
 * What some sources export, all in one object. Packages are those that the project has installed.
 *
 * @param {readonly string[]} paths relative to the folder, without `.ts`
 * @param {string} [folder] where they are, the project's `server` unless told
 * @returns {Promise<any>}
 */
export async function importSources(paths, folder = join(root, "server")) {
  mkdirSync(join(root, "out"), { recursive: true });
  const out = mkdtempSync(join(root, "out/sources-"));
  try {
    const outfile = join(out, "sources.mjs");
    await build({
      stdin: { contents: paths.map((path) => `export * from "./${path}.ts";`).join("\n"), resolveDir: folder },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      plugins: [dataFiles],
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
