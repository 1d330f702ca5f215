// A Chromium of the machine: found, or installed where that is possible.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

/**
 * The path of an installed Chrome, Chromium or Edge; installs one where there is none (Debian and its kin as
 * root: apt-get; elsewhere: Playwright's own download). `CFN_NOTES_BROWSER` names one explicitly.
 * @returns {string}
 * @throws when none can be had, with what to install
 */
export function browserPath() {
  const chosen = process.env["CFN_NOTES_BROWSER"];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CFN_NOTES_BROWSER is ${chosen}, which does not exist.`);
    return chosen;
  }
  const found = installedBrowser() ?? installBrowser();
  if (found) return found;
  throw new Error(
    "No Chrome, Chromium or Edge found, and none could be installed. Install one " +
      "(Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium; https://www.google.com/chrome), " +
      "or set CFN_NOTES_BROWSER to the path of one.",
  );
}

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const MAC_APPS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** @returns {string | undefined} */
function installedBrowser() {
  return candidates().find((path) => existsSync(path)) ?? playwrightBrowser();
}

/** @returns {string[]} */
function candidates() {
  const { env, platform } = process;
  if (platform === "darwin")
    return ["/Applications", join(env["HOME"] ?? "", "Applications")].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, app)),
    );
  if (platform === "win32")
    return [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LocalAppData"]].flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS.map((program) => join(folder, program)) : [],
    );
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

const playwright = () => createRequire(import.meta.url)("playwright-core");

/** @returns {string | undefined} */
function playwrightBrowser() {
  const path = playwright().chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function installBrowser() {
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No Chrome, Chromium or Edge found: installing Debian's chromium with apt-get.");
    apt(["update", "-q"]);
    apt(["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  } else {
    console.log("No Chrome, Chromium or Edge found: downloading Playwright's Chromium.");
    const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "../cli.js");
    spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: ["ignore", "inherit", "inherit"] });
  }
  return installedBrowser();
}

/** @param {string[]} args */
function apt(args) {
  // Another installation may hold the lock for a while.
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=180", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
