// Runs client/test in a real VS Code:  node scripts/testEditor.mjs
// CFN_NOTES_EDITOR=desktop  downloads desktop VS Code (or uses CFN_NOTES_VSCODE, the path of its executable)
// CFN_NOTES_EDITOR=served   runs VS Code's server and opens it in a Chromium
// Unset: desktop where there is a display, served elsewhere. Then what the host matters for, in the web host of the served
// one, where all files are in memory; CFN_NOTES_ALL_IN_WEB=1 runs all there, CFN_NOTES_HOST=node or web one of the two hosts.
// CFN_NOTES_GREP chooses tests by name.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { cache, root } from "./paths.mjs";
import { browserPath } from "./vscode/browser.mjs";
import { SIGNALS, serve } from "./vscode/served.mjs";
import { suiteInPage } from "./vscode/suiteInPage.mjs";
import { webSuite } from "./vscode/webSuite.mjs";

const SETTINGS = { "security.workspace.trust.enabled": false, "telemetry.telemetryLevel": "off" };

/** The suites that the web host can answer in its own way: its files, its worker, its languages. */
const HOST_MATTERS = ["activation", "diagnostics", "host", "notes", "project", "studyStore"];
const ALL_IN_WEB = process.env["CFN_NOTES_ALL_IN_WEB"] === "1" || Boolean(process.env["CFN_NOTES_GREP"]);

const out = join(root, "out");
mkdirSync(out, { recursive: true });
const made = mkdtempSync(join(out, "editor-"));
process.on("exit", () => rmSync(made, { recursive: true, force: true }));

const host = process.env["CFN_NOTES_HOST"];
if (host !== undefined && host !== "node" && host !== "web")
  throw new Error(`CFN_NOTES_HOST is ${host}; it may be node or web.`);
/** One served VS Code is enough for both hosts. @type {Awaited<ReturnType<typeof serve>> | undefined} */
let server;
const folder = mkdtempSync(join(tmpdir(), "cfn-notes-test-"));
for (const signal of SIGNALS) process.once(signal, () => void end().then(() => process.exit(130)));
if (host !== "web") await attempt(testNodeHost);
if (host !== "node") await attempt(testWebHost);
await end();

/** @param {() => Promise<void>} run a host of which the other one is tested in any case */
async function attempt(run) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof TestRunFailedError ? error.message : error);
    process.exitCode = 1;
  }
}

async function end() {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function testNodeHost() {
  const workspace = join(folder, "workspace");
  cpSync(join(root, "client/test/workspace"), workspace, { recursive: true });
  const [executable, suite] = [await desktopEditor(), await bundleSuite()];
  if (executable === undefined) {
    server = await serve({ settings: SETTINGS, log });
    console.log(`VS Code server: ${server.product} on port ${server.port}, in ${browserPath()}`);
    fail(await suiteInPage(server.port, { folder: workspace, development: root, suite }));
    return;
  }
  const user = join(folder, "user");
  mkdirSync(join(user, "User"), { recursive: true });
  writeFileSync(join(user, "User/settings.json"), JSON.stringify(SETTINGS));
  delete process.env["ELECTRON_RUN_AS_NODE"]; // Set in the terminals of VS Code.
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [
      workspace,
      `--user-data-dir=${user}`,
      `--extensions-dir=${join(folder, "extensions")}`,
      "--disable-extensions",
    ],
  });
}

async function testWebHost() {
  if (process.platform === "win32") {
    console.log("  (the VS Code server does not run on Windows: no tests in its web host there)");
    return;
  }
  const matters = (/** @type {string} */ name) => HOST_MATTERS.includes(name.replace(".test.ts", ""));
  const suites = [...suitesIn(".").filter((name) => ALL_IN_WEB || matters(name)), ...suitesIn("browser")];
  const suite = await webSuite(suites, join(made, "web"));
  const settings = { ...SETTINGS, "remote.extensionKind": { "cfn-notes.cfn-notes": ["web"] } };
  if (server === undefined) server = await serve({ settings, log });
  else server.set(settings);
  console.log(`Editor tests run in a browser's extension host, on ${server.product}, in ${browserPath()}`);
  fail(await suiteInPage(server.port, { folder: "memory:/workspace", development: root, suite }));
}

/** @param {number} code */
function fail(code) {
  if (code !== 0) process.exitCode = 1;
}

/** @param {string} line of the served editor */
function log(line) {
  if (process.env["CFN_NOTES_VERBOSE"]) console.error(line);
}

/** @param {string} folder of client/test */
function suitesIn(folder) {
  return readdirSync(join(root, "client/test", folder))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => posix.join(folder, name));
}

/** @returns {Promise<string | undefined>} the executable of desktop VS Code; `undefined` if VS Code is to be served */
async function desktopEditor() {
  const wanted = process.env["CFN_NOTES_EDITOR"];
  if (wanted === "served") return served("as CFN_NOTES_EDITOR asks");
  if (wanted === "desktop") return desktop("as CFN_NOTES_EDITOR asks");
  if (wanted) throw new Error(`CFN_NOTES_EDITOR is ${wanted}; it may be desktop or served.`);
  const display =
    process.platform === "win32" ||
    process.platform === "darwin" ||
    process.env["DISPLAY"] ||
    process.env["WAYLAND_DISPLAY"];
  if (!display && !process.env["CFN_NOTES_VSCODE"])
    return served("because there is no display; CFN_NOTES_EDITOR=desktop asks for desktop VS Code");
  try {
    return await desktop("because there is a display; CFN_NOTES_EDITOR=served asks for the other");
  } catch (error) {
    if (process.platform === "win32") throw error;
    console.warn(`Desktop VS Code COULD NOT BE DOWNLOADED: ${error instanceof Error ? error.message : error}`);
    return served("instead of desktop VS Code, which could not be downloaded");
  }
}

/** @param {string} reason */
function served(reason) {
  console.log(`Editor tests run in VS Code's server, shown in a Chromium, ${reason}.`);
  return undefined;
}

/** @param {string} reason */
async function desktop(reason) {
  console.log(`Editor tests run in desktop VS Code, ${reason}.`);
  const own = process.env["CFN_NOTES_VSCODE"];
  if (own && !existsSync(own)) throw new Error(`CFN_NOTES_VSCODE is ${own}, which does not exist.`);
  return own ?? (await downloadAndUnzipVSCode({ cachePath: join(cache, "vscode") }));
}

/** @returns {Promise<string>} the bundled suite's entry */
async function bundleSuite() {
  const folder = join(made, "node");
  await build({
    absWorkingDir: join(root, "client/test"),
    entryPoints: ["index.ts", ...suitesIn("."), ...suitesIn("node")],
    outbase: ".",
    outdir: folder,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    outExtension: { ".js": ".cjs" },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return join(folder, "index.cjs");
}
