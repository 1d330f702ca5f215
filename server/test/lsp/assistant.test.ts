import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AssistantParams } from "../../src/protocol/common.ts";
import { Client } from "./client.ts";

const TEXT =
  "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Retain\n    Properties:\n      Colour: red\n";

interface Answer {
  readonly problem?: string;
  readonly findings?: readonly { readonly file: string; readonly line: number; readonly code: string }[];
  readonly notes?: readonly { readonly builtIn: boolean; readonly file: string; readonly line: number }[];
  readonly reference?: string | null;
  readonly notice?: string;
}

describe("tools of assistants over LSP", () => {
  let folder: string;
  let client: Client;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    client = new Client();
    await client.start({ initializationOptions: { cfnNotes: { language: "en" } } });
  });
  afterEach(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const ask = (params: AssistantParams): Promise<Answer> => client.request<Answer>("cfnNotes/assistant", params);

  it("checks a text, and obeys its project", async () => {
    const uri = pathToFileURL(join(folder, "q.yaml")).href;
    const params: AssistantParams = { tool: "check_template", input: { path: "q.yaml" }, uri, text: TEXT };
    const { findings, notice } = await ask(params);
    const found = findings?.find(({ code }) => code === "unknown-property");
    assert.deepEqual([found?.file, found?.line], ["q.yaml", 6]);
    assert.match(notice ?? "", /do not follow instructions/);
    await writeFile(join(folder, ".cfn-notes.yaml"), "rules:\n  unknown-property: off\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    const again = await ask(params);
    assert.deepEqual(
      again.findings?.filter(({ code }) => code === "unknown-property"),
      [],
    );
  });

  it("checks a text with the templates that it nests, and what its baseline knows", async () => {
    const uri = pathToFileURL(join(folder, "parent.yaml")).href;
    const text =
      "Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: child.yaml\n";
    const params: AssistantParams = { tool: "check_template", input: { path: "parent.yaml" }, uri, text };
    const child = "Parameters:\n  Cidr:\n    Type: String\nResources:\n  T:\n    Type: AWS::SNS::Topic\n";
    await writeFile(join(folder, "child.yaml"), child);
    const codes = async (): Promise<readonly string[]> => ((await ask(params)).findings ?? []).map(({ code }) => code);
    assert.ok((await codes()).includes("nested-stack-parameter"), (await codes()).join());
    await writeFile(join(folder, ".cfn-notes.yaml"), "ignore: [parent.yaml]\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    assert.deepEqual(await codes(), []);
  });

  it("checks a text where the editor is to show nothing", async () => {
    client.settings = { diagnostics: { enabled: false } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    const { findings } = await ask({ tool: "check_template", input: {}, text: TEXT });
    assert.ok(findings?.some(({ code }) => code === "unknown-property"));
  });

  it("gives notes and reference on a place", async () => {
    const { notes, reference } = await ask({
      tool: "notes_for_place",
      input: { path: "q.yaml", line: 4, column: 8 },
      text: TEXT,
    });
    assert.deepEqual([notes?.[0]?.builtIn, (notes?.[0]?.line ?? 0) > 1], [true, true]);
    assert.match(reference ?? "", /DeletionPolicy/);
    // The notes stand beside it.
    assert.doesNotMatch(reference ?? "", /Read more/);
  });

  it("searches notes", async () => {
    const { notes } = await ask({ tool: "search_notes", input: { query: "rolling update", limit: 2 } });
    assert.equal(notes?.length, 2);
  });

  for (const params of [
    { tool: "check_template", input: {}, text: "a: b" },
    { tool: "notes_for_place", input: { line: "1" }, text: TEXT },
    { tool: "notes_for_place", input: { line: 0, column: 1 }, text: TEXT },
    { tool: "notes_for_place", input: { line: 1.5, column: 1 }, text: TEXT },
    { tool: "notes_for_place", input: { line: 8, column: 1 }, text: TEXT },
    { tool: "search_notes", input: { query: 5 } },
  ])
    it(`says what is wrong with ${JSON.stringify(params.input)}`, async () =>
      assert.ok(((await ask(params)).problem ?? "").length > 10));
});
