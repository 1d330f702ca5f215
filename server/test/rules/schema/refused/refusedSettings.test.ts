import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const balancer = (attribute: string): string => `{Subnets: [a, b], LoadBalancerAttributes: [${attribute}]}`;
const targets = (attribute: string): string =>
  `{VpcId: !Ref P, Protocol: HTTP, Port: 80, TargetGroupAttributes: [${attribute}]}`;
const listener = (action: string, protocol = "HTTP"): string =>
  `{LoadBalancerArn: !Ref P, Port: 80, Protocol: ${protocol}, DefaultActions: [${action}]}`;
const task = (container: string, others = ""): string =>
  `{${others}ContainerDefinitions: [{Name: a, Image: i, Memory: 9${container}}]}`;
const fargate = (container: string, others = ""): string =>
  task(container, `NetworkMode: awsvpc, Cpu: "256", Memory: "512", ${others}`);
const service = (others: string): string => `{Cluster: !Ref P, TaskDefinition: !Ref P, ${others}}`;
const table = (others: string): string =>
  `{AttributeDefinitions: [{AttributeName: a, AttributeType: S}, {AttributeName: b, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: RANGE}], ${others}}`;
const database = (others: string): string =>
  `{DBInstanceClass: db.t3.medium, AllocatedStorage: 20, ManageMasterUserPassword: true, ${others}}`;
const cluster = (others: string): string => `{ManageMasterUserPassword: true, ${others}}`;
const project = (source: string, artifacts = "{Type: NO_ARTIFACTS}", environment = ""): string =>
  `{ServiceRole: !Ref P, Artifacts: ${artifacts}, Source: ${source}, Environment: {Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: "aws/codebuild/standard:7.0"${environment}}}`;
const GITHUB = '{Type: GITHUB, Location: "https://github.com/a/b"}';

describe("settings that a service refuses, and those that it takes", () => {
  checkRows([
    ...rows("value-combination", [
      [
        "ElasticLoadBalancingV2::LoadBalancer",
        balancer('{Key: idle_timeout.timeout_seconds, Value: "‹«5000»¦4000›"}'),
        /1 to 4000/,
      ],
      [
        "ElasticLoadBalancingV2::LoadBalancer",
        balancer("{Key: ‹«idle_timeout»¦idle_timeout.timeout_seconds›, Value: 60}"),
        /is not recognized/,
        "warning",
      ],
      [
        "ElasticLoadBalancingV2::LoadBalancer",
        balancer('{Key: deletion_protection.enabled, Value: "‹«yes»¦true›"}'),
        /true or false/,
      ],
      [
        "ElasticLoadBalancingV2::TargetGroup",
        targets("{Key: deregistration_delay.timeout_seconds, Value: ‹«5000»¦3600›}"),
        /0 to 3600/,
      ],
      [
        "ElasticLoadBalancingV2::TargetGroup",
        targets("{Key: slow_start.duration_seconds, Value: ‹«29»¦0›}"),
        /can't be 29/,
      ],
      [
        "ElasticLoadBalancingV2::TargetGroup",
        targets("{Key: slow_start.duration_seconds, Value: ‹«901»¦900›}"),
        /can't be 901/,
      ],
      [
        "ElasticLoadBalancingV2::TargetGroup",
        targets("{Key: ‹«sticky»¦stickiness.enabled›, Value: true}"),
        /is not recognized/,
        "warning",
      ],
      [
        "ElasticLoadBalancingV2::Listener",
        listener('{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, Path: "‹«a»¦/#{path}›"}}'),
        /^Path can't be a/,
      ],
      [
        "ElasticLoadBalancingV2::Listener",
        listener(
          "{Type: redirect, ‹«RedirectConfig»: {StatusCode: HTTP_301}¦RedirectConfig: {StatusCode: HTTP_301, Protocol: HTTPS}›}",
        ),
        /Protocol is needed/,
      ],
      [
        "ElasticLoadBalancingV2::Listener",
        listener("{Type: fixed-response, FixedResponseConfig: {StatusCode: 200, ContentType: ‹«text/xml»¦text/html›}}"),
        /text\/plain or/,
      ],
      [
        "ElasticLoadBalancingV2::Listener",
        listener(
          "{Type: forward, TargetGroupArn: !Ref P}",
          "‹HTTP, «SslPolicy»¦HTTPS, Certificates: [{CertificateArn: !Ref P}], SslPolicy›: ELBSecurityPolicy-TLS13-1-2-2021-06",
        ),
        /SslPolicy can't be set/,
      ],
      [
        "ElasticLoadBalancingV2::ListenerRule",
        "{ListenerArn: !Ref P, Priority: 1, Conditions: [{Field: ‹«path»¦path-pattern›, Values: [/a]}], Actions: [{Type: forward, TargetGroupArn: !Ref P}]}",
        /Condition field/,
      ],
      [
        "ElasticLoadBalancingV2::ListenerRule",
        "{ListenerArn: !Ref P, Priority: 1, Conditions: [{‹«Field»: path-pattern¦Field: path-pattern, Values: [/a]›}], Actions: [{Type: forward, TargetGroupArn: !Ref P}]}",
        /condition value must be specified/,
      ],
      [
        "DynamoDB::Table",
        table("BillingMode: PAY_PER_REQUEST, SSESpecification: {SSEEnabled: true, SSEType: ‹«AES256»¦KMS›}"),
        /is not supported/,
      ],
      [
        "DynamoDB::Table",
        table(
          "BillingMode: PAY_PER_REQUEST, ‹«TimeToLiveSpecification»: {Enabled: true¦TimeToLiveSpecification: {Enabled: true, AttributeName: t›}",
        ),
        /in TimeToLiveSpecification/,
      ],
      [
        "DynamoDB::Table",
        table(
          "ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}, BillingMode: PROVISIONED‹, «OnDemandThroughput»: {MaxReadRequestUnits: 5}¦›",
        ),
        /PROVISIONED BillingMode/,
      ],
      [
        "DynamoDB::Table",
        table(
          "BillingMode: PAY_PER_REQUEST, LocalSecondaryIndexes: [{IndexName: iii, Projection: {ProjectionType: ALL}, ‹«KeySchema»: [{AttributeName: a, KeyType: HASH}]¦KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: RANGE}]›}]",
        ),
        /does not have a range key/,
      ],
      [
        "EC2::Subnet",
        '{VpcId: !Ref P, Ipv6CidrBlock: "2001:db8::/64"‹, Ipv6Native: true, «CidrBlock»: 10.0.0.0/24¦, Ipv6Native: true›}',
        /ipv6Native to true/,
      ],
      [
        "EC2::Subnet",
        '‹«Properties»: {¦Properties: {Ipv6CidrBlock: "2001:db8::/64", ›VpcId: !Ref P, CidrBlock: 10.0.0.0/24, EnableDns64: true}',
        /enable-dns64/,
      ],
      [
        "EC2::Instance",
        "{ImageId: ami-12345678, EnclaveOptions: {Enabled: true}, HibernationOptions: {Configured: ‹«true»¦false›}}",
        /Nitro Enclaves and hibernation/,
      ],
      [
        "EC2::Instance",
        "{ImageId: ami-12345678, NetworkInterfaces: [{SubnetId: !Ref P, AssociatePublicIpAddress: true, DeviceIndex: ‹«1»¦0›}]}",
        /DeviceIndex 0/,
      ],
      [
        "EC2::PlacementGroup",
        "{Strategy: ‹cluster, «PartitionCount»¦partition, PartitionCount›: 3}",
        /partition-count is only/,
      ],
      ["EC2::Volume", "{AvailabilityZone: a, VolumeType: io1, Iops: 100, Size: ‹«3»¦4›}", /at least 4 GiB/],
      [
        "ECS::TaskDefinition",
        task(", ExtraHosts: [{Hostname: a, IpAddress: 1.2.3.4}]", "‹NetworkMode: awsvpc, ¦›").replace(
          "ContainerDefinitions",
          "‹«ContainerDefinitions»¦ContainerDefinitions›",
        ),
        /Extra hosts/,
      ],
      [
        "ECS::TaskDefinition",
        fargate(
          ", LinuxParameters: {Capabilities: {Add: [‹«NET_ADMIN»¦SYS_PTRACE›]}}",
          "RequiresCompatibilities: [FARGATE], ",
        ),
        /is not allowed on Fargate/,
      ],
      [
        "ECS::TaskDefinition",
        fargate("", "RequiresCompatibilities: [FARGATE], PidMode: ‹«host»¦task›, "),
        /pidMode 'host'/,
      ],
      [
        "ECS::TaskDefinition",
        fargate(
          ", ResourceRequirements: [{Type: ‹«GPU»¦InferenceAccelerator›, Value: a}]",
          "RequiresCompatibilities: [FARGATE], ",
        ),
        /GPU resource/,
      ],
      [
        "ECS::TaskDefinition",
        task(", Ulimits: [{Name: nofile, SoftLimit: 20, HardLimit: ‹«10»¦20›}]"),
        /Soft limit exceeds/,
      ],
      [
        "ECS::TaskDefinition",
        task(', EnvironmentFiles: [{Type: s3, Value: "‹«s3://a/b.env»¦arn:aws:s3:::a/b.env›"}]'),
        /can't be s3:/,
      ],
      [
        "ECS::Service",
        service("LaunchType: ‹EC2, «PlatformVersion»¦FARGATE, PlatformVersion›: LATEST"),
        /platform version must be null/,
      ],
      [
        "ECS::Service",
        service(
          "SchedulingStrategy: DAEMON, DeploymentConfiguration: {MinimumHealthyPercent: 0, MaximumPercent: ‹«200»¦100›}",
        ),
        /above 100 for maximumPercent/,
      ],
      [
        "ECS::Service",
        service("PlacementConstraints: [{Type: ‹distinctInstance, «Expression»¦memberOf, Expression›: a}]"),
        /distinctInstance expression/,
      ],
      ["ECS::Service", service("PlacementStrategies: [{Type: ‹random, «Field»¦spread, Field›: a}]"), /random field/],
      [
        "ECS::CapacityProvider",
        "{Name: ‹«ecs-a»¦a-ecs›, AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref P}}",
        /capacity provider name is invalid/,
      ],
      [
        "ECS::Cluster",
        "{Configuration: {‹«ExecuteCommandConfiguration»: {Logging: OVERRIDE}¦ExecuteCommandConfiguration: {Logging: DEFAULT}›}}",
        /overriding the default log/,
      ],
      [
        "Events::Connection",
        "{AuthorizationType: API_KEY, ‹«AuthParameters»: {BasicAuthParameters: {Username: a, Password: !Ref P}}¦AuthParameters: {ApiKeyAuthParameters: {ApiKeyName: a, ApiKeyValue: !Ref P}}›}",
        /ApiKeyAuthParameters is needed/,
      ],
      [
        "RDS::DBInstance",
        database("Engine: postgres, MasterUsername: a, LicenseModel: ‹«license-included»¦postgresql-license›"),
        /Invalid license model/,
      ],
      [
        "RDS::DBInstance",
        database("Engine: postgres, MasterUsername: a, EnableCloudwatchLogsExports: [‹«audit»¦postgresql›]"),
        /with engine version/,
      ],
      ["RDS::DBInstance", database("Engine: mysql, MasterUsername: ‹«rdsadmin»¦root›"), /reserved word/],
      [
        "RDS::DBInstance",
        database(
          "Engine: mysql, MasterUsername: a‹, «PerformanceInsightsRetentionPeriod»¦, EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod›: 7",
        ),
        /must be set to 'true'/,
      ],
      [
        "RDS::DBInstance",
        database('Engine: postgres, MasterUsername: a, EngineVersion: "‹«14.9»¦14.20›"'),
        /Cannot find version/,
        "warning",
      ],
      [
        "RDS::DBInstance",
        database('Engine: mysql, MasterUsername: a, EngineVersion: "‹«8.0.35»¦8.0.42›"'),
        /Cannot find version/,
        "warning",
      ],
      [
        "RDS::DBCluster",
        cluster("Engine: aurora-postgresql, MasterUsername: a‹, «BacktrackWindow»: 300¦›"),
        /Backtrack is not enabled/,
      ],
      [
        "RDS::DBCluster",
        cluster(
          "Engine: aurora-postgresql, MasterUsername: a, ServerlessV2ScalingConfiguration: {MinCapacity: ‹«0.3»¦0.5›, MaxCapacity: 4}",
        ),
        /multiple of 0\.5/,
      ],
      [
        "RDS::DBCluster",
        cluster(
          "Engine: aurora-postgresql, MasterUsername: a, ServerlessV2ScalingConfiguration: {MinCapacity: ‹«0.5»¦0›, MaxCapacity: 4, SecondsUntilAutoPause: 400}",
        ),
        /when minimum capacity is 0/,
      ],
      [
        "RDS::EventSubscription",
        "{SnsTopicArn: !Ref P, SourceType: ‹«db_instance»¦db-instance›}",
        /Invalid event source type/,
      ],
      [
        "S3::Bucket",
        "{BucketName: ‹«a.b.c»¦abc›, AccelerateConfiguration: {AccelerationStatus: Enabled}}",
        /Transfer Acceleration/,
      ],
      [
        "S3::Bucket",
        "{ObjectLockEnabled: true, VersioningConfiguration: {Status: ‹«Suspended»¦Enabled›}}",
        /Object Lock configuration is present/,
      ],
      [
        "S3::Bucket",
        "{BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: ‹AES256, «KMSMasterKeyID»¦aws:kms, KMSMasterKeyID›: alias/a}}]}}",
        /is not applicable/,
      ],
      [
        "SNS::Subscription",
        "‹«Properties»: {¦Properties: {SubscriptionRoleArn: !Ref P, ›TopicArn: !Ref P, Protocol: firehose, Endpoint: !Ref P}",
        /subscription role arn/,
      ],
      [
        "SNS::Subscription",
        "{TopicArn: !Ref P, Protocol: sqs, Endpoint: ‹«https://sqs.us-east-1.amazonaws.com/123456789012/q»¦arn:aws:sqs:us-east-1:123456789012:q›}",
        /SQS endpoint ARN/,
      ],
      ["SQS::Queue", "{‹«DeduplicationScope»¦FifoQueue: true, DeduplicationScope›: queue}", /only when FifoQueue/],
      [
        "Lambda::Function",
        "{Role: !Ref P, Runtime: python3.13, Handler: a.b, Code: {S3Bucket: a, S3Key: b}, MemorySize: ‹«10241»¦10240›}",
        /MemorySize is 128 to 10240/,
      ],
      [
        "CloudWatch::Alarm",
        "‹«Properties»: {¦Properties: {Threshold: 1, ›ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, MetricName: a, Namespace: b, Statistic: Sum, Period: 60}",
        /valid Threshold parameter/,
      ],
      [
        "CodeBuild::Project",
        project(GITHUB, undefined, ", EnvironmentVariables: [{Name: ‹«CODEBUILD_A»¦A›, Value: a}]"),
        /can start with CODEBUILD_/,
      ],
      [
        "CodeBuild::Project",
        project(GITHUB, undefined, ", ImagePullCredentialsType: ‹«SERVICE_ROLE»¦CODEBUILD›"),
        /curated image/,
      ],
      ["CodeBuild::Project", project(GITHUB, "{Type: NO_ARTIFACTS‹, «Location»: a¦›}"), /should have null location/],
      [
        "Cognito::UserPoolClient",
        "{UserPoolId: !Ref P, ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ‹«USER_PASSWORD_AUTH»¦ALLOW_USER_PASSWORD_AUTH›]}",
        /legacy auth flow names/,
      ],
      [
        "Glue::Trigger",
        "‹«Properties»: {¦Properties: {Schedule: cron(0 5 * * ? *), ›Type: SCHEDULED, Actions: [{JobName: a}]}",
        /Schedule cannot be null/,
      ],
      [
        "ApiGatewayV2::Integration",
        "‹«Properties»: {¦Properties: {IntegrationMethod: GET, ›ApiId: !Ref P, IntegrationType: HTTP_PROXY, PayloadFormatVersion: '1.0', IntegrationUri: 'https://a'}",
        /integrationType HTTPPROXY/,
      ],
      [
        "EKS::Cluster",
        "{RoleArn: !Ref P, ResourcesVpcConfig: {SubnetIds: [subnet-12345678, subnet-23456789], EndpointPublicAccess: false, EndpointPrivateAccess: ‹«false»¦true›}}",
        /access cannot be false/,
      ],
      [
        "AutoScaling::AutoScalingGroup",
        '{MinSize: "1", MaxSize: "2", AvailabilityZones: [a], LaunchTemplate: {LaunchTemplateId: l, Version: "1"}, MaxInstanceLifetime: ‹«3600»¦86400›}',
        /between 86400/,
      ],
      ["SecretsManager::Secret", "{GenerateSecretString: {PasswordLength: ‹«3»¦4›}}", /too short/],
      [
        "Route53::RecordSet",
        "‹«Properties»: {¦Properties: {SetIdentifier: a, Weight: 1, ›HostedZoneId: !Ref P, Name: a.example, Type: A, TTL: '60', ResourceRecords: [1.2.3.4], HealthCheckId: !Ref P}",
        /alternate ResourceRecordSet/,
      ],
    ]),
    ...rows("invalid-id", [
      [
        "ApiGateway::Stage",
        '{RestApiId: !Ref P, DeploymentId: !Ref P, StageName: a, AccessLogSetting: {DestinationArn: !Ref P, Format: "‹«$context.status»¦$context.requestId $context.status›"}}',
        /must include either/,
      ],
      ["ApiGateway::ApiKey", "{Value: ‹«short»¦abcdefghij0123456789›}", /at least 20 characters/],
      [
        "ApiGateway::Model",
        "{RestApiId: !Ref P, ContentType: application/json, Schema: {type: object}, Name: ‹«my-model»¦MyModel›}",
        /must be alphanumeric/,
      ],
      ["Events::EventBus", "{Name: ‹«default»¦orders›}", /default already exists/],
      [
        "Events::ApiDestination",
        '{ConnectionArn: !Ref P, HttpMethod: GET, InvocationEndpoint: "‹«http»¦https›://a.example"}'.replace(
          "«http»¦https›://a.example",
          "«http://a.example»¦https://a.example›",
        ),
        /InvocationEndpoint is not valid/,
      ],
      ["IAM::ServiceLinkedRole", "{AWSServiceName: ‹«ecs»¦ecs.amazonaws.com›}", /Service Principal/],
      [
        "S3::Bucket",
        '{NotificationConfiguration: {QueueConfigurations: [{Event: "‹«s3:ObjectCreate:*»¦s3:ObjectCreated:*›", Queue: !Ref P}]}}',
        /not supported for notifications/,
      ],
      ["SNS::TopicPolicy", "{Topics: [‹«alarms»¦!Ref P›], PolicyDocument: {}}", /at least 6 elements/],
      ["KMS::Alias", "{AliasName: alias/a, TargetKeyId: ‹«alias/b»¦!Ref P›}", /Not aliases/],
      [
        "EKS::Cluster",
        '{RoleArn: !Ref P, ResourcesVpcConfig: {SubnetIds: [subnet-12345678, subnet-23456789]}, Version: "‹«1.30»¦1.33›"}',
        /unsupported Kubernetes version/,
      ],
      [
        "AutoScaling::ScheduledAction",
        '{AutoScalingGroupName: !Ref P, MinSize: 1, Recurrence: "‹«0 5 ? * *»¦0 5 * * *›"}',
        /is invalid/,
      ],
    ]),
    ...rows("property-combination", [
      [
        "EC2::EIPAssociation",
        "{AllocationId: !Ref P, ‹«EIP»: 1.2.3.4, ¦›InstanceId: !Ref P}",
        /public IP or allocation id/,
      ],
      [
        "ECS::Service",
        service(
          "LoadBalancers: [{ContainerName: a, ContainerPort: 80, TargetGroupArn: !Ref P‹, «LoadBalancerName»: a¦›}]",
        ),
        /cannot both be specified/,
      ],
      [
        "Events::Rule",
        "{EventPattern: {source: [a]}, Targets: [{Id: a, Arn: !Ref P, Input: '{}'‹, «InputPath»: $.a¦›}]}",
        /Only one of Input/,
      ],
      [
        "AutoScaling::ScheduledAction",
        "‹«Properties»: {¦Properties: {MinSize: 1, ›AutoScalingGroupName: !Ref P, Recurrence: 0 5 * * *}",
        /At least one of max size/,
      ],
      [
        "AutoScaling::ScalingPolicy",
        "{AutoScalingGroupName: !Ref P, PolicyType: TargetTrackingScaling, TargetTrackingConfiguration: {TargetValue: 5, PredefinedMetricSpecification: {PredefinedMetricType: ASGAverageCPUUtilization}‹, «CustomizedMetricSpecification»: {MetricName: a, Namespace: b, Statistic: Sum}¦›}}",
        /You should provide either/,
      ],
      [
        "KinesisFirehose::DeliveryStream",
        "{ExtendedS3DestinationConfiguration: {BucketARN: !Ref P, RoleARN: !Ref P}‹, «S3DestinationConfiguration»: {BucketARN: !Ref P, RoleARN: !Ref P}¦›}",
        /Exactly one destination/,
      ],
      [
        "WAFv2::WebACL",
        "{Scope: REGIONAL, DefaultAction: {Allow: {}‹, «Block»: {}¦›}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: a}}",
        /none or multiple values/,
      ],
    ]),
    ...rows("container-definition", [
      [
        "ECS::TaskDefinition",
        "{ContainerDefinitions: [{Name: b, Image: i, Memory: 9‹¦, HealthCheck: {Command: [a]}›}, {Name: a, Image: i, Memory: 9, DependsOn: [{ContainerName: b, Condition: ‹«HEALTHY»¦HEALTHY›}]}]}",
        /must have health check configured/,
      ],
      [
        "ECS::TaskDefinition",
        "{ContainerDefinitions: [{Name: b, Image: i, Memory: 9‹¦, Essential: false›}, {Name: a, Image: i, Memory: 9, DependsOn: [{ContainerName: b, Condition: ‹«SUCCESS»¦SUCCESS›}]}]}",
        /cannot be an essential container/,
      ],
      [
        "ECS::TaskDefinition",
        "{ContainerDefinitions: [{Name: b, Image: i, Memory: 9}, {Name: a, Image: i, Memory: 9, VolumesFrom: [{SourceContainer: ‹«c»¦b›}]}]}",
        /c/,
      ],
    ]),
  ]);
});
