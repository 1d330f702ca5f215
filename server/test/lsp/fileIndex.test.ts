import assert from "node:assert/strict";
import { Documents } from "../../src/lsp/documents.ts";
import { FileIndex } from "../../src/lsp/fileIndex.ts";
import { WorkspaceFiles } from "../../src/lsp/workspaceFiles.ts";

describe("the workspace's files as they are now", () => {
  const rows: readonly [name: string, took: number, between: number, scans: number][] = [
    ["are looked at anew each time", 500, 1000, 2],
    ["are those of a moment ago where that takes long", 4000, 20_000, 1],
    ["are looked at anew after a while all the same", 4000, 40_000, 2],
  ];
  for (const [name, took, between, scans] of rows)
    it(name, async () => {
      let clock = 0;
      let begun = 0;
      const host = {
        now: () => clock,
        yieldToEventLoop: async () => undefined,
        templateFiles: async () => {
          begun++;
          clock += took;
          return { files: [], isComplete: true };
        },
        within: <Result>(_limit: number, run: () => Result): Result => run(),
      };
      const { within } = host;
      const index = new FileIndex<string>({
        host,
        documents: new Documents({ encoding: "utf-16", changed: () => undefined, gaveUp: () => undefined, within }),
        gaveUp: () => undefined,
        files: new WorkspaceFiles({ host, folders: async () => [], cut: () => undefined }),
        mayHold: () => true,
        read: () => [],
      });
      await index.filesNow(() => true);
      clock += between;
      assert.deepEqual(await index.filesNow(() => true), { files: [], isComplete: true });
      assert.equal(begun, scans);
    });
});
