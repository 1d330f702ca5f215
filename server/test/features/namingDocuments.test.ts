import assert from "node:assert/strict";
import { namingDocuments } from "../../src/features/namingDocuments.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { runToEnd } from "../../src/text/runToEnd.ts";

const TEMPLATE = `
Parameters:
  RetentionDays: {Type: Number}
  Stage: {Type: String}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
Resources:
  InvoiceQueue: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
  Worker: {Type: AWS::Lambda::Function}
Outputs:
  QueueUrl: {Value: !Ref InvoiceQueue}
`;

/** What documents name of the template, by their files' names. */
function named(documents: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const sources = Object.entries(documents).map(
    ([name, text]) => ({ uri: `file:///ws/${name}`, text, builtIn: false, language: "en" }) as const,
  );
  const found = runToEnd(namingDocuments(parse(TEMPLATE), sources));
  return Object.fromEntries([...found].map(([uri, names]) => [uri.split("/").at(-1) ?? "", names]));
}

describe("documents that name what a template declares", () => {
  it("name two or more things that no everyday word is called like", () => {
    const text = "# Runbook\n\nQueueUrl is what the shop gets.\n\n## InvoiceQueue\n\nNever purge it.\n";
    assert.deepEqual(named({ "a.md": text }), { "a.md": ["InvoiceQueue", "QueueUrl"] });
    assert.deepEqual(named({ "b.md": "IsLive, and `RetentionDays`" }), { "b.md": ["RetentionDays", "IsLive"] });
    assert.deepEqual(named({ "c.md": "## Worker\n\nStage, InvoiceQueue" }), {});
    assert.deepEqual(named({ "d.md": "MyInvoiceQueue and RetentionDaysOfAll, RetentionDays" }), {});
  });

  it("or three with what CloudFormation calls what is in the template, outside of code", () => {
    const names = ["InvoiceQueue", "DeletionPolicy", "AWS::SQS::Queue"];
    assert.deepEqual(named({ "a.md": "`AWS::SQS::Queue` InvoiceQueueのDeletionPolicy" }), { "a.md": names });
    assert.deepEqual(named({ "README.md": "`AWS::SQS::Queue` InvoiceQueueのDeletionPolicy" }), {});
    assert.deepEqual(named({ "b.md": "UpdateReplacePolicy, DeletionPolicy" }), {});
    assert.deepEqual(named({ "c.md": `DeletionPolicy\n\n\`\`\`yaml\n${TEMPLATE}\`\`\`\n` }), {});
    assert.deepEqual(named({ "d.md": "DeletionPolicy, UpdatePolicy, cfn-signal, AWS::SNS::Topic" }), {});
  });

  it("are no changelogs", () => {
    assert.deepEqual(named({ "CHANGELOG.md": "- InvoiceQueue and RetentionDays are new\n" }), {});
  });
});
