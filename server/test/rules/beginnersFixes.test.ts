import assert from "node:assert/strict";
import { checkRows, fixed, type Row } from "./checkRule.ts";

const topic = (line: string): string =>
  `Resources:\n  Alarms:\n    Type: AWS::SNS::Topic\n    Properties:\n      ${line}\n  Jobs:\n    Type: AWS::SQS::Queue\n`;
const tests =
  'Parameters:\n  Stage: {Type: String, Default: dev}\nConditions:\n  IsLive: !Equals [!Ref Stage, live]\n  IsTest: !Equals [!Ref Stage, "test"]\n';
const used = 'Outputs:\n  Live:\n    Value: !If [IsLive, "1", !If [IsTest, "2", "3"]]\n';
const code = (value: string): string =>
  `Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: ${value}\n      Role: arn:aws:iam::123456789012:role/fn\n`;

/** What beginners write, and the text after the fixes. */
const MENDED: readonly (readonly [code: string, name: string, source: string, right: string])[] = [
  [
    "entry-shape",
    "a condition by Ref",
    `${tests}${topic("TopicName: a").replace("    Properties", "    Condition: !Ref IsLive\n    Properties")}${used}`,
    `${tests}${topic("TopicName: a").replace("    Properties", "    Condition: IsLive\n    Properties")}${used}`,
  ],
  [
    "entry-shape",
    "a condition by Condition, in JSON",
    '{"Conditions": {"C": {"Fn::Equals": ["a", {"Ref": "AWS::Region"}]}}, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Condition": {"Condition": "C"}}}}',
    '{"Conditions": {"C": {"Fn::Equals": ["a", {"Ref": "AWS::Region"}]}}, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Condition": "C"}}}',
  ],
  [
    "entry-shape",
    "a dependency by Ref",
    topic("TopicName: a").replace("    Properties", "    DependsOn: [!Ref Jobs]\n    Properties"),
    topic("TopicName: a").replace("    Properties", "    DependsOn: [Jobs]\n    Properties"),
  ],
  [
    "entry-shape",
    "an output without Value",
    `${topic("TopicName: a")}Outputs:\n  Queue: !Ref Jobs\n  Name: jobs\n`,
    `${topic("TopicName: a")}Outputs:\n  Queue:\n    Value: !Ref Jobs\n  Name:\n    Value: jobs\n`,
  ],
  [
    "entry-shape",
    "an output without Value, in JSON",
    '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}, "Outputs": {"O": {"Ref": "T"}}}',
    '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}, "Outputs": {"O": {"Value": {"Ref": "T"}}}}',
  ],
  [
    "entry-shape",
    "types beside their names",
    "Parameters:\n  Stage: String\nResources:\n  Alarms: AWS::SNS::Topic\n",
    "Parameters:\n  Stage:\n    Type: String\nResources:\n  Alarms:\n    Type: AWS::SNS::Topic\n",
  ],
  [
    "function-arguments",
    "conditions by Ref and by name",
    `${tests}  Both: !And [IsLive, IsTest]\n${topic("DisplayName: !If [!Ref Both, a, b]")}${used}`,
    `${tests}  Both: !And [!Condition IsLive, !Condition IsTest]\n${topic("DisplayName: !If [Both, a, b]")}${used}`,
  ],
  [
    "function-arguments",
    "a choice without brackets",
    `${tests}${topic("DisplayName: !If IsLive, a, b")}${used}`,
    `${tests}${topic("DisplayName: !If [IsLive, a, b]")}${used}`,
  ],
  [
    "unknown-ref",
    "a condition by Ref within another one",
    `${tests}  Not: !Not [!Ref IsLive]\n${topic("DisplayName: !If [Not, a, b]")}${used}`,
    `${tests}  Not: !Not [!Condition IsLive]\n${topic("DisplayName: !If [Not, a, b]")}${used}`,
  ],
  [
    "pseudo-parameter-text",
    "functions in quotes or without their sign",
    topic('TopicName: "!GetAtt Jobs.QueueName"\n      DisplayName: Ref Jobs\n      KmsMasterKeyId: "!Sub ${Jobs}-key"'),
    topic('TopicName: !GetAtt Jobs.QueueName\n      DisplayName: !Ref Jobs\n      KmsMasterKeyId: !Sub "${Jobs}-key"'),
  ],
  [
    "pseudo-parameter-text",
    "a function's short form in JSON",
    '{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "!GetAtt Q.QueueName"}}}}',
    '{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::GetAtt": ["Q","QueueName"]}}}}}',
  ],
  [
    "unknown-type",
    "a type in other letters",
    "Resources:\n  A:\n    Type: aws::sns::topic\n  B:\n    Type: AWS:SQS:Queue\n  C:\n    Type: SNS::Topic\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SQS::Queue\n  C:\n    Type: AWS::SNS::Topic\n",
  ],
  [
    "local-path",
    "a line of source",
    code('"def handler(event, context): return 1"'),
    code('\n        ZipFile: "def handler(event, context): return 1"').replace("Code: \n", "Code:\n"),
  ],
  [
    "local-path",
    "lines of source",
    code("|\n        exports.handler = () => {\n\n          return 1;\n        };"),
    code("\n        ZipFile: |\n          exports.handler = () => {\n\n            return 1;\n          };").replace(
      "Code: \n",
      "Code:\n",
    ),
  ],
  [
    "unknown-property",
    "properties in the column of Properties",
    "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: # all\n    QueueName: jobs\n    Tags:\n      - Key: a\n        Value: b\n",
    "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: # all\n      QueueName: jobs\n      Tags:\n        - Key: a\n          Value: b\n",
  ],
];

/** What is told of them, and what is not. */
const TOLD: readonly Row[] = [
  [
    "null-value",
    "above properties in its column",
    "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n    QueueName: a\n",
  ],
  ["null-value", "without properties", "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    «Properties»:\n"],
  [
    "unused-condition",
    "one by Ref",
    `${tests}  Both: !And [!Ref IsLive, IsTest]\n${topic("DisplayName: !If [Both, a, b]")}`,
  ],
  [
    "condition-shape",
    "one by Ref",
    `${tests}${topic("TopicName: a")}${used}`.replace('!Equals [!Ref Stage, "test"]', "!Ref IsLive"),
  ],
  [
    "unknown-ref",
    "a condition as a value",
    `${tests}${topic("DisplayName: !Ref «IsLive»")}${used}`,
    /!If \[IsLive, …, …\]/,
    "error",
  ],
  [
    "entry-shape",
    "a condition by a parameter",
    `${tests}${topic("TopicName: a").replace("    Properties", "    Condition: «!Ref Stage»\n    Properties")}${used}`,
    /name of a condition/,
  ],
  [
    "pseudo-parameter-text",
    "words that name nothing here",
    topic('DisplayName: Ref Nothing\n      TopicName: "!GetAtt Other.Arn"'),
  ],
  ["pseudo-parameter-text", "a sentence", topic("DisplayName: Ref Jobs for more")],
  ["value-combination", "a function in quotes", topic('TopicName: "!Ref Jobs"')],
  [
    "unused-parameter",
    "one that is named without a sign",
    `Parameters:\n  Stage: {Type: String}\n${topic("DisplayName: Ref Stage")}`,
  ],
  ["third-party-type", "a type in other letters", "Resources:\n  A:\n    Type: aws::sns::topic\n"],
  ["third-party-type", "a type of others", "Resources:\n  A:\n    Type: «Acme::Mail::Box»\n", undefined, "info"],
  ["local-path", "a path with blanks", code("«build output/function (1).zip»"), /local file/, "warning"],
];

describe("what beginners write is mended", () => {
  for (const [code, name, source, right] of MENDED)
    it(`${code}: ${name}`, () => {
      assert.equal(fixed(code, source), right);
    });
  checkRows(TOLD);
});
