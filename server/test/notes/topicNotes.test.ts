import assert from "node:assert/strict";
import { NO_SURROUNDINGS } from "../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../src/notes/ownNames/templateFolders.ts";
import { indexOf, source } from "./noteAt.ts";

const MARKED = "# 通知\n\n<!-- cfn: @sqs-queue -->\n\n本文。\n";

describe("notes on a topic", () => {
  it("are the user's own first, then a team's, then built-in ones, in whatever order they were read", () => {
    const index = indexOf([
      source(MARKED, { uri: "file:///built-in.md", builtIn: true }),
      source(MARKED, { uri: "file:///team.md", team: true }),
      source(MARKED, { uri: "file:///own.md" }),
    ]);
    const files = index.onTopic("sqs-queue").map(({ file }) => file.uri);
    assert.deepEqual(files, ["file:///own.md", "file:///team.md", "file:///built-in.md"]);
    assert.equal(index.whereIs("sqs-queue")?.uri, "file:///own.md");
  });

  it("are linked where they explain it, and not where a document beside templates uses its name", () => {
    const index = indexOf([
      source(MARKED, { uri: "file:///built-in.md", builtIn: true }),
      source("# Shop\n\n## SQS queue\n\nmake queue\n", { uri: "file:///ws/README.md" }),
    ]);
    assert.equal(index.explaining("sqs-queue")?.file.uri, "file:///ws/README.md");
    const templates = new TemplateFolders([["ws"]], ["shop.yaml"]);
    index.setSurroundings({ ...NO_SURROUNDINGS, workspace: [["ws"]], templates });
    assert.equal(index.explaining("sqs-queue")?.file.uri, "file:///built-in.md");
  });
});
