import assert from "node:assert/strict";
import { resolveFolder } from "../../src/browser/resolveFolder.ts";

const REPOSITORY = "vscode-vfs://github/me/repo%20one";

describe("folders of notes in a browser", () => {
  const table: readonly [name: string, setting: string, workspace: readonly string[], folders: readonly string[]][] = [
    ["below each of the workspace's", "notes", ["memory:/a", "memory:/b/"], ["memory:/a/notes", "memory:/b/notes"]],
    ["the workspace's itself", ".", [REPOSITORY], [REPOSITORY]],
    ["deeper, as a shell writes it", "./docs/notes/", [REPOSITORY], [`${REPOSITORY}/docs/notes`]],
    ["beside the workspace's", "../notes", [REPOSITORY], ["vscode-vfs://github/me/notes"]],
    ["above everything", "../../../../notes", ["memory:/a"], []],
    ["with backslashes", "docs\\notes", ["memory:/a"], ["memory:/a/docs/notes"]],
    ["with signs that a URI can't have", "学習 #1", ["memory:/a"], [`memory:/a/${encodeURIComponent("学習 #1")}`]],
    ["in the top folder", "notes", ["memory:/"], ["memory:/notes"]],
    [
      "from the top",
      "/home/me/notes",
      ["vscode-remote://machine/home/me/repo"],
      ["vscode-remote://machine/home/me/notes"],
    ],
    ["from the top of a drive", "C:\\notes", ["file:///c%3A/repo"], ["file:///C%3A/notes"]],
    ["a URI", "vscode-vfs://github/me/notes", [REPOSITORY], ["vscode-vfs://github/me/notes"]],
    ["of a home that is not there", "~/notes", [REPOSITORY], []],
    ["without a workspace", "notes", [], []],
  ];
  for (const [name, setting, workspace, folders] of table)
    it(name, () => assert.deepEqual(resolveFolder(setting, workspace), folders));
});
