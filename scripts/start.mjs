// Opens VS Code with the extension and an example template:  npm start
// Uses `code` where it is on the PATH, else serves VS Code on 127.0.0.1 until Ctrl-C.
import "./nodeVersion.mjs";
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { installDependencies } from "./install.mjs";
import { cache, root } from "./paths.mjs";

const folder = join(root, "examples");
const file = join(folder, "web-server.yaml");
const shell = process.platform === "win32"; // There `code` is a .cmd file.
const quoted = (/** @type {string} */ path) => (shell ? `"${path}"` : path);

installDependencies();
if (
  spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
    .status !== 0
)
  process.exit(1);
if (!openDesktop()) await openServed();

/** @returns {boolean} whether desktop VS Code took it */
function openDesktop() {
  if (spawnSync("code", ["--version"], { shell }).status !== 0) {
    console.log("There is no `code` command on the PATH: serving VS Code as a web page instead.");
    return false;
  }
  console.log("Opening desktop VS Code with the extension; close its window when you are done.");
  const args = ["--new-window", `--extensionDevelopmentPath=${root}`, folder, file];
  const opened = spawnSync("code", args.map(quoted), { stdio: ["ignore", "inherit", "inherit"], shell });
  if (opened.status === 0) return true;
  console.log("`code` could not open it: serving VS Code as a web page instead.");
  return false;
}

async function openServed() {
  const { remotePath, SIGNALS, serve, workbenchUrl } = await import("./vscode/served.mjs");
  const token = randomUUID();
  const server = await serve({ home: join(cache, "editor"), token });
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    await server.stop();
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, () => void end(0));
  const payload = /** @type {const} */ ([["extensionDevelopmentPath", remotePath(server.port, root)]]);
  const url = workbenchUrl(server.port, { folder, file, payload, token });
  console.log(`\nVS Code with CloudFormation Notes (${server.product}):\n\n  ${url}\n\nCtrl-C ends it.`);
  showInBrowser(url);
  const code = await server.exited;
  if (!ending) console.error(`The VS Code server ended with ${code}.`);
  await end(1);
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
