import { checkRows } from "../checkRule.ts";

const resources = (text: string): string => `Resources:\n${text}`;
const distribution = (member: string): string =>
  resources(
    `  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {Origins: [{Id: one, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], OriginGroups: {Quantity: 1, Items: [{Id: both, Members: {Quantity: 1, Items: [{OriginId: ${member}}]}}]}, DefaultCacheBehavior: {TargetOriginId: both}}}\n`,
  );
const pattern = (detail: string): string =>
  resources(`  R:\n    Type: AWS::Events::Rule\n    Properties: {EventPattern: {detail: {a: [${detail}]}}}\n`);
const edge = (services: string): string =>
  resources(
    `  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {DefaultCacheBehavior: {LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref V}]}}}\n  V:\n    Type: AWS::Lambda::Version\n    Properties: {FunctionName: !Ref F}\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: !GetAtt R.Arn}\n  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${services}}, Action: "sts:AssumeRole"}]}}\n`,
  );
const described = (kind: string, integration: string): string =>
  resources(`  A:\n    Type: ${kind}: {openapi: 3.0.1, paths: {/a: {get: {${integration}}}}}}\n`);
const api = "AWS::ApiGateway::RestApi\n    Properties: {Body";
const sam = "AWS::Serverless::Api\n    Properties: {StageName: a, DefinitionBody";
const method = (uri: string): string =>
  resources(
    `  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {RestApiId: a, ResourceId: a, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: ${uri}}}\n  F:\n    Type: AWS::Lambda::Function\n`,
  );
const invoked = (name: string): string =>
  `!Sub "arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}}/invocations"`;
const plan = (stage: string, after = ""): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  P:\n    Type: AWS::ApiGateway::UsagePlan\n${after}    Properties: {ApiStages: [{ApiId: !Ref Api, Stage: ${stage}}]}\n  Api:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: v1}\n`;
const route = (vpc: string): string =>
  resources(
    `  «R»:\n    Type: AWS::EC2::Route\n    DependsOn: A\n    Properties: {RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref G}\n  T:\n    Type: AWS::EC2::RouteTable\n    Properties: {VpcId: !Ref V}\n  V:\n    Type: AWS::EC2::VPC\n  W:\n    Type: AWS::EC2::VPC\n  G:\n    Type: AWS::EC2::InternetGateway\n  A:\n    Type: AWS::EC2::VPCGatewayAttachment\n    Properties: {InternetGatewayId: !Ref G, VpcId: ${vpc}}\n`,
  );
const subnets = (block: string, more = ""): string =>
  resources(
    `  V:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: !Ref C}\n  S:\n    Type: AWS::EC2::Subnet\n${more}    Properties: {VpcId: !Ref V, CidrBlock: !Select [0, !Cidr [!Ref C, 4, 8]]}\n  T:\n    Type: AWS::EC2::Subnet\n${more.replace("One", "Other")}    Properties: {VpcId: !Ref V, CidrBlock: ${block}}\n`,
  );
const mapped = (usual: string, condition = ""): string =>
  `Parameters:\n  P: {Type: String, Default: "${usual}"}\nConditions:\n  Chosen: !Not [!Equals [!Ref P, ""]]\nMappings:\n  M: {a: {b: c}}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n${condition}    Properties: {QueueName: !FindInMap [M, «!Ref P», b]}\n`;
const imported = (name: string): string =>
  `Parameters:\n  P: {Type: String}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: {"Fn::ImportValue": ${name}}}\n`;
const readable = (account: string): string =>
  `Parameters:\n  P: {Type: String, Default: "${account}"}\nResources:\n  B:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: a, PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: «!Sub "arn:aws:iam::\${P}:root"»}, Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*"}]}}\n`;
const machine = (actions: string): string =>
  resources(
    `  S:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: {RoleArn: !GetAtt R.Arn, DefinitionString: '«{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::codebuild:startBuild.sync", "End": true}}}»'}\n  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: "sts:AssumeRole"}]}, Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: ["codebuild:*"${actions}], Resource: "*"}]}}]}\n`,
  );
const behavior = (methods: string): string =>
  resources(
    `  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: allow-all, CachePolicyId: a, ${methods}}}}\n`,
  );
const alarm = (more: string): string =>
  resources(
    `  A:\n    Type: AWS::CloudWatch::Alarm\n    «Properties»: {ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Period: 60, Threshold: 1, Namespace: a, MetricName: a${more}}\n`,
  );
const scaling = (metric: string): string =>
  resources(
    `  P:\n    Type: AWS::ApplicationAutoScaling::ScalingPolicy\n    Properties: {PolicyName: a, ServiceNamespace: ecs, ResourceId: service/a/b, ScalableDimension: "ecs:service:DesiredCount", PolicyType: TargetTrackingScaling, TargetTrackingScalingPolicyConfiguration: {TargetValue: 50, PredefinedMetricSpecification: {PredefinedMetricType: ${metric}}}}\n`,
  );
const aliased = (certificate: string): string =>
  `Parameters:\n  P: {Type: CommaDelimitedList, Default: www.example.com}\nConditions:\n  C: !Equals [!Ref AWS::Region, us-east-1]\nResources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {«Aliases»: !If [C, !Ref P, !Ref AWS::NoValue], ViewerCertificate: ${certificate}}}\n`;
const silent = (text: string): string => text.replace("«", "").replace("»", "");

describe("parts of which one lacks what the other takes for granted", () => {
  checkRows([
    ["distribution-origin", "a group with an origin that is not there", distribution("«two»"), /Id two/],
    ["distribution-origin", "a group with the origin", distribution("one")],
    ["distribution-origin", "a group with what is given", distribution("!Ref P")],
    ["event-pattern", "a number in quotes", pattern('{numeric: [">=", «"5"»]}'), /Value of >= must be numeric/],
    ["event-pattern", "an equal number in quotes", pattern('{numeric: ["=", «"5"»]}'), /Value of equals must/],
    ["event-pattern", "numbers", pattern('{numeric: [">=", 5, "<", 7]}')],
    ["event-pattern", "a truth value in quotes", pattern('{exists: «"true"»}'), /must be either true or false/],
    ["event-pattern", "a truth value", pattern("{exists: true}")],
    ["mismatched-resources", "a role at the edge", edge("«lambda.amazonaws.com»"), /edgelambda\.amazonaws\.com, too/],
    ["mismatched-resources", "a role for the edge", edge("[lambda.amazonaws.com, edgelambda.amazonaws.com]")],
    [
      "method-integration",
      "an integration without method",
      described(api, "«x-amazon-apigateway-integration»: {type: aws_proxy, uri: a}"),
      /HttpMethod must be non-empty/,
    ],
    [
      "method-integration",
      "an integration of SAM without method",
      described(sam, "«x-amazon-apigateway-integration»: {type: http, uri: a}"),
    ],
    [
      "method-integration",
      "an integration with method",
      described(api, "x-amazon-apigateway-integration: {type: aws_proxy, uri: a, httpMethod: POST}"),
    ],
    ["method-integration", "a mock", described(api, "x-amazon-apigateway-integration: {type: mock}")],
    ["mismatched-resources", "a function's name in a URI", method(`«${invoked("F")}»`), /write \$\{F\.Arn\}/],
    ["mismatched-resources", "a function's ARN in a URI", method(invoked("F.Arn"))],
    ["mismatched-resources", "a stage that SAM's API has not", plan("«Prod»"), /makes the stage v1.*!Ref Api\.Stage/],
    ["mismatched-resources", "a stage that SAM makes later", plan("«v1»")],
    ["mismatched-resources", "a stage that is waited for", plan("v1", "    DependsOn: Apiv1Stage\n")],
    ["mismatched-resources", "a stage by its name", plan("!Ref Api.Stage")],
    ["missing-depends-on", "a gateway of another VPC", route("!Ref W"), /R is in V, but A in W/, "error"],
    ["missing-depends-on", "a gateway of the VPC", silent(route("!Ref V"))],
    ["missing-depends-on", "a gateway of a VPC that is given", silent(route("!Ref P"))],
    ["subnet-block", "one block twice", subnets("«!Select [0, !Cidr [!Ref C, 4, 8]]»"), /S takes the same block/],
    ["subnet-block", "two blocks", subnets("!Select [1, !Cidr [!Ref C, 4, 8]]")],
    [
      "subnet-block",
      "one block under two conditions",
      subnets("!Select [0, !Cidr [!Ref C, 4, 8]]", "    Condition: One\n"),
    ],
    ["unknown-mapping", "a default that is no key", mapped("z"), /By default: z is not a key/, "warning"],
    ["unknown-mapping", "a default that is a key", silent(mapped("a"))],
    ["unknown-mapping", "no default", silent(mapped(""))],
    ["unknown-mapping", "where it is not by default", silent(mapped("", "    Condition: Chosen\n"))],
    [
      "function-arguments",
      "an import by what a resource is",
      imported('«!Sub "x-${Q.QueueName}"»'),
      /before there is Q .*must not depend on any resources/,
    ],
    ["function-arguments", "an import by a parameter", imported('!Sub "x-${P}-${AWS::Region}"')],
    [
      "distribution-certificate",
      "names under a condition without certificate",
      aliased("{CloudFrontDefaultCertificate: true}"),
      /no certificate for them/,
      "warning",
    ],
    [
      "distribution-certificate",
      "a certificate under the same condition",
      silent(aliased("!If [C, {AcmCertificateArn: !Ref A}, {CloudFrontDefaultCertificate: true}]")),
    ],
    ["role-permission", "a state machine that waits", machine(""), /not authorized to create managed-rule/],
    ["role-permission", "with rules of events", silent(machine(', "events:*"'))],
    ["value-combination", "a method of four", behavior("«AllowedMethods»: [GET, HEAD, POST]"), /7 items, not 3/],
    ["value-combination", "all methods", behavior("AllowedMethods: [GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE]")],
    ["value-combination", "an alarm without statistic", alarm(""), /Statistic is needed/],
    ["value-combination", "an alarm with a percentile", silent(alarm(", ExtendedStatistic: p99"))],
    ["value-combination", "a metric of groups", scaling("«ASGAverageCPUUtilization»")],
    ["value-combination", "a metric of services", scaling("ECSServiceAverageCPUUtilization")],
    ["policy-statement", "an account that is too short", readable("12345678901"), /^By default: /, "warning"],
    ["policy-statement", "an account", silent(readable("123456789012"))],
  ]);
});
