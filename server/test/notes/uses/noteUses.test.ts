import assert from "node:assert/strict";
import { parse } from "../../../src/model/reading/parse.ts";
import { mayShow } from "../../../src/notes/uses/mayShow.ts";
import { type NoteUse, noteUses, noteUsesNow, usesOfNotes } from "../../../src/notes/uses/noteUses.ts";
import { drawn, withSpans } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const NOTES = `# Memo

## UpdateReplacePolicy

What stays.

## SQS queues
<!-- cfn: AWS::SQS::Queue -->

On queues.

### VisibilityTimeout

How long.

## cfn-signal

It reports.

## Description
<!-- cfn: section:Description -->

In words.
`;

/** Where the note of a title shows, drawn into the template. */
function check(name: string, title: string, template: string): void {
  it(name, () => {
    const { text } = withSpans(template);
    const index = fullIndex(NOTES);
    const uses = noteUsesNow(parse(text), index).filter(({ note }) => note.title === title);
    const spans = uses.map(({ span }) => span);
    assert.equal(drawn(text, spans), template);
    const bindings = index.bindingsIn("file:///notes/0.md").filter(({ note }) => note.title === title);
    const [{ note } = { note: undefined }] = bindings;
    const steps = note && usesOfNotes(new Set([note.id]), bindings, parse(text), index, "file:///t.yaml", []);
    let step = steps?.next();
    while (step?.done === false) step = steps?.next();
    if (step?.done === true) assert.deepEqual(step.value, spans, "the places of one note are those of it among all");
    assert.equal(mayShow(bindings, text), spans.length > 0, "whether it may show is told by the text");
  });
}

const QUEUES = `Description: On messages
Resources:
  A:
    Type: AWS::SQS::Queue
    UpdateReplacePolicy: Retain
    Properties:
      VisibilityTimeout: 5
  B:
    Type: AWS::SQS::Queue
    UpdateReplacePolicy: Delete
`;

const told = (uses: readonly NoteUse[]): readonly string[] =>
  uses.map(({ note, span, entry, before }) => `${entry?.name ?? ""} ${note.id} ${span.start}-${span.end} ${before}`);

describe("the places of notes in a template", () => {
  check("on types", "SQS queues", QUEUES.replaceAll("AWS::SQS::Queue", "«AWS::SQS::Queue»"));
  check(
    "on an attribute, once in a line with its value",
    "UpdateReplacePolicy",
    QUEUES.replaceAll("UpdateReplacePolicy", "«UpdateReplacePolicy»"),
  );
  check(
    "on a property, once in a line with its value",
    "VisibilityTimeout",
    QUEUES.replace("VisibilityTimeout", "«VisibilityTimeout»"),
  );
  check(
    "on a value in another line than its key",
    "UpdateReplacePolicy",
    "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    «UpdateReplacePolicy»:\n      «Retain»\n",
  );
  check("outside of entries", "Description", QUEUES.replace("Description", "«Description»"));
  check("nowhere", "cfn-signal", QUEUES);
  check(
    "in scripts",
    "cfn-signal",
    "Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: |\n          «cfn-signal» -e 0\n",
  );
  check(
    "in JSON",
    "UpdateReplacePolicy",
    '{"Resources": {"A": {"Type": "AWS::SQS::Queue", "«UpdateReplacePolicy»": "Retain"}}}',
  );

  it("are found again after edits as from scratch", () => {
    const index = fullIndex(NOTES);
    let template = parse(QUEUES);
    noteUsesNow(template, index);
    for (const [from, to] of [
      ["Retain", "Delete"],
      ["  B:", "  Second:"],
      ["  A:\n", "  New:\n    Type: AWS::SQS::Queue\n  A:\n"],
      ["On messages", "On many messages"],
      ["VisibilityTimeout: 5", "VisibilityTimeout: {"],
    ] as const) {
      template = parse(template.text.replace(from, to), template);
      assert.deepEqual(told(noteUsesNow(template, index)), told(noteUsesNow(parse(template.text), fullIndex(NOTES))));
    }
  });

  it("follow the notes", () => {
    const index = fullIndex(NOTES);
    const template = parse(QUEUES);
    assert.ok(noteUsesNow(template, index).some(({ note }) => note.title === "SQS queues"));
    index.set(source("# Memo\n\n## UpdateReplacePolicy\n\nOther words.\n", { uri: "file:///notes/0.md" }));
    assert.deepEqual([...new Set(noteUsesNow(template, index).map(({ note }) => note.title))], ["UpdateReplacePolicy"]);
  });

  it("of unchanged entries are not looked for again", () => {
    const index = fullIndex(NOTES);
    const template = parse(
      QUEUES.replace(
        "Resources:\n",
        `Resources:\n${Array.from({ length: 200 }, (_, at) => `  X${at}: {Type: AWS::SQS::Queue}\n`).join("")}`,
      ),
    );
    const steps = (): number => [...noteUses(template, index)].length;
    const first = steps();
    assert.ok(steps() < first / 4);
  });
});
