// The command as npm installs it: packed, installed into an empty folder, run by its name.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { npmOutput } from "../install.mjs";
import { root } from "../paths.mjs";
import { HOVERS, mustBeFirst, placeIn, SETTINGS } from "./expected.mjs";
import { languageSession } from "./languageSession.mjs";
import { workspace, workspaceTexts } from "./workspace.mjs";

/** What the package holds, folders by their name alone. */
const CONTENT = [
  ".claude-plugin/plugin.json",
  ".lsp.json",
  ".mcp.json",
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
  "dist/notes/en",
  "dist/notes/ja",
  "dist/notes/topics",
  "dist/server/*-*.js",
  "docs/rules.ja.md",
  "docs/rules.md",
  "hooks/hooks.json",
  "notes/",
  "package.json",
  "power/POWER.md",
  "power/mcp.json",
  "skills/",
];

/**
 * @param {string} folder an empty one
 * @param {string} packages where the package is to be left
 * @param {Check} check
 */
export async function installedCommand(folder, packages, check) {
  const project = join(folder, "npm");
  mkdirSync(project);
  const isInstalled = await check("the npm package installs into an empty folder, with what the command needs", () => {
    const packed = execFileSync(process.execPath, [join(root, "scripts/packages/npmPackage.mjs"), packages], {
      encoding: "utf8",
    });
    writeFileSync(join(project, "package.json"), '{ "private": true }\n');
    npmOutput(["install", "--offline", "--no-audit", "--no-fund", packed.trim()], project);
    assert.deepEqual(contentOf(join(project, "node_modules/cfn-notes")), CONTENT);
    cpSync(workspace, project, { recursive: true });
  });
  if (!isInstalled) return;
  await check("the command has the #! line that a system runs it by", () => {
    const [line = ""] = readFileSync(join(project, "node_modules/cfn-notes/dist/cfn-notes.js"), "utf8").split("\n", 1);
    assert.equal(line.slice(0, 100), "#!/usr/bin/env node");
  });

  /** Runs it as one types it. @param {readonly string[]} args */
  const command = (...args) => {
    const { status, stdout, stderr, error } = spawnSync("npx", ["--no-install", "cfn-notes", ...args], {
      cwd: project,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (error) throw error;
    return { status, stdout, stderr };
  };
  const template = workspaceTexts()["template.yaml"] ?? "";
  for (const { name, on, words } of HOVERS)
    await check(`npx cfn-notes hover: the own note first on ${name}`, () => {
      const { line, character } = placeIn(template, on);
      const place = `template.yaml:${line + 1}:${character + 1}`;
      const { status, stdout, stderr } = command("hover", "--notes", "notes", "--language", SETTINGS.language, place);
      assert.equal(status, 0, stderr);
      mustBeFirst(stdout, words);
    });
  writeFileSync(join(project, "right.yaml"), "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
  for (const [args, status, output] of CHECKS)
    await check(`npx cfn-notes check ${args.join(" ")}: exit code ${status}`, () => {
      const found = command("check", "--language", SETTINGS.language, ...args);
      assert.equal(found.status, status, found.stdout + found.stderr);
      assert.match(found.stdout + found.stderr, output);
    });

  writeFileSync(join(project, "large.yaml"), `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n#${"x".repeat(1e7)}`);
  if (process.platform !== "win32") execFileSync("mkfifo", [join(project, "pipe.yaml")]);
  for (const [path, output] of process.platform === "win32" ? UNREAD.slice(1) : UNREAD)
    await check(`npx cfn-notes check right.yaml ${path}: says that it can't be read, exit code 2`, () => {
      const found = command("check", "--language", SETTINGS.language, "right.yaml", path);
      assert.equal(found.status, 2, found.stdout + found.stderr);
      assert.match(found.stderr, output);
      assert.match(found.stdout, /テンプレート1個/);
    });

  await asPlugin(join(project, "node_modules/cfn-notes"), project, check);
  await asLanguageServer(project, check);
}

/** What coding agents start of the package, as its plugin's files say. @param {string} plugin @param {string} project @param {Check} check */
async function asPlugin(plugin, project, check) {
  const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(plugin, path), "utf8"));
  await check("the plugin's hook answers what an agent sends it", () => {
    const [{ hooks }] = json("hooks/hooks.json").hooks.PreToolUse;
    const { status, stdout, stderr } = spawnSync(hooks[0].command, {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, CLAUDE_PLUGIN_ROOT: plugin },
      input: JSON.stringify({
        hook_event_name: "PreToolUse",
        tool_name: "Bash",
        tool_input: { command: "sam delete" },
      }),
      shell: true,
    });
    assert.equal(status, 0, stderr);
    assert.equal(JSON.parse(stdout).hookSpecificOutput.permissionDecision, "ask");
  });
  await check("the plugin's servers are commands of the package", () => {
    const servers = [json(".mcp.json").mcpServers["cfn-notes"], json(".lsp.json").cloudformation];
    for (const { args } of servers) {
      const [file, name] = args;
      assert.ok(statSync(file.replace("${CLAUDE_PLUGIN_ROOT}", plugin)).isFile());
      const { status } = spawnSync(process.execPath, [join(plugin, "dist/cfn-notes.js"), name, "--help"]);
      assert.equal(status, 0);
    }
    assert.equal(json(".claude-plugin/plugin.json").version, json("package.json").version);
  });
}

/** @type {readonly (readonly [path: string, output: RegExp])[]} */
const UNREAD = [
  ["pipe.yaml", /pipe\.yamlは通常のファイルではありません/],
  ["large.yaml", /large\.yamlのサイズが10MBを超えています/],
];

/** @typedef {(title: string, body: () => unknown) => Promise<boolean>} Check */

/** @param {string} project @param {Check} check */
async function asLanguageServer(project, check) {
  // As an editor starts it: the file that npm has put there, which the system runs by its #! line.
  const child = spawn(join(project, "node_modules/.bin/cfn-notes"), ["lsp", "--stdio"], {
    cwd: project,
    stdio: ["pipe", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  const exited = once(child, "exit");
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // What is still asked for is not answered any more.
  child.once("exit", () => connection.dispose());
  /** @type {Check} */
  const checkServer = (title, body) => check(`cfn-notes lsp --stdio ${title}`, body);
  try {
    await languageSession(connection, checkServer, pathToFileURL(project).href);
    await checkServer("ends when it is told to", async () => {
      await connection.sendNotification("exit");
      assert.deepEqual(await exited, [0, null]);
    });
  } catch (error) {
    await checkServer("runs", () => Promise.reject(error));
  } finally {
    connection.dispose();
    child.kill();
  }
}

/** @type {readonly (readonly [args: readonly string[], status: number, output: RegExp])[]} */
const CHECKS = [
  [["right.yaml"], 0, /エラー0/],
  [["template.yaml"], 1, /^template\.yaml:24:87 error bootstrap-signal-unknown-resource\n.*このテンプレートにない/m],
  [["--format", "json", "template.yaml"], 1, /"code":\s*"bootstrap-signal-unknown-resource"/],
  [["--format", "sarif", "template.yaml"], 1, /"ruleId":\s*"bootstrap-signal-unknown-resource"/],
  [["--format", "github", "template.yaml"], 1, /^::error file=template\.yaml,line=24,.*このテンプレートにない/m],
  [["missing.yaml"], 2, /missing\.yaml/],
  [["--format", "xml", "template.yaml"], 2, /--formatにはtext, json/],
];

/** @param {string} folder */
function contentOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/"),
  );
  return [
    ...new Set(
      paths.map((path) =>
        path.replace(/^(notes|skills)\/.*/, "$1/").replace(/^(dist\/server)\/\w+-[A-Z0-9]{8}\.js$/, "$1/*-*.js"),
      ),
    ),
  ].sort();
}
