import assert from "node:assert/strict";
import { extensions, workspace } from "vscode";

describe("the editor", () => {
  it("has the extension under test and a folder open", () => {
    assert.ok(extensions.getExtension("cfn-notes.cfn-notes"));
    assert.equal(workspace.workspaceFolders?.length, 1);
  });
});
