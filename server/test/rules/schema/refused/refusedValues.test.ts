import { checkRows, type Row } from "../../checkRule.ts";

/** A resource as it is refused and as it is taken: `bad¦good` in place of what differs, of which `«…»` is reported. */
function twins(rule: string, type: string, properties: string, message: RegExp, others = ""): readonly Row[] {
  const source = `Resources:\n  R:\n    Type: ${type}\n    ${properties}\n${others}`;
  const [bad, good] = [1, 2].map((side) =>
    source.replaceAll(/‹([^¦›]*)¦([^›]*)›/g, (_, ...sides: string[]) => sides[side - 1] ?? ""),
  );
  const name = `${type}: ${message.source}`;
  return [
    [rule, name, bad ?? "", message, "error"],
    [rule, `${name}, as it is taken`, good ?? ""],
  ];
}

const combined = (type: string, properties: string, message: RegExp): readonly Row[] =>
  twins("value-combination", type, properties, message);

const policy = (config: string): string =>
  `Properties: {CachePolicyConfig: {Name: a, DefaultTTL: 1, MinTTL: 1, MaxTTL: 9, ${config}}}`;
const NODES = "ClusterName: c, NodeRole: r, Subnets: [s]";
const CODE = "ServiceRole: r, Artifacts: {Type: NO_ARTIFACTS}, Environment: {Type: a, ComputeType: b, Image: c}";
const DATABASE =
  "DBInstanceClass: db.t4g.medium, AllocatedStorage: 20, MasterUsername: a, ManageMasterUserPassword: true";
const GROUP = 'MinSize: "1", MaxSize: "2", AvailabilityZones: [a], LaunchTemplate: {LaunchTemplateId: l, Version: "1"}';

describe("values that a service refuses, and those that it takes", () => {
  checkRows([
    ...combined(
      "AWS::RDS::DBCluster",
      "Properties: {Engine: aurora-postgresql, DatabaseName: ‹«grant»¦grants›}",
      /“It is a reserved word for this engine”/,
    ),
    ...combined(
      "AWS::RDS::DBInstance",
      `Properties: {Engine: postgres, DBName: ‹«flag»¦flags›, ${DATABASE}}`,
      /reserved word/,
    ),
    ...combined(
      "AWS::RDS::DBInstance",
      "Properties: {Engine: mysql, EnablePerformanceInsights: true, DBInstanceClass: ‹«db.t3.small»¦db.t3.medium›, AllocatedStorage: 20, MasterUsername: a, ManageMasterUserPassword: true}",
      /Performance Insights not supported/,
    ),
    ...combined(
      "AWS::RDS::DBInstance",
      `Properties: {Engine: mysql, EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: ‹«90»¦93›, ${DATABASE}}`,
      /^PerformanceInsightsRetentionPeriod can't be 90 \(“Invalid Performance Insights retention period”/,
    ),
    ...combined(
      "AWS::RDS::DBInstance",
      `Properties: {Engine: mysql, BackupRetentionPeriod: ‹«36»¦35›, ${DATABASE}}`,
      /must be between 0 and 35/,
    ),
    ...combined(
      "AWS::RDS::DBInstance",
      `Properties: {Engine: ‹postgres, «Timezone»: UTC¦sqlserver-ex, Timezone: UTC›, ${DATABASE}}`,
      /can't specify a time zone/,
    ),
    ...combined(
      "AWS::S3::Bucket",
      "Properties: {LifecycleConfiguration: {Rules: [{Status: Enabled, NoncurrentVersionExpiration: {NoncurrentDays: ‹«0»¦1›}}]}}",
      /^NoncurrentDays can't be 0 \(“action must be a positive integer”\)/,
    ),
    ...combined(
      "AWS::CloudFront::CachePolicy",
      policy(
        "ParametersInCacheKeyAndForwardedToOrigin: {EnableAcceptEncodingGzip: ‹true¦false›, CookiesConfig: {CookieBehavior: none}, QueryStringsConfig: {QueryStringBehavior: none}, HeadersConfig: {HeaderBehavior: whitelist, Headers: [‹«Accept-Encoding»¦Accept-Encoding›]}}",
      ),
      /Headers can't be Accept-Encoding/,
    ),
    ...combined(
      "AWS::CloudFront::OriginRequestPolicy",
      "Properties: {OriginRequestPolicyConfig: {Name: a, CookiesConfig: {CookieBehavior: none}, QueryStringsConfig: {QueryStringBehavior: none}, HeadersConfig: {HeaderBehavior: whitelist, Headers: [‹«Authorization»¦Accept›]}}}",
      /Headers can't be Authorization/,
    ),
    ...combined(
      "AWS::AutoScaling::AutoScalingGroup",
      `Properties: {MinSize: "1", MaxSize: "2", AvailabilityZones: [a], MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: l, Version: "1"}}, InstancesDistribution: {SpotAllocationStrategy: ‹capacity-optimized¦lowest-price›, SpotInstancePools: ‹«2»¦2›}}}`,
      /only available with the lowest-price/,
    ),
    ...combined(
      "AWS::AutoScaling::AutoScalingGroup",
      `Properties: {${GROUP}, MetricsCollection: [{Granularity: ‹«5Minutes»¦1Minute›}]}`,
      /granularity type is/,
    ),
    ...combined(
      "AWS::AutoScaling::LifecycleHook",
      "Properties: {AutoScalingGroupName: a, LifecycleTransition: b, HeartbeatTimeout: ‹«7201»¦7200›}",
      /between 30 and 7200/,
    ),
    ...combined(
      "AWS::AutoScaling::LifecycleHook",
      "Properties: {AutoScalingGroupName: a, LifecycleTransition: b, DefaultResult: ‹«Continue»¦CONTINUE›}",
      /must be one of: CONTINUE, ABANDON/,
    ),
    ...combined(
      "AWS::AutoScaling::ScalingPolicy",
      "Properties: {AutoScalingGroupName: a, PolicyType: TargetTrackingScaling, TargetTrackingConfiguration: {TargetValue: 5, ‹«PredefinedMetricSpecification»: {PredefinedMetricType: ALBRequestCountPerTarget}¦PredefinedMetricSpecification: {PredefinedMetricType: ALBRequestCountPerTarget, ResourceLabel: a/b/c/d/e/f}›}}",
      /ResourceLabel is needed/,
    ),
    ...combined(
      "AWS::Config::ConfigurationRecorder",
      "Properties: {RoleARN: !Ref P, RecordingGroup: ‹{AllSupported: true, «ResourceTypes»: [a]}¦{AllSupported: false, ResourceTypes: [a]}›}",
      /recording group provided is not valid/,
    ),
    ...combined(
      "AWS::EKS::Nodegroup",
      `Properties: {${NODES}, AmiType: AL2_x86_64, DiskSize: ‹«10»¦20›}`,
      /is smaller than snapshot/,
    ),
    ...combined(
      "AWS::CodeBuild::Project",
      `Properties: {${CODE}, Source: {Type: GITHUB, Location: ‹«owner/name»¦"https://github.com/owner/name"›}}`,
      /valid GitHub repository URL/,
    ),
    ...combined(
      "AWS::CodeBuild::Project",
      `Properties: {${CODE}, Source: {Type: NO_SOURCE, BuildSpec: a}, ‹«Cache»: {Type: LOCAL}¦Cache: {Type: LOCAL, Modes: [LOCAL_SOURCE_CACHE]}›}`,
      /At least one mode must be provided/,
    ),
    ...combined(
      "AWS::Events::Rule",
      "Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !Ref C, RoleArn: !Ref P, ‹«EcsParameters»: {LaunchType: FARGATE, TaskDefinitionArn: !Ref T}¦EcsParameters: {LaunchType: FARGATE, TaskDefinitionArn: !Ref T, NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [s]}}}›}]}",
      /NetworkConfiguration is needed/,
    ),
    ...combined(
      "AWS::SQS::Queue",
      "Properties: {SqsManagedSseEnabled: ‹true, «KmsMasterKeyId»¦false, KmsMasterKeyId›: alias/a}",
      /one type of server-side encryption/,
    ),
    ...combined(
      "AWS::SQS::Queue",
      "Properties: {FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: ‹«queue»¦messageGroup›}",
      /To set FifoThroughputLimit/,
    ),
    ...combined(
      "AWS::EC2::FlowLog",
      "Properties: {ResourceId: a, ResourceType: VPC, TrafficType: ALL, LogDestinationType: s3, LogDestination: a, MaxAggregationInterval: ‹«300»¦600›}",
      /Invalid Flow Log Max Aggregation Interval/,
    ),
    ...combined(
      "AWS::ECS::TaskDefinition",
      "Properties: {EphemeralStorage: {SizeInGiB: ‹«20»¦21›}}",
      /should be at least 21/,
    ),
    ...combined(
      "AWS::ECS::Service",
      "Properties: {Cluster: c, TaskDefinition: t, DeploymentConfiguration: {MinimumHealthyPercent: ‹«200»¦100›, MaximumPercent: 200}}",
      /must be at most 100/,
    ),
    ...combined(
      "AWS::ECS::Service",
      "Properties: {Cluster: c, TaskDefinition: t, DeploymentConfiguration: {MinimumHealthyPercent: 0, MaximumPercent: ‹«50»¦100›}}",
      /must be at least 100/,
    ),
    ...combined(
      "AWS::Kinesis::Stream",
      "‹«Properties»: {StreamModeDetails: {StreamMode: PROVISIONED}}¦Properties: {StreamModeDetails: {StreamMode: PROVISIONED}, ShardCount: 1}›",
      /ShardCount is needed/,
    ),
    ...combined(
      "AWS::KMS::Key",
      "‹«Properties»: {KeySpec: RSA_2048}¦Properties: {KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY}›",
      /You must specify a KeyUsage/,
    ),
    ...combined(
      "AWS::ElastiCache::ReplicationGroup",
      "Properties: {ReplicationGroupDescription: a, Engine: ‹«memcached»¦redis›}",
      /does not support replication/,
    ),
    ...combined(
      "AWS::EC2::NatGateway",
      "Properties: {SubnetId: s, ConnectivityType: ‹private, «AllocationId»: e¦public, AllocationId: e›}",
      /Connectivity Type private/,
    ),
    ...combined(
      "AWS::Serverless::Api",
      "Properties: {StageName: v, ‹«Auth»: {DefaultAuthorizer: AWS_IAM¦Auth: {DefaultAuthorizer: AWS_IAM, InvokeRole: NONE›, ResourcePolicy: {AwsAccountWhitelist: ['111122223333']}}}",
      /InvokeRole is needed/,
    ),
    ...twins(
      "invalid-id",
      "AWS::CloudTrail::Trail",
      "Properties: {S3BucketName: b, IsLogging: true, EventSelectors: [{DataResources: [{Type: AWS::S3::Object, Values: [‹«bucket/*»¦arn:aws:s3:::bucket/›]}]}]}",
      /DataResources\.Values is invalid/,
    ),
    ...twins(
      "invalid-id",
      "AWS::Backup::BackupPlan",
      'Properties: {BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: v, ScheduleExpression: "‹«cron(*/5 * * * ? *)»¦cron(0 * * * ? *)›"}]}}',
      /shouldn't be less than 60 minutes/,
    ),
    ...twins(
      "invalid-id",
      "AWS::Cognito::UserPoolClient",
      'Properties: {UserPoolId: !Ref P, CallbackURLs: ["‹«https://a.example/#/in»¦https://a.example/in›"]}',
      /cannot use fragment/,
    ),
    ...twins(
      "invalid-id",
      "AWS::Lambda::Permission",
      'Properties: {FunctionName: f, Action: "lambda:InvokeFunction", Principal: apigateway.amazonaws.com, SourceArn: ‹«!Sub "arn:aws:execute-api:us-east-1:${A}/*"»¦!Sub "arn:aws:execute-api:us-east-1:${AWS::AccountId}:${A}/*"›}',
      /put \$\{AWS::AccountId\}: before the name/,
      "  A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}\n",
    ),
    ...twins(
      "property-combination",
      "AWS::WAFv2::WebACL",
      "Properties: {Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: &v {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: a}, Rules: [{Name: a, Priority: 1, OverrideAction: {None: {}}, VisibilityConfig: *v, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: b, ManagedRuleGroupConfigs: [{LoginPath: /in‹, «PayloadType»: JSON}¦}, {PayloadType: JSON}›]}}}]}",
      /EXACTLY_ONE_CONDITION_REQUIRED/,
    ),
    ...twins(
      "tag-list",
      "AWS::KMS::Key",
      'Properties: {KeyPolicy: {}, Tags: [{Key: a, Value: "‹«b,c»¦b-c é_.:/=+@›"}]}',
      /“Invalid tag”/,
    ),
    ...twins("tag-list", "AWS::IAM::User", "Properties: {Tags: [{Key: a, Value: ‹«b & c»¦b›}]}", /Member must satisfy/),
  ]);
});

describe("values that a service takes by default, where there is something by default", () => {
  const sized = (storage: string): string =>
    `Parameters: {Size: {Type: Number, Default: 20}}\nConditions: {Large: !Not [!Equals [!Ref Size, 20]]}\nResources:\n  R:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {EphemeralStorage: ${storage}}\n`;
  checkRows([
    [
      "value-combination",
      "always",
      sized("{SizeInGiB: «!Ref Size»}"),
      /^By default: SizeInGiB is 21 to 200/,
      "warning",
    ],
    ["value-combination", "not by default", sized("!If [Large, {SizeInGiB: !Ref Size}, !Ref AWS::NoValue]")],
    [
      "value-combination",
      "in a resource that is not there by default",
      sized("{SizeInGiB: !Ref Size}").replace("    Properties", "    Condition: Large\n    Properties"),
    ],
  ]);
});
