import assert from "node:assert/strict";
import type { Position } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { warmUp } from "../../../src/lsp/warmUp.ts";
import { parse } from "../../../src/model/reading/parse.ts";

/** What is asked for ahead, in order. */
async function asked(text: string): Promise<readonly string[]> {
  const log: string[] = [];
  const noted =
    (what: string) =>
    async ({ position }: { readonly position: Position }): Promise<null> => {
      log.push(`${what} in line ${position.line + 1}`);
      return null;
    };
  await warmUp({
    open: { document: TextDocument.create("file:///t.yaml", "yaml", 1, text), template: parse(text) },
    notes: {
      *prepare() {
        log.push("notes");
        yield;
      },
    },
    requests: { hover: noted("hover"), completion: noted("completion") },
    activity: { whenIdle: async () => undefined },
    host: { sleep: async () => undefined, now: () => 0, within: (_milliseconds, run) => run() },
    *last() {
      log.push("links");
      yield;
    },
  });
  return log;
}

describe("what is done ahead", () => {
  it("is the notes, then questions about what stands in the template, then links of diagnostics", async () => {
    const text = `Resources:
  A:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: a
  B:
    Type: AWS::SQS::Queue
  C:
    Type: AWS::SNS::Topic
`;
    assert.deepEqual(await asked(text), [
      "notes",
      "hover in line 3",
      "hover in line 4",
      "hover in line 5",
      "hover in line 5",
      "hover in line 9",
      "completion in line 3",
      "completion in line 4",
      "completion in line 5",
      "links",
    ]);
  });

  it("is the notes where there is no resource", async () =>
    assert.deepEqual(await asked("Resources:\n  A:\n"), ["notes", "links"]));
});
