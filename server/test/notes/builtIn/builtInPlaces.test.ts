import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { withCaret } from "../../marked.ts";
import { builtInIndex } from "./builtInIndex.ts";

const INDEXES = { en: builtInIndex("en"), ja: builtInIndex("ja") } as const;

/** A place in a template, the topic whose note must come first there, and topics whose notes must follow somewhere. */
type Row = readonly [source: string, first: string | undefined, ...others: string[]];

function check([source, first, ...others]: Row): void {
  for (const language of ["en", "ja"] as const) {
    it(`${language}: ${source.trim().replace(/\s+/g, " ")}`, () => {
      const { text, offset } = withCaret(source);
      const focus = focusAt(parse(text), offset);
      const found = focus === undefined ? [] : INDEXES[language].at(focus);
      const ids = found.map(({ note }) => note.topicIds);
      if (first === undefined)
        assert.deepEqual(
          found.map(({ note }) => note.title),
          [],
        );
      else assert.ok(ids[0]?.includes(first), `found ${found.map(({ note }) => note.title).join(", ") || "nothing"}`);
      for (const id of others)
        assert.ok(
          ids.some((own) => own.includes(id)),
          `${id} is missing`,
        );
    });
  }
}

const indented = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => " ".repeat(by) + line)
    .join("\n");

/** A template whose only resource has that type and these lines. */
const resource = (type: string, body: string): string => `Resources:\n  It:\n    Type: ${type}\n${indented(body, 4)}\n`;

const properties = (type: string, lines: string): string => resource(type, `Properties:\n${indented(lines, 2)}`);

const record = (lines: string): string => properties("AWS::Route53::RecordSet", lines);

const recordInGroup = (lines: string): string =>
  properties("AWS::Route53::RecordSetGroup", `RecordSets:\n  - Name: x\n${indented(lines, 4)}`);

const healthCheck = (lines: string): string =>
  properties("AWS::Route53::HealthCheck", `HealthCheckConfig:\n${indented(lines, 2)}`);

const distribution = (lines: string): string =>
  properties("AWS::CloudFront::Distribution", `DistributionConfig:\n${indented(lines, 2)}`);

const classic = (lines: string): string => properties("AWS::ElasticLoadBalancing::LoadBalancer", lines);
const loadBalancer = (lines: string): string => properties("AWS::ElasticLoadBalancingV2::LoadBalancer", lines);
const attribute = (key: string): string =>
  loadBalancer(`LoadBalancerAttributes:\n  - Key: <|>${key}\n    Value: "true"`);
const targetGroupAttribute = (key: string): string =>
  properties("AWS::ElasticLoadBalancingV2::TargetGroup", `TargetGroupAttributes:\n  - Key: <|>${key}\n    Value: "60"`);

const alarm = (metric: string): string => properties("AWS::CloudWatch::Alarm", `MetricName: <|>${metric}`);

const group = (lines: string): string => resource("AWS::AutoScaling::AutoScalingGroup", lines);

const creationPolicy = (lines: string): string => group(`CreationPolicy:\n${indented(lines, 2)}`);

const rollingUpdate = (lines: string): string =>
  group(`UpdatePolicy:\n  AutoScalingRollingUpdate:\n${indented(lines, 4)}`);

const suspended = (process: string): string => rollingUpdate(`SuspendProcesses:\n  - <|>${process}`);

const script = (lines: string): string =>
  properties("AWS::EC2::Instance", `UserData:\n  Fn::Base64: !Sub |\n    #!/bin/bash\n${indented(lines, 4)}`);

const init = (lines: string): string =>
  resource("AWS::EC2::Instance", `Metadata:\n  AWS::CloudFormation::Init:\n${indented(lines, 4)}`);

const option = (line: string): string =>
  properties("AWS::ElasticBeanstalk::Environment", `OptionSettings:\n  - ${line}\n    Value: "true"`);

const ROUTE_53: readonly Row[] = [
  [resource("<|>AWS::Route53::RecordSet", ""), "route53-auto-scaling"],
  [resource("<|>AWS::Route53::RecordSetGroup", ""), "route53-auto-scaling"],
  [resource("<|>AWS::Route53::HostedZone", ""), "route53"],
  [record("<|>Type: A"), "record-types"],
  ...["A", "AAAA", "CNAME", "MX", "NS", "SOA"].flatMap((type): Row[] => [
    [record(`Type: <|>${type}`), `record-${type.toLowerCase()}`],
    [recordInGroup(`Type: <|>${type}`), `record-${type.toLowerCase()}`],
  ]),
  [record("Type: <|>TXT"), "record-other"],
  [record("<|>AliasTarget:\n  DNSName: x"), "record-alias"],
  [recordInGroup("<|>AliasTarget:\n  DNSName: x"), "record-alias"],
  [record("AliasTarget:\n  <|>HostedZoneId: x"), "record-alias"],
  [record("AliasTarget:\n  <|>EvaluateTargetHealth: true"), "evaluate-target-health"],
  [record("AliasTarget:\n  EvaluateTargetHealth: <|>true"), "evaluate-target-health"],
  [recordInGroup("AliasTarget:\n  <|>EvaluateTargetHealth: true"), "evaluate-target-health"],
  [record("<|>Region: eu-west-1"), "latency-routing"],
  [record("Region: eu-west<|>-1"), "latency-routing"],
  [recordInGroup("<|>Region: eu-west-1"), "latency-routing"],
  [record("<|>Failover: PRIMARY"), "failover-routing"],
  [record("Failover: <|>PRIMARY"), "failover-routing"],
  [record("Failover: <|>SECONDARY"), "failover-routing"],
  [record("<|>Weight: 10"), "weighted-routing", "routing-policies"],
  [record("<|>GeoProximityLocation: {}"), "geoproximity-routing", "routing-policies"],
  [record("<|>HealthCheckId: x"), "health-checks"],
  [resource("<|>AWS::Route53::HealthCheck", ""), "health-checks"],
  [healthCheck("<|>Type: HTTP"), "health-checks"],
  ...["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP"].map(
    (type): Row => [healthCheck(`Type: <|>${type}`), "health-check-endpoint"],
  ),
  [healthCheck("Type: <|>CALCULATED"), "health-check-calculated"],
  [healthCheck("<|>ChildHealthChecks: []"), "health-check-calculated"],
  [healthCheck("<|>HealthThreshold: 2"), "health-check-calculated"],
  [healthCheck("Type: <|>CLOUDWATCH_METRIC"), "health-check-alarm"],
  [healthCheck("<|>AlarmIdentifier:\n  Name: x"), "health-check-alarm"],
  [healthCheck("AlarmIdentifier:\n  <|>Name: x"), "health-check-alarm"],
  [healthCheck("Type: <|>RECOVERY_CONTROL"), "health-check-routing-control"],
];

const CLOUDFRONT: readonly Row[] = [
  [resource("<|>AWS::CloudFront::Distribution", ""), "cloudfront"],
  [distribution("DefaultCacheBehavior:\n  ForwardedValues:\n    <|>QueryString: true"), "cache-query-strings"],
  [distribution("CacheBehaviors:\n  - ForwardedValues:\n      <|>QueryStringCacheKeys: [a]"), "cache-query-strings"],
  [distribution("DefaultCacheBehavior:\n  <|>DefaultTTL: 60"), "cache-ttl", "cache-hit-ratio"],
  [distribution("DefaultCacheBehavior:\n  <|>MaxTTL: 60"), "cache-ttl"],
  [distribution("CacheBehaviors:\n  - <|>MinTTL: 60"), "cache-ttl"],
  [
    properties(
      "AWS::CloudFront::CachePolicy",
      "CachePolicyConfig:\n  ParametersInCacheKeyAndForwardedToOrigin:\n    <|>QueryStringsConfig:\n      QueryStringBehavior: none",
    ),
    "cache-query-strings",
  ],
  [properties("AWS::CloudFront::CachePolicy", "CachePolicyConfig:\n  <|>DefaultTTL: 60"), "cache-ttl"],
  [script("aws cloudfront <|>create-invalidation --distribution-id X --paths '/*'"), "cloudfront-invalidation"],
  [
    properties(
      "AWS::CodeBuild::Project",
      "Source:\n  BuildSpec: |\n    phases:\n      build:\n        commands:\n          - aws cloudfront <|>create-invalidation --paths '/*'",
    ),
    "cloudfront-invalidation",
  ],
  [
    properties(
      "AWS::Lambda::Function",
      "Code:\n  ZipFile: |\n    import os\n    os.system('aws cloudfront <|>create-invalidation --paths /*')",
    ),
    "cloudfront-invalidation",
  ],
  [distribution("Origins:\n  - <|>CustomOriginConfig:\n      HTTPPort: 80"), "cloudfront-origin-certificate"],
  [
    distribution("Origins:\n  - CustomOriginConfig:\n      <|>OriginProtocolPolicy: https-only"),
    "cloudfront-origin-certificate",
  ],
  [resource("<|>AWS::EC2::EnclaveCertificateIamRoleAssociation", ""), "cloudfront-origin-certificate"],
  [properties("AWS::EC2::Instance", "<|>EnclaveOptions:\n  Enabled: true"), "cloudfront-origin-certificate"],
  [
    properties("AWS::EC2::LaunchTemplate", "LaunchTemplateData:\n  <|>EnclaveOptions:\n    Enabled: true"),
    "cloudfront-origin-certificate",
  ],
  [distribution("<|>ViewerCertificate:\n  AcmCertificateArn: x"), "cloudfront-viewer-certificate"],
  [distribution("ViewerCertificate:\n  <|>AcmCertificateArn: x"), "cloudfront-viewer-certificate"],
];

const LOAD_BALANCING: readonly Row[] = [
  [resource("<|>AWS::ElasticLoadBalancing::LoadBalancer", ""), "elastic-load-balancing"],
  [resource("<|>AWS::ElasticLoadBalancingV2::LoadBalancer", ""), "elastic-load-balancing"],
  [loadBalancer("Type: <|>network"), "nlb"],
  [attribute("routing.http.xff_header_processing.mode"), "x-forwarded-for"],
  [attribute("routing.http.xff_client_port.enabled"), "x-forwarded-for"],
  [
    properties(
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      "Conditions:\n  - Field: http-header\n    HttpHeaderConfig:\n      HttpHeaderName: <|>X-Forwarded-For",
    ),
    "x-forwarded-for",
  ],
  [script('LogFormat "%{X-<|>Forwarded-For}i %h" combined'), "x-forwarded-for"],
  [classic("<|>AppCookieStickinessPolicy:\n  - CookieName: x"), "sticky-sessions"],
  [classic("<|>LBCookieStickinessPolicy:\n  - PolicyName: x"), "sticky-sessions"],
  [targetGroupAttribute("stickiness.enabled"), "sticky-sessions"],
  [targetGroupAttribute("stickiness.lb_cookie.duration_seconds"), "sticky-sessions"],
  [classic("<|>ConnectionDrainingPolicy:\n  Enabled: true"), "connection-draining"],
  [classic("ConnectionDrainingPolicy:\n  <|>Enabled: true"), "connection-draining"],
  [classic("ConnectionDrainingPolicy:\n  <|>Timeout: 60"), "connection-draining"],
  [classic("ConnectionDrainingPolicy:\n  Timeout: <|>60"), "connection-draining"],
  [targetGroupAttribute("deregistration_delay.timeout_seconds"), "deregistration-delay", "connection-draining"],
  [classic("<|>AccessLoggingPolicy:\n  Enabled: true"), "elb-access-logs"],
  [attribute("access_logs.s3.enabled"), "elb-access-logs"],
  [attribute("access_logs.s3.bucket"), "elb-access-logs"],
  [classic("<|>Policies:\n  - PolicyType: SSLNegotiationPolicyType"), "ssl-policy"],
  [classic("Policies:\n  - PolicyType: <|>SSLNegotiationPolicyType"), "ssl-policy"],
  [
    classic(
      "Policies:\n  - PolicyType: SSLNegotiationPolicyType\n    Attributes:\n      - Name: <|>Server-Defined-Cipher-Order\n        Value: 'true'",
    ),
    "ssl-policy",
  ],
  [properties("AWS::ElasticLoadBalancingV2::Listener", "<|>SslPolicy: x"), "ssl-policy"],
  [classic("<|>Scheme: internal"), "two-tier"],
  [loadBalancer("Scheme: <|>internal"), "two-tier"],
  [loadBalancer("Scheme: internet-<|>facing"), "two-tier"],
];

const METRICS: readonly Row[] = [
  [alarm("HTTPCode_Backend_4XX"), "backend-4xx", "http-code-metrics"],
  [alarm("HTTPCode_Target_4XX_Count"), "backend-4xx"],
  [alarm("HTTPCode_Backend_5XX"), "backend-5xx"],
  [alarm("HTTPCode_Target_5XX_Count"), "backend-5xx"],
  [alarm("HTTPCode_ELB_4XX"), "elb-4xx"],
  [alarm("HTTPCode_ELB_4XX_Count"), "elb-4xx"],
  [alarm("HTTPCode_ELB_5XX"), "elb-5xx"],
  [alarm("HTTPCode_ELB_5XX_Count"), "elb-5xx"],
  [alarm("HTTPCode_Target_2XX_Count"), "http-code-metrics"],
  [alarm("SurgeQueueLength"), "surge-queue-length"],
  [alarm("SpilloverCount"), "spillover-count"],
  [alarm("RequestCount"), "request-count"],
  [alarm("UnHealthyHostCount"), "unhealthy-host-count"],
  [
    properties(
      "AWS::CloudWatch::Alarm",
      "Metrics:\n  - MetricStat:\n      Metric:\n        MetricName: <|>SpilloverCount",
    ),
    "spillover-count",
  ],
  [
    properties(
      "AWS::CloudWatch::Dashboard",
      `DashboardBody: !Sub |\n  {"widgets": [{"metrics": [["AWS/ELB", "Surge<|>QueueLength"]]}]}`,
    ),
    "surge-queue-length",
  ],
  [
    properties(
      "AWS::CloudWatch::Dashboard",
      `DashboardBody: '{"widgets": [{"metrics": [["AWS/ELB", "HTTPCode_<|>ELB_5XX"]]}]}'`,
    ),
    "elb-5xx",
  ],
  [alarm("CPUUtilization"), "alarm-metric"],
];

const AUTO_SCALING: readonly Row[] = [
  [resource("<|>AWS::AutoScaling::AutoScalingGroup", ""), "auto-scaling"],
  [group("Properties:\n  <|>AvailabilityZones: []"), "auto-scaling"],
  [group("Properties:\n  <|>VPCZoneIdentifier: []"), "asg-sizes", "auto-scaling"],
  [resource("<|>AWS::AutoScaling::ScalingPolicy", ""), "instance-warmup"],
  [properties("AWS::AutoScaling::ScalingPolicy", "<|>EstimatedInstanceWarmup: 60"), "instance-warmup"],
  [group("Properties:\n  <|>DefaultInstanceWarmup: 60"), "instance-warmup"],
  [rollingUpdate("<|>SuspendProcesses: []"), "suspend-processes"],
  [suspended("AddToLoadBalancer"), "process-add-to-load-balancer"],
  [suspended("Launch"), "process-launch"],
  [suspended("Terminate"), "process-terminate"],
  [suspended("AlarmNotification"), "process-alarm-notification"],
  [suspended("AZRebalance"), "process-az-rebalance"],
  [suspended("HealthCheck"), "process-health-check"],
  [suspended("InstanceRefresh"), "process-instance-refresh"],
  [suspended("ReplaceUnhealthy"), "process-replace-unhealthy"],
  [suspended("ScheduledActions"), "process-scheduled-actions"],
];

const SERVICES: readonly Row[] = [
  [resource("<|>AWS::ElasticBeanstalk::Environment", ""), "beanstalk", "choosing-a-service", "built-on-cloudformation"],
  [resource("<|>AWS::ElasticBeanstalk::Application", ""), "beanstalk"],
  [resource("<|>AWS::ElasticBeanstalk::ApplicationVersion", ""), "beanstalk", "choosing-a-service"],
  ...["OpsWorks::Stack", "OpsWorks::Layer", "OpsWorks::UserProfile", "OpsWorksCM::Server"].map(
    (type): Row => [resource(`<|>AWS::${type}`, ""), "opsworks", "choosing-a-service"],
  ),
  [option("Namespace: <|>aws:elasticbeanstalk:hostmanager"), "beanstalk-log-rotation"],
  [option("OptionName: <|>LogPublicationControl"), "beanstalk-log-rotation"],
  [option("Namespace: <|>aws:elasticbeanstalk:cloudwatch:logs"), "beanstalk-log-streaming"],
  [option("OptionName: <|>StreamLogs"), "beanstalk-log-streaming"],
  [script("eb <|>logs --all"), "beanstalk-logs"],
  ["Transform: <|>AWS::Serverless-2016-10-31\nResources: {}\n", "sam"],
  ["Transform:\n  - <|>AWS::Serverless-2016-10-31\nResources: {}\n", "sam"],
  [resource("<|>AWS::Serverless::Function", ""), "sam", "built-on-cloudformation"],
];

const TEMPLATE: readonly Row[] = [
  ["<|>AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", "section-awstemplateformatversion", "rollback"],
  ...[
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Transform",
    "Resources",
    "Outputs",
    "Hooks",
  ].map((key): Row => [`AWSTemplateFormatVersion: '2010-09-09'\n<|>${key}:\n  X: y\n`, `section-${key.toLowerCase()}`]),
  [resource("<|>AWS::CloudFormation::Stack", ""), "nested-stacks", "rollback", "drift", "cloudformation"],
  [resource("<|>AWS::CloudFormation::Macro", ""), "section-transform", "drift"],
  [resource("<|>AWS::CloudFormation::CustomResource", ""), "custom-resources", "drift"],
  [resource("<|>Custom::Cleanup", ""), "custom-resources"],
  [resource("<|>AWS::CloudFormation::StackSet", ""), "stack-sets"],
  [resource("<|>AWS::CloudFormation::TypeActivation", ""), "registry"],
  [script("aws cloudformation create-stack --stack-name x <|>--on-failure DO_NOTHING"), "rollback"],
  [properties("Custom::Deployment", "OnFailure: x\nText: On<|>Failure"), "rollback"],
  [resource("AWS::S3::Bucket", "<|>Condition: X"), "section-conditions"],
  ["Outputs:\n  X:\n    Value: 1\n    <|>Export:\n      Name: x\n", "export"],
  ["Outputs:\n  X:\n    Value: !<|>FindInMap [A, B, C]\n", "find-in-map"],
  ["Outputs:\n  X:\n    Value:\n      <|>Fn::FindInMap: [A, B, C]\n", "find-in-map"],
  ["Outputs:\n  X:\n    Value: !<|>ImportValue x\n", "import-value"],
  ["Outputs:\n  X:\n    Value: !<|>GetStackOutput {StackName: a}\n", "get-stack-output", "cross-stack-references"],
  ["Outputs:\n  X:\n    Value: !<|>If [A, B, C]\n", "condition-functions"],
  ["Outputs:\n  X:\n    Value: !<|>Ref A\n", "fn-ref", "dependencies"],
  ["Outputs:\n  X:\n    Value: !Ref AWS::<|>Region\n", "pseudo-parameters"],
  ["Parameters:\n  X:\n    Type: <|>AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\n", "ami-parameter"],
  ["Parameters:\n  X:\n    Type: <|>String\n", undefined],
  ["Parameters:\n  X:\n    <|>Type: String\n", undefined],
];

const POLICIES: readonly Row[] = [
  [group("<|>CreationPolicy: {}"), "creation-policy", "cfn-signal"],
  [creationPolicy("<|>ResourceSignal: {}"), "resource-signal", "cfn-signal"],
  [creationPolicy("ResourceSignal:\n  <|>Timeout: PT5M"), "signal-timeout"],
  [creationPolicy("ResourceSignal:\n  Timeout: <|>PT5M"), "signal-timeout"],
  [creationPolicy("ResourceSignal:\n  <|>Count: 1"), "signal-count"],
  [creationPolicy("<|>AutoScalingCreationPolicy: {}"), "auto-scaling-creation-policy"],
  [resource("<|>AWS::CloudFormation::WaitCondition", ""), "wait-condition"],
  [properties("AWS::CloudFormation::WaitCondition", "<|>Timeout: 900"), "wait-condition"],
  [resource("AWS::S3::Bucket", "<|>DependsOn: X"), "depends-on", "throttling"],
  [group("<|>UpdatePolicy: {}"), "update-policy"],
  [group("UpdatePolicy:\n  <|>AutoScalingRollingUpdate: {}"), "rolling-update"],
  [rollingUpdate("<|>MinInstancesInService: 1"), "min-instances-in-service"],
  [rollingUpdate("<|>MaxBatchSize: 1"), "max-batch-size"],
  [rollingUpdate("<|>PauseTime: PT5M"), "pause-time"],
  [rollingUpdate("<|>WaitOnResourceSignals: true"), "wait-on-resource-signals", "cfn-signal"],
  [rollingUpdate("<|>MinSuccessfulInstancesPercent: 80"), "min-successful-instances-percent"],
  [rollingUpdate("<|>MinActiveInstancesPercent: 80"), "min-active-instances-percent"],
  [group("UpdatePolicy:\n  <|>AutoScalingReplacingUpdate: {}"), "auto-scaling-replacing-update"],
  [group("UpdatePolicy:\n  AutoScalingReplacingUpdate:\n    <|>WillReplace: true"), "auto-scaling-replacing-update"],
  [group("UpdatePolicy:\n  <|>AutoScalingInstanceRefresh: {}"), "auto-scaling-instance-refresh"],
  [
    group("UpdatePolicy:\n  AutoScalingInstanceRefresh:\n    Preferences:\n      <|>InstanceWarmup: 60"),
    "auto-scaling-instance-refresh",
  ],
  [resource("AWS::RDS::DBInstance", "<|>UpdateReplacePolicy: Retain"), "update-replace-policy"],
  [resource("AWS::RDS::DBInstance", "UpdateReplacePolicy: <|>Delete"), "update-replace-policy-delete"],
  [resource("AWS::RDS::DBInstance", "UpdateReplacePolicy: <|>Retain"), "update-replace-policy-retain"],
  [resource("AWS::RDS::DBInstance", "UpdateReplacePolicy: <|>Snapshot"), "update-replace-policy-snapshot"],
  [resource("AWS::RDS::DBInstance", "<|>DeletionPolicy: Retain"), "deletion-policy"],
  [resource("AWS::RDS::DBInstance", "DeletionPolicy: <|>Delete"), "deletion-policy-delete"],
  [resource("AWS::RDS::DBInstance", "DeletionPolicy: <|>Retain"), "deletion-policy-retain"],
  [resource("AWS::RDS::DBInstance", "DeletionPolicy: <|>Snapshot"), "deletion-policy-snapshot"],
  [
    resource("AWS::RDS::DBInstance", "DeletionPolicy: <|>RetainExceptOnCreate"),
    "deletion-policy-retain-except-on-create",
  ],
  [resource("<|>AWS::RDS::DBInstance", ""), "stateful-resources"],
];

const BOOTSTRAPPING: readonly Row[] = [
  [script("/opt/aws/bin/cfn-<|>init -v --stack X --resource It"), "cfn-init"],
  [script("cfn-<|>get-metadata -s X -r It"), "cfn-get-metadata"],
  [script("/opt/aws/bin/<|>cfn-signal -e $? --stack X --resource It"), "cfn-signal"],
  [script("trap 'cfn-<|>signal -e $? --stack X --resource It' EXIT"), "cfn-signal"],
  [script("systemctl start cfn-<|>hup"), "cfn-hup"],
  [script("cat > /etc/cfn/cfn-<|>hup.conf <<EOF"), "cfn-hup-conf", "cfn-hup"],
  [script("cat > /etc/cfn/<|>hooks.d/cfn-auto-reloader.conf <<EOF"), "cfn-hup-hooks", "cfn-hup"],
  [properties("AWS::EC2::Instance", "<|>UserData: x"), "bootstrap-script"],
  [resource("AWS::EC2::Instance", "Metadata:\n  <|>AWS::CloudFormation::Init: {}"), "init-metadata", "cfn-init"],
  [init("<|>configSets:\n  default: [a]"), "init-config-sets"],
  ...["packages", "groups", "users", "sources", "files", "commands", "services"].map(
    (key): Row => [init(`config:\n  <|>${key}: {}`), `init-${key}`],
  ),
  [init("install:\n  <|>packages: {}"), "init-packages"],
  [init("config:\n  files:\n    /etc/cfn/<|>cfn-hup.conf:\n      mode: '000400'"), "cfn-hup-conf", "cfn-hup"],
  [
    init("config:\n  files:\n    /etc/cfn/<|>hooks.d/cfn-auto-reloader.conf:\n      mode: '000400'"),
    "cfn-hup-hooks",
    "cfn-hup",
  ],
  [init("config:\n  services:\n    systemd:\n      <|>cfn-hup:\n        enabled: true"), "cfn-hup"],
];

const ELSEWHERE: readonly Row[] = [
  ...["Logs::LogStream", "CloudWatch::Dashboard"].map((type): Row => [resource(`<|>AWS::${type}`, ""), undefined]),
  [properties("AWS::Lambda::Function", "<|>Description: index.run"), undefined],
  [properties("AWS::ECS::TaskDefinition", "ContainerDefinitions:\n  - HealthCheck:\n      <|>Timeout: 5"), undefined],
  [properties("AWS::DynamoDB::Table", "<|>TableName: A"), undefined],
  [properties("AWS::S3::Bucket", "Tags:\n  - Key: <|>A\n    Value: <b>"), undefined],
  [properties("AWS::ECS::Service", "<|>EnableECSManagedTags: web"), undefined],
  [
    properties("AWS::Lambda::Alias", "RoutingConfig:\n  AdditionalVersionWeights:\n    - <|>FunctionWeight: 1"),
    undefined,
  ],
  [properties("AWS::SNS::Topic", "<|>DisplayName: retain"), undefined],
  [properties("AWS::IAM::UserToGroupAddition", "<|>GroupName: users"), undefined],
  [properties("AWS::EC2::SecurityGroup", "SecurityGroupIngress:\n  - <|>Description: web"), undefined],
];

const BASICS: readonly Row[] = [
  [resource("<|>AWS::IAM::Role", ""), "trust-policy"],
  [properties("AWS::IAM::Role", "<|>AssumeRolePolicyDocument: {}"), "trust-policy"],
  [properties("AWS::IAM::Role", "<|>ManagedPolicyArns: []"), "managed-policy"],
  [properties("AWS::IAM::Role", "Policies:\n  - <|>PolicyDocument: {}"), "iam-policy"],
  [properties("AWS::IAM::Role", "<|>RoleName: x"), "named-iam"],
  [resource("<|>AWS::IAM::ManagedPolicy", ""), "managed-policy", "iam-policy"],
  [resource("<|>AWS::IAM::Policy", ""), "iam-policy"],
  [resource("<|>AWS::IAM::InstanceProfile", ""), "ec2-instance-profile"],
  [script("aws cloudformation deploy --stack-name x <|>--capabilities CAPABILITY_IAM"), "named-iam"],
  [resource("<|>AWS::EC2::SecurityGroup", ""), "sg"],
  [properties("AWS::EC2::SecurityGroup", "SecurityGroupIngress:\n  - <|>CidrIp: 0.0.0.0/0"), "sg"],
  [resource("<|>AWS::EC2::VPC", ""), "vpc-cidr-dns"],
  [resource("<|>AWS::EC2::Subnet", ""), "subnets"],
  [resource("<|>AWS::EC2::Route", ""), "route-tables"],
  [resource("<|>AWS::EC2::InternetGateway", ""), "igw"],
  [resource("<|>AWS::EC2::VPCGatewayAttachment", ""), "gateway-attachment"],
  [resource("<|>AWS::EC2::Instance", ""), "ec2-instance-type"],
  [properties("AWS::EC2::Instance", "<|>KeyName: x"), "key-pair"],
  [properties("AWS::EC2::Instance", "<|>MetadataOptions: {}"), "ec2-imds"],
  [group("Properties:\n  Tags:\n    - <|>PropagateAtLaunch: true"), "tags"],
  [resource("<|>AWS::Lambda::Function", ""), "lambda-code"],
  [properties("AWS::Lambda::Function", "<|>Runtime: python3.13"), "lambda-runtime"],
  [properties("AWS::Lambda::Function", "Runtime: <|>python3.13"), "lambda-runtime"],
  [properties("AWS::Lambda::Function", "<|>Timeout: 60"), "lambda-limits"],
  [properties("AWS::Lambda::Function", "<|>ReservedConcurrentExecutions: 5"), "lambda-reserved"],
  [properties("AWS::Lambda::Function", "<|>Role: x"), "lambda-role"],
  [resource("<|>AWS::Lambda::Permission", ""), "lambda-permission"],
  [properties("AWS::S3::Bucket", "<|>PublicAccessBlockConfiguration: {}"), "s3-public-access"],
  [properties("AWS::S3::Bucket", "<|>AccessControl: Private"), "s3-ownership"],
  [resource("<|>AWS::S3::BucketPolicy", ""), "bucket-policy"],
  [resource("<|>AWS::Logs::LogGroup", ""), "log-retention"],
  [resource("<|>AWS::EC2::NatGateway", ""), "nat-gateway"],
  [resource("<|>AWS::EC2::EIP", ""), "ec2-eip"],
  [resource("<|>AWS::EC2::VPCEndpoint", ""), "vpc-endpoint"],
  [resource("<|>AWS::EC2::NetworkAclEntry", ""), "nacl"],
  [resource("<|>AWS::EC2::LaunchTemplate", ""), "launch-template"],
  [resource("<|>AWS::ElasticLoadBalancingV2::TargetGroup", ""), "target-group"],
  [resource("<|>AWS::ElasticLoadBalancingV2::ListenerRule", ""), "listener-rules"],
  [resource("<|>AWS::CloudWatch::Alarm", ""), "alarm"],
  [properties("AWS::CloudWatch::Alarm", "<|>TreatMissingData: missing"), "alarm"],
  [resource("<|>AWS::Events::Rule", ""), "event-rule"],
  [properties("AWS::Logs::LogGroup", "<|>RetentionInDays: 7"), "log-retention"],
];

/** Notes of things that templates hold most often, and what is confused with them. */
const EVERYDAY: readonly Row[] = [
  ["Outputs:\n  X:\n    Value: !<|>Select [0, !Ref A]\n", "fn-select"],
  ["Outputs:\n  X:\n    Value:\n      Fn::Select:\n        - 0\n        - Fn::<|>GetAZs: ''\n", "fn-getazs"],
  ["Outputs:\n  X:\n    Value: !<|>Join [',', !Ref A]\n", "fn-join"],
  ["Outputs:\n  X:\n    Value: !<|>Sub ${A}\n", "fn-sub", "dependencies"],
  ["Outputs:\n  X:\n    Value: !<|>GetAtt A.B\n", "fn-ref", "dependencies"],
  ["Parameters:\n  X:\n    Type: String\n    <|>NoEcho: true\n", "parameter-noecho"],
  ["Transform: AWS::<|>LanguageExtensions\n", "language-extensions"],
  [properties("AWS::RDS::DBInstance", "MasterUserPassword: '{{<|>resolve:secretsmanager:db}}'"), "dynamic-references"],
  [resource("AWS::S3::Bucket", "Metadata:\n  com.aws.cloudformation.<|>Context:\n    why: x"), "metadata-context"],
  [resource("AWS::S3::Bucket", "Metadata:\n  com.aws.cloudformation.Context:\n    <|>must: []"), "metadata-context"],
  [resource("My::S3::Private::<|>MODULE", ""), "modules"],
  [resource("<|>AWS::CloudFormation::GuardHook", ""), "guard-hooks"],
  [properties("AWS::IAM::Role", "AssumeRolePolicyDocument:\n  Statement:\n    - <|>Effect: Allow"), "trust-policy"],
  [
    properties("AWS::IAM::Role", "AssumeRolePolicyDocument:\n  Statement:\n    - Principal:\n        <|>Service: x"),
    "trust-policy",
  ],
  [
    properties("AWS::IAM::Role", "AssumeRolePolicyDocument:\n  Statement:\n    - Principal:\n        <|>Federated: x"),
    "oidc-provider",
    "trust-policy",
  ],
  [
    properties("AWS::IAM::Policy", "PolicyDocument:\n  Statement:\n    - <|>Condition: {}"),
    "policy-conditions",
    "iam-policy",
  ],
  [properties("AWS::IAM::Role", "<|>Path: /"), "iam-path"],
  [properties("AWS::IAM::Role", "<|>PermissionsBoundary: x"), "permission-boundary"],
  [properties("AWS::RDS::DBInstance", "<|>MultiAZ: true"), "rds-multi-az"],
  [properties("AWS::RDS::DBInstance", "MultiAZ: <|>true"), "rds-multi-az"],
  [properties("AWS::RDS::DBInstance", "<|>BackupRetentionPeriod: 7"), "rds-backup"],
  [resource("<|>AWS::RDS::DBSubnetGroup", ""), "rds-subnet-group"],
  [resource("<|>AWS::RDS::DBCluster", ""), "aurora-cluster", "stateful-resources"],
  [resource("<|>AWS::DynamoDB::Table", ""), "ddb-table", "stateful-resources"],
  [properties("AWS::DynamoDB::Table", "<|>BillingMode: PAY_PER_REQUEST"), "ddb-capacity"],
  [properties("AWS::DynamoDB::Table", "GlobalSecondaryIndexes:\n  - <|>IndexName: x"), "ddb-gsi"],
  [resource("<|>AWS::SQS::Queue", ""), "sqs-queue"],
  [properties("AWS::SQS::Queue", "<|>VisibilityTimeout: 60"), "sqs-visibility"],
  [properties("AWS::SQS::Queue", "RedrivePolicy:\n  <|>maxReceiveCount: 5"), "sqs-dlq"],
  [resource("<|>AWS::SQS::QueuePolicy", ""), "queue-policy"],
  [resource("<|>AWS::SNS::Topic", ""), "sns-topic"],
  [properties("AWS::KMS::Key", "<|>KeyPolicy: {}"), "key-policy"],
  [properties("AWS::KMS::Key", "<|>EnableKeyRotation: true"), "key-rotation"],
  [resource("<|>AWS::SecretsManager::Secret", ""), "secrets-manager"],
  [resource("<|>AWS::CertificateManager::Certificate", ""), "acm-certificate"],
  [properties("AWS::ECS::TaskDefinition", "<|>NetworkMode: awsvpc"), "ecs-network-mode"],
  [properties("AWS::ECS::TaskDefinition", "NetworkMode: <|>awsvpc"), "ecs-network-mode"],
  [properties("AWS::ECS::TaskDefinition", "<|>ExecutionRoleArn: x"), "ecs-execution-role"],
  [properties("AWS::ECS::Service", "<|>DesiredCount: 2"), "ecs-service"],
  [resource("<|>AWS::EKS::Addon", ""), "eks-addon"],
  [properties("AWS::Lambda::Function", "<|>VpcConfig: {}"), "lambda-vpc"],
  [properties("AWS::Serverless::Function", "<|>Runtime: python3.13"), "lambda-runtime"],
  [resource("<|>AWS::ApiGateway::Deployment", ""), "api-deployment"],
  [properties("AWS::S3::Bucket", "<|>BucketName: x"), "s3-bucket-name"],
  [properties("AWS::S3::Bucket", "VersioningConfiguration:\n  Status: <|>Enabled"), "s3-versioning"],
  [properties("AWS::S3::Bucket", "<|>NotificationConfiguration: {}"), "s3-notifications"],
  [resource("<|>AWS::EFS::MountTarget", ""), "efs-file-system"],
  [properties("AWS::EC2::SecurityGroup", "<|>SecurityGroupEgress: []"), "sg-egress", "sg"],
  [properties("AWS::CloudWatch::Alarm", "<|>Dimensions: []"), "alarm-metric"],
  [properties("AWS::CloudWatch::Alarm", "<|>AlarmActions: []"), "alarm-actions", "alarm"],
  [resource("<|>AWS::Logs::MetricFilter", ""), "metric-filter"],
  [resource("<|>AWS::Config::ConfigRule", ""), "config-rules"],
  [resource("<|>AWS::CloudTrail::Trail", ""), "cloudtrail"],
  [resource("<|>AWS::SSM::Document", ""), "ssm-document"],
  [resource("<|>AWS::CodeBuild::Project", ""), "codebuild"],
  [resource("<|>AWS::AutoScaling::LifecycleHook", ""), "lifecycle-hooks"],
  [properties("AWS::AutoScaling::AutoScalingGroup", "<|>HealthCheckType: ELB"), "asg-health"],
  [script("aws cloudformation <|>set-stack-policy --stack-name x"), "stack-policy"],
];

/** Keys that many templates have, with what goes wrong at them. */
const KEYS: readonly Row[] = [
  [properties("AWS::SNS::Topic", "<|>TopicName: retain"), "custom-names"],
  [properties("AWS::ECS::Service", "<|>ServiceName: web"), "custom-names"],
  [properties("AWS::RDS::DBInstance", "<|>DBInstanceIdentifier: orders"), "custom-names"],
  [properties("AWS::CloudFormation::Stack", "<|>TimeoutInMinutes: 60"), "nested-timeout"],
  [properties("AWS::Lambda::Function", "<|>Handler: index.run"), "lambda-handler"],
  [properties("AWS::Lambda::Function", "TracingConfig:\n  <|>Mode: Active"), "lambda-tracing"],
  [properties("AWS::Lambda::Function", "<|>Architectures: [arm64]"), "cpu-architecture"],
  [properties("AWS::Serverless::Function", "<|>CodeUri: src"), "sam-code"],
  [properties("AWS::Serverless::Function", "<|>Events: {}"), "sam-events"],
  [properties("AWS::Serverless::Function", "<|>Policies: []"), "sam-policies"],
  [resource("<|>AWS::Serverless::Application", ""), "sam-application"],
  [properties("AWS::IAM::Policy", "<|>Roles: []"), "policy-attachment"],
  [properties("AWS::ElasticLoadBalancingV2::TargetGroup", "<|>Protocol: HTTP"), "target-group-protocol"],
  [properties("AWS::ElasticLoadBalancingV2::TargetGroup", "<|>HealthCheckPath: /"), "target-group"],
  [properties("AWS::ElasticLoadBalancingV2::Listener", "DefaultActions:\n  - <|>TargetGroupArn: x"), "forward-action"],
  [properties("AWS::EC2::Instance", "<|>SecurityGroupIds: []"), "instance-security-groups"],
  [properties("AWS::EC2::NetworkInterface", "<|>PrivateIpAddress: 10.0.0.5"), "private-ip"],
  [properties("AWS::EC2::VPC", "<|>InstanceTenancy: default"), "vpc-tenancy"],
  [properties("AWS::EC2::VPCEndpoint", "PolicyDocument:\n  Statement:\n    - <|>Effect: Allow"), "endpoint-policy"],
  [properties("AWS::ApiGateway::Method", 'MethodResponses:\n  - <|>StatusCode: "200"'), "api-responses"],
  [properties("AWS::Route53::RecordSet", "<|>HostedZoneId: x"), "record-zone"],
  [properties("AWS::SSM::Document", 'Content:\n  <|>schemaVersion: "2.2"'), "ssm-document-content"],
  [distribution("Origins:\n  - <|>DomainName: x"), "cf-origins"],
  [distribution("DefaultCacheBehavior:\n  <|>ViewerProtocolPolicy: https-only"), "cf-behavior"],
  [classic("HealthCheck:\n  <|>Timeout: '5'"), "clb-health-check"],
  [classic("Listeners:\n  - <|>LoadBalancerPort: '80'"), "clb-listeners"],
  [classic("<|>CrossZone: true"), "clb-zones"],
  [properties("AWS::AutoScaling::ScheduledAction", "<|>Recurrence: 0 8 * * *"), "scheduled-scaling"],
  [resource("<|>AWS::ImageBuilder::Component", ""), "image-builder"],
  [resource("<|>AWS::CodeCommit::Repository", ""), "codecommit"],
  [properties("AWS::Cognito::UserPoolClient", "<|>CallbackURLs: []"), "cognito-client"],
];

/** What the exam asks beyond the keys of every day. */
const DEEPER: readonly Row[] = [
  [record("<|>GeoLocation:\n  CountryCode: '*'"), "geolocation-routing"],
  [record("<|>MultiValueAnswer: true"), "multivalue-routing"],
  [record("<|>CidrRoutingConfig: {}"), "ip-based-routing"],
  [properties("AWS::Route53::HostedZone", "<|>VPCs: []"), "private-hosted-zone"],
  [properties("AWS::Route53Resolver::ResolverEndpoint", "<|>Direction: INBOUND"), "route53-resolver"],
  [distribution("DefaultCacheBehavior:\n  <|>TrustedKeyGroups: []"), "cf-signed"],
  [distribution("Restrictions:\n  GeoRestriction:\n    <|>RestrictionType: none"), "cf-geo"],
  [distribution("<|>OriginGroups: {}"), "cf-origin-group"],
  [distribution("DefaultCacheBehavior:\n  FunctionAssociations:\n    - <|>EventType: viewer-request"), "cf-functions"],
  [distribution("DefaultCacheBehavior:\n  LambdaFunctionAssociations:\n    - <|>LambdaFunctionARN: x"), "lambda-edge"],
  [distribution("Logging:\n  <|>Bucket: x"), "cf-logs"],
  [distribution("<|>Logging: {}"), "cf-logs", "cloudfront-reports"],
  [option("OptionName: <|>DeploymentPolicy"), "beanstalk-deployment"],
  [
    "Resources:\n  It:\n    Type: AWS::ElasticBeanstalk::Environment\n    Properties:\n      OptionSettings:\n        - OptionName: DeploymentPolicy\n          Value: <|>Immutable\n",
    "beanstalk-deployment",
  ],
  [script("cdk <|>deploy --all"), "iac-tools"],
  [properties("AWS::ECS::Service", "<|>PlacementStrategies: []"), "ecs-strategies"],
  [properties("AWS::AutoScaling::AutoScalingGroup", "<|>TerminationPolicies: []"), "asg-termination-policy"],
  [properties("AWS::AutoScaling::AutoScalingGroup", "<|>InstanceMaintenancePolicy: {}"), "asg-maintenance-policy"],
  [resource("<|>AWS::AutoScaling::WarmPool", ""), "warm-pools"],
  [script("aws autoscaling <|>enter-standby --instance-ids x"), "asg-standby"],
  [properties("AWS::EC2::PlacementGroup", "<|>Strategy: spread"), "placement-groups"],
  [resource("<|>AWS::EC2::CapacityReservation", ""), "purchase-options"],
  [properties("AWS::DLM::LifecyclePolicy", "PolicyDetails:\n  <|>TargetTags: []"), "ebs-snapshots"],
  [resource("<|>AWS::RDS::GlobalCluster", ""), "aurora-global"],
  [properties("AWS::RDS::DBProxy", "<|>EngineFamily: MYSQL"), "rds-proxy"],
  [resource("<|>AWS::S3::AccessPoint", ""), "s3-access-points"],
  [script("aws s3 <|>presign s3://x/y"), "s3-presigned"],
  [resource("<|>AWS::Organizations::Policy", ""), "organizations"],
  [properties("AWS::Logs::QueryDefinition", "<|>QueryString: x"), "logs-insights"],
  [properties("AWS::CloudWatch::Alarm", "<|>ThresholdMetricId: band"), "anomaly-detection"],
  [resource("<|>AWS::Synthetics::Canary", ""), "synthetics"],
  [properties("AWS::SSM::Document", "DocumentType: <|>Automation"), "ssm-automation"],
  [script("aws cloudformation <|>continue-update-rollback --stack-name x"), "error-update-rollback-failed"],
];

describe("built-in notes show", () => {
  describe("on what the exam asks besides", () => DEEPER.forEach(check));
  describe("on keys that many templates have", () => KEYS.forEach(check));
  describe("on what many templates have", () => EVERYDAY.forEach(check));
  describe("on what nearly every template has", () => BASICS.forEach(check));
  describe("on Route 53", () => ROUTE_53.forEach(check));
  describe("on CloudFront", () => CLOUDFRONT.forEach(check));
  describe("on load balancers", () => LOAD_BALANCING.forEach(check));
  describe("on metrics", () => METRICS.forEach(check));
  describe("on Auto Scaling", () => AUTO_SCALING.forEach(check));
  describe("on services", () => SERVICES.forEach(check));
  describe("on templates", () => TEMPLATE.forEach(check));
  describe("on policies of resources", () => POLICIES.forEach(check));
  describe("in bootstrapping", () => BOOTSTRAPPING.forEach(check));
  describe("nowhere else", () => ELSEWHERE.forEach(check));
});
