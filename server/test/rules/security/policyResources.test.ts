import assert from "node:assert/strict";
import { checkRows, fixed } from "../checkRule.ts";

const bucket = (statement: string): string =>
  `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: !Ref B, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, ${statement}}]}}\n  B:\n    Type: AWS::S3::Bucket\n`;
const policy = (statement: string): string =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, ${statement}}]}}\n  B:\n    Type: AWS::S3::Bucket\n`;
const key = (statements: string, head = "KeyPolicy", more = ""): string =>
  `Resources:\n  K:\n    Type: AWS::KMS::Key\n    Properties: {${more}${head}: {Version: "2012-10-17", Statement: [${statements}]}}\n`;
const LOGS = '{Effect: Allow, Principal: {Service: logs.amazonaws.com}, Action: "kms:*", Resource: "*"}';
const long = (size: number, head: string): string =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {${head}: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: [${Array.from({ length: size }, (_, at) => `"arn:aws:s3:::bucket-${100 + at}"`).join(", ")}]}]}}\n`;

describe("policies that AWS refuses, or that allow nothing", () => {
  checkRows([
    [
      "action-resource",
      "objects of a bucket",
      bucket('Action: ["«s3:GetObject»", "s3:ListBucket"], Resource: !GetAtt B.Arn'),
      /“Action does not apply to any resource\(s\) in statement”/,
      "error",
    ],
    [
      "action-resource",
      "a bucket by its objects",
      policy('Action: "«s3:ListBucket»", Resource: !Sub "${B.Arn}/*"'),
      /s3:ListBucket applies to none of the resources here, which are objects/,
      "warning",
    ],
    [
      "action-resource",
      "both",
      policy('Action: ["s3:GetObject", "s3:ListBucket"], Resource: [!GetAtt B.Arn, !Sub "${B.Arn}/*"]'),
    ],
    [
      "action-resource",
      "a bucket in one case",
      `Conditions: {C: !Equals [!Ref AWS::Region, a]}\n${bucket('Action: "«s3:GetObject»", Resource: !If [C, !GetAtt B.Arn, !Sub "${B.Arn}/*"]')}`,
      /^Where C is true: s3:GetObject applies to none/,
      "warning",
    ],
    [
      "action-resource",
      "a bucket in both cases",
      `Conditions: {C: !Equals [!Ref AWS::Region, a]}\n${bucket('Action: "«s3:GetObject»", Resource: !If [C, !GetAtt B.Arn, !Sub ["${A}", {A: !GetAtt B.Arn}]]')}`,
      /^s3:GetObject applies to none/,
      "error",
    ],
    [
      "action-resource",
      "a bucket by a mapping",
      `Mappings: {M: {a: {b: "arn:aws:s3:::data"}}}\n${bucket('Action: "«s3:GetObject»", Resource: !FindInMap [M, a, b]')}`,
      /^s3:GetObject applies to none/,
      "error",
    ],
    [
      "action-resource",
      "objects by a mapping",
      `Mappings: {M: {a: {b: "arn:aws:s3:::data/*"}}}\n${bucket('Action: "s3:GetObject", Resource: !FindInMap [M, a, b]')}`,
    ],
    [
      "action-resource",
      "a bucket by default",
      `Parameters: {P: {Type: String, Default: "arn:aws:s3:::data"}}\n${bucket('Action: "«s3:GetObject»", Resource: !Ref P')}`,
      /^By default: s3:GetObject applies to none/,
      "warning",
    ],
    ["action-resource", "a pattern", policy('Action: "s3:*", Resource: !GetAtt B.Arn')],
    ["action-resource", "a resource for both", policy('Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket*"')],
    [
      "action-resource",
      "a name that may hold more",
      policy('Action: "s3:GetObject", Resource: !Sub "arn:aws:s3:::${Path}"'),
    ],
    [
      "action-resource",
      "a bucket's name with objects",
      policy('Action: "«s3:ListBucket»", Resource: !Join ["", ["arn:aws:s3:::", !Ref Name, "/*"]]'),
    ],
    [
      "action-resource",
      "another service",
      policy('Action: "«sqs:SendMessage»", Resource: "arn:aws:sns:us-east-1:123456789012:t"'),
      /of sns/,
    ],
    [
      "action-resource",
      "an action on resources of another service",
      policy(
        'Action: "ec2-instance-connect:SendSSHPublicKey", Resource: "arn:aws:ec2:us-east-1:123456789012:instance/*"',
      ),
    ],
    [
      "action-resource",
      "a resource by a parameter",
      policy('Action: "sqs:SendMessage", Resource: [!Ref Arn, "arn:aws:sns:us-east-1:123456789012:t"]'),
    ],
    [
      "policy-lockout",
      "a key of a service",
      key(LOGS, "«KeyPolicy»"),
      /“The new key policy will not allow you to update the key policy/,
      "error",
    ],
    [
      "policy-lockout",
      "a key that only encrypts",
      key(
        '{Effect: Allow, Principal: {AWS: "123456789012"}, Action: ["kms:Encrypt", "kms:Get*"], Resource: "*"}',
        "«KeyPolicy»",
      ),
    ],
    [
      "policy-lockout",
      "a key of an account",
      key(
        `${LOGS}, {Effect: Allow, Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root"}, Action: "kms:*", Resource: "*"}`,
      ),
    ],
    [
      "policy-lockout",
      "a key whose actions can't be told",
      key("{Effect: Allow, Principal: {AWS: \"*\"}, Action: !Ref Actions, Resource: '*'}"),
    ],
    ["policy-lockout", "a key that is meant so", key(LOGS, "KeyPolicy", "BypassPolicyLockoutSafetyCheck: true, ")],
    [
      "policy-lockout",
      "a bucket for nobody",
      'Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: b, PolicyDocument: {Statement: [«{Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b"}», {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b", Condition: {Bool: {"aws:SecureTransport": "false"}}}]}}\n',
      /only the account's root user/,
      "warning",
    ],
    [
      "property-combination",
      "nobody whom a policy of AWS::SQS::QueuePolicy is about",
      'Resources:\n  P:\n    Type: AWS::SQS::QueuePolicy\n    Properties: {Queues: [a], PolicyDocument: {Version: "2012-10-17", Statement: [{«Effect»: Allow, Action: "*", Resource: "*"}]}}\n',
      /“Invalid value for the parameter Policy”/,
      "error",
    ],
    [
      "property-combination",
      "nobody whom a policy of AWS::SNS::TopicPolicy is about",
      'Resources:\n  P:\n    Type: AWS::SNS::TopicPolicy\n    Properties: {Topics: [a], PolicyDocument: {Version: "2012-10-17", Statement: [{«Effect»: Allow, Action: "*", Resource: "*"}]}}\n',
      /“Invalid parameter: Policy Error: null”/,
      "error",
    ],
    [
      "property-combination",
      "nobody whom a policy of AWS::KMS::Key is about",
      'Resources:\n  P:\n    Type: AWS::KMS::Key\n    Properties: {KeyPolicy: {Version: "2012-10-17", Statement: [{«Effect»: Allow, Action: "*", Resource: "*"}]}}\n',
      /“Policy contains a statement with no principal”/,
      "error",
    ],
    ["policy-size", "too long", long(300, "«PolicyDocument»"), /“Cannot exceed quota for PolicySize: 6144”/, "error"],
    ["policy-size", "short enough", long(200, "PolicyDocument")],
    [
      "policy-size",
      "white space in a text",
      `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: '{"Version":${" ".repeat(7000)}"2012-10-17"}'\n`,
    ],
  ]);

  it("names a bucket's objects", () =>
    assert.match(
      fixed("action-resource", bucket('Action: "s3:GetObject", Resource: !GetAtt B.Arn')),
      /Resource: !Sub "\$\{B\.Arn\}\/\*"/,
    ));
});
