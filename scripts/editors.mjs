// Tries the configurations of docs/editors.md in the editors that are installed:  node scripts/editors.mjs [NAME…] [--pictures]
// (after npm run build; names: neovim, emacs, helix, vim). Each gets a copy of scripts/editors/sample, the page's first block of
// code below its heading as its configuration, and the built command on its PATH. Debian has all of them: apt-get install
// neovim emacs-nox hx vim vim-ale tmux. With --pictures it leaves docs/images/NAME.png; that needs Xvfb, xterm and ImageMagick's import.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { root } from "./paths.mjs";

/** So long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** @typedef {{ home: string, folder: string, config: string, env: NodeJS.ProcessEnv }} Place */

/** @typedef {readonly [title: string, keys: readonly (string | number)[], wanted: RegExp]} Check keys that are pressed, and what is on the screen then */

/** @type {readonly Check[]} */
const HELIX = [
  ["diagnostics", ["17g", "g", "gl"], /Log is neither a parameter/],
  ["hover, the own note first", ["Escape", "8g", "g", "6l", "Space", "k"], /I lost the logs once/],
  ["definition", ["Escape", "Escape", "10g", "g", "gl", "gd"], / 3:3\s/],
  ["rename", ["Escape", "Space", "r", "C-u", "Name", "Enter"], /!Ref Name/],
  ["completion", ["Escape", "17g", "g", "A", "BSpace", "BSpace", "C-x"], /Logs/],
  ["code action", ["Escape", "u", 1500, "17g", "g", "gl", "Space", "a", 800, "Enter"], /Bucket: !Ref Logs/],
];

/** @type {readonly Check[]} */
const VIM = [
  ["diagnostics", [], /Bucket: !Ref Log # E: Log is neither a parameter/],
  ["hover, the own note first", [":call cursor(8, 8)", "Enter", ":ALEHover", "Enter"], /I lost the logs once/],
  ["definition", [":pclose | call cursor(10, 25)", "Enter", ":ALEGoToDefinition", "Enter", 1000], / 3,3 /],
  ["rename", [":ALERename", "Enter", 500, "C-u", "Name", "Enter"], /!Ref Name/],
  [
    "code action",
    [":call cursor(17, 20)", "Enter", ":ALECodeAction", "Enter", 1500, "1", "Enter"],
    /Bucket: !Ref Logs/,
  ],
  [
    "completion",
    ["u", ":call cursor(17, 20)", "Enter", "A", "BSpace", "BSpace", "C-x", "C-o"],
    /!Ref Logs[\s\S]*Omni completion/,
  ],
];

/**
 * @type {Record<string, { heading: string, command: string, config: string, test: (place: Place) => boolean | Promise<boolean>,
 *   shown: { start: string, keys: readonly (string | number)[] } }>}
 */
const EDITORS = {
  neovim: {
    heading: "Neovim",
    command: "nvim",
    config: ".config/nvim/init.lua",
    test: ({ folder, config, env }) =>
      passes("nvim", ["--headless", "-u", config, "-l", join(root, "scripts/editors/neovim.lua")], { folder, env }),
    shown: { start: "nvim template.yaml", keys: [4000, "8G6|", 300, "K", 1500] },
  },
  emacs: {
    heading: "Emacs",
    command: "emacs",
    config: ".emacs.d/init.el",
    test: ({ folder, config, env }) =>
      passes("emacs", ["-Q", "--batch", "-l", config, "-l", join(root, "scripts/editors/emacs.el")], { folder, env }),
    shown: {
      start: "emacs -nw --eval '(setq inhibit-startup-screen t)' template.yaml",
      keys: [
        6000,
        "M-g",
        "g",
        "8",
        "Enter",
        "C-f",
        "C-f",
        "C-f",
        "C-f",
        "C-f",
        "C-f",
        500,
        "M-x",
        "eldoc",
        "Enter",
        2500,
      ],
    },
  },
  helix: {
    heading: "Helix",
    command: "hx",
    config: ".config/helix/languages.toml",
    test: (place) => onScreen("hx template.yaml", HELIX, place),
    shown: { start: "hx template.yaml:8:8", keys: [5000, "Space", "k", 1500] },
  },
  vim: {
    heading: "Vim",
    command: "vim",
    config: ".vimrc",
    test: (place) => onScreen("vim template.yaml", VIM, place),
    shown: { start: "vim template.yaml", keys: [5000, ":call cursor(8, 8)", "Enter", ":ALEHover", "Enter", 1500] },
  },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pictures: { type: "boolean" } } });
let failed = 0;
for (const [name, editor] of Object.entries(EDITORS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (spawnSync(editor.command, ["--version"]).error) {
    console.log(`${editor.heading}: ${editor.command} is not installed.`);
    continue;
  }
  const [version = ""] = spawnSync(editor.command, ["--version"], { encoding: "utf8" }).stdout.split("\n", 1);
  console.log(`${editor.heading} (${version})`);
  const place = prepared(editor);
  try {
    if (!(await editor.test(place))) failed++;
    if (values.pictures) {
      cpSync(join(root, "scripts/editors/sample"), place.folder, { recursive: true });
      await takePicture(name, editor.shown, place);
    }
  } finally {
    rmSync(place.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
process.exitCode = failed === 0 ? 0 : 1;

/** @param {{ heading: string, config: string }} editor @returns {Place} */
function prepared({ heading, config }) {
  const home = mkdtempSync(join(tmpdir(), "cfn-notes-editor-"));
  const folder = join(home, "stacks");
  cpSync(join(root, "scripts/editors/sample"), folder, { recursive: true });
  cpSync(join(folder, "notes"), join(home, "notes"), { recursive: true });
  const bin = join(home, "bin");
  mkdirSync(bin);
  symlinkSync(join(root, "dist/cfn-notes.js"), join(bin, "cfn-notes"));
  const file = join(home, config);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, configuration(heading));
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_STATE_HOME: join(home, ".state"),
    XDG_CACHE_HOME: join(home, ".cache"),
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    LC_ALL: "C.UTF-8",
  };
  return { home, folder, config: file, env };
}

/** The first block of code below a heading of the page. @param {string} heading */
function configuration(heading) {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const block = /^```\w+\n([\s\S]*?)^```$/m.exec(section)?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no configuration for ${heading}.`);
  return block;
}

/** @param {string} command @param {readonly string[]} args @param {{ folder: string, env: NodeJS.ProcessEnv }} place */
function passes(command, args, { folder, env }) {
  return spawnSync(command, args, { cwd: folder, env, stdio: ["ignore", "inherit", "pipe"] }).status === 0;
}

/** What has no way in but its keys runs in tmux, whose screen is read. @param {string} start @param {readonly Check[]} checks @param {Place} place */
async function onScreen(start, checks, { home, folder, env }) {
  const tmux = inTmux(home, env);
  tmux("new-session", "-d", "-x", "140", "-y", "40", "-c", folder, start);
  let areRight = true;
  const screen = () => tmux("capture-pane", "-p");
  try {
    for (const [title, keys, wanted] of checks) {
      await press(tmux, keys);
      const deadline = Date.now() + PATIENCE;
      while (!wanted.test(screen()) && Date.now() < deadline) await pause(100);
      const isRight = wanted.test(screen());
      console.log(isRight ? `  ok  ${title}` : `  NOT ${title}:\n${screen()}`);
      areRight &&= isRight;
    }
  } finally {
    tmux("kill-server");
  }
  return areRight;
}

/** @param {string} home @param {NodeJS.ProcessEnv} env */
function inTmux(home, env) {
  const socket = join(home, "tmux");
  return (/** @type {string[]} */ ...args) =>
    spawnSync("tmux", ["-f", "/dev/null", "-S", socket, ...args], { env, encoding: "utf8" }).stdout;
}

/** Presses keys by tmux's names of them; numbers are pauses. @param {ReturnType<typeof inTmux>} tmux @param {readonly (string | number)[]} keys */
async function press(tmux, keys) {
  for (const key of keys) {
    if (typeof key === "number") await pause(key);
    else tmux("send-keys", key);
    await pause(60);
  }
}

/** @param {string} name @param {{ start: string, keys: readonly (string | number)[] }} shown @param {Place} place */
async function takePicture(name, { start, keys }, { home, folder, env }) {
  const display = ":97";
  const screen = spawn("Xvfb", [display, "-screen", "0", "900x600x24"], { stdio: "ignore" });
  await pause(1500);
  const onScreen = { ...env, DISPLAY: display };
  const tmux = inTmux(home, onScreen);
  tmux("new-session", "-d", "-x", "110", "-y", "32", "-c", folder, start);
  tmux("set-option", "-g", "status", "off");
  tmux("set-option", "-g", "default-terminal", "xterm-256color");
  const attach = `tmux -S ${join(home, "tmux")} attach`;
  const look = ["-geometry", "110x32+0+0", "-fa", "DejaVu Sans Mono", "-fs", "10", "-bg", "#1e1e1e", "-fg", "#d4d4d4"];
  const terminal = spawn("xterm", [...look, "-b", "4", "-e", attach], { env: onScreen, stdio: "ignore" });
  await press(tmux, keys);
  const picture = join(root, `docs/images/${name}.png`);
  spawnSync("import", ["-window", "root", "-trim", picture], { env: onScreen });
  spawnSync("pngquant", ["--force", "--ext", ".png", "--strip", "--speed", "1", "32", picture]);
  tmux("kill-server");
  terminal.kill();
  screen.kill();
  console.log(`  docs/images/${name}.png`);
}
