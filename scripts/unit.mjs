// Bundles test files with esbuild and runs them with mocha; nothing is type-checked here.
//   node scripts/unit.mjs [server/test/model server/test/x.test.ts …] [-- mocha options]
// Without arguments: all of server/test.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dashes = process.argv.indexOf("--");
const paths = process.argv.slice(2, dashes < 0 ? undefined : dashes);
const mochaOptions = dashes < 0 ? [] : process.argv.slice(dashes + 1);

/** @param {string} path @returns {string[]} */
const testsIn = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: "utf8" })
        .map((name) => join(path, name))
        .filter((name) => name.endsWith(".test.ts"));

const tests = (paths.length > 0 ? paths : [join(root, "server/test")]).flatMap((path) => testsIn(resolve(path)));
if (tests.length === 0) {
  console.error("No *.test.ts file found.");
  process.exit(2);
}

mkdirSync(join(root, "out"), { recursive: true });
const out = mkdtempSync(join(root, "out/unit-"));
try {
  await build({
    entryPoints: tests,
    outdir: out,
    outbase: root,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  const run = spawnSync(
    process.execPath,
    [
      "--enable-source-maps",
      join(root, "node_modules/mocha/bin/mocha.js"),
      "--recursive",
      // Against hanging only: nothing is measured here, and machines differ.
      "--timeout",
      "60000",
      "--extension",
      "mjs",
      ...mochaOptions,
      join(out, "**/*.test.mjs"),
    ],
    { stdio: "inherit", cwd: root },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
