// The extension's package: what it holds, how large it is, and what its page on the Marketplace is made of.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { root } from "../paths.mjs";

/** @typedef {(title: string, body: () => unknown) => Promise<boolean>} Check */

const MAX_MB = 6;

/** What the package holds, folders with many files by their name alone. */
const CONTENT = [
  "CHANGELOG.md",
  "LICENSE",
  "README.ja.md",
  "README.md",
  "dist/THIRD-PARTY-NOTICES.txt",
  "dist/api.d.ts",
  "dist/api.js",
  "dist/catalogue/NOTICES.txt",
  "dist/catalogue/catalogue.bin",
  "dist/catalogue/index.json",
  "dist/cfn-notes.js",
  "dist/client/browser.cjs.js",
  "dist/client/languageClient.cjs",
  "dist/client/node.cjs",
  "dist/client/webview/",
  "dist/files.json",
  "dist/notes/en",
  "dist/notes/ja",
  "dist/notes/topics",
  "dist/server/*-*.js",
  "dist/server/browser.js",
  "dist/server/node.js",
  "docs/images/",
  "docs/project-file.schema.json",
  "docs/rules.ja.md",
  "docs/rules.md",
  "examples/web-server.yaml",
  "media/",
  "notes/",
  "package.json",
  "package.nls.ja.json",
  "package.nls.json",
  "skills/",
  "snippets/skeletons.json",
];

const FOLDERS = /^(dist\/client\/webview|docs\/images|media|notes|skills)\/.*/;
/** What the command and the server's process load. */
const SHARED = /^(dist\/server)\/\w+-[A-Z0-9]{8}\.js$/;

/**
 * @param {string} packages where the package is left
 * @param {Check} check
 * @returns {Promise<string>} the package
 */
export async function extensionPackage(packages, check) {
  await check("npm start finds the scripts that it runs", () => {
    const names = readFileSync(`${root}/scripts/start.mjs`, "utf8").matchAll(/\brunScript\("([^"]+)"/g);
    const sizes = [...names].map(([, name]) => statSync(`${root}/scripts/${name}`).size);
    assert.equal(sizes.length, 2);
  });
  await check("the extension holds exactly what it needs", async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const names = files.map((path) => path.replace(FOLDERS, "$1/").replace(SHARED, "$1/*-*.js"));
    assert.deepEqual([...new Set(names)].sort(), CONTENT);
  });
  let vsix = "";
  await check(`the extension packs into less than ${MAX_MB} MB`, () => {
    vsix = packed(packages, process.env);
    const size = statSync(vsix).size / 1024 / 1024;
    assert.ok(size < MAX_MB, `${size.toFixed(1)} MB`);
  });
  await check(
    "the extension's page has no link that leads nowhere, and its manifest says where it comes from",
    async () => {
      const env = { ...process.env, GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "owner/name" };
      const elsewhere = mkdtempSync(join(tmpdir(), "cfn-notes-page-"));
      const file = packed(elsewhere, env);
      const manifest = JSON.parse(await textInPackage(file, "extension/package.json"));
      assert.deepEqual(
        [manifest.repository, manifest.bugs, "scripts" in manifest],
        [
          { type: "git", url: "git+https://github.com/owner/name.git" },
          { url: "https://github.com/owner/name/issues" },
          false,
        ],
      );
      const readme = await textInPackage(file, "extension/readme.md");
      const links = [...readme.matchAll(/\]\(([^)]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
        ([, a, b]) => a ?? b ?? "",
      );
      assert.ok(links.length > 5, "no links were found");
      assert.deepEqual(
        links.filter((link) => !/^https:\/\/|^#/.test(link)),
        [],
      );
      for (const link of links) mustExist(link);
      rmSync(elsewhere, { recursive: true, force: true });
    },
  );
  return vsix;
}

/** What leads into the project must be there. @param {string} link */
function mustExist(link) {
  const path = /^https:\/\/github\.com\/owner\/name\/(?:blob|raw)\/[^/]+\/([^#]+)/.exec(link)?.[1];
  if (path !== undefined) statSync(`${root}/${decodeURIComponent(path)}`);
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
function packed(folder, env) {
  const script = `${root}/scripts/packages/extensionPackage.mjs`;
  const output = execFileSync(process.execPath, [script, folder], { encoding: "utf8", env });
  return output.trim().split("\n").at(-1) ?? "";
}

/** @param {string} file @param {string} name @returns {Promise<string>} */
async function textInPackage(file, name) {
  const { readZip } = createRequire(import.meta.url)("@vscode/vsce/out/zip.js");
  return (await readZip(file, (/** @type {string} */ entry) => entry === name)).get(name).toString("utf8");
}
