import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askedText } from "../../../src/cli/mcp/serveAssistants.ts";

describe("what an assistant asks about", () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "cfn-notes-asked-")));
  const served = join(base, "served");
  before(() => {
    mkdirSync(join(served, "folder"), { recursive: true });
    mkdirSync(join(base, "elsewhere"));
    writeFileSync(join(served, "there.yaml"), "Resources: {}\n");
    writeFileSync(join(base, "elsewhere/secret.yaml"), "Resources: {}\n");
    symlinkSync(join(base, "elsewhere"), join(served, "link"), "junction");
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const cases: readonly (readonly [path: string, ofFile: boolean, ofDraft: boolean])[] = [
    ["there.yaml", true, true],
    ["draft.yaml", false, true],
    ["folder/draft.yaml", false, true],
    ["new/folder/draft.yaml", false, true],
    ["../elsewhere/secret.yaml", false, false],
    ["../elsewhere/draft.yaml", false, false],
    ["folder/../../elsewhere/draft.yaml", false, false],
    [join(base, "elsewhere/draft.yaml"), false, false],
    ["link/secret.yaml", false, false],
    ["link/draft.yaml", false, false],
    ["link/new/draft.yaml", false, false],
    ["//host/share/draft.yaml", false, false],
    [".", false, false],
  ];
  for (const [path, ofFile, ofDraft] of cases)
    it(`${path}: ${ofFile ? "the file" : "no file"}, ${ofDraft ? "a draft" : "no draft"}`, async () => {
      assert.equal("text" in (await askedText(served, { path })), ofFile);
      assert.equal("text" in (await askedText(served, { path, text: "x" })), ofDraft);
    });

  it("may be a draft that stands nowhere", async () =>
    assert.deepEqual(await askedText(served, { text: "x" }), { file: "draft", text: "x" }));
});
