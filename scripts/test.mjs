// Everything that has to be right:  npm test
// From a fresh clone too: it installs what is missing and says so. Steps that wait for nothing run side by side, two more
// than there are cores; what a step writes is shown when it ends. The last line has the numbers of all suites.
// --long runs what `npm test` runs briefly or leaves out, as the nightly workflow does.
import "./nodeVersion.mjs";
import { spawn } from "node:child_process";
import { availableParallelism, setPriority } from "node:os";
import { installDependencies } from "./install.mjs";
import { root } from "./paths.mjs";
import { count, failuresIn } from "./testOutput.mjs";

installDependencies();

/** As `nice` has it, from 1 to 19. */
const FILLER_PRIORITY = 10;

const isLong = process.argv.includes("--long");

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command of Node's
 * @property {readonly string[]} [after] the steps that have to be right before
 * @property {boolean} [hasTests] without tests of its own a step counts only if it fails
 * @property {boolean} [isFiller] it only computes, and gives way to those that wait for an editor, which come to their end sooner
 */

/** Those that others wait for, and those that take longest, come first. @type {readonly Step[]} */
const steps = [
  { name: "build", command: ["scripts/build.mjs"] },
  { name: "the package", command: ["scripts/testPackage.mjs", "--without-editor"], after: ["build"], hasTests: true },
  { name: "an editor", command: ["scripts/vscode/fetch.mjs"] },
  {
    name: "the package in an editor",
    command: ["scripts/testPackage.mjs", "--in-editor"],
    after: ["the package", "an editor"],
    hasTests: process.platform !== "win32",
  },
  { name: "editor tests", command: ["scripts/testEditor.mjs"], after: ["build", "an editor"], hasTests: true },
  { name: "unit and LSP tests", command: ["scripts/unit.mjs"], after: ["build"], hasTests: true, isFiller: true },
  { name: "types", command: ["scripts/checkTypes.mjs"], after: ["build"], isFiller: true },
  { name: "lint", command: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"], isFiller: true },
  { name: "unused code and dependencies", command: ["node_modules/knip/bin/knip.js"], isFiller: true },
  ...(isLong
    ? [
        {
          name: "notes, bundled as they ship",
          command: ["scripts/unit.mjs", "--shipped", "server/test/notes"],
          after: ["build"],
          hasTests: true,
        },
        { name: "tools that measure", command: ["scripts/laboratory/smoke.mjs"], after: ["build"] },
        {
          name: "random input",
          command: ["scripts/laboratory/fuzz.mjs", "--seconds", "300"],
          after: ["build"],
          hasTests: true,
        },
      ]
    : []),
];

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.once(signal, () => {
    // Ctrl-C reaches the children by itself; they end what they have started, then this ends.
    for (const child of running) child.kill(signal);
    const ends = [...running].map((child) => new Promise((done) => child.once("close", done)));
    void Promise.all(ends).then(() => process.exit(130));
  });

const results = await runAll();
let passed = 0;
let failed = 0;
/** @type {Result[]} */
const wrong = [];
for (const result of results) {
  const { step, code, counted, failing } = result;
  passed += counted;
  failed += failing;
  const isWrong = code !== 0 || failing > 0 || (step.hasTests === true && counted === 0);
  if (isWrong && failing === 0) failed++;
  if (isWrong) wrong.push(result);
}
// Once more at the end: who keeps only the last lines of a log has to see what failed.
for (const { step, all } of wrong) if (all !== "") console.log(`\n== Not right in ${step.name}:\n${failuresIn(all)}`);
if (wrong.length > 0) console.log(`\nNot right: ${wrong.map(({ step }) => step.name).join("; ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @typedef {{ step: Step, code: number | null, counted: number, failing: number, all: string }} Result `all` is what it wrote
 * @returns {Promise<Result[]>}
 */
async function runAll() {
  /** @type {Map<string, Promise<Result>>} */
  const begun = new Map();
  /** @type {Result[]} */
  const ended = [];
  const isRight = (/** @type {string} */ name) => ended.some(({ step, code }) => step.name === name && code === 0);
  while (true) {
    for (const step of steps) {
      // An editor waits for much, and so does who waits for an editor: the cores have something else to do meanwhile.
      if (running.size > availableParallelism() + 1) break;
      if (!begun.has(step.name) && (step.after ?? []).every(isRight)) begun.set(step.name, runStep(step));
    }
    const waiting = [...begun].filter(([name]) => !ended.some(({ step }) => step.name === name));
    if (waiting.length === 0) break;
    ended.push(await Promise.race(waiting.map(([, result]) => result)));
  }
  for (const step of steps) {
    if (begun.has(step.name)) continue;
    console.error(`\n== ${step.name}: not run, since “${step.after?.find((name) => !isRight(name))}” is not right.`);
    ended.push({ step, code: 1, counted: 0, failing: 0, all: "" });
  }
  return ended;
}

/**
 * Runs a script of ours or a package's, and shows what it wrote.
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function runStep(step) {
  const start = Date.now();
  const command = `node ${step.command.join(" ")}`;
  console.log(`… ${step.name}: ${command}`);
  const { code, output, all } = await run(step);
  console.log(`\n== ${step.name}: ${command} (${Math.round((Date.now() - start) / 1000)} s)\n${all.trimEnd()}\n`);
  const counted = count(output, "passing");
  const failing = count(output, "failing");
  if (step.hasTests && counted + failing === 0) console.error(`${step.name}: no test ran.`);
  return { step, code, counted, failing, all };
}

/**
 * @param {Step} step
 * @returns {Promise<{ code: number | null, output: string, all: string }>} `all` is what stands on stderr, too, as it came
 */
function run({ command, isFiller }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...(isLong && { CFN_NOTES_LONG: "1", CFN_NOTES_ALL_IN_WEB: "1" }),
        ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
      },
    });
    running.add(child);
    if (isFiller && child.pid !== undefined) setPriority(child.pid, FILLER_PRIORITY);
    let output = "";
    let all = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      all += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      all += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code, output, all });
    });
  });
}
