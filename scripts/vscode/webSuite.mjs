import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../paths.mjs";
import { textsIn } from "./textsIn.mjs";

/**
 * Bundles suites for the extension host of a browser, where the language server is a worker and all files are in memory.
 * @param {readonly string[]} suites files of client/test
 * @param {string} folder below the extension's own, whose suites get its API
 * @returns {Promise<string>} the suite's path
 */
export async function webSuite(suites, folder) {
  // By this name VS Code takes it for CommonJS; its web host then adds ".js".
  const suite = join(folder, "suite.cjs");
  const outfile = `${suite}.js`;
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
  return suite;
}
