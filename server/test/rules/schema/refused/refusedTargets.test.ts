import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const source = (service: string, others: string): string =>
  `{FunctionName: a, EventSourceArn: "arn:aws:${service}", ${others}}`;
const QUEUE = "sqs:us-east-1:123456789012:q";
const STREAM = "kinesis:us-east-1:123456789012:stream/s";
const record = (others: string): string => `{HostedZoneName: example.com., Name: a.example.com, ${others}}`;
const values = (type: string, value: string): string =>
  record(`Type: ${type}, TTL: "60", ResourceRecords: ['${value}']`);
const pipe = (from: string, to: string, others: string): string =>
  `{RoleArn: !Ref P, Source: "arn:aws:${from}", Target: "arn:aws:${to}"${others}}`;
const schedule = (target: string, others: string): string =>
  `{FlexibleTimeWindow: {Mode: "OFF"}, ScheduleExpression: rate(1 hour), Target: {RoleArn: !Ref P, Arn: "arn:aws:${target}"${others}}}`;
const task = (others: string): string => `{WindowId: !Ref P, Priority: 1, TaskArn: a, ${others}}`;
const TARGETS = "Targets: [{Key: WindowTargetIds, Values: [!Ref P]}]";
const acl = (statement: string): string =>
  `{Scope: REGIONAL, Capacity: 9, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: m}, Rules: [{Name: a, Priority: 1, Action: {Block: {}}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: m}, Statement: ${statement}}]}`;
const GEO = "GeoMatchStatement: {CountryCodes: [DE]}";
const bytes = (others: string): string =>
  `{ByteMatchStatement: {FieldToMatch: {UriPath: {}}, TextTransformations: [{Priority: 0, Type: NONE}], ${others}}}`;
const rule = (others: string): string => `{LifecycleConfiguration: {Rules: [{Status: Enabled, ${others}}]}}`;

describe("what sources, targets and records take", () => {
  checkRows([
    ...rows("value-combination", [
      ["Lambda::EventSourceMapping", source(QUEUE, "BatchSize: 5‹, «StartingPositionTimestamp»: 1¦›"), /can't be set/],
      [
        "Lambda::EventSourceMapping",
        source(QUEUE, "ProvisionedPollerConfig: {MinimumPollers: ‹«1»¦2›, MaximumPollers: 5}"),
        /is 2 to 200/,
      ],
      [
        "Lambda::EventSourceMapping",
        source(QUEUE, "ProvisionedPollerConfig: {MinimumPollers: 5, MaximumPollers: ‹«4»¦5›}"),
        /less than/,
      ],
      [
        "Lambda::EventSourceMapping",
        source(QUEUE, "ScalingConfig: {MaximumConcurrency: 5}‹, «ProvisionedPollerConfig»: {MinimumPollers: 5}¦›"),
        /does not support maximum concurrency/,
      ],
      [
        "Lambda::EventSourceMapping",
        source(STREAM, "StartingPosition: LATEST‹, «ProvisionedPollerConfig»: {MinimumPollers: 5}¦›"),
        /can't be set/,
      ],
      [
        "Lambda::EventSourceMapping",
        source(
          STREAM,
          'StartingPosition: LATEST, DestinationConfig: {OnFailure: {Destination: "‹«arn:aws:lambda:us-east-1:123456789012:function:f»¦arn:aws:s3:::b›"}}',
        ),
        /can't be/,
      ],
      [
        "Lambda::EventSourceMapping",
        source(QUEUE, "MetricsConfig: {Metrics: [‹«ErrorCount»¦EventCount›]}"),
        /can't be/,
      ],
      [
        "Lambda::EventSourceMapping",
        '{FunctionName: "‹«a b»¦a-b›", EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:q"}',
        /can't be a b/,
      ],
      [
        "Lambda::EventInvokeConfig",
        "{FunctionName: a, Qualifier: a, DestinationConfig: {‹OnSuccess¦OnFailure›: {Destination: '‹«¦›arn:aws:s3:::b‹»¦›'}}}",
        /is invalid/,
      ],
      [
        "SNS::Subscription",
        '{TopicArn: "arn:aws:sns:us-east-1:123456789012:t‹.fifo¦›", Protocol: ‹«lambda»¦lambda›, Endpoint: "arn:aws:lambda:us-east-1:123456789012:function:f"}',
        /Invalid protocol type/,
      ],
      [
        "SNS::Subscription",
        '{TopicArn: !Ref P, Protocol: sqs, Endpoint: "arn:aws:sqs:us-east-1:123456789012:q", ‹«FilterPolicy»¦FilterPolicy›: {a: [x], b: [x], c: [x], d: [x], e: [x]‹, f: [x]¦›}}',
        /more than 5 keys/,
      ],
      ["SQS::Queue", "{FifoQueue: true, DeduplicationScope: ‹«group»¦queue›}", /messageGroup or queue/],
      ["Route53::RecordSet", values("DS", "‹«1 4 5»¦1 4 5 6›"), /can't be/],
      [
        "Route53::RecordSet",
        record(
          "Type: A, SetIdentifier: a, Failover: PRIMARY, AliasTarget: {DNSName: a.example.net, HostedZoneId: Z1, EvaluateTargetHealth: ‹«false»¦true›}",
        ),
        /cannot be a primary/,
      ],
      [
        "Route53::RecordSet",
        record(
          "Type: A, AliasTarget: {DNSName: ‹«a.us-east-1.elb.amazonaws.com»¦a.cloudfront.net›, HostedZoneId: Z2FDTNDATAQYW2}",
        ),
        /within the target zone/,
      ],
      [
        "Route53::RecordSet",
        record(
          'Type: CNAME, TTL: "60", ResourceRecords: [b.example.com], SetIdentifier: a, ‹MultiValueAnswer: «true»¦Weight: 1›',
        ),
        /this type of RRSet/,
      ],
      ["Route53::HostedZone", '{Name: "‹«*.example.com»¦a.example.com›"}', /can't be/],
      [
        "Route53Resolver::FirewallRuleGroupAssociation",
        "{FirewallRuleGroupId: !Ref P, VpcId: !Ref P, Priority: ‹«100»¦101›}",
        /is 101 to 9899/,
      ],
      [
        "S3::Bucket",
        "{AccessControl: ‹«PublicRead»¦Private›, PublicAccessBlockConfiguration: {BlockPublicAcls: true}}",
        /cannot have public ACLs/,
      ],
      [
        "S3::Bucket",
        rule("ExpirationInDays: 9, ObjectSizeGreaterThan: 9, ObjectSizeLessThan: ‹«8»¦10›"),
        /greater than/,
      ],
      [
        "S3::Bucket",
        "{IntelligentTieringConfigurations: [{Id: a, Status: Enabled, Tierings: [{AccessTier: ARCHIVE_ACCESS, Days: 200}, {AccessTier: DEEP_ARCHIVE_ACCESS, Days: ‹«200»¦201›}]}]}",
        /201/,
      ],
      ["SSM::Association", "{Name: a, ScheduleExpression: ‹«rate(1 days)»¦rate(1 day)›}", /can't be/],
      ["SSM::Association", "{Name: a, ScheduleExpression: ‹«cron(0 2 ? * SUN)»¦cron(0 2 ? * SUN *)›}", /can't be/],
      [
        "SSM::MaintenanceWindow",
        "{Name: aaa, AllowUnassociatedTargets: false, Cutoff: 1, Duration: 2, Schedule: ‹«cron(0 2 * * SUN *)»¦cron(0 2 ? * SUN *)›}",
        /both a day-of-week/,
      ],
      [
        "SSM::MaintenanceWindowTask",
        `‹«Properties»¦Properties›: ${task(`TaskType: RUN_COMMAND‹¦, MaxConcurrency: "1", MaxErrors: "1", ${TARGETS}›`)}`,
        /must specify at least one/,
      ],
      [
        "SSM::MaintenanceWindowTask",
        `‹«Properties»¦Properties›: ${task(`TaskType: AUTOMATION, ${TARGETS}, MaxErrors: "1"‹¦, MaxConcurrency: "1"›`)}`,
        /MaxConcurrency is needed/,
      ],
      ["SSM::Parameter", "{Type: String, Value: a, Name: ‹«/a//b»¦/a/b›}", /can't be/],
      [
        "SecretsManager::RotationSchedule",
        "{SecretId: !Ref P, RotationLambdaARN: !Ref P, RotationRules: {AutomaticallyAfterDays: 9, Duration: ‹«25h»¦24h›}}",
        /can't be 25h/,
      ],
      ["Scheduler::Schedule", schedule(QUEUE, ", Input: a‹, «KinesisParameters»: {PartitionKey: a}¦›"), /can't be set/],
      [
        "Pipes::Pipe",
        pipe(
          STREAM,
          QUEUE,
          ", SourceParameters: {KinesisStreamParameters: {StartingPosition: LATEST, BatchSize: ‹«11»¦10›}}",
        ),
        /batch size/,
      ],
      [
        "Pipes::Pipe",
        pipe(QUEUE, QUEUE, "‹, SourceParameters: {«KinesisStreamParameters»: {StartingPosition: LATEST}}¦›"),
        /can't be set/,
      ],
      [
        "Pipes::Pipe",
        pipe(
          QUEUE,
          QUEUE,
          ", ‹«LogConfiguration»¦LogConfiguration›: {Level: ERROR‹¦, FirehoseLogDestination: {DeliveryStreamArn: !Ref P}›}",
        ),
        /at least 1 log destination/,
      ],
      [
        "RDS::DBProxy",
        "{DBProxyName: a, RoleArn: !Ref P, VpcSubnetIds: [!Ref P], EngineFamily: ‹POSTGRESQL¦SQLSERVER›, RequireTLS: true, Auth: [{IAMAuth: ‹«ENABLED»¦ENABLED›}]}",
        /can't be ENABLED/,
      ],
      [
        "WAFv2::RuleGroup",
        acl(`{NotStatement: {Statement: {‹«RateBasedStatement»: {Limit: 99, AggregateKeyType: IP}¦${GEO}›}}}`),
        /RateBasedStatement/,
      ],
      [
        "WAFv2::RuleGroup",
        acl(bytes("PositionalConstraint: CONTAINS_WORD, SearchString: ‹«a/b»¦a_b›")),
        /can't be a\/b/,
      ],
      ["WAFv2::RuleGroup", acl("{GeoMatchStatement: {CountryCodes: [‹«UK»¦GB›]}}"), /can't be UK/],
      [
        "WAFv2::LoggingConfiguration",
        '{ResourceArn: !Ref P, LogDestinationConfigs: ["‹«arn:aws:s3:::logs»¦arn:aws:s3:::aws-waf-logs-a›"]}',
        /ARN isn't valid/,
      ],
      [
        "StepFunctions::StateMachine",
        '{RoleArn: !Ref P, DefinitionString: "{}", StateMachineName: ‹«注文»¦a›, LoggingConfiguration: {Level: ALL, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !Ref P}}]}}',
        /Invalid Logging/,
      ],
      [
        "Logs::LogGroup",
        '{DataProtectionPolicy: {Version: "‹«2012-10-17»¦2021-06-01›", Statement: [{}, {}]}}',
        /2021-06-01/,
      ],
    ]),
    ...rows("property-combination", [
      [
        "S3::Bucket",
        rule(
          "‹«Transitions»¦Transitions›: [{StorageClass: GLACIER, TransitionInDays: 9}]‹, Transition: {StorageClass: GLACIER, TransitionInDays: 99}¦›",
        ),
        /Both Transition and Transitions/,
      ],
      [
        "WAFv2::RuleGroup",
        acl(bytes("PositionalConstraint: EXACTLY, SearchString: a‹, «SearchStringBase64»: YQ==¦›")),
        /only one of/,
      ],
    ]),
    ...rows("invalid-id", [
      [
        "Route53Resolver::ResolverRule",
        "{RuleType: FORWARD, DomainName: a.example.com, ResolverEndpointId: !Ref P, TargetIps: [{Ip: ‹«10.0.0.300»¦10.0.0.30›}]}",
        /an IPv4 address/,
      ],
      [
        "Logs::MetricFilter",
        "{LogGroupName: a, FilterPattern: '‹«{ $.a = 1»¦{ $.a = 1 }›', MetricTransformations: []}",
        /closed/,
      ],
      [
        "S3::Bucket",
        "{NotificationConfiguration: {TopicConfigurations: [{Topic: !Ref P, Event: '‹«s3:ObjectCreated:All»¦s3:ObjectCreated:*›'}]}}",
        /not supported for notifications/,
      ],
    ]),
    ...rows("duplicate-item", [
      [
        "WAFv2::RuleGroup",
        acl(
          "{ByteMatchStatement: {SearchString: a, PositionalConstraint: EXACTLY, FieldToMatch: {UriPath: {}}, TextTransformations: [{Priority: 0, Type: URL_DECODE}, {Priority: ‹«0»¦1›, Type: LOWERCASE}]}}",
        ),
        /Priority/,
      ],
    ]),
  ]);
});
