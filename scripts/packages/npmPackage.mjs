// Packs the command for npm:  node scripts/packages/npmPackage.mjs [FOLDER]     (after npm run build)
// leaves cfn-notes-VERSION.tgz in FOLDER (default: the project's), and server.json for the MCP Registry if it has a home on GitHub. It has a manifest of its own: the project's is the
// extension's, which lists its files in .vscodeignore, and private, so that nobody publishes the whole project by mistake.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { npmOutput } from "../install.mjs";
import { root } from "../paths.mjs";
import { mcpEntry, mcpName } from "./mcpEntry.mjs";
import { repositoryFields } from "./repository.mjs";

/** Files and folders of the project, as far as the command needs them. */
const CONTENT = [
  "dist/cfn-notes.js",
  "dist/api.js",
  "dist/api.d.ts",
  "dist/catalogue",
  "dist/notes",
  "dist/THIRD-PARTY-NOTICES.txt",
  "notes",
  "skills",
  "docs/rules.ja.md",
  "docs/rules.md",
  "README.md",
  "README.ja.md",
  "CHANGELOG.md",
  "LICENSE",
];

console.log(npmPackage(resolve(process.argv[2] ?? root)));

/**
 * @param {string} folder
 * @returns {string} the path of the package
 */
function npmPackage(folder) {
  const staged = mkdtempSync(join(tmpdir(), "cfn-notes-npm-"));
  try {
    for (const path of [...CONTENT, ...serverScripts()]) {
      mkdirSync(dirname(join(staged, path)), { recursive: true });
      cpSync(join(root, path), join(staged, path), { recursive: true });
    }
    // The package is a plugin of coding agents, too.
    cpSync(join(root, "plugin"), staged, { recursive: true });
    const plugin = join(staged, ".claude-plugin/plugin.json");
    writeFileSync(plugin, JSON.stringify({ ...JSON.parse(readFileSync(plugin, "utf8")), version: manifest().version }));
    writeFileSync(join(staged, "package.json"), `${JSON.stringify(manifest(), undefined, 2)}\n`);
    const entry = mcpEntry(manifest());
    if (entry !== undefined) writeFileSync(join(folder, "server.json"), `${JSON.stringify(entry, undefined, 2)}\n`);
    const name = npmOutput(["pack", "--silent", "--pack-destination", folder], staged).trim();
    return join(folder, name.split("\n").at(-1) ?? "");
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** What the command loads; the extension's own process and worker stay out. */
function serverScripts() {
  const names = readdirSync(join(root, "dist/server")).filter((name) => name !== "browser.js" && name !== "node.js");
  return names.map((name) => `dist/server/${name}`);
}

function manifest() {
  const { name, version, license, type, bin, engines, keywords } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const { description } = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8"));
  const { node } = engines;
  const entry = { types: "./dist/api.d.ts", default: "./dist/api.js" };
  const exports = { ".": entry, "./package.json": "./package.json" };
  const published = repositoryFields();
  return {
    name,
    version,
    mcpName: mcpName(published.repository?.url ?? ""),
    description,
    keywords,
    license,
    ...published,
    type,
    bin,
    exports,
    engines: { node },
  };
}
