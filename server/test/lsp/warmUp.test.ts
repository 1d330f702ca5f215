import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { warmUp } from "../../src/lsp/warmUp.ts";
import { parse } from "../../src/model/parse.ts";

/** What is asked for ahead, in order. */
async function asked(text: string): Promise<readonly string[]> {
  const log: string[] = [];
  const open = { document: TextDocument.create("file:///t.yaml", "yaml", 1, text), template: parse(text) };
  const note = (what: string) => async (params: { position: { line: number } }) => {
    log.push(`${what} in line ${params.position.line + 1}`);
    return null;
  };
  const whole =
    <Answer>(what: string, answer: Answer) =>
    async () => {
      log.push(what);
      return answer;
    };
  await warmUp({
    open,
    catalogue: {
      resourceType(name) {
        log.push(`texts of ${name}`);
        return undefined;
      },
    },
    notes: {
      *prepare() {
        log.push("notes");
        yield;
      },
    },
    complete({ text }, offset) {
      const lines = text.slice(0, offset).split("\n");
      log.push(`“${lines.at(-1)}” is completed in line ${lines.length}`);
    },
    *prepareEdits() {
      log.push("edits");
      yield;
    },
    requests: {
      hover: note("hover"),
      completion: note("completion"),
      symbols: whole("symbols", null),
      folding: whole("folding", null),
      semanticTokens: whole("tokens", { data: [] }),
    },
    activity: { whenIdle: async () => undefined },
    host: {
      // Only what is to be done much later is.
      sleep: (milliseconds) => new Promise((resolve) => (milliseconds < 1000 ? resolve() : setImmediate(resolve))),
      now: () => 0,
      within: (_milliseconds, run) => run(),
    },
  });
  return log;
}

describe("what is done ahead", () => {
  it("is the texts of each type, then the notes, then questions", async () => {
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
      "texts of AWS::SQS::Queue",
      "texts of AWS::SNS::Topic",
      "edits",
      "notes",
      "hover in line 3",
      "hover in line 4",
      "hover in line 5",
      "hover in line 5",
      "hover in line 9",
      "symbols",
      "folding",
      "tokens",
      "completion in line 3",
      "completion in line 5",
      "“      T” is completed in line 5",
      "“    T” is completed in line 9",
    ]);
  });

  it("is the notes and the structure where there is no resource", async () => {
    assert.deepEqual(await asked("Resources:\n  A:\n"), ["edits", "notes", "symbols", "folding", "tokens"]);
  });

  it("leaves the structure of texts alone that are longer than any template may be", async () => {
    assert.deepEqual(await asked(`Resources:\n  A: ${"x".repeat(1_000_000)}\n`), ["edits", "notes"]);
  });
});
