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
  ]);
});
