import assert from "node:assert/strict";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import type { CompletionList, Hover } from "vscode-languageserver-types";
import { methodOf, REQUESTS } from "../../src/lsp/requests/requestTable.ts";
import type { SearchHit } from "../../src/protocol/notes.ts";
import { Client, testHost } from "./client.ts";

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
    ["textDocument/didOpen", { textDocument: { uri: "file:///x.yaml", languageId: "yaml", version: 1, text: 7 } }],
    ["textDocument/didChange", { textDocument: { uri: URI, version: 9 }, contentChanges: [{ text: null }] }],
    ["textDocument/didClose", {}],
  ];
  it("answers what is asked of a document that is no template as the row of the request says", async () => {
    await client.start();
    await client.open(URI, "a: b\n");
    const range = { start: PLACE.position, end: PLACE.position };
    const params = { ...PLACE, range, positions: [PLACE.position], options: { tabSize: 2 }, ch: "\n", newName: "A" };
    const names = [
      ...([
        "hover",
        "definition",
        "highlights",
        "symbols",
        "folding",
        "semanticTokens",
        "semanticTokensRange",
      ] as const),
      ...(["documentLinks", "selectionRanges", "signatureHelp", "linkedEditing", "inlayHints", "codeLenses"] as const),
      ...(["prepareRename", "rename", "notesAt", "explainPlace", "bootstrapSequence", "convertTemplate"] as const),
      ...(["templateGraph", "deploymentOrder", "notesInTemplate", "writingPlace", "faultDrill"] as const),
    ];
    for (const name of names)
      assert.deepEqual(
        [name, await client.request(methodOf(name), params)],
        [name, (REQUESTS[name] as { nothing?: unknown }).nothing ?? null],
      );
    assert.deepEqual(client.errors, []);
  });

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

  for (const uri of ["file:///a%2fb.yaml", "file://host/a.yaml", "file:///a%00b.yaml", "no uri", "untitled:x"])
    it(`a document is checked whatever its address is: ${uri}`, async () => {
      await client.start();
      await client.open(uri, `${TEMPLATE}Outputs:\n  A:\n    Value: !Ref Nope\n    Export:\n      Name: a\n`);
      const found = await client.diagnostics(uri);
      assert.ok(found.some(({ code }) => code === "unknown-ref"));
      assert.deepEqual(client.errors, []);
    });

  it("edits far outside the text are made at its ends", async () => {
    await client.start();
    await client.open(URI, TEMPLATE);
    const far = { line: 9e9, character: 9e9 };
    await client.change(URI, [{ range: { start: far, end: far }, text: "    Typo: 1\n" }]);
    assert.ok((await client.diagnostics(URI)).some(({ code }) => code === "unknown-property"));
    await assertHovers();
  });

  it("requests that are cancelled before their turn are not begun", async () => {
    await client.start();
    await client.open(URI, TEMPLATE);
    const cancelling = new CancellationTokenSource();
    const asked = Array.from({ length: 100 }, () =>
      client.connection.sendRequest("textDocument/hover", PLACE, cancelling.token).then(
        () => "answered",
        ({ code }: { code: number }) => code,
      ),
    );
    cancelling.cancel();
    const answers = await Promise.all(asked);
    assert.ok(answers.filter((answer) => answer === LSPErrorCodes.RequestCancelled).length > 50, String(answers));
    await assertHovers();
  });

  it("a client that answers nothing holds up neither diagnostics nor notes", async () => {
    const silent = new Client({}, { ...testHost, sleep: () => Promise.resolve() });
    const never = (): Promise<never> => new Promise(() => undefined);
    for (const method of ["workspace/configuration", "workspace/workspaceFolders", "client/registerCapability"])
      silent.connection.onRequest(method, never);
    const workspace = { configuration: true, workspaceFolders: true };
    await silent.start({ capabilities: { workspace }, initializationOptions: { language: "en" } });
    await silent.open(URI, `${TEMPLATE}    Typo: 1\n`);
    assert.ok((await silent.diagnostics(URI)).some(({ code }) => code === "unknown-property"));
    await silent.stop();
  });

  it("a client that does not say its folders is waited for once", async () => {
    const waits: number[] = [];
    const silent = new Client(
      { language: "en" },
      {
        ...testHost,
        sleep: (milliseconds) => {
          if (milliseconds >= 1000) waits.push(milliseconds);
          return testHost.sleep(Math.min(milliseconds, 20));
        },
      },
    );
    silent.connection.onRequest("workspace/workspaceFolders", () => new Promise(() => undefined));
    await silent.start({ capabilities: { workspace: { configuration: true, workspaceFolders: true } } });
    const nested = `${TEMPLATE}    Typo: 1\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: child.yaml}\n`;
    await silent.open(URI, nested);
    await silent.diagnostics(URI);
    const before = waits.length;
    for (const url of ["other.yaml", "third.yaml"]) {
      await silent.connection.sendNotification("textDocument/didSave", { textDocument: { uri: URI } });
      await silent.change(URI, [{ text: nested.replace("child.yaml", url) }]);
      await silent.diagnostics(URI);
    }
    assert.deepEqual(waits.slice(before), []);
    await silent.stop();
  });
});
