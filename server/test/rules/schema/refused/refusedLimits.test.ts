import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const pipeline = (others: string): string => `{RoleArn: !Ref P, Stages: [], ${others}}`;
const origin = (others: string): string =>
  `{DistributionConfig: {Enabled: true, DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: !Ref P}, Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only, ${others}}}]}}`;
const forwarded = (cookies: string, headers: string, queries: string): string =>
  `{OriginRequestPolicyConfig: {Name: a, CookiesConfig: {${cookies}}, HeadersConfig: {${headers}}, QueryStringsConfig: {${queries}}}}`;
const cached = (cookies: string, headers: string, queries: string): string =>
  `{CachePolicyConfig: {Name: a, DefaultTTL: 1, MinTTL: 1, MaxTTL: 9, ParametersInCacheKeyAndForwardedToOrigin: {EnableAcceptEncodingGzip: true, CookiesConfig: {${cookies}}, HeadersConfig: {${headers}}, QueryStringsConfig: {${queries}}}}}`;
const NO_COOKIES = "CookieBehavior: none";
const NO_HEADERS = "HeaderBehavior: none";
const NO_QUERIES = "QueryStringBehavior: none";
const job = (requirements: string, others = ""): string =>
  `{Type: container, ContainerProperties: {Image: a, ResourceRequirements: [${requirements}, {Type: MEMORY, Value: "9"}]${others}}}`;
const stream = (destination: string): string => `{DeliveryStreamType: DirectPut, ${destination}}`;
const S3 = "S3Configuration: {BucketARN: !Ref P, RoleARN: !Ref P}";
const record = (location: string): string =>
  `{HostedZoneId: !Ref P, Name: a.example.com, Type: A, TTL: "60", ResourceRecords: [192.0.2.1], SetIdentifier: a, CidrRoutingConfig: {CollectionId: !Ref P, LocationName: ${location}}}`;
const target = (value: string): string =>
  `{VpcId: !Ref P, Protocol: HTTP, Port: 80, TargetGroupAttributes: [{Key: target_group_health.dns_failover.minimum_healthy_targets.count, Value: "${value}"}]}`;

describe("limits of a service, and what is within them", () => {
  checkRows([
    ...rows("value-combination", [
      [
        "CodePipeline::Pipeline",
        pipeline("PipelineType: ‹V1¦V2›, «Variables»: [{Name: a}]"),
        /Pipeline variable can only/,
      ],
      [
        "CodePipeline::Pipeline",
        pipeline("PipelineType: ‹V1¦V2›, «Triggers»: [{ProviderType: CodeStarSourceConnection}]"),
        /Triggers on tag can only/,
      ],
      [
        "CodePipeline::Pipeline",
        pipeline("PipelineType: V1, ExecutionMode: ‹«QUEUED»¦SUPERSEDED›"),
        /QUEUED or PARALLEL/,
      ],
      [
        "CodeBuild::Project",
        "{ServiceRole: !Ref P, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE, BuildSpec: a}, Environment: {Type: ‹LINUX_LAMBDA_CONTAINER¦LINUX_CONTAINER›, ComputeType: ‹BUILD_LAMBDA_1GB¦BUILD_GENERAL1_SMALL›, Image: a, PrivilegedMode: «true»}}",
        /privilegedMode for lambda compute/,
      ],
      ["Neptune::DBCluster", "{BackupRetentionPeriod: ‹«36»¦35›}", /between 1 and 35/],
      [
        "DocDB::DBCluster",
        "{MasterUsername: a, ManageMasterUserPassword: true, BackupRetentionPeriod: ‹«0»¦1›}",
        /between 1 and 35/,
      ],
      [
        "Redshift::Cluster",
        '{ClusterType: single-node, NodeType: ra3.large, DBName: a, MasterUsername: a, ManageMasterPassword: true, ClusterVersion: "‹«2.0»¦1.0›"}',
        /Cannot find Cluster version/,
      ],
      ["CloudFront::Distribution", origin("HTTPSPort: ‹«1023»¦1024›"), /can't be 1023/],
      ["CloudFront::Distribution", origin("HTTPPort: ‹«65536»¦65535›"), /can't be 65536/],
      ["CloudFront::Distribution", origin("HTTPPort: ‹«81»¦80›"), /can't be 81/],
      ["CloudFront::Distribution", origin("HTTPPort: ‹«8»¦8080›"), /can't be 8/],
      ["CloudFront::Distribution", origin("HTTPSPort: ‹«100000»¦443›"), /can't be 100000/],
      [
        "CloudFront::OriginRequestPolicy",
        forwarded(NO_COOKIES, NO_HEADERS, "QueryStringBehavior: whitelist‹¦, QueryStrings: [a]›").replace(
          "QueryStringsConfig",
          "«QueryStringsConfig»",
        ),
        /QueryStrings is needed/,
      ],
      [
        "CloudFront::OriginRequestPolicy",
        forwarded("CookieBehavior: allExcept‹¦, Cookies: [a]›", NO_HEADERS, NO_QUERIES).replace(
          "CookiesConfig",
          "«CookiesConfig»",
        ),
        /Cookies is needed/,
      ],
      [
        "CloudFront::CachePolicy",
        cached(NO_COOKIES, "HeaderBehavior: whitelist‹¦, Headers: [a]›", NO_QUERIES).replace(
          "HeadersConfig",
          "«HeadersConfig»",
        ),
        /Headers is needed/,
      ],
      [
        "CloudFront::ContinuousDeploymentPolicy",
        "{ContinuousDeploymentPolicyConfig: {Enabled: true, StagingDistributionDnsNames: [a.cloudfront.net], TrafficConfig: {Type: SingleWeight, SingleWeightConfig: {Weight: ‹«0.5»¦0.15›}}}}",
        /0 to 0.15/,
      ],
      [
        "AutoScaling::AutoScalingGroup",
        "{MinSize: '0', MaxSize: '1', AvailabilityZones: !GetAZs '', LaunchTemplate: {LaunchTemplateId: !Ref P, Version: '1'}, MetricsCollection: [{Granularity: 1Minute, Metrics: [GroupInServiceInstances, GroupAndWarmPoolTotalCapacity, WarmPoolWarmedCapacity, ‹«GroupInstances»¦GroupTotalInstances›]}]}",
        /Valid metrics collection types/,
      ],
      [
        "KinesisFirehose::DeliveryStream",
        stream(
          `HttpEndpointDestinationConfiguration: {EndpointConfiguration: {Url: "https://example.com"}, RoleARN: !Ref P, ${S3}, BufferingHints: {IntervalInSeconds: 60, SizeInMBs: ‹«65»¦64›}}`,
        ),
        /less than or equal to 64/,
      ],
      [
        "KinesisFirehose::DeliveryStream",
        stream(
          `IcebergDestinationConfiguration: {RoleARN: !Ref P, CatalogConfiguration: {}, ${S3}, s3BackupMode: ‹«AllData»¦FailedDataOnly›}`,
        ),
        /not supported for Iceberg/,
      ],
      [
        "MSK::Cluster",
        "{ClusterName: a, KafkaVersion: 3.9.x.kraft, NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: {InstanceType: ‹express¦kafka›.m7g.large, ClientSubnets: [subnet-12345678]}, «StorageMode»: TIERED}",
        /storageMode parameter is not supported/,
      ],
      [
        "Batch::ComputeEnvironment",
        "{Type: MANAGED, ComputeResources: {Type: EC2, MaxvCpus: 4, Subnets: [!Ref P], InstanceTypes: [optimal], InstanceRole: !Ref P, LaunchTemplate: {LaunchTemplateId: !Ref P‹, «LaunchTemplateName»: a¦›}}}",
        /One of LaunchTemplateId and LaunchTemplateName/,
      ],
      ["Batch::JobDefinition", job('{Type: VCPU, Value: "‹«0»¦0.25›"}'), /at least 1/],
      [
        "Batch::JobDefinition",
        job(
          '{Type: VCPU, Value: "1"}',
          ", Volumes: [{Name: a‹, «Host»: {SourcePath: /a}¦›, EfsVolumeConfiguration: {FileSystemId: !Ref P}}]",
        ),
        /only one volume configuration type/,
      ],
      [
        "AppSync::Resolver",
        "‹«Properties»¦Properties›: {ApiId: !Ref P, TypeName: Query, FieldName: a, DataSourceName: a, Runtime: {Name: APPSYNC_JS, RuntimeVersion: 1.0.0}‹¦, CodeS3Location: !Ref P›}",
        /Code is needed/,
      ],
      [
        "Route53Resolver::ResolverRule",
        "{RuleType: ‹SYSTEM¦FORWARD, TargetIps: [{Ip: 10.0.0.2}]›, DomainName: example.com, «ResolverEndpointId»: !Ref P}",
        /can't be set/,
      ],
      [
        "Route53Resolver::FirewallRuleGroup",
        "{FirewallRules: [{Priority: 1, DnsThreatProtection: DGA, ConfidenceThreshold: LOW, Action: ‹«ALLOW»¦ALERT›}]}",
        /can't be ALLOW/,
      ],
      [
        "ApiGateway::Method",
        "{RestApiId: !Ref P, ResourceId: !Ref P, HttpMethod: GET, Integration: {Type: MOCK, Credentials: ‹«invoker»¦!Sub 'arn:aws:iam::${AWS::AccountId}:role/invoker'›}}",
        /Invalid ARN specified/,
      ],
      ["ElasticLoadBalancingV2::TargetGroup", target("‹«0»¦1›"), /can't be 0/],
      ["ElasticLoadBalancingV2::TargetGroup", target("‹«none»¦off›"), /can't be none/],
      [
        "MemoryDB::Cluster",
        "{NodeType: db.t4g.small, ACLName: open-access, MaintenanceWindow: ‹«sun:05:00-sun:07:00»¦sun:09:00-sun:10:00›, SnapshotWindow: 05:00-09:00}",
        /must not overlap/,
      ],
      [
        "ElastiCache::ReplicationGroup",
        "{ReplicationGroupDescription: a, Engine: redis, CacheNodeType: cache.t4g.micro, NumCacheClusters: 2, PreferredMaintenanceWindow: ‹«sun:05:00-sun:07:00»¦sun:09:00-sun:10:00›, SnapshotWindow: 05:00-09:00}",
        /must not overlap/,
      ],
    ]),
    ...rows("invalid-id", [
      [
        "Batch::ComputeEnvironment",
        "{Type: UNMANAGED, ComputeEnvironmentName: ‹«night jobs»¦night-jobs›}",
        /up to 128/,
      ],
      ["Batch::JobQueue", "{Priority: 1, JobQueueName: ‹«night.jobs»¦night_jobs›}", /up to 128/],
      [
        "Route53::HealthCheck",
        "{HealthCheckConfig: {Type: CLOUDWATCH_METRIC, AlarmIdentifier: {Name: a, Region: ‹«us-east-1a»¦us-gov-east-1›}}}",
        /a Region/,
      ],
      ["Route53::RecordSet", record("‹«head office»¦head-office›"), /up to 16/],
      ["Route53::RecordSet", record("‹«headquarters-east»¦'*'›"), /up to 16/],
      [
        "S3Express::DirectoryBucket",
        "{DataRedundancy: SingleAvailabilityZone, LocationName: use1-az4, BucketName: ‹«my.orders--use1-az4--x-s3»¦my-orders--use1-az4--x-s3›}",
        /--ZONE--x-s3/,
      ],
    ]),
  ]);
});
