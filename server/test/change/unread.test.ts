import assert from "node:assert/strict";
import { createCatalogue } from "../../src/catalogue/createCatalogue.ts";
import { changeReport } from "../../src/change/report.ts";
import { templateChange } from "../../src/change/templateChange.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { isSyntaxError } from "../../src/model/tree/syntaxProblem.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { edited } from "./edited.ts";

const catalogue = createCatalogue(catalogueData());

const YAML = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBName: !Sub "app-\${Env}"
      Tags:
        - Key: a
          Value: b
  Main:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      Tags: [{Key: a, Value: b}]
  Table:
    Type: AWS::DynamoDB::Table
    Condition: IsProd
    Properties:
      TableName: !If [IsProd, 't', "u"]
Outputs:
  Url:
    Value: !Ref Main
    Export: {Name: url}
`;
const JSON_TEXT = `{
  "Resources": {
    "Db": {
      "Type": "AWS::RDS::DBInstance",
      "Properties": { "Engine": "mysql", "DBName": { "Fn::Sub": "a" } }
    },
    "Main": {
      "Type": "AWS::SQS::Queue",
      "Properties": { "FifoQueue": true, "Tags": [{ "Key": "a", "Value": "b" }] }
    }
  },
  "Outputs": { "Url": { "Value": { "Ref": "Main" }, "Export": { "Name": "url" } } }
}
`;

function compared(before: string, after: string) {
  return templateChange({ template: parse(before) }, { template: parse(after) }, catalogue);
}

function told(change: ReturnType<typeof compared>): readonly string[] {
  return changeReport(change, "en").sections.flatMap(({ items }) => items.map(({ text }) => text));
}

const EDITS: readonly (readonly [typed: string, length: number])[] = [
  ["  ", 0],
  ['"', 0],
  ["[", 0],
  ["{", 0],
  ["'", 0],
  ["\n", 0],
  [": ", 0],
  ["", 1],
  ["", 4],
];

describe("a template that cannot be read whole", () => {
  for (const [format, text] of [
    ["YAML", YAML],
    ["JSON", JSON_TEXT],
  ] as const)
    it(`loses nothing, wherever the error is in ${format}`, () => {
      let broken = 0;
      for (let at = 0; at < text.length; at++) {
        const [typed, length] = EDITS[at % EDITS.length] ?? ["", 1];
        const other = text.slice(0, at) + typed + text.slice(at + length);
        if (!parse(other).errors.some(isSyntaxError)) continue;
        broken++;
        const [change, back] = [compared(text, other), compared(other, text)];
        for (const lines of [told(change), told(back)])
          assert.deepEqual(
            lines.filter((line) => !/syntax error|is created$/.test(line)),
            [],
            `${JSON.stringify(typed)} at ${at}`,
          );
      }
      assert.ok(broken > 100, `${broken}`);
    });

  const DB = "Db:\n  Type: AWS::RDS::DBInstance\n  Properties:\n«→  »    Engine: mysql\n    DBName: a\n";
  const cases: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
    [
      "says what is not compared, and compares the rest",
      `${DB}T:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: «a→b»}`,
      [
        "T (AWS::SNS::Topic) is replaced; the old one is deleted",
        "The template has a syntax error, so CloudFormation refuses it. Not compared: Db.",
      ],
    ],
    [
      "tells the removal of another resource when all can be read again",
      `${DB}«T:\n  Type: AWS::DynamoDB::Table→»`,
      ["The template has a syntax error, so CloudFormation refuses it. Not compared: Db, T."],
    ],
    [
      "carries nothing over to what is not compared",
      `${DB}    DBSecurityGroups: [!Ref G]\nG:\n  Type: AWS::RDS::DBSecurityGroup\n  Properties: {EC2VpcId: «a→b»}`,
      [
        "G (AWS::RDS::DBSecurityGroup) is replaced; the old one is deleted",
        "The template has a syntax error, so CloudFormation refuses it. Not compared: Db.",
      ],
    ],
    [
      "compares nothing if an error may change all of it",
      "Parameters:\n  P: {Type: String}\nGlobals:\n  Function: {Timeout: 3«→}»}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→b»}",
      ["The template has a syntax error, so CloudFormation refuses it. Not compared: Resources, Outputs."],
    ],
    [
      "compares what is not made of what cannot be read",
      "Parameters:\n  P: {Type: String, Default: a«→}»}\nConditions:\n  C: !Not [!Condition D]\n  D: !Equals [!Ref P, a]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→b»}\n  Q:\n    Type: AWS::SQS::Queue\n    Condition: C\n    Properties: {QueueName: «a→b»}",
      [
        "T (AWS::SNS::Topic) is replaced; the old one is deleted",
        "The template has a syntax error, so CloudFormation refuses it. Not compared: Q.",
      ],
    ],
    ...(["Outp", "M", "Metadata:\n  A: {{"] as const).map((typed): (typeof cases)[number] => [
      `compares what is above a line that is being typed: ${JSON.stringify(typed)}`,
      `Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→b»}\n  Q:\n    Type: AWS::SQS::Queue\n«→${typed}»`,
      [
        "T (AWS::SNS::Topic) is replaced; the old one is deleted",
        `The template has a syntax error, so CloudFormation refuses it.${typed.startsWith("Metadata") ? "" : " Not compared: Q."}`,
      ],
    ]),
    [
      "says it of the template before",
      `${DB.replace("«→  »", "«  →»")}T: {Type: AWS::SNS::Topic}`,
      ["The template before has a syntax error. Not compared: Db."],
    ],
    [
      "says it of a new template",
      "Resources:\n«→  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: [a}»",
      ["T (AWS::SNS::Topic) is created", "The template has a syntax error, so CloudFormation refuses it."],
    ],
    [
      "takes a key without a value for one that is still being written",
      "Q:\n  Type: AWS::SQS::Queue\n  Properties:\n    DelaySeconds: 1«→\n    FifoQueue: »",
      ["FifoQueue of Q has no value, so CloudFormation refuses the template. It is not compared."],
    ],
    [
      "takes a value that is gone for one that is still being written",
      "Q:\n  Type: AWS::SQS::Queue\n  Properties:\n    DelaySeconds: «1→2»\n    QueueName: «a→»",
      [
        "Q (AWS::SQS::Queue) is updated",
        "QueueName of Q has no value, so CloudFormation refuses the template. It is not compared.",
      ],
    ],
    [
      "does so below a property, in a list and behind a function",
      "Q:\n  Type: AWS::SQS::Queue\n  Properties:\n    QueueName: «a→!Ref »\n    Tags:\n      - Key: a\n        Value: b\n«→      -\n»    RedrivePolicy:\n      maxReceiveCount: 1«→\n      deadLetterTargetArn: »",
      ["QueueName", "Tags", "RedrivePolicy"].map(
        (name) => `${name} of Q has no value, so CloudFormation refuses the template. It is not compared.`,
      ),
    ],
    [
      "says nothing of a type that is still being written",
      "Q:\n  Type: «AWS::SQS::Queue→»\n  DeletionPolicy: Retain",
      [],
    ],
    [
      "says nothing of properties that are still to be written",
      "Q:\n  Type: AWS::SQS::Queue\n  Properties:«\n    QueueName: a→»\n  DeletionPolicy: Retain",
      [],
    ],
    [
      "says nothing of an export that is still being written",
      "Resources:\n  A: {Type: AWS::SNS::Topic}\nOutputs:\n  O:\n    Value: «!Ref A→»\n    Export: {Name: a}\n  P:\n    Value: !Ref A\n    Export:\n      Name: «b→»\n",
      [],
    ],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(told(edited(source)), expected));
});
