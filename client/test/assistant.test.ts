import assert from "node:assert/strict";
import * as vscode from "vscode";
import { cfnNotes, show } from "./support.ts";

interface Tools {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly { readonly value: string }[] }>;
}

/** What an assistant gets from a tool. */
async function answer(name: string, input: object): Promise<Record<string, never[]>> {
  const { invokeTool } = vscode.lm as unknown as Tools;
  const { content } = await invokeTool(name, { input, toolInvocationToken: undefined });
  return JSON.parse(content[0]?.value ?? "") as Record<string, never[]>;
}

describe("Tools of assistants", function () {
  // The editor that the extension asks for at least has no tools yet.
  if (!("registerTool" in vscode.lm)) return;
  this.timeout(30_000);

  it("are those of the manifest", async () => {
    await cfnNotes();
    const names = (vscode.lm as unknown as Tools).tools
      .map(({ name }) => name)
      .filter((name) => /^cfn-notes_/.test(name));
    assert.deepEqual(names.sort(), [
      "cfn-notes_check_template",
      "cfn-notes_describe_type",
      "cfn-notes_explain",
      "cfn-notes_notes_for_place",
      "cfn-notes_preview_change",
      "cfn-notes_search_notes",
    ]);
  });

  it("answer with file, line and note", async () => {
    const document = await show("template.yaml");
    const line = document
      .getText()
      .split("\n")
      .findIndex((text) => text.includes("UpdateReplacePolicy:"));
    const path = "template.yaml";
    const { notes } = await answer("cfn-notes_notes_for_place", { path, line: line + 1, column: 8 });
    assert.ok((notes?.length ?? 0) > 0);
    const found = await answer("cfn-notes_search_notes", { query: "cfn-signal", limit: 3 });
    assert.ok((found["notes"]?.length ?? 0) > 0);
    const draft = await answer("cfn-notes_check_template", { text: "Resources:\n  A:\n    Type: AWS::S3::Bukkit\n" });
    assert.equal((draft["findings"]?.[0] as { code?: string } | undefined)?.code, "unknown-type");
  });

  it("read nothing outside the workspace", async () => {
    for (const path of ["../outside.yaml", "/etc/hostname"]) {
      const { problem } = await answer("cfn-notes_check_template", { path });
      assert.match(String(problem), /workspace/);
    }
  });
});
