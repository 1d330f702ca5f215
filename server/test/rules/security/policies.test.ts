import { checkRows, type Row } from "../checkRule.ts";

const managed = (statements: string): string =>
  `Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n${statements}`;
const row = (name: string, statements: string, message?: RegExp): Row => [
  "policy-statement",
  name,
  managed(statements),
  message,
  "error",
];

describe("policy statements", () => {
  checkRows([
    row("effect", '          - {Effect: «allow», Action: "s3:*", Resource: "*"}\n', /Allow/),
    row(
      "operators",
      '          - Effect: Allow\n            Action: "s3:*"\n            Resource: "*"\n            Condition:\n              «StringEqual»: {a: b}\n              ForAllValues:StringLikeIfExists: {a: b}\n              ArnNotEquals: {a: "arn:aws:s3:::b"}\n              "Null": {a: true}\n              NumericLessThanEquals: {a: 1}\n              NotIpAddress: {a: 10.0.0.0/8}\n',
      /StringEqual/,
    ),
    row(
      "resources",
      '          - {Effect: Allow, Action: "s3:*", Resource: [«my-bucket», "*", "arn:aws:s3:::a/*", "arn:aws-cn:iam::aws:policy/a", !Ref B, !Sub "${A}/*", "arn:*:s3:::a"]}\n',
      /my-bucket is not an ARN/,
    ),
    [
      "policy-statement",
      "actions of other services",
      'Resources:\n  P:\n    Type: AWS::SNS::TopicPolicy\n    Properties:\n      Topics: [!Ref Q]\n      PolicyDocument:\n        Statement:\n          - {Effect: Allow, Principal: "*", Action: [«sqs:SendMessage», SNS:Publish, "*"], Resource: "*"}\n',
      /“Policy statement action out of service scope!”/,
      "error",
    ],
    row(
      "Sids",
      '          - {Sid: «a b», Effect: Allow, Action: "s3:*", Resource: "*"}\n          - {Sid: c, Effect: Allow, Action: "s3:*", Resource: "*"}\n          - {Sid: «c», Effect: Deny, Action: "s3:*", Resource: "*"}\n',
    ),
    [
      "policy-statement",
      "paths of an API in its own policy",
      "Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Name: x\n      Policy:\n        Statement: [{Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: [execute-api:/*, «apis/*»]}]\n  B:\n    Type: AWS::SQS::QueuePolicy\n    Properties:\n      Queues: [x]\n      PolicyDocument:\n        Statement: [{Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: «execute-api:/*»}]\n",
    ],
    [
      "policy-statement",
      "Sids of a bucket's policy",
      'Resources:\n  R:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument:\n        Statement:\n          - {Sid: a b, Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b"}\n          - {Sid: a b, Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b"}\n',
    ],
    [
      "policy-statement",
      "principals",
      'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - {Effect: Allow, Action: "sts:AssumeRole", Principal: «somebody»}\n          - {Effect: Allow, Action: "sts:AssumeRole", Principal: "«*»"}\n          - {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: [«ec2», ecs-tasks.amazonaws.com, !Sub "ec2.${AWS::URLSuffix}"]}}\n          - {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: [«12345», "123456789012", "*", "arn:aws:iam::123456789012:root", AIDACKCEVSQ6C2EXAMPLE, !Ref A]}}\n',
    ],
    [
      "invalid-id",
      "paths and names of IAM",
      "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: {Path: «team», RoleName: «a b», Policies: [{PolicyName: «c d»}, {PolicyName: e.f@g}]}\n  S:\n    Type: AWS::IAM::Role\n    Properties: {Path: /, RoleName: a-b}\n  T:\n    Type: AWS::IAM::User\n    Properties: {Path: /team/web/}\n",
    ],
    [
      "policy-statement",
      "a bucket's policy for everything",
      'Resources:\n  R:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument:\n        Statement: [{Effect: Deny, Principal: "*", Action: "s3:*", Resource: "«*»"}]\n',
    ],
  ]);
});
