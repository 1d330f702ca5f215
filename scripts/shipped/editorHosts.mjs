// The package in a real VS Code: installed as a user would, in each of the two hosts that extensions run in.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { build } from "esbuild";
import { root } from "../paths.mjs";
import { browserPath } from "../vscode/browser.mjs";
import { openPage, PAGE_NOISE, remotePath, serve, workbenchUrl } from "../vscode/served.mjs";
import { RESULT, SETTINGS } from "./expected.mjs";
import { VIEW_KEYS } from "./viewThemes.mjs";
import { workspace, workspaceTexts } from "./workspace.mjs";

/** @typedef {(title: string, body: () => unknown) => Promise<unknown>} Check */

/** So long the suite may take, with the start of the editor, in milliseconds. */
const PATIENCE = 120_000;

/** Where the extension's files and the workspace are, and which host it is to run in. */
const HOSTS = /** @type {const} */ ({
  node: { title: "the Node host", entry: "main", kind: "workspace" },
  web: { title: "the web host", entry: "browser", kind: "web" },
});

/**
 * Runs the suite in a host.
 * @param {keyof typeof HOSTS} host
 * @param {{ vsix: string, folder: string, check: Check, besides?: (editor: { port: number, workspace: string }) => Promise<unknown> }} options
 *   `folder` is empty; `besides` is done with the same editor afterwards
 */
export async function editorHost(host, { vsix, folder, check, besides }) {
  const { title, entry, kind } = HOSTS[host];
  mkdirSync(folder);
  const opened = join(folder, "workspace");
  cpSync(workspace, opened, { recursive: true });
  const extension = join(folder, "extension");
  await bundleTests(extension, entry);
  const server = await serve({
    vsix: [vsix],
    keybindings: VIEW_KEYS,
    settings: {
      "cfnNotes.notes.folders": SETTINGS.notes.folders,
      "cfnNotes.language": SETTINGS.language,
      "remote.extensionKind": { "cfn-notes.cfn-notes": [kind] },
    },
  });
  try {
    const address = workbenchUrl(server.port, {
      folder: host === "web" ? "memory:/workspace" : opened,
      payload: [
        ["extensionDevelopmentPath", remotePath(server.port, extension)],
        ["extensionTestsPath", remotePath(server.port, join(extension, "suite"))],
        ["enableProposedApi", ""],
      ],
    });
    const { results, log } = await runSuite(address);
    for (const { title: what, failure } of results)
      await check(`${title} ${what}`, () => {
        if (failure !== undefined) throw new Error(failure);
      });
    await check(`${title} ran the whole suite`, () => {
      if (results.length < SUITE) throw new Error(`${results.length} of ${SUITE} checks ran.`);
    });
    if (results.length < SUITE || results.some(({ failure }) => failure !== undefined))
      console.error(`What the editor logged meanwhile:\n  ${log.join("\n  ")}`);
    await besides?.({ port: server.port, workspace: opened });
  } finally {
    await server.stop();
  }
}

/** So many checks has the suite. */
const SUITE = 13;

/**
 * @param {string} address
 * @returns {Promise<{ results: readonly { title: string, failure?: string }[], log: readonly string[] }>}
 */
async function runSuite(address) {
  const { page, close } = await openPage({ executablePath: browserPath() });
  try {
    /** @type {{ title: string, failure?: string }[]} */
    const results = [];
    /** @type {string[]} */
    const log = [];
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      const at = line.indexOf(RESULT);
      if (at >= 0) results.push(JSON.parse(line.slice(at + RESULT.length)));
      else if (!PAGE_NOISE.test(line)) log.push(line);
    });
    // What goes wrong in a worker is said by the page alone.
    page.on("console", (message) => {
      if (message.type() === "error" && !PAGE_NOISE.test(message.text())) log.push(message.text());
    });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const ended = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
      void page.exposeFunction("codeAutomationExit", resolve).then(() => page.goto(address));
    });
    await ended;
    clearTimeout(timer);
    return { results, log };
  } finally {
    await close();
  }
}

/**
 * Makes the extension of the tests, with the suite: VS Code runs a suite in the host of the extension that holds it.
 * @param {string} folder
 * @param {"main" | "browser"} entry
 */
async function bundleTests(folder, entry) {
  await build({
    absWorkingDir: root,
    entryPoints: ["scripts/shipped/editor/extension.mjs", "scripts/shipped/editor/suite.mjs"],
    outdir: folder,
    bundle: true,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    external: ["vscode"],
    define: { "globalThis.SHIPPED_IN_WORKER": String(entry === "browser") },
    logLevel: "warning",
  });
  const manifest = {
    name: "shipped-tests",
    publisher: "cfn-notes-tests",
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    activationEvents: ["onFileSystem:memory"],
    [entry]: "./extension.js",
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "workspace.json"), JSON.stringify(workspaceTexts()));
}
