import assert from "node:assert/strict";
import { readableUri } from "../../../src/lsp/host/readableUri.ts";

describe("a URI as people read it", () => {
  for (const [uri, expected] of [
    ["file:///home/me/notes/%E9%81%8B%E7%94%A8%20%231.md", "/home/me/notes/運用 #1.md"],
    ["file:///c%3A/notes/ops.md", "c:/notes/ops.md"],
    ["file:///notes/100%.md", "file:///notes/100%.md"],
    ["vscode-vfs://github/me/repository/a%20b.md", "vscode-vfs://github/me/repository/a b.md"],
  ] as const)
    it(uri, () => assert.equal(readableUri(uri), expected));
});
