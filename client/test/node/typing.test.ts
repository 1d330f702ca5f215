import assert from "node:assert/strict";
import {
  type CompletionList,
  commands,
  Position,
  Selection,
  type TextDocument,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { cfnNotes, everything, fileUri, remove, show, until, writeUri } from "../support.ts";

// Keys come faster here than from anybody's fingers. What they ask is answered in time by a process of its own; a worker
// shares the browser with all else.

/** Begins a text, and waits until the server has it. */
async function begun(language: "yaml" | "json", content: string): Promise<TextDocument> {
  const { server } = await cfnNotes();
  await server.start();
  return opened(language, content);
}

let files = 0;

/**
 * Opens a new file. An untitled text would have the name of one that was closed, and might get that one's contents, which
 * the editor keeps for a while in case it crashes.
 */
async function opened(language: "yaml" | "json", content: string, column?: ViewColumn): Promise<TextDocument> {
  const path = `typed/${++files}.${language}`;
  await writeUri(fileUri(path), content);
  const document = await workspace.openTextDocument(fileUri(path));
  const editor = await window.showTextDocument(document, column);
  const { end } = everything(document);
  editor.selection = new Selection(end, end);
  return document;
}

/**
 * Types key by key through the editor's own commands, as its keyboard does. Before Enter and Tab the list of suggestions
 * is what it is then: where `settled`, the server has answered what the keys before asked.
 */
async function type(document: TextDocument, keys: string, settled: boolean): Promise<void> {
  for (const key of keys) {
    if (key === "\n" || key === "{") await coloured();
    if (settled && (key === "\n" || key === "\t")) await answered(document);
    // What the keys Enter and Tab do while a list is open is a matter of its context; the command does nothing without one.
    // An item that changes nothing leaves the key to the text, as the extension's `acceptSuggestionOnEnter: smart` has it.
    if (key === "\n" || key === "\t") {
      const before = document.getText();
      await commands.executeCommand("acceptSelectedSuggestion");
      if (document.getText() !== before) continue;
    }
    await commands.executeCommand(key === "\t" ? "tab" : "type", key === "\t" ? undefined : { text: key });
  }
}

/**
 * A person sees the colours of a line before the next key. Until they are worked out, the editor neither closes a bracket
 * nor indents behind a key.
 */
async function coloured(): Promise<void> {
  await commands.executeCommand("editor.action.forceRetokenize");
}

/** Writes as a person does: `›` accepts the first suggestion, `‹` is Shift+Tab, and `⇥` goes to the end of the line. */
async function write(document: TextDocument, keys: string): Promise<void> {
  for (const part of keys.split(/(?=[›‹⇥])|(?<=[›‹⇥])/)) {
    if (part === "‹") await commands.executeCommand("outdent");
    else if (part === "⇥") await commands.executeCommand("cursorEnd");
    else if (part !== "›") await type(document, part, true);
    else {
      await commands.executeCommand("editor.action.triggerSuggest");
      await answered(document);
      await commands.executeCommand("acceptSelectedSuggestion");
    }
  }
}

/** The server answers in order: behind this answer, those of all keys before are in the editor. */
async function answered(document: TextDocument): Promise<void> {
  await commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, new Position(0, 0));
}

const BUCKET = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      ";

const SUBNET = "Resources:\n  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties:\n      ";

const cases: readonly (readonly [name: string, language: "yaml" | "json", begin: string, keys: string, end: string])[] =
  [
    ["a map", "yaml", BUCKET, "BucketEncryption:\nS", `${BUCKET}BucketEncryption:\n        S`],
    [
      "a list",
      "yaml",
      BUCKET,
      "Tags:\n- Key: a\nValue: b\n",
      `${BUCKET}Tags:\n        - Key: a\n          Value: b\n          `,
    ],
    ["a comment", "yaml", BUCKET, "# Tags:\nX", `${BUCKET}# Tags:\n      X`],
    [
      "a known value",
      "yaml",
      BUCKET.replace("    Properties:\n      ", "    "),
      "DeletionPolicy: Retain\nX",
      `${BUCKET.replace("    Properties:\n      ", "    ")}DeletionPolicy: Retain\n    X`,
    ],
    [
      "a type",
      "yaml",
      "Resources:\n  A:\n    ",
      "Type: AWS::S3::Bucket\nX",
      "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    X",
    ],
    [
      "a function's argument below it",
      "yaml",
      SUBNET,
      "AvailabilityZone: !Select\n- 0\n",
      `${SUBNET}AvailabilityZone: !Select\n        - 0\n        `,
    ],
    ["a free value", "yaml", BUCKET, "BucketName: a\nX", `${BUCKET}BucketName: a\n      X`],
  ];

const JSON_BUCKET =
  '{\n  "Resources": {\n    "B": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        ';

/** Templates as they are begun, what is typed then, and what stands there in the end. */
const written: readonly (readonly [
  name: string,
  language: "yaml" | "json",
  begin: string,
  keys: string,
  end: string,
])[] = [
  [
    "a network in YAML",
    "yaml",
    "Resources:\n  Vpc:\n    ",
    "Ty›AWS::EC2::VP›\nPro›CidrB›10.0.0.0/16\n‹‹SubnetA:\nTy›AWS::EC2::Subnet\nPro›!Ref Vpc\nCidrB›10.0.0.0/24\n",
    "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 10.0.0.0/16\n  SubnetA:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpc\n      CidrBlock: 10.0.0.0/24\n      ",
  ],
  [
    "a database in YAML",
    "yaml",
    "Resources:\n  Store:\n    ",
    "Ty›AWS::RDS::DBInstance\nDel›Snapshot\nUpd›Snapshot\nPro›Eng›postgres\nStorageEn›true\n",
    "Resources:\n  Store:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Snapshot\n    UpdateReplacePolicy: Snapshot\n    Properties:\n      Engine: postgres\n      StorageEncrypted: true\n      ",
  ],
  [
    "environment variables over the suggested one",
    "yaml",
    "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      ",
    "Env›TABLE: x\nKEY: y",
    "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          TABLE: x\n          KEY: y",
  ],
  [
    "a network in JSON",
    "json",
    '{\n  "Resources": {\n    "Vpc": {\n      "Type": "AWS::EC2::VPC",\n      ',
    '"Pro›"CidrB›10.0.0.0/16⇥,\n"EnableDnsS›true',
    '{\n  "Resources": {\n    "Vpc": {\n      "Type": "AWS::EC2::VPC",\n      "Properties": {\n        "CidrBlock": "10.0.0.0/16",\n        "EnableDnsSupport": true\n      }',
  ],
];

/** What is offered behind a beginning of a path in a template of the workspace. */
async function pathsIn(path: string): Promise<(typed: string) => Promise<readonly string[]>> {
  const { server } = await cfnNotes();
  await server.start();
  const document = await show(path);
  const begin = "Resources:\n  A:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ";
  return async (typed) => {
    await window.activeTextEditor?.edit((edit) => edit.replace(everything(document), begin + typed));
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      everything(document).end,
    );
    return items.map(({ label }) => (typeof label === "string" ? label : label.label));
  };
}

describe("Typing", () => {
  afterEach(async () => {
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  after(() => remove("typed"));

  for (const [name, language, begin, keys, end] of written) {
    it(`writes ${name} with Enter meaning what is meant`, async () => {
      const document = await begun(language, begin);
      await write(document, keys);
      assert.equal(document.getText().replaceAll("\r\n", "\n"), end);
    });
  }

  it("writes one dash where a suggestion has written it and somebody types it, too", async () => {
    const begin = "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      ";
    const document = await begun("yaml", begin);
    await write(document, "SecurityGroupIds›- sg-1");
    const end = `${begin}SecurityGroupIds:\n        - sg-1`;
    await until(workspace.onDidChangeTextDocument, () => document.getText().replaceAll("\r\n", "\n") === end);
  });

  it("takes the quotes of a suggestion away where an object is typed into them, and leaves somebody's own", async () => {
    const begin =
      '{\n  "Resources": {\n    "D": {\n      "Type": "AWS::RDS::DBInstance",\n      "Properties": {\n        ';
    const document = await begun("json", begin);
    await write(document, '"MasterUsern›{ "');
    await until(workspace.onDidChangeTextDocument, () => document.getText().includes('"MasterUsername": { "'));
    await write(document, 'Ref": "Name⇥,\n"DBName": "{"');
    assert.match(document.getText(), /"MasterUsername": \{ "Ref": "Name"\s*\},\s+"DBName": "\{"/);
  });

  it("begins a line behind a bracket and Enter where an object is suggested", async () => {
    const begin =
      '{\n  "Transform": "AWS::Serverless-2016-10-31",\n  "Resources": {\n    "F": {\n      "Type": "AWS::Serverless::Function",\n      "Properties": {\n        ';
    const document = await begun("json", begin);
    const text = (): string => document.getText().replaceAll("\r\n", "\n");
    const end = (inside: string): string =>
      `${begin}"Policies": [\n          {\n            ${inside}\n          }\n        ]`;
    await write(document, '"Poli›{\nX');
    assert.equal(text(), end("X"));
  });

  it("offers the folders and templates beside a template where a property names one", async () => {
    const labels = await pathsIn("template.yaml");
    const all = await labels("");
    assert.deepEqual(
      ["cloudformation/", "unsignalled.yaml", "own.md", "template.yaml", "../"].map((name) => all.includes(name)),
      [true, true, false, false, false],
    );
    const below = await labels("./cloudformation/");
    // Up again is where one came from: Tab would go down and up for ever.
    assert.deepEqual([below.includes("empty.yaml"), below.includes("../")], [true, false]);
    assert.ok(!(await labels("../")).includes("workspace/"));
  });

  it("offers the folder above until one goes into another", async () => {
    const labels = await pathsIn("cloudformation/empty.yaml");
    assert.ok((await labels("")).includes("../"));
    assert.ok((await labels("../")).includes("template.yaml"));
  });

  it("leaves a key in JSON as it is typed", async () => {
    const document = await begun("json", JSON_BUCKET);
    await type(document, '"Tags":', true);
    const before = document.getText();
    await type(document, "\n", true);
    assert.equal(document.getText().trimEnd(), before);
  });

  it("offers whole templates in an empty file named like one", async () => {
    const { templates, server } = await cfnNotes();
    await server.start();
    const document = await show("cloudformation/empty.yaml");
    assert.ok(templates.has(document));
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      new Position(0, 0),
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.deepEqual(
      ["template", "template-web-server", "template-sam-function", "Resources"].filter((one) => !labels.includes(one)),
      [],
    );
  });

  it("suggests sections in place of the editor's own words once a text becomes a template", async () => {
    const { templates } = await cfnNotes();
    const other = await begun("yaml", "Parameterises: 1\n");
    const document = await opened("yaml", "", ViewColumn.Beside);
    await type(document, "Pa", false);
    await commands.executeCommand("editor.action.triggerSuggest");
    await answered(document);
    await type(document, "ra", false);
    await until(templates.onDidChange, () => templates.has(document));
    for (let attempt = 0; attempt < 10 && document.getText() === "Para"; attempt++) {
      await answered(document);
      await commands.executeCommand("acceptSelectedSuggestion");
    }
    assert.equal(document.getText().replaceAll("\r\n", "\n"), "Parameters:\n  ");
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until(window.onDidChangeActiveTextEditor, () => window.activeTextEditor?.document === other);
  });

  it("indents a template that has no indentation yet as the editor does", async () => {
    const document = await begun("yaml", "AWSTemplateFormatVersion: '2010-09-09'\nPara");
    const editor = window.activeTextEditor;
    assert.ok(editor);
    editor.options = { tabSize: 4, indentSize: 4, insertSpaces: true };
    await until(window.onDidChangeTextEditorOptions, () => editor.options.tabSize === 4);
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      everything(document).end,
    );
    const text = items.find(({ label }) => label === "Parameters")?.insertText;
    assert.match(typeof text === "string" ? text : (text?.value ?? ""), /^Parameters:\n {4}\S?$/);
  });

  it("keeps the editor's own words away where anything may be typed", async () => {
    const document = await begun("yaml", `${BUCKET}BucketName: B`);
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      everything(document).end,
    );
    assert.deepEqual(
      items.filter(({ filterText }) => filterText !== "\u0000"),
      [],
    );
    assert.equal(items.length, 1);
  });

  it("leaves a script its own indentation, and another file its own", async () => {
    const script = `${BUCKET}Text: |\n        if x:\n`;
    const document = await begun("yaml", script);
    await type(document, "        then:\n", false);
    assert.equal(document.getText().replaceAll("\r\n", "\n"), `${script}        then:\n        `);
    const services = "services:\n  web:\n    image: x\n    volumes:";
    const compose = await opened("yaml", services, ViewColumn.Beside);
    await type(compose, "\n- a:\n", false);
    assert.equal(compose.getText().replaceAll("\r\n", "\n"), `${services}\n    - a:\n    `);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until(window.onDidChangeActiveTextEditor, () => window.activeTextEditor?.document === document);
  });

  for (const [line, last] of [
    ["Type: AWS::EC2::Instanc", "e"],
    ["DeletionPolicy: Snapsho", "t"],
    ["Condition: IsWeste", "r"],
  ] as const) {
    it(`begins a line behind ${line}${last} before the server has answered`, async () => {
      const conditions = "Conditions:\n  IsWester: !Equals [a, b]\n  IsWestern: !Equals [a, b]\n";
      const begin = `${conditions}Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n  B:\n    ${line}`;
      const document = await begun("yaml", begin);
      await commands.executeCommand("editor.action.triggerSuggest");
      await answered(document);
      await type(document, `${last}\nX`, false);
      assert.equal(document.getText().replaceAll("\r\n", "\n"), `${begin}${last}\n    X`);
    });
  }

  it("leaves no tab stop behind that would take the next Tab", async () => {
    const document = await begun("yaml", "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Prop");
    await answered(document);
    await commands.executeCommand("editor.action.triggerSuggest");
    await answered(document);
    await type(document, "\n", true);
    await type(document, "\tBucketName: a", false);
    assert.match(document.getText(), /\n {4}Properties:\r?\n {8}BucketName: a$/);
  });

  for (const [name, language, begin, keys, end] of cases) {
    for (const settled of [false, true]) {
      it(`leaves ${name} as it is typed${settled ? ", with an open list" : ""}`, async () => {
        const document = await begun(language, begin);
        await type(document, keys, settled);
        assert.equal(document.getText().replaceAll("\r\n", "\n"), end);
      });
    }
  }
});
