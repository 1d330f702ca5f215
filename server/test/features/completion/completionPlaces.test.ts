import { check, type Expected } from "./completionCheck.ts";

/** What the caret's line completes with; in JSON the same, between quotes. */
type Row = readonly [name: string, source: string, has: string, lacks?: string];

const HEAD = `Parameters:
  Stage:
    Type: String
Mappings:
  Amis:
    us-east-1:
      x86: ami-1
      arm: ami-2
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Database:
    Type: AWS::RDS::DBInstance
`;
const web = (line: string): string => `${HEAD}  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      ${line}\n`;
const attribute = (line: string): string => `${HEAD}  Web:\n    Type: AWS::EC2::Instance\n    ${line}\n`;
const properties = (type: string, body: string): string =>
  `Resources:\n  It:\n    Type: ${type}\n    Properties:\n      ${body}\n`;
const json = (type: string, body: string): string =>
  `{"Resources": {"It": {"Type": "${type}", "Properties": {${body}}}}}`;
const REST = "\nResources:\n  X:\n    Type: AWS::S3::Bucket\n";
const statement = (body: string): string =>
  properties("AWS::IAM::Policy", `PolicyDocument:\n        Statement:\n          - Effect: Allow\n            ${body}`);
const init = (body: string): string =>
  `Resources:\n  It:\n    Type: AWS::EC2::Instance\n    Metadata:\n      AWS::CloudFormation::Init:\n        ${body}\n`;

const rows: readonly Row[] = [
  ["sections", `${HEAD}<|>\n`, "Outputs Metadata Transform", "Resources Parameters"],
  ["sections in an empty last line", `${HEAD}<|>`, "Outputs Metadata Transform", "Resources Parameters"],
  ["sections half typed", `${HEAD}Outp<|>\n`, "Outputs"],
  ["attributes of a resource", attribute("<|>"), "Properties DependsOn Condition Metadata CreationPolicy", "Type"],
  ["a type, fuzzy", "Resources:\n  It:\n    Type: s3b<|>\n", "AWS::S3::Bucket"],
  ["a type beyond the first hundred", "Resources:\n  It:\n    Type: wafv2<|>\n", "AWS::WAFv2::WebACL"],
  [
    "a SAM type",
    "Transform: AWS::Serverless-2016-10-31\nResources:\n  It:\n    Type: serverlessfun<|>\n",
    "AWS::Serverless::Function",
  ],
  ["properties", properties("AWS::S3::Bucket", "<|>"), "BucketName VersioningConfiguration"],
  ["properties half typed", properties("AWS::S3::Bucket", "Bucket<|>"), "BucketName BucketEncryption"],
  ["nested properties", properties("AWS::S3::Bucket", "VersioningConfiguration:\n        <|>"), "Status"],
  ["properties of a list's item", properties("AWS::S3::Bucket", "Tags:\n        - <|>"), "Key Value"],
  [
    "an item's second property",
    properties("AWS::S3::Bucket", "Tags:\n        - Key: a\n          <|>"),
    "Value",
    "Key",
  ],
  [
    "properties in a branch of If",
    web("BlockDeviceMappings:\n        - !If\n          - IsProd\n          - <|>"),
    "DeviceName Ebs",
  ],
  ["properties in flow style", properties("AWS::S3::Bucket", "VersioningConfiguration: {<|>}"), "Status"],
  ["enum values", properties("AWS::S3::Bucket", "AccessControl: <|>"), "Private PublicRead"],
  ["booleans", properties("AWS::EC2::Instance", "EbsOptimized: <|>"), "true false !Ref"],
  ["booleans half typed", properties("AWS::EC2::Instance", "EbsOptimized: tr<|>"), "true"],
  ["runtimes", properties("AWS::Lambda::Function", "Runtime: <|>"), "python3.13 nodejs22.x"],
  ["runtimes of SAM", properties("AWS::Serverless::Function", "Runtime: <|>"), "python3.13"],
  ["functions", web("KeyName: <|>"), "!Ref !Sub !GetAtt !If !FindInMap"],
  ["functions by their sign", web("KeyName: !<|>"), "!Ref !Sub"],
  ["functions in long form", web("KeyName:\n        <|>"), "Fn::Sub Ref Fn::If"],
  ["Ref", web("KeyName: !Ref <|>"), "Stage Bucket AWS::Region", "Web Amis"],
  ["GetAtt", web("KeyName: !GetAtt <|>"), "Bucket Database", "Stage"],
  ["GetAtt's attribute", web("KeyName: !GetAtt Database.<|>"), "Endpoint.Address"],
  ["Sub", web("KeyName: !Sub '${<|>}'"), "Stage Bucket AWS::Region"],
  ["Sub's attribute", web("KeyName: !Sub '${Bucket.<|>}'"), "Arn"],
  ["FindInMap's map", web("ImageId: !FindInMap [<|>]"), "Amis"],
  ["FindInMap's first key", web("ImageId: !FindInMap [Amis, <|>]"), "us-east-1"],
  ["FindInMap's second key", web("ImageId: !FindInMap [Amis, us-east-1, <|>]"), "x86 arm"],
  ["DependsOn", attribute("DependsOn: <|>"), "Bucket Database", "Web Stage"],
  ["Condition", attribute("Condition: <|>"), "IsProd", "Bucket"],
  ["DeletionPolicy", attribute("DeletionPolicy: <|>"), "Retain Delete"],
  ["CreationPolicy", attribute("CreationPolicy:\n      <|>"), "ResourceSignal"],
  ["ResourceSignal", attribute("CreationPolicy:\n      ResourceSignal:\n        <|>"), "Count Timeout"],
  [
    "UpdatePolicy",
    "Resources:\n  It:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      <|>\n",
    "AutoScalingRollingUpdate AutoScalingReplacingUpdate",
  ],
  [
    "a rolling update",
    "Resources:\n  It:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        <|>\n",
    "MinInstancesInService WaitOnResourceSignals",
  ],
  [
    "suspended processes",
    "Resources:\n  It:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        SuspendProcesses:\n          - <|>\n",
    "AlarmNotification HealthCheck",
  ],
  [
    "attributes of a parameter",
    `Parameters:\n  P:\n    Type: String\n    <|>${REST}`,
    "Default AllowedValues NoEcho",
    "Type",
  ],
  [
    "parameter types",
    `Parameters:\n  P:\n    Type: <|>${REST}`,
    "String Number AWS::EC2::VPC::Id AWS::SSM::Parameter::Value<String>",
  ],
  [
    "parameter types half typed",
    `Parameters:\n  P:\n    Type: AWS::EC2::<|>${REST}`,
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Instance",
  ],
  ["NoEcho", `Parameters:\n  P:\n    NoEcho: <|>${REST}`, "true false"],
  ["an output", `${HEAD}Outputs:\n  O:\n    <|>\n`, "Value Description Export Condition"],
  ["an output's export", `${HEAD}Outputs:\n  O:\n    Export:\n      <|>\n`, "Name"],
  ["an output's value", `${HEAD}Outputs:\n  O:\n    Value: !GetAtt Bucket.<|>\n`, "Arn"],
  ["a rule", `Rules:\n  R:\n    <|>${REST}`, "Assertions RuleCondition"],
  ["the interface", `Metadata:\n  AWS::CloudFormation::Interface:\n    <|>${REST}`, "ParameterGroups ParameterLabels"],
  ["metadata", `Metadata:\n  <|>${REST}`, "AWS::CloudFormation::Interface"],
  [
    "a parameter of the interface",
    `Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [<|>]\nParameters:\n  Stage:\n    Type: String${REST}`,
    "Stage",
  ],
  ["transforms", `Transform: <|>${REST}`, "AWS::Serverless-2016-10-31 AWS::LanguageExtensions"],
  ["Globals", `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  <|>${REST}`, "Function Api"],
  [
    "properties of Globals",
    `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    <|>${REST}`,
    "Timeout Runtime MemorySize",
  ],
  ["a policy", properties("AWS::IAM::Policy", "PolicyDocument:\n        <|>"), "Version Statement"],
  ["a policy's version", properties("AWS::IAM::Policy", "PolicyDocument:\n        Version: <|>"), "2012-10-17"],
  ["a statement", statement("<|>"), "Action Resource Condition Sid", "Effect"],
  [
    "a trust policy's statement",
    properties("AWS::IAM::Role", "AssumeRolePolicyDocument:\n        Statement:\n          - <|>"),
    "Effect Principal Action",
    "Resource",
  ],
  [
    "Effect",
    properties("AWS::IAM::Policy", "PolicyDocument:\n        Statement:\n          - Effect: <|>"),
    "Allow Deny",
  ],
  [
    "Principal",
    properties(
      "AWS::IAM::Role",
      "AssumeRolePolicyDocument:\n        Statement:\n          - Principal:\n              <|>",
    ),
    "Service AWS Federated",
  ],
  ["a service's prefix", statement("Action: <|>"), "s3: sqs:"],
  ["actions", statement("Action: s3:Get<|>"), "s3:GetObject"],
  ["actions in a list", statement("Action:\n              - sqs:<|>"), "sqs:SendMessage"],
  ["a condition's operator", statement("Condition:\n              <|>"), "StringEquals ArnLike"],
  ["a condition's key", statement("Condition:\n              StringEquals:\n                <|>"), "aws:SourceVpc"],
  ["Init", init("<|>"), "configSets config"],
  ["a config of Init", init("config:\n          <|>"), "packages files services commands sources users groups"],
  ["Init's packages", init("config:\n          packages:\n            <|>"), "yum apt"],
  ["a file of Init", init("config:\n          files:\n            /etc/x:\n              <|>"), "content mode owner"],
  ["Init's services", init("config:\n          services:\n            <|>"), "systemd sysvinit"],
  [
    "a service of Init",
    init("config:\n          services:\n            systemd:\n              httpd:\n                <|>"),
    "enabled ensureRunning",
  ],
  ["a command of Init", init("config:\n          commands:\n            a:\n              <|>"), "command test cwd"],
  [
    "a SAM event's type",
    properties("AWS::Serverless::Function", "Events:\n        E:\n          Type: <|>"),
    "Api HttpApi S3 SQS",
  ],
  [
    "a SAM event's properties",
    properties(
      "AWS::Serverless::Function",
      "Events:\n        E:\n          Type: Api\n          Properties:\n            <|>",
    ),
    "Path Method",
    "Bucket",
  ],
  ["a metric's namespace", properties("AWS::CloudWatch::Alarm", "Namespace: <|>"), "AWS/ELB AWS/EC2"],
  [
    "a metric's name",
    properties("AWS::CloudWatch::Alarm", "Namespace: AWS/ELB\n      MetricName: <|>"),
    "SurgeQueueLength",
  ],
  ["a dynamic reference", web("KeyName: '{{resolve:<|>'"), "{{resolve:ssm:…}} {{resolve:secretsmanager:…}}"],
  ["ImportValue", web("SubnetId: !ImportValue <|>"), "network-SubnetId"],
  ["JSON: properties", json("AWS::S3::Bucket", '"<|>"'), "BucketName"],
  ["JSON: properties, open quote", json("AWS::S3::Bucket", '"Buck<|>').replace("}}}}", "\n}}}}"), "BucketName"],
  ["JSON: nested properties", json("AWS::S3::Bucket", '"VersioningConfiguration": {"<|>"}'), "Status"],
  ["JSON: enum", json("AWS::S3::Bucket", '"AccessControl": "<|>"'), "Private"],
  ["JSON: boolean", json("AWS::EC2::Instance", '"EbsOptimized": <|>'), "true false"],
  ["JSON: runtime", json("AWS::Lambda::Function", '"Runtime": "<|>"'), "python3.13"],
  ["JSON: Ref", json("AWS::S3::Bucket", '"BucketName": {"Ref": "<|>"}'), "AWS::Region"],
  ["JSON: functions", json("AWS::S3::Bucket", '"BucketName": {"<|>"}'), "Fn::Sub Ref"],
  [
    "JSON: actions",
    json("AWS::IAM::Policy", '"PolicyDocument": {"Statement": [{"Action": "s3:Get<|>"}]}'),
    "s3:GetObject",
  ],
  [
    "JSON: actions in a list",
    json("AWS::IAM::Policy", '"PolicyDocument": {"Statement": [{"Action": ["s3:Get<|>"]}]}'),
    "s3:GetObject",
  ],
  ["JSON: a statement", json("AWS::IAM::Policy", '"PolicyDocument": {"Statement": [{"<|>"}]}'), "Effect Action"],
  [
    "JSON: DependsOn",
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}, "A": {"Type": "AWS::S3::Bucket", "DependsOn": "<|>"}}}',
    "B",
    "A",
  ],
  [
    "JSON: parameter types",
    '{"Parameters": {"P": {"Type": "<|>"}}, "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "String AWS::EC2::VPC::Id",
  ],
  [
    "JSON: attributes of a parameter",
    '{"Parameters": {"P": {"Type": "String", "<|>"}}, "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "Default",
  ],
  ["JSON: sections", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}, "<|>"}', "Outputs Parameters"],
  ["JSON: attributes", '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "<|>"}}}', "Properties DependsOn"],
  [
    "JSON: FindInMap",
    '{"Mappings": {"M": {"a": {"b": "c"}}}, "Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::FindInMap": ["M", "a", "<|>"]}}}}}',
    "b",
  ],
  ["JSON: Sub", json("AWS::S3::Bucket", '"BucketName": {"Fn::Sub": "${<|>}"}'), "AWS::Region"],
  [
    "JSON: Init",
    '{"Resources": {"A": {"Type": "AWS::EC2::Instance", "Metadata": {"AWS::CloudFormation::Init": {"config": {"<|>"}}}}}}',
    "packages files",
  ],
];

describe("completion at every kind of place", () => {
  for (const [name, source, has, lacks] of rows) {
    const expected: Expected = lacks === undefined ? { has } : { has, lacks };
    it(name, () => check(source, expected, { exports: [{ name: "network-SubnetId", from: "network.yaml" }] }));
  }
});
