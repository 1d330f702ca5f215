import { checkRows, type Row } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const budget = (rest: string): string => `{Budget: {${rest}}}`;
const LUSTRE = "FileSystemType: LUSTRE, SubnetIds: [subnet-12345678], LustreConfiguration: {DeploymentType: SCRATCH_2}";
const distribution = (rest: string): string =>
  `{DistributionConfig: {Enabled: true, Origins: [{Id: a, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: b}, ${rest}}}`;
const listener = (config: string, own = "Protocol: HTTP, Port: 80"): string =>
  `{LoadBalancerArn: a, ${own}, DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, ${config}}}]}`;
const metric = (id: string, rest: string): string =>
  `{Id: ${id}, ${rest}, MetricStat: {Period: 60, Stat: Sum, Metric: {Namespace: N, MetricName: M}}}`;
const alarm = (metrics: string): string =>
  `{EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold, Metrics: ${metrics}}`;
const acl = (rest: string): string =>
  `{Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: m}, ${rest}}`;
const stage = (name: string): string => `{Name: ${name}, Actions: []}`;

checkRows([
  ...rows("value-combination", [
    [
      "Budgets::Budget",
      budget("BudgetType: COST, TimeUnit: «‹WEEKLY¦MONTHLY›», BudgetLimit: {Amount: 5, Unit: USD}"),
      /^TimeUnit is DAILY or MONTHLY/,
    ],
    [
      "Budgets::Budget",
      `{«Budget»: {BudgetType: COST, TimeUnit: DAILY‹¦, BudgetLimit: {Amount: 5, Unit: USD}›}}`,
      /With BudgetType COST, BudgetLimit is needed/,
    ],
    ["FSx::FileSystem", `{${LUSTRE}, StorageCapacity: «‹1000¦1200›»}`, /Must be 1200 or a multiple of 2400/],
    ["FSx::FileSystem", `{${LUSTRE}, StorageCapacity: «‹3600¦4800›»}`, /can't be 3600/],
    ["SageMaker::NotebookInstance", "{InstanceType: ml.t3.medium, RoleArn: a, VolumeSizeInGB: «‹2¦5›»}", /5 to 16384/],
    ["ElasticLoadBalancingV2::Listener", listener('Protocol: HTTP, Port: "«‹80¦8080›»"'), /because it creates a loop/],
    ["ElasticLoadBalancingV2::Listener", listener("Protocol: «‹HTTP¦HTTPS›»"), /because it creates a loop/],
    [
      "CloudWatch::Alarm",
      alarm(`[${metric("a", "ReturnData: true")}, ${metric("b", "ReturnData: ‹true¦false›")}]`).replace(
        "Metrics:",
        "«Metrics»:",
      ),
      /Exactly one element of the metrics list/,
    ],
    [
      "WAFv2::WebACL",
      acl(
        "CustomResponseBodies: {blocked: {ContentType: TEXT_PLAIN, Content: a}}, Rules: [{Name: a, Priority: 1, Action: {Block: {CustomResponse: {ResponseCode: 403, CustomResponseBodyKey: «‹denied¦blocked›»}}}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: n}}]",
      ),
      /denied is not among CustomResponseBodies \(blocked\)/,
    ],
    [
      "Route53::RecordSet",
      "{HostedZoneId: a, Name: a.example.com, Type: A, AliasTarget: {DNSName: !Ref P, HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: «‹true¦false›»}}",
      /set it to false/,
      "warning",
    ],
  ]),
  ...rows("property-combination", [
    [
      "CloudFront::Distribution",
      distribution("CustomErrorResponses: [{ErrorCode: 404, «ResponsePagePath»: /a.html‹¦, ResponseCode: 200›}]"),
      /Both or neither of ResponseCode and ResponsePagePath/,
    ],
    [
      "Serverless::StateMachine",
      "{Role: a, Definition: {StartAt: A}, ‹«DefinitionUri»: a.json¦Name: a›}",
      /Specify either 'Definition' or 'DefinitionUri' property and not both/,
    ],
  ]),
  ...rows("duplicate-item", [
    [
      "CodePipeline::Pipeline",
      `{RoleArn: a, Stages: [${stage("Build")}, ${stage("«‹Build¦Deploy›»")}]}`,
      /the same Name/,
    ],
  ]),
  ...rows("schedule-expression", [
    [
      "Scheduler::Schedule",
      '{FlexibleTimeWindow: {Mode: "OFF"}, ScheduleExpression: rate(1 hour), ScheduleExpressionTimezone: «‹Europe/Berln¦Asia/Calcutta›», Target: {Arn: a, RoleArn: b}}',
      /no time zone Europe\/Berln: it is Europe\/Berlin/,
    ],
  ]),
  ...rows("fargate-task", [
    [
      "ECS::TaskDefinition",
      '{«RequiresCompatibilities»: [FARGATE], Cpu: "256", Memory: "512"‹¦, NetworkMode: awsvpc›}',
      /Fargate only supports network mode 'awsvpc'/,
    ],
  ]),
  ...rows("json-text", [
    [
      "CloudWatch::Dashboard",
      `{DashboardBody: «!Sub '{"widgets": [{"type": "metric", "properties": {"region": "\${AWS::Region}", "period": \${P}‹,¦›}}]}'»}`,
      /must be a valid JSON object/,
    ],
  ]),
  ...rows("deletion-policy", [
    ["SNS::Topic", "DeletionPolicy: «!Ref ‹R¦P›»\n    Properties: {}", /read before any resource exists/],
    ["SNS::Topic", "DeletionPolicy: «‹!ImportValue a¦!Ref P›»\n    Properties: {}", /Fn::ImportValue can't be used/],
  ]),
  ...rows("policy-statement", [
    ...(["lambda.aws.com", "lamda.amazonaws.com", "lambda.amazonws.com"] as const).map(
      (name) =>
        [
          "IAM::Role",
          `{AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: «‹${name}¦lambda.amazonaws.com›»}, Action: "sts:AssumeRole"}]}}`,
          /it is lambda\.amazonaws\.com/,
        ] as const,
    ),
  ]),
]);

const parameter = (rest: string): string => `Parameters:\n  P: {${rest}}\nResources: {T: {Type: AWS::SNS::Topic}}\n`;
const two = (type: string, one: string, other: string): string =>
  `Resources:\n  A:\n    Type: AWS::${type}\n    Properties: ${one}\n  B:\n    Type: AWS::${type}\n    Properties: ${other}\n`;
const control = (name: string): string =>
  `{OriginAccessControlConfig: {Name: ${name}, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4}}`;
const linked = (own: string, type: string, properties: string): string =>
  `Resources:\n  Own:\n${own}  Other:\n    Type: AWS::${type}\n    Properties: ${properties}\n`;
const cache = (version: string): string =>
  `    Type: AWS::ElastiCache::CacheCluster\n    Properties: {Engine: redis, EngineVersion: "${version}", CacheNodeType: cache.t3.micro, NumCacheNodes: 1, CacheParameterGroupName: !Ref Other}\n`;
const discovery = (health: string): string =>
  `    Type: AWS::ServiceDiscovery::Service\n    Properties: {DnsConfig: {NamespaceId: !Ref Other, DnsRecords: [{Type: A, TTL: 60}]}, ${health}}\n`;
const LOGGING =
  "    Type: AWS::WAFv2::LoggingConfiguration\n    Properties: {ResourceArn: a, LogDestinationConfigs: [!GetAtt Other.Arn]}\n";
const group = (balancer: string): string =>
  `Resources:\n  G:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {MinSize: "1", MaxSize: "1", LoadBalancerNames: [${balancer}]}\n  New: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}\n  Old: {Type: AWS::ElasticLoadBalancing::LoadBalancer}\n`;
const opened = (source: string): string =>
  `Resources:\n  I:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties: {GroupId: sg-12345678, IpProtocol: tcp, FromPort: 1, ToPort: 1, SourceSecurityGroupId: ${source}}\n  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}\n  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: vpc-12345678}}\n`;
const logged = (arn: string): string =>
  `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::123456789012:role/r\n      LoggingConfiguration: {Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: ${arn}}}]}\n  Logs: {Type: AWS::Logs::LogGroup}\n`;
const mapped = (key: string): string =>
  `Parameters: {P: {Type: String, AllowedValues: [a]}}\nMappings: {M: {a: {Days: 7}}}\nResources:\n  Q: {Type: AWS::SQS::Queue}\n  L:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: !FindInMap [M, ${key}, Days]}\n`;

checkRows(
  (
    [
      ["parameter-default", "a letter's case", parameter("Type: String, Default: «DEV», AllowedValues: [dev, prod]")],
      ["parameter-default", "booleans", parameter('Type: String, Default: true, AllowedValues: ["True", "False"]')],
      [
        "parameter-default",
        "an ID that is too short",
        parameter("Type: AWS::EC2::Image::Id, Default: «ami-12345»"),
        /8 or 17/,
        "warning",
      ],
      [
        "parameter-default",
        "an ID, and no ID at all",
        parameter("Type: AWS::EC2::Image::Id, Default: ami-1234567890abcdef0"),
      ],
      ["parameter-default", "what stands for an ID", parameter("Type: AWS::EC2::VPC::Id, Default: vpc-xxxx")],
      [
        "parameter-type",
        "of Systems Manager",
        parameter("Type: «AWS::SSM::Parameter::Value<SecureString>»"),
        /documented/,
        "warning",
      ],
      ["parameter-type", "known", parameter("Type: AWS::SSM::Parameter::Value<String>")],
      ["already-exists", "one name", two("CloudFront::OriginAccessControl", control("a"), control("«a»")), /same Name/],
      ["already-exists", "two names", two("CloudFront::OriginAccessControl", control("a"), control("b"))],
      [
        "already-exists",
        "an alias of two distributions",
        two(
          "CloudFront::Distribution",
          distribution("Aliases: [a.example.com]"),
          distribution("Aliases: [b.example.com, «a.example.com»]"),
        ),
        /associated with a different resource/,
      ],
      [
        "mismatched-resources",
        "a family",
        linked(cache("7.1"), "ElastiCache::ParameterGroup", "{CacheParameterGroupFamily: «redis6.x», Description: a}"),
        /redis7 or valkey7/,
      ],
      [
        "mismatched-resources",
        "its own",
        linked(cache("7.1"), "ElastiCache::ParameterGroup", "{CacheParameterGroupFamily: redis7, Description: a}"),
      ],
      [
        "mismatched-resources",
        "private names",
        linked(
          discovery("HealthCheckConfig: «{Type: HTTP}»"),
          "ServiceDiscovery::PrivateDnsNamespace",
          "{Name: a, Vpc: b}",
        ),
        /can't be set/,
      ],
      [
        "mismatched-resources",
        "public names",
        linked(discovery("HealthCheckConfig: {Type: HTTP}"), "ServiceDiscovery::PublicDnsNamespace", "{Name: a}"),
      ],
      [
        "mismatched-resources",
        "logs of WAF",
        linked(LOGGING, "Logs::LogGroup", '{LogGroupName: «!Sub "waf-${AWS::Region}"»}'),
        /begin with aws-waf-logs-/,
        "error",
      ],
      [
        "mismatched-resources",
        "of any stack",
        linked(LOGGING, "Logs::LogGroup", '{LogGroupName: «!Sub "${AWS::StackName}-waf"»}'),
        /begin with/,
        "warning",
      ],
      [
        "mismatched-resources",
        "as it has to be",
        linked(LOGGING, "Logs::LogGroup", '{LogGroupName: !Sub "aws-waf-logs-${AWS::StackName}"}'),
      ],
      [
        "wrong-ref-target",
        "a newer balancer's name",
        group("«!GetAtt New.LoadBalancerName»"),
        /Provided Load Balancers/,
      ],
      ["wrong-ref-target", "a classic one", group("!Ref Old")],
      ["wrong-ref-target", "a balancer as a source", opened("«!Ref Balancer»"), /AWS::EC2::SecurityGroup/],
      ["wrong-ref-target", "a group", opened("!GetAtt Group.GroupId")],
      [
        "attribute-format",
        "a log group's ARN",
        logged("«!Sub 'arn:aws:logs:us-east-1:123456789012:log-group:${Logs}'»"),
        /'\*' qualifier/,
      ],
      ["attribute-format", "with a star", logged("!Sub 'arn:aws:logs:us-east-1:123456789012:log-group:${Logs}:*'")],
      [
        "invalid-id",
        "a log group's ARN, written out",
        logged("«arn:aws:logs:us-east-1:123456789012:log-group:a»"),
        /'\*' qualifier/,
      ],
      ["function-arguments", "GetAtt in a mapping", mapped("«!GetAtt» Q.QueueName"), /use Ref of a parameter/],
      ["function-arguments", "Ref in a mapping", mapped("!Ref P")],
    ] as const satisfies readonly Row[]
  ).map((one): Row => one),
);
