import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import type { NoteFolder, NotesAt, RenderedNote, SearchHit } from "../../src/protocol/notes.ts";
import { withCaret } from "../marked.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";

const WEB = `Resources:
  Web:
    Type: AWS::EC2::Instance
    DeletionPolicy: Retain
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource Wep --region \${AWS::Region}
Outputs:
  Id:
    Value: !Ref Web
`;

/** The line of a built-in note that the diagnostic on a resource in a signal leads to. */
function lineLinkedFrom(diagnostics: readonly Diagnostic[]): string {
  const found = diagnostics.find(({ code }) => code === "bootstrap-signal-unknown-resource");
  const [, file, number] = /^file:\/\/(.*helper-scripts\.md)#L(\d+)$/.exec(found?.codeDescription?.href ?? "") ?? [];
  return file === undefined ? "" : (readFileSync(file, "utf8").split("\n")[Number(number) - 1] ?? "");
}

describe("language server", () => {
  let client: Client;

  beforeEach(async () => {
    client = new Client({ language: "en" });
    await client.start();
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  async function at(
    source: string,
  ): Promise<{ textDocument: { uri: string }; position: { line: number; character: number } }> {
    const { text, offset } = withCaret(source);
    await client.open(URI, text);
    return { textDocument: { uri: URI }, position: TextDocument.create(URI, "yaml", 1, text).positionAt(offset) };
  }

  it("hovers with the note and the reference", async () => {
    const found = await client.request<Hover>("textDocument/hover", await at(WEB.replace("Deletion", "Dele<|>tion")));
    const { value } = found.contents as { value: string };
    assert.match(value, /^\*\*DeletionPolicy\*\*/);
    assert.match(value, /RetainExceptOnCreate/);
    assert.match(value, /docs\.aws\.amazon\.com/);
  });

  it("hovers over a word of a script", async () => {
    const found = await client.request<Hover>(
      "textDocument/hover",
      await at(WEB.replace("cfn-signal", "cfn-si<|>gnal")),
    );
    assert.match((found.contents as { value: string }).value, /^\*\*cfn-signal\*\*/);
  });

  it("gives nothing for what is no template", async () => {
    const params = await at("apiVersion: v1\nkind: Po<|>d\nmetadata:\n  name: DeletionPolicy\n");
    assert.equal(await client.request("textDocument/hover", params), null);
    assert.equal(await client.request("textDocument/completion", params), null);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  it("publishes diagnostics, and new ones after an edit", async () => {
    await client.open(URI, WEB);
    const found = (await client.diagnostics(URI)).find(({ code }) => code === "bootstrap-signal-unknown-resource");
    assert.ok(found);
    assert.equal(found.source, "cfn-notes");
    // The first diagnostics may lead to the note's title; they are told again when the sentence is found.
    await client.until(() => /--resource/.test(lineLinkedFrom(client.published.at(-1)?.diagnostics ?? [])));
    const line = WEB.split("\n").findIndex((text) => text.includes("Wep"));
    const character = WEB.split("\n")[line]?.indexOf("Wep") ?? 0;
    assert.deepEqual(found.range, { start: { line, character }, end: { line, character: character + 3 } });
    const range: Range = { start: { line, character: character + 2 }, end: { line, character: character + 3 } };
    await client.change(URI, [{ range, text: "b" }]);
    assert.ok(!(await client.diagnostics(URI)).some(({ code }) => code === "bootstrap-signal-unknown-resource"));
  });

  it("completes, and documents an item when asked", async () => {
    const params = await at("Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      Bucket<|>\n");
    const { items } = await client.request<CompletionList>("textDocument/completion", params);
    const item = items.find(({ label }) => label === "BucketName");
    assert.ok(item);
    const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
    assert.match((resolved.documentation as { value: string }).value, /bucket/i);
  });

  it("says once what all completions share, where the client understands that", async () => {
    const modern = new Client({ language: "en" });
    const itemDefaults = ["editRange", "insertTextFormat", "insertTextMode"];
    await modern.start({ completion: { completionList: { itemDefaults } } });
    const { text, offset } = withCaret("Resources:\n  B:\n    Type: AWS::S3::<|>\n");
    await modern.open(URI, text);
    const position = TextDocument.create(URI, "yaml", 1, text).positionAt(offset);
    const list = await modern.request<CompletionList>("textDocument/completion", {
      textDocument: { uri: URI },
      position,
    });
    assert.deepEqual(list.itemDefaults?.editRange, { start: { line: 2, character: 10 }, end: position });
    const bucket = list.items.find(({ label }) => label === "AWS::S3::Bucket");
    assert.ok(bucket);
    assert.equal(bucket.textEdit, undefined);
    await modern.stop();
  });

  const modes: readonly [client: string, completionItem: object, lines: readonly string[], mode: number | undefined][] =
    [
      [
        "that leaves it alone",
        { insertTextModeSupport: { valueSet: [1, 2] } },
        ["VersioningConfiguration:", "        Status: Enabled"],
        1,
      ],
      [
        "that adds that of the first line",
        { insertTextModeSupport: { valueSet: [2] } },
        ["VersioningConfiguration:", "  Status: Enabled"],
        undefined,
      ],
      [
        "that does not say, and leaves it alone in texts",
        {},
        ["VersioningConfiguration:", "        Status: Enabled"],
        undefined,
      ],
      ["that does not say, and adds it to snippets", {}, ["Tags:", "  - Key: Name", "    Value: name"], undefined],
    ];
  for (const [name, completionItem, lines, mode] of modes)
    it(`indents the further lines of a completion for a client ${name}`, async () => {
      const other = new Client({ language: "en" });
      await other.start({ completion: { completionItem: { snippetSupport: true, ...completionItem } } });
      const { text, offset } = withCaret("Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      V<|>\n");
      await other.open(URI, text);
      const position = TextDocument.create(URI, "yaml", 1, text).positionAt(offset);
      const list = await other.request<CompletionList>("textDocument/completion", {
        textDocument: { uri: URI },
        position,
      });
      const item = list.items.find(({ label }) => `${label}:` === lines[0]);
      assert.deepEqual(item?.textEdit?.newText.replaceAll(/\$\{\d:(\w+)\}/g, "$1").split("\n"), lines);
      assert.equal(item?.insertTextMode, mode);
      await other.stop();
    });

  it("goes to a definition from a reference and from a script, and back", async () => {
    const params = await at(WEB.replace("--resource Wep", "--resource W<|>eb"));
    const [definition] = await client.request<Location[]>("textDocument/definition", params);
    assert.equal(definition?.range.start.line, 1);
    const all = await client.request<Location[]>("textDocument/references", {
      ...params,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      all.map(({ range }) => range.start.line),
      [1, 8, 11],
    );
  });

  it("renames a resource in references and scripts, and refuses a name that is taken", async () => {
    const params = await at(WEB.replace("Wep", "Web").replace("!Ref Web", "!Ref W<|>eb"));
    const { changes } = await client.request<WorkspaceEdit>("textDocument/rename", { ...params, newName: "Server" });
    assert.equal(changes?.[URI]?.length, 3);
    await assert.rejects(
      client.request("textDocument/rename", { ...params, newName: "not valid" }),
      /only letters and digits/,
    );
  });

  it("adds a CreationPolicy with its signal in one action", async () => {
    const source = WEB.replace(/ +\/opt.*\n/, "").replace("AWS::EC2", "AWS::E<|>C2");
    const params = await at(source);
    const range = { start: params.position, end: params.position };
    const [action] = await client.request<CodeAction[]>("textDocument/codeAction", {
      ...params,
      range,
      context: { diagnostics: [], only: ["refactor.rewrite.cfnNotes.signal"] },
    });
    const edits = action?.edit?.changes?.[URI] ?? [];
    const text = TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, withCaret(source).text), edits);
    assert.match(text, /CreationPolicy:\n +ResourceSignal:/);
    assert.match(text, /cfn-signal .*--resource Web/);
  });

  it("applies all safe fixes at once", async () => {
    const source = `Resources:
  A:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub plain
      TopicName: !Sub other
`;
    await client.open(URI, source);
    await client.diagnostics(URI);
    const range: Range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [], only: ["source.fixAll"] },
    });
    const edits = actions[0]?.edit?.changes?.[URI] ?? [];
    const text = TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, source), edits);
    assert.match(text, /DisplayName: plain\n +TopicName: other\n/);
  });

  it("mends the same mistake in the whole file in one go", async () => {
    const source = "Resources:\n  A：\n    Type： “AWS::SNS::Topic”\n  B:\n　　Type：AWS::SNS::Topic\n";
    await client.open(URI, source);
    await client.diagnostics(URI);
    const range: Range = { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [], only: ["quickfix"] },
    });
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ["Use ASCII characters in this line", true],
        ["Fix all 3 of full-width-character in this file", undefined],
      ],
    );
    const edits = actions[1]?.edit?.changes?.[URI] ?? [];
    const text = TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, source), edits);
    assert.equal(text, 'Resources:\n  A:\n    Type: "AWS::SNS::Topic"\n  B:\n    Type: AWS::SNS::Topic\n');
  });

  it("outlines sections and entries", async () => {
    await client.open(URI, WEB);
    const found = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: URI } });
    assert.deepEqual(
      found.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ["Resources", ["Web"]],
        ["Outputs", ["Id"]],
      ],
    );
  });

  it("lists, finds and gives the built-in notes", async () => {
    const [folder] = await client.request<NoteFolder[]>("cfnNotes/noteTree", null);
    assert.equal(folder?.builtIn, true);
    const [hit] = await client.request<SearchHit[]>("cfnNotes/searchNotes", { query: "UpdateReplacePolicy" });
    assert.ok(hit);
    const note = await client.request<RenderedNote>("cfnNotes/note", { id: hit.id });
    assert.match(note.html, /<code>|<p>/);
    const file = hit.uri.replace(/[^/]+$/, "cloudformation-helper-scripts.md");
    const signal = { id: `${file}#@cfn-signal`, at: { words: ["Wep", "--resource"] } };
    const { html } = await client.request<RenderedNote>("cfnNotes/note", signal);
    const [, marked = ""] = /<mark class="at">(.*?)<\/mark>/.exec(html) ?? [];
    assert.match(marked, /--resource/);
    const places = await client.request<NotesAt>("cfnNotes/notesAt", await at(WEB.replace("Retain", "Ret<|>ain")));
    assert.match(places.notes[0]?.title ?? "", /DeletionPolicy|Retain/);
  });
});

describe("language server with notes of one's own", () => {
  it("shows them first, follows their changes, and tells of a folder that is not there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    try {
      await writeFile(join(folder, "mine.md"), "# 試験対策\n\n- **DeletionPolicy属性** : 消したくないときはRetain。\n");
      const missing = join(folder, "missing");
      const client = new Client({ notes: { folders: [folder, missing], builtIn: false }, language: "ja" });
      await client.start();
      await client.until(() => client.messages.length > 0);
      assert.match(client.messages.join("\n"), /missing」がありません/);
      await client.open(URI, WEB);
      const hover = async (): Promise<string> => {
        const position = { line: 3, character: 6 };
        const found = await client.request<Hover>("textDocument/hover", { textDocument: { uri: URI }, position });
        return (found.contents as { value: string }).value;
      };
      assert.match(await hover(), /^\*\*DeletionPolicy属性\*\*[\s\S]*消したくないときはRetain/);
      await writeFile(join(folder, "mine.md"), "# 試験対策\n\n- **DeletionPolicy属性** : スナップショットも選べる。\n");
      await client.untilAnswered(hover, (text) => text.includes("スナップショットも選べる"));
      assert.equal(client.messages.length, 1);
      assert.deepEqual(client.errors, []);
      await client.stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("takes settings from initializationOptions where the client has none", async () => {
    const client = new Client(null);
    await client.start({ initializationOptions: { notes: { builtIn: false }, hover: { reference: false } } });
    await client.open(URI, WEB);
    const position = { line: 3, character: 6 };
    assert.equal(await client.request("textDocument/hover", { textDocument: { uri: URI }, position }), null);
    await client.stop();
  });
});
