import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const steps = (list: string): string =>
  `{AutoScalingGroupName: g, PolicyType: StepScaling, AdjustmentType: ChangeInCapacity, ${list}}`;
const tracking = (rest: string): string =>
  `{AutoScalingGroupName: g, PolicyType: TargetTrackingScaling, TargetTrackingConfiguration: {${rest}}}`;
const group = (rest: string): string =>
  `{MinSize: "1", MaxSize: "3", VPCZoneIdentifier: !Ref P, LaunchTemplate: {LaunchTemplateId: !Ref P, Version: "1"}, ${rest}}`;
const mixed = (overrides: string, distribution = ""): string =>
  `{MinSize: "1", MaxSize: "3", VPCZoneIdentifier: !Ref P, MixedInstancesPolicy: {${distribution}LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref P, Version: "1"}, ${overrides}}}}`;
const action = (rest: string): string => `{AutoScalingGroupName: g, MinSize: 1, ${rest}}`;
const SIZE = "ResourceRequirements: [{Type: VCPU, Value: '1'}, {Type: MEMORY, Value: '2048'}]";
const job = (container: string, rest = ""): string =>
  `{Type: container, ${rest}ContainerProperties: {Image: alpine, ${container}}}`;
const onFargate = (container: string): string =>
  job(`ExecutionRoleArn: !Ref P, ${container}${SIZE}`, "PlatformCapabilities: [FARGATE], ");
const headers = (rest: string): string => `{ResponseHeadersPolicyConfig: {Name: p, ${rest}}}`;
const alarm = (rest: string): string => `{EvaluationPeriods: 1, ${rest}}`;
const query = (id: string): string =>
  `{Id: ${id}, MetricStat: {Metric: {Namespace: n, MetricName: m}, Period: 60, Stat: Sum}}`;
const client = (rest: string): string => `{UserPoolId: !Ref P, ${rest}}`;
const guardrail = (rest: string): string =>
  `{Name: g, BlockedInputMessaging: Sorry, BlockedOutputsMessaging: Sorry${rest}}`;

checkRows([
  ...rows("value-combination", [
    [
      "AutoScaling::ScalingPolicy",
      steps(
        "StepAdjustments: [{ScalingAdjustment: 1, MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10}, {ScalingAdjustment: 2, MetricIntervalLowerBound: ‹«5»¦10›}]",
      ),
      /overlaps with another one: each has to begin where the one before ends/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      steps(
        "«StepAdjustments»: [{ScalingAdjustment: -1, MetricIntervalUpperBound: 0‹¦, MetricIntervalLowerBound: -10›}, {ScalingAdjustment: -2, MetricIntervalUpperBound: -10}]",
      ),
      /only one may be without MetricIntervalLowerBound/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      steps(
        "StepAdjustments: [{ScalingAdjustment: 1, MetricIntervalLowerBound: ‹«10»¦0›, MetricIntervalUpperBound: 5}, {ScalingAdjustment: 2, MetricIntervalLowerBound: 5}]",
      ),
      /^MetricIntervalLowerBound must be less than MetricIntervalUpperBound\.$/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      steps(
        "«StepAdjustments»: [{ScalingAdjustment: 1, MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10}‹¦, {ScalingAdjustment: 2, MetricIntervalLowerBound: 10}›]",
      ),
      /add a range without MetricIntervalUpperBound/,
    ],
    [
      "ApplicationAutoScaling::ScalingPolicy",
      "{PolicyName: p, PolicyType: StepScaling, ScalingTargetId: !Ref P, StepScalingPolicyConfiguration: {AdjustmentType: ChangeInCapacity, «StepAdjustments»: [{ScalingAdjustment: -1, MetricIntervalLowerBound: -10, MetricIntervalUpperBound: 0}‹¦, {ScalingAdjustment: -2, MetricIntervalUpperBound: -10}›]}}",
      /add a range without MetricIntervalLowerBound/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      tracking(
        "TargetValue: ‹«0»¦50›, PredefinedMetricSpecification: {PredefinedMetricType: ASGAverageCPUUtilization}",
      ),
      /Target value must be between/,
    ],
    [
      "AutoScaling::ScalingPolicy",
      tracking(
        "TargetValue: 1, CustomizedMetricSpecification: {Namespace: n, MetricName: m, Statistic: Sum, Period: ‹«300»¦60›}",
      ),
      /metric period greater than 60 isn't supported/,
    ],
    [
      "AutoScaling::AutoScalingGroup",
      group('HealthCheckType: "‹«EC2,ELB»¦ELB›"'),
      /in addition to other health check types/,
    ],
    [
      "AutoScaling::AutoScalingGroup",
      group("InstanceMaintenancePolicy: {MinHealthyPercentage: ‹«90»¦100›, MaxHealthyPercentage: 200}"),
      /must be less than or equal to 100/,
    ],
    [
      "AutoScaling::AutoScalingGroup",
      mixed(
        "Overrides: [{InstanceType: t3.micro, WeightedCapacity: '1'}, {InstanceType: t3.small‹¦, WeightedCapacity: '2'›}]",
      ).replace("LaunchTemplate:", "«LaunchTemplate»:"),
      /Not all instance types have a defined WeightedCapacity/,
    ],
    [
      "AutoScaling::AutoScalingGroup",
      mixed(
        "Overrides: [{InstanceRequirements: {VCpuCount: {Min: 2}, MemoryMiB: {Min: 4096}}}]",
        "InstancesDistribution: {OnDemandAllocationStrategy: ‹«prioritized»¦lowest-price›}, ",
      ),
      /not compatible with instance requirements/,
    ],
    [
      "AutoScaling::ScheduledAction",
      `«Properties»: ${action("EndTime: '2030-01-01T00:00:00Z'‹¦, StartTime: '2029-01-01T00:00:00Z'›")}`,
      /Scheduled start time must be specified/,
    ],
    [
      "AutoScaling::ScheduledAction",
      action("StartTime: '2029-01-01T00:00:00Z', EndTime: '‹«2028-01-01T00:00:00Z»¦2030-01-01T00:00:00Z›'"),
      /EndTime must be later than StartTime/,
    ],
    ["Batch::JobDefinition", onFargate("Privileged: ‹«true»¦false›, "), /Privileged can't be true/],
    ["Batch::JobDefinition", onFargate("EphemeralStorage: {SizeInGiB: ‹«20»¦21›}, "), /SizeInGiB is 21 to 200/],
    [
      "Batch::JobDefinition",
      job(`Vcpus: ‹«1», ${SIZE}¦1, Memory: 512›`),
      /Cannot use both ECS containerProperties vcpus/,
    ],
    [
      "Batch::JobDefinition",
      job(SIZE, "RetryStrategy: {Attempts: ‹«11»¦10›}, "),
      /RetryAttempts must be between 1 and 10/,
    ],
    [
      "Batch::JobDefinition",
      job(
        `LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: g, ‹«awslogs-prefix»¦awslogs-stream-prefix›: a}}, ${SIZE}`,
      ),
      /awslogs disallows options/,
    ],
    [
      "CloudFront::ResponseHeadersPolicy",
      headers(
        "CustomHeadersConfig: {Items: [{Header: ‹«Strict-Transport-Security»¦X-Robots-Tag›, Value: a, Override: true}]}",
      ),
      /header and cannot be set as custom header”\): use SecurityHeadersConfig/,
    ],
    [
      "CloudFront::ResponseHeadersPolicy",
      headers("RemoveHeadersConfig: {Items: [{Header: ‹«Via»¦X-Frame-Options›}]}"),
      /Header can't be Via/,
    ],
    [
      "CloudFront::Function",
      "{Name: f, FunctionCode: x, FunctionConfig: {Comment: c, Runtime: cloudfront-js-‹1¦2›.0, «KeyValueStoreAssociations»: [{KeyValueStoreARN: !Ref P}]}}",
      /runtime and later support KeyValueStore associations/,
    ],
    [
      "CloudWatch::Alarm",
      alarm(
        `ComparisonOperator: GreaterThanUpperThreshold, ThresholdMetricId: ‹«band»¦e1›, Metrics: [${query("m1")}, {Id: e1, Expression: 'ANOMALY_DETECTION_BAND(m1, 2)'}]`,
      ),
      /exactly one metric matching the ThresholdMetricId/,
    ],
    [
      "Cognito::UserPoolClient",
      client(
        "CallbackURLs: ['https://a.example/done'], DefaultRedirectURI: '‹«https://a.example/»¦https://a.example/done›'",
      ),
      /is not in the callback URIs list/,
    ],
    [
      "Cognito::UserPool",
      "{EmailVerificationMessage: '‹«Code: {code}»¦Code: {####}›'}",
      /must satisfy regular expression pattern/,
    ],
    [
      "AppSync::ApiKey",
      "{ApiId: !Ref P, Expires: ‹«604800»¦1900000000›}",
      /minimum of 1 days”\): it is a point in time/,
    ],
    [
      "AppSync::Api",
      "{Name: a, EventConfig: {AuthProviders: [{AuthType: API_KEY}], ConnectionAuthModes: [{AuthType: ‹«AWS_IAM»¦API_KEY›}], DefaultPublishAuthModes: [{AuthType: API_KEY}], DefaultSubscribeAuthModes: [{AuthType: API_KEY}]}}",
      /AWS_IAM is not among EventConfig/,
    ],
    [
      "Bedrock::Guardrail",
      guardrail(
        ", ContentPolicyConfig: {FiltersConfig: [{Type: PROMPT_ATTACK, InputStrength: HIGH, OutputStrength: ‹«HIGH»¦NONE›}]}",
      ),
      /strength for response must be NONE/,
    ],
  ]),
  ...rows("property-combination", [
    [
      "Bedrock::Guardrail",
      `«Properties»: ${guardrail("‹¦, WordPolicyConfig: {WordsConfig: [{Text: a}]}›")}`,
      /at least one policy/,
    ],
    [
      "AppSync::FunctionConfiguration",
      "{ApiId: !Ref P, DataSourceName: d, Name: f, Runtime: {Name: APPSYNC_JS, RuntimeVersion: 1.0.0}, Code: x‹, «RequestMappingTemplate»: y¦›}",
      /can not be supplied with provided function runtime/,
    ],
  ]),
  ...rows("duplicate-item", [
    [
      "AutoScaling::AutoScalingGroup",
      mixed("Overrides: [{InstanceType: t3.micro}, {InstanceType: ‹«t3.micro»¦t3.small›}]"),
      /Cannot add same instance type override/,
    ],
  ]),
  ...rows("invalid-id", [
    [
      "Cognito::UserPoolDomain",
      "{UserPoolId: !Ref P, Domain: ‹«my-aws-app»¦awsome-laws›}",
      /without the words aws, amazon and cognito/,
    ],
    ["AutoScaling::ScheduledAction", action("Recurrence: ‹«0 25 * * *»¦0 23 * * *›"), /within their ranges/],
    ["AutoScaling::ScheduledAction", action("Recurrence: 0 7 * * *, TimeZone: ‹«JST»¦Asia/Tokyo›"), /IANA Time Zone/],
    [
      "ApiGateway::Resource",
      "{RestApiId: !Ref P, ParentId: !Ref P, PathPart: '‹«order-{id}»¦{id}›'}",
      /braces at its beginning and end only/,
    ],
  ]),
]);
