import { checkRows, type Row } from "../checkRule.ts";

/** A template that fails, with `«…»` around what is reported, and what to change in it so that it deploys. */
interface Failure {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly says: RegExp;
  readonly severity?: "error" | "warning";
  readonly mend: readonly [from: string, to: string];
}

const one = (type: string, properties: string): string =>
  `Resources:\n  R:\n    Type: AWS::${type}\n    Properties: {${properties}}\n`;
const bucket = (properties: string): string => one("S3::Bucket", properties);
const moves = (first: string, days: number, second: string, later: string): string =>
  bucket(
    `LifecycleConfiguration: {Rules: [{Status: Enabled, Transitions: [{StorageClass: ${first}, TransitionInDays: ${days}}, {StorageClass: ${second}, TransitionInDays: «${later}»}]}]}`,
  );
const edge = (limits: string): string => `Resources:
  F: {Type: AWS::Lambda::Function, Properties: {${limits}}}
  V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F}}
  D:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {DefaultCacheBehavior: {LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref V}]}}}
`;
const trail = (policy: string, service: string): string => `Resources:
  B: {Type: AWS::S3::Bucket}
  ${policy}:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: 's3:PutObject', Resource: '*'}]}
  T: {Type: AWS::CloudTrail::Trail, DependsOn: P, Properties: {IsLogging: true, S3BucketName: !Ref B}}
`;
const key = (action: string): string => `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
          - {Effect: Allow, Principal: {Service: logs.amazonaws.com}, Action: '${action}', Resource: '*'}
  L: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: «!GetAtt K.Arn»}}
`;
const method = (model: string, api: string): string => `Resources:
  A: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a${api}}}
  ${model}: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref A, RequestModels: {application/json: Order}}}
`;
const record = (type: string, values: string): string => one("Route53::RecordSet", `Type: ${type}, ${values}`);

const FAILURES: readonly Failure[] = [
  {
    code: "value-combination",
    name: "GLACIER too soon after STANDARD_IA",
    text: moves("STANDARD_IA", 30, "GLACIER", "40"),
    says: /must be 30 days more than/,
    mend: ["«40»", "60"],
  },
  {
    code: "value-combination",
    name: "DEEP_ARCHIVE too soon after GLACIER_IR",
    text: moves("GLACIER_IR", 4, "DEEP_ARCHIVE", "20"),
    says: /at least 94/,
    mend: ["«20»", "94"],
  },
  {
    code: "value-combination",
    name: "uploads that end at once",
    text: bucket(
      "LifecycleConfiguration: {Rules: [{Status: Enabled, AbortIncompleteMultipartUpload: {DaysAfterInitiation: «0»}}]}",
    ),
    says: /positive integer/,
    mend: ["«0»", "7"],
  },
  {
    code: "value-combination",
    name: "a priority without filter",
    text: bucket(
      "ReplicationConfiguration: {Role: r, Rules: [{«Status»: Enabled, Priority: 1, Destination: {Bucket: 'arn:aws:s3:::x'}}]}",
    ),
    says: /Priority cannot be used for this version/,
    mend: ["«Status»: Enabled", "Status: Enabled, Filter: {Prefix: ''}, DeleteMarkerReplication: {Status: Disabled}"],
  },
  {
    code: "value-combination",
    name: "three processors on Fargate",
    text: one(
      "Batch::JobDefinition",
      "Type: container, PlatformCapabilities: [FARGATE], ContainerProperties: {Image: i, ExecutionRoleArn: r, ResourceRequirements: [{Type: VCPU, Value: «'3'»}, {Type: MEMORY, Value: '8192'}]}",
    ).replaceAll("'3'", "3"),
    says: /not valid/,
    mend: ["«3»", "4"],
  },
  {
    code: "value-combination",
    name: "a backup that has to end before it may begin",
    text: one(
      "Backup::BackupPlan",
      "BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: v, StartWindowMinutes: 120, CompletionWindowMinutes: «120»}]}",
    ),
    says: /at least 60 minutes greater/,
    mend: ["«120»", "180"],
  },
  {
    code: "schedule-expression",
    name: "a rate of a backup",
    text: one(
      "Backup::BackupPlan",
      "BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: v, ScheduleExpression: «rate(1 day)»}]}",
    ),
    says: /no rate here.*Invalid cron expression/,
    mend: ["«rate(1 day)»", "cron(0 5 ? * * *)"],
  },
  {
    code: "schedule-expression",
    name: "a rate of a crawler",
    text: one("Glue::Crawler", "Role: r, Targets: {}, Schedule: {ScheduleExpression: «rate(1 day)»}"),
    says: /Invalid schedule cron expression/,
    mend: ["«rate(1 day)»", "Cron(0 5 * * ? *)"],
  },
  {
    code: "record-set",
    name: "a name for several hosts",
    text: record("CNAME", "TTL: 60, «ResourceRecords»: [!GetAtt A.DNSName, b.example.com]"),
    says: /CNAME record has one value/,
    mend: ["«ResourceRecords»: [!GetAtt A.DNSName, b.example.com]", "ResourceRecords: [!GetAtt A.DNSName]"],
  },
  {
    code: "mismatched-resources",
    name: "an address that is a name",
    text: record("A", "TTL: 60, ResourceRecords: [«!GetAtt L.DNSName»]"),
    says: /ARRDATAIllegalIPv4Address/,
    mend: ["«!GetAtt L.DNSName»", "!GetAtt L.PublicIp"],
  },
  {
    code: "value-combination",
    name: "names of services by weights",
    text: one(
      "ServiceDiscovery::Service",
      "NamespaceId: n, DnsConfig: {RoutingPolicy: «MULTIVALUE», DnsRecords: [{Type: CNAME, TTL: 60}]}",
    ),
    says: /RoutingPolicy is WEIGHTED/,
    mend: ["«MULTIVALUE»", "WEIGHTED"],
  },
  {
    code: "value-combination",
    name: "a name beside an address",
    text: one(
      "ServiceDiscovery::Service",
      "NamespaceId: n, DnsConfig: {«DnsRecords»: [{Type: A, TTL: 60}, {Type: CNAME, TTL: 60}]}",
    ),
    says: /^DnsRecords has 1 item, not 2/,
    mend: ["«DnsRecords»: [{Type: A, TTL: 60}, {Type: CNAME, TTL: 60}]", "DnsRecords: [{Type: A, TTL: 60}]"],
  },
  {
    code: "mismatched-resources",
    name: "the time of a function at the edge",
    text: edge("Timeout: «10»"),
    says: /at most 5, not 10/,
    mend: ["«10»", "5"],
  },
  {
    code: "mismatched-resources",
    name: "instance types in both places",
    text: `Resources:
  T: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: t3.micro}}}
  N: {Type: AWS::EKS::Nodegroup, Properties: {LaunchTemplate: {Id: !Ref T}, InstanceTypes: «[t3.micro]»}}
`,
    says: /Cannot specify instance types in launch template and API request/,
    mend: ["InstanceType: t3.micro}", "ImageId: ami-0123456789abcdef0}"],
  },
  {
    code: "mismatched-resources",
    name: "a key that logs may describe only",
    text: key("kms:Describe*"),
    says: /does not let logs/,
    mend: ["kms:Describe*", "kms:Encrypt*"],
  },
  {
    code: "missing-depends-on",
    name: "a bucket's policy for another service",
    text: trail("«P»", "config.amazonaws.com"),
    says: /P does not allow s3:PutObject to cloudtrail.amazonaws.com.*Incorrect S3 bucket policy/,
    mend: ["config.amazonaws.com", "cloudtrail.amazonaws.com"],
  },
  {
    code: "missing-depends-on",
    name: "a model that is nowhere",
    text: method("«M»", ""),
    says: /Invalid model identifier specified/,
    mend: ["{Name: a}", "{Name: a, Body: {}}"],
  },
  {
    code: "mismatched-resources",
    name: "logs of a load balancer in a bucket with a key",
    text: `Resources:
  B: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: «aws:kms»}}]}}}
  L: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {LoadBalancerAttributes: [{Key: access_logs.s3.bucket, Value: !Ref B}]}}
`,
    says: /Please check S3bucket permission/,
    mend: ["«aws:kms»", "AES256"],
  },
  {
    code: "tag-list",
    name: "tags of a role in capitals",
    text: one("IAM::Role", "Tags: [{Key: cost, Value: a}, {Key: «Cost», Value: b}]"),
    says: /Tag keys are case insensitive/,
    mend: ["«Cost»", "Owner"],
  },
  {
    code: "container-definition",
    name: "a router without logs",
    text: one(
      "ECS::TaskDefinition",
      "ContainerDefinitions: [{Name: a, Image: a, Memory: 5, LogConfiguration: {LogDriver: json-file}}, {Name: b, Image: b, Memory: 5, «FirelensConfiguration»: {Type: fluentbit}}]",
    ),
    says: /awsfirelens log driver/,
    mend: ["LogDriver: json-file", "LogDriver: awsfirelens"],
  },
  {
    code: "service-token",
    name: "a function's name",
    text: `Resources:
  F: {Type: AWS::Lambda::Function}
  C: {Type: Custom::C, Properties: {ServiceToken: «!Ref F»}}
`,
    says: /use !GetAtt F.Arn/,
    mend: ["«!Ref F»", "!GetAtt F.Arn"],
  },
  {
    code: "service-token",
    name: "a role's ARN",
    text: `Resources:
  F: {Type: AWS::IAM::Role}
  C: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: «!GetAtt F.Arn»}}
`,
    says: /AWS::IAM::Role, which handles no requests/,
    mend: ["AWS::IAM::Role", "AWS::SNS::Topic"],
  },
  {
    code: "group-size",
    name: "a group by the defaults of parameters",
    text: `Parameters:
  Most: {Type: Number, Default: 1}
Resources:
  G: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: 2, MaxSize: «!Ref Most»}}
`,
    says: /^By default: MaxSize is below MinSize/,
    severity: "warning",
    mend: ["Default: 1", "Default: 2"],
  },
  {
    code: "invalid-id",
    name: "a name of which only a part is known",
    text: `Parameters:
  Stage: {Type: String}
Resources:
  B: {Type: AWS::S3::Bucket, Properties: {BucketName: «!Sub 'Data_\${Stage}'»}}
`,
    says: /Data_\$\{Stage\} is wrong whatever is filled in/,
    mend: ["Data_", "data-"],
  },
  {
    code: "invalid-resolved-value",
    name: "a name of which the schema takes no part",
    text: `Parameters:
  Stage: {Type: String}
Resources:
  L: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: «!Join [' ', [app, !Ref Stage]]»}}
`,
    says: /whatever is filled in/,
    mend: ["' '", "'/'"],
  },
  {
    code: "invalid-id",
    name: "an instance type of EC2's for a broker",
    text: one("MSK::Cluster", "BrokerNodeGroupInfo: {InstanceType: «m5.large»}"),
    says: /begins with kafka/,
    mend: ["«m5.large»", "kafka.m5.large"],
  },
  {
    code: "invalid-id",
    name: "an instance type of EC2's for a domain",
    text: one("OpenSearchService::Domain", "ClusterConfig: {InstanceType: «m6g.large»}"),
    says: /ends in .search/,
    mend: ["«m6g.large»", "m6g.large.search"],
  },
  {
    code: "invalid-id",
    name: "a managed rule by the name of its page",
    text: one("Config::ConfigRule", "Source: {Owner: AWS, SourceIdentifier: «s3-bucket-versioning-enabled»}"),
    says: /in capitals/,
    mend: ["«s3-bucket-versioning-enabled»", "S3_BUCKET_VERSIONING_ENABLED"],
  },
  {
    code: "value-combination",
    name: "backups in a quarter of an hour",
    text: one("RDS::DBInstance", "DBInstanceClass: db.t4g.micro, PreferredBackupWindow: «23:50-00:05»"),
    says: /lasts 15 minutes.*at least 30 minutes/,
    mend: ["«23:50-00:05»", "23:50-00:20"],
  },
  {
    code: "value-combination",
    name: "a replica without a key beside one with a key",
    text: one(
      "DynamoDB::GlobalTable",
      "BillingMode: PAY_PER_REQUEST, StreamSpecification: {StreamViewType: KEYS_ONLY}, «Replicas»: [{Region: eu-west-1, SSESpecification: {KMSMasterKeyId: a}}, {Region: us-east-1}]",
    ),
    says: /Either all replicas have a KMS key id specified/,
    mend: ["{Region: us-east-1}", "{Region: us-east-1, SSESpecification: {KMSMasterKeyId: b}}"],
  },
  {
    code: "value-combination",
    name: "a managed rule group by the name of the console",
    text: one(
      "WAFv2::WebACL",
      "Rules: [{Name: a, Priority: 1, OverrideAction: {None: {}}, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: «CommonRuleSet»}}}]",
    ),
    says: /WAFNonexistentItemException/,
    mend: ["«CommonRuleSet»", "AWSManagedRulesCommonRuleSet"],
  },
  {
    code: "value-combination",
    name: "a managed rule group that there was none of",
    text: one(
      "WAFv2::WebACL",
      "Rules: [{Name: a, Priority: 1, OverrideAction: {None: {}}, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: «AWSManagedRulesSqliRuleSet»}}}]",
    ),
    says: /WAFNonexistentItemException/,
    severity: "warning",
    mend: ["«AWSManagedRulesSqliRuleSet»", "AWSManagedRulesSQLiRuleSet"],
  },
  {
    code: "mismatched-resources",
    name: "a replica of a key of the stack",
    text: `Resources:
  K: {Type: AWS::KMS::Key, Properties: {MultiRegion: true}}
  R: {Type: AWS::KMS::ReplicaKey, Properties: {PrimaryKeyArn: «!GetAtt K.Arn»}}
`,
    says: /cannot have a replica because it contains the primary/,
    mend: ["«!GetAtt K.Arn»", "arn:aws:kms:us-east-1:123456789012:key/mrk-1"],
  },
  {
    code: "event-pattern",
    name: "a filter's value without a list",
    text: one("SNS::Subscription", "TopicArn: t, Protocol: sqs, Endpoint: e, FilterPolicy: {store: «example»}"),
    says: /"store" must be an object or an array/,
    mend: ["«example»", "[example]"],
  },
  {
    code: "event-pattern",
    name: "a filter of attributes with parts",
    text: one("SNS::Subscription", "TopicArn: t, Protocol: sqs, Endpoint: e, FilterPolicy: {«store»: {name: [a]}}"),
    says: /does not support nested filter policy/,
    severity: "warning",
    mend: ["FilterPolicy", "FilterPolicyScope: MessageBody, FilterPolicy"],
  },
  {
    code: "subnet-zones",
    name: "an endpoint in a subnet of another VPC",
    text: `Resources:
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  W: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  S: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V}}
  E: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcEndpointType: Interface, VpcId: «!Ref W», SubnetIds: [!Ref S], ServiceName: s}}
`,
    says: /E is in W, but S in V/,
    mend: ["«!Ref W»", "!Ref V"],
  },
  {
    code: "subnet-zones",
    name: "two zones of one default",
    text: `Parameters:
  A: {Type: 'AWS::EC2::AvailabilityZone::Name', Default: eu-west-1a}
  B: {Type: 'AWS::EC2::AvailabilityZone::Name', Default: eu-west-1a}
Resources:
  S: {Type: AWS::EC2::Subnet, Properties: {VpcId: v, AvailabilityZone: !Ref A}}
  T: {Type: AWS::EC2::Subnet, Properties: {VpcId: v, AvailabilityZone: !Ref B}}
  L: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [!Ref S, «!Ref T»]}}
`,
    says: /^By default: S and T are in the same/,
    severity: "warning",
    mend: [
      "B: {Type: 'AWS::EC2::AvailabilityZone::Name', Default: eu-west-1a}",
      "B: {Type: String, Default: eu-west-1b}",
    ],
  },
  {
    code: "mismatched-resources",
    name: "an alarm that tells a queue",
    text: `Resources:
  Q: {Type: AWS::SQS::Queue}
  A: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [«!GetAtt Q.Arn»]}}
`,
    says: /Unsupported AWS vendor sqs/,
    mend: ["AWS::SQS::Queue", "AWS::Lambda::Function"],
  },
  {
    code: "mismatched-resources",
    name: "a hook that tells a topic without a role",
    text: `Resources:
  T: {Type: AWS::SNS::Topic}
  H: {Type: AWS::AutoScaling::LifecycleHook, Properties: {NotificationTargetARN: «!Ref T»}}
`,
    says: /needs a RoleARN/,
    mend: ["«!Ref T»}", "!Ref T, RoleARN: arn:aws:iam::123456789012:role/r}"],
  },
  {
    code: "value-combination",
    name: "steps with a gap",
    text: one(
      "AutoScaling::ScalingPolicy",
      "PolicyType: StepScaling, AdjustmentType: ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: «20», ScalingAdjustment: 2}, {MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 1}]",
    ),
    says: /StepAdjustment intervals cannot have gaps between them/,
    mend: ["«20»", "10"],
  },
  {
    code: "duplicate-item",
    name: "one order twice",
    text: one(
      "Batch::JobQueue",
      "ComputeEnvironmentOrder: [{Order: 1, ComputeEnvironment: a}, {Order: «1», ComputeEnvironment: b}]",
    ),
    says: /Duplicate ComputeEnvironment order values/,
    mend: ["«1»", "2"],
  },
  {
    code: "missing-depends-on",
    name: "a client before the server of its scopes",
    text: `Resources:
  P: {Type: AWS::Cognito::UserPool}
  S: {Type: AWS::Cognito::UserPoolResourceServer, Properties: {UserPoolId: !Ref P, Identifier: orders}}
  «C»: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: !Ref P, AllowedOAuthScopes: [openid, orders/read]}}
`,
    says: /Invalid scope requested/,
    severity: "warning",
    mend: ["UserPoolClient,", "UserPoolClient, DependsOn: S,"],
  },
  {
    code: "value-combination",
    name: "a token that outlives the one that renews it",
    text: one(
      "Cognito::UserPoolClient",
      "UserPoolId: p, TokenValidityUnits: {AccessToken: hours, RefreshToken: hours}, AccessTokenValidity: 8, RefreshTokenValidity: «2»",
    ),
    says: /less than or equal to refresh token expiration times/,
    mend: ["«2»", "8"],
  },
  {
    code: "json-text",
    name: "a widget without properties",
    text: one("CloudWatch::Dashboard", `DashboardBody: '«{"widgets": [{"type": "text"}]}»'`),
    says: /Should have required property 'properties'/,
    mend: [`"text"}`, `"text", "properties": {"markdown": "a"}}`],
  },
  {
    code: "already-exists",
    name: "a name for a host beside a text",
    text: `Resources:
  C: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: z, Name: a.example.com, Type: CNAME, TTL: 1, ResourceRecords: [b.example.com]}}
  T: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: z, «Name»: a.example.com., Type: TXT, TTL: 1, ResourceRecords: ['"b"']}}
`,
    says: /conflicting RRSet of type CNAME/,
    mend: ["«Name»: a", "Name: t"],
  },
  {
    code: "template-limits",
    name: "more resources than SAM may make",
    text: `Transform: AWS::Serverless-2016-10-31
«Resources»:
${Array.from({ length: 170 }, (_, at) => `  F${at}: {Type: AWS::Serverless::Function, Properties: {CodeUri: s, Handler: a.b, Runtime: python3.12, Events: {A: {Type: Api, Properties: {Path: /${at}, Method: get}}}}}`).join("\n")}
`,
    says: /170 resources are at least 510/,
    mend: ["«Resources»:", "Globals: {Function: {Role: arn:aws:iam::123456789012:role/r}}\nResources:"],
  },
];

describe("failures that people report, and the templates that deploy", () => {
  checkRows(
    FAILURES.flatMap(({ code, name, text, says, severity = "error", mend: [from, to] }): readonly Row[] => [
      [code, name, text, says, severity],
      [code, `${name}, mended`, text.replace(from, to).replace(/«(.*?)»/, "$1")],
    ]),
  );
});
