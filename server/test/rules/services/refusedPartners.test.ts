import { checkRows, type Row } from "../checkRule.ts";

/** A template that is refused, and its twin that is not: ‹the one¦the other›. */
const twins = (code: string, name: string, source: string, message: RegExp): readonly Row[] => {
  const text = `Resources:\n${source}`;
  return [
    [code, name, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$1"), message],
    [code, `${name}, as it is right`, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$2")],
  ];
};
const one = (name: string, type: string, properties: string): string =>
  `  ${name}: {Type: ${type}, Properties: {${properties}}}\n`;
/** A resource on lines of its own, so that its name can be marked. */
const lines = (name: string, type: string, properties: string, before = ""): string =>
  `  ${name}:\n    Type: ${type}\n${before}    Properties: {${properties}}\n`;

const group = (config: string, platform: string): string =>
  one("App", "AWS::CodeDeploy::Application", platform) +
  one(
    "Group",
    "AWS::CodeDeploy::DeploymentGroup",
    `ApplicationName: !Ref App, ServiceRoleArn: a, DeploymentConfigName: ${config}`,
  );
const route = (key: string, protocol: string): string =>
  one("Api", "AWS::ApiGatewayV2::Api", `Name: a, ProtocolType: ${protocol}`) +
  one("Route", "AWS::ApiGatewayV2::Route", `ApiId: !Ref Api, RouteKey: ${key}`);
const replication = (second: string): string =>
  one(
    "Bucket",
    "AWS::S3::Bucket",
    `VersioningConfiguration: {Status: Enabled}, ReplicationConfiguration: {Role: a, Rules: [${["1", second]
      .map(
        (priority) =>
          `{Status: Enabled, Priority: ${priority}, Filter: {Prefix: a}, DeleteMarkerReplication: {Status: Disabled}, Destination: {Bucket: "arn:aws:s3:::b"}}`,
      )
      .join(", ")}]}`,
  );
const stream = (properties: string): string =>
  one(
    "Stream",
    "AWS::KinesisFirehose::DeliveryStream",
    `ExtendedS3DestinationConfiguration: {BucketARN: "arn:aws:s3:::b", RoleARN: a, ErrorOutputPrefix: "e/!{firehose:error-output-type}/", ${properties}}`,
  );
const api = one("Api", "AWS::AppSync::GraphQLApi", "Name: a, AuthenticationType: API_KEY");
const source = one("Source", "AWS::AppSync::DataSource", "ApiId: !GetAtt Api.ApiId, Name: Local, Type: NONE");

const subnet = (name: string, zone = ""): string =>
  one(name, "AWS::EC2::Subnet", `VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24${zone}`);
/** A subnet whose route table leads to a gateway. */
const network = (target: string): string =>
  one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/16") +
  subnet("Place") +
  one("Gateway", "AWS::EC2::InternetGateway", "Tags: []") +
  one("Table", "AWS::EC2::RouteTable", "VpcId: !Ref Vpc") +
  one("Out", "AWS::EC2::Route", `RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target}`) +
  one("Both", "AWS::EC2::SubnetRouteTableAssociation", "SubnetId: !Ref Place, RouteTableId: !Ref Table");
const service = (address: string, more = "DesiredCount: 1", image = "nginx:1"): string =>
  one(
    "Task",
    "AWS::ECS::TaskDefinition",
    `RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: "256", Memory: "512", ContainerDefinitions: [{Name: web, Image: "${image}"}]`,
  ) +
  one(
    "Service",
    "AWS::ECS::Service",
    `TaskDefinition: !Ref Task, LaunchType: FARGATE, ${more}, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Place], AssignPublicIp: ${address}}}`,
  );
const handled = (code: string, token = "!GetAtt Handler.Arn"): string =>
  `  Handler:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: python3.13\n      Handler: index.handler\n      Role: a\n      Code:\n        ZipFile: |\n${code
    .split("\n")
    .map((line) => `          ${line}\n`)
    .join("")}  Custom: {Type: Custom::Thing, Properties: {ServiceToken: ${token}}}\n`;
const attached = (zone: string): string =>
  subnet("A", ', AvailabilityZone: !Select [0, !GetAZs ""]') +
  subnet("B", ', AvailabilityZone: !Select [1, !GetAZs ""]') +
  one("Box", "AWS::EC2::Instance", "ImageId: ami-12345678, SubnetId: !Ref A") +
  one("Disk", "AWS::EC2::Volume", `Size: 1, AvailabilityZone: ${zone}`) +
  one("Both", "AWS::EC2::VolumeAttachment", "Device: /dev/sdf, InstanceId: !Ref Box, VolumeId: !Ref Disk");
const trust = (principal: string): string =>
  one(
    "Role",
    "AWS::IAM::Role",
    `RoleName: !Sub "\${AWS::StackName}-deploy", AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: ${principal}}, Action: "sts:AssumeRole"}]}`,
  );
const dashboard = (properties: string): string =>
  `  Board:\n    Type: AWS::CloudWatch::Dashboard\n    Properties: {DashboardBody: ${properties}}\n`;
const certificate = (domain: string): string =>
  one(
    "Certificate",
    "AWS::CertificateManager::Certificate",
    `DomainName: "*.app.example.com", ValidationMethod: EMAIL, DomainValidationOptions: [{DomainName: "*.app.example.com", ValidationDomain: ${domain}}]`,
  );
const loop = (names: string): string =>
  `Transform: AWS::LanguageExtensions\nParameters: {Names: {Type: CommaDelimitedList, Default: "${names}"}}\n`;

const served = (restriction: string): string =>
  `Resources:\n${one(
    "Site",
    "AWS::CloudFront::Distribution",
    `DistributionConfig: {Enabled: true, Restrictions: {${restriction}}, Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: a}}`,
  )}`;

describe("what is refused beside what it goes with", () => {
  checkRows([
    ...twins(
      "mismatched-resources",
      "a configuration for Lambda",
      group("CodeDeployDefault.LambdaAllAtOnce", "‹ComputePlatform: «Server»¦ComputePlatform: Lambda›"),
      /^Group needs the ComputePlatform of App to be Lambda \(“Compute platform of deployment config/,
    ),
    ...twins(
      "mismatched-resources",
      "a configuration for servers",
      group("‹«CodeDeployDefault.OneAtATime»¦CodeDeployDefault.ECSAllAtOnce›", "ComputePlatform: ECS"),
      /^DeploymentConfigName can't be so, as Group is for App with the ComputePlatform ECS/,
    ),
    [
      "mismatched-resources",
      "a configuration for servers, and no platform",
      `Resources:\n${group("CodeDeployDefault.AllAtOnce", "ApplicationName: a")}`,
    ],
    ...twins(
      "mismatched-resources",
      "a route of a socket",
      route("‹«$connect»¦$default›", "HTTP"),
      /The provided route key is not formatted properly for HTTP protocol/,
    ),
    ...twins(
      "mismatched-resources",
      "a route without a path",
      route("‹«orders»¦GET /orders›", "HTTP"),
      /The provided route key is not formatted properly for HTTP protocol/,
    ),
    ["mismatched-resources", "a key of sockets", `Resources:\n${route("$connect", "WEBSOCKET")}`],
    ...twins(
      "mismatched-resources",
      "the time from which a table is read",
      one(
        "Table",
        "AWS::DynamoDB::Table",
        "BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}], StreamSpecification: {StreamViewType: NEW_IMAGE}",
      ) +
        one(
          "Read",
          "AWS::Lambda::EventSourceMapping",
          "FunctionName: f, EventSourceArn: !GetAtt Table.StreamArn, StartingPosition: ‹«AT_TIMESTAMP»¦LATEST›",
        ),
      /“Unsupported starting position for arn type”/,
    ),
    ...twins(
      "mismatched-resources",
      "spot instances of a template for several kinds",
      one(
        "Template",
        "AWS::EC2::LaunchTemplate",
        "LaunchTemplateData: {ImageId: ami-12345678, InstanceType: t3.small‹, InstanceMarketOptions: {MarketType: «spot»}¦›}",
      ) +
        one(
          "Group",
          "AWS::AutoScaling::AutoScalingGroup",
          'MinSize: "0", MaxSize: "1", VPCZoneIdentifier: [subnet-1], MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Template, Version: "1"}}}',
        ),
      /request Spot Instances/,
    ),
    ...twins(
      "duplicate-item",
      "two rules of replication with one priority",
      replication("‹«1»¦2›"),
      /has the same Priority/,
    ),
    ...twins(
      "duplicate-item",
      "two topics for one notification",
      one(
        "Budget",
        "AWS::Budgets::Budget",
        "Budget: {BudgetType: COST, TimeUnit: MONTHLY, BudgetLimit: {Amount: 1, Unit: USD}}, NotificationsWithSubscribers: [{Notification: {NotificationType: ACTUAL, ComparisonOperator: GREATER_THAN, Threshold: 80}, Subscribers: [{SubscriptionType: SNS, Address: a}, {SubscriptionType: EMAIL, Address: a@example.com}, {SubscriptionType: ‹«SNS»¦EMAIL›, Address: b@example.com}]}]",
      ),
      /“CreationLimitExceededException”/,
    ),
    ...twins(
      "value-combination",
      "large storage for a snapshot",
      one(
        "F",
        "AWS::Lambda::Function",
        "Runtime: java21, Handler: a.B::c, Role: a, Code: {S3Bucket: a, S3Key: b}, SnapStart: {ApplyOn: PublishedVersions}, EphemeralStorage: {Size: ‹«1024»¦512›}",
      ),
      /Size is 512/,
    ),
    ...twins(
      "value-combination",
      "keys of a query in the names of objects",
      stream('Prefix: "a=!{‹partitionKeyFromQuery¦timestamp›:a}/"').replace(
        "ExtendedS3DestinationConfiguration",
        "‹«ExtendedS3DestinationConfiguration»¦ExtendedS3DestinationConfiguration›",
      ),
      /Dynamic Partitioning Namespaces can only be part of a prefix expression/,
    ),
    ...twins(
      "value-combination",
      "keys of a query without partitions",
      stream('DynamicPartitioningConfiguration: {Enabled: ‹«false»¦true›}, Prefix: "a=!{partitionKeyFromQuery:a}/"'),
      /Dynamic Partitioning Namespaces can only be part of a prefix expression/,
    ),
    ...twins(
      "value-combination",
      "two subnets for Lustre",
      one(
        "Files",
        "AWS::FSx::FileSystem",
        "FileSystemType: LUSTRE, StorageCapacity: 1200, ‹«SubnetIds»: [a, b]¦SubnetIds: [a]›",
      ),
      /at most 1, not 2/,
    ),
    ...twins(
      "value-combination",
      "one subnet for two zones",
      one(
        "Files",
        "AWS::FSx::FileSystem",
        "FileSystemType: WINDOWS, StorageCapacity: 1200, WindowsConfiguration: {ThroughputCapacity: 8, DeploymentType: MULTI_AZ_1, PreferredSubnetId: a}, ‹«SubnetIds»: [a]¦SubnetIds: [a, b]›",
      ),
      /2/,
    ),
    ...twins(
      "missing-depends-on",
      "a source of data that is not there",
      api +
        source +
        lines(
          "‹«Answer»¦Answer›",
          "AWS::AppSync::Resolver",
          "ApiId: !GetAtt Api.ApiId, TypeName: Query, FieldName: a, DataSourceName: ‹Orders¦Local›",
          "    DependsOn: Source\n",
        ),
      /needs an AWS::AppSync::DataSource for Api with the Name Orders \(“No data source found named”\)/,
    ),
    ...twins(
      "missing-depends-on",
      "a constraint before the product is in the portfolio",
      one(
        "Both",
        "AWS::ServiceCatalog::PortfolioProductAssociation",
        "PortfolioId: !Ref Folio, ProductId: !Ref Product",
      ) +
        one("Folio", "AWS::ServiceCatalog::Portfolio", "DisplayName: a, ProviderName: b") +
        one("Product", "AWS::ServiceCatalog::CloudFormationProduct", "Name: a, Owner: b") +
        lines(
          "‹«Launch»¦Launch›",
          "AWS::ServiceCatalog::LaunchRoleConstraint",
          "PortfolioId: !Ref Folio, ProductId: !Ref Product, RoleArn: a",
          "‹¦    DependsOn: Both\n›",
        ),
      /“ResourceNotFound”/,
    ),
    ...twins(
      "missing-depends-on",
      "a policy before what it scales is registered",
      one(
        "Target",
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "ServiceNamespace: dynamodb, ResourceId: table/a, ScalableDimension: dynamodb:table:ReadCapacityUnits, MinCapacity: 1, MaxCapacity: 2",
      ) +
        lines(
          "‹«Scaling»¦Scaling›",
          "AWS::ApplicationAutoScaling::ScalingPolicy",
          "PolicyName: a, PolicyType: TargetTrackingScaling, ServiceNamespace: dynamodb, ResourceId: table/a, ScalableDimension: dynamodb:table:ReadCapacityUnits",
          "‹¦    DependsOn: Target\n›",
        ),
      /“No scalable target registered”/,
    ),
    ...twins(
      "mismatched-resources",
      "a volume in the zone of another subnet",
      attached("‹«!GetAtt B.AvailabilityZone»¦!GetAtt A.AvailabilityZone›"),
      /“is not in the same availability zone as instance”/,
    ),
    ...twins(
      "mismatched-resources",
      "a volume in another zone than an instance in a subnet",
      attached('‹«!Select [1, !GetAZs ""]»¦!Select [0, !GetAZs ""]›'),
      /“is not in the same availability zone as instance”/,
    ),
    [
      "mismatched-resources",
      "a volume in the zone of its instance",
      `Resources:\n${attached("!GetAtt Box.AvailabilityZone")}`,
    ],
    ...twins(
      "mismatched-resources",
      "pods of Fargate in a public subnet",
      network("‹GatewayId: !Ref Gateway¦NatGatewayId: nat-1›") +
        one(
          "Pods",
          "AWS::EKS::FargateProfile",
          "ClusterName: a, PodExecutionRoleArn: b, Selectors: [{Namespace: c}], Subnets: [‹«!Ref Place»¦!Ref Place›]",
        ),
      /^Place has a route to an internet gateway \(“provided in Fargate Profile is not a private subnet”\)/,
    ),
    ...twins(
      "mismatched-resources",
      "tasks without a way out",
      network("GatewayId: !Ref Gateway") + service("‹«DISABLED»¦ENABLED›"),
      /“CannotPullContainerError”/,
    ),
    ...twins(
      "mismatched-resources",
      "tasks of a public repository without a way out",
      network("GatewayId: !Ref Gateway") +
        service("‹«DISABLED»¦DISABLED›", "‹DesiredCount: 2¦DesiredCount: 0›", "public.ecr.aws/nginx/nginx:1"),
      /“CannotPullContainerError”/,
    ),
    [
      "mismatched-resources",
      "tasks whose registry may be near",
      `Resources:\n${network("GatewayId: !Ref Gateway") + service("DISABLED", "DesiredCount: 1", "registry.example.com/a:1")}`,
    ],
    [
      "mismatched-resources",
      "tasks with a way out by IPv6",
      `Resources:\n${network("GatewayId: !Ref Gateway") + one("Six", "AWS::EC2::Route", 'RouteTableId: !Ref Table, DestinationIpv6CidrBlock: "::/0", GatewayId: !Ref Gateway') + service("DISABLED")}`,
    ],
    [
      "mismatched-resources",
      "tasks with a way out",
      `Resources:\n${network("NatGatewayId: nat-1") + service("DISABLED")}`,
    ],
    ...twins(
      "mismatched-resources",
      "a function that does not answer",
      handled(
        "‹import json¦import cfnresponse›\ndef handler(event, context):\n    return {}",
        "‹«!GetAtt Handler.Arn»¦!GetAtt Handler.Arn›",
      ),
      /^Handler never answers \(“CloudFormation did not receive a response from your Custom Resource”\)/,
    ),
    [
      "mismatched-resources",
      "a function that hands it on",
      `Resources:\n${handled("import boto3\ndef handler(event, context):\n    boto3.client('lambda').invoke(Payload=event)")}`,
    ],
    ["mismatched-resources", "code from elsewhere", `Resources:\n${handled("code.js")}`],
    [
      "mismatched-resources",
      "code that another tool puts in",
      `Resources:\n${handled("${code}").replace("|\n", "!Other |\n")}`,
    ],
    ...twins(
      "policy-statement",
      "a role that trusts itself",
      trust(
        '‹«!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}-deploy"»¦!Sub "arn:aws:iam::${AWS::AccountId}:role/deploy"›',
      ),
      /“Invalid principal in policy”/,
    ),
    [
      "policy-statement",
      "a role of the same name elsewhere",
      `Resources:\n${trust('!Sub "arn:aws:iam::123456789012:role/${AWS::StackName}-deploy"')}`,
    ],
    ...twins(
      "json-text",
      "a widget without a Region",
      dashboard(
        '‹\'«{"widgets":[{"type":"metric","properties":{"metrics":[]}}]}»\'¦\'{"widgets":[{"type":"metric","properties":{"metrics":[],"region":"eu-west-1"}}]}\'›',
      ),
      /has no region \(“Should have required property 'region'”\)/,
    ),
    [
      "json-text",
      "a widget of an alarm",
      `Resources:\n${dashboard('\'{"widgets":[{"type":"metric","properties":{"annotations":{"alarms":["a"]}}}]}\'')}`,
    ],
    ...twins(
      "value-combination",
      "mail to another domain",
      certificate("‹«ple.com»¦Example.com›"),
      /^ValidationDomain must be \*\.app\.example\.com or a domain above it \(“must be a superdomain of the requested domain”\)/,
    ),
    ...twins(
      "value-combination",
      "a strategy with a provider of another cluster",
      one(
        "Both",
        "AWS::ECS::ClusterCapacityProviderAssociations",
        "Cluster: a, CapacityProviders: [FARGATE], DefaultCapacityProviderStrategy: [{CapacityProvider: ‹«FARGATE_SPOT»¦FARGATE›}]",
      ),
      /not associated with the cluster/,
    ),
    ...twins(
      "already-exists",
      "two detectors",
      lines("One", "AWS::GuardDuty::Detector", "Enable: true") +
        lines("‹«Two»¦Two›", "‹AWS::GuardDuty::Detector¦AWS::SNS::Topic›", "‹Enable: true¦DisplayName: a›"),
      /^A Region has one, and that is One \(“a detector already exists for the current account”\)/,
    ),
    ...(["a-b,c", "ab,c"] as const).map(
      (names): Row => [
        "entry-name",
        `names by default: ${names}`,
        `${loop(names)}Resources:\n  Fn::ForEach::Queues: [Name, ${names === "ab,c" ? "!Ref Names" : "«!Ref Names»"}, {"Queue\${Name}": {Type: AWS::SQS::Queue}}]\n`,
        /^By default: a-b gives a name with other characters/,
        "warning",
      ],
    ),
    ...twins(
      "mismatched-resources",
      "tasks by a provider without a way out",
      network("GatewayId: !Ref Gateway") +
        service("‹«DISABLED»¦ENABLED›").replace(
          "LaunchType: FARGATE",
          "CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]",
        ),
      /“CannotPullContainerError”/,
    ),
    ...twins(
      "value-combination",
      "the name that DocumentDB keeps",
      one("Documents", "AWS::DocDB::DBCluster", "MasterUserPassword: abcdefgh, MasterUsername: ‹«admin»¦owner›"),
      /reserved word used by the engine/,
    ),
    ...twins(
      "list-size",
      "a pipeline of one stage",
      one(
        "Pipeline",
        "AWS::CodePipeline::Pipeline",
        "RoleArn: a, ArtifactStore: {Type: S3, Location: abc}, ‹«Stages»: [{Name: a, Actions: []}]¦Stages: [{Name: a, Actions: []}, {Name: b, Actions: []}]›",
      ),
      /“There should be a minimum of 2 stages in a pipeline”/,
    ),
    [
      "value-combination",
      "no countries",
      served("«GeoRestriction»: {RestrictionType: whitelist}"),
      /With RestrictionType whitelist, Locations is needed/,
      "warning",
    ],
    ["value-combination", "no countries, as it is right", served("GeoRestriction: {RestrictionType: none}")],
    ...twins(
      "value-combination",
      "another domain than that of the certificate",
      one(
        "Certificate",
        "AWS::CertificateManager::Certificate",
        "DomainName: a.example.com, ValidationMethod: DNS, DomainValidationOptions: [{DomainName: ‹«b.example.com»¦a.example.com›, HostedZoneId: Z1}]",
      ),
      /“is not the PrimaryDomain or part of SubjectAlternativeNames”/,
    ),
    ...twins(
      "value-combination",
      "a folder without a slash",
      one("Point", "AWS::EFS::AccessPoint", "FileSystemId: fs-12345678, RootDirectory: {Path: ‹«data»¦/data›}"),
      /“Member must satisfy regular expression pattern”/,
    ),
    ...twins(
      "property-combination",
      "nothing to back up",
      one(
        "Selection",
        "AWS::Backup::BackupSelection",
        'BackupPlanId: a, ‹«BackupSelection»: {SelectionName: a, IamRoleArn: b}¦BackupSelection: {SelectionName: a, IamRoleArn: b, Resources: ["*"]}›',
      ),
      /“Either 'ListOfTags' or 'Resources' section must be non-empty”/,
    ),
    ...twins(
      "value-combination",
      "countries for no restriction",
      one(
        "Site",
        "AWS::CloudFront::Distribution",
        "DistributionConfig: {Enabled: true, Restrictions: {GeoRestriction: {RestrictionType: none, ‹«Locations»: [JP]¦Locations: []›}}, Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: a}}",
      ),
      /Locations/,
    ),
    ...twins(
      "value-combination",
      "accounts of an organization without their units",
      one(
        "Set",
        "AWS::CloudFormation::StackSet",
        'StackSetName: a, PermissionModel: SERVICE_MANAGED, TemplateURL: "https://s3.amazonaws.com/a/b", ‹«StackInstancesGroup»: [{DeploymentTargets: {Accounts: ["123456789012"]}, Regions: [eu-west-1]}]¦StackInstancesGroup: [{DeploymentTargets: {OrganizationalUnitIds: [r-abcd], AccountFilterType: INTERSECTION, Accounts: ["123456789012"]}, Regions: [eu-west-1]}]›',
      ),
      /can only have OrganizationalUnit as target/,
    ),
    ...twins(
      "value-combination",
      "two subnets for one zone",
      one(
        "Files",
        "AWS::FSx::FileSystem",
        "FileSystemType: ONTAP, StorageCapacity: 1024, OntapConfiguration: {ThroughputCapacity: 128, DeploymentType: SINGLE_AZ_1}, ‹«SubnetIds»: [a, b]¦SubnetIds: [a]›",
      ),
      /at most 1, not 2/,
    ),
    ...twins(
      "mismatched-resources",
      "tasks of a private repository without a way out",
      network("GatewayId: !Ref Gateway") +
        one(
          "‹Other¦Near›",
          "‹AWS::SNS::Topic¦AWS::EC2::VPCEndpoint›",
          "‹DisplayName: a¦VpcId: !Ref Vpc, ServiceName: a›",
        ) +
        service("‹«DISABLED»¦DISABLED›").replace(
          '"nginx:1"',
          '!Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a:1"',
        ),
      /“CannotPullContainerError”/,
    ),
  ]);
});
