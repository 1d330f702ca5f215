// The VS Code server that npm carries, and a Node that it runs on.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { filledOnce, installPackages, npm } from "../install.mjs";
import { cache } from "../paths.mjs";

/** The code-server versions that were tried → the Node release line each of them needs. */
const NODE_OF = { "4.100.3": 20, "4.139.1": 24 };

/**
 * The VS Code server: downloaded into the cache on first use (about 290 MB).
 * `CFN_NOTES_CODE_SERVER` chooses another of the tried versions.
 * @returns {{ node: string, main: string, product: string }} `node` runs `main`
 * @throws when it cannot be had, with what to do
 */
export function codeServer() {
  const version = process.env["CFN_NOTES_CODE_SERVER"] ?? "4.100.3";
  const major = Object.entries(NODE_OF).find(([known]) => known === version)?.[1];
  if (major === undefined)
    throw new Error(`CFN_NOTES_CODE_SERVER is ${version}; known: ${Object.keys(NODE_OF).join(", ")}.`);
  if (process.platform === "win32")
    throw new Error("The VS Code server runs on Linux and macOS only. Install desktop VS Code.");
  const folder = filledOnce(join(cache, `code-server-${version}`), (fresh) => {
    console.log(`Fetching the VS Code server (code-server ${version} from npm, about 290 MB, once).`);
    installPackages(fresh, [`code-server@${version}`]);
    npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], join(fresh, inPackage));
  });
  const vscode = join(folder, inPackage);
  addRipgrep(vscode);
  const product = `code-server ${version}`;
  return { node: nodeOfLine(major), main: join(vscode, "out/server-main.js"), product };
}

const inPackage = "node_modules/code-server/lib/vscode";

const RIPGREP = "1.18.0";

/**
 * Older versions of the server download ripgrep, their search for files, in an install script, from elsewhere than
 * npm; newer ones carry it.
 * @param {string} vscode
 */
function addRipgrep(vscode) {
  const ripgrep = join(vscode, "node_modules/@vscode/ripgrep");
  if (!existsSync(ripgrep) || existsSync(join(ripgrep, "bin/rg"))) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const folder = filledOnce(join(cache, `ripgrep-${RIPGREP}`), (fresh) =>
    installPackages(fresh, [`${name}@${RIPGREP}`]),
  );
  mkdirSync(join(ripgrep, "bin"), { recursive: true });
  copyFileSync(join(folder, "node_modules", name, "bin/rg"), join(ripgrep, "bin/rg"));
}

/**
 * A Node executable of a release line: the running one if it fits, else one from npm, kept in the cache.
 * @param {number} major
 */
function nodeOfLine(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  try {
    const folder = filledOnce(join(cache, `node-${major}`), (fresh) => {
      console.log(
        `Fetching Node ${major} for the VS Code server (${name}@${major} from npm, once); this is Node ${process.versions.node}.`,
      );
      installPackages(fresh, [`${name}@${major}`]);
    });
    const node = join(folder, "node_modules", name, "bin/node");
    execFileSync(node, ["--version"]);
    return node;
  } catch (error) {
    throw new Error(
      `The VS Code server needs Node ${major}, and npm has none for ${process.platform} ${process.arch}. ` +
        `Run this command with Node ${major} (https://nodejs.org), or install desktop VS Code.`,
      { cause: error },
    );
  }
}
