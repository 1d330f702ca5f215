import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const balancer = (rest: string): string => `{Subnets: [!Ref P, !Ref P], ${rest}}`;
const targets = (rest: string): string => `{Port: 80, Protocol: HTTP, VpcId: !Ref P, ${rest}}`;
const listener = (rest: string): string => `{LoadBalancerArn: !Ref P, Port: 443, Protocol: HTTPS, ${rest}}`;
const listenerRule = (rest: string): string => `{ListenerArn: !Ref P, Priority: 1, ${rest}}`;
const rule = (condition: string): string =>
  listenerRule(`Actions: [{Type: forward, TargetGroupArn: !Ref P}], Conditions: [${condition}]`);
const FUNCTION = "Role: !Ref P, Handler: index.handler, Runtime: python3.13";
const mapping = (source: string, rest: string): string =>
  `{FunctionName: f, EventSourceArn: "arn:aws:${source}", ${rest}}`;
const integration = (rest: string): string => `{ApiId: !Ref P, IntegrationType: AWS_PROXY, ${rest}}`;
const alarm = (rest: string): string =>
  `{EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold, ${rest}}`;
const metric = (rest: string): string => alarm(`Namespace: n, MetricName: m, Statistic: Sum, ${rest}`);
const query = (id: string, rest: string): string =>
  `{Id: ${id}, MetricStat: {Metric: {Namespace: n, MetricName: m}, Period: 60, Stat: Sum}${rest}}`;
const lifecycle = (rest: string): string => `{LifecycleConfiguration: {Rules: [{Status: Enabled, ${rest}}]}}`;
const replication = (rest: string): string =>
  `{VersioningConfiguration: {Status: Enabled}, ReplicationConfiguration: {Role: !Ref P, Rules: [{Status: Enabled, ${rest}}]}}`;
const distribution = (rest: string, behavior = ""): string =>
  `{DistributionConfig: {Enabled: true, Origins: [{Id: o, DomainName: example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: !Ref P${behavior}}${rest}}}`;
const record = (type: string, rest: string): string =>
  `{HostedZoneId: !Ref P, Name: a.example.com, Type: ${type}, TTL: "60", ${rest}}`;
const check = (rest: string): string => `{HealthCheckConfig: {FullyQualifiedDomainName: a.example.com, ${rest}}}`;
const acl = (rest: string): string =>
  `{Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: a}, Rules: [{Name: r, Priority: 1, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: a}, ${rest}}]}`;
const client = (rest: string): string => `{UserPoolId: !Ref P, ${rest}}`;
const group = (rest: string): string =>
  `{ReplicationGroupDescription: a, Engine: redis, CacheNodeType: cache.t3.micro, ${rest}}`;
const key = (rest: string): string => `{KeyPolicy: !Ref P, ${rest}}`;
const service = (rest: string): string => `{Cluster: !Ref P, ${rest}}`;

checkRows([
  ...rows("value-combination", [
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      balancer(
        'Type: ‹network¦application›, LoadBalancerAttributes: [{Key: «idle_timeout.timeout_seconds», Value: "60"}]',
      ),
      /not supported on load balancers/,
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      balancer(
        'LoadBalancerAttributes: [{Key: «access_logs.s3.enabled», Value: "true"}‹¦, {Key: access_logs.s3.bucket, Value: b}›]',
      ),
      /must set in order to enable access logs/,
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      "{‹¦Type: network, Scheme: internal, ›«SubnetMappings»: [{SubnetId: !Ref P, PrivateIPv4Address: 10.0.0.5}]}",
      /with scheme 'internal'/,
    ],
    [
      "ElasticLoadBalancingV2::LoadBalancer",
      "{Type: ‹application¦network›, «SubnetMappings»: [{SubnetId: !Ref P, AllocationId: !Ref P}]}",
      /AllocationId can't be set/,
    ],
    ["ElasticLoadBalancingV2::TargetGroup", targets("HealthCheckProtocol: ‹«TCP»¦HTTPS›"), /must be one of/],
    ["ElasticLoadBalancingV2::TargetGroup", targets('Matcher: {HttpCode: "«200-‹599¦399›»"}'), /200-499/],
    ["ElasticLoadBalancingV2::TargetGroup", targets("ProtocolVersion: ‹«HTTP/2»¦HTTP2›"), /HTTP1 or HTTP2/],
    [
      "ElasticLoadBalancingV2::TargetGroup",
      targets('TargetGroupAttributes: [{Key: «‹preserve_client_ip.enabled¦stickiness.enabled›», Value: "true"}]'),
      /Key can.t be preserve_client_ip/,
    ],
    [
      "ElasticLoadBalancingV2::TargetGroup",
      targets(
        'TargetGroupAttributes: [{Key: stickiness.enabled, Value: "true"}, {Key: stickiness.type, Value: «app_cookie»}‹¦, {Key: stickiness.app_cookie.cookie_name, Value: a}›]',
      ),
      /application cookie name/,
    ],
    [
      "ElasticLoadBalancingV2::TargetGroup",
      "{TargetType: lambda, ‹«Targets»: [{Id: !Ref P}, {Id: !Ref P}]¦Targets: [{Id: !Ref P}]›}",
      /at most 1, not 2/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        "«DefaultActions»: [{Type: authenticate-oidc‹¦, Order: 1›}, {Type: forward, TargetGroupArn: !Ref P‹¦, Order: 2›}]",
      ),
      /an order for each action/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        "DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, Host: a, Protocol: «‹HTTP¦HTTPS›»}}]",
      ),
      /redirect HTTPS to HTTP/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        "DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, Port: ‹«https»¦'#{port}', Host: b›}}]",
      ),
      /Port can't be https/,
    ],
    [
      "ElasticLoadBalancingV2::Listener",
      listener(
        "DefaultActions: [], ‹«MutualAuthentication»: {Mode: verify¦MutualAuthentication: {Mode: verify, TrustStoreArn: !Ref P›}",
      ),
      /TrustStoreArn is needed/,
    ],
    [
      "ElasticLoadBalancingV2::ListenerRule",
      rule("{Field: host-header, Values: [«‹https://a.b¦a.b›»]}"),
      /Values can.t be https/,
    ],
    [
      "ElasticLoadBalancingV2::ListenerRule",
      rule("{Field: source-ip, SourceIpConfig: {Values: [«10.0.0.1‹¦/32›»]}}"),
      /valid CIDR block/,
    ],
    [
      "ElasticLoadBalancingV2::ListenerRule",
      rule("{‹«Field»: host-header, PathPatternConfig¦Field: path-pattern, PathPatternConfig›: {Values: [/a]}}"),
      /HostHeaderConfig is needed/,
    ],
    [
      "ElasticLoadBalancingV2::ListenerRule",
      listenerRule("Actions: [], ‹«Conditions»: []¦Conditions: [{Field: host-header, Values: [a.b]}]›"),
      /A condition must be specified/,
    ],
    [
      "Lambda::Alias",
      "{FunctionName: f, FunctionVersion: '1', Name: a, RoutingConfig: {AdditionalVersionWeights: [{FunctionVersion: '2', FunctionWeight: ‹«10»¦0.1›}]}}",
      /is 0 to 1/,
    ],
    ["Lambda::EventSourceMapping", mapping("sqs:us-east-1:123456789012:a.fifo", "BatchSize: «‹11¦10›»"), /is 1 to 10/],
    [
      "Lambda::EventSourceMapping",
      '{FunctionName: f, EventSourceArn: "«arn:aws:‹sns¦sqs›:us-east-1:123456789012:a»"}',
      /Unrecognized event source/,
    ],
    [
      "Lambda::Function",
      `{${FUNCTION}, Code: {S3Bucket: b, S3Key: k}, DeadLetterConfig: {TargetArn: "«arn:aws:sqs:us-east-1:123456789012:a‹.fifo¦›»"}}`,
      /FIFO SQS queue/,
    ],
    [
      "Lambda::Function",
      "{Role: !Ref P, PackageType: Image, ‹«Code»: {S3Bucket: b, S3Key: k¦Code: {ImageUri: !Ref P›}}",
      /ImageUri is needed/,
    ],
    [
      "Lambda::Function",
      `{${FUNCTION}, Code: {S3Bucket: b, S3Key: k}, ‹«VpcConfig»: {SubnetIds: [!Ref P], SecurityGroupIds: []¦VpcConfig: {SubnetIds: [!Ref P], SecurityGroupIds: [!Ref P]›}}`,
      /SecurityGroupIds has at least 1/,
    ],
    [
      "Lambda::Url",
      '{TargetFunctionArn: f, AuthType: NONE, Cors: {AllowOrigins: ["«‹*¦https://b.example›»", "https://a.example"]}}',
      /wildcard/,
    ],
    [
      "ApiGateway::Stage",
      "{RestApiId: !Ref P, DeploymentId: !Ref P, StageName: a, Variables: {«my‹-¦_›var»: a}}",
      /only word characters/,
    ],
    [
      "ApiGateway::Authorizer",
      "{RestApiId: !Ref P, Name: a, Type: REQUEST, AuthorizerUri: !Ref P, IdentitySource: «‹$¦method.›request.header.A»}",
      /identity source expression/,
    ],
    ["ApiGateway::Model", "{RestApiId: !Ref P, ContentType: «‹¦application/›json»}", /Invalid content type/],
    ["ApiGateway::UsagePlan", "{Quota: {Limit: 1, Period: DAY, Offset: «‹1¦0›»}}", /offset must be between/],
    [
      "ApiGatewayV2::Integration",
      integration('IntegrationUri: !Ref P, PayloadFormatVersion: "«‹3¦2›.0»"'),
      /Unsupported PayloadFormatVersion/,
    ],
    [
      "ApiGatewayV2::Integration",
      `‹«Properties»¦Properties›: ${integration("IntegrationSubtype: SQS-PurgeQueue, RequestParameters: {QueueUrl: q}‹¦, CredentialsArn: !Ref P›")}`,
      /Role ARN must be specified/,
    ],
    ["ApiGatewayV2::Stage", "{ApiId: !Ref P, StageName: «v1‹.¦_›0»}", /only allows/],
    [
      "CloudWatch::Alarm",
      metric("Period: 300, EvaluationPeriods: «‹300¦288›»").replace("EvaluationPeriods: 1, ", ""),
      /must be <= 86400/,
    ],
    [
      "CloudWatch::Alarm",
      metric('Period: 60, AlarmActions: ["«arn:aws:‹sqs¦sns›:us-east-1:123456789012:a»"]'),
      /Unsupported AWS vendor/,
    ],
    [
      "CloudWatch::Alarm",
      alarm(`«Metrics»: [${query("m1", "‹¦, ReturnData: false›")}, ${query("m2", "")}]`),
      /Exactly one element/,
    ],
    [
      "CloudWatch::Alarm",
      alarm(
        `Metrics: [${query("m1", ", ReturnData: false")}, {Id: e1, ‹Expression: m1, «MetricStat»: !Ref P¦Expression: m1›}]`,
      ),
      /mutually exclusive/,
    ],
    ["CloudWatch::CompositeAlarm", "{AlarmName: a, AlarmRule: «‹b¦ALARM(b)›»}", /Error in AlarmRule/],
    [
      "DynamoDB::Table",
      "{AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}], BillingMode: PAY_PER_REQUEST, PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: ‹false¦true›, «RecoveryPeriodInDays»: 7}}",
      /RecoveryPeriodInDays/,
    ],
    [
      "Events::Rule",
      '{EventPattern: {source: [a]}, Targets: [{Id: a, Arn: !Ref P, DeadLetterConfig: {Arn: "«arn:aws:sqs:us-east-1:123456789012:a‹.fifo¦›»"}}]}',
      /FIFO is not supported/,
    ],
    [
      "Scheduler::Schedule",
      '{FlexibleTimeWindow: {Mode: "OFF"}, ScheduleExpression: rate(1 hour), Target: {Arn: "«arn:aws:scheduler:::aws-sdk:sqs:‹getQueueUrl¦sendMessage›»", RoleArn: !Ref P, Input: "{}"}}',
      /API is not supported/,
    ],
    [
      "Logs::SubscriptionFilter",
      '‹«Properties»¦Properties›: {LogGroupName: a, FilterPattern: "", DestinationArn: "arn:aws:kinesis:us-east-1:123456789012:stream/a"‹¦, RoleArn: !Ref P›}',
      /RoleArn is needed/,
    ],
    ["KMS::Key", key("KeySpec: ECC_NIST_P256, KeyUsage: «‹ENCRYPT_DECRYPT¦SIGN_VERIFY›»"), /KeyUsage is SIGN_VERIFY/],
    [
      "KMS::Key",
      '{KeyPolicy: {Statement: [{Sid: «‹管理者¦Admins›», Effect: Allow, Principal: {AWS: !Ref P}, Action: "kms:*", Resource: "*"}]}}',
      /regular expression pattern/,
    ],
    [
      "S3::Bucket",
      lifecycle(
        'ExpirationInDays: 10, Transitions: [{‹TransitionDate: "«2027-01-01T00:00:00Z»"¦TransitionInDays: 1›, StorageClass: GLACIER}]',
      ),
      /Found mixed/,
    ],
    ["S3::Bucket", lifecycle('ExpirationDate: "«2027-01-01T‹10¦00›:00:00Z»"'), /midnight GMT/],
    [
      "S3::Bucket",
      lifecycle(
        "‹TagFilters: [{Key: a, Value: b}], «AbortIncompleteMultipartUpload»¦AbortIncompleteMultipartUpload›: {DaysAfterInitiation: 1}",
      ),
      /with Tags/,
    ],
    ["S3::Bucket", replication("Destination: {Bucket: «‹¦arn:aws:s3:::›copy»}, Prefix: ''"), /Invalid bucket ARN/],
    [
      "S3::Bucket",
      replication(
        "Destination: {Bucket: !Ref P}, ‹«Prefix»: a, ¦›Filter: {Prefix: a}, Priority: 1, DeleteMarkerReplication: {Status: Disabled}",
      ),
      /Prefix can't be set/,
    ],
    ["S3::Bucket", "{WebsiteConfiguration: {IndexDocument: «‹a/¦›index.html»}}", /not well formed/],
    [
      "SQS::Queue",
      '{‹FifoQueue: true, ¦›RedrivePolicy: {maxReceiveCount: 3, deadLetterTargetArn: "«arn:aws:sqs:us-east-1:123456789012:a»"}}',
      /same type of queue/,
    ],
    [
      "SSM::Parameter",
      "{Type: String, AllowedPattern: '^[0-9]+$', Value: \"«‹abc¦123›»\"}",
      /validated against allowedPattern/,
    ],
    ["SSM::Parameter", "{Type: String, Value: a, Name: «/a‹ ¦-›b»}", /Name can't be/],
    [
      "SSM::Association",
      "‹«Properties»¦Properties›: {Name: AWS-RunShellScript‹¦, InstanceId: !Ref P›}",
      /Targets is needed/,
    ],
    [
      "SSM::MaintenanceWindow",
      "{Name: aaa, AllowUnassociatedTargets: true, Schedule: rate(7 days), Cutoff: 2, Duration: «‹2¦3›»}",
      /must be smaller/,
    ],
    ["SecretsManager::Secret", "{Name: «my‹ ¦-›secret»}", /Invalid name/],
    [
      "ElastiCache::ReplicationGroup",
      `‹«Properties»¦Properties›: ${group("NumCacheClusters: 1‹¦, AutomaticFailoverEnabled: false›")}`,
      /at least 2 cache clusters/,
    ],
    [
      "ElastiCache::ReplicationGroup",
      group("NumCacheClusters: 2, SnapshotWindow: «‹5-6¦05:00-06:00›»"),
      /Invalid backup window/,
    ],
    ["EC2::Instance", "{InstanceType: «‹m5¦t3›.large», CreditSpecification: {CPUCredits: unlimited}}", /T2 Unlimited/],
    ["EC2::DHCPOptions", "{«NtpServers»: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4‹, 10.0.0.5¦›]}", /at most 4, not 5/],
    [
      "EC2::SecurityGroupIngress",
      "{GroupId: !Ref P, IpProtocol: tcp, FromPort: 80, ToPort: «‹65536¦65535›», CidrIp: 10.0.0.0/8}",
      /is -1 to 65535/,
    ],
    ["EC2::VPC", "{CidrBlock: «‹127¦10›.0.0.0/16»}", /is invalid/],
    [
      "EC2::Volume",
      "{AvailabilityZone: !Ref P, Size: 100, MultiAttachEnabled: true, Iops: 3000, VolumeType: «‹gp3¦io2›»}",
      /VolumeType can't be/,
    ],
    ["EC2::Volume", "{AvailabilityZone: !Ref P, Size: 100, VolumeType: gp3, Iops: «‹99¦2999›»}", /Iops is 100 to/],
    [
      "ECS::Service",
      service(
        "TaskDefinition: !Ref P, ‹«Role»: !Ref P¦LoadBalancers: [{LoadBalancerName: a, ContainerName: a, ContainerPort: 80}], Role: !Ref P›",
      ),
      /only valid for services/,
    ],
    [
      "AutoScaling::LifecycleHook",
      "‹«Properties»¦Properties›: {AutoScalingGroupName: !Ref P, LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING, RoleARN: !Ref P‹¦, NotificationTargetARN: !Ref P›}",
      /parameter required/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      "{AutoScalingGroupName: !Ref P, ScalingAdjustment: 1, AdjustmentType: ‹ChangeInCapacity¦PercentChangeInCapacity›, «MinAdjustmentMagnitude»: 1}",
      /not supported by the specified/,
    ],
    [
      "RDS::DBInstance",
      "{Engine: ‹mariadb¦postgres›, DBInstanceClass: db.t3.micro, AllocatedStorage: '20', MasterUserPassword: !Ref P, MasterUsername: «aaaaaaaaaaaaaaaaa»}",
      /Invalid master user name/,
    ],
    [
      "RDS::DBInstance",
      "{Engine: mysql, DBInstanceClass: db.t3.micro, AllocatedStorage: '20', MasterUserPassword: !Ref P, MasterUsername: a, PreferredBackupWindow: «‹3¦03›:00-04:00»}",
      /backup window format/,
    ],
    ["CloudFront::Distribution", distribution(", CustomErrorResponses: [{ErrorCode: «‹401¦404›»}]"), /ErrorCode is/],
    [
      "CloudFront::Distribution",
      distribution("", ", CachedMethods: [GET, HEAD, ‹«OPTIONS»]¦OPTIONS], AllowedMethods: [GET, HEAD, OPTIONS]›"),
      /does not exists in AllowedMethods/,
    ],
    [
      "CloudFront::Distribution",
      distribution(", Restrictions: {GeoRestriction: {RestrictionType: whitelist, Locations: [«US‹A¦›»]}}"),
      /invalid location codes/,
    ],
    ["CloudFront::Distribution", distribution(", Logging: {Bucket: «logs‹¦.s3.amazonaws.com›»}"), /valid S3 bucket/],
    [
      "CodeBuild::Project",
      "{ServiceRole: !Ref P, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE, BuildSpec: b}, Environment: {Type: ‹«LINUX_CONTAINER»¦LINUX_LAMBDA_CONTAINER›, ComputeType: BUILD_LAMBDA_1GB, Image: i}}",
      /Invalid compute type/,
    ],
    ["Route53::RecordSet", record("TXT", `ResourceRecords: ['«"${"a".repeat(255)}‹a¦›"»']`), /CharacterStringTooLong/],
    [
      "Route53::RecordSet",
      record("A", "ResourceRecords: [192.0.2.1], ‹«SetIdentifier»: a¦SetIdentifier: a, Weight: 1›"),
      /SetIdentifier can't be set/,
    ],
    [
      "Route53::RecordSet",
      record("SRV", "ResourceRecords: [«1 10 5269‹¦ a.example.com›»]"),
      /ResourceRecords can't be/,
    ],
    ["Route53::HealthCheck", check("Type: HTTP, RequestInterval: «‹20¦30›»"), /is 10 or 30/],
    ["Cognito::UserPoolClient", client("AccessTokenValidity: «‹25¦24›»"), /Invalid range/],
    [
      "Cognito::UserPoolIdentityProvider",
      client(
        "ProviderType: Google, ProviderName: «‹MyGoogle¦Google›», ProviderDetails: {client_id: a, client_secret: b, authorize_scopes: c}",
      ),
      /cannot be of type/,
    ],
    [
      "Cognito::IdentityPoolRoleAttachment",
      "{IdentityPoolId: !Ref P, Roles: {«‹auth¦authenticated›»: !Ref P}}",
      /has no key auth/,
    ],
    [
      "WAFv2::WebACL",
      acl("Statement: {GeoMatchStatement: {CountryCodes: [US]}}, ‹«OverrideAction»: {None: {}}¦Action: {Block: {}}›"),
      /exactly one value/,
    ],
    [
      "WAFv2::WebACL",
      acl("Action: {Block: {}}, Statement: {GeoMatchStatement: {CountryCodes: [«US‹A¦›»]}}"),
      /CountryCodes can't be/,
    ],
    [
      "Lambda::EventInvokeConfig",
      "{FunctionName: f, Qualifier: $LATEST, DestinationConfig: {OnFailure: {Destination: «arn:aws:events:us-east-1:123456789012:event-bus/‹aws.partner/a.com/b¦b›»}}}",
      /destination config/,
    ],
    [
      "Batch::JobDefinition",
      "{Type: container, «ContainerProperties»: {Image: i, ResourceRequirements: [{Type: VCPU, Value: 1}, {Type: MEMORY, Value: 512}], LogConfiguration: {LogDriver: splunk, SecretOptions: [{Name: t, ValueFrom: !Ref P}]}‹¦, ExecutionRoleArn: !Ref P›}}",
      /ExecutionRoleArn/,
    ],
    ["IAM::User", "{PermissionsBoundary: «arn:aws:iam::123456789012:‹role¦policy›/a»}", /is not valid/],
  ]),
  ...rows("property-combination", [
    [
      "Route53::RecordSet",
      record("A", "ResourceRecords: [192.0.2.1], SetIdentifier: a, Weight: 1‹, «Region»: us-east-1¦›"),
      /Region can't be set/,
    ],
    [
      "Lambda::EventSourceMapping",
      mapping(
        "kinesis:us-east-1:123456789012:stream/s",
        "StartingPosition: LATEST, DestinationConfig: {‹«OnFailure»¦OnFailure›: {‹¦Destination: !Ref P›}}",
      ),
      /Destination/,
    ],
    [
      "Bedrock::Flow",
      "{Name: f, ExecutionRoleArn: !Ref P, DefinitionString: '{}'‹, «DefinitionS3Location»: {Bucket: bbb, Key: k}¦›}",
      /DefinitionS3Location/,
    ],
    [
      "Bedrock::DataAutomationProject",
      "‹«Properties»¦Properties›: {ProjectName: p‹¦, StandardOutputConfiguration: {}›}",
      /StandardOutputConfiguration/,
    ],
    [
      "S3::Bucket",
      "{ObjectLockEnabled: true, ObjectLockConfiguration: {ObjectLockEnabled: Enabled, Rule: {DefaultRetention: {Mode: GOVERNANCE, Days: 1‹, «Years»: 1¦›}}}}",
      /Years/,
    ],
    [
      "EC2::Route",
      "‹«Properties»¦Properties›: {RouteTableId: !Ref P, GatewayId: !Ref P‹¦, DestinationCidrBlock: 0.0.0.0/0›}",
      /needs one of DestinationCidrBlock/,
    ],
    [
      "EFS::FileSystem",
      "{LifecyclePolicies: [{TransitionToIA: AFTER_30_DAYS, ‹«TransitionToArchive»¦}, {TransitionToArchive›: AFTER_90_DAYS}]}",
      /malformed/,
    ],
    [
      "WAFv2::WebACL",
      acl(
        "Action: {Block: {}}, Statement: {GeoMatchStatement: {CountryCodes: [US]}‹, «IPSetReferenceStatement»: {Arn: !Ref P}¦›}",
      ),
      /IPSetReferenceStatement/,
    ],
  ]),
  ...rows("duplicate-item", [
    [
      "ElasticLoadBalancingV2::ListenerRule",
      rule("{Field: path-pattern, Values: [/a]}, {Field: «‹path-pattern, Values: [/b]¦host-header, Values: [a.b]›»}")
        .replace("«‹path-pattern,", "‹«path-pattern»,")
        .replace("]›»}", "]›}"),
      /can only have one/,
    ],
    [
      "CodeBuild::Project",
      "{ServiceRole: !Ref P, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE, BuildSpec: b}, Environment: {Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: i, EnvironmentVariables: [{Name: A, Value: a}, {Name: «‹A¦B›», Value: b}]}}",
      /cannot be duplicated/,
    ],
  ]),
  ...rows("policy-statement", [
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': «10.0.0.0/‹33¦32›»}}}]}}",
      /legacy parsing/,
    ],
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*', Condition: {ArnLike: {'aws:SourceArn': «‹¦arn:aws:s3:::›bucket»}}}]}}",
      /legacy parsing/,
    ],
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*', Condition: {StringEquals: {'«aws:a»': ‹{b: c}¦c›}}}]}}",
      /Syntax errors/,
    ],
    [
      "IAM::Role",
      '{AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: \'sts:AssumeRole\', Principal: ‹"«*»"¦{AWS: "123456789012"}›}]}}',
      /invalid principal/,
    ],
    [
      "IAM::Role",
      "{AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: «lambda.amazon‹¦aws›.com»}}]}}",
      /Invalid principal/,
    ],
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: «arn:aws:‹*¦s3›:::a»}]}}",
      /cannot contain regexes/,
    ],
  ]),
  ...rows("unknown-action", [
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: «s3:Get‹:¦›Object», Resource: '*'}]}}",
      /only one colon/,
    ],
    [
      "IAM::ManagedPolicy",
      "{PolicyDocument: {Statement: [{Effect: Allow, Action: «‹¦s3:›GetObject», Resource: '*'}]}}",
      /prefaced by a vendor/,
    ],
  ]),
  ...rows("schedule-expression", [
    [
      "Events::Rule",
      "{ScheduleExpression: «cron(0 ‹25¦23› * * ? *)», Targets: [{Id: a, Arn: !Ref P}]}",
      /hour is 0 to 23/,
    ],
  ]),
  ...rows("event-pattern", [
    [
      "Lambda::EventSourceMapping",
      mapping(
        "sqs:us-east-1:123456789012:a",
        'FilterCriteria: {Filters: [{Pattern: \'«{"body": {"a": ‹"b"¦["b"]›}}»\'}]}',
      ),
      /needs a list of values/,
    ],
  ]),
  ...rows("json-text", [
    [
      "Lambda::EventSourceMapping",
      mapping("sqs:us-east-1:123456789012:a", "FilterCriteria: {Filters: [{Pattern: '«{‹body¦\"body\"›: {}}»'}]}"),
      /Invalid filter pattern/,
    ],
  ]),
  ...rows("missing-transform", [
    [
      "SecretsManager::RotationSchedule",
      "{SecretId: !Ref P, ‹«HostedRotationLambda»: {RotationType: MySQLSingleUser}¦RotationLambdaARN: !Ref P›}",
      /AWS::SecretsManager-2024-09-16/,
    ],
  ]),
]);
