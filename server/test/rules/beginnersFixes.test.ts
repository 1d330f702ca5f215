import assert from "node:assert/strict";
import { checkRows, fixed, type Row } from "./checkRule.ts";

const topic = (line: string): string =>
  `Resources:\n  Alarms:\n    Type: AWS::SNS::Topic\n    Properties:\n      ${line}\n  Jobs:\n    Type: AWS::SQS::Queue\n`;
const tests =
  'Parameters:\n  Stage: {Type: String, Default: dev}\nConditions:\n  IsLive: !Equals [!Ref Stage, live]\n  IsTest: !Equals [!Ref Stage, "test"]\n';
const used = 'Outputs:\n  Live:\n    Value: !If [IsLive, "1", !If [IsTest, "2", "3"]]\n';
const code = (value: string): string =>
  `Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: ${value}\n      Role: arn:aws:iam::123456789012:role/fn\n`;
const keyed = (first: string, last = ""): string =>
  `Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      ${first}\n      KeySchema: [{AttributeName: id, KeyType: HASH}]${last}\n`;
const launch =
  "Resources:\n  Launch:\n    Type: AWS::EC2::LaunchTemplate\n    Properties: {LaunchTemplateData: {InstanceType: t3.micro}}\n";
const jobs = "  Jobs:\n    Type: AWS::SQS::Queue\n";
const parameters = (...types: readonly string[]): string =>
  `Parameters:\n${types.map((type, index) => `  P${index}: {Type: ${type}}\n`).join("")}${topic("TopicName: a")}`;
const server = (lines: string): string =>
  `Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      ${lines}\n`;
const wired = (topic: string, queue: string, actions: string, groups: string, role: string): string =>
  `Resources:\n  Alarms:\n    Type: AWS::SNS::Topic\n  Jobs:\n    Type: AWS::SQS::Queue\n  Group:\n    Type: AWS::EC2::SecurityGroup\n  Role:\n    Type: AWS::IAM::Role\n  Told:\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: ${topic}\n      Endpoint: ${queue}\n  Alarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      AlarmActions: ${actions}\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      VpcConfig:\n        SecurityGroupIds: ${groups}\n      Role: ${role}\n`;
const waiting = (handle: string): string =>
  `Resources:\n  Handle:\n    Type: AWS::CloudFormation::WaitConditionHandle\n  Wait:\n    Type: AWS::CloudFormation::WaitCondition\n    Properties:\n      Handle: ${handle}\n      Timeout: "300"\n`;
const exported = (value: string): string => `Outputs:\n  Name:\n    Value: a\n    Export: ${value}\n`;

/** What beginners write, and the text after the fixes. */
const MENDED: readonly (readonly [code: string, name: string, source: string, right: string])[] = [
  [
    "table-definition",
    "a table without capacity",
    keyed("AttributeDefinitions: [{AttributeName: id, AttributeType: S}]"),
    keyed("AttributeDefinitions: [{AttributeName: id, AttributeType: S}]", "\n      BillingMode: PAY_PER_REQUEST"),
  ],
  [
    "needless-sub",
    "variables with another sign before the brace",
    topic("TopicName: !Sub '#{AWS::StackName}-#{Jobs.QueueName}-#{Jobs}-#{Other}'"),
    topic("TopicName: !Sub '${AWS::StackName}-${Jobs.QueueName}-${Jobs}-#{Other}'"),
  ],
  [
    "unknown-property",
    "settings whose level is left out",
    "Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      Enabled: true\n      DefaultCacheBehavior:\n        TargetOriginId: a\n        ViewerProtocolPolicy: https-only\n      Origins: [{Id: a, DomainName: a.example.com, S3OriginConfig: {}}]\n",
    "Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        DefaultCacheBehavior:\n          TargetOriginId: a\n          ViewerProtocolPolicy: https-only\n        Origins: [{Id: a, DomainName: a.example.com, S3OriginConfig: {}}]\n",
  ],
  [
    "wrong-type",
    "the mode in place of a map with it",
    "Resources:\n  Nightly:\n    Type: AWS::Scheduler::Schedule\n    Properties:\n      FlexibleTimeWindow: OFF\n      ScheduleExpression: rate(1 day)\n      Target: {Arn: a, RoleArn: b}\n",
    'Resources:\n  Nightly:\n    Type: AWS::Scheduler::Schedule\n    Properties:\n      FlexibleTimeWindow:\n        Mode: "OFF"\n      ScheduleExpression: rate(1 day)\n      Target: {Arn: a, RoleArn: b}\n',
  ],
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
  [
    "wrong-type",
    "a launch template by Ref",
    `${launch}  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      LaunchTemplate: !Ref Launch # the newest\n      MinSize: "1"\n`,
    `${launch}  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !Ref Launch\n        Version: !GetAtt Launch.LatestVersionNumber # the newest\n      MinSize: "1"\n`,
  ],
  [
    "wrong-type",
    "a launch template by Ref, in a line and in JSON",
    '{"Resources": {"L": {"Type": "AWS::EC2::LaunchTemplate"}, "I": {"Type": "AWS::EC2::Instance", "Properties": {"LaunchTemplate": {"Ref": "L"}}}}}',
    '{"Resources": {"L": {"Type": "AWS::EC2::LaunchTemplate"}, "I": {"Type": "AWS::EC2::Instance", "Properties": {"LaunchTemplate": { "LaunchTemplateId": {"Ref": "L"}, "Version": {"Fn::GetAtt": ["L", "LatestVersionNumber"]} }}}}}',
  ],
  [
    "wrong-type",
    "a queue that takes what failed, by the wrong and the right value",
    code("{ZipFile: x}").replace("Role:", "DeadLetterConfig: !Ref Jobs\n      Role:") + jobs,
    code("{ZipFile: x}").replace("Role:", "DeadLetterConfig:\n        TargetArn: !GetAtt Jobs.Arn\n      Role:") + jobs,
  ],
  [
    "wrong-type",
    "the only key of a map, left out",
    `${code("{ZipFile: x}").replace("Role:", "TracingConfig: Active\n      Role:")}${exported('!Sub "${AWS::StackName}-name"')}`,
    `${code("{ZipFile: x}").replace("Role:", "TracingConfig:\n        Mode: Active\n      Role:")}${exported('\n      Name: !Sub "${AWS::StackName}-name"').replace("Export: \n", "Export:\n")}`,
  ],
  [
    "unknown-property",
    "variables without Variables",
    code("{ZipFile: x}").replace(
      "Role:",
      "Environment: # all\n        STAGE: live\n        # where\n        QUEUE: !Ref Jobs\n      Role:",
    ),
    code("{ZipFile: x}").replace(
      "Role:",
      "Environment:\n        Variables: # all\n          STAGE: live\n          # where\n          QUEUE: !Ref Jobs\n      Role:",
    ),
  ],
  [
    "unknown-property",
    "variables without Variables, in a line",
    code("{ZipFile: x}").replace("Role:", "Environment: {STAGE: live}\n      Role:"),
    code("{ZipFile: x}").replace("Role:", "Environment:\n        Variables: {STAGE: live}\n      Role:"),
  ],
  [
    "unknown-property",
    "what belongs into a map within",
    "Resources:\n  S:\n    Type: AWS::ECS::Service\n    Properties:\n      NetworkConfiguration:\n        Subnets:\n          - subnet-1\n      TaskDefinition: a\n",
    "Resources:\n  S:\n    Type: AWS::ECS::Service\n    Properties:\n      NetworkConfiguration:\n        AwsvpcConfiguration:\n          Subnets:\n            - subnet-1\n      TaskDefinition: a\n",
  ],
  [
    "parameter-type",
    "types of other languages",
    parameters("Integer", "Boolean", "List", "float"),
    parameters("Number", "String", "CommaDelimitedList", "Number"),
  ],
  [
    "wrong-type",
    "lists without brackets",
    `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: dev, prod\n${topic("DisplayName: !Ref Stage")}  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      SecurityGroupIds: "sg-1,sg-2"\n`,
    `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, prod]\n${topic("DisplayName: !Ref Stage")}  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      SecurityGroupIds: [sg-1, sg-2]\n`,
  ],
  [
    "unknown-mapping",
    "keys without Ref",
    `Parameters:\n  Size: {Type: String}\nMappings:\n  Names:\n    us-east-1: {small: a}\n${topic("DisplayName: !FindInMap [Names, AWS::Region, Size]")}`,
    `Parameters:\n  Size: {Type: String}\nMappings:\n  Names:\n    us-east-1: {small: a}\n${topic("DisplayName: !FindInMap [Names, !Ref AWS::Region, Size]")}`,
  ],
  [
    "unknown-mapping",
    "a parameter without Ref, in JSON",
    '{"Parameters": {"P": {"Type": "String"}}, "Mappings": {"M": {"a": {"b": "c"}}}, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::FindInMap": ["M", "a", "P"]}}}}}',
    '{"Parameters": {"P": {"Type": "String"}}, "Mappings": {"M": {"a": {"b": "c"}}}, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::FindInMap": ["M", "a", {"Ref": "P"}]}}}}}',
  ],
  [
    "unknown-ref",
    "attributes by Ref",
    topic("DisplayName: !Ref Jobs.Arn\n      TopicName:\n        Ref: Jobs.Name"),
    topic("DisplayName: !GetAtt Jobs.Arn\n      TopicName:\n        !GetAtt Jobs.QueueName"),
  ],
  [
    "unknown-ref",
    "an attribute that Ref gives",
    `${topic("DisplayName: !Ref Bucket.Name")}  Bucket:\n    Type: AWS::S3::Bucket\n`,
    `${topic("DisplayName: !Ref Bucket")}  Bucket:\n    Type: AWS::S3::Bucket\n`,
  ],
  [
    "invalid-id",
    "scripts that are not encoded",
    server("UserData: |\n        #!/bin/bash\n\n        yum update\n      ImageId: ami-1"),
    server("UserData:\n        Fn::Base64: |\n          #!/bin/bash\n\n          yum update\n      ImageId: ami-1"),
  ],
  [
    "invalid-id",
    "scripts with values that are not encoded",
    server("UserData: !Sub |\n        #!/bin/bash -x\n        echo ${AWS::Region}"),
    server("UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          echo ${AWS::Region}"),
  ],
  [
    "invalid-id",
    "resources by their names, where ARNs and IDs belong",
    wired("Alarms", "Jobs.Arn", "[Alarms]", "[Group.GroupId, Group]", "Role"),
    wired(
      "!Ref Alarms",
      "!GetAtt Jobs.Arn",
      "[!Ref Alarms]",
      "[!GetAtt Group.GroupId, !Ref Group]",
      "!GetAtt Role.Arn",
    ),
  ],
  [
    "invalid-id",
    "an attribute's name in JSON",
    '{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "M": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"FunctionName": "f", "EventSourceArn": "Q"}}}}',
    '{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "M": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"FunctionName": "f", "EventSourceArn": {"Fn::GetAtt": ["Q", "Arn"]}}}}}',
  ],
  [
    "pseudo-parameter-text",
    "attributes as texts",
    `${topic("DisplayName: Jobs.QueueName")}Outputs:\n  Queue:\n    Value: "Jobs.Arn"\n`,
    `${topic("DisplayName: !GetAtt Jobs.QueueName")}Outputs:\n  Queue:\n    Value: !GetAtt Jobs.Arn\n`,
  ],
  [
    "invalid-value",
    "a language for its runtime",
    code("{ZipFile: x}").replace("Role:", "Runtime: python\n      Role:"),
    code("{ZipFile: x}").replace("Role:", "Runtime: python3.14\n      Role:"),
  ],
  ["unknown-get-att", "an attribute of what only Ref gives", waiting("!GetAtt Handle.Arn"), waiting("!Ref Handle")],
  [
    "missing-sub",
    "imports",
    server(
      'SubnetId: !ImportValue ${AWS::StackName}-Subnet\n      SecurityGroupIds:\n        - !ImportValue "${AWS::StackName}-Group"\n        - Fn::ImportValue: ${AWS::StackName}-Group',
    ),
    server(
      'SubnetId:\n        Fn::ImportValue: !Sub "${AWS::StackName}-Subnet"\n      SecurityGroupIds:\n        - Fn::ImportValue: !Sub "${AWS::StackName}-Group"\n        - Fn::ImportValue: !Sub ${AWS::StackName}-Group',
    ),
  ],
  [
    "missing-sub",
    "an import in JSON",
    '{"Resources": {"S": {"Type": "AWS::EC2::Instance", "Properties": {"SubnetId": {"Fn::ImportValue": "${AWS::StackName}-Subnet"}}}}}',
    '{"Resources": {"S": {"Type": "AWS::EC2::Instance", "Properties": {"SubnetId": {"Fn::ImportValue": {"Fn::Sub": "${AWS::StackName}-Subnet"}}}}}}',
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
  [
    "wrong-type",
    "resources and parameters where maps belong",
    `Parameters:\n  Stage: {Type: String}\n${code("{ZipFile: x}").replace("Role:", "VpcConfig: «!Ref Jobs»\n      LoggingConfig: «!Ref Stage»\n      Role:")}${jobs}`,
    /must be a map, but Ref \w+ returns a.* It takes (?:SecurityGroupIds, SubnetIds, Ipv6|LogFormat, )/,
    "error",
  ],
  [
    "unknown-ref",
    "an attribute that there is not",
    topic("DisplayName: !Ref «Jobs.Size»"),
    /Size is not one of AWS::SQS::Queue\. It has Arn, QueueName/,
  ],
  [
    "unused-parameter",
    "one that is named as a mapping's key without Ref",
    `Parameters:\n  Size: {Type: String}\nMappings:\n  Names:\n    a: {small: a}\n${topic("DisplayName: !FindInMap [Names, a, Size]")}`,
  ],
  [
    "invalid-id",
    "names that a service may know",
    "Resources:\n  Main:\n    Type: AWS::ECS::Cluster\n  Role:\n    Type: AWS::IAM::Role\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ExecutionRoleArn: Role\n  S:\n    Type: AWS::ECS::Service\n    Properties:\n      Cluster: Main\n      TaskDefinition: Task\n",
  ],
  [
    "invalid-id",
    "an attribute",
    wired("!Ref Alarms", "«Jobs.Arn»", "[]", "[]", "a"),
    /not that attribute of Jobs: use !GetAtt Jobs\.Arn/,
  ],
  ["pseudo-parameter-text", "what is told by its place", wired("a", "Jobs.Arn", "[]", "[]", "a")],
  ["pseudo-parameter-text", "an attribute that there is not", topic("DisplayName: Jobs.Size")],
  ["unknown-get-att", "what only Ref gives", waiting("!GetAtt Handle.«Arn»"), /Write !Ref Handle\.$/],
  ["invalid-id", "a script that is encoded", server("UserData: !Base64 |\n        #!/bin/bash\n        yum update")],
  [
    "wrong-type",
    "what a macro may put there",
    `Transform: Acme\n${code("{ZipFile: x}").replace("Role:", "VpcConfig: !Ref Jobs\n      Role:")}${jobs}`,
  ],
  [
    "wrong-type",
    "texts that are maps as JSON",
    `Parameters:\n  Json: {Type: String}\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      RedrivePolicy: !Ref Json\n`,
  ],
  [
    "unknown-property",
    "one error for all variables",
    code("{ZipFile: x}").replace("Role:", "Environment:\n        «STAGE»: live\n        TEAM: a\n      Role:"),
    /Environment has no STAGE, TEAM: put that below Variables in it/,
    "error",
  ],
  [
    "unknown-property",
    "Variables, misspelt",
    code("{ZipFile: x}").replace("Role:", "Environment:\n        «Variable»: {STAGE: live}\n      Role:"),
    /Did you mean Variables/,
  ],
  ["local-path", "a path with blanks", code("«build output/function (1).zip»"), /local file/, "warning"],
];

describe("what beginners write is mended", () => {
  for (const [code, name, source, right] of MENDED)
    it(`${code}: ${name}`, () => {
      assert.equal(fixed(code, source), right);
    });
  checkRows(TOLD);
});
