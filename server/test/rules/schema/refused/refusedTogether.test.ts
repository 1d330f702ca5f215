import { checkRows, type Row } from "../../checkRule.ts";

const resource = (type: string, properties: string, others = ""): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties: { ${properties} }\n${others}`;
const one = (name: string, type: string, properties: string): string =>
  `  ${name}: { Type: ${type}, Properties: { ${properties} } }\n`;

const task = (memory: string, own: string): string =>
  resource("AWS::ECS::TaskDefinition", `Memory: ${memory}, ContainerDefinitions: [{ Name: a, Memory: ${own} }]`);
const client = (key: string, depends: string): string =>
  `Resources:\n  ${key}:\n    Type: AWS::Cognito::UserPoolClient\n${depends}    Properties: { UserPoolId: !Ref Pool, SupportedIdentityProviders: [COGNITO, Google] }\n${one("Google", "AWS::Cognito::UserPoolIdentityProvider", "UserPoolId: !Ref Pool, ProviderName: Google")}${one("Pool", "AWS::Cognito::UserPool", "")}`;
const method = (key: string, model: string): string =>
  `Resources:\n  ${key}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, RequestModels: { application/json: ${model} } } }\n${one("Order", "AWS::ApiGateway::Model", "RestApiId: !Ref Api, Name: Order")}${one("Api", "AWS::ApiGateway::RestApi", "Name: a")}`;
const action = (name: string, outputs: string): string =>
  `{ Name: ${name}, ActionTypeId: { Category: Build, Owner: Custom, Provider: a, Version: "1" }, OutputArtifacts: [${outputs}] }`;
const pipeline = (output: string): string =>
  resource(
    "AWS::CodePipeline::Pipeline",
    `Stages: [{ Name: a, Actions: [${action("a", "{ Name: code }").replace("Build", "Source")}] }, { Name: b, Actions: [${action("b", `{ Name: ${output} }`)}] }]`,
  );
const address = (own: string, type = "AWS::EC2::Instance"): string =>
  resource(type, `SubnetId: !Ref Subnet, PrivateIpAddress: ${own}`) +
  one("Subnet", "AWS::EC2::Subnet", "CidrBlock: 10.0.1.0/24");
const record = (rest: string): string =>
  resource("AWS::Route53::RecordSet", `HostedZoneName: a.com., Name: b.a.com., Type: A, ${rest}`);
const origin = (identity: string): string =>
  resource(
    "AWS::CloudFront::Distribution",
    `DistributionConfig: { Origins: [{ Id: a, DomainName: a, S3OriginConfig: { OriginAccessIdentity: ${identity} } }] }`,
    one("Own", "AWS::CloudFront::CloudFrontOriginAccessIdentity", ""),
  );

const webSocket = (kind: string, api: string): string =>
  `Resources:
  A: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, Name: a, AuthorizerType: ${kind}}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ${api}}}
`;
const consumer = (name: string, called: string, stream: string): string =>
  `Resources:\n  ${name}: {Type: AWS::Kinesis::StreamConsumer, Properties: {ConsumerName: ${called}, StreamARN: !GetAtt ${stream}.Arn}}\n`;

const ROWS: readonly Row[] = [
  [
    "container-definition",
    "more memory than the task has",
    task("512", "«1024»"),
    /greater than for the task/,
    "error",
  ],
  ["container-definition", "all of the memory", task("512", "512")],
  ["container-definition", "a task's memory in gigabytes", task("1 GB", "1024")],
  [
    "missing-depends-on",
    "a provider that is not waited for",
    client("«Client»", ""),
    /does not exist for User Pool/,
    "warning",
  ],
  ["missing-depends-on", "a provider that is waited for", client("Client", "    DependsOn: Google\n")],
  ["missing-depends-on", "a model by its name", method("«Post»", "Order"), /Invalid model identifier/],
  ["missing-depends-on", "a model", method("Post", "!Ref Order")],
  ["missing-depends-on", "a model that each API has", method("Post", "Empty")],
  ["pipeline-stages", "one output twice", pipeline("«code»"), /must be unique within the pipeline/, "error"],
  ["pipeline-stages", "two outputs", pipeline("built")],
  ["mismatched-resources", "an address of another subnet", address("«10.0.2.10»"), /does not fall within/, "error"],
  ["mismatched-resources", "an address of the subnet", address("10.0.1.10", "AWS::EC2::NetworkInterface")],
  ["mismatched-resources", "an address that is not known", address("!Ref Address")],
  [
    "mismatched-resources",
    "tokens for a WebSocket API",
    webSocket("JWT", "ProtocolType: «WEBSOCKET»"),
    /Only REQUEST authorizer type/,
    "error",
  ],
  ["mismatched-resources", "tokens for an HTTP API", webSocket("JWT", "ProtocolType: HTTP")],
  ["mismatched-resources", "a function that authorizes", webSocket("REQUEST", "ProtocolType: WEBSOCKET")],
  [
    "already-exists",
    "two consumers of a stream with one name",
    consumer("A", "one", "S") +
      consumer("B", "one", "S").replace("ConsumerName", "«ConsumerName»").replace("Resources:\n", ""),
    /already exists/,
    "error",
  ],
  [
    "already-exists",
    "consumers of two streams with one name",
    consumer("A", "one", "S") + consumer("B", "one", "T").replace("Resources:\n", ""),
  ],
  ["property-combination", "a weight alone", record("«Weight»: 10"), /Missing field 'SetIdentifier'/],
  ["property-combination", "a weight", record("Weight: 10, SetIdentifier: blue")],
  [
    "property-combination",
    "groups of EC2-Classic",
    resource("AWS::RDS::DBInstance", "DBInstanceClass: db.t4g.micro, DBSubnetGroupName: a, «DBSecurityGroups»: [b]"),
    /Use VPC Security Groups/,
  ],
  ["value-combination", "an identity by its ID", origin("«!Ref Own»"), /access identity does not exist/],
  ["value-combination", "an identity", origin('!Sub "origin-access-identity/cloudfront/${Own}"')],
  ["value-combination", "no identity", origin('""')],
  [
    "value-combination",
    "nodes of Redis",
    resource("AWS::ElastiCache::CacheCluster", "Engine: redis, NumCacheNodes: «2»"),
    /greater than 1/,
  ],
  [
    "value-combination",
    "nodes of Memcached",
    resource("AWS::ElastiCache::CacheCluster", "Engine: memcached, NumCacheNodes: 2"),
  ],
  [
    "value-combination",
    "less than the least",
    resource(
      "AWS::Batch::ComputeEnvironment",
      "Type: MANAGED, ComputeResources: { Type: EC2, InstanceRole: r, MinvCpus: 32, MaxvCpus: «16» }",
    ),
    /must not be less than MinvCpus/,
  ],
  [
    "list-size",
    "six paths",
    resource(
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      "Conditions: [{ Field: path-pattern, PathPatternConfig: { «Values»: [/a, /b, /c, /d, /e, /f] } }]",
    ),
    /at most 5/,
  ],
];

describe("what does not go together in a deployment", () => {
  checkRows(ROWS);
});
