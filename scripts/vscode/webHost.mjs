// The editor tests in the extension host of a browser, where the language server is a worker and all files are in memory.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { build } from "esbuild";
import { root } from "../paths.mjs";
import { browserPath } from "./browser.mjs";
import { openPage, PAGE_NOISE, remotePath, serve, workbenchUrl } from "./served.mjs";
import { textsIn } from "./textsIn.mjs";

/**
 * Runs suites in it.
 * @param {object} options
 * @param {readonly string[]} options.suites files of client/test
 * @param {string} options.folder below the extension's own, whose suites get its API; for what is made
 * @param {Record<string, unknown>} options.settings the user's
 * @param {number} options.seconds the time limit
 * @returns {Promise<number>} 0 where all is right
 */
export async function webHost({ suites, folder, settings, seconds }) {
  // By this name VS Code takes it for CommonJS; its web host then adds ".js".
  const suite = join(folder, "suite.cjs");
  await bundleSuites(suites, `${suite}.js`);
  const verbose = Boolean(process.env["CFN_NOTES_VERBOSE"]);
  const server = await serve({
    settings: { ...settings, "remote.extensionKind": { "cfn-notes.cfn-notes": ["web"] } },
    log: (line) => verbose && console.error(line),
  });
  try {
    console.log(`Editor tests run in a browser's extension host, on ${server.product}, in ${browserPath()}`);
    const address = workbenchUrl(server.port, {
      folder: "memory:/workspace",
      payload: [
        ["extensionDevelopmentPath", remotePath(server.port, root)],
        ["extensionTestsPath", remotePath(server.port, suite)],
        ["enableProposedApi", ""],
      ],
    });
    return await exitCodeOf(address, { seconds, verbose });
  } finally {
    await server.stop();
  }
}

/** The editor looks for the folder before there is somebody who has it. */
const NO_FILES_YET = /ENOPRO|^CodeExpectedError/;

/**
 * @param {string} address
 * @param {{ seconds: number, verbose: boolean }} options
 * @returns {Promise<number>}
 */
async function exitCodeOf(address, { seconds, verbose }) {
  const { page, close } = await openPage({ executablePath: browserPath() });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const message = format(...args);
      if (!verbose && (PAGE_NOISE.test(message) || NO_FILES_YET.test(message))) return;
      (type === "error" || type === "warn" ? console.error : console.log)(message);
    });
    if (verbose) page.on("console", (message) => console.error(`[page] ${message.text()}`));
    const ended = new Promise((resolve) =>
      page.exposeFunction("codeAutomationExit", resolve).then(() => page.goto(address)),
    );
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, seconds * 1000, "late");
    });
    const code = await Promise.race([ended, late]);
    if (code !== "late") return Number(code);
    const picture = join(root, "out/editor-time-limit.png");
    await page.screenshot({ path: picture });
    console.error(`The editor tests did not end within ${seconds} seconds; what the editor showed: ${picture}`);
    return 1;
  } finally {
    clearTimeout(timer);
    await close();
  }
}

/**
 * @param {readonly string[]} suites
 * @param {string} outfile
 */
async function bundleSuites(suites, outfile) {
  const grep = process.env["CFN_NOTES_GREP"] ?? "";
  const loads = suites.map((name) => `() => import(${JSON.stringify(`./${name}`)})`);
  mkdirSync(join(outfile, ".."), { recursive: true });
  await build({
    stdin: {
      contents: `
        import { provideWorkspace } from "../../scripts/vscode/memoryFiles.mjs";
        import { run as runSuites } from "./browser/run.ts";
        export async function run() {
          provideWorkspace(${JSON.stringify(textsIn(join(root, "client/test/workspace")))});
          await runSuites([${loads.join(", ")}], ${JSON.stringify(grep)});
        }`,
      resolveDir: join(root, "client/test"),
    },
    outfile,
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
    // Mocha for browsers puts itself among the globals where there are no modules.
    banner: {
      js: `(function (module, exports, define) {${readFileSync(join(root, "node_modules/mocha/mocha.js"), "utf8")}\n})();`,
    },
    sourcemap: "inline",
    logLevel: "warning",
    plugins: [
      {
        name: "what Node has",
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^node:assert\/strict$/ }, ({ path }) => ({ path, namespace: "node" }));
          onLoad({ filter: /^node:assert/, namespace: "node" }, () => ({
            contents: 'export * as default from "./browser/assert.ts";',
            resolveDir: join(root, "client/test"),
          }));
        },
      },
    ],
  });
}
