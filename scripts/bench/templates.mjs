// Templates to measure with: services of nine resources each that refer to one another, always the same for a number.
import { Document, isMap, isScalar, Scalar, visit, YAMLSeq } from "yaml";

/** @typedef {{ [key: string]: unknown }} Value */

/**
 * @param {number} resources
 * @param {"yaml" | "json"} format YAML with short forms of functions, JSON with long ones
 * @returns {string}
 */
export function template(resources, format) {
  const value = templateValue(resources);
  return format === "json" ? `${JSON.stringify(value, undefined, 2)}\n` : yamlText(value);
}

/** @param {number} resources */
function templateValue(resources) {
  /** @type {Value} */
  const all = {};
  for (let service = 1; Object.keys(all).length < resources; service++) {
    for (const [name, value] of Object.entries(serviceResources(service))) {
      if (Object.keys(all).length < resources) all[name] = value;
    }
  }
  /** @type {Value} */
  const outputs = {};
  for (let service = 1; service <= Math.min(60, Math.floor(resources / 9)); service++) {
    outputs[`Queue${service}Url`] = { Description: `Queue of service ${service}`, Value: { Ref: `Queue${service}` } };
  }
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Measured template with ${resources} resources`,
    Parameters: {
      Stage: { Type: "String", Default: "test", AllowedValues: ["test", "live"] },
      Network: { Type: "AWS::EC2::VPC::Id" },
      Subnet: { Type: "AWS::EC2::Subnet::Id" },
      Image: {
        Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        Default: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      },
    },
    Mappings: { Sizes: { test: { Instance: "t3.micro", Days: 7 }, live: { Instance: "m7i.large", Days: 90 } } },
    Conditions: { IsLive: { "Fn::Equals": [{ Ref: "Stage" }, "live"] } },
    Resources: all,
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  };
}

/** @param {number} n @returns {Value} */
function serviceResources(n) {
  return {
    [`Queue${n}`]: {
      Type: "AWS::SQS::Queue",
      Properties: {
        QueueName: { "Fn::Sub": `\${AWS::StackName}-work-${n}` },
        VisibilityTimeout: 60 + (n % 5) * 30,
        KmsMasterKeyId: "alias/aws/sqs",
        Tags: [{ Key: "stage", Value: { Ref: "Stage" } }],
      },
    },
    [`Table${n}`]: table(),
    [`Role${n}`]: role(n),
    [`Logs${n}`]: {
      Type: "AWS::Logs::LogGroup",
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        LogGroupName: { "Fn::Sub": `/aws/lambda/\${AWS::StackName}-worker-${n}` },
        RetentionInDays: { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "Days"] },
      },
    },
    [`Worker${n}`]: worker(n),
    [`Source${n}`]: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: {
        EventSourceArn: { "Fn::GetAtt": [`Queue${n}`, "Arn"] },
        FunctionName: { Ref: `Worker${n}` },
        BatchSize: 10,
        // One mistake in each third service: diagnostics have to be found, and to move with the text.
        ...(n % 3 === 0 && { BatchSiz: 10 }),
      },
    },
    [`Door${n}`]: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: {
        GroupDescription: `What reaches host ${n}`,
        VpcId: { Ref: "Network" },
        SecurityGroupIngress: [443, 8443].map((port) => ({
          IpProtocol: "tcp",
          FromPort: port,
          ToPort: port,
          CidrIp: "10.20.0.0/16",
          Description: `Port ${port}, from inside`,
        })),
      },
    },
    [`Host${n}`]: host(n),
    [`Alarm${n}`]: {
      Type: "AWS::CloudWatch::Alarm",
      Condition: "IsLive",
      Properties: {
        AlarmDescription: { "Fn::Join": [" ", ["Old messages in", { Ref: `Queue${n}` }]] },
        Namespace: "AWS/SQS",
        MetricName: "ApproximateAgeOfOldestMessage",
        Dimensions: [{ Name: "QueueName", Value: { "Fn::GetAtt": [`Queue${n}`, "QueueName"] } }],
        Statistic: "Maximum",
        Period: 300,
        EvaluationPeriods: 2,
        Threshold: 900,
        ComparisonOperator: "GreaterThanThreshold",
      },
    },
  };
}

function table() {
  return {
    Type: "AWS::DynamoDB::Table",
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: {
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: "owner", AttributeType: "S" },
        { AttributeName: "created", AttributeType: "N" },
      ],
      KeySchema: [
        { AttributeName: "owner", KeyType: "HASH" },
        { AttributeName: "created", KeyType: "RANGE" },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: { "Fn::If": ["IsLive", true, false] } },
      SSESpecification: { SSEEnabled: true },
    },
  };
}

/** @param {number} n */
function role(n) {
  /** @param {string} service */
  const trust = (service) => ({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" });
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [trust("lambda.amazonaws.com")] },
      Policies: [
        {
          PolicyName: "work",
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
                Resource: { "Fn::GetAtt": [`Table${n}`, "Arn"] },
              },
              {
                Effect: "Allow",
                Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
                Resource: { "Fn::GetAtt": [`Queue${n}`, "Arn"] },
              },
            ],
          },
        },
      ],
    },
  };
}

/** @param {number} n */
function worker(n) {
  return {
    Type: "AWS::Lambda::Function",
    DependsOn: `Logs${n}`,
    Properties: {
      FunctionName: { "Fn::Sub": `\${AWS::StackName}-worker-${n}` },
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: { "Fn::GetAtt": [`Role${n}`, "Arn"] },
      MemorySize: 256,
      Timeout: 60,
      Code: { S3Bucket: { "Fn::Sub": "code-${AWS::AccountId}-${AWS::Region}" }, S3Key: `worker-${n}.zip` },
      Environment: { Variables: { TABLE: { Ref: `Table${n}` }, STAGE: { Ref: "Stage" } } },
    },
  };
}

/** @param {number} n */
function host(n) {
  const arguments_ = `--stack \${AWS::StackName} --resource Host${n} --region \${AWS::Region}`;
  return {
    Type: "AWS::EC2::Instance",
    CreationPolicy: { ResourceSignal: { Count: 1, Timeout: "PT15M" } },
    Metadata: {
      "AWS::CloudFormation::Init": {
        config: {
          packages: { yum: { nginx: [] } },
          files: { "/etc/nginx/conf.d/door.conf": { content: "server { listen 8443; }\n", mode: "000644" } },
          services: { systemd: { nginx: { enabled: true, ensureRunning: true } } },
        },
      },
    },
    Properties: {
      ImageId: { Ref: "Image" },
      InstanceType: { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "Instance"] },
      SubnetId: { Ref: "Subnet" },
      SecurityGroupIds: [{ "Fn::GetAtt": [`Door${n}`, "GroupId"] }],
      Tags: [{ Key: "Name", Value: { "Fn::Sub": `\${AWS::StackName}-host-${n}` } }],
      UserData: {
        "Fn::Base64": {
          "Fn::Sub": `#!/bin/bash -x\ndnf install -y aws-cfn-bootstrap\n/opt/aws/bin/cfn-init -v ${arguments_}\n/opt/aws/bin/cfn-signal -e $? ${arguments_}\n`,
        },
      },
    },
  };
}

/** @param {Value} value */
function yamlText(value) {
  const document = new Document(value);
  visit(document, {
    Map: (_, map) => {
      const [pair] = map.items;
      if (map.items.length !== 1 || !isScalar(pair?.key)) return undefined;
      const name = /^(?:Fn::(\w+)|(Ref))$/.exec(String(pair.key.value));
      // A short form can't stand in a short form, and the script is to be a block.
      if (name === null || name[1] === "Base64") return undefined;
      return shortForm(`!${name[1] ?? name[2]}`, pair.value);
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** @param {string} tag @param {unknown} argument */
function shortForm(tag, argument) {
  if (argument instanceof YAMLSeq && tag === "!GetAtt") {
    const short = new Scalar(argument.items.map((item) => (isScalar(item) ? item.value : "")).join("."));
    short.tag = tag;
    return short;
  }
  if (!(argument instanceof YAMLSeq) && !isScalar(argument) && !isMap(argument)) return undefined;
  argument.tag = tag;
  if (argument instanceof YAMLSeq) argument.flow = true;
  return argument;
}
