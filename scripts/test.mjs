// Everything that has to be right:  npm test
// From a fresh clone too: it installs what is missing and says so. The last line has the numbers of all suites.
import "./nodeVersion.mjs";
import { spawn } from "node:child_process";
import { installDependencies } from "./install.mjs";
import { root } from "./paths.mjs";

installDependencies();

/** Without tests of its own a step counts only where it fails. */
const steps = [
  { name: "types", command: ["scripts/checkTypes.mjs"] },
  { name: "lint", command: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { name: "unused code and dependencies", command: ["node_modules/knip/bin/knip.js"] },
  { name: "build", command: ["scripts/build.mjs"] },
  { name: "unit and LSP tests", command: ["scripts/unit.mjs"], hasTests: true },
  {
    name: "notes, bundled as they ship",
    command: ["scripts/unit.mjs", "--shipped", "server/test/notes"],
    hasTests: true,
  },
  { name: "the package", command: ["scripts/testPackage.mjs"], hasTests: true },
  { name: "editor tests", command: ["scripts/testEditor.mjs"], hasTests: true },
];

let passed = 0;
let failed = 0;
/** @type {string[]} */
const wrong = [];
for (const { name, command, hasTests = false } of steps) {
  console.log(`\n== ${name}: node ${command.join(" ")}`);
  const { code, output } = await run(command);
  const counted = count(output, "passing");
  const failing = count(output, "failing");
  passed += counted;
  failed += failing;
  if (hasTests && counted + failing === 0) console.error(`${name}: no test ran.`);
  if (code !== 0 && failing === 0) failed++;
  else if (hasTests && counted + failing === 0) failed++;
  if (code !== 0 || failing > 0 || (hasTests && counted === 0)) wrong.push(name);
}
if (wrong.length > 0) console.log(`\nNot right: ${wrong.join("; ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Runs a script of ours or a package's, its output shown and kept.
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: "1" } : process.env,
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text) => process.stderr.write(text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
    // Ctrl-C reaches the child by itself; it ends what it has started, then this ends.
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.once(signal, () => {
        child.kill(signal);
        child.once("close", () => process.exit(130));
      });
  });
}

/**
 * @param {string} output with the lines of Mocha's summary: `12 passing (30ms)`
 * @param {"passing" | "failing"} word
 */
function count(output, word) {
  const plain = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g"), "");
  return [...plain.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, "gm"))].reduce(
    (sum, [, number]) => sum + Number(number),
    0,
  );
}
