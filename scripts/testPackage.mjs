// Packs the extension, installs the package in a real VS Code as a user would, and looks whether it works there:
//   node scripts/testPackage.mjs     (after npm run build)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { LanguageClient } from "./bench/languageClient.mjs";
import { template } from "./bench/templates.mjs";
import { root } from "./paths.mjs";
import { browserPath } from "./vscode/browser.mjs";
import { openPage, serve, workbenchUrl } from "./vscode/served.mjs";

const MAX_MB = 6;

const NEEDED = [
  "LICENSE",
  "README.md",
  "dist/cfn-notes.js",
  "dist/server/node.js",
  "dist/server/connection.cjs",
  "dist/server/core.cjs",
  "dist/server/browser.js",
  "dist/client/node.cjs",
  "dist/client/browser.cjs.js",
  "dist/catalogue/catalogue.bin",
  "dist/THIRD-PARTY-NOTICES.txt",
];

const folder = mkdtempSync(join(tmpdir(), "cfn-notes-package-"));
const vsix = join(folder, "cfn-notes.vsix");
let passing = 0;
let failing = 0;

await check("holds what it needs, and no sources", async () => {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  assert.deepEqual(
    NEEDED.filter((path) => !files.includes(path)),
    [],
    "missing",
  );
  assert.deepEqual(
    files.filter((path) => /(^|\/)(node_modules|test|scripts|src)\/|\.(ts|map)$|tsconfig/.test(path)),
    [],
    "too much",
  );
});
await check(`packs into less than ${MAX_MB} MB`, () => {
  const vsce = join(root, "node_modules/@vscode/vsce/vsce");
  const args = [
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    vsix,
  ];
  execFileSync(process.execPath, [vsce, ...args], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const size = statSync(vsix).size / 1024 / 1024;
  assert.ok(size < MAX_MB, `${size.toFixed(1)} MB`);
});
await check("gives the same with bytecode of an earlier run, without, and with a broken one", () => {
  const cache = join(folder, "cache");
  const file = join(folder, "bucket.yaml");
  writeFileSync(file, "Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n");
  const hover = () =>
    execFileSync(process.execPath, [join(root, "dist/cfn-notes.js"), "hover", "--language", "en", `${file}:3:12`], {
      encoding: "utf8",
      env: withCache(cache),
    });
  const first = hover();
  assert.match(first, /AWS::S3::Bucket/);
  const kept = filesIn(cache);
  assert.deepEqual(
    kept.map((path) => /core-hover/.test(path)),
    [true],
  );
  assert.equal(hover(), first);
  for (const path of kept) writeFileSync(path, "no bytecode");
  assert.equal(hover(), first);
  assert.deepEqual(filesIn(cache), kept);
});
await check("keeps bytecode of a server at work that the next start takes", async () => {
  const cache = join(folder, "server-cache");
  const session = async () => {
    const client = new LanguageClient(
      [process.execPath, join(root, "dist/server/node.js"), "--stdio"],
      withCache(cache),
    );
    await client.initialize();
    await client.open("json", template(500, "json"));
    await client.diagnostics(1);
    await client.stop();
    return filesIn(cache).map((path) => `${basename(path)} of ${statSync(path).mtimeMs}`);
  };
  const first = await session();
  assert.equal(first.length, 2);
  // What V8 refuses is written anew.
  assert.deepEqual(await session(), first);
});
if (process.platform === "win32") console.log("  (the VS Code server does not run on Windows: not installed there)");
else await check("installs, starts, and answers a hover", installed);
rmSync(folder, { recursive: true, force: true });
console.log(`  ${passing} passing`);
if (failing > 0) console.log(`  ${failing} failing`);
process.exitCode = failing === 0 ? 0 : 1;

async function installed() {
  const file = join(folder, "template.yaml");
  writeFileSync(file, 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Logs:\n    Type: AWS::S3::Bucket\n');
  const server = await serve({ vsix: [vsix] });
  const { page, close } = await openPage({ executablePath: browserPath() });
  try {
    await page.goto(workbenchUrl(server.port, { folder, file }));
    const { displayName } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    await page.waitForSelector(`.activitybar a.action-label[aria-label^="${displayName}"]`);
    const type = page.locator(".view-line span", { hasText: "AWS::S3::Bucket" }).last();
    const text = page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "AWS::S3::Bucket" });
    const deadline = Date.now() + 20_000;
    do {
      await page.mouse.move(1000, 700);
      await type.hover();
    } while (!(await appears(text.first())) && Date.now() < deadline);
    assert.ok((await text.count()) > 0, "no hover on AWS::S3::Bucket");
  } finally {
    await close();
    await server.stop();
  }
}

/** @param {string} folder that bytecode is to be kept in */
function withCache(folder) {
  return { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
}

/** @param {string} path */
function filesIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {import("playwright-core").Locator} locator */
function appears(locator) {
  return locator.waitFor({ timeout: 2500 }).then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} title
 * @param {() => unknown} body
 */
async function check(title, body) {
  try {
    await body();
    passing++;
    console.log(`  ✔ ${title}`);
  } catch (error) {
    failing++;
    console.log(`  ✘ ${title}`);
    console.error(error);
  }
}
