// An extension for tests alone, which brings a workspace in memory for a host that has no files: memory:/workspace.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { root } from "../paths.mjs";

/**
 * @param {string} folder where it is made
 * @param {object} options
 * @param {"main" | "browser"} options.entry the host that it runs in
 * @param {Record<string, string>} options.texts the workspace
 * @param {readonly string[]} [options.suites] what is bundled beside it: VS Code runs a suite in the host of the extension that holds it
 */
export async function testExtension(folder, { entry, texts, suites = [] }) {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["scripts/shipped/editor/extension.mjs", ...suites],
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
  writeFileSync(join(folder, "workspace.json"), JSON.stringify(texts));
}

/**
 * The texts of a folder's files, by their path with `/`.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function textsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}
