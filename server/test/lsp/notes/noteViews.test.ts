import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { NotesAt } from "../../../src/protocol/notes.ts";
import { withCaret } from "../../marked.ts";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";
const QUEUE = "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n";

const TYPED: readonly (readonly [what: string, source: string, isUnfinished: boolean])[] = [
  ["a key without its colon", `${QUEUE}    DeletionPo<|>\n`, true],
  ["a whole key without its colon", `${QUEUE}    DeletionPolicy<|>\n`, true],
  ["a key", `${QUEUE}    DeletionPolicy<|>: Retain\n`, false],
  ["a key that no note knows", `${QUEUE}    Nonsense<|>: 1\n`, false],
  ["a key whose value is still to come", `${QUEUE}    DeletionPolicy: <|>\n`, false],
  ["a key in quotes", '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "DeletionPolicy<|>": "Retain"}}}', false],
  ["a type that no note knows", `${QUEUE}  Other:\n    Type: AWS::Nonse<|>\n`, true],
  ["a value of a key that a note knows", `${QUEUE}    DeletionPolicy: Ret<|>\n`, false],
  ["white space", `${QUEUE}    <|>\n`, true],
];

const ENDS: readonly (readonly [what: string, source: string, label: string])[] = [
  ["a name", `Resources:\n  Queue:<|>\n    Type: AWS::SQS::Queue\n`, "Queue"],
  ["a key", `${QUEUE}    Properties:\n      RedrivePolicy:<|>\n        maxReceiveCount: 5\n`, "RedrivePolicy"],
  ["a key and a space", `${QUEUE}    DeletionPolicy: <|>\n    UpdateReplacePolicy: Retain\n`, "DeletionPolicy"],
  ["a key of a text", `${QUEUE}    Properties:\n      QueueName: |<|>\n        a\n`, "QueueName"],
  [
    "a key in quotes",
    '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue",\n "Properties": {"RedrivePolicy": {<|>\n"maxReceiveCount": 5}}}}}',
    "RedrivePolicy",
  ],
  ["a key in front of its value", `${QUEUE}    DeletionPolicy: <|> Retain\n`, ""],
];

const INSERTED: readonly (readonly [what: string, source: string, typed: string, text: string, label: string])[] = [
  ["a key in place of its beginning", `${QUEUE}    Del<|>\n`, "Del", "DeletionPolicy: $0", "DeletionPolicy"],
  ["a key before anything is typed", `${QUEUE}    <|>\n`, "", "UpdateReplacePolicy: ", "UpdateReplacePolicy"],
  ["a type", `${QUEUE}  Other:\n    Type: <|>\n`, "", "AWS::SQS::Queue", "AWS::SQS::Queue"],
  [
    "a key in quotes",
    '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue", <|>}}}',
    "",
    '"DeletionPolicy": "${1|Delete,Retain|}"',
    "DeletionPolicy",
  ],
  [
    "a property at the end of others",
    "Resources:\n  Extra:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 60\n      DelaySeconds: 5\n      Rec<|>\nOutputs:\n  Url:\n    Value: x\n",
    "Rec",
    "RedrivePolicy:\n        ",
    "RedrivePolicy",
  ],
];

describe("the notes of a place", () => {
  let client: Client;

  beforeEach(async () => {
    client = new Client({ language: "en" });
    await client.start();
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  async function ask(source: string, typed?: string, text?: string): Promise<NotesAt> {
    const drawn = withCaret(source);
    await client.open(URI, drawn.text);
    const document = TextDocument.create(URI, "yaml", 1, drawn.text);
    const position = document.positionAt(drawn.offset);
    const start = document.positionAt(drawn.offset - (typed ?? "").length);
    const inserted = text === undefined ? {} : { inserted: { start, text } };
    return client.request<NotesAt>("cfnNotes/notesAt", { textDocument: { uri: URI }, position, ...inserted });
  }

  for (const [what, source, isUnfinished] of TYPED)
    it(`tell of ${what} that it is ${isUnfinished ? "not typed to its end" : "whole"}`, async () =>
      assert.equal((await ask(source)).isUnfinished, isUnfinished));

  for (const [written, label] of [
    ["Ty<|>pe: AWS::SQS::Queue", "AWS::SQS::Queue"],
    ['"Ty<|>pe" : "AWS::SQS::Queue"', "AWS::SQS::Queue"],
    ["Ty<|>p: AWS::SQS::Queue", ""],
  ] as const)
    it(`at the word in ${written.replace("<|>", "")} are those of ${label}`, async () =>
      assert.equal((await ask(`Resources:\n  Queue:\n    ${written}\n`)).label, label));

  for (const [what, source, label] of ENDS)
    it(`at the end of a line with ${what} are those of ${label || "nothing"}`, async () =>
      assert.equal((await ask(source)).label, label));

  for (const [what, source, typed, text, label] of INSERTED)
    it(`are those of ${what} that a list would insert`, async () => {
      const found = await ask(source, typed, text);
      assert.equal(found.label, label);
      assert.ok(found.notes.length > 0);
    });
});
