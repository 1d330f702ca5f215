// Runs client/test in a real VS Code:  node scripts/testEditor.mjs
// CFN_NOTES_EDITOR=desktop  downloads desktop VS Code (or uses CFN_NOTES_VSCODE, the path of its executable)
// CFN_NOTES_EDITOR=served   runs VS Code's server and opens it in a Chromium
// Unset: desktop where there is a display, served elsewhere. Then the same in the web host of the served one, where all
// files are in memory; CFN_NOTES_HOST=node or web runs one of the two. CFN_NOTES_GREP chooses tests by name.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { cache, root } from "./paths.mjs";
import { webHost } from "./vscode/webHost.mjs";

const SETTINGS = { "security.workspace.trust.enabled": false, "telemetry.telemetryLevel": "off" };
const WEB_SECONDS = Number(process.env["CFN_NOTES_EDITOR_SECONDS"] ?? 300);
const out = join(root, "out");
mkdirSync(out, { recursive: true });
const made = mkdtempSync(join(out, "editor-"));
process.on("exit", () => rmSync(made, { recursive: true, force: true }));

const host = process.env["CFN_NOTES_HOST"];
if (host !== undefined && host !== "node" && host !== "web")
  throw new Error(`CFN_NOTES_HOST is ${host}; it may be node or web.`);
if (host !== "web") await testNodeHost();
if (host !== "node") await testWebHost();

async function testNodeHost() {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-test-"));
  try {
    const workspace = join(folder, "workspace");
    cpSync(join(root, "client/test/workspace"), workspace, { recursive: true });
    const user = join(folder, "user");
    mkdirSync(join(user, "User"), { recursive: true });
    writeFileSync(join(user, "User/settings.json"), JSON.stringify(SETTINGS));
    const suite = await bundleSuite();
    delete process.env["ELECTRON_RUN_AS_NODE"]; // Set in the terminals of VS Code.
    await runTests({
      vscodeExecutablePath: await editor(),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        `--user-data-dir=${user}`,
        `--extensions-dir=${join(folder, "extensions")}`,
        "--disable-extensions",
      ],
    });
  } catch (error) {
    console.error(error instanceof TestRunFailedError ? error.message : error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function testWebHost() {
  if (process.platform === "win32") {
    console.log("  (the VS Code server does not run on Windows: no tests in its web host there)");
    return;
  }
  const suites = [...suitesIn("."), ...suitesIn("browser")];
  const code = await webHost({ suites, folder: join(made, "web"), settings: SETTINGS, seconds: WEB_SECONDS });
  if (code !== 0) process.exitCode = 1;
}

/** @param {string} folder of client/test */
function suitesIn(folder) {
  return readdirSync(join(root, "client/test", folder))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => posix.join(folder, name));
}

/** @returns {Promise<string>} the executable that runTests starts */
async function editor() {
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
  return fileURLToPath(new URL("vscode/executable.mjs", import.meta.url));
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
