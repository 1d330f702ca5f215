import assert from "node:assert/strict";
import { check, completed, type Expected } from "../completionCheck.ts";

const LAMBDA = "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      ";
const BUCKET = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      ";
const STATEMENT =
  "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - ";

const MACHINE =
  "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      Definition:\n        ";

const cases: [string, string, Expected][] = [
  [
    "types",
    "Resources:\n  A:\n    Type: <|>\n",
    { has: "AWS::S3::Bucket AWS::EC2::Instance AWS::Serverless::Function AWS::WAFv2::WebACL" },
  ],
  [
    "types by a few letters",
    "Resources:\n  A:\n    Type: s3b<|>\n",
    { has: "AWS::S3::Bucket", apply: ["AWS::S3::Bucket", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"] },
  ],
  [
    "types by several words, those first that have parts which begin so",
    "Resources:\n  A:\n    Type: security gr<|>\n",
    {
      first: "AWS::EC2::SecurityGroup AWS::EC2::SecurityGroupIngress",
      apply: ["AWS::EC2::SecurityGroup", "Resources:\n  A:\n    Type: AWS::EC2::SecurityGroup\n"],
    },
  ],
  [
    "the whole type is replaced",
    "Resources:\n  A:\n    Type: AWS::S3<|>::Buck\n",
    { apply: ["AWS::S3::Bucket", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"] },
  ],
  [
    "a type right behind the colon",
    "Resources:\n  A:\n    Type:<|>\n",
    { apply: ["AWS::S3::Bucket", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"] },
  ],
  [
    "a type in quotes",
    "Resources:\n  A:\n    Type: 'AWS::<|>'\n",
    { apply: ["AWS::S3::Bucket", "Resources:\n  A:\n    Type: 'AWS::S3::Bucket'\n"] },
  ],
  [
    "a type with an open quote",
    'Resources:\n  A:\n    Type: "AWS::<|>\n',
    { apply: ["AWS::S3::Bucket", 'Resources:\n  A:\n    Type: "AWS::S3::Bucket"\n'] },
  ],
  ["a type on the line below", "Resources:\n  A:\n    Type:\n      AWS::<|>\n", { has: "AWS::S3::Bucket" }],
  [
    "JSON: types",
    '{"Resources": {"A": {"Type": "AWS::<|>"}}}',
    { apply: ["AWS::S3::Bucket", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}'] },
  ],
  [
    "JSON: types without a quote",
    '{"Resources": {"A": {"Type": <|>\n}}}',
    { apply: ["AWS::S3::Bucket", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"\n}}}'] },
  ],
  [
    "JSON: types with an open quote",
    '{"Resources": {\n"A": {\n"Type": "AWS::<|>\n}}}',
    { apply: ["AWS::S3::Bucket", '{"Resources": {\n"A": {\n"Type": "AWS::S3::Bucket"\n}}}'] },
  ],
  ["runtimes", `${LAMBDA}Runtime: <|>\n`, { has: "python3.13 nodejs22.x !Ref" }],
  ["runtimes half typed", `${LAMBDA}Runtime: py<|>\n      Handler: x\n`, { has: "python3.12" }],
  [
    "allowed values",
    `${BUCKET}VersioningConfiguration:\n        Status: <|>\n`,
    { first: "Enabled Suspended", has: "!Ref !If" },
  ],
  ["booleans", `${BUCKET}PublicAccessBlockConfiguration:\n        BlockPublicAcls: <|>\n`, { first: "true false" }],
  [
    "DeletionPolicy",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: <|>\n",
    { has: "Delete Retain RetainExceptOnCreate", lacks: "Snapshot" },
  ],
  [
    "DeletionPolicy with Snapshot",
    "Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: S<|>\n",
    { has: "Snapshot" },
  ],
  [
    "record types",
    "Resources:\n  A:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      Type: <|>\n",
    { has: "A AAAA CNAME MX" },
  ],
  [
    "processes as list items",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        SuspendProcesses:\n          - <|>\n",
    { has: "AlarmNotification AZRebalance" },
  ],
  [
    "list items on a blank line",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        SuspendProcesses:\n          <|>\n",
    {
      apply: [
        "AZRebalance",
        "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        SuspendProcesses:\n          - AZRebalance\n",
      ],
    },
  ],
  [
    "parameter types",
    "Parameters:\n  P:\n    Type: <|>\n",
    {
      has: "String Number CommaDelimitedList AWS::EC2::VPC::Id AWS::SSM::Parameter::Value<String>",
      lacks: "!Ref AWS::S3::Bucket",
    },
  ],
  [
    "parameter types half typed",
    "Parameters:\n  P:\n    Type: AWS::SSM<|>\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    { has: "AWS::SSM::Parameter::Value<String>" },
  ],
  ["NoEcho", "Parameters:\n  P:\n    Type: String\n    NoEcho: <|>\n", { has: "true false" }],
  ["the format version", "AWSTemplateFormatVersion: <|>\n", { has: "2010-09-09" }],
  ["transforms", "Transform: <|>\n", { has: "AWS::Serverless-2016-10-31 AWS::LanguageExtensions" }],
  [
    "values of today before old ones, which can't be mixed with them",
    "Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ExplicitAuthFlows:\n        - <|>\n",
    { first: "ALLOW_USER_SRP_AUTH ALLOW_REFRESH_TOKEN_AUTH" },
  ],
  ["effects", `${STATEMENT}Effect: <|>\n`, { first: "Allow Deny" }],
  ["transforms", "Transform: <|>\nResources: {}\n", { first: "AWS::Serverless-2016-10-31 AWS::LanguageExtensions" }],
  [
    "what Globals are for",
    "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  <|>\nResources: {}\n",
    { first: "Function Api HttpApi" },
  ],
  ["services of actions: who may assume a role", `${STATEMENT}Action: <|>\n`, { first: "sts: s3:" }],
  [
    "services of actions: the resource's own, then the usual",
    "Resources:\n  A:\n    Type: AWS::SQS::QueuePolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Action: <|>\n",
    { first: "sqs: sts: s3:" },
  ],
  [
    "actions",
    `${STATEMENT}Action: sts:As<|>\n`,
    { has: "sts:AssumeRole", apply: ["sts:AssumeRole", `${STATEMENT}Action: sts:AssumeRole\n`] },
  ],
  [
    "actions in a list",
    `${STATEMENT}Action:\n              - s3:<|>\n`,
    { first: "s3:GetObject", apply: ["s3:GetObject", `${STATEMENT}Action:\n              - s3:GetObject\n`] },
  ],
  ["all actions need quotes", `${STATEMENT}Action: s3:<|>\n`, { apply: ["s3:*", `${STATEMENT}Action: s3:*\n`] }],
  [
    "functions",
    `${BUCKET}BucketName: !<|>\n`,
    { has: "!Ref !Sub !If", lacks: "!GetAZs !Equals", apply: ["!Ref", `${BUCKET}BucketName: !Ref \n`] },
  ],
  ["functions half typed", `${BUCKET}BucketName: !Su<|>\n`, { apply: ["!Sub", `${BUCKET}BucketName: !Sub '<1>'\n`] }],
  [
    "functions that give lists",
    "Resources:\n  A:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      AvailabilityZones: !<|>\n",
    { has: "!GetAZs !Split" },
  ],
  [
    "functions in conditions",
    "Conditions:\n  C: !<|>\n",
    { has: "!Equals !And !Not !Or !Condition", lacks: "!GetAtt" },
  ],
  ["functions in a condition's block", "Conditions:\n  C:\n    <|>\n", { has: "Fn::Equals Fn::Not", lacks: "Fn::Sub" }],
  ["functions within functions", `${BUCKET}BucketName: !Join ['-', [!<|>]]\n`, { has: "!Ref !GetAtt" }],
  ["no functions in parameters", "Parameters:\n  P:\n    Default: <|>\n", { lacks: "!Ref" }],
  ["no functions for types", "Resources:\n  A:\n    Type: <|>\n", { lacks: "!Ref !Sub" }],
  [
    "JSON: functions",
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": <|>}}}}',
    {
      apply: [
        "Ref",
        '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": { "Ref": "<1>" }}}}}',
      ],
    },
  ],
  [
    "JSON: functions in the braces",
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::<|>"}}}}}',
    {
      has: "Fn::Sub",
      lacks: "!Sub",
      apply: [
        "Fn::Join",
        '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Join": ["<1:,>", [<2>]]}}}}}',
      ],
    },
  ],
  [
    "metrics of the namespace",
    "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      MetricName: <|>\n      Namespace: AWS/ELB\n",
    { has: "SurgeQueueLength SpilloverCount", lacks: "CPUUtilization" },
  ],
  [
    "statistics",
    "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Statistic: <|>\n",
    { first: "Average" },
  ],
  [
    "events of SAM",
    "Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        Own:\n          Type: <|>\n",
    { first: "HttpApi Api SQS Schedule S3 EventBridgeRule" },
  ],
  [
    "namespaces",
    "Resources:\n  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/<|>\n",
    { has: "AWS/ELB AWS/EC2" },
  ],
  [
    "a default among the allowed values",
    "Parameters:\n  P:\n    Type: String\n    AllowedValues: [a, b]\n    Default: <|>\n",
    { first: "a b", lacks: "true false" },
  ],
  ["nothing where any text may stand", "Parameters:\n  P:\n    Type: String\n    Default: <|>\n", { none: true }],
  ["an output's value", "Outputs:\n  O:\n    Value: <|>\n", { has: "!Ref !GetAtt", lacks: "true false" }],
  [
    "what a parameter is compared with",
    "Parameters:\n  P:\n    Type: String\n    AllowedValues: [dev, prod]\nConditions:\n  C: !Equals [!Ref P, <|>]\n",
    { first: "dev prod" },
  ],
  ["no tag behind a tag", `${LAMBDA}Handler: !ImportValue <|>\n`, { lacks: "!Ref !Sub" }],
  [
    "a tag that has its argument",
    `${BUCKET}BucketName: !R<|>ef Name\n`,
    { has: "!Sub !GetAtt", lacks: "Fn::Sub", apply: ["!Sub", `${BUCKET}BucketName: !Sub Name\n`] },
  ],
  [
    "JSON: an object in a list",
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"Tags": [<|>]}}}}',
    {
      apply: [
        "{ }",
        '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"Tags": [{\n  "Key": "<1>",\n  "Value": "<2>"\n}]}}}}',
      ],
    },
  ],
  [
    "JSON: a list",
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"Tags": <|>}}}}',
    { has: "Fn::If", lacks: "{ }" },
  ],
  [
    "flow style: an object",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {VersioningConfiguration: <|>}\n",
    {
      apply: [
        "{ }",
        "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {VersioningConfiguration: { Status: <1|Enabled,Suspended> }}\n",
      ],
    },
  ],
  [
    "no scalars for a map",
    "Resources:\n  A:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      Parameters:\n        <|>\n",
    { has: "Fn::If", lacks: "Fn::Join !Ref" },
  ],
  [
    "the ids of the origins",
    "Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Origins:\n          - Id: site\n        DefaultCacheBehavior:\n          TargetOriginId: <|>\n",
    { first: "site" },
  ],
  [
    "managed policies by their names",
    "Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        DefaultCacheBehavior:\n          CachePolicyId: <|>\n",
    {
      first: "CachingOptimized CachingDisabled",
      apply: [
        "CachingOptimized",
        "Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        DefaultCacheBehavior:\n          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6\n",
      ],
    },
  ],
  [
    "the zone of the alias target beside",
    "Resources:\n  Lb:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n  Cdn:\n    Type: AWS::CloudFront::Distribution\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      AliasTarget:\n        DNSName: !GetAtt Cdn.DomainName\n        HostedZoneId: <|>\n",
    { first: "Z2FDTNDATAQYW2 !GetAtt Lb.CanonicalHostedZoneID" },
  ],
  [
    "what an alias record points to",
    "Resources:\n  Lb:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      AliasTarget:\n        DNSName: <|>\n",
    { first: "!GetAtt Lb.DNSName" },
  ],
  [
    "the zone of a website in S3, that of the name beside first",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      WebsiteConfiguration:\n        IndexDocument: index.html\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      AliasTarget:\n        DNSName: s3-website-ap-northeast-1.amazonaws.com\n        HostedZoneId: <|>\n",
    {
      first: "s3-website-ap-northeast-1.amazonaws.com s3-website.af-south-1.amazonaws.com",
      apply: [
        "s3-website-ap-northeast-1.amazonaws.com",
        "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      WebsiteConfiguration:\n        IndexDocument: index.html\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      AliasTarget:\n        DNSName: s3-website-ap-northeast-1.amazonaws.com\n        HostedZoneId: Z2M4EHUR26P7ZW\n",
      ],
    },
  ],
  [
    "no website where no bucket is one",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      AliasTarget:\n        DNSName: <|>\n",
    { lacks: "s3-website-ap-northeast-1.amazonaws.com" },
  ],
  [
    "versions of the engine beside, the newest first",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      EngineVersion: <|>\n",
    {
      first: "18 18.3",
      lacks: "8.0.46",
      apply: [
        "16.10",
        "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      EngineVersion: '16.10'\n",
      ],
    },
  ],
  [
    "classes of the engine beside",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: oracle-ee\n      DBInstanceClass: <|>\n",
    { has: "db.t3.medium db.m7i.large", lacks: "db.t4g.micro db.serverless" },
  ],
  [
    "usual classes where the engine is not told",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: !Ref Engine\n      DBInstanceClass: <|>\n",
    { has: "db.t3.medium db.t4g.micro db.serverless", lacks: "db.r8g.large" },
  ],
  [
    "no versions where the engine is not told",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: !Ref Engine\n      EngineVersion: <|>\n",
    { lacks: "16.10 8.0.46" },
  ],
  [
    "the secret of the template",
    "Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: <|>\n",
    { first: "!Sub '{{resolve:secretsmanager:${S}:SecretString:password}}'" },
  ],
  [
    "a secret to be named, where the template has none",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: <|>\n",
    {
      apply: [
        "{{resolve:secretsmanager:…:SecretString:password}}",
        "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: '{{resolve:secretsmanager:<1:my-secret>:SecretString:password}}'\n",
      ],
    },
  ],
  [
    "keys of an event pattern",
    "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n          - aws.s3\n        <|>\n",
    {
      first: "detail-type detail account region resources",
      apply: [
        "detail-type",
        "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n          - aws.s3\n        detail-type:\n          - \n",
      ],
    },
  ],
  [
    "keys of an event pattern, JSON",
    '{"Resources": {"R": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"<|>"}}}}}',
    { first: "source detail-type" },
  ],
  ["keys of a state machine", `${MACHINE}<|>\n`, { first: "StartAt States Comment" }],
  ["a state's type first", `${MACHINE}States:\n          Pay:\n            <|>\n`, { first: "Type" }],
  ["types of states", `${MACHINE}States:\n          Pay:\n            Type: <|>\n`, { first: "Task Pass Choice" }],
  [
    "keys of a task",
    `${MACHINE}States:\n          Pay:\n            Type: Task\n            <|>\n`,
    { first: "Resource", lacks: "Type Choices" },
  ],
  [
    "keys of a retry",
    `${MACHINE}States:\n          Pay:\n            Type: Task\n            Retry:\n              - ErrorEquals: [States.ALL]\n                <|>\n`,
    { first: "IntervalSeconds", lacks: "ErrorEquals Next" },
  ],
  [
    "keys of what catches an error",
    `${MACHINE}States:\n          Pay:\n            Type: Task\n            Catch:\n              - <|>\n`,
    { first: "ErrorEquals", has: "Next ResultPath", lacks: "MaxAttempts" },
  ],
  [
    "keys of a choice",
    `${MACHINE}States:\n          Pay:\n            Type: Choice\n            Choices:\n              - <|>\n`,
    { first: "Variable", has: "StringEquals Next" },
  ],
  [
    "where a state leads to",
    `${MACHINE}States:\n          Pay:\n            Type: Pass\n            Next: <|>\n          Ship:\n            Type: Succeed\n`,
    { first: "Ship", lacks: "Pay" },
  ],
  [
    "where a state machine starts",
    `${MACHINE}StartAt: <|>\n        States:\n          Pay:\n            Type: Pass\n`,
    { first: "Pay" },
  ],
  [
    "where a choice leads to",
    `${MACHINE}States:\n          Pick:\n            Type: Choice\n            Choices:\n              - Variable: $.x\n                Next: <|>\n          Ship:\n            Type: Succeed\n`,
    { first: "Ship" },
  ],
  [
    "states within a state",
    `${MACHINE}States:\n          Each:\n            Type: Map\n            ItemProcessor:\n              StartAt: <|>\n              States:\n                One:\n                  Type: Pass\n`,
    { first: "One" },
  ],
  [
    "their types",
    `${MACHINE}States:\n          Each:\n            Type: Map\n            ItemProcessor:\n              States:\n                One:\n                  Type: <|>\n`,
    { first: "Task Pass" },
  ],
  [
    "zones of the region, JSON",
    '{"Resources": {"R": {"Type": "AWS::EC2::Subnet", "Properties": {"AvailabilityZone": <|>}}}}',
    {
      apply: [
        "!Select [1, !GetAZs '']",
        '{"Resources": {"R": {"Type": "AWS::EC2::Subnet", "Properties": {"AvailabilityZone": { "Fn::Select": [1, { "Fn::GetAZs": "" }] }}}}}',
      ],
    },
  ],
  [
    "sources of events",
    "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n          <|>\n",
    {
      first: "aws.ec2 aws.s3",
      apply: [
        "aws.s3",
        "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n          - aws.s3\n",
      ],
    },
  ],
  [
    "what a route waits for",
    "Resources:\n  A:\n    Type: AWS::EC2::VPC\n  Gw:\n    Type: AWS::EC2::VPCGatewayAttachment\n  R:\n    Type: AWS::EC2::Route\n    DependsOn: <|>\n",
    { first: "Gw A" },
  ],
  [
    "no functions for what happens to a deleted resource, and no loss of data first",
    "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: <|>\n",
    { first: "Snapshot Retain RetainExceptOnCreate Delete", lacks: "!Ref !Sub" },
  ],
  [
    "keeping what a bucket holds first",
    "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: <|>\n",
    { first: "Retain RetainExceptOnCreate Delete" },
  ],
  [
    "the objects of the bucket that a policy is for",
    "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Resource: <|>\n  B:\n    Type: AWS::S3::Bucket\n  Q:\n    Type: AWS::SQS::Queue\n",
    { first: "!Sub '${B.Arn}/*' !GetAtt B.Arn !Ref" },
  ],
  [
    "what the actions of a statement are for",
    "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Action: [sqs:SendMessage, states:StartExecution]\n            Resource:\n              - <|>\n  B:\n    Type: AWS::S3::Bucket\n  Q:\n    Type: AWS::SQS::Queue\n  M:\n    Type: AWS::StepFunctions::StateMachine\n",
    { first: "!GetAtt Q.Arn !Ref M !Ref" },
  ],
  [
    "another queue for what could not be processed",
    "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      RedrivePolicy:\n        deadLetterTargetArn: <|>\n  D:\n    Type: AWS::SQS::Queue\n",
    { first: "!GetAtt D.Arn !Ref" },
  ],
  [
    "functions there with the transform that reads them",
    "Transform: AWS::LanguageExtensions\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: <|>\n",
    { has: "!Ref" },
  ],
  [
    "dynamic references",
    `${LAMBDA}Handler: '{{<|>}}'\n`,
    { apply: ["{{resolve:ssm:…}}", `${LAMBDA}Handler: '{{resolve:ssm:parameter-name:version}}'\n`] },
  ],
  [
    "values that differ in case alone once",
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Asked:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Ask:
          Type: HttpApi
          Properties:
            Method: <|>
`,
    { first: "POST", has: "GET ANY", lacks: "post get any" },
  ],
];

describe("completion of values", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));

  it("narrows types by what is typed", () => {
    const types = completed("Resources:\n  A:\n    Type: AWS::S<|>\n").map(({ label }) => label);
    assert.ok(types.every((label) => label.startsWith("AWS::S")) && types.includes("AWS::SQS::Queue"));
    check("Resources:\n  A:\n    Type: AWS::EC2::Inst<|>\n", { has: "AWS::EC2::Instance", lacks: "AWS::S3::Bucket" });
    check("Resources:\n  A:\n    Type: AWS::ec2inst<|>\n", { has: "AWS::EC2::Instance" });
    check("Resources:\n  A:\n    Type: ec2::inst<|>\n", { has: "AWS::EC2::Instance" });
  });

  it("offers every type", () => {
    assert.ok(completed("Resources:\n  A:\n    Type: <|>\n").filter(({ kind }) => kind === "type").length > 1800);
  });
});
