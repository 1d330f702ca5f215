import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import manifest from "../../../package.json" with { type: "json" };
import { TOOLS } from "../../src/assistant/toolDescriptions.ts";

describe("the skill for assistants", () => {
  const path = manifest.contributes.chatSkills[0]?.path ?? "";
  const text = readFileSync(path, "utf8");
  const [, name = "", description = ""] = /^---\nname: (.*)\ndescription: (.*)\n---\n/.exec(text) ?? [];

  it("has the name of its folder, or editors pass over it", () => {
    assert.equal(name, basename(dirname(path)));
    assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    assert.ok(name.length <= 64);
  });

  it("has a description that is as short as it must be", () =>
    assert.ok(description.length > 40 && description.length <= 1024));

  it("names the tools, and no other", () => {
    const named = [...text.matchAll(/call `(\w+)`/g)].map(([, tool]) => tool);
    assert.deepEqual([...new Set(named)].sort(), Object.keys(TOOLS).sort());
  });
});

describe("tools of assistants", () => {
  it("are the same in VS Code as over MCP", () =>
    assert.deepEqual(
      manifest.contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
        name: name.replace("cfn-notes_", ""),
        description: modelDescription,
        input: inputSchema,
      })),
      Object.values(TOOLS).map(({ name, description, input }) => ({ name, description, input })),
    ));
});
