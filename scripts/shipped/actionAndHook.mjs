// action.yml and .pre-commit-hooks.yaml, run as GitHub's runner and pre-commit run them, where the command is installed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../paths.mjs";

/**
 * @param {string} project a folder that the npm package is installed in; the template.yaml there has an error
 * @param {(title: string, body: () => unknown) => Promise<boolean>} check
 */
export async function actionAndHook(project, check) {
  if (process.platform === "win32") return console.log("  (no bash on Windows: action.yml and the hook are not run)");
  for (const { inputs, status, output, file } of ACTION)
    await check(`action.yml with ${JSON.stringify(inputs)}: exit code ${status}`, () => {
      const found = runAction(project, inputs);
      assert.equal(found.status, status, found.stdout + found.stderr);
      assert.match(file === undefined ? found.stdout : readFileSync(join(project, file), "utf8"), output);
    });
  for (const { files, status, output } of HOOK)
    await check(`the pre-commit hook over ${files.join(", ")}: exit code ${status}`, () => {
      const found = runHook(project, files);
      assert.equal(found.status, status, found.stdout + found.stderr);
      assert.match(found.stdout + found.stderr, output);
    });
  if (spawnSync("pre-commit", ["--version"]).status !== 0)
    return console.log("  (pre-commit is not installed: the hook was run without it)");
  await check("pre-commit itself runs the hook", () => {
    const hooks = repositoryWith(project);
    const args = ["try-repo", hooks, "cfn-notes", "--files", "template.yaml", "right.yaml"];
    const found = run("pre-commit", args, { cwd: project, env: { PRE_COMMIT_HOME: join(project, "../pre-commit") } });
    assert.equal(found.status, 1, found.stdout + found.stderr);
    assert.match(found.stdout, /template\.yaml:24:87 error/);
  });
}

/** @type {readonly { inputs: Record<string, string>, status: number, output: RegExp, file?: string }[]} */
const ACTION = [
  { inputs: { paths: "right.yaml" }, status: 0, output: /^$/ },
  {
    inputs: { paths: "template.yaml\nright.yaml\n", language: "ja" },
    status: 1,
    output: /^::error file=template\.yaml,line=24,.*このテンプレートにない/m,
  },
  { inputs: { paths: "template.yaml", sarif: "found.sarif" }, status: 1, output: /"2\.1\.0"/, file: "found.sarif" },
  { inputs: { paths: "missing.yaml" }, status: 2, output: /^$/ },
];

const HOOK = [
  { files: ["right.yaml"], status: 0, output: /^$/ },
  { files: ["right.yaml", "template.yaml"], status: 1, output: /template\.yaml:24:87 error/ },
  { files: ["package.json"], status: 0, output: /^$/ },
];

/** @param {string} project @param {Record<string, string>} given */
function runAction(project, given) {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
  assert.equal(action.runs.using, "composite");
  // The other step writes to GitHub, and only where a review is asked for.
  const [{ shell, env, run: script }, { if: condition }] = action.runs.steps;
  assert.match(condition, /inputs\.review != ''/);
  assert.equal(shell, "bash");
  const input = (/** @type {string} */ name) => given[name] ?? action.inputs[name].default;
  const values = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (/** @type {string} */ _, /** @type {string} */ of) => input(of)),
  ]);
  const file = join(project, "../step.sh");
  writeFileSync(file, script);
  const shellArgs = ["--noprofile", "--norc", "-eo", "pipefail", file];
  return run("bash", shellArgs, {
    cwd: project,
    env: { ...Object.fromEntries(values), GITHUB_ACTION_PATH: root, npm_config_offline: "true" },
  });
}

/** @param {string} project @param {readonly string[]} files */
function runHook(project, files) {
  const [hook] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"));
  const matching = files.filter((path) => new RegExp(hook.files).test(path));
  const [command = "", ...args] = hook.entry.split(" ");
  return run(command, [...args, ...matching], { cwd: project, env: { npm_config_offline: "true" } });
}

/** A repository of its own with the hooks, and the project as one, too. @param {string} project */
function repositoryWith(project) {
  const folder = join(project, "../hooks");
  mkdirSync(folder);
  writeFileSync(join(folder, ".pre-commit-hooks.yaml"), readFileSync(join(root, ".pre-commit-hooks.yaml")));
  for (const cwd of [folder, project]) {
    const git = (/** @type {string[]} */ ...args) => {
      const found = run("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], { cwd });
      assert.equal(found.status, 0, found.stderr);
    };
    git("init", "--quiet");
    git("add", cwd === folder ? ".pre-commit-hooks.yaml" : "*.yaml");
    git("commit", "--quiet", "--no-verify", "-m", "Files");
  }
  return folder;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 */
function run(command, args, { cwd, env }) {
  return spawnSync(command, args, {
    cwd,
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "", ...env },
    encoding: "utf8",
  });
}
