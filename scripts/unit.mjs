// Bundles test files with esbuild and runs them with mocha; nothing is type-checked here.
//   node scripts/unit.mjs [--shipped] [server/test/model server/test/x.test.ts …] [-- mocha options]
//   node scripts/unit.mjs --rule unknown-ref     (what names a rule among the tests of rules, and the examples of its page)
// Many files are shared out among one process more than there are cores. Without paths: all of server/test, and
// client/test/unit, which needs no VS Code. With --shipped the tests don't get the sources, but a bundle that is made and
// loaded as those of dist/ are (shippedSources.mjs).
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { shippedSources } from "./bundles/shippedSources.mjs";
import { dataFiles } from "./data/dataFiles.mjs";
import { root } from "./paths.mjs";

const dashes = process.argv.indexOf("--");
const given = process.argv.slice(2, dashes < 0 ? undefined : dashes);
const shipped = given.includes("--shipped");
const rule = given[0] === "--rule" ? (given[1] ?? "") : undefined;
const paths = rule === undefined ? given.filter((argument) => argument !== "--shipped") : testsOfRule(rule);
const mochaOptions = [
  ...(rule === undefined ? [] : ["--grep", `\\b${rule}\\b`]),
  ...(dashes < 0 ? [] : process.argv.slice(dashes + 1)),
];

/** @param {string} code */
function testsOfRule(code) {
  const folder = join(root, "server/test/rules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !/\bengine\b/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => readFileSync(path, "utf8").includes(`"${code}"`))
    .concat(join(folder, "engine/examples.test.ts"));
}

/** @param {string} path @returns {string[]} */
const testsIn = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: "utf8" })
        .map((name) => join(path, name))
        .filter((name) => name.endsWith(".test.ts"));

const tests = (paths.length > 0 ? paths : [join(root, "server/test"), join(root, "client/test/unit")]).flatMap((path) =>
  testsIn(resolve(path)),
);
if (tests.length === 0) {
  console.error("No *.test.ts file found.");
  process.exit(2);
}

/** A process that waits for a server's answer leaves its core to another one. */
const JOBS = availableParallelism() + 1;

/** So few files are read sooner than a second process has started. */
const MAX_FILES_OF_ONE_PROCESS = 20;
const sharedOut = tests.length > MAX_FILES_OF_ONE_PROCESS ? ["--parallel", "--jobs", String(JOBS)] : [];

/** Against hanging: something that a test has begun may keep the process alive. In milliseconds. */
const MAX_RUN_MS = 30 * 60_000;

mkdirSync(join(root, "out"), { recursive: true });
const out = mkdtempSync(join(root, "out/unit-"));
try {
  const sources = shipped ? await shippedSources(tests, out) : undefined;
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
    plugins: [dataFiles, ...(sources ? [sources.plugin] : [])],
  });
  const run = spawnSync(
    process.execPath,
    [
      "--enable-source-maps",
      ...(sources ? ["--import", sources.loader] : []),
      join(root, "node_modules/mocha/bin/mocha.js"),
      "--recursive",
      // Against hanging only: nothing is measured here, and machines differ.
      "--timeout",
      "60000",
      "--extension",
      "mjs",
      ...sharedOut,
      ...mochaOptions,
      join(out, "**/*.test.mjs"),
    ],
    { stdio: "inherit", cwd: root, timeout: MAX_RUN_MS },
  );
  if (run.status === null) console.error("The tests did not come to an end.");
  process.exitCode = run.status ?? 1;
} catch (error) {
  // What is wrong in a source or in data has been told, with its line.
  if (!(error instanceof Error && "errors" in error)) throw error;
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
