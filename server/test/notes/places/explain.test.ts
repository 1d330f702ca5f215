import assert from "node:assert/strict";
import { explain } from "../../../src/notes/places/explain.ts";
import { focusText } from "../../../src/notes/places/focusText.ts";
import { leftOutReason, shownReason, summaryText } from "../../../src/notes/places/reasonText.ts";
import type { NoteSource } from "../../../src/notes/reading/note.ts";
import { properties, resource, script, source } from "../noteAt.ts";
import { focusIn, fullIndex } from "./fullIndex.ts";

const QUEUE = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");

interface Expected {
  /** Each as `title: by context behind`. */
  readonly shown?: readonly string[];
  /** Each as `title: code`. */
  readonly leftOut?: readonly string[];
}

function check(what: string, template: string, notes: readonly (string | NoteSource)[], expected: Expected): void {
  it(what, () => {
    const { shown, leftOut } = explain(focusIn(template), fullIndex(...notes));
    assert.deepEqual(
      {
        shown: shown.map(({ note, by, context, behind }) => `${note.title}: ${by} ${context} ${behind ?? "first"}`),
        leftOut: leftOut.map(({ note, reason }) => `${note.title}: ${reason.code}`),
      },
      { shown: expected.shown ?? [], leftOut: expected.leftOut ?? [] },
    );
  });
}

describe("explaining a place", () => {
  check("names the winner", QUEUE, ["# SQS\n\n## 可視性タイムアウト\n\nText.\n"], {
    shown: ["可視性タイムアウト: name agrees first"],
  });
  check(
    "says what comes behind its own notes",
    QUEUE,
    [
      source("# Built\n\n## Hidden messages\n<!-- cfn: AWS::SQS::Queue.VisibilityTimeout -->\n\nText.\n", {
        uri: "cfn-notes-built-in:/en/x.md",
        builtIn: true,
      }),
      "# SQS\n\n## 可視性タイムアウト\n\nText.\n",
    ],
    { shown: ["可視性タイムアウト: name agrees first", "Hidden messages: marker agrees own"] },
  );
  check("says that another service is spoken of", QUEUE, ["# S3\n\n## 可視性タイムアウト\n\nText.\n"], {
    leftOut: ["可視性タイムアウト: other-service"],
  });
  check(
    "says that a note belongs elsewhere",
    QUEUE,
    ["# DynamoDB\n\n## VisibilityTimeout\n<!-- cfn: AWS::S3::Bucket -->\n\nText.\n"],
    {
      leftOut: ["VisibilityTimeout: elsewhere"],
    },
  );
  check(
    "says that a name is an everyday one",
    properties("AWS::Lambda::Function", "Time<|>out: 3"),
    ["# Memo\n\n## Timeout\n\nText.\n"],
    {
      leftOut: ["Timeout: ambiguous"],
    },
  );
  check(
    "says that the closer one comes first",
    resource("AWS::S3::Bucket", "DeletionPolicy: Ret<|>ain"),
    ["# Memo\n\n## DeletionPolicy\n\nText.\n\n- **Retain**：残す\n"],
    { shown: ["Retain: name agrees first", "DeletionPolicy: name silent specificity"] },
  );
  check("finds nothing where there is nothing", script("cfn-sig<|>nal"), ["# Memo\n\nText.\n"], {});

  it("sends somebody at a key that has no notes to those that have", () => {
    const focus = focusIn(QUEUE.replace("<|>", "").replace("Properties", "Prop<|>erties"));
    assert.match(summaryText(explain(focus, fullIndex()), "en"), /^No note can be bound to this key by itself\. /);
  });

  it("speaks English and Japanese", () => {
    const focus = focusIn(QUEUE);
    const explanation = explain(focus, fullIndex("# SQS\n\n## 可視性タイムアウト\n\nText.\n"));
    const [shown] = explanation.shown;
    assert.ok(shown);
    assert.equal(focusText(focus, "en"), "property VisibilityTimeout of AWS::SQS::Queue");
    assert.equal(focusText(focus, "ja"), "AWS::SQS::QueueのプロパティVisibilityTimeout");
    assert.equal(
      summaryText(explanation, "en"),
      "Notes that belong here: 1 of yours, 0 built-in. The first one shows in full.",
    );
    assert.equal(
      shownReason(shown, "en"),
      "Its name is understood as AWS::SQS::Queue.VisibilityTimeout. What stands above it agrees.",
    );
    assert.match(shownReason(shown, "ja"), /^名前をAWS::SQS::Queue.VisibilityTimeoutと理解しました。/);
    assert.match(leftOutReason({ code: "unknown", name: "三題噺" }, "en"), /not a name that CloudFormation/);
  });
});
