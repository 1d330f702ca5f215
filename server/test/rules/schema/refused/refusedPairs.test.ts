import { checkRows, type Row } from "../../checkRule.ts";

const resource = (type: string, properties: string, others = ""): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties: { ${properties} }\n${others}`;
const one = (name: string, type: string, properties: string): string =>
  `  ${name}: { Type: ${type}, Properties: { ${properties} } }\n`;

const alias = (other: string): string =>
  resource(
    "AWS::Lambda::Alias",
    `FunctionName: a, Name: b, FunctionVersion: !GetAtt V.Version, RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: ${other}, FunctionWeight: 0.1 }] }`,
  );
const service = (strategy: string): string =>
  resource("AWS::ECS::Service", `TaskDefinition: a, CapacityProviderStrategy: ${strategy}`) +
  one("Provider", "AWS::ECS::CapacityProvider", "AutoScalingGroupProvider: { AutoScalingGroupArn: a }");
const found = (mode: string, registry: string): string =>
  resource("AWS::ECS::Service", `TaskDefinition: !Ref Task, ServiceRegistries: ${registry}`) +
  one(
    "Task",
    "AWS::ECS::TaskDefinition",
    `NetworkMode: ${mode}, ContainerDefinitions: [{ Name: web, Image: a, Memory: 8 }]`,
  );
const peering = (block: string, other: string): string =>
  resource("AWS::EC2::VPCPeeringConnection", `VpcId: !Ref One, PeerVpcId: ${other}`) +
  one("One", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/16") +
  one("Two", "AWS::EC2::VPC", `CidrBlock: ${block}`);
const member = (config: string): string =>
  resource("AWS::RDS::DBInstance", "DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless") +
  one("Cluster", "AWS::RDS::DBCluster", `Engine: aurora-postgresql${config}`);
const machine = (type: string, task: string): string =>
  resource(
    "AWS::StepFunctions::StateMachine",
    `RoleArn: a, StateMachineType: ${type}, Definition: { StartAt: A, States: { A: { Type: Task, Resource: ${task}, End: true } } }`,
  );
const server = (first: string): string =>
  resource(
    "AWS::EC2::Instance",
    `ImageId: a, NetworkInterfaces: [{ DeviceIndex: "0", SubnetId: a${first} }, { DeviceIndex: "1", SubnetId: b }]`,
  );

const ROWS: readonly Row[] = [
  ["mismatched-resources", "weights of one version", alias("«!GetAtt V.Version»"), /already included/, "error"],
  ["mismatched-resources", "weights of another version", alias('"3"')],
  [
    "mismatched-resources",
    "two kinds of capacity",
    service("«[{ CapacityProvider: !Ref Provider }, { CapacityProvider: FARGATE }]»"),
    /cannot contain a mix/,
    "error",
  ],
  [
    "mismatched-resources",
    "two of one kind",
    service("[{ CapacityProvider: FARGATE }, { CapacityProvider: FARGATE_SPOT }]"),
  ],
  [
    "mismatched-resources",
    "a registry without a container",
    found("bridge", "«[{ RegistryArn: a }]»"),
    /needs ContainerName/,
  ],
  [
    "mismatched-resources",
    "a registry",
    found("bridge", "[{ RegistryArn: a, ContainerName: web, ContainerPort: 80 }]"),
  ],
  [
    "mismatched-resources",
    "a registry with awsvpc",
    found("awsvpc", "[{ RegistryArn: a }]").replace(
      "TaskDefinition: !Ref Task,",
      "TaskDefinition: !Ref Task, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [a] } },",
    ),
  ],
  [
    "mismatched-resources",
    "addresses in common",
    peering("10.0.128.0/17", "«!Ref Two»"),
    /overlapping CIDR range/,
    "error",
  ],
  ["mismatched-resources", "no addresses in common", peering("10.1.0.0/16", "!Ref Two")],
  [
    "value-combination",
    "two interfaces with an address",
    server(", AssociatePublicIpAddress: true").replace("NetworkInterfaces", "«NetworkInterfaces»"),
    /has 1 item, not 2/,
  ],
  ["value-combination", "two interfaces", server("")],
  [
    "invalid-id",
    "a version of Kubernetes that has ended",
    resource("AWS::EKS::Cluster", 'Version: "«1.22»"'),
    /unsupported Kubernetes/,
  ],
  ["invalid-id", "a version of Kubernetes", resource("AWS::EKS::Cluster", 'Version: "1.33"')],
  [
    "value-combination",
    "deduplication without FIFO",
    resource("AWS::SNS::Topic", "ContentBasedDeduplication: true").replace("Properties", "«Properties»"),
    /only be set for FIFO/,
  ],
  [
    "value-combination",
    "a trail of all Regions",
    resource(
      "AWS::CloudTrail::Trail",
      "IsLogging: true, S3BucketName: a, IsMultiRegionTrail: true, IncludeGlobalServiceEvents: «false»",
    ),
    /must include global/,
  ],
  [
    "property-combination",
    "subnets and zones",
    resource("AWS::ElasticLoadBalancing::LoadBalancer", "Listeners: [], Subnets: [a], «AvailabilityZones»: [b]"),
    /Only one of/,
  ],
  [
    "state-machine",
    "an Express machine that waits",
    machine("EXPRESS", "«arn:aws:states:::codebuild:startBuild.sync»"),
    /leave out \.sync/,
    "error",
  ],
  ["state-machine", "an Express machine", machine("EXPRESS", "arn:aws:states:::codebuild:startBuild")],
  [
    "state-machine",
    "a standard machine that waits",
    machine("STANDARD", "arn:aws:states:::codebuild:startBuild.sync:2"),
  ],
  [
    "mismatched-resources",
    "a cluster that scales",
    member(", ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 2 }"),
  ],
  [
    "mismatched-resources",
    "a cluster that does not scale",
    member("").replace("Properties: { Engine", "«Properties»: { Engine"),
    /Set the Serverless v2/,
  ],
];

const indexed = (hash: string): string =>
  resource(
    "AWS::DynamoDB::Table",
    `BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{ AttributeName: id, AttributeType: S }, { AttributeName: at, AttributeType: S }, { AttributeName: user, AttributeType: S }], KeySchema: [{ AttributeName: id, KeyType: HASH }, { AttributeName: at, KeyType: RANGE }], LocalSecondaryIndexes: [{ IndexName: a, Projection: { ProjectionType: ALL }, KeySchema: [{ AttributeName: ${hash}, KeyType: HASH }, { AttributeName: user, KeyType: RANGE }] }]`,
  );
const named = (name: string): string =>
  resource(
    "AWS::ECS::TaskDefinition",
    `ContainerDefinitions: [{ Name: web, Memory: 8 }, { Name: ${name}, Memory: 8 }]`,
  );

const MORE_ROWS: readonly Row[] = [
  ["table-definition", "a local index with another key", indexed("«user»"), /same leading hash key/, "error"],
  ["table-definition", "a local index", indexed("id")],
  ["container-definition", "two of one name", named("«web»"), /already/, "error"],
  ["container-definition", "two names", named("cache")],
  [
    "value-combination",
    "a key without encryption",
    resource("AWS::EFS::FileSystem", "KmsKeyId: a, Encrypted: «false»"),
    /Encrypted can't be false/,
  ],
  [
    "value-combination",
    "an entry without ports",
    resource(
      "AWS::EC2::NetworkAclEntry",
      "NetworkAclId: a, RuleNumber: 1, RuleAction: allow, CidrBlock: 10.0.0.0/8, Protocol: 6",
    ).replace("Properties", "«Properties»"),
    /PortRange is needed/,
  ],
  [
    "value-combination",
    "an entry of all protocols",
    resource(
      "AWS::EC2::NetworkAclEntry",
      "NetworkAclId: a, RuleNumber: 1, RuleAction: allow, CidrBlock: 10.0.0.0/8, Protocol: -1",
    ),
  ],
  [
    "value-combination",
    "more methods kept than allowed",
    resource(
      "AWS::CloudFront::Distribution",
      "DistributionConfig: { DefaultCacheBehavior: { TargetOriginId: a, AllowedMethods: [GET, HEAD], «CachedMethods»: [GET, HEAD, OPTIONS] } }",
    ),
    /has 2 items, not 3/,
  ],
];

describe("pairs that deployments refuse", () => {
  checkRows([...ROWS, ...MORE_ROWS]);
});
