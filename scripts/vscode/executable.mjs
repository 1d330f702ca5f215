#!/usr/bin/env node
// Stands in for the `code` executable in @vscode/test-electron's runTests where desktop VS Code cannot be had:
// takes the same flags, runs the same suite in the VS Code server's extension host, exits with its result.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format } from "node:util";
import { root } from "../paths.mjs";
import { browserPath } from "./browser.mjs";
import { openPage, PAGE_NOISE, remotePath, SIGNALS, serve, workbenchUrl } from "./served.mjs";

const LIMIT_SECONDS = Number(process.env["CFN_NOTES_EDITOR_SECONDS"] ?? 300);

/** @param {string} name */
const flag = (name) =>
  process.argv
    .filter((argument) => argument.startsWith(`--${name}=`))
    .map((argument) => resolve(argument.slice(name.length + 3)))
    .at(-1);

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
const development = flag("extensionDevelopmentPath");
const suite = flag("extensionTestsPath");
if (!folder || !development || !suite)
  throw new Error("A folder, --extensionDevelopmentPath and --extensionTestsPath are needed.");

const settingsFile = join(flag("user-data-dir") ?? "", "User/settings.json");
const settings = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, "utf8")) : {};

const verbose = Boolean(process.env["CFN_NOTES_VERBOSE"]);
const server = await serve({ settings, log: (line) => verbose && console.error(line) });
/** @type {Awaited<ReturnType<typeof openPage>> | undefined} */
let browser;
let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  await browser?.close();
  await server.stop();
  // runTests drops what has not been read when the process ends.
  setTimeout(() => process.exit(code), 50);
}
for (const signal of SIGNALS) process.on(signal, () => void end(130));
process.on("unhandledRejection", (reason) => {
  if (!ending) console.error(reason);
  void end(1);
});

browser = await openPage({ executablePath: browserPath() });
const { page } = browser;
setTimeout(async () => {
  mkdirSync(join(root, "out"), { recursive: true });
  const picture = join(root, "out/editor-time-limit.png");
  await page.screenshot({ path: picture }).catch(() => {});
  console.error(`The editor tests did not end within ${LIMIT_SECONDS} seconds; what the editor showed: ${picture}`);
  void end(1);
}, LIMIT_SECONDS * 1000).unref();

// Everything that the page and the extension host write, the suite's report among it.
await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
  const message = format(...args);
  if (!verbose && PAGE_NOISE.test(message)) return;
  (type === "error" || type === "warn" ? console.error : console.log)(message);
});
await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => end(code));
if (verbose) page.on("console", (message) => console.error(`[page] ${message.text()}`));
console.log(`VS Code server: ${server.product} on port ${server.port}, in ${browserPath()}`);
await page.goto(
  workbenchUrl(server.port, {
    folder: resolve(folder),
    payload: [
      ["extensionDevelopmentPath", remotePath(server.port, development)],
      ["extensionTestsPath", remotePath(server.port, suite)],
      ["enableProposedApi", ""],
    ],
  }),
);
void server.exited.then((code) => {
  if (ending) return;
  console.error(`The VS Code server ended with ${code}.`);
  void end(1);
});
