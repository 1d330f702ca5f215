import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeLens, InlayHint, Location, WorkspaceEdit } from "vscode-languageserver-types";
import type { ProtocolRange } from "../../src/protocol/common.ts";
import type { BootstrapSequence, BootstrapSequenceParams } from "../../src/protocol/template.ts";
import { drawn } from "../marked.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";
const COMMAND = "cfnNotes.showBootstrapSequence";

const GROUP = `Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy:
      ResourceSignal: { Count: 2, Timeout: PT15M }
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: 1 }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Metadata:
      AWS::CloudFormation::Init:
        configSets: { full: [ setup ] }
        setup:
          files:
            /etc/cfn/hooks.d/reload.conf:
              content: |
                [reload]
                path=Resources.Launch.Metadata.AWS::CloudFormation::Init.setup
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            cfn-init --stack \${AWS::StackName} --resource Launch -c full --region x
            cfn-signal -e $? --stack \${AWS::StackName} --resource Group --region x
`;

const document = TextDocument.create(URI, "yaml", 1, GROUP);
const textDocument = { uri: URI };

/** The place of the first `text` behind `before`. */
function place(before: string, text: string): { readonly line: number; readonly character: number } {
  return document.positionAt(GROUP.indexOf(text, GROUP.indexOf(before)) + 1);
}

function drawnRanges(ranges: readonly ProtocolRange[]): string {
  return drawn(
    GROUP,
    ranges.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) })),
  );
}

async function withClient(
  settings: unknown,
  use: (client: Client) => Promise<void>,
  commands: readonly string[] = [COMMAND],
): Promise<void> {
  const client = new Client(settings);
  await client.start({ initializationOptions: { commands } });
  await client.open(URI, GROUP);
  await use(client);
  assert.deepEqual(client.errors, []);
  await client.stop();
}

const lensesOf = (client: Client): Promise<CodeLens[] | null> =>
  client.request<CodeLens[] | null>("textDocument/codeLens", { textDocument });
const hintsOf = (client: Client): Promise<InlayHint[] | null> =>
  client.request<InlayHint[] | null>("textDocument/inlayHint", {
    textDocument,
    range: { start: document.positionAt(0), end: document.positionAt(GROUP.length) },
  });
const sequenceOf = (
  client: Client,
  asked: Omit<BootstrapSequenceParams, "textDocument">,
): Promise<BootstrapSequence | null> =>
  client.request<BootstrapSequence | null>("cfnNotes/bootstrapSequence", { textDocument, ...asked });

describe("language server on bootstrapping", () => {
  it("has a lens at a policy, which opens the picture", () =>
    withClient({ language: "en" }, async (client) => {
      const lenses = (await lensesOf(client)) ?? [];
      assert.equal(drawnRanges(lenses.map(({ range }) => range)), GROUP.replace("CreationPolicy", "«CreationPolicy»"));
      assert.deepEqual(lenses[0]?.command, {
        title: "2 signals in 15 min, from Launch’s UserData",
        command: COMMAND,
        arguments: [URI, "Group"],
      });
    }));

  it("has a lens that only tells, for clients without the command", () =>
    withClient(
      { language: "en" },
      async (client) => {
        const [lens] = (await lensesOf(client)) ?? [];
        assert.deepEqual(lens?.command, { title: "2 signals in 15 min, from Launch’s UserData", command: "" });
      },
      [],
    ));

  it("has lenses and no hints unless it is told otherwise", async () => {
    await withClient({}, async (client) => assert.equal(await hintsOf(client), null));
    const settings = { language: "ja", codeLens: { enabled: false }, inlayHints: { enabled: true } };
    await withClient(settings, async (client) => {
      assert.equal(await lensesOf(client), null);
      const hints = (await hintsOf(client)) ?? [];
      assert.deepEqual(
        hints.map(({ label, position }) => [label, position.line]),
        [
          ["15分", 4],
          ["→ AWS::EC2::LaunchTemplate", 23],
          ["→ setup", 23],
          ["→ 15分以内にシグナル2個", 24],
        ],
      );
    });
  });

  it("tells the sequence in the person's language", () =>
    withClient({ language: "ja" }, async (client) => {
      const { picture } = (await sequenceOf(client, { logicalId: "Group" })) ?? {};
      assert.match(picture?.wait ?? "", /[ぁ-ん]/);
    }));

  it("tells the sequence of what is at a place, and of a resource by name", () =>
    withClient({ language: "en" }, async (client) => {
      const found = await sequenceOf(client, { position: place("UserData", "cfn-init") });
      assert.deepEqual(found?.resources, [{ logicalId: "Group", type: "AWS::AutoScaling::AutoScalingGroup" }]);
      const { logicalId, wait, steps } = found.picture ?? assert.fail("There is no picture.");
      assert.deepEqual([logicalId, wait], ["Group", "2 signals in 15 min"]);
      const ends = steps.filter(({ lane }) => lane === "stack");
      assert.deepEqual(
        ends.map(({ title }) => title),
        ["Create Group", "CREATE_COMPLETE", "CREATE_FAILED"],
      );
      assert.equal(
        drawnRanges(ends.flatMap(({ range }) => range ?? [])),
        GROUP.replace("Group:", "«Group»:")
          .replace("CreationPolicy", "«CreationPolicy»")
          .replace("Timeout", "«Timeout»"),
      );
      assert.deepEqual(await sequenceOf(client, { logicalId: "Group" }), found);
      assert.equal((await sequenceOf(client, { logicalId: "Nope" }))?.picture, undefined);
      assert.equal(
        await client.request("cfnNotes/bootstrapSequence", { textDocument: { uri: "file:///other" } }),
        null,
      );
    }));

  it("names the note on a step", () =>
    withClient({ language: "en" }, async (client) => {
      const found = await sequenceOf(client, { logicalId: "Group" });
      const notes = found?.picture?.steps.flatMap(({ kind, note }) => (note ? [`${kind}: ${note.title}`] : []));
      assert.deepEqual(notes, ["userData: UserData", "init: cfn-init", "signal: cfn-signal", "timeout: Timeout"]);
    }));

  const definitions: [string, [string, string], string][] = [
    ["--resource", ["cfn-signal", "Group"], GROUP.replace("Group:", "«Group»:")],
    ["--configsets", ["cfn-init", "full"], GROUP.replace("full:", "«full»:")],
    ["a configSet's step", ["full:", "setup"], GROUP.replace("        setup:", "        «setup»:")],
    ["path= of a hook: the resource", ["path=", "Launch"], GROUP.replace("  Launch:", "  «Launch»:")],
    ["path= of a hook: a key", ["path=", "Metadata"], GROUP.replace("Metadata:", "«Metadata»:")],
    ["path= of a hook: a config", ["path=", "setup"], GROUP.replace("        setup:", "        «setup»:")],
  ];
  for (const [name, [before, text], expected] of definitions)
    it(`goes to the definition from ${name}`, () =>
      withClient({}, async (client) => {
        const position = place(before, text);
        const found = await client.request<Location[]>("textDocument/definition", { textDocument, position });
        assert.equal(drawnRanges(found.map(({ range }) => range)), expected);
      }));

  it("finds and renames a config through configSets and hooks", () =>
    withClient({}, async (client) => {
      const params = { textDocument, position: place("path=", "setup") };
      const expected = GROUP.replaceAll("setup", "«setup»");
      const uses = await client.request<Location[]>("textDocument/references", {
        ...params,
        context: { includeDeclaration: true },
      });
      assert.equal(drawnRanges(uses.map(({ range }) => range)), expected);
      const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...params, newName: "configure" });
      const changed = TextDocument.applyEdits(document, edit.changes?.[URI] ?? []);
      assert.equal(changed, GROUP.replaceAll("setup", "configure"));
    }));

  it("renames a resource in its scripts and hooks, and not its metadata's own key", () =>
    withClient({}, async (client) => {
      const params = { textDocument, position: place("path=", "Launch"), newName: "Servers" };
      const edit = await client.request<WorkspaceEdit>("textDocument/rename", params);
      const changed = TextDocument.applyEdits(document, edit.changes?.[URI] ?? []);
      assert.equal(changed, GROUP.replaceAll(/\bLaunch\b/g, "Servers"));
      const key = { textDocument, position: place("path=", "Metadata") };
      assert.equal(await client.request("textDocument/prepareRename", key), null);
    }));
});
