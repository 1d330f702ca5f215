import assert from "node:assert/strict";
import { fixed, found } from "../checkRule.ts";

const resource = (type: string, ...lines: readonly string[]): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties:\n${lines.map((line) => `      ${line}\n`).join("")}`;

/** A line that is wrong, and what the fix makes of it. */
const FIXES: readonly (readonly [code: string, type: string, wrong: string, right: string])[] = [
  [
    "invalid-value",
    "AWS::S3::Bucket",
    "VersioningConfiguration: {Status: enabled}",
    "VersioningConfiguration: {Status: Enabled}",
  ],
  [
    "invalid-value",
    "AWS::DynamoDB::Table",
    "KeySchema: [{AttributeName: a, KeyType: hash}]",
    "KeySchema: [{AttributeName: a, KeyType: HASH}]",
  ],
  ["invalid-value", "AWS::ElasticLoadBalancingV2::LoadBalancer", "Type: Network", "Type: network"],
  [
    "invalid-value",
    "AWS::CodeDeploy::DeploymentGroup",
    "Deployment: {Revision: {S3Location: {Bucket: b, Key: k, BundleType: zipp}}}",
    "Deployment: {Revision: {S3Location: {Bucket: b, Key: k, BundleType: zip}}}",
  ],
  ["hard-coded-secret", "AWS::RDS::DBInstance", "MasterUserPassword: correct-horse", "ManageMasterUserPassword: true"],
  [
    "hard-coded-secret",
    "AWS::ElastiCache::ReplicationGroup",
    "AuthToken: correct-horse",
    'AuthToken: "{{resolve:secretsmanager:R:SecretString:password}}"',
  ],
  ["invalid-value", "AWS::CloudWatch::Alarm", "Statistic: average", "Statistic: Average"],
  ["invalid-value", "AWS::CloudWatch::Alarm", "Statistic: Avg", "Statistic: Average"],
  [
    "invalid-value",
    "AWS::CloudWatch::Alarm",
    "ComparisonOperator: GreaterThan",
    "ComparisonOperator: GreaterThanThreshold",
  ],
  [
    "invalid-value",
    "AWS::CloudWatch::Alarm",
    'ComparisonOperator: ">="',
    'ComparisonOperator: "GreaterThanOrEqualToThreshold"',
  ],
  ["wrong-type", "AWS::EC2::Instance", "Monitoring: 'yes'", "Monitoring: true"],
  ["wrong-type", "AWS::EC2::Instance", "Tags: {Name: a}", "Tags: [{ Key: Name, Value: a }]"],
  [
    "wrong-type",
    "AWS::EC2::Instance",
    "Tags:\n        Name: a\n        Team: !Ref T",
    "Tags:\n        - Key: Name\n          Value: a\n        - Key: Team\n          Value: !Ref T",
  ],
  ["unknown-property", "AWS::ECS::TaskDefinition", "Cup: '256'", "Cpu: '256'"],
  ["instance-class", "AWS::EC2::Instance", "InstanceType: t3.mirco", "InstanceType: t3.micro"],
];

/** Where the service takes any case, or CloudFormation reads what is meant. */
const SILENT: readonly (readonly [type: string, line: string])[] = [
  ["AWS::EC2::EIP", "Domain: VPC"],
  ["AWS::Batch::ComputeEnvironment", "Type: managed"],
  [
    "AWS::CodeDeploy::DeploymentGroup",
    "Deployment: {Revision: {RevisionType: S3, S3Location: {Bucket: b, Key: k, BundleType: Zip}}}",
  ],
  ["AWS::EC2::Instance", "Monitoring: yes"],
  ["AWS::EC2::Instance", "Monitoring: 'True'"],
];

describe("slips in values and their fixes", () => {
  for (const [code, type, wrong, right] of FIXES) {
    it(`${wrong} → ${right}`, () => {
      const text = resource(type, wrong);
      assert.equal(fixed(code, text), fixed(code, resource(type, right)));
      assert.ok(fixed(code, text).includes(right));
    });
  }

  for (const [type, line] of SILENT) {
    it(`${line} of ${type} is right`, () => {
      const codes = found(resource(type, line)).map(({ code }) => code);
      assert.ok(!codes.includes("invalid-value") && !codes.includes("wrong-type"), codes.join());
    });
  }

  it("a case alone can be mended with all safe fixes", () => {
    const [one] = found(resource("AWS::S3::Bucket", "VersioningConfiguration: {Status: enabled}")).filter(
      ({ code }) => code === "invalid-value",
    );
    assert.ok(one?.fix?.safe && one.fix.preferred);
  });

  it("a hard-coded secret is taken from the template's own one", () => {
    const text = `${resource("AWS::ElastiCache::ReplicationGroup", "AuthToken: a")}  S: {Type: AWS::SecretsManager::Secret}\n`;
    assert.ok(
      fixed("hard-coded-secret", text).includes(
        'AuthToken: !Sub "{{resolve:secretsmanager:${S}:SecretString:password}}"',
      ),
    );
  });

  for (const [name, before, after] of [
    [
      "a property above Properties moves below it",
      "    RedrivePolicy:\n      maxReceiveCount: 3\n\n    Properties:\n      QueueName: a\n",
      "\n    Properties:\n      QueueName: a\n      RedrivePolicy:\n        maxReceiveCount: 3\n",
    ],
    [
      "the same at the end of a file without a line break",
      "    DelaySeconds: 1\n    Properties:\n      QueueName: a",
      "    Properties:\n      QueueName: a\n      DelaySeconds: 1",
    ],
    [
      "two of them behind it move together",
      "    Properties:\n      QueueName: a\n    DelaySeconds: 1\n    VisibilityTimeout: 30\n",
      "    Properties:\n      QueueName: a\n      DelaySeconds: 1\n      VisibilityTimeout: 30\n",
    ],
    [
      "without Properties they get it",
      "    DelaySeconds: 1\n    DeletionPolicy: Delete\n    Tags:\n      - Key: a\n        Value: b\n",
      "    Properties:\n      DelaySeconds: 1\n      Tags:\n        - Key: a\n          Value: b\n    DeletionPolicy: Delete\n",
    ],
  ] as const)
    it(name, () => {
      const queue = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n";
      assert.equal(found(queue + before).filter(({ severity }) => severity === "error").length, 1);
      assert.equal(fixed("unknown-property", queue + before), queue + after);
    });

  it("properties without Properties are one slip, also where some are required", () =>
    assert.deepEqual(
      found("Resources:\n  S:\n    Type: AWS::SNS::Subscription\n    Protocol: sqs\n    TopicArn: a\n").map(
        ({ code }) => code,
      ),
      ["unknown-property"],
    ));

  it("what is required refers to the one resource that it can", () => {
    const text = (value = ""): string =>
      `Resources:\n  T:\n    Type: AWS::SNS::Topic\n  S:\n    Type: AWS::SNS::Subscription\n    Properties:\n      Protocol: sqs\n${value}`;
    assert.equal(fixed("missing-property", text()), text("      TopicArn: !Ref T\n"));
    const two = text().replace("  S:", "  U:\n    Type: AWS::SNS::Topic\n  S:");
    assert.equal(fixed("missing-property", two), `${two}      TopicArn: ""\n`);
  });

  it("what is required is added with what is required in it", () => {
    assert.equal(
      fixed("missing-property", "Resources:\n    P:\n        Type: AWS::SQS::QueuePolicy\n"),
      `Resources:
    P:
        Type: AWS::SQS::QueuePolicy
        Properties:
            PolicyDocument:
                Statement:
                    - Effect: Allow
                      Action: ""
                      Principal: {}
            Queues: []
`,
    );
  });

  it("the same in JSON", () => {
    const text = '{\n  "Resources": {\n    "T": {\n      "Type": "AWS::DynamoDB::Table"\n    }\n  }\n}\n';
    assert.deepEqual(JSON.parse(fixed("missing-property", text)), {
      Resources: {
        T: { Type: "AWS::DynamoDB::Table", Properties: { KeySchema: [{ AttributeName: "", KeyType: "HASH" }] } },
      },
    });
  });

  it("tags of JSON become a list", () => {
    const text =
      '{"Resources": {"R": {"Type": "AWS::EC2::Instance", "Properties": {"Tags": {"Name": "a", "Team": {"Ref": "T"}}}}}}';
    assert.equal(
      fixed("wrong-type", text),
      '{"Resources": {"R": {"Type": "AWS::EC2::Instance", "Properties": {"Tags": [{ "Key": "Name", "Value": "a" }, { "Key": "Team", "Value": {"Ref": "T"} }]}}}}',
    );
  });
});
