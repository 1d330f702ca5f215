import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionList, Hover, Location } from "vscode-languageserver-types";
import type { TemplateChanges, TemplateChangesParams } from "../../../src/protocol/template.ts";
import { withCaret } from "../../marked.ts";
import { Client } from "../client.ts";

const template = (exports: string): string =>
  `Resources:\n  A:\n    Type: AWS::S3::Bucket\nOutputs:\n  Net:\n    Description: The network\n    Value: x\n    Export:\n      Name: ${exports}\n`;
const importing = (value: string): string =>
  `Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      SubnetId: ${value}\n`;

describe("exports of the workspace", () => {
  let folder: string;
  let client: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await mkdir(join(folder, "stacks"));
    await mkdir(join(folder, "node_modules"));
    await writeFile(join(folder, "stacks", "network.yaml"), template("network-Subnet"));
    await writeFile(join(folder, "named.template"), template("!Sub '${AWS::StackName}-Vpc'"));
    await writeFile(join(folder, "other.json"), '{"Outputs": {"A": {"Export": {"Name": "no-template"}}}}');
    await writeFile(join(folder, "node_modules", "x.yaml"), template("skipped"));
    await writeFile(join(folder, "broken.yaml"), "Resources:\n  A:\n    Type: AWS::S3::Bucket\nOutputs: {Export: [\n");
  });

  after(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    client = new Client({ language: "en" });
    await client.start({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "it" }] });
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  async function ask<Result>(method: string, source: string): Promise<Result> {
    const { text, offset } = withCaret(source);
    const uri = uriOf("mine.yaml");
    await client.open(uri, text);
    return client.request<Result>(`textDocument/${method}`, {
      textDocument: { uri },
      position: TextDocument.create(uri, "yaml", 1, text).positionAt(offset),
    });
  }

  it("completes with them, saying where they come from", async () => {
    const { items } = await ask<CompletionList>("completion", importing("!ImportValue <|>"));
    const found = items.map(({ label, detail }) => `${label} ${detail}`).sort();
    assert.deepEqual(
      found.filter((one) => !one.startsWith("!") && !one.startsWith("Fn::")),
      ["${AWS::StackName}-Vpc named.template", "network-Subnet stacks/network.yaml"],
    );
  });

  it("leads to the export", async () => {
    const found = await ask<Location[]>("definition", importing("!ImportValue network-<|>Subnet"));
    assert.deepEqual(found, [
      {
        uri: uriOf("stacks/network.yaml"),
        range: { start: { line: 8, character: 12 }, end: { line: 8, character: 26 } },
      },
    ]);
  });

  for (const [title, source, expected] of [
    ["from its name", template("!Sub '${AWS::StackName}-Ord<|>ers'"), ["mine.yaml:9", "user.yaml:5", "user.yaml:9"]],
    [
      "from its output",
      template("shop-Orders").replace("Net:", "Ne<|>t:"),
      ["mine.yaml:5", "mine.yaml:9", "user.yaml:5", "user.yaml:9"],
    ],
    ["from another import", importing("!ImportValue net<|>work-Subnet"), ["mine.yaml:5", "stacks/network.yaml:9"]],
    ["and not where nothing is exported", template("x").replace("Value: x", "Value: <|>x"), []],
  ] as const)
    it(`finds where an export is imported: ${title}`, async () => {
      const user = importing(
        "!ImportValue shop-Orders\n      Tags:\n        - Key: a\n          Value:\n            Fn::ImportValue: !Sub '${Shop}-Orders'",
      );
      await writeFile(join(folder, "user.yaml"), user);
      const { text, offset } = withCaret(source);
      const uri = uriOf("mine.yaml");
      await client.open(uri, text);
      const found = await client.request<Location[]>("textDocument/references", {
        textDocument: { uri },
        position: TextDocument.create(uri, "yaml", 1, text).positionAt(offset),
        context: { includeDeclaration: true },
      });
      await rm(join(folder, "user.yaml"));
      const told = found.map(({ uri: at, range }) => `${at.slice(uriOf("").length + 1)}:${range.start.line + 1}`);
      assert.deepEqual(told.sort(), [...expected].sort());
    });

  it("leads to an export whose name is filled in", async () => {
    const found = await ask<Location[]>("definition", importing("\n        Fn::ImportValue: !Sub '${Stack}-V<|>pc'"));
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [uriOf("named.template")],
    );
  });

  it("says on hover who exports it", async () => {
    const found = await ask<Hover>("hover", importing("!ImportValue network-<|>Subnet"));
    assert.match((found.contents as { value: string }).value, /`stacks\/network\.yaml` · `Net` — The network/);
  });

  it("says on hover where nobody exports it", async () => {
    const found = await ask<Hover>("hover", importing("!ImportValue nobody-<|>does"));
    assert.match((found.contents as { value: string }).value, /No template of this workspace/);
  });

  it("names in the changes who imports, passes or reads what is gone, as the editor has it", async () => {
    const child = (parameter: string, rest: string): string =>
      `Parameters:\n  ${parameter}: {Type: String, Default: a}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref ${parameter}}}\n${rest}`;
    const before = child("Old", "Outputs:\n  Out: {Value: x, Export: {Name: child-out}}\n");
    const parent =
      "Resources:\n  Net:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: stacks/child.yaml, Parameters: {Old: a}}\nOutputs:\n  O: {Value: !GetAtt Net.Outputs.Out}\n";
    const uri = uriOf("stacks/child.yaml");
    await client.open(uri, child("New", ""));
    await client.open(uriOf("parent.yaml"), parent);
    await client.open(uriOf("user.yaml"), importing("!ImportValue child-out"));
    const params: TemplateChangesParams = { textDocument: { uri }, before };
    const concerned = async (): Promise<readonly string[]> => {
      const found = await client.request<TemplateChanges | null>("cfnNotes/templateChanges", params);
      const items = found?.sections.flatMap((section) => section.items) ?? [];
      return items.flatMap(({ text, lines }) =>
        lines.filter((line) => /^Concerns/.test(line.text)).map((line) => `${/\w+ is gone/.exec(text)} ${line.text}`),
      );
    };
    assert.deepEqual(await concerned(), [
      "Out is gone Concerns user.yaml",
      "Old is gone Concerns parent.yaml",
      "Out is gone Concerns parent.yaml",
    ]);
    await client.change(uriOf("parent.yaml"), [{ text: parent.replace("Old", "New").replace("Out}", "Other}") }]);
    assert.deepEqual(await concerned(), ["Out is gone Concerns user.yaml"]);
  });

  it("takes open documents as they are", async () => {
    await client.open(uriOf("stacks/network.yaml"), template("edited-Subnet"));
    const { items } = await ask<CompletionList>("completion", importing("!ImportValue <|>"));
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes("edited-Subnet") && !labels.includes("network-Subnet"), labels.join());
  });
});
