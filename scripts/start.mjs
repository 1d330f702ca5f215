// Opens VS Code with the extension and an example template:  npm start
// Uses `code` where it is on the PATH, else serves VS Code on 127.0.0.1 until Ctrl-C, with the extension as it is packed.
// What opens first is the product: a template, the caret where it has a note, and the note beside it (scripts/vscode/firstLook).
import "./nodeVersion.mjs";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { installDependencies } from "./install.mjs";
import { cache, root } from "./paths.mjs";

const folder = join(root, "examples");
const file = join(folder, "web-server.yaml");
const firstLook = join(root, "scripts/vscode/firstLook");
const shell = process.platform === "win32"; // There `code` is a .cmd file.
const quoted = (/** @type {string} */ path) => (shell ? `"${path}"` : path);

installDependencies();
console.log("Building.");
runScript("build.mjs");
if (!openDesktop()) await openServed();

/** @returns {boolean} whether desktop VS Code took it */
function openDesktop() {
  if (spawnSync("code", ["--version"], { shell }).status !== 0) {
    console.log("There is no `code` command on the PATH: VS Code opens as a web page.");
    return false;
  }
  console.log("Opening desktop VS Code with the extension; close its window when you are done.");
  const development = [root, firstLook].map((path) => `--extensionDevelopmentPath=${path}`);
  const args = ["--new-window", ...development, folder, file];
  const opened = spawnSync("code", args.map(quoted), { stdio: ["ignore", "inherit", "inherit"], shell });
  if (opened.status === 0) return true;
  console.log("`code` could not open it: serving VS Code as a web page instead.");
  return false;
}

async function openServed() {
  const { remotePath, SIGNALS, serve, workbenchUrl } = await import("./vscode/served.mjs");
  const token = randomUUID();
  const packages = join(root, "out/start");
  mkdirSync(packages, { recursive: true });
  const vsix = runScript("packages/extensionPackage.mjs", packages).trim().split("\n").at(-1) ?? "";
  // The examples lie in a repository, of which VS Code would ask.
  const settings = { "git.openRepositoryInParentFolders": "never" };
  const server = await serve({ home: join(cache, "editor"), settings, token, vsix: [vsix] });
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    await server.stop();
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, () => void end(0));
  const payload = /** @type {const} */ ([["extensionDevelopmentPath", remotePath(server.port, firstLook)]]);
  const url = await shortAddress(workbenchUrl(server.port, { folder, file, payload, token }));
  console.log(`\nVS Code with CloudFormation Notes (${server.product}):\n\n  ${url}\n\nCtrl-C ends it.`);
  showInBrowser(url);
  const code = await server.exited;
  if (!ending) console.error(`The VS Code server ended with ${code}.`);
  await end(1);
}

/**
 * Runs a script of ours; ends with it if it fails.
 * @param {string} name below `scripts`
 * @param {string[]} args
 * @returns {string} what it wrote
 */
function runScript(name, ...args) {
  const run = spawnSync(process.execPath, [join(root, "scripts", name), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (run.status !== 0) process.exit(1);
  return run.stdout;
}

/**
 * A short address that leads to a long one. Its path is as good as the long one's token: nobody else on the machine guesses it.
 * @param {string} url
 * @returns {Promise<string>}
 */
function shortAddress(url) {
  const path = `/${randomBytes(6).toString("hex")}`;
  const redirect = createServer((request, response) => {
    const isAsked = request.url === path;
    response.writeHead(isAsked ? 302 : 404, isAsked ? { location: url } : {}).end();
  });
  return new Promise((resolve, reject) => {
    redirect.on("error", reject);
    redirect.listen(0, "127.0.0.1", () => {
      const address = redirect.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}${path}`);
    });
  });
}

/** @param {string} url */
function showInBrowser(url) {
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  const command = process.platform === "darwin" ? "open" : x11 || wayland ? "xdg-open" : undefined;
  if (command === undefined) return;
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => console.log(`${command} could not open it; open the address yourself.`))
    .unref();
}
