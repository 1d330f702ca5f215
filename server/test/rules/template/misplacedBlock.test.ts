import assert from "node:assert/strict";
import { checkRows, fixed, found } from "../checkRule.ts";

const HEAD = "Resources:\n  A:\n    Type: AWS::SQS::Queue\n";
const TAIL = "  Z:\n    Type: AWS::SQS::Queue\n";
const QUEUE =
  "  Type: AWS::SQS::Queue\n  DependsOn: A\n  Properties:\n    DelaySeconds: 1\n\n    Tags: # all\n      - Key: a\n        Value: b\n";
const BUCKET =
  "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n      BucketName: own\n";
const deeper = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** The template with the block as it is pasted (its name marked), and as it should be. */
const blocks: readonly (readonly [name: string, pasted: string, right: string])[] = [
  ["a block at the beginning of a line", `${HEAD}«B»:\n${QUEUE}`, `${HEAD}  B:\n${deeper(QUEUE)}`],
  ["a block whose first line is indented", `${HEAD}  «B»:\n${QUEUE}${TAIL}`, `${HEAD}  B:\n${deeper(QUEUE)}${TAIL}`],
  [
    "a resource in the column of its name, without a colon",
    `Resources:\n  «B»\n${QUEUE}${TAIL}`,
    `Resources:\n  B:\n${deeper(QUEUE)}${TAIL}`,
  ],
  [
    "two blocks",
    `${HEAD}«B»:\n${QUEUE}C:\n${QUEUE}Outputs:\n  B:\n    Value: !Ref B\n`,
    `${HEAD}  B:\n${deeper(QUEUE)}  C:\n${deeper(QUEUE)}Outputs:\n  B:\n    Value: !Ref B\n`,
  ],
  [
    "two blocks whose first line is indented, before others",
    `${HEAD}  «B»:\n${QUEUE}C:\n${QUEUE}${TAIL}`,
    `${HEAD}  B:\n${deeper(QUEUE)}  C:\n${deeper(QUEUE)}${TAIL}`,
  ],
  [
    "properties in the column of a name",
    `${BUCKET}  «VersioningConfiguration»:\n    Status: Enabled\n  Tags:\n    - Key: a\n      Value: b\n${TAIL}`,
    `${BUCKET}      VersioningConfiguration:\n        Status: Enabled\n      Tags:\n        - Key: a\n          Value: b\n${TAIL}`,
  ],
  [
    "properties beside Properties",
    `${BUCKET}    «VersioningConfiguration»:\n      Status: Enabled\n    Tags:\n      - Key: a\n        Value: b\nOutputs:\n  B:\n    Value: !Ref B\n`,
    `${BUCKET}      VersioningConfiguration:\n        Status: Enabled\n      Tags:\n        - Key: a\n          Value: b\nOutputs:\n  B:\n    Value: !Ref B\n`,
  ],
  [
    "properties at the beginning of a line, before a section",
    `${BUCKET}«Tags»:\n  - Key: a\n    Value: b\nVersioningConfiguration:\n  Status: Enabled\nOutputs:\n  B:\n    Value: !Ref B\n`,
    `${BUCKET}      Tags:\n        - Key: a\n          Value: b\n      VersioningConfiguration:\n        Status: Enabled\nOutputs:\n  B:\n    Value: !Ref B\n`,
  ],
  [
    "properties at the beginning of a line, before a resource",
    `${BUCKET}«VersioningConfiguration»:\n  Status: Enabled\n${TAIL}`,
    `${BUCKET}      VersioningConfiguration:\n        Status: Enabled\n${TAIL}`,
  ],
  [
    "properties at the beginning of a line, a list before a resource",
    `${BUCKET}«Tags»:\n  - Key: a\n    Value: b\n${TAIL}`,
    `${BUCKET}      Tags:\n        - Key: a\n          Value: b\n${TAIL}`,
  ],
  [
    "the first properties at the beginning of a line",
    `${HEAD}    Properties:\n«DelaySeconds»: 1\nQueueName: q\n`,
    `${HEAD}    Properties:\n      DelaySeconds: 1\n      QueueName: q\n`,
  ],
  [
    "a resource among the properties of another one",
    `${BUCKET}      «Q»:\n        Type: AWS::SQS::Queue\n        Properties:\n          DelaySeconds: 1\n\n${TAIL}`,
    `${BUCKET}  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 1\n\n${TAIL}`,
  ],
  [
    "resources among the attributes of another one",
    `${HEAD}    «B»:\n      Type: AWS::SQS::Queue\n    C:\n      Type: AWS::SNS::Topic\n`,
    `${HEAD}  B:\n    Type: AWS::SQS::Queue\n  C:\n    Type: AWS::SNS::Topic\n`,
  ],
];

describe("misplaced-block", () => {
  checkRows([
    ...blocks.map(([name, pasted]) => ["misplaced-block", name, pasted] as const),
    ["misplaced-block", "a resource that is called Type", "Resources:\n  A:\n  Type:\n    Type: AWS::SQS::Queue\n"],
    ["misplaced-block", "a name without a value", "Resources:\n  A:\n  B:\n    Type: AWS::SQS::Queue\n"],
    ["misplaced-block", "a word that may become a resource", `${BUCKET}  Tags: Ty\n`],
    ["misplaced-block", "a resource called like a property", `${BUCKET}  Tags:\n    Type: AWS::SQS::Queue\n`],
    ["misplaced-block", "a key at the top that is being typed", `${BUCKET}Tags:\n`],
    [
      "misplaced-block",
      "a resource before properties of the other one",
      `${BUCKET}      Q:\n        Type: AWS::SQS::Queue\n      Tags: []\n`,
    ],
    ["misplaced-block", "another key at the top", `${HEAD}x-common:\n  Kind: a::b\n`],
  ]);

  for (const [name, pasted, right] of blocks) {
    it(`says of ${name} nothing else, and indents it`, () => {
      const text = pasted.replace(/[«»]/g, "");
      assert.deepEqual(
        found(text)
          .filter(({ severity }) => severity === "error")
          .map(({ code }) => code),
        ["misplaced-block"],
      );
      assert.equal(fixed("misplaced-block", text), right);
    });
  }
});
