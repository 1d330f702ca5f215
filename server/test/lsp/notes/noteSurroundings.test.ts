import assert from "node:assert/strict";
import { NoteSurroundings } from "../../../src/lsp/notes/noteSurroundings.ts";
import type { Surroundings } from "../../../src/notes/ownNames/nearness.ts";

describe("the templates of a workspace", () => {
  it("are known by their files before it is read what they declare", async () => {
    const known: Surroundings[] = [];
    const texts = [
      ["a.yaml", "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n"],
      ["cfn/b.json", '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}'],
      ["values.yaml", "town: Lima\n"],
    ] as const;
    const files = texts.map(([path, text]) => ({
      uri: `file:///ws/${path}`,
      path,
      stamp: "1",
      text: async () => text,
    }));
    const declared = {
      name: "Queue",
      section: "Resources",
      uri: "file:///ws/a.yaml",
      line: 0,
      start: 0,
      end: 1,
    } as const;
    let changes = 0;
    const surroundings = new NoteSurroundings({
      host: { templateFiles: async () => ({ files, isComplete: true }), uriOf: (path) => `file://${path}` },
      index: { setSurroundings: (one) => known.push(one) },
      documents: { uris: [], get: () => undefined },
      files: { list: async () => ({ files, isComplete: true }) },
      symbols: { names: async () => [declared] },
      language: () => "ja",
      changed: () => changes++,
    });
    await surroundings.listWorkspace();
    const { templates, declaring, language } = known[0] ?? assert.fail();
    assert.equal(language, "ja");
    assert.deepEqual(
      texts.map(([path]) => templates.hasFile(path.slice(path.indexOf("/") + 1))),
      [true, true, false],
    );
    assert.deepEqual(declaring?.("Queue"), []);
    await surroundings.readWorkspace();
    assert.deepEqual(known.at(-1)?.declaring?.("Queue"), ["file:///ws/a.yaml"]);
    assert.deepEqual([known.length, changes], [2, 2]);
  });
});
