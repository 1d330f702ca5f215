import assert from "node:assert/strict";
import { deployingCommands } from "../../../src/cli/hooks/deployingCommands.ts";
import { hookCall } from "../../../src/cli/hooks/hookCall.ts";

const read = (payload: object) => hookCall(JSON.stringify(payload), "/work");

describe("the payload of a hook", () => {
  it("of Claude Code: a command, an edit", () => {
    const common = { session_id: "a", transcript_path: "/t.jsonl", cwd: "/p", permission_mode: "default" };
    const command = { ...common, hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command: "ls" } };
    assert.deepEqual(read(command), { host: "claude", isBefore: true, folder: "/p", files: [], commands: ["ls"] });
    const edit = {
      ...common,
      hook_event_name: "PostToolUse",
      tool_name: "Edit",
      tool_input: { file_path: "/p/a.yaml", old_string: "a", new_string: "b" },
      tool_response: { success: true },
    };
    assert.deepEqual(read(edit), { host: "claude", isBefore: false, folder: "/p", files: ["/p/a.yaml"], commands: [] });
  });

  it("of VS Code: names of its own", () => {
    const found = read({
      timestamp: "2026-02-09T10:30:00.000Z",
      cwd: "/p",
      sessionId: "a",
      hookEventName: "PostToolUse",
      tool_name: "replace_string_in_file",
      tool_input: { filePath: "/p/a.yaml" },
    });
    assert.deepEqual([found?.host, found?.isBefore, found?.files], ["claude", false, ["/p/a.yaml"]]);
  });

  it("of GitHub Copilot: arguments as a text, no event", () => {
    const before = read({ timestamp: 1, cwd: "/p", toolName: "bash", toolArgs: '{"command":"sam delete"}' });
    assert.deepEqual([before?.host, before?.isBefore, before?.commands], ["copilot", true, ["sam delete"]]);
    const after = read({ cwd: "/p", toolName: "edit", toolArgs: '{"path":"a.yaml"}', toolResult: {} });
    assert.deepEqual([after?.host, after?.isBefore, after?.files], ["copilot", false, ["/p/a.yaml"]]);
  });

  it("of Codex: a patch is no command", () => {
    const found = read({
      hook_event_name: "PostToolUse",
      turn_id: "1",
      cwd: "/p",
      tool_name: "apply_patch",
      tool_input: { command: "*** Begin Patch\n*** Update File: a.yaml\n@@\n*** Add File: b.yaml\n*** End Patch" },
    });
    assert.deepEqual([found?.host, found?.files, found?.commands], ["codex", ["/p/a.yaml", "/p/b.yaml"], []]);
  });

  it("of Kiro: the command's, the editor's, and that of the editor before 1.0", () => {
    const command = {
      hook_event_name: "preToolUse",
      cwd: "/p",
      tool_name: "execute_bash",
      tool_input: { command: "a" },
    };
    assert.deepEqual([read(command)?.host, read(command)?.isBefore], ["kiro", true]);
    const editor = {
      ...command,
      hook_event_name: "PostToolUse",
      tool_name: "fs_write",
      tool_input: { path: "a.yaml" },
    };
    assert.deepEqual([read(editor)?.host, read(editor)?.files], ["kiro", ["/p/a.yaml"]]);
    const old = { toolName: "fs_write", toolArgs: { path: "a.yaml" }, toolResult: "Created", toolSuccess: true };
    assert.deepEqual([read(old)?.host, read(old)?.isBefore, read(old)?.files], ["kiro", false, ["/work/a.yaml"]]);
  });

  it("what only reads edits nothing; what is no payload is none", () => {
    const reading = { hook_event_name: "PostToolUse", tool_name: "Read", tool_input: { file_path: "/p/a.yaml" } };
    assert.deepEqual(read(reading)?.files, []);
    for (const text of ["", "{", "[]", "null", "1", "{}", '{"tool_name":1}'])
      assert.equal(hookCall(text, "/"), undefined);
    assert.deepEqual(read({ tool_name: "x", tool_input: { command: { a: 1 }, path: [1, null] } })?.commands, []);
  });

  it("a command of words: the script of a shell, or the words themselves", () => {
    const of = (command: unknown) => read({ tool_name: "shell", tool_input: { command } })?.commands;
    assert.deepEqual(of(["bash", "-lc", "sam delete"]), ["sam delete"]);
    assert.deepEqual(of(["aws", "--x", "it's"]), ["aws --x 'it'\\''s'"]);
  });
});

describe("commands that deploy or delete", () => {
  const of = (line: string) =>
    deployingCommands(line, "/p").map(({ action, template, stack }) => [action, template, stack]);

  it("with options anywhere, behind variables and other commands", () => {
    assert.deepEqual(
      of(
        "cd infra && AWS_PROFILE=a aws --region us-east-1 cloudformation deploy --template-file=t.yaml --stack-name s",
      ),
      [["deploy", "/p/infra/t.yaml", "s"]],
    );
    assert.deepEqual(of("aws cloudformation update-stack --stack-name s --template-body file://t.yaml"), [
      ["deploy", "/p/t.yaml", "s"],
    ]);
    assert.deepEqual(of("sudo /usr/bin/aws cloudformation delete-stack --stack-name 's 1'; echo done"), [
      ["delete", undefined, "s 1"],
    ]);
    assert.deepEqual(of("sam build && sam deploy --guided -t a.yaml"), [["deploy", "/p/a.yaml", undefined]]);
    assert.deepEqual(of("rain deploy a.yaml stack"), [["deploy", "/p/a.yaml", "stack"]]);
  });

  it("and no others", () => {
    for (const line of [
      "aws cloudformation describe-stacks --stack-name deploy",
      "aws s3 rm s3://b",
      "echo aws cloudformation delete-stack > notes.txt",
      "aws cloudformation deploy --template-file t.yaml --no-execute-changeset",
      "sam build",
      "",
    ])
      assert.deepEqual(of(line), [], line);
    assert.deepEqual(of("aws cloudformation deploy --template-url https://x/t.yaml"), [
      ["deploy", undefined, undefined],
    ]);
  });
});
