import assert from "node:assert/strict";
import { Documents } from "../../../src/lsp/documents/documents.ts";
import type { Host } from "../../../src/lsp/host/host.ts";
import { FileIndex, type FileIndexParts } from "../../../src/lsp/workspace/fileIndex.ts";
import { WorkspaceFiles } from "../../../src/lsp/workspace/workspaceFiles.ts";

type Parts = FileIndexParts<string>;

/** An index of files that a host lists, with nothing open. */
function indexOf(
  host: Parts["host"] & Pick<Host, "templateFiles">,
  read: Parts["read"],
  changed: () => void = () => undefined,
): FileIndex<string> {
  const { within } = host;
  return new FileIndex<string>({
    host,
    documents: new Documents({ encoding: "utf-16", changed: () => undefined, gaveUp: () => undefined, within }),
    gaveUp: () => undefined,
    files: new WorkspaceFiles({ host, folders: async () => [], cut: () => undefined }),
    changed,
    mayHold: () => true,
    read,
  });
}

const within: Host["within"] = (_limit, run) => run();
const yieldToEventLoop = async (): Promise<void> => undefined;

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
        yieldToEventLoop,
        templateFiles: async () => {
          begun++;
          clock += took;
          return { files: [], isComplete: true };
        },
        within,
      };
      const index = indexOf(host, () => []);
      await index.filesNow(() => true);
      clock += between;
      assert.deepEqual(await index.filesNow(() => true), { files: [], isComplete: true });
      assert.equal(begun, scans);
    });

  it("stay those of before where they can't be read again, and nobody waits for that", async () => {
    let clock = 0;
    let begun = 0;
    const text = async (): Promise<string> => {
      if (++begun > 1) throw new Error("The disk is gone.");
      return "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";
    };
    const host = {
      now: () => clock,
      yieldToEventLoop,
      templateFiles: async () => {
        const file = { uri: "file:///a.yaml", path: "a.yaml", stamp: String(clock), text };
        return { files: [file], isComplete: true };
      },
      within,
    };
    const index = indexOf(host, () => ["found"]);
    assert.deepEqual(await index.all(), ["found"]);
    clock += 10_000;
    assert.deepEqual(await index.all(), ["found"]);
    const unhandled: unknown[] = [];
    const note = (reason: unknown): unknown => unhandled.push(reason);
    process.on("unhandledRejection", note);
    // It is told after a round of the event loop.
    await new Promise((done) => setTimeout(done, 1));
    process.off("unhandledRejection", note);
    assert.equal(begun, 2);
    assert.deepEqual(unhandled, []);
    assert.deepEqual(await index.all(), ["found"]);
  });

  it("are those of before until they are read again; then it is told that they hold something else", async () => {
    let clock = 0;
    let told = 0;
    let names = ["network.yaml", "empty.yaml"];
    const text = async (): Promise<string> => "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";
    const host = {
      now: () => clock,
      yieldToEventLoop,
      templateFiles: async () => ({
        files: names.map((path) => ({ uri: `file:///${path}`, path, stamp: "1", text })),
        isComplete: true,
      }),
      within,
    };
    const index = indexOf(
      host,
      (_template, _document, path) => (path.startsWith("empty") ? [] : [path]),
      () => told++,
    );
    const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 1));
    assert.deepEqual(await index.all(), ["network.yaml"]);
    const asked = async (now: readonly string[]): Promise<readonly string[]> => {
      names = [...now];
      clock += 10_000;
      const found = await index.all();
      await settled();
      return found;
    };
    assert.deepEqual(await asked(["net.yaml", "empty.yaml"]), ["network.yaml"]);
    assert.equal(told, 1);
    assert.deepEqual(await asked(["net.yaml", "empty.yaml"]), ["net.yaml"]);
    assert.deepEqual(await asked(["net.yaml"]), ["net.yaml"]);
    assert.equal(told, 1);
  });
});
