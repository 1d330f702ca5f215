// Packs what ships, installs it as a user would, and looks whether it works there:
//   node scripts/testPackage.mjs [--without-editor | --in-editor]     (after npm run build)
// The extension's package in both hosts of a real VS Code, the command's as npm installs it, the server's worker.
// The packages stay in out/packages: a release publishes those that were tested here. --in-editor takes those that are there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LanguageClient } from "./bench/languageClient.mjs";
import { template } from "./bench/templates.mjs";
import { root } from "./paths.mjs";
import { actionAndHook } from "./shipped/actionAndHook.mjs";
import { assistants } from "./shipped/assistants.mjs";
import { browserWorker } from "./shipped/browserWorker.mjs";
import { check, conclude } from "./shipped/checks.mjs";
import { commandOptions } from "./shipped/commandOptions.mjs";
import { editorHost } from "./shipped/editorHosts.mjs";
import { HOVERS } from "./shipped/expected.mjs";
import { extensionPackage } from "./shipped/extensionPackage.mjs";
import { installedCommand } from "./shipped/installedCommand.mjs";
import { release } from "./shipped/release.mjs";
import { scenarios } from "./shipped/scenarios.mjs";
import { viewThemes } from "./shipped/viewThemes.mjs";
import { webviewPages } from "./shipped/webviewPages.mjs";
import { browserPath } from "./vscode/browser.mjs";
import { openPage, workbenchUrl } from "./vscode/served.mjs";

const [part] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "cfn-notes-package-"));
const packages = join(root, "out/packages");
try {
  if (part !== "--in-editor") await outsideOfEditors();
  if (part !== "--without-editor") await inEditor();
} catch (error) {
  // What comes before it counts all the same.
  await check("all checks ran", () => Promise.reject(error));
}
rmSync(folder, { recursive: true, force: true });
conclude();

async function outsideOfEditors() {
  rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });
  await extensionPackage(packages, check);
  await check("has nothing but ASCII in its scripts, which V8 keeps in half the memory", () => {
    const scripts = filesIn(join(root, "dist")).filter((path) => /\.c?js$/.test(path));
    assert.deepEqual(
      scripts.filter((path) => readFileSync(path).some((byte) => byte > 0x7f)),
      [],
    );
  });
  await check("starts with each flag of V8 that the extension gives the server", () => {
    const server = readFileSync(join(root, "dist/client/languageClient.cjs"), "utf8");
    const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const flags = [...server.matchAll(/"--([a-z-]+)=\d+"/g)].map(([, flag]) => flag);
    assert.ok(flags.length > 2, "no flags were found");
    assert.ok(flags.filter((flag) => known.includes(`--${flag} (`)).length > 2, `not known: ${flags.join(", ")}`);
  });
  await check("keeps nothing on disk, and runs nothing that lies there", async () => {
    const home = join(folder, "home");
    const file = join(folder, "bucket.yaml");
    mkdirSync(home);
    writeFileSync(file, "Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n");
    const env = { ...process.env, XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home, TMPDIR: home, TEMP: home };
    const hover = ["hover", "--language", "en", `${file}:3:12`];
    const command = join(root, "dist/cfn-notes.js");
    assert.match(execFileSync(process.execPath, [command, ...hover], { encoding: "utf8", env }), /AWS::S3::Bucket/);
    const client = new LanguageClient([process.execPath, join(root, "dist/server/node.js"), "--stdio"], env);
    await client.initialize();
    await client.open("json", template(500, "json"));
    await client.diagnostics(1);
    await client.stop();
    assert.deepEqual(filesIn(home), []);
  });
  await browserWorker(check);
  await scenarios(check);
  await webviewPages(check);
  await installedCommand(folder, packages, check);
  await commandOptions(join(folder, "npm"), check);
  await assistants(join(folder, "npm"), check);
  await actionAndHook(join(folder, "npm"), check);
  await release(packages, check);
}

async function inEditor() {
  if (process.platform === "win32")
    return console.log("  (the VS Code server does not run on Windows: not installed there)");
  const vsix = join(packages, readdirSync(packages).find((name) => name.endsWith(".vsix")) ?? "");
  await editorHost("web", { vsix, folder: join(folder, "web"), check });
  await editorHost("node", {
    vsix,
    folder: join(folder, "node"),
    check,
    besides: inOnePage,
  });
}

/** An editor takes seconds to start, so the same one serves all. @param {{ port: number, workspace: string }} editor */
async function inOnePage({ port, workspace }) {
  const { page, close } = await openPage({ executablePath: browserPath() });
  try {
    await page.goto(workbenchUrl(port, { folder: workspace, file: join(workspace, "template.yaml") }));
    await check("the Node host shows a hover to the mouse", () => hoverByMouse(page));
    await viewThemes(page, { workspace, check });
  } finally {
    await close();
  }
}

/** @param {import("playwright-core").Page} page */
async function hoverByMouse(page) {
  const { displayName } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await page.waitForSelector(`.activitybar a.action-label[aria-label^="${displayName}"]`);
  const word = page.locator(".view-line span", { hasText: /^UpdateReplacePolicy$/ }).last();
  const { words } = HOVERS[0] ?? { words: "" };
  const text = page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: words });
  const deadline = Date.now() + 20_000;
  do {
    await page.mouse.move(1000, 700);
    await word.hover();
  } while (!(await appears(text.first())) && Date.now() < deadline);
  assert.ok((await text.count()) > 0, `no hover with “${words}” on UpdateReplacePolicy`);
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
