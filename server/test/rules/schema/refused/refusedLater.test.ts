import { checkRows, type Row } from "../../checkRule.ts";

const resource = (type: string, properties: string, others = ""): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties: { ${properties} }\n${others}`;
const one = (name: string, type: string, properties: string): string =>
  `  ${name}: { Type: ${type}, Properties: { ${properties} } }\n`;

const target = (dimension: string, id: string, others = ""): string =>
  resource(
    "AWS::ApplicationAutoScaling::ScalableTarget",
    `MinCapacity: 1, MaxCapacity: 2, ServiceNamespace: ${dimension.split(":")[0]}, ScalableDimension: "${dimension}", ResourceId: ${id}`,
    others,
  );
const TABLE = one("Table", "AWS::DynamoDB::Table", "KeySchema: [{ AttributeName: id, KeyType: HASH }]");
const resolver = (rest: string): string =>
  resource("AWS::AppSync::Resolver", `ApiId: a, TypeName: Query, FieldName: order${rest}`);
const policy = (times: string, rest = ""): string =>
  resource(
    "AWS::CloudFront::CachePolicy",
    `CachePolicyConfig: { Name: a, ${times}, ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingGzip: false, CookiesConfig: { CookieBehavior: none }, HeadersConfig: { HeaderBehavior: none }, QueryStringsConfig: { QueryStringBehavior: none }${rest} } }`,
  );
const domain = (masters: string): string =>
  resource("AWS::OpenSearchService::Domain", `ClusterConfig: { DedicatedMasterEnabled: true${masters} }`);
const logging = (name: string): string =>
  resource("AWS::WAFv2::LoggingConfiguration", "ResourceArn: a, LogDestinationConfigs: [!GetAtt Logs.Arn]") +
  one("Logs", "AWS::Logs::LogGroup", name);
const rule = (protocol: string): string =>
  resource("AWS::ElasticLoadBalancingV2::ListenerRule", "ListenerArn: !Ref Listener, Priority: 1") +
  one("Listener", "AWS::ElasticLoadBalancingV2::Listener", `Protocol: ${protocol}`);
const member = (engine: string): string =>
  resource("AWS::RDS::DBInstance", "DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.r6g.large") +
  one("Cluster", "AWS::RDS::DBCluster", `Engine: ${engine}`);
const attachments = (vpc: string, kind = "InternetGatewayId"): string =>
  resource("AWS::EC2::VPCGatewayAttachment", "VpcId: !Ref Vpc, InternetGatewayId: !Ref One") +
  one("Second", "AWS::EC2::VPCGatewayAttachment", `${vpc}, ${kind}: !Ref Two`);
const API = `${one("Api", "AWS::ApiGateway::RestApi", "Name: a")}${one("Deployment", "AWS::ApiGateway::Deployment", "RestApiId: !Ref Api")}`;
const stage = (name: string): string =>
  one("Stage", "AWS::ApiGateway::Stage", `RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: ${name}`);
const plan = (key: string, name: string): string =>
  `Resources:\n  ${key}:\n    Type: AWS::ApiGateway::UsagePlan\n    DependsOn: Stage\n    Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: ${name} }] }\n`;
const VPC = one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/24");
const balancer = (key: string, scheme: string, others: string): string =>
  `Resources:\n  ${key}:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Scheme: ${scheme}, Subnets: [!Ref A, !Ref B] }\n${VPC}${one("A", "AWS::EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/26")}${one("B", "AWS::EC2::Subnet", "VpcId: !Ref Vpc, CidrBlock: 10.0.0.64/26")}${others}`;
const subnet = (block: string): string =>
  resource("AWS::EC2::Subnet", `VpcId: !Ref Vpc, CidrBlock: !Select [0, ${block}]`, VPC);
const key = (principal: string): string =>
  resource(
    "AWS::KMS::Key",
    `KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: ${principal} }, Action: "kms:*", Resource: "*" }] }`,
  );
const role = (service: string): string =>
  `${resource("AWS::AppRunner::Service", "SourceConfiguration: { AuthenticationConfiguration: { AccessRoleArn: !GetAtt Role.Arn } }")}  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: "sts:AssumeRole" }] } } }\n`;

const ROWS: readonly Row[] = [
  [
    "value-combination",
    "a service by its name",
    target("ecs:service:DesiredCount", "«web/shop»"),
    /begins with service/,
  ],
  ["value-combination", "a service", target("ecs:service:DesiredCount", "service/web/shop")],
  [
    "value-combination",
    "a service that is composed",
    target("ecs:service:DesiredCount", '!Join ["/", [service, !Ref C, b]]'),
  ],
  ["value-combination", "a service by a parameter", target("ecs:service:DesiredCount", "!Ref Id")],
  [
    "value-combination",
    "a table's name",
    target("dynamodb:table:ReadCapacityUnits", "«!Ref Table»", TABLE),
    /begins with table/,
  ],
  ["value-combination", "a table", target("dynamodb:table:ReadCapacityUnits", '!Sub "table/${Table}"', TABLE)],
  [
    "value-combination",
    "a pipeline without functions",
    resolver(", Kind: PIPELINE").replace("Properties", "«Properties»"),
    /can't be null/,
  ],
  ["value-combination", "a pipeline", resolver(", Kind: PIPELINE, PipelineConfig: { Functions: [a] }")],
  [
    "value-combination",
    "a unit without a source",
    resolver("").replace("Properties", "«Properties»"),
    /required for UNIT/,
  ],
  ["value-combination", "a unit", resolver(", DataSourceName: a")],
  ["value-combination", "a minimum above the maximum", policy("MinTTL: 10, MaxTTL: «5»"), /not be less than MinTTL/],
  ["value-combination", "times in order", policy("MinTTL: 1, DefaultTTL: 5, MaxTTL: 5")],
  [
    "value-combination",
    "no caching, but compression",
    policy("MinTTL: 0, DefaultTTL: 0, MaxTTL: 0", ", EnableAcceptEncodingBrotli: «true»"),
    /caching disabled/,
  ],
  ["value-combination", "no caching", policy("MinTTL: 0, DefaultTTL: 0, MaxTTL: 0")],
  [
    "value-combination",
    "two masters",
    domain(", DedicatedMasterCount: «2», DedicatedMasterType: m6g.large.search"),
    /3 or 5/,
    "warning",
  ],
  ["value-combination", "three masters", domain(", DedicatedMasterCount: 3, DedicatedMasterType: m6g.large.search")],
  [
    "property-combination",
    "a stage of nothing",
    resource("AWS::ApiGateway::Stage", "RestApiId: a, StageName: b").replace("Properties", "«Properties»"),
    /needs DeploymentId \(“DeploymentId cannot be empty”\)/,
  ],
  [
    "property-combination",
    "a stage",
    resource("AWS::ApiGateway::Stage", "RestApiId: a, StageName: b, DeploymentId: c"),
  ],
  ["mismatched-resources", "logs of a web ACL", logging("LogGroupName: «web-acl»"), /begin with aws-waf-logs-/],
  ["mismatched-resources", "logs of a web ACL, named so", logging("LogGroupName: aws-waf-logs-a")],
  ["mismatched-resources", "logs of a web ACL, named by AWS", logging("RetentionInDays: 7")],
  ["mismatched-resources", "a rule of a Network Load Balancer", rule("«TCP»"), /unsupported for Network/],
  ["mismatched-resources", "a rule", rule("HTTP")],
  ["mismatched-resources", "an instance in a cluster that makes its own", member("«mysql»"), /Use CreateDBCluster/],
  ["mismatched-resources", "an instance of Aurora", member("aurora-mysql")],
  ["already-exists", "two internet gateways", attachments("«VpcId»: !Ref Vpc"), /already has an internet gateway/],
  ["already-exists", "two VPCs", attachments("VpcId: !Ref Other")],
  ["already-exists", "gateways of two kinds", attachments("VpcId: !Ref Vpc", "VpnGatewayId")],
  [
    "missing-depends-on",
    "a stage that is not there",
    plan("«Plan»", "prod") + API + stage("live"),
    /with the StageName prod/,
    "error",
  ],
  ["missing-depends-on", "a stage", plan("Plan", "live") + API + stage("live")],
  ["missing-depends-on", "a stage that may be it", plan("Plan", "prod") + API + stage("!Ref Name")],
  ["missing-depends-on", "a stage that may be any", plan("Plan", "!Ref Name") + API + stage("live")],
  [
    "missing-depends-on",
    "no internet gateway",
    balancer("«Balancer»", "internet-facing", ""),
    /has no internet gateway/,
    "error",
  ],
  ["missing-depends-on", "no internet gateway, for an internal one", balancer("Balancer", "internal", "")],
  [
    "missing-depends-on",
    "a gateway of a VPC that is not known",
    balancer(
      "Balancer",
      "internet-facing",
      one("G", "AWS::EC2::VPCGatewayAttachment", "VpcId: !Ref Other, InternetGatewayId: a"),
    ),
  ],
  [
    "subnet-block",
    "more blocks than fit",
    subnet("«!Cidr [!GetAtt Vpc.CidrBlock, 6, 8]»"),
    /do not fit into 10.0.0.0/,
    "error",
  ],
  ["subnet-block", "blocks that fit", subnet("!Cidr [!GetAtt Vpc.CidrBlock, 8, 5]")],
  ["subnet-block", "more blocks than fit into what is written out", subnet('«!Cidr ["10.0.0.0/20", 32, 8]»')],
  [
    "policy-statement",
    "an account behind one colon",
    key('«!Sub "arn:aws:iam:${AWS::AccountId}:root"»'),
    /behind two colons/,
  ],
  ["policy-statement", "an account", key('!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"')],
  ["role-trust", "App Runner's own name", role("«apprunner.amazonaws.com»"), /build.apprunner/, "error"],
  ["role-trust", "the name of App Runner's builds", role("build.apprunner.amazonaws.com")],
  [
    "ref-format",
    "a bucket's name",
    resource(
      "AWS::KinesisFirehose::DeliveryStream",
      "S3DestinationConfiguration: { BucketARN: «!Ref B», RoleARN: a }",
      one("B", "AWS::S3::Bucket", ""),
    ),
    /expects an ARN: use !GetAtt B.Arn/,
  ],
  [
    "ref-format",
    "a queue's URL",
    resource(
      "AWS::Events::Rule",
      "ScheduleExpression: rate(1 hour), Targets: [{ Id: a, Arn: «!Ref Q» }]",
      one("Q", "AWS::SQS::Queue", ""),
    ),
    /returns the queue's URL/,
  ],
  [
    "ref-format",
    "a topic, whose Ref is its ARN",
    resource(
      "AWS::Events::Rule",
      "ScheduleExpression: rate(1 hour), Targets: [{ Id: a, Arn: !Ref T }]",
      one("T", "AWS::SNS::Topic", ""),
    ),
  ],
  [
    "ref-format",
    "a function's name, which a URL takes",
    resource("AWS::Lambda::Url", "AuthType: NONE, TargetFunctionArn: !Ref F", one("F", "AWS::Lambda::Function", "")),
  ],
  [
    "ref-format",
    "a role's name, which a task takes",
    resource("AWS::ECS::TaskDefinition", "TaskRoleArn: !Ref T", one("T", "AWS::IAM::Role", "")),
  ],
];

const integration = (type: string): string =>
  resource("AWS::ApiGatewayV2::Integration", `ApiId: !Ref Api, IntegrationType: ${type}, PayloadFormatVersion: "2.0"`) +
  one("Api", "AWS::ApiGatewayV2::Api", "ProtocolType: HTTP");
const attached = (zone: string, other = '!Select [1, !GetAZs ""]'): string =>
  resource("AWS::EC2::VolumeAttachment", "InstanceId: !Ref Server, VolumeId: !Ref Data") +
  one("Server", "AWS::EC2::Instance", "SubnetId: !Ref Subnet") +
  one("Subnet", "AWS::EC2::Subnet", `CidrBlock: 10.0.0.0/24, AvailabilityZone: ${other}`) +
  one("Data", "AWS::EC2::Volume", `Size: 8, AvailabilityZone: ${zone}`);
const aimed = (arn: string, others = ""): string =>
  resource("AWS::Events::Rule", `ScheduleExpression: rate(1 hour), Targets: [{ Id: a, Arn: ${arn} }]`, others);
const ROLE = "  Role: { Type: AWS::IAM::Role }\n";
const PIPELINE = '!Sub "arn:aws:codepipeline:${AWS::Region}:${AWS::AccountId}:a"';
const linked = (mode: string, key: string): string =>
  resource(
    "AWS::ECS::TaskDefinition",
    `NetworkMode: ${mode}, ContainerDefinitions: [{ Name: a, Memory: 8, ${key}: [b] }]`,
  );
const weights = (weight: string): string =>
  resource(
    "AWS::ElasticLoadBalancingV2::Listener",
    `DefaultActions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: a, Weight: ${weight} }] } }]`,
  );
const allowed = (resources: string): string =>
  resource(
    "AWS::IAM::ManagedPolicy",
    `PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:*", ${resources} }] }`,
  );

const MORE_ROWS: readonly Row[] = [
  ["mismatched-resources", "an HTTP API without a proxy", integration("«AWS»"), /may only be associated with proxy/],
  ["mismatched-resources", "an HTTP API with one", integration("AWS_PROXY")],
  ["mismatched-resources", "a volume in another zone", attached('«!Select [0, !GetAZs ""]»'), /same availability zone/],
  ["mismatched-resources", "a volume in a zone with another letter", attached("«us-east-1a»", "us-east-1b")],
  ["mismatched-resources", "a volume in the same zone", attached('!Select [1, !GetAZs ""]')],
  ["mismatched-resources", "a volume in the zone of the instance", attached("!GetAtt Server.AvailabilityZone")],
  ["mismatched-resources", "a volume in a zone that may be it", attached("!Ref Zone", "us-east-1b")],
  ["mismatched-resources", "a pipeline without a role", aimed(`«${PIPELINE}»`), /starts codepipeline by a role/],
  ["mismatched-resources", "a role as a target", aimed("«!GetAtt Role.Arn»", ROLE), /iam is not a supported service/],
  ["mismatched-resources", "a function as a target", aimed("!GetAtt F.Arn", one("F", "AWS::Lambda::Function", ""))],
  ["container-definition", "links with awsvpc", linked("awsvpc", "«Links»"), /Links are not supported/],
  ["container-definition", "links of a bridge", linked("bridge", "Links")],
  ["value-combination", "a weight", weights("«1000»"), /between 0 and 999/],
  ["value-combination", "the greatest weight", weights("999")],
  [
    "value-combination",
    "a route without its authorizer",
    resource("AWS::ApiGatewayV2::Route", "ApiId: a, RouteKey: $default, AuthorizationType: JWT").replace(
      "Properties",
      "«Properties»",
    ),
    /requires a valid authorizer/,
  ],
  [
    "value-combination",
    "a route by IAM",
    resource("AWS::ApiGatewayV2::Route", "ApiId: a, RouteKey: $default, AuthorizationType: AWS_IAM"),
  ],
  [
    "value-combination",
    "another action than that of a URL",
    resource(
      "AWS::Lambda::Permission",
      "FunctionName: a, Principal: '*', FunctionUrlAuthType: NONE, Action: «lambda:InvokeFunction»",
    ),
    /only supported for lambda:InvokeFunctionUrl/,
  ],
  [
    "value-combination",
    "the action of a URL",
    resource(
      "AWS::Lambda::Permission",
      "FunctionName: a, Principal: '*', FunctionUrlAuthType: NONE, Action: lambda:InvokeFunctionUrl",
    ),
  ],
  ["policy-statement", "no resources", allowed("«Resource»: []"), /must contain resources/],
  ["policy-statement", "a resource", allowed('Resource: ["*"]')],
  ["address-domain", "a domain in capitals", resource("AWS::EC2::EIP", "Domain: «VPC»"), /small letters/, "warning"],
  ["address-domain", "a domain", resource("AWS::EC2::EIP", "Domain: vpc")],
];

describe("what deployments fail on later", () => {
  checkRows([...ROWS, ...MORE_ROWS]);
});
