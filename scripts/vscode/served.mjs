// VS Code as a web page: its server as a process of its own, and the page in a Chromium.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { codeServer } from "./codeServer.mjs";

/**
 * @typedef {object} ServeOptions
 * @property {Record<string, unknown>} [settings] the user's settings
 * @property {readonly { key: string, command: string, args?: unknown }[]} [keybindings] the user's keys
 * @property {readonly string[]} [vsix] packages to install first
 * @property {NodeJS.ProcessEnv} [env] for the server and with it the extension host
 * @property {string} [home] where the user's data is kept; default: a folder of its own, removed at the end
 * @property {string} [token] what a page has to know to be let in; default: nothing
 * @property {(line: string) => void} [log] gets the server's output; default: nothing
 */

/** Nothing asks, nothing calls home. */
const QUIET = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
};

/**
 * Starts a VS Code server on a free port of 127.0.0.1, with fresh folders of its own.
 * @param {ServeOptions} [options]
 * @returns {Promise<{ port: number, product: string, exited: Promise<number | null>, stop: () => Promise<void> }>}
 *   `stop` ends the server with all its children and removes its folders
 */
export async function serve({
  settings = {},
  keybindings = [],
  vsix = [],
  env = {},
  home,
  token,
  log = () => {},
} = {}) {
  const { node, main, product } = codeServer();
  const temporary = mkdtempSync(join(tmpdir(), "cfn-notes-editor-"));
  const folder = home ?? temporary;
  // The server leaves its sockets behind. On macOS they stay where they are: a longer path is no socket's there.
  const sockets = process.platform === "linux" ? { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary } : {};
  const folders = [
    "--server-data-dir",
    join(folder, "data"),
    "--user-data-dir",
    join(folder, "user"),
    "--extensions-dir",
    join(folder, "extensions"),
  ];
  mkdirSync(join(folder, "user/User"), { recursive: true });
  writeNew(join(folder, "user/User/settings.json"), { ...QUIET, ...settings });
  writeNew(join(folder, "user/User/keybindings.json"), keybindings);

  /** @type {Set<import("node:child_process").ChildProcess>} */
  const running = new Set();
  /** @param {readonly string[]} args */
  const start = (args) => {
    // A process group of its own: the server's children (extension hosts, and through them language servers) end with it.
    const child = spawn(
      node,
      [main, ...args, ...folders, "--accept-server-license-terms", "--telemetry-level", "off"],
      {
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...sockets, ...env },
      },
    );
    running.add(child);
    /** @type {Promise<number | null>} */
    const exited = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", resolve);
    });
    return { child, exited };
  };
  const stop = async () => {
    await Promise.all([...running].map(endGroup));
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  try {
    for (const file of vsix) {
      const { child, exited } = start(["--install-extension", file, "--force"]);
      const lines = eachLine(child, log);
      if ((await exited) !== 0 || !lines.some((line) => line.includes("successfully installed")))
        throw new Error(`${file} does not install:\n${lines.join("\n")}`);
    }
    const { child, exited } = start([
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      ...(token ? ["--connection-token", token] : ["--without-connection-token"]),
      "--disable-workspace-trust",
      "--enable-smoke-test-driver",
    ]);
    const port = await new Promise((resolve, reject) => {
      const lines = eachLine(child, (line) => {
        log(line);
        const listening = /listening on (\d+)/.exec(line);
        if (listening) resolve(Number(listening[1]));
      });
      exited.then((code) => reject(new Error(`The VS Code server ended with ${code}:\n${lines.join("\n")}`)), reject);
    });
    return { port, product, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} path
 * @param {unknown} content left as it is where the file is there: then it is the user's
 */
function writeNew(path, content) {
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(content, undefined, 2));
}

/** Bindings that were not compiled: nothing that is used here needs them. */
const NOISE =
  /spdlog|watchdog|MODULE_NOT_FOUND|Could not locate the bindings|Require stack|^\s+(at|-|→) |^ → |^\s*(code|requireStack):|^\s+'\/|^[}\]]/;

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {(line: string) => void} log
 * @returns {string[]} filled as lines come
 */
function eachLine(child, log) {
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on("line", (line) => {
        if (NOISE.test(line)) return;
        lines.push(line);
        log(line);
      });
  return lines;
}

/**
 * Ends a child and its process group: politely first, by force after two seconds.
 * @param {import("node:child_process").ChildProcess} child
 */
async function endGroup(child) {
  const { pid } = child;
  if (pid === undefined) return;
  const signal = (/** @type {NodeJS.Signals | 0} */ name) => {
    try {
      process.kill(-pid, name);
      return true;
    } catch {
      return false; // The group is gone.
    }
  };
  signal("SIGTERM");
  for (let waited = 0; signal(0) && waited < 2000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  signal("SIGKILL");
}

/**
 * The address of the workbench.
 * @param {number} port
 * @param {{ folder: string, file?: string, payload?: readonly (readonly [string, string])[], token?: string }} options absolute paths;
 *   `file` is opened at the start
 */
export function workbenchUrl(port, { folder, file, payload = [], token }) {
  const entries = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ...(file ? [["openFile", remotePath(port, file)]] : []),
    ...payload,
  ];
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ ...(token ? { tkn: token } : {}), folder, payload: JSON.stringify(entries) })}`;
}

/**
 * How the workbench names a path on the server's machine.
 * @param {number} port
 * @param {string} path absolute
 */
export const remotePath = (port, path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;

/**
 * A page in a Chromium without a window, which reaches nothing but 127.0.0.1.
 * @param {{ executablePath: string, width?: number, height?: number }} options
 */
export async function openPage({ executablePath, width = 1400, height = 900 }) {
  const browser = await chromium.launch({
    executablePath,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
  const context = await browser.newContext({ viewport: { width, height } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.route(
    (url) => url.hostname !== "127.0.0.1" && ["http:", "https:", "ws:", "wss:"].includes(url.protocol),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  return { page, close: () => browser.close() };
}
