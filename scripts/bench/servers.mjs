// The servers that are compared, ready to be started.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { cache, root } from "../paths.mjs";

const RIVAL = "yaml-language-server";
const RIVAL_VERSION = "2.0.0";
const folder = join(cache, "bench");

/** @typedef {{ name: string, command: readonly string[] }} Server */

/** The floors, bundled as the server is. Gives the paths of the bundles. */
export async function buildFloors() {
  await build({
    absWorkingDir: root,
    entryPoints: ["echoServer", "parseFolder", "parseText"].map((name) => `scripts/bench/${name}.mjs`),
    outdir: folder,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    outExtension: { ".js": ".mjs" },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return {
    echo: join(folder, "echoServer.mjs"),
    parse: join(folder, "parseFolder.mjs"),
    /** A process of its own: what it leaves to be done must not hold up the server that is started next. @param {string} text */
    parseTime: (text) => Number(execFileSync(process.execPath, [join(folder, "parseText.mjs")], { input: text })),
  };
}

/** Our server as it is packaged, started as the extension starts it. @param {string} dist @returns {Promise<Server>} */
export async function ownServer(dist) {
  const file = join(dist, "server/node.js");
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build.`);
  return { name: "cfn-notes", command: [process.execPath, ...(await serverArguments()), file, "--stdio"] };
}

async function serverArguments() {
  const outfile = join(folder, "serverArguments.mjs");
  await build({ entryPoints: [join(root, "client/src/node/serverArguments.ts")], outfile, format: "esm" });
  const source = await import(pathToFileURL(outfile).href);
  return source.serverArguments(process.versions.v8);
}

/** Fetches the rival once into the cache; `undefined`, with a word about it, where that fails. @returns {Server | undefined} */
export function rivalServer() {
  const file = join(folder, "node_modules", RIVAL, "bin", RIVAL);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    try {
      const npm = process.platform === "win32" ? "npm.cmd" : "npm";
      const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, `${RIVAL}@${RIVAL_VERSION}`];
      execFileSync(npm, args, { stdio: ["ignore", "ignore", "pipe"], shell: process.platform === "win32" });
    } catch {
      console.error(`${RIVAL} could not be fetched: measuring without it.`);
      return undefined;
    }
  }
  return { name: RIVAL, command: [process.execPath, file, "--stdio"] };
}
