import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

describe("what is refused by one property of another, and what is taken", () => {
  checkRows([
    ...rows("value-combination", [
      [
        "ElastiCache::ReplicationGroup",
        "{ReplicationGroupDescription: a, CacheNodeType: cache.t4g.micro, Engine: redis, NumCacheClusters: 2, MultiAZEnabled: true, AutomaticFailoverEnabled: ‹«false»¦true›}",
        / true, AutomaticFailoverEnabled can't be false/,
      ],
      [
        "ElastiCache::ReplicationGroup",
        "{ReplicationGroupDescription: a, CacheNodeType: cache.t4g.small, Engine: redis, NumNodeGroups: 2, ReplicasPerNodeGroup: 1, AutomaticFailoverEnabled: ‹«false»¦true›}",
        /ups 2, AutomaticFailoverEnabled can't be false/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: ‹"arn:aws:sqs:us-east-1:123456789012:q", «BisectBatchOnFunctionError»: true¦"arn:aws:sqs:us-east-1:123456789012:q"›}',
        /parameter for given event source mapping type/,
      ],
      [
        "Lambda::Function",
        '{Role: "arn:aws:iam::123456789012:role/r", Runtime: python3.13, Handler: index.b, Code: {ZipFile: x}, LoggingConfig: {‹«ApplicationLogLevel»: INFO¦LogFormat: JSON, ApplicationLogLevel: INFO›}}',
        /^Without LogFormat, ApplicationLogLevel can't be set/,
      ],
      [
        "Lambda::Alias",
        '{FunctionName: f, Name: live, FunctionVersion: ‹«$LATEST»¦"1"›, RoutingConfig: {AdditionalVersionWeights: [{FunctionVersion: "2", FunctionWeight: 0.1}]}}',
        /for an alias pointing to more than 1 version/,
      ],
      [
        "S3::Bucket",
        "{LifecycleConfiguration: {Rules: [{Status: Enabled, ‹ExpiredObjectDeleteMarker: true, «ExpirationInDays»: 3¦ExpirationInDays: 3›}]}}",
        /did not validate against our published schema/,
      ],
      [
        "EC2::Volume",
        "{AvailabilityZone: us-east-1a, Size: ‹10¦100›, VolumeType: gp3, Iops: «10000»}",
        /Iops to volume size ratio of … is too high/,
      ],
      [
        "EC2::FlowLog",
        '«Properties»: {ResourceId: vpc-0123456789abcdef0, ResourceType: VPC, TrafficType: ALL, LogDestinationType: s3, ‹LogGroupName: a¦LogDestination: "arn:aws:s3:::b"›}',
        /be empty if LogGroupName is not provided/,
      ],
      [
        "EC2::FlowLog",
        '«Properties»: {ResourceId: vpc-0123456789abcdef0, ResourceType: VPC, ‹LogDestinationType: s3¦TrafficType: ALL, LogDestinationType: s3›, LogDestination: "arn:aws:s3:::b"}',
        /With ResourceType VPC, TrafficType is needed/,
      ],
      [
        "ElasticLoadBalancingV2::LoadBalancer",
        "{Type: network, Subnets: [subnet-0123456789abcdef0], LoadBalancerAttributes: [{Key: ‹«idle_timeout.timeout_seconds», Value: '60'¦deletion_protection.enabled, Value: 'true'›}]}",
        /on load balancers with type 'network'/,
      ],
      [
        "ElasticLoadBalancingV2::TargetGroup",
        "{Port: 80, Protocol: ‹«HTTP»¦TCP›, VpcId: vpc-0123456789abcdef0, TargetType: alb}",
        /With TargetType alb, Protocol is TCP/,
      ],
      [
        "ElasticLoadBalancing::LoadBalancer",
        "{AvailabilityZones: !GetAZs '', Listeners: [{LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP}], HealthCheck: {Target: 'HTTP:80/', HealthyThreshold: '3', UnhealthyThreshold: '5', Interval: ‹'«5»', Timeout: '10'¦'10', Timeout: '5'›}}",
        /HealthCheck timeout must be less than interval/,
      ],
      [
        "AutoScaling::ScheduledAction",
        "{AutoScalingGroupName: a, MinSize: ‹3, MaxSize: «1»¦1, MaxSize: 3›, Recurrence: 0 0 * * *}",
        /MaxSize must not be less than MinSize \(3\)/,
      ],
      [
        "CodeBuild::Project",
        "{ServiceRole: r, «Source»: {Type: ‹NO_SOURCE¦NO_SOURCE, BuildSpec: \"version: 0.2\"›}, Artifacts: {Type: NO_ARTIFACTS}, Environment: {Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: 'aws/codebuild/standard:7.0'}}",
        /With Type NO_SOURCE, BuildSpec is needed/,
      ],
      [
        "CloudTrail::Trail",
        '«Properties»: {S3BucketName: b, IsLogging: true, CloudWatchLogsLogGroupArn: ‹"arn:aws:logs:us-east-1:123456789012:log-group:a:*"¦"arn:aws:logs:us-east-1:123456789012:log-group:a:*", CloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/r"›}',
        /gsLogGroupArn, CloudWatchLogsRoleArn is needed/,
      ],
      [
        "SecretsManager::RotationSchedule",
        '{SecretId: a, ‹RotationRules: {«AutomaticallyAfterDays»: 30, ScheduleExpression: rate(10 days)¦RotationLambdaARN: "arn:aws:lambda:us-east-1:123456789012:function:f", RotationRules: {AutomaticallyAfterDays: 30›}}',
        /xpression, AutomaticallyAfterDays can't be set/,
      ],
      [
        "KMS::Key",
        "«Properties»: {‹KeyUsage: SIGN_VERIFY¦KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY›}",
        /not compatible with KeySpec SYMMETRIC_DEFAULT/,
      ],
      [
        "Route53::HealthCheck",
        "{«HealthCheckConfig»: {Type: HTTPS_STR_MATCH, FullyQualifiedDomainName: ‹a.com¦a.com, SearchString: ok›}}",
        /h Type HTTPS_STR_MATCH, SearchString is needed/,
      ],
      [
        "EKS::Nodegroup",
        '{ClusterName: a, NodeRole: "arn:aws:iam::123456789012:role/r", Subnets: [subnet-0123456789abcdef0], InstanceTypes: [«t4g.medium»], AmiType: ‹AL2023_x86_64_STANDARD¦AL2023_ARM_64_STANDARD›}',
        /a valid instance type for requested amiType/,
      ],
      [
        "Batch::JobDefinition",
        "{Type: container, PlatformCapabilities: [FARGATE], ContainerProperties: {Image: a, ExecutionRoleArn: \"arn:aws:iam::123456789012:role/r\", ‹Vcpus: «1», Memory: «2048»¦ResourceRequirements: [{Type: VCPU, Value: '1'},{Type: MEMORY, Value: '2048'}]›}}",
        /With PlatformCapabilities FARGATE, \w+ can't be \d+/,
      ],
      [
        "Glue::Job",
        "{Role: r, Command: {Name: pythonshell, ScriptLocation: 's3://b/a.py'}, ‹«WorkerType»: G.1X, «NumberOfWorkers»: 2¦MaxCapacity: 0.0625›}",
        /is not supported for Job Command pythonshell/,
      ],
      [
        "Glue::Job",
        "«Properties»: {Role: r, Command: {Name: glueetl, ScriptLocation: s3://b/a.py}, WorkerType: ‹G.1X¦G.1X, NumberOfWorkers: 2›}",
        /Both workerType and workerCount must be set/,
      ],
      [
        "AmazonMQ::Broker",
        '{BrokerName: a, DeploymentMode: ‹CLUSTER_MULTI_AZ¦SINGLE_INSTANCE›, EngineType: «ACTIVEMQ», HostInstanceType: mq.m5.large, PubliclyAccessible: false, Users: [{Username: abcd, Password: "{{resolve:secretsmanager:a}}"}], AutoMinorVersionUpgrade: true, EngineVersion: "5.18"}',
        /CLUSTER_MULTI_AZ, EngineType can't be ACTIVEMQ/,
      ],
      [
        "Transfer::Server",
        "«Properties»: {EndpointType: ‹VPC¦PUBLIC›, Protocols: [SFTP]}",
        /th EndpointType VPC, EndpointDetails is needed/,
      ],
      [
        "Transfer::Server",
        "{EndpointType: PUBLIC, Protocols: [‹«FTP»¦SFTP›]}",
        /th EndpointType PUBLIC, Protocols can't be FTP/,
      ],
      [
        "AppSync::GraphQLApi",
        "«Properties»: {Name: a, AuthenticationType: ‹AMAZON_COGNITO_USER_POOLS¦AMAZON_COGNITO_USER_POOLS, UserPoolConfig: {UserPoolId: us-east-1_a, AwsRegion: us-east-1, DefaultAction: ALLOW}›}",
        /N_COGNITO_USER_POOLS, UserPoolConfig is needed/,
      ],
      [
        "AppSync::DataSource",
        '«Properties»: {ApiId: a, Name: mysource, Type: AMAZON_DYNAMODB, ‹DynamoDBConfig: {TableName: t¦ServiceRoleArn: "arn:aws:iam::123456789012:role/r", DynamoDBConfig: {TableName: t›, AwsRegion: us-east-1}}',
        /Type AMAZON_DYNAMODB, ServiceRoleArn is needed/,
      ],
      [
        "CloudFormation::StackSet",
        '{StackSetName: a, PermissionModel: ‹SELF_MANAGED¦SERVICE_MANAGED›, AutoDeployment: {Enabled: «true», RetainStacksOnAccountRemoval: false}, TemplateURL: "https://s3.amazonaws.com/b/vpc.yaml"}',
        /_MANAGED, AutoDeployment\.Enabled can't be true/,
      ],
      [
        "ApiGateway::RestApi",
        "{Name: a, MinimumCompressionSize: ‹«20000000»¦1000›}",
        /size, must be between 0 and 10485760/,
      ],
      [
        "ApiGatewayV2::Stage",
        '{ApiId: a, StageName: $default, «AccessLogSettings»: {DestinationArn: ‹"arn:aws:logs:us-east-1:123456789012:log-group:a"¦"arn:aws:logs:us-east-1:123456789012:log-group:a", Format: \'$context.requestId\'›}}',
        /With DestinationArn, Format is needed/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: "arn:aws:kinesis:us-east-1:123456789012:stream/q", StartingPosition: ‹LATEST, «ScalingConfig»: {MaximumConcurrency: 5}¦LATEST›}',
        /parameter for given event source mapping type/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2020-01-01T00:00:00.000", StartingPosition: ‹«AT_TIMESTAMP», StartingPositionTimestamp: 1700000000¦LATEST›}',
        /00\.000, StartingPosition can't be AT_TIMESTAMP/,
      ],
      [
        "Lambda::EventSourceMapping",
        '«Properties»: {FunctionName: f, EventSourceArn: "arn:aws:kafka:us-east-1:123456789012:cluster/c/1", ‹StartingPosition: LATEST¦Topics: [t], StartingPosition: LATEST›}',
        /t-1:123456789012:cluster\/c\/1, Topics is needed/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: ‹"arn:aws:sqs:us-east-1:123456789012:q.fifo"¦"arn:aws:sqs:us-east-1:123456789012:q"›, MaximumBatchingWindowInSeconds: «5»}',
        /window is not supported for FIFO queues/,
      ],
      [
        "Lambda::EventSourceMapping",
        '«Properties»: {FunctionName: f, EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:q", BatchSize: ‹100¦100, MaximumBatchingWindowInSeconds: 5›}',
        /0 if maximum batch size is greater than 10/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: "arn:aws:kinesis:us-east-1:123456789012:stream/q", StartingPosition: LATEST, MaximumRecordAgeInSeconds: ‹«30»¦60›}',
        /MaximumRecordAgeInSeconds can't be 30/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: f, EventSourceArn: "arn:aws:kinesis:us-east-1:123456789012:stream/q", StartingPosition: ‹«LATEST»¦AT_TIMESTAMP›, StartingPositionTimestamp: 1700000000}',
        /ionTimestamp, StartingPosition can't be LATEST/,
      ],
      [
        "Lambda::Function",
        '{Role: "arn:aws:iam::123456789012:role/r", Runtime: python3.13, Handler: a.b, Code: {S3Bucket: bucket, S3Key: ‹k}, «ImageConfig»: {Command: [a]}¦k}›}',
        /^Without PackageType, ImageConfig can't be set/,
      ],
      [
        "ECS::TaskDefinition",
        "{ContainerDefinitions: [{Name: a, Image: a, Memory: 128, HealthCheck: {Command: [CMD-SHELL, x], Interval: ‹«1»¦5›}}]}",
        /Interval is 5 to 300/,
      ],
    ]),
    ...rows("invalid-id", [
      [
        "S3::Bucket",
        "{CorsConfiguration: {CorsRules: [{AllowedMethods: [GET], AllowedOrigins: [‹'«https://*.a.*»'¦'https://*.a.com'›]}]}}",
        /can not have more than one wildcard/,
      ],
      ["S3::Bucket", "{BucketName: ‹«sthree-data»¦three-data›}", /The specified bucket is not valid/],
      ["S3::Bucket", "{BucketName: ‹«data-s3alias»¦data-alias›}", /The specified bucket is not valid/],
      ["S3::Bucket", "{BucketName: ‹«192.168.5.4»¦data-a›}", /The specified bucket is not valid/],
      [
        "ElasticLoadBalancing::LoadBalancer",
        "{AvailabilityZones: !GetAZs '', Listeners: [{LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP}], HealthCheck: {Target: ‹'«HTTP:80»'¦'HTTP:80/'›, HealthyThreshold: '3', UnhealthyThreshold: '5', Interval: '10', Timeout: '5'}}",
        /followed by a path that begins with a slash/,
      ],
      [
        "Cognito::UserPool",
        '{UserPoolName: ‹"«orders:pool»"¦"orders pool"›}',
        /Member must satisfy regular expression pattern/,
      ],
      [
        "WAFv2::IPSet",
        "{Scope: REGIONAL, IPAddressVersion: IPV4, Addresses: [‹«203.0.113.7»¦203.0.113.7/32›]}",
        /field: IP_ADDRESS/,
      ],
      [
        "WAFv2::IPSet",
        "{Scope: REGIONAL, IPAddressVersion: IPV4, Addresses: [‹«0.0.0.0/0»¦10.0.0.0/8›]}",
        /field: IP_ADDRESS/,
      ],
      [
        "IAM::OIDCProvider",
        "{Url: ‹«token.actions.githubusercontent.com»¦'https://token.actions.githubusercontent.com'›, ClientIdList: [sts.amazonaws.com]}",
        /Invalid Open ID Connect Provider URL/,
      ],
      [
        "CloudWatch::Alarm",
        "{Namespace: a, MetricName: a, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold, ExtendedStatistic: ‹«p101»¦p99›}",
        /parameter ExtendedStatistic is not supported/,
      ],
      [
        "StepFunctions::StateMachine",
        '{RoleArn: "arn:aws:iam::123456789012:role/r", StateMachineName: ‹«my machine»¦machine›, Definition: {StartAt: A, States: {A: {Type: Succeed}}}}',
        /Invalid Name/,
      ],
      [
        "AppSync::DataSource",
        "{ApiId: a, Name: ‹«my-source»¦mysource›, Type: NONE}",
        /Member must satisfy regular expression pattern/,
      ],
      [
        "CloudFront::CachePolicy",
        "{CachePolicyConfig: {Name: ‹«a b»¦a-b›, DefaultTTL: 1, MinTTL: 0, MaxTTL: 10, ParametersInCacheKeyAndForwardedToOrigin: {EnableAcceptEncodingGzip: false, CookiesConfig: {CookieBehavior: none}, HeadersConfig: {HeaderBehavior: none}, QueryStringsConfig: {QueryStringBehavior: none}}}}",
        /hens and underscores, such as no-query-strings/,
      ],
      [
        "Lambda::Function",
        '{Role: "arn:aws:iam::123456789012:role/r", PackageType: Image, Code: {ImageUri: ‹"«public.ecr.aws/lambda/python:3.12»"¦"123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1"›}}',
        /is not valid\. Provide a valid source image/,
      ],
    ]),
    ...rows("property-combination", [
      [
        "EC2::Volume",
        "«Properties»: {AvailabilityZone: ‹us-east-1a¦us-east-1a, Size: 8›}",
        /must contain the parameter size\/snapshot/,
      ],
    ]),
    ...rows("mismatched-resources", [
      [
        "Events::Rule",
        '{ScheduleExpression: rate(5 minutes), Targets: [{Id: a, Arn: «"arn:aws:ecs:us-east-1:123456789012:cluster/c"», RoleArn: ‹"arn:aws:iam::123456789012:role/r"¦"arn:aws:iam::123456789012:role/r", EcsParameters: {TaskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/t"}›}]}',
        /t needs EcsParameters with a TaskDefinitionArn/,
      ],
    ]),
    ...rows("event-pattern", [
      [
        "Events::Rule",
        '{EventPattern: {source: [‹aws.s3], «detail»: {}¦aws.s3]›}, Targets: [{Id: a, Arn: "arn:aws:lambda:us-east-1:123456789012:function:f"}]}',
        /valid\. Reason: Empty objects are not allowed/,
      ],
    ]),
    ...rows("state-machine", [
      [
        "StepFunctions::StateMachine",
        '{RoleArn: "arn:aws:iam::123456789012:role/r", Definition: {StartAt: A, States: {A: {Type: Task, Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", TimeoutSeconds: ‹10¦30›, HeartbeatSeconds: «20», End: true}}}}',
        /must be smaller than TimeoutSeconds/,
      ],
      [
        "StepFunctions::StateMachine",
        '{RoleArn: "arn:aws:iam::123456789012:role/r", Definition: {StartAt: A, States: {A: {Type: Choice, «Choices»: [‹¦{Variable: $.a, IsPresent: true, Next: B}›], Default: B}, B: {Type: Succeed}}}}',
        /SCHEMA_VALIDATION_FAILED/,
      ],
    ]),
    ...rows("method-integration", [
      [
        "ApiGateway::Method",
        "{RestApiId: a, ResourceId: b, HttpMethod: GET, AuthorizationType: NONE, RequestParameters: {‹«querystring.a»: true¦method.request.querystring.a: true›}}",
        /Invalid mapping expression parameter specified/,
      ],
      [
        "ApiGateway::GatewayResponse",
        '{RestApiId: a, ResponseType: DEFAULT_4XX, ResponseParameters: {gatewayresponse.header.Access-Control-Allow-Origin: ‹"«*»"¦"\'*\'"›}}',
        /Invalid mapping expression specified/,
      ],
    ]),
  ]);
});
