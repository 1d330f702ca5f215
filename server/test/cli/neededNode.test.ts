import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { NEEDED_NODE } from "../../src/cli/neededNode.ts";

describe("the Node that the command needs", () => {
  it("is the manifest's", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    assert.equal(`>=${NEEDED_NODE}`, engines.node);
  });
});
