import { checkRows } from "../../checkRule.ts";

const fn = (properties: string, type = "AWS::Lambda::Function"): string =>
  `${type.includes("Serverless") ? "Transform: AWS::Serverless-2016-10-31\n" : ""}Resources:\n  F:\n    Type: ${type}\n    Properties: {${properties}}\n`;
const inline = (handler: string, code: string, runtime = "python3.13"): string =>
  fn(`Runtime: ${runtime}, Handler: ${handler}, Role: !GetAtt Role.Arn, Code: {ZipFile: ${code}}`);
const PYTHON = '"def handler(e, c): pass"';

const mapping = (role: string, more = "", source = "AWS::SQS::Queue"): string =>
  `${inline("index.handler", PYTHON)}  M:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref F, EventSourceArn: «!GetAtt Source.Arn», StartingPosition: LATEST}
  Source:
    Type: ${source}
  Role:
    Type: AWS::IAM::Role
    Properties: {${role}}
${more}`;
const silent = (text: string): string => text.replace("«", "").replace("»", "");
const policy = (actions: string): string =>
  `Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: ${actions}, Resource: "*"}]}}]`;
const arn = (name: string): string => `ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/${name}"]`;

const inVpc = (key: string, role: string): string =>
  `${fn(`Role: !GetAtt Role.Arn, ${key}: {SubnetIds: [subnet-0123456789abcdef0], SecurityGroupIds: []}`)}  Role:\n    Type: AWS::IAM::Role\n    Properties: {${role}}\n`;
const queue = (timeout: string, visible: string): string =>
  `${fn(`Timeout: ${timeout}, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}}`, "AWS::Serverless::Function")}  Q:\n    Type: AWS::SQS::Queue\n    Properties: {VisibilityTimeout: ${visible}}\n`;
const listener = (protocol: string, target: string): string =>
  `Resources:\n  L:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties: {Protocol: ${protocol}, DefaultActions: [{Type: forward, TargetGroupArn: !Ref T}]}\n  T:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties: {Protocol: ${target}}\n`;

const loop = (names: string, value: string): string =>
  `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Queues: [N, [${names}], {"Queue\${N}": {Type: AWS::SQS::Queue}}]\nOutputs:\n  O:\n    Value: ${value}\n`;
const stage = (name: string, level: string): string =>
  `Resources:\n  ${name}:\n    Type: AWS::ApiGateway::Stage\n    Properties: {RestApiId: a, MethodSettings: [{LoggingLevel: ${level}}]}\n  A:\n    Type: AWS::ApiGateway::Account\n`;
const acl = (scope: string, type: string, properties: string): string =>
  `Resources:\n  A:\n    Type: AWS::WAFv2::WebACL\n    Properties: {Scope: ${scope}}\n  D:\n    Type: ${type}\n    Properties: {${properties}}\n`;
const webAcl = (arn: string): string =>
  `Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {WebACLId: "${arn}"}}\n`;

const GLOBAL = (group: string, vpc: string): string => `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {VpcConfig: {SubnetIds: [!Ref S], SecurityGroupIds: [${group}]}}
Resources:
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  W: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  S: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24}}
  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref ${vpc}}}
`;

describe("what functions need", () => {
  checkRows([
    [
      "function-package",
      "a handler of another file",
      inline("«app.handler»", PYTHON),
      /handler is index\.handler \(“Unable to import module 'app'”\)/,
      "warning",
    ],
    [
      "function-package",
      "a handler of another file by a mapping",
      `Mappings: {M: {a: {b: app.handler}}}\n${inline("«!FindInMap [M, a, b]»", PYTHON)}`,
      /“Unable to import module 'app'”/,
      "warning",
    ],
    [
      "function-package",
      "a handler of another file by default",
      `Parameters: {P: {Type: String, Default: app.handler}}\n${inline("«!Ref P»", PYTHON)}`,
      /^By default: .*“Unable to import module 'app'”/,
      "warning",
    ],
    [
      "function-package",
      "a reserved variable in one case",
      `Conditions: {C: !Equals [!Ref AWS::Region, a]}\n${fn('Runtime: python3.13, Handler: index.a, Role: r, Code: {ZipFile: "a = 1"}, Environment: !If [C, {Variables: {«AWS_REGION»: a}}, !Ref AWS::NoValue]')}`,
      /AWS_REGION/,
      "error",
    ],
    [
      "mismatched-resources",
      "a NAT gateway as a gateway",
      "Resources:\n  N: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: s}}\n  R: {Type: AWS::EC2::Route, Properties: {RouteTableId: r, DestinationCidrBlock: 0.0.0.0/0, GatewayId: «!Ref N»}}\n",
      /GatewayId can't be N, which is AWS::EC2::NatGateway/,
      "error",
    ],
    [
      "subnet-zones",
      "what all functions of SAM have, of two VPCs",
      GLOBAL("«!Ref G»", "W"),
      /Security Groups are required to be in the same VPC/,
      "error",
    ],
    ["subnet-zones", "what they have of one", GLOBAL("!Ref G", "V")],
    [
      "function-package",
      "a file of Node.js",
      inline("«app.main»", "exports.main = 1", "nodejs22.x"),
      /Cannot find module/,
    ],
    [
      "function-package",
      "a handler that the code lacks",
      inline("«index.main»", PYTHON),
      /no main \(“Handler 'main' missing on module 'index'”\)/,
    ],
    [
      "function-package",
      "code that takes over all",
      inline("index.main", "module.exports = require('a')", "nodejs22.x"),
    ],
    ["function-package", "code by a function", inline("index.main", "!Ref Code")],
    ["function-package", "a handler that is there", inline("index.handler", PYTHON)],
    [
      "function-package",
      "inline code of SAM",
      fn(`Runtime: python3.13, Handler: «app.handler», InlineCode: ${PYTHON}`, "AWS::Serverless::Function"),
    ],
    [
      "function-package",
      "variables of SAM",
      fn("Environment: {Variables: {«AWS_REGION»: a, «my-name»: b, MY_NAME: c}}", "AWS::Serverless::Function"),
    ],
    [
      "function-package",
      "variables for all",
      "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Environment: {Variables: {«AWS_REGION»: a}}\nResources: {}\n",
      /“Lambda was unable to configure your environment variables/,
    ],
    [
      "event-source-role",
      "nothing that reads",
      mapping(arn("AWSLambdaBasicExecutionRole")),
      /sqs:ReceiveMessage, sqs:DeleteMessage, .*“The provided execution role does not have permissions to call ReceiveMessage on SQS”/,
      "error",
    ],
    [
      "event-source-role",
      "a part of it",
      mapping(policy('["sqs:Receive*", "sqs:GetQueueAttributes"]')),
      /allow sqs:DeleteMessage,/,
    ],
    ["event-source-role", "a stream", mapping(policy("logs:*"), "", "AWS::Kinesis::Stream"), /kinesis:GetRecords/],
    ["event-source-role", "all of it", silent(mapping(policy('"sqs:*"')))],
    ["event-source-role", "another managed policy", silent(mapping(arn("AWSLambdaSQSQueueExecutionRole")))],
    ["event-source-role", "actions by a function", silent(mapping(policy("!Ref Actions")))],
    [
      "event-source-role",
      "a policy of its own, which may come later",
      mapping(
        policy('"logs:*"'),
        '  P:\n    Type: AWS::IAM::Policy\n    Properties: {Roles: [!Ref Role], PolicyDocument: {Statement: {Effect: Allow, Action: "*"}}}\n',
      ),
      /before P/,
      "warning",
    ],
    [
      "event-source-role",
      "a function in a VPC",
      inVpc("«VpcConfig»", arn("AWSLambdaBasicExecutionRole")),
      /allow ec2:CreateNetworkInterface/,
    ],
    ["event-source-role", "one that may be there", inVpc("VpcConfig", arn("AWSLambdaVPCAccessExecutionRole"))],
    ["event-source-role", "one with a policy that is not known", inVpc("VpcConfig", arn("AWSLambdaRole"))],
    [
      "event-source-role",
      "an event of SAM with a role",
      `${fn("Role: !GetAtt Role.Arn, Events: {E: {Type: SQS, Properties: {Queue: «!GetAtt Q.Arn»}}}", "AWS::Serverless::Function")}  Q:\n    Type: AWS::SQS::Queue\n  Role:\n    Type: AWS::IAM::Role\n    Properties: {${policy("logs:*")}}\n`,
    ],
    [
      "sam-function",
      "globals that are not there to be ignored",
      `${fn("Timeout: 3", "AWS::Serverless::Function")}    IgnoreGlobals: [«Timeuot», Timeout, "*"]\n`,
      /Did you mean Timeout/,
      "error",
    ],
    [
      "function-arguments",
      "an output of a stack without its name",
      fn(
        "Description: {«Fn::GetStackOutput»: {StackName: a}}, Handler: {Fn::GetStackOutput: {StackName: a, OutputName: b}}",
      ),
      /needs OutputName/,
    ],
    ["unknown-ref", "a name that a loop does not make", loop("A, B", "!Ref «QueueC»"), /QueueC/],
    ["unknown-ref", "a name that a loop makes", loop("A, B", "!Ref QueueB")],
    [
      "unknown-get-att",
      "an attribute of what a loop makes",
      loop("A, B", "!GetAtt QueueB.«Nothing»"),
      /AWS::SQS::Queue/,
    ],
    ["unknown-get-att", "one that it has", loop("A, B", "!GetAtt QueueB.Arn")],
    [
      "unknown-depends-on",
      "what a name in a loop stands for",
      loop("A, B", "!Ref QueueB").replace("AWS::SQS::Queue}", 'AWS::SQS::Queue, DependsOn: "«Topic${N}»"}'),
      /^TopicA \(of Topic\$\{N\}\) is not a resource/,
    ],
    [
      "unknown-ref",
      "what a name in a loop stands for",
      loop("A, B", "!Ref QueueB").replace(
        "AWS::SQS::Queue}",
        'AWS::SQS::Queue, Properties: {QueueName: !Ref "«Topic${N}»"}}',
      ),
      /^TopicA/,
    ],
    [
      "unknown-ref",
      "what a loop makes, named in it",
      loop("A, B", "!Ref QueueB").replace(
        "AWS::SQS::Queue}",
        'AWS::SQS::Queue, Properties: {QueueName: !Ref "Queue${N}"}}',
      ),
    ],
    ["unknown-ref", "a name that a loop may make", loop("!Ref AWS::Region, B", "!Ref QueueC")],
    [
      "missing-depends-on",
      "a stage with logs and the account's role",
      stage("«S»", "INFO"),
      /“CloudWatch Logs role ARN must be set in account settings to enable logging”/,
      "warning",
    ],
    ["missing-depends-on", "a stage without logs", stage("S", "'OFF'")],
    [
      "mismatched-resources",
      "a regional web ACL of a distribution",
      acl("«REGIONAL»", "AWS::CloudFront::Distribution", "DistributionConfig: {WebACLId: !GetAtt A.Arn}"),
      /to be CLOUDFRONT/,
    ],
    [
      "mismatched-resources",
      "a web ACL of a distribution",
      acl("CLOUDFRONT", "AWS::CloudFront::Distribution", "DistributionConfig: {WebACLId: !GetAtt A.Arn}"),
    ],
    [
      "mismatched-resources",
      "a global web ACL of a load balancer",
      acl("«CLOUDFRONT»", "AWS::WAFv2::WebACLAssociation", "WebACLArn: !GetAtt A.Arn"),
    ],
    [
      "distribution-certificate",
      "a web ACL of another region",
      webAcl("«arn:aws:wafv2:eu-west-1:123456789012:global/webacl/a/b»"),
      /eu-west-1/,
    ],
    [
      "distribution-certificate",
      "a regional web ACL",
      webAcl("«arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b»"),
      /is regional/,
    ],
    [
      "distribution-certificate",
      "a web ACL of us-east-1",
      webAcl("arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/b"),
    ],
    [
      "invalid-id",
      "a small subnet",
      "Resources:\n  S:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: !Ref V, CidrBlock: «10.0.0.0/30»}\n",
      /between \/28 and \/16/,
    ],
    [
      "snap-start-version",
      "no version",
      fn("«SnapStart»: {ApplyOn: PublishedVersions}"),
      /AWS::Lambda::Version/,
      "info",
    ],
    [
      "snap-start-version",
      "a version",
      `${fn("SnapStart: {ApplyOn: PublishedVersions}")}  V:\n    Type: AWS::Lambda::Version\n    Properties: {FunctionName: !Ref F}\n`,
    ],
    [
      "snap-start-version",
      "SAM, with and without an alias",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: a, Handler: a.b, Runtime: java21, «SnapStart»: {ApplyOn: PublishedVersions}}\n  B:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: a, Handler: a.b, Runtime: java21, SnapStart: {ApplyOn: PublishedVersions}, AutoPublishAlias: live}\n",
      /add an AutoPublishAlias/,
    ],
    [
      "snap-start-version",
      "an alias of all functions",
      "Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {AutoPublishAlias: live}}\nResources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: a, Handler: a.b, Runtime: java21, SnapStart: {ApplyOn: PublishedVersions}}\n",
    ],
    [
      "mismatched-resources",
      "a queue of SAM",
      queue("60", "«30»"),
      /“Queue visibility timeout: 30 seconds is less than/,
    ],
    ["mismatched-resources", "a queue of SAM that waits", queue("30", "180")],
    [
      "mismatched-resources",
      "a target group of another kind",
      listener("«TCP»", "HTTP"),
      /“The listener and its associated target group … have incompatible protocols”/,
    ],
    [
      "mismatched-resources",
      "a target group of another kind among several",
      listener("«TCP»", "HTTP").replace(
        /TargetGroupArn: ([^,}\]]+)/,
        "ForwardConfig: {TargetGroups: [{TargetGroupArn: $1}]}",
      ),
      /have incompatible protocols/,
    ],
    ["mismatched-resources", "a target group behind TLS", listener("TLS", "TCP")],
    ["mismatched-resources", "a target group behind HTTPS", listener("HTTPS", "HTTP")],
  ]);
});
