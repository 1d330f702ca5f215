// VS Code as a web page: its server as a process of its own, and the page in a Chromium.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { codeServer } from "./codeServer.mjs";
import { spawnGroup } from "./processGroup.mjs";

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
 * @returns {Promise<{ port: number, product: string, exited: Promise<number | null>, set: (settings: Record<string, unknown>) => void, stop: () => Promise<void> }>}
 *   `set` gives the pages that are opened from then on other settings; `stop` ends the server with all its children and removes
 *   its folders
 */
export async function serve({ settings, keybindings, vsix = [], env, home, token, log = () => {} } = {}) {
  const { node, main, product } = codeServer();
  const temporary = mkdtempSync(join(tmpdir(), "cfn-notes-editor-"));
  const folder = home ?? temporary;
  const user = join(folder, "user/User");
  mkdirSync(user, { recursive: true });
  writeNew(join(user, "settings.json"), { ...QUIET, ...settings });
  writeNew(join(user, "keybindings.json"), keybindings ?? []);

  /** @type {ReturnType<typeof spawnGroup>[]} */
  const started = [];
  /** @param {readonly string[]} args @param {(line: string) => void} [line] */
  const start = (args, line) => {
    /** @type {string[]} */
    const lines = [];
    const group = spawnGroup(node, [main, ...args, ...FIXED, ...foldersOf(folder)], {
      // The server leaves its sockets behind. On macOS they stay where they are: a longer path is no socket's there.
      env: {
        ...process.env,
        ...(process.platform === "linux" && { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary }),
        ...env,
      },
      line: (text) => {
        if (NOISE.test(text)) return;
        lines.push(text);
        log(text);
        line?.(text);
      },
    });
    started.push(group);
    return { ...group, lines };
  };
  const stop = async () => {
    await Promise.all(started.map(({ end }) => end()));
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  // Until the caller can stop it: an interruption now ends the process, and with it the group.
  const interrupted = () => {
    rmSync(temporary, { recursive: true, force: true });
    process.exit(130);
  };
  for (const name of SIGNALS) process.on(name, interrupted);
  try {
    for (const file of vsix) await install(start(["--install-extension", file, "--force"]), file);
    const set = (/** @type {Record<string, unknown>} */ others) =>
      writeFileSync(join(user, "settings.json"), JSON.stringify({ ...QUIET, ...others }));
    return { ...(await listening(start, token)), product, set, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    for (const name of SIGNALS) process.off(name, interrupted);
  }
}

/** What asks a program to end. */
export const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

const FIXED = ["--accept-server-license-terms", "--telemetry-level", "off"];

/** @param {string} folder */
const foldersOf = (folder) => [
  "--server-data-dir",
  join(folder, "data"),
  "--user-data-dir",
  join(folder, "user"),
  "--extensions-dir",
  join(folder, "extensions"),
];

/**
 * @param {{ exited: Promise<number | null>, lines: readonly string[] }} server started to install a package
 * @param {string} file
 */
async function install({ exited, lines }, file) {
  if ((await exited) !== 0 || !lines.some((line) => line.includes("successfully installed")))
    throw new Error(`${file} does not install:\n${lines.join("\n")}`);
}

/**
 * @param {(args: readonly string[], line: (line: string) => void) => { exited: Promise<number | null>, lines: readonly string[] }} start
 * @param {string | undefined} token
 * @returns {Promise<{ port: number, exited: Promise<number | null> }>}
 */
function listening(start, token) {
  const access = token ? ["--connection-token", token] : ["--without-connection-token"];
  // Without the smoke test driver newer versions ignore the payload of the workbench's address.
  const args = [
    "--host",
    "127.0.0.1",
    "--port",
    "0",
    ...access,
    "--disable-workspace-trust",
    "--enable-smoke-test-driver",
  ];
  return new Promise((resolve, reject) => {
    const { exited, lines } = start(args, (line) => {
      const found = /listening on (\d+)/.exec(line);
      if (found) resolve({ port: Number(found[1]), exited });
    });
    exited.then((code) => reject(new Error(`The VS Code server ended with ${code}:\n${lines.join("\n")}`)), reject);
  });
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

/** What the page says in every run: bindings that were not compiled, a gallery that is not reached, its connections. */
export const PAGE_NOISE =
  /spdlog|watchdog|connection token|Creating a socket|ServiceWorker|open-vsx|marketplace|builtin extensions cache|ChatSessionStore/;

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
