// What the installed command does beside checking: fixes, reports in files, settings, watching, explanations.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LanguageClient } from "../bench/languageClient.mjs";
import { HOVERS, mustBeFirst, placeIn } from "./expected.mjs";
import { workspaceTexts } from "./workspace.mjs";

const BEFORE = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub orders\n";
const AFTER = BEFORE.replace("!Sub ", "");

/**
 * @param {string} project a folder that the npm package is installed in
 * @param {(title: string, body: () => unknown) => Promise<boolean>} check
 */
export async function commandOptions(project, check) {
  const folder = join(project, "fixes");
  mkdirSync(folder);
  const file = join(folder, "topic.yaml");
  const script = join(project, "node_modules/cfn-notes/dist/cfn-notes.js");
  writeFileSync(file, BEFORE);

  for (const { args, status, stdout = /^/, stderr = /^/, text } of STEPS)
    await check(`cfn-notes ${args}: exit code ${status}`, async () => {
      const found = await run(script, folder, args.split(" "));
      assert.equal(found.status, status, found.stdout + found.stderr);
      assert.match(found.stdout, stdout);
      assert.match(found.stderr, stderr);
      if (text !== undefined) assert.equal(readFileSync(file, "utf8"), text);
    });
  await check("cfn-notes check --output-file leaves the report in the file", () =>
    assert.match(
      readFileSync(join(folder, "report.xml"), "utf8"),
      /^<\?xml .*\n<testsuites name="cfn-notes" tests="1"/,
    ),
  );
  if (existsSync("/dev/full"))
    await check("cfn-notes says in a line that its output has no room", () => {
      const stdout = openSync("/dev/full", "w");
      const found = spawnSync(process.execPath, [script, "rules"], {
        stdio: ["ignore", stdout, "pipe"],
        encoding: "utf8",
      });
      closeSync(stdout);
      assert.deepEqual([found.status, found.stderr], [2, "cfn-notes: no space left on device (ENOSPC)\n"]);
    });
  await check("cfn-notes check --fix leaves a file alone that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(BEFORE), Buffer.from([0x23, 0x93, 0xfa, 0x0a])]);
    writeFileSync(file, bytes);
    const found = await run(script, folder, ["check", "--fix", "topic.yaml"]);
    assert.equal(found.status, 2, found.stdout);
    assert.match(found.stderr, /topic\.yaml was not fixed/);
    assert.deepEqual(readFileSync(file), bytes);
  });
  writeFileSync(file, AFTER);
  await check("cfn-notes check --watch checks again when a file changes", () => watches(script, folder, file));
  await check(
    "cfn-notes check --format sarif leads to the page on each rule, in the repository that the package names",
    async () => {
      const manifest = join(project, "node_modules/cfn-notes/package.json");
      const before = readFileSync(manifest, "utf8");
      const repository = { type: "git", url: "git+https://github.com/owner/name.git" };
      writeFileSync(manifest, JSON.stringify({ ...JSON.parse(before), repository, version: "1.2.3" }));
      writeFileSync(file, BEFORE);
      const { stdout } = await run(script, folder, ["check", "--format", "sarif", "topic.yaml"]);
      const japanese = await run(script, folder, ["check", "--format", "sarif", "--language", "ja", "topic.yaml"]);
      writeFileSync(manifest, before);
      writeFileSync(file, AFTER);
      const [rule] = JSON.parse(stdout).runs[0].tool.driver.rules;
      assert.equal(rule.helpUri, "https://github.com/owner/name/blob/v1.2.3/docs/rules.md#needless-sub");
      assert.match(rule.help.markdown, /Bad:\n```yaml/);
      const [ruleInJapanese] = JSON.parse(japanese.stdout).runs[0].tool.driver.rules;
      assert.equal(ruleInJapanese.helpUri, "https://github.com/owner/name/blob/v1.2.3/docs/rules.ja.md#needless-sub");
      assert.match(ruleInJapanese.help.markdown, /悪い例：\n```yaml/);
    },
  );
  await check("programs import check and hover, with types, by import and by require", () => {
    const text = JSON.stringify(BEFORE);
    const ask = `check(${text}, { language: "en" }).then(async (found) => console.log(JSON.stringify([
      found.map(({ line, code, fix }) => [line, code, fix?.safe]),
      (await hover(${text}, { line: 3, column: 12 })).includes("AWS::SNS::Topic"),
      await hover("a: b", { line: 1, column: 1 }),
      (await check(${text}, { rules: { "needless-sub": "off" } })).length,
    ])))`;
    for (const [name, load] of [
      ["program.mjs", 'import { check, hover } from "cfn-notes";'],
      ["program.cjs", 'const { check, hover } = require("cfn-notes");'],
    ]) {
      writeFileSync(join(folder, name ?? ""), `${load}\n${ask}\n`);
      const output = execFileSync(process.execPath, ["--no-warnings", name ?? ""], { cwd: folder, encoding: "utf8" });
      assert.equal(output, '[[[5,"needless-sub",true]],true,null,0]\n');
    }
    const types = readFileSync(join(project, "node_modules/cfn-notes/dist/api.d.ts"), "utf8");
    assert.match(types, /export declare function check\(text: string, request\?: CheckRequest\)/);
    assert.doesNotMatch(types, /^import /m);
  });
  await check("cfn-notes lsp --notes reads the folder", async () => {
    const { on, words } = HOVERS[0] ?? { on: "", words: "" };
    const template = workspaceTexts()["template.yaml"] ?? "";
    const client = new LanguageClient([process.execPath, script, "lsp", "--notes", join(project, "notes")]);
    await client.initialize({ initializationOptions: { language: "ja" } });
    await client.open("yaml", template);
    const hover = await client.request("hover", { position: placeIn(template, on) });
    await client.stop();
    mustBeFirst(/** @type {any} */ (hover)?.contents.value ?? "", words);
  });
  writeFileSync(join(folder, ".cfn-notes.yaml"), "rules:\n  unkown-ref: off\n");
  await check("cfn-notes check tells a misspelt project file, with its line", async () => {
    const found = await run(script, folder, ["check", "."]);
    assert.equal(found.status, 2);
    assert.match(found.stderr, /^cfn-notes check: \.cfn-notes\.yaml:2:3: there is no rule unkown-ref\. Did you mean/);
    mkdirSync(join(folder, "below"));
    const below = await run(script, join(folder, "below"), ["check", "."]);
    assert.match(below.stderr, /^cfn-notes check: \.\.\/\.cfn-notes\.yaml:2:3: there is no rule/);
  });
  await check("cfn-notes rules ends where nobody reads on", async () => {
    const child = start(script, folder, ["rules"]);
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual({ status, said }, { status: 0, said: "" });
  });
  await check("cfn-notes lsp ends where its client reads no more, and has not taken leave", async () => {
    const child = spawn(process.execPath, [script, "lsp", "--stdio"], { cwd: folder });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    // What it has not read when it ends is lost.
    child.stdin.on("error", () => undefined);
    const send = (/** @type {object} */ message) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    // Writing its answers is how it finds out, at the second one on some systems.
    for (let id = 2; id < 20; id++) send({ id, method: "cfnNotes/none" });
    const status = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual({ status, said }, { status: 1, said: "" });
  });
}

const ESCAPE = String.fromCharCode(27);
const COLORED = new RegExp(`^${ESCAPE}\\[1mtopic\\.yaml:5:18${ESCAPE}\\[0m .*needless-sub${ESCAPE}\\[0m \\[\\*\\]`);

/** @type {readonly { args: string, status: number, stdout?: RegExp, stderr?: RegExp, text?: string }[]} */
const STEPS = [
  { args: "--version", status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { args: "--help", status: 0, stdout: /^Usage: cfn-notes COMMAND/ },
  {
    args: "check --formt json .",
    status: 2,
    stderr: /^cfn-notes check: there is no option --formt\. Did you mean [^\n]*\n$/,
  },
  { args: "explain needless-sub", status: 0, stdout: /^# needless-sub\n[\s\S]*```yaml/ },
  {
    args: "hover topic.yaml:99:1",
    status: 1,
    stderr: /^cfn-notes hover: there is nothing to show at topic\.yaml:99:1\.\n$/,
  },
  {
    args: "check --color topic.yaml",
    status: 0,
    stdout: COLORED,
  },
  { args: "check --statistics .", status: 0, stdout: /^ {5}1 {2}needless-sub {2}\[\*\] / },
  {
    args: "check --fix --dry-run .",
    status: 1,
    stdout: /^--- a\/topic\.yaml\n[\s\S]*^-.*!Sub orders\n\+ {6}TopicName: orders\n/m,
    stderr: /^1 fix would be made in 1 file\.\n$/,
    text: BEFORE,
  },
  { args: "check --fix .", status: 0, stdout: /; 1 fixed\n$/, text: AFTER },
  { args: "check --quiet .", status: 0, stdout: /^$/ },
  { args: "check --format junit -o report.xml .", status: 0, stdout: /^$/ },
  {
    args: "check -o no/where.xml .",
    status: 2,
    stderr:
      /^cfn-notes check: .*where\.xml was not written: the folder does not exist \(ENOENT\)\. What was there is unchanged\.\n$/,
  },
  { args: "check --config nowhere.yaml .", status: 2, stderr: /nowhere\.yaml can't be read/ },
  { args: "init", status: 0, stdout: /was written/ },
  { args: "init", status: 2, stderr: /there already/ },
  { args: "check", status: 0, stdout: /^1 template checked/ },
  { args: "completion bash", status: 0, stdout: /complete .*cfn-notes/ },
];

/**
 * @param {string} script
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
function run(script, cwd, args) {
  const child = start(script, cwd, args);
  const texts = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"]))
    child[name].setEncoding("utf8").on("data", (text) => {
      texts[name] += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...texts }));
  });
}

/** @param {string} script @param {string} cwd @param {readonly string[]} args */
function start(script, cwd, args) {
  const env = { ...process.env, LC_ALL: "C", FORCE_COLOR: "" };
  return spawn(process.execPath, [script, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** @param {string} script @param {string} folder @param {string} file */
async function watches(script, folder, file) {
  const child = start(script, folder, ["check", "--watch", "."]);
  try {
    let output = "";
    const until = (/** @type {RegExp} */ wanted) =>
      new Promise((resolve, reject) => {
        const look = () => wanted.test(output) && resolve(undefined);
        child.stdout.on("data", look);
        child.once("close", () => reject(new Error(`It ended: ${output}`)));
        look();
      });
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    await until(/1 template checked: 0 errors, 0 warnings, 0 info\n/);
    writeFileSync(file, AFTER.replace("SNS::Topic", "SNS::Topik"));
    await until(/error unknown-type[\s\S]*1 template checked: 1 error/);
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGINT");
    if (process.platform !== "win32") assert.equal(await ended, 1);
  } finally {
    child.kill();
  }
}
