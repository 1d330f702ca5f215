import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Position, WorkspaceEdit } from "vscode-languageserver-types";
import type { ConvertedTemplate } from "../../src/protocol/template.ts";
import { withCaret } from "../marked.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";
const textDocument = { uri: URI };

const SOURCE = `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.<|>micro # small
      SubnetId: !Ref Subnet
`;

const COMMANDS = ["cfnNotes.renameAt", "cfnNotes.renameWithMapping"];
const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } },
};

async function withClient(
  source: string,
  use: (ask: (context: object) => Promise<CodeAction[]>, client: Client, text: string) => Promise<void>,
  options: object = {},
): Promise<void> {
  const client = new Client();
  await client.start({ capabilities: CAPABILITIES, initializationOptions: { commands: COMMANDS }, ...options });
  const { text, offset } = withCaret(source);
  await client.open(URI, text);
  await client.diagnostics(URI);
  const position = TextDocument.create(URI, "yaml", 1, text).positionAt(offset);
  const ask = (context: object): Promise<CodeAction[]> =>
    client.request("textDocument/codeAction", {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [], ...context },
    });
  await use(ask, client, text);
  assert.deepEqual(client.errors, []);
  await client.stop();
}

function edited(text: string, edit: WorkspaceEdit | undefined): string {
  return TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, text), edit?.changes?.[URI] ?? []);
}

describe("refactorings over LSP", () => {
  it("extracts in one edit, and begins a rename where the new name stands", () =>
    withClient(SOURCE, async (ask, _, text) => {
      const [action] = await ask({ only: ["refactor.extract"] });
      assert.equal(action?.kind, "refactor.extract.parameter");
      const result = edited(text, action.edit);
      assert.match(result, /^Parameters:\n {2}InstanceType:\n/);
      assert.equal(action.command?.command, "cfnNotes.renameAt");
      const [uri, position] = action.command.arguments as [string, Position];
      assert.equal(uri, URI);
      assert.ok(
        result.slice(TextDocument.create(URI, "yaml", 1, result).offsetAt(position)).startsWith("InstanceType #"),
      );
    }));

  it("names no command to a client that has not said that it runs it", () =>
    withClient(
      SOURCE,
      async (ask) => {
        const actions = await ask({ only: ["refactor"] });
        assert.ok(actions.length > 0);
        assert.ok(actions.every(({ command, edit }) => command === undefined && edit !== undefined));
      },
      { initializationOptions: undefined, capabilities: { workspace: { configuration: true } } },
    ));

  it("leaves what is costly until it is chosen", () =>
    withClient(SOURCE.replace("<|>", "").replace("!Ref", "!R<|>ef"), async (ask, client, text) => {
      const actions = await ask({ only: ["refactor.rewrite"] });
      const all = actions.find(({ title }) => title.startsWith("Write all"));
      assert.ok(all !== undefined && all.edit === undefined);
      const { edit } = await client.request<CodeAction>("codeAction/resolve", all);
      assert.match(edited(text, edit), /SubnetId:\n {8}Ref: Subnet\n/);
    }));

  it("offers nothing while the caret only moves", () =>
    withClient(SOURCE, async (ask) => {
      const isExtraction = ({ kind }: CodeAction): boolean => kind?.startsWith("refactor.extract") === true;
      assert.ok((await ask({ triggerKind: 1 })).some(isExtraction));
      assert.ok(!(await ask({ triggerKind: 2 })).some(isExtraction));
    }));

  it("offers outputs and signals to those who ask, and lights no lamp for them", () =>
    withClient(SOURCE.replace("<|>", "").replace("Web", "<|>Web"), async (_, client) => {
      const selected = async (triggerKind: number): Promise<CodeAction[]> =>
        client.request("textDocument/codeAction", {
          textDocument,
          range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
          context: { diagnostics: [], triggerKind },
        });
      for (const wanted of ["refactor.rewrite.output", "refactor.rewrite.cfnNotes.signal"]) {
        const isWanted = ({ kind }: CodeAction): boolean => kind === wanted;
        assert.ok((await selected(1)).some(isWanted), wanted);
        assert.ok(!(await selected(2)).some(isWanted), wanted);
      }
    }));

  it("offers to rename a resource with a mapping where it is declared", () =>
    withClient(SOURCE.replace("<|>", "").replace("Web", "W<|>eb"), async (ask) => {
      const found = (await ask({})).find(({ command }) => command?.command === "cfnNotes.renameWithMapping");
      assert.deepEqual(found?.command?.arguments, [URI, { line: 1, character: 3 }]);
    }));

  it("declares what is named and not there", () =>
    withClient(SOURCE.replace("<|>", "").replace("!Ref S", "!Ref S<|>"), async (ask, _, text) => {
      const found = (await ask({ only: ["quickfix"] })).find(({ title }) => title === "Declare the parameter Subnet");
      assert.match(edited(text, found?.edit), /^Parameters:\n {2}Subnet:\n {4}Type: AWS::EC2::Subnet::Id\n/);
    }));

  it("offers what a type has for an attribute that it lacks, before what silences the error", () =>
    withClient(
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\nOutputs:\n  A:\n    Value: !GetAtt T.Ar<|>n\n",
      async (ask, _, text) => {
        const found = await ask({ only: ["quickfix"] });
        const titles = found.map(({ title }) => title);
        assert.deepEqual(titles.slice(0, 3), ["Change to TopicArn", "Change to !Ref T", "Change to TopicName"]);
        assert.equal(titles.at(-2), "Disable unknown-get-att for this line");
        assert.match(edited(text, found[1]?.edit), /Value: !Ref T\n$/);
      },
    ));

  it("converts a template", () =>
    withClient(SOURCE, async (_, client) => {
      const converted = await client.request<ConvertedTemplate>("cfnNotes/convertTemplate", { textDocument });
      assert.ok("text" in converted);
      assert.equal(converted.languageId, "json");
      assert.equal(converted.lostComments, 1);
      assert.match(converted.text, /"SubnetId": \{ "Ref": "Subnet" \}/);
      const other = { textDocument: { uri: "file:///other.yaml" } };
      assert.equal(await client.request("cfnNotes/convertTemplate", other), null);
    }));
});
