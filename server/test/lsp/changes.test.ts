import assert from "node:assert/strict";
import type { TemplateChanges, TemplateChangesParams } from "../../src/protocol/template.ts";
import { Client } from "./client.ts";

const URI = "file:///changed.yaml";
const OLD = `Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
  Queue:
    Type: AWS::SQS::Queue
  Topic:
    Type: AWS::SNS::Topic
`;

describe("changes of an open template", () => {
  let client: Client;
  before(async () => {
    client = new Client({ language: "en" });
    await client.start({});
    await client.open(URI, OLD);
  });
  after(() => client.stop());

  const ask = async (text: string): Promise<TemplateChanges | null> => {
    await client.change(URI, [{ text }]);
    const params: TemplateChangesParams = { textDocument: { uri: URI }, before: OLD };
    const answer = await client.request<TemplateChanges | null>("cfnNotes/templateChanges", params);
    return answer;
  };

  it("says what happens, where, and which notes are on it", async () => {
    const text = OLD.replace("orders", "sales").replace("  Queue:\n    Type: AWS::SQS::Queue\n", "");
    const found = await ask(text);
    const items = found?.sections.flatMap((section) => section.items) ?? [];
    assert.deepEqual(
      items.map(({ severity, place, isGone }) => [severity, place?.line, isGone]),
      [
        ["data-loss", 1, false],
        ["delete", 4, true],
      ],
    );
    assert.deepEqual(
      items[0]?.lines.map(({ text: said, place, severity }) => [said, place, severity]),
      [
        [
          "The data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.",
          undefined,
          undefined,
        ],
        ["TableName: orders → sales; replaces", { line: 4, character: 6 }, "replace"],
      ],
    );
  });

  it("marks what CloudFormation refuses", async () => {
    const text = OLD.replace("  Table:", "  Sales:").replace("  Queue:\n    Type: AWS::SQS::Queue\n", "");
    const items = (await ask(text))?.sections.flatMap((section) => section.items) ?? [];
    assert.deepEqual(
      items.filter(({ isRefused }) => isRefused).map(({ severity, place }) => [severity, place?.line]),
      [["promise", 1]],
    );
  });

  it("says nothing of what cannot be read, or has no value yet", async () => {
    for (const text of [
      OLD.replace("      TableName", "        TableName").replace("    Properties:", "    Properties:\n      A: b"),
      OLD.replace("AWS::SQS::Queue\n", "AWS::SQS::Queue\n    Properties:\n      FifoQueue: \n"),
    ])
      assert.deepEqual((await ask(text))?.sections, []);
  });

  it("says nothing where nothing changes", async () =>
    assert.deepEqual((await ask(OLD.replaceAll("AWS::SQS::Queue", '"AWS::SQS::Queue"')))?.sections, []));

  it("says nothing of what is not open", async () => {
    const params: TemplateChangesParams = { textDocument: { uri: "file:///other.yaml" }, before: OLD };
    assert.equal(await client.request("cfnNotes/templateChanges", params), null);
  });
});
