import assert from "node:assert/strict";
import type { CompletionList, Hover } from "vscode-languageserver-types";
import type { SearchHit } from "../../src/protocol.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";
const TEMPLATE = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n";
const PLACE = { textDocument: { uri: URI }, position: { line: 3, character: 6 } };

describe("the protocol", () => {
  let client: Client;

  beforeEach(() => {
    client = new Client({ language: "en" });
  });

  afterEach(() => client.stop());

  async function assertHovers(): Promise<void> {
    const found = await client.request<Hover>("textDocument/hover", PLACE);
    assert.match((found.contents as { value: string }).value, /^\*\*DeletionPolicy\*\*/);
  }

  const malformed: readonly (readonly [method: string, parameters: unknown])[] = [
    ["textDocument/didOpen", {}],
    ["textDocument/didChange", { textDocument: { uri: URI, version: 9 } }],
    ["textDocument/didChange", {}],
    ["textDocument/didClose", {}],
  ];
  for (const [method, parameters] of malformed)
    it(`a malformed ${method} is logged, and the server goes on: ${JSON.stringify(parameters)}`, async () => {
      await client.start();
      await client.open(URI, TEMPLATE);
      await client.connection.sendNotification(method, parameters);
      await assertHovers();
      assert.match(client.errors.join("\n"), /^notification: TypeError/);
    });

  it("changes of a document that is not open mean nothing", async () => {
    await client.start();
    await client.open(URI, TEMPLATE);
    await client.change("file:///unknown.yaml", [{ text: "Resources:" }]);
    await client.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: "file:///unknown.yaml" },
    });
    await assertHovers();
    assert.deepEqual(client.errors, []);
  });

  it("a request before initialize is refused as LSP has it", async () => {
    await assert.rejects(client.request("textDocument/hover", PLACE), { code: -32002 });
    await client.start();
  });

  it("a place beyond the text, and an unknown document, are answered", async () => {
    await client.start();
    await client.open(URI, TEMPLATE);
    const position = { line: 99_999, character: 99_999 };
    assert.equal(await client.request("textDocument/hover", { ...PLACE, position }), null);
    assert.equal(await client.request("textDocument/hover", { ...PLACE, textDocument: { uri: "file:///no" } }), null);
    assert.deepEqual(client.errors, []);
  });

  it("a client that can do nothing gets completions without placeholders, and is asked for nothing", async () => {
    await client.start({ capabilities: {}, initializationOptions: { language: "en" } });
    await client.open(URI, `${TEMPLATE}    \n`);
    await assertHovers();
    const params = { textDocument: { uri: URI }, position: { line: 4, character: 4 } };
    const { items } = await client.request<CompletionList>("textDocument/completion", params);
    assert.ok(items.some(({ label }) => label === "UpdateReplacePolicy"));
    assert.ok(items.every(({ insertTextFormat }) => insertTextFormat !== 2));
    assert.deepEqual(client.errors, []);
  });

  it("a query of any length is searched for", async () => {
    await client.start();
    await client.request<SearchHit[]>("cfnNotes/searchNotes", { query: "x".repeat(100_000) });
    assert.deepEqual(client.errors, []);
  });
});
