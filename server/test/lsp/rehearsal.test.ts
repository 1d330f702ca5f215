import assert from "node:assert/strict";
import { rehearse } from "../../src/lsp/rehearsal.ts";
import { parse } from "../../src/model/parse.ts";

const TEXT = `Resources:
  A:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: a
  B:
    Type: AWS::SQS::Queue
  C:
    Type: AWS::SNS::Topic
`;

describe("what is tried ahead", () => {
  it("is a word begun in a resource of each type, and a changed type, whenever all is calm", async () => {
    const log: string[] = [];
    let calm = 0;
    await rehearse({
      template: parse(TEXT),
      *check({ text }) {
        yield;
        const changed = text.split("\n").find((line) => !TEXT.includes(`${line}\n`));
        log.push(`“${changed}” is checked`);
      },
      quiet: {
        async calm() {
          calm++;
        },
      },
      host: { delay: async () => undefined, now: () => 0, within: (_milliseconds, run) => run() },
    });
    assert.deepEqual(log, [
      "“      T” is checked",
      "“    Type: AWS::SQS::Queuxe” is checked",
      "“    T” is checked",
      "“    Type: AWS::SNS::Topixc” is checked",
    ]);
    assert.equal(calm, 4);
  });
});
