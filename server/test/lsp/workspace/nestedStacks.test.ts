import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { InitializeParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionList, DocumentLink, Hover, Location, Range, WorkspaceEdit } from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import type { TemplateChanges, TemplateChangesParams } from "../../../src/protocol/template.ts";
import { drawn, withCaret } from "../../marked.ts";
import { Client, testHost } from "../client.ts";

const CHILD = `Parameters:
  Cidr:
    Type: String
    Description: The range
Resources:
  A:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Cidr
Outputs:
  VpcId:
    Value: !Ref A
`;
const PARENT = `Resources:
  Net:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: stacks/net.yaml
      Parameters:
        Cidr: 10.0.0.0/16
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub 'a \${Net.Outputs.VpcId} b'
`;
const OTHER = `Transform: AWS::Serverless-2016-10-31
Resources:
  App:
    Type: AWS::Serverless::Application
    Properties: {Location: ../stacks/net.yaml, Parameters: {Cidr: a}}
Outputs:
  Vpc:
    Value: !GetAtt App.Outputs.VpcId
`;
/** Names the same, and nests another template. */
const STRANGER = PARENT.replace("stacks/net.yaml", "stacks/other.yaml");
const SERVERLESS = `Transform: AWS::Serverless-2016-10-31
Resources:
  Run:
    Type: AWS::Serverless::Function
    Properties: {Runtime: python3.14, Handler: app.run, CodeUri: src/}
  Gone:
    Type: AWS::Serverless::Function
    Properties: {Runtime: python3.14, Handler: gone.run, CodeUri: src/}
  Outside:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: ../outside.zip}
  Linked:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: linked.zip}
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./stacks/net.yaml}
`;

const FILES: Readonly<Record<string, string>> = {
  "parent.yaml": PARENT,
  "stacks/net.yaml": CHILD,
  "stacks/other.yaml": CHILD,
  "deeper/other.yaml": OTHER,
  "stranger.yaml": STRANGER,
  "sam.yaml": SERVERLESS,
  "src/app.py": "import os\ndef run(event, context): pass\n",
};

describe("nested stacks and files", () => {
  let above: string;
  let folder: string;
  let client: Client;

  before(async () => {
    above = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    folder = join(above, "a (b) 東京");
    for (const [name, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await writeFile(join(above, "outside.zip"), "");
    await symlink(join(above, "outside.zip"), join(folder, "linked.zip"));
  });

  after(() => rm(above, { recursive: true }));

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  async function start(host: Host = testHost, capabilities?: InitializeParams["capabilities"]): Promise<void> {
    client = new Client({ language: "en" }, host);
    await client.start({
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "it" }],
      ...(capabilities && { capabilities }),
    });
  }

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const nameOf = (uri: string): string => decodeURIComponent(uri).split("東京/")[1] ?? uri;
  const spanOf = (text: string, { start: from, end }: Range): { start: number; end: number } => {
    const document = TextDocument.create("", "yaml", 0, text);
    return { start: document.offsetAt(from), end: document.offsetAt(end) };
  };

  async function ask<Result>(method: string, name: string, source: string, more: object = {}): Promise<Result> {
    const { text, offset } = withCaret(source);
    const uri = uriOf(name);
    await client.open(uri, text);
    const position = TextDocument.create(uri, "yaml", 1, text).positionAt(offset);
    return client.request<Result>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  /** Locations as `file: «line»`. */
  const shown = (found: readonly Location[]): string[] =>
    found.map(({ uri, range }) => {
      const text = FILES[nameOf(uri)] ?? "";
      const lines = drawn(text, [spanOf(text, range)]).split("\n");
      return `${nameOf(uri)}: ${(lines[range.start.line] ?? "").trim()}`;
    });

  const definitions: readonly [name: string, file: string, from: string, to: string, expected: string][] = [
    ["a parameter", "parent.yaml", "Cidr: 10", "Ci<|>dr: 10", "stacks/net.yaml: «Cidr»:"],
    ["an output in Sub", "parent.yaml", "Outputs.VpcId", "Outputs.Vpc<|>Id", "stacks/net.yaml: «VpcId»:"],
    ["an output by GetAtt", "deeper/other.yaml", "Outputs.VpcId", "Outputs.Vpc<|>Id", "stacks/net.yaml: «VpcId»:"],
    ["the template", "parent.yaml", "stacks/net", "sta<|>cks/net", "stacks/net.yaml: «»Parameters:"],
    ["a handler", "sam.yaml", "app.run", "app.r<|>un", "src/app.py: «»def run(event, context): pass"],
    ["a folder of code", "sam.yaml", "app.run, CodeUri: src", "app.run, CodeUri: s<|>rc", "src/app.py: «»import os"],
    ["the stack itself", "parent.yaml", "{Net.Outputs", "{N<|>et.Outputs", "parent.yaml: «Net»:"],
  ];
  describe("definition", () => {
    for (const [name, file, from, to, expected] of definitions)
      it(name, async () => {
        await start();
        const source = (FILES[file] ?? "").replace(from, to);
        assert.deepEqual(shown(await ask<Location[]>("definition", file, source)), [expected]);
      });

    it("goes nowhere for what is not there", async () => {
      await start();
      for (const [from, to] of [
        ["gone.run", "gone.r<|>un"],
        ["../outside", "../out<|>side"],
        ["linked.zip", "lin<|>ked.zip"],
      ] as const)
        assert.deepEqual(await ask<Location[]>("definition", "sam.yaml", SERVERLESS.replace(from, to)), []);
    });

    it("takes open children as they are", async () => {
      await start();
      await client.open(uriOf("stacks/net.yaml").replaceAll("(", "%28"), `\n\n${CHILD}`);
      const found = await ask<Location[]>("definition", "parent.yaml", PARENT.replace("Cidr: 10", "Ci<|>dr: 10"));
      assert.deepEqual(found[0]?.range.start, { line: 3, character: 2 });
    });
  });

  it("tells of changes in what is nested, at the stack, once it is known what that was", async () => {
    await start();
    const [parent, child] = [uriOf("parent.yaml"), uriOf("stacks/net.yaml")];
    await client.open(parent, PARENT);
    const asked = async (nested?: Readonly<Record<string, string>>): Promise<TemplateChanges> => {
      const params: TemplateChangesParams = {
        textDocument: { uri: parent },
        before: PARENT,
        ...(nested && { nested }),
      };
      return (await client.request<TemplateChanges | null>("cfnNotes/templateChanges", params)) ?? assert.fail();
    };
    const first = await asked();
    assert.deepEqual([first.sections, first.nested.map(nameOf)], [[], ["stacks/net.yaml"]]);
    const [stated = ""] = first.nested;
    const { sections } = await asked({ [stated]: CHILD.replace("CidrBlock: !Ref Cidr", "CidrBlock: 10.1.0.0/16") });
    const [item, ...others] = sections.flatMap(({ items }) => items);
    assert.deepEqual(others, []);
    assert.equal(item?.text, "Net › A (AWS::EC2::VPC) is replaced; the old one is deleted");
    assert.deepEqual(item.place, { line: 1, character: 2 });
    assert.deepEqual(item.elsewhere, { uri: child, place: { line: 5, character: 2 } });
    assert.deepEqual(
      item.lines.map(({ text, place }) => [text, place]),
      [["CidrBlock: 10.1.0.0/16 → 10.0.0.0/16; replaces", undefined]],
    );
    assert.deepEqual((await asked({ [stated]: CHILD })).sections, []);
  });

  it("links what names a file", async () => {
    await start();
    await client.open(uriOf("sam.yaml"), SERVERLESS);
    const links = await client.request<DocumentLink[]>("textDocument/documentLink", {
      textDocument: { uri: uriOf("sam.yaml") },
    });
    const found = links.map(({ range, target = "" }) => {
      const { start: from, end } = spanOf(SERVERLESS, range);
      return `${SERVERLESS.slice(from, end)} ${nameOf(target)}`;
    });
    assert.deepEqual(found.sort(), ["./stacks/net.yaml stacks/net.yaml", "app.run src/app.py", "src/ src/app.py"]);
  });

  it("shows on hover what the child declares", async () => {
    await start();
    const found = await ask<Hover>("hover", "parent.yaml", PARENT.replace("Cidr: 10", "Ci<|>dr: 10"));
    assert.match((found.contents as { value: string }).value, /The range/);
  });

  it("completes with the child's parameters and outputs", async () => {
    await start();
    const keys = await ask<CompletionList>("completion", "parent.yaml", PARENT.replace("Cidr: 10.0.0.0/16", "<|>"));
    assert.deepEqual(keys.items.find(({ label }) => label === "Cidr")?.detail, "String · required");
    const outputs = await ask<CompletionList>("completion", "parent.yaml", PARENT.replace("VpcId}", "<|>}"));
    assert.ok(outputs.items.some(({ label }) => label === "Outputs.VpcId"));
  });

  it("completes with the child's parameters in a file that was never saved", async () => {
    await start();
    const source = PARENT.replace("stacks/net", "../stacks/net").replace("Cidr: 10.0.0.0/16", "<|>");
    const { items } = await ask<CompletionList>("completion", "deeper/new.yaml", source);
    assert.ok(items.some(({ label }) => label === "Cidr"));
  });

  it("reports outputs that the child lacks", async () => {
    await start();
    await client.open(uriOf("parent.yaml"), PARENT.replace("Outputs.VpcId", "Outputs.VpcID"));
    const found = await client.diagnostics(uriOf("parent.yaml"));
    const [first] = found.filter(({ code }) => code === "nested-stack-output");
    assert.equal(
      first?.message,
      "stacks/net.yaml has no output VpcID (“Output 'VpcID' not found in stack”). Did you mean VpcId?",
    );
  });

  it("reports anew when an open child changes, and when it is closed", async () => {
    await start();
    const parent = uriOf("parent.yaml");
    const child = uriOf("stacks/net.yaml");
    const isFaulty = (): boolean | undefined =>
      client.published
        .findLast(({ uri }) => uri === parent)
        ?.diagnostics.some(({ code }) => code === "nested-stack-output");
    await client.open(parent, PARENT);
    await client.until(() => isFaulty() === false);
    await client.open(child, CHILD.replace("VpcId", "Vpc"));
    await client.until(() => isFaulty() === true);
    await client.change(child, [{ text: CHILD }]);
    await client.until(() => isFaulty() === false);
    await client.change(child, [{ text: CHILD.replace("VpcId", "Other") }]);
    await client.until(() => isFaulty() === true);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: child } });
    await client.until(() => isFaulty() === false);
    assert.equal(isFaulty(), false);
  });

  it("says nothing of a child that is broken", async () => {
    await start();
    await client.open(uriOf("stacks/net.yaml"), `${CHILD}  "Broken: [\n`);
    await client.open(uriOf("parent.yaml"), PARENT.replace("Outputs.VpcId", "Outputs.VpcID"));
    const found = await client.diagnostics(uriOf("parent.yaml"));
    assert.deepEqual(
      found.filter(({ code }) => String(code).startsWith("nested")),
      [],
    );
  });

  const everywhere: readonly [name: string, file: string, from: string, to: string, expected: readonly string[]][] = [
    [
      "a parameter at its declaration",
      "stacks/net.yaml",
      "Cidr:",
      "Ci<|>dr:",
      [
        "deeper/other.yaml: Properties: {Location: ../stacks/net.yaml, Parameters: {«Cidr»: a}}",
        "parent.yaml: «Cidr»: 10.0.0.0/16",
        "stacks/net.yaml: CidrBlock: !Ref «Cidr»",
        "stacks/net.yaml: «Cidr»:",
      ],
    ],
    [
      "an output where it is read",
      "parent.yaml",
      "Outputs.VpcId",
      "Outputs.VpcI<|>d",
      [
        "deeper/other.yaml: Value: !GetAtt App.Outputs.«VpcId»",
        "parent.yaml: DisplayName: !Sub 'a ${Net.Outputs.«VpcId»} b'",
        "stacks/net.yaml: «VpcId»:",
      ],
    ],
  ];
  for (const [name, file, from, to, expected] of everywhere) {
    const source = (FILES[file] ?? "").replace(from, to);

    it(`references of ${name}`, async () => {
      await start();
      const context = { includeDeclaration: true };
      const found = await ask<Location[]>("references", file, source, { context });
      assert.deepEqual(shown(found).sort(), expected);
    });

    it(`references without the declaration of ${name}`, async () => {
      await start();
      const context = { includeDeclaration: false };
      const found = await ask<Location[]>("references", file, source, { context });
      assert.deepEqual(
        shown(found).sort(),
        expected.filter((one) => !/»:$/.test(one)),
      );
    });

    for (const documentChanges of [false, true])
      it(`rename of ${name}${documentChanges ? " with versions" : ""}`, async () => {
        await start(testHost, { workspace: { workspaceEdit: { documentChanges } } });
        const target = await ask<Range>("prepareRename", file, source);
        const { text } = withCaret(source);
        const asked = text.slice(spanOf(text, target).start, spanOf(text, target).end);
        assert.ok(expected[0]?.includes(`«${asked}»`), asked);
        const edit = await ask<WorkspaceEdit>("rename", file, source, { newName: "Renamed" });
        const changes = documentChanges
          ? (edit.documentChanges ?? []).flatMap((one) =>
              "edits" in one ? [[one.textDocument, one.edits] as const] : [],
            )
          : Object.entries(edit.changes ?? {}).map(([uri, edits]) => [{ uri, version: null }, edits] as const);
        const edited = changes.flatMap(([{ uri }, edits]) =>
          shown(edits.map((one) => ({ uri, range: (one as { range: Range }).range }))),
        );
        assert.deepEqual(edited.sort(), expected);
        if (documentChanges)
          for (const [{ uri, version }] of changes) assert.equal(version !== null, nameOf(uri) === file, uri);
      });
  }

  it("renames in parents as they are in the editor", async () => {
    await start();
    await client.open(uriOf("parent.yaml"), `# first\n${PARENT}`);
    const source = CHILD.replace("Cidr:", "Ci<|>dr:");
    const { changes = {} } = await ask<WorkspaceEdit>("rename", "stacks/net.yaml", source, { newName: "Range" });
    assert.equal(changes[uriOf("parent.yaml")]?.[0]?.range.start.line, 7);
  });

  it("renames what SAM's configuration beside gives a value", async () => {
    await start();
    const config = join(folder, "stacks/samconfig.toml");
    await writeFile(config, 'parameter_overrides = "Vpc=a Cidr=10.0.0.0/16"\n');
    const renamed = async (source: string): Promise<WorkspaceEdit["changes"]> =>
      (await ask<WorkspaceEdit>("rename", "stacks/net.yaml", source, { newName: "Range" })).changes;
    const uri = uriOf("stacks/samconfig.toml");
    const parameter = await renamed(CHILD.replace("Cidr:", "Ci<|>dr:"));
    assert.deepEqual(
      parameter?.[uri]?.map(({ range }) => range.start.character),
      [29],
    );
    const fromParent = await ask<WorkspaceEdit>("rename", "parent.yaml", PARENT.replace("Cidr:", "Ci<|>dr:"), {
      newName: "Range",
    });
    assert.equal(fromParent.changes?.[uri]?.length, 1);
    const output = await renamed(CHILD.replace("VpcId:", "Vpc<|>Id:"));
    await rm(config);
    assert.equal(output?.[uri], undefined);
  });

  it("refuses a rename where a file changed after it was read", async () => {
    await start({
      ...testHost,
      templateFiles: async (folders) => {
        const found = await testHost.templateFiles(folders);
        // As the disk gave it a moment ago; by now it holds something else.
        const files = found.files.map((file) => ({
          ...file,
          text: async () => `# One line more\n${await file.text()}`,
        }));
        return { ...found, files };
      },
    });
    const text = CHILD.replace("Cidr:", "Ci<|>dr:");
    await assert.rejects(ask("rename", "stacks/net.yaml", text, { newName: "Range" }), /changed meanwhile/);
  });

  for (const [name, from, to, expected] of [
    ["renamed", "stacks/net.yaml", "stacks/vpc.yaml", ["../stacks/vpc.yaml", "./stacks/vpc.yaml", "stacks/vpc.yaml"]],
    ["moved", "stacks/net.yaml", "deeper/net.yaml", ["./deeper/net.yaml", "deeper/net.yaml", "net.yaml"]],
    ["given a name that YAML reads otherwise", "stacks/net.yaml", "stacks/a: b.yaml", []],
    [
      "in a folder that is renamed",
      "stacks",
      "parts",
      ["../parts/net.yaml", "./parts/net.yaml", "parts/net.yaml", "parts/other.yaml"],
    ],
    ["nested nowhere", "src/app.py", "src/main.py", []],
  ] as const)
    it(`offers to change the paths that lead to a template that is ${name}`, async () => {
      await start();
      await client.open(uriOf("parent.yaml"), PARENT);
      const files = [{ oldUri: uriOf(from), newUri: uriOf(to) }];
      const edit = await client.request<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
      const edits = Object.values(edit?.changes ?? {}).flat();
      assert.deepEqual(edits.map(({ newText }) => newText).sort(), [...expected].sort());
    });

  it("renames what an anchor gives to several stacks, once", async () => {
    await start();
    const parameters = "      Parameters:\n        Cidr: 10.0.0.0/16\n";
    const merged = `${PARENT.replace(parameters, parameters.replace(":", ": &all"))}  Second:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: stacks/net.yaml, Parameters: {<<: *all}}
  Third:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: stacks/net.yaml, Parameters: *all}
`;
    const source = merged.replace("Cidr: 10", "Ci<|>dr: 10");
    const { changes = {} } = await ask<WorkspaceEdit>("rename", "parent.yaml", source, { newName: "Range" });
    assert.deepEqual(
      changes[uriOf("parent.yaml")]?.map(({ range }) => range.start),
      [{ line: 6, character: 8 }],
    );
  });

  it("renames for a client that answers nothing while it waits, once it has said its folders", async () => {
    client = new Client({ notes: { builtIn: false } });
    const folders = [{ uri: pathToFileURL(folder).href, name: "it" }];
    let asked = 0;
    client.connection.onRequest("workspace/workspaceFolders", () =>
      ++asked === 1 ? folders : new Promise(() => undefined),
    );
    await client.start({ capabilities: { workspace: { configuration: true, workspaceFolders: true } } });
    const source = CHILD.replace("Cidr:", "Ci<|>dr:");
    const { changes = {} } = await ask<WorkspaceEdit>("rename", "stacks/net.yaml", source, { newName: "Range" });
    assert.ok(Object.keys(changes).includes(uriOf("parent.yaml")), Object.keys(changes).join());
  });

  it("leaves names alone that are no one else's", async () => {
    await start();
    const source = CHILD.replace("A:", "A<|>:");
    const { changes = {} } = await ask<WorkspaceEdit>("rename", "stacks/net.yaml", source, { newName: "Vpc" });
    assert.deepEqual(Object.keys(changes), [uriOf("stacks/net.yaml")]);
  });

  const refusals: readonly [name: string, host: Partial<Host>, newName: string, message: RegExp][] = [
    ["a name that is taken in the child", {}, "A", /“A” is already declared/],
    ["a name that is none", {}, "a-b", /not a valid name/],
    [
      "where there are too many files",
      { templateFiles: async (folders) => ({ ...(await testHost.templateFiles(folders)), isComplete: false }) },
      "Range",
      /not all files/,
    ],
    [
      "where the files take too long",
      { templateFiles: () => new Promise(() => undefined), sleep: async () => undefined },
      "Range",
      /still being read/,
    ],
  ];
  for (const [name, host, newName, message] of refusals)
    it(`refuses ${name}`, async () => {
      await start({ ...testHost, ...host });
      const source = PARENT.replace("Cidr: 10", "Ci<|>dr: 10");
      await assert.rejects(ask("rename", "parent.yaml", source, { newName }), message);
    });
});
