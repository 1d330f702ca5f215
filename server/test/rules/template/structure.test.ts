import assert from "node:assert/strict";
import { checkRows, fixed, found } from "../checkRule.ts";

const BUCKET = "  Bucket:\n    Type: AWS::S3::Bucket\n";
const topic = (name: string): string =>
  `Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${name}\n`;

describe("rules on the template as a whole", () => {
  checkRows([
    [
      "section-shape",
      "list, text, empty",
      "«Parameters»:\nConditions: «none»\n«Resources»:\n  - Bucket\n",
      undefined,
      "error",
    ],
    ["section-shape", "version", `AWSTemplateFormatVersion: «2010-09-10»\nResources:\n${BUCKET}`],
    ["section-shape", "description by a function", `«Description»: !Sub x\nResources:\n${BUCKET}`],
    [
      "section-shape",
      "right ones",
      `AWSTemplateFormatVersion: "2010-09-09"\nDescription: >-\n  long\n  text\nTransform: [AWS::LanguageExtensions]\nResources:\n${BUCKET}`,
    ],
    [
      "template-limits",
      "501 resources",
      `«Resources»:\n${Array.from({ length: 501 }, (_, index) => `  B${index}:\n    Type: AWS::S3::Bucket\n`).join("")}`,
      /500/,
    ],
    [
      "template-limits",
      "500 resources",
      `Resources:\n${Array.from({ length: 500 }, (_, index) => `  B${index}:\n    Type: AWS::S3::Bucket\n`).join("")}`,
    ],
    [
      "template-limits",
      "501 resources that a loop makes",
      `Transform: AWS::LanguageExtensions\n«Resources»:\n  Fn::ForEach::All:\n    - N\n    - [${Array.from({ length: 501 }, (_, index) => `a${index}`).join(", ")}]\n    - B\${N}:\n        Type: AWS::S3::Bucket\n`,
      /“Number of resources, 501, is greater than maximum allowed, 500”/,
    ],
    [
      "template-limits",
      "500 resources that loops make",
      `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::All:\n    - N\n    - [${Array.from({ length: 50 }, (_, index) => `a${index}`).join(", ")}]\n    - Fn::ForEach::Each:\n        - M\n        - [a, b, c, d, e, f, g, h, i, j]\n        - B\${N}\${M}:\n            Type: AWS::S3::Bucket\n`,
    ],
    [
      "template-limits",
      "201 outputs",
      `Resources:\n${BUCKET}«Outputs»:\n${Array.from({ length: 201 }, (_, index) => `  O${index}: {Value: a}\n`).join("")}`,
      /“Outputs count 201 is greater than max allowed 200”/,
    ],
    ["template-limits", "description in bytes", `«Description»: ${"日".repeat(342)}\nResources:\n${BUCKET}`, /1026/],
    [
      "template-size",
      "over 51,200 bytes",
      `«Description»: x\nMetadata:\n  A: ${"x".repeat(52_000)}\nResources:\n${BUCKET}`,
      undefined,
      "hint",
    ],
    [
      "template-limits",
      "over 1,000,000 bytes",
      `«Description»: x\nMetadata:\n  A: ${"x".repeat(1_000_000)}\nResources:\n${BUCKET}`,
      /“Template may not exceed 1000000 bytes in size\.”/,
      "error",
    ],
    [
      "template-limits",
      "under 1,000,000 bytes",
      `Description: x\nMetadata:\n  A: ${"x".repeat(999_000)}\nResources:\n${BUCKET}`,
    ],
    ["unused-sub-variable", "one of two", topic('!Sub ["${A}", {A: x, «B»: y}]'), undefined, "warning"],
    [
      "misplaced-function",
      "in conditions, parameters, mappings",
      `Parameters:\n  P:\n    Type: String\n    Default: «!Ref» AWS::Region\nMappings:\n  M:\n    a:\n      b: «!Ref» AWS::Region\nConditions:\n  C: !Equals [«!GetAtt» Bucket.Arn, x]\nResources:\n${BUCKET}`,
      undefined,
      "error",
    ],
    [
      "misplaced-function",
      "condition functions of others",
      "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        Condition: x\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: '*'\n            Resource: '*'\n            Condition: {StringEquals: {a: b}}\n",
    ],
    [
      "dynamic-reference",
      "a parameter of another account",
      topic('"{{resolve:ssm:arn:aws:ssm:us-east-1:123456789012:parameter/x}}"'),
    ],
    ["dynamic-reference", "service and shape", topic('"«{{resolve:secretmanager:x}}»-«{{resolve:ssm}}»"')],
    [
      "dynamic-reference",
      "right ones",
      topic(
        '"{{resolve:ssm:/a/b}} {{resolve:ssm:/a/b:3}} {{resolve:secretsmanager:db:SecretString:password}} {{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AbCdEf:SecretString:a::}}"',
      ),
    ],
    [
      "dynamic-reference",
      "where it is not resolved",
      `Resources:
  D:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: "{{resolve:ssm-secure:x:1}}"
      MasterUsername: "«{{resolve:ssm-secure:x:1}}»"
  P:
    Type: AWS::RDS::DBProxy
    Properties:
      Auth: [{SecretArn: "«{{resolve:secretsmanager:x}}»"}]
Outputs:
  A:
    Value: "«{{resolve:secretsmanager:x:SecretString:y}}»"
  B:
    Value: "{{resolve:ssm:x}}"
`,
    ],
    ["dynamic-reference", "filled in by Sub", topic('!Sub "{{resolve:${Service}:x}}"')],
    [
      "duplicate-item",
      "Ref and text",
      "Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      SecurityGroupIds: [!Ref G, !Ref H, «!Ref G», sg-12345678, «sg-12345678»]\n",
      undefined,
      "warning",
    ],
    [
      "stateful-resource",
      "a bucket, which can't be deleted with objects in it",
      "Resources:\n  «B»:\n    Type: AWS::S3::Bucket\n",
      /fails when it holds objects/,
      "hint",
    ],
    [
      "stateful-resource",
      "a database, of which a snapshot is left when it is removed",
      "Resources:\n  «D»:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: db.t3.micro, Engine: mysql}\n",
      /a snapshot is left, but an update that replaces it deletes its data/,
      "hint",
    ],
    [
      "stateful-resource",
      "neither policy",
      "Resources:\n  «T»:\n    Type: AWS::DynamoDB::Table\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Delete\n" +
        "  I:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBClusterIdentifier: c, Engine: aurora-mysql, DBInstanceClass: db.t3.medium}\n" +
        "  «C»:\n    Type: AWS::RDS::DBCluster\n    Properties: {DBClusterIdentifier: c, Engine: aurora-mysql, MasterUsername: a, ManageMasterUserPassword: true}\n",
      undefined,
      "hint",
    ],
    [
      "duplicate-export",
      "twice",
      `Resources:\n${BUCKET}Outputs:\n  A:\n    Value: x\n    Export: {Name: !Sub "\${AWS::StackName}-x"}\n  B:\n    Value: x\n    Export: {Name: !Sub "«\${AWS::StackName}-x»"}\n  C:\n    Condition: D\n    Value: x\n    Export: {Name: !Sub "\${AWS::StackName}-x"}\n`,
    ],
    [
      "duplicate-export",
      "one name in two forms",
      `Resources:\n${BUCKET}Outputs:\n  A:\n    Value: x\n    Export: {Name: !Sub "\${AWS::StackName}-x"}\n  B:\n    Value: x\n    Export: {Name: «!Join ["-", [!Ref AWS::StackName, x]]»}\n  C:\n    Value: x\n    Export: {Name: !If [D, x, y]}\n  E:\n    Value: x\n    Export: {Name: !If [D, x, y]}\n`,
    ],
    [
      "parameter-attributes",
      "wrong kind, crossed limits",
      `Parameters:\n  A:\n    Type: Number\n    «MaxLength»: 5\n  B:\n    Type: String\n    MinLength: 5\n    MaxLength: «4»\n    «MinValue»: 1\nResources:\n${BUCKET}`,
    ],
    [
      "secret-no-echo",
      "password",
      "Parameters:\n  «P»:\n    Type: String\n  Q:\n    Type: String\n    NoEcho: true\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Ref P\n  E:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Ref Q\n",
      undefined,
      "warning",
    ],
  ]);

  it("adds NoEcho and both policies", () => {
    assert.equal(
      fixed(
        "secret-no-echo",
        "Parameters:\n  P:\n    Type: String # x\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Ref P\n",
      ),
      "Parameters:\n  P:\n    Type: String # x\n    NoEcho: true\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Ref P\n",
    );
    assert.equal(
      fixed("stateful-resource", "Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {}\n"),
      "Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties: {}\n",
    );
  });

  it("never throws, whatever is cut off", () => {
    const text = `AWSTemplateFormatVersion: "2010-09-09"\nParameters:\n  P:\n    Type: String\n    AllowedValues: [a, b]\nConditions:\n  C: !And [!Equals [!Ref P, a], !Condition D]\n  D: !Not [!Condition C]\nResources:\n  A:\n    Type: AWS::EC2::Instance\n    Condition: C\n    DependsOn: [B, A]\n    CreationPolicy: {ResourceSignal: {Count: 1}}\n    Properties:\n      ImageId: !FindInMap [M, !Ref P, x]\n      SecurityGroupIds: !If [C, [!GetAtt B.GroupId], !Ref AWS::NoValue]\n      UserData:\n        Fn::Base64: !Sub |\n          cfn-signal -e $? --stack \${AWS::StackName} --resource A\n`;
    for (let end = 0; end <= text.length; end++) {
      assert.ok(found(text.slice(0, end)));
      if (end % 3 === 0) assert.ok(found(text.slice(0, end) + text.slice(end + 1)));
    }
  });
});
