import assert from "node:assert/strict";
import manifest from "../../../package.json" with { type: "json" };
import { TOOLS } from "../../src/assistant/toolDescriptions.ts";

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
