import assert from "node:assert/strict";
import { stderr, stdout } from "node:process";
import { runCommand } from "../../src/cli/run.ts";
import { CODES } from "../../src/rules/engine/codes.ts";

/** The exit code, and what was written to both streams. */
async function check(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const writes = [stdout, stderr].map((stream) => [stream, stream.write] as const);
  let said = "";
  for (const [stream] of writes)
    stream.write = (text: string | Uint8Array) => {
      said += String(text);
      return true;
    };
  try {
    return { code: await runCommand(args), said };
  } finally {
    for (const [stream, write] of writes) stream.write = write;
  }
}

describe("the command", () => {
  const { LC_ALL } = process.env;
  afterEach(() => {
    if (LC_ALL === undefined) delete process.env["LC_ALL"];
    else process.env["LC_ALL"] = LC_ALL;
  });

  const cases: readonly (readonly [args: string, locale: string, code: number, said: RegExp])[] = [
    ["", "C", 2, /^Usage: cfn-notes COMMAND/],
    ["--help", "C", 0, /^Usage: cfn-notes COMMAND[\s\S]*\n {2}check \[PATH…\][\s\S]*\n {2}mcp /],
    ["--help", "ja_JP.UTF-8", 0, /^使い方: cfn-notes COMMAND/],
    ["--help --language ja", "C", 0, /^使い方: cfn-notes COMMAND/],
    ["help check", "C", 0, /^Usage: cfn-notes check \[options\] \[PATH…\][\s\S]*--fix[\s\S]*Formats:\n {2}text/],
    [
      "help check",
      "C",
      0,
      /2: it could not run, or the folders and globs have no template\.\n *A file that is named itself/,
    ],
    ["lsp --help", "C", 0, /--notes DIR/],
    ["help nope", "C", 2, /^cfn-notes: there is no command “nope”\. cfn-notes --help lists them\.\n$/],
    ["chek", "ja_JP.UTF-8", 2, /^cfn-notes: 「chek」というコマンドはありません。checkの間違いではありませんか？\n$/],
    ["lsp --note", "C", 2, /^cfn-notes lsp: there is no option --note\. Did you mean --notes\?\n$/],
    ["lsp --nothing", "C", 2, /^cfn-notes lsp: there is no option --nothing\. cfn-notes lsp --help lists them\.\n$/],
    ["check --version", "ja_JP.UTF-8", 2, /^cfn-notes check: --version.*一覧はcfn-notes check --helpで/],
    ["check --watch --fix --dry-run .", "C", 2, /--dry-run .* cannot be combined with --watch\.\n$/],
    // What is wrong with the notes keeps no template from being checked.
    [
      "check --notes README.md client/test/workspace/mistaken.yaml",
      "C",
      2,
      /README\.md is a file: notes are named by their folder\.\n[\s\S]*1 template checked: 1 error/,
    ],
    ["hover --language ja x", "C", 2, /^cfn-notes hover: 位置を1つ/],
    ["hover x.yaml:0:1", "C", 2, /^cfn-notes hover: one place is needed, as FILE:LINE:COLUMN; both count from 1\.\n$/],
    ["hover nowhere.yaml:1:1", "C", 2, /^cfn-notes hover: there is nothing at nowhere\.yaml\.\n$/],
    ["hover nowhere.yaml:1:1", "ja_JP.UTF-8", 2, /^cfn-notes hover: nowhere\.yamlが見つかりません。\n$/],
    [
      "explain unknown-ref",
      "C",
      0,
      /^# unknown-ref\n\nRef and Sub name something[\s\S]*Severity: error[\s\S]*\n## Note\n/,
    ],
    ["explain other-resource", "C", 0, /^# wrong-ref-target\n/],
    [
      "explain --language ja E3012",
      "C",
      0,
      /^# [\w-]+\n\n[\s\S]*重大度：[\s\S]*を検出します。\n[\s\S]*\n悪い例：\n```yaml\n/,
    ],
    ["explain unkown-ref", "C", 2, /Did you mean unknown-ref\?\n$/],
    ["explain", "C", 2, /one code, or an error message/],
    ["help explain", "C", 0, /Exit code 0: explained; 1: nothing exact was found/],
    ["diff x.yaml", "C", 2, /^cfn-notes diff: two templates are needed, .*--base and a commit\.\n$/],
    ["diff nowhere.yaml x.yaml", "ja_JP.UTF-8", 2, /^cfn-notes diff: nowhere\.yamlが見つかりません。\n$/],
    ["diff --base no-such-commit .", "C", 2, /^cfn-notes diff: no-such-commit is not a commit of the Git repository/],
    ["diff --parameters nowhere.json a b", "C", 2, /nowhere\.json can't be read as a JSON file of parameters/],
    ["diff --fail-on anything a b", "C", 2, /--fail-on is one of replace, delete, data-loss, interruption, promise/],
    ["graph nowhere.yaml", "C", 2, /^cfn-notes graph: there is nothing at nowhere\.yaml\.\n$/],
    ["graph README.md", "C", 2, /^cfn-notes graph: README\.md does not look like a CloudFormation template\.\n$/],
    ["graph", "ja_JP.UTF-8", 2, /^cfn-notes graph: テンプレートを1つ/],
    ["rules", "ja_JP.UTF-8", 0, /^unknown-ref +error +\S/m],
    ["completion bash", "C", 0, /--format\) words="text json sarif github gitlab junit markdown"/],
    ["completion fish", "C", 0, /^complete -c cfn-notes .*-l fix /m],
    ["completion powershell", "C", 2, /^cfn-notes completion: name one shell: bash, zsh, fish\.\n$/],
  ];
  for (const [args, locale, code, said] of cases)
    it(`${args || "(nothing)"} in ${locale}`, async () => {
      process.env["LC_ALL"] = locale;
      const result = await check(args.split(" ").filter((one) => one !== ""));
      assert.match(result.said, said);
      assert.equal(result.code, code);
    });

  it("lists all rules for programs", async () => {
    const { said } = await check(["rules", "--format", "json"]);
    const codes = (JSON.parse(said) as { code: string; title: string }[]).map(({ code }) => code);
    assert.deepEqual(new Set(codes), CODES);
  });

  it("explains a message by the note that quotes it, or lists the closest notes and says so", async () => {
    const around = (text: string): string =>
      `Resource handler returned message: "${text}" (RequestToken: 1-2, HandlerErrorCode: InvalidRequest)`;
    for (const [message, code, begin] of [
      ["Export orders cannot be deleted as it is in use by shop", 0, /^# Error: Export … cannot be deleted/],
      [around("my-bucket already exists (Service: S3, Status Code: 409)"), 0, /^# Error: already exists\n/],
      [around("Invalid request provided: no words of any note quuxly"), 1, /^Nothing exact was found\. Closest:\n\n- /],
      ["quuxly frobnitz", 1, /^Nothing was found\.\n$/],
    ] as const) {
      const told = await check(["explain", "--language", "en", message]);
      assert.equal(told.code, code, message);
      assert.match(told.said, begin);
    }
  });

  it("explains every code", async () => {
    for (const code of CODES) {
      const { said } = await check(["explain", "--language", "en", code]);
      assert.ok(said.split("\n").length > 6, said);
    }
  });
});
