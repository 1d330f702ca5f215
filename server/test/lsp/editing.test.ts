import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { LinkedEditingRanges } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type TextEdit,
} from "vscode-languageserver-types";
import { OPEN_NOTE_COMMAND } from "../../src/protocol/notes.ts";
import { withCaret } from "../marked.ts";
import { Client } from "./client.ts";

const URI = "file:///template.yaml";
const FORMAT = { tabSize: 2, insertSpaces: true };

const value = (text: string): string =>
  `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${text}\n`;

describe("what an editor asks while somebody edits", () => {
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
  ): Promise<{ textDocument: { uri: string }; position: Position; document: TextDocument }> {
    const { text, offset } = withCaret(source);
    await client.open(URI, text);
    const document = TextDocument.create(URI, "yaml", 1, text);
    return { textDocument: { uri: URI }, position: document.positionAt(offset), document };
  }

  it("selection ranges, one for each position, from the inside to the whole", async () => {
    const { textDocument, position, document } = await at(value("!GetAtt Own.A<|>rn"));
    const [found, top] = await client.request<SelectionRange[]>("textDocument/selectionRange", {
      textDocument,
      positions: [position, { line: 0, character: 0 }],
    });
    const texts: string[] = [];
    for (let one = found; one !== undefined && texts.length < 4; one = one.parent)
      texts.push(document.getText(one.range));
    assert.deepEqual(texts, ["Arn", "Own.Arn", "!GetAtt Own.Arn", "BucketName: !GetAtt Own.Arn"]);
    assert.equal(top && document.getText(top.range), "Resources");
  });

  it("signature help, with texts for parameters where a client wants no offsets", async () => {
    const { textDocument, position } = await at(value("!If [C, <|>"));
    const found = await client.request<SignatureHelp>("textDocument/signatureHelp", { textDocument, position });
    const [signature] = found.signatures;
    assert.equal(signature?.label, "!If [Condition, then, else]");
    assert.equal(found.activeParameter, 1);
    assert.deepEqual(
      signature?.parameters?.map(({ label }) => label),
      ["Condition", "then", "else"],
    );
    assert.deepEqual(Object.keys(signature?.documentation ?? {}), ["kind", "value"]);
  });

  it("no signature by itself for a comma in a script", async () => {
    const { textDocument, position } = await at(value("!Sub |\n        a,<|>"));
    const context = { triggerKind: 2, triggerCharacter: ",", isRetrigger: false };
    assert.equal(await client.request("textDocument/signatureHelp", { textDocument, position, context }), null);
  });

  it("linked editing of a variable with its key, and of nothing else", async () => {
    const { textDocument, position } = await at(value("!Sub ['${A<|>b}', {Ab: x}]"));
    const found = await client.request<LinkedEditingRanges>("textDocument/linkedEditingRange", {
      textDocument,
      position,
    });
    assert.equal(found.ranges.length, 2);
    const elsewhere = { textDocument, position: { line: 1, character: 3 } };
    assert.equal(await client.request("textDocument/linkedEditingRange", elsewhere), null);
  });

  it("highlights tell where a name is declared, and other resources of a type", async () => {
    const { textDocument, position } = await at(`${value("x")}Outputs:\n  O:\n    Value: !Ref <|>B\n`);
    const found = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", {
      textDocument,
      position,
    });
    assert.deepEqual(
      found.map(({ kind, range }) => [kind, range.start.line]),
      [
        [DocumentHighlightKind.Write, 1],
        [DocumentHighlightKind.Read, 7],
      ],
    );
    const type = { textDocument, position: { line: 2, character: 12 } };
    const alike = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", type);
    assert.deepEqual(
      alike.map(({ kind }) => kind),
      [DocumentHighlightKind.Text],
    );
  });

  it("tokens of a range are those of the whole that stand there", async () => {
    const { textDocument } = await at(`${value("!Ref AWS::Region")}  C:\n    Type: x\n    DependsOn: B<|>\n`);
    const whole = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
    const range: Range = { start: { line: 5, character: 0 }, end: { line: 8, character: 0 } };
    const part = await client.request<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range });
    assert.equal(whole.data.length, 15);
    assert.deepEqual(part.data.slice(0, 3), [7, 15, 1]);
    assert.equal(part.data.length, 5);
  });

  it("formats, and does not while that is switched off", async () => {
    const { textDocument, document } = await at("Resources:\n    A:<|>\n        Type: AWS::S3::Bucket  \n");
    const edits = await client.request<TextEdit[]>("textDocument/formatting", { textDocument, options: FORMAT });
    assert.equal(TextDocument.applyEdits(document, edits), "Resources:\n  A:\n    Type: AWS::S3::Bucket\n");
    const off = new Client({ formatting: { enabled: false } });
    await off.start();
    await off.open(URI, document.getText());
    assert.equal(await off.request("textDocument/formatting", { textDocument, options: FORMAT }), null);
    await off.stop();
  });

  it("indents the line that Enter begins", async () => {
    const { textDocument, position, document } = await at(
      "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n<|>\n",
    );
    const edits = await client.request<TextEdit[]>("textDocument/onTypeFormatting", {
      textDocument,
      position,
      ch: "\n",
      options: FORMAT,
    });
    assert.ok(TextDocument.applyEdits(document, edits).endsWith("Properties:\n      \n"));
  });
});

describe("what a server is told of its client", () => {
  const JAPANESE =
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: '値😀' # 値\n      Tags: [{Key: 値😀, Value: !GetAtt B.Arn}]\n";

  for (const [encoding, of] of [
    ["utf-8", (text: string) => Buffer.byteLength(text)],
    ["utf-32", (text: string) => [...text].length],
  ] as const)
    it(`positions in ${encoding}, in and out, in edits too`, async () => {
      const client = new Client({ language: "en" });
      const { capabilities } = await client.start({ capabilities: { general: { positionEncodings: [encoding] } } });
      assert.equal(capabilities.positionEncoding, encoding);
      await client.open(URI, JAPANESE);
      const line = JAPANESE.split("\n")[5] ?? "";
      const position = { line: 5, character: of(line.slice(0, line.indexOf("B.Arn"))) };
      const highlights = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", {
        textDocument: { uri: URI },
        position,
      });
      assert.deepEqual(highlights[1]?.range, { start: position, end: { line: 5, character: position.character + 1 } });
      const tokens = await client.request<SemanticTokens>("textDocument/semanticTokens/full", {
        textDocument: { uri: URI },
      });
      const getAtt = of(line.slice(0, line.indexOf("!GetAtt")));
      assert.deepEqual(tokens.data.slice(0, 3), [5, getAtt, 7]);
      // Behind the signs that count differently, two edits, the second of which counts from the first.
      const key = { line: 5, character: of(line.slice(0, line.indexOf("値"))) };
      const attribute = position.character + of("値B.");
      await client.change(URI, [
        { range: { start: key, end: key }, text: "値" },
        {
          range: { start: { line: 5, character: attribute }, end: { line: 5, character: attribute + 3 } },
          text: "DomainName",
        },
      ]);
      const hover = await client.request<Hover>("textDocument/hover", {
        textDocument: { uri: URI },
        position: { line: 5, character: attribute },
      });
      assert.deepEqual(hover.range, {
        start: { line: 5, character: attribute },
        end: { line: 5, character: attribute + 10 },
      });
      assert.deepEqual(client.errors, []);
      await client.stop();
    });

  it("a client without Markdown gets plain text", async () => {
    const client = new Client({ language: "en" });
    const plain = { contentFormat: ["plaintext" as const] };
    await client.start({ capabilities: { textDocument: { hover: plain } } });
    await client.open(URI, value("x"));
    const found = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri: URI },
      position: { line: 2, character: 14 },
    });
    const { kind, value: text } = found.contents as { kind: string; value: string };
    assert.equal(kind, "plaintext");
    assert.match(text, /^AWS::S3::Bucket · Ref/m);
    assert.match(text, /\(https:\/\/docs\.aws\.amazon\.com/);
    assert.doesNotMatch(text, /\*\*|`/);
    await client.stop();
  });

  it("says which version it is, and offers what it has handlers for", async () => {
    const client = new Client({ language: "en" });
    const { serverInfo, capabilities } = await client.start();
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    assert.deepEqual(serverInfo, { name: "cfn-notes", version });
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.stop();
  });

  it("VS Code is offered formatting for each YAML template by itself", async () => {
    const client = new Client({ language: "en" });
    const { capabilities } = await client.start({ initializationOptions: { commands: [OPEN_NOTE_COMMAND] } });
    assert.equal(capabilities.documentFormattingProvider, undefined);
    const uri = "file:///my%20folder/t%5B1%5D.yaml";
    await client.open(uri, value("x"));
    await client.open("file:///other.yaml", "a: b\n");
    await client.open("file:///t.json", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}');
    const ours = (): readonly unknown[] => client.registrations.filter(({ method }) => /ormatting/.test(method));
    await client.until(() => ours().length === 2);
    assert.deepEqual(
      client.registrations.map(({ method, registerOptions }) => [method, registerOptions]),
      [
        ["textDocument/formatting", { documentSelector: [{ scheme: "file", pattern: "/my folder/t[1].yaml" }] }],
        [
          "textDocument/onTypeFormatting",
          { documentSelector: [{ scheme: "file", pattern: "/my folder/t[1].yaml" }], firstTriggerCharacter: "\n" },
        ],
      ],
    );
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await client.until(() => ours().length === 0);
    assert.deepEqual(client.errors, []);
    await client.stop();
  });
});
