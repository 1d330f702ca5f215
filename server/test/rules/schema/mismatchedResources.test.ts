import { checkRows, type Row } from "../checkRule.ts";

const row = (name: string, source: string, message?: RegExp, severity?: Row[4]): Row =>
  severity === undefined
    ? ["mismatched-resources", name, source, message]
    : ["mismatched-resources", name, source, message, severity];
const resources = (text: string): string => `Resources:\n${text}`;
const queue = (name: string, properties: string): string =>
  `  ${name}:\n    Type: AWS::SQS::Queue\n    Properties: {${properties}}\n`;
const mapping = (properties: string): string =>
  `  M:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties: {FunctionName: !Ref F, ${properties}}\n`;
const lambda = (timeout: string): string =>
  `  F:\n    Type: AWS::Lambda::Function\n    Properties: {Timeout: ${timeout}}\n`;
const instance = (properties: string): string =>
  `  I:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBClusterIdentifier: !Ref C, ${properties}}\n`;
const group = (zones: string): string =>
  `  G:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {MinSize: "1", MaxSize: "1", ${zones}, VPCZoneIdentifier: [!Ref A]}\n  A:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a}\n`;
const listener = (protocol: string, balancer: string): string =>
  resources(
    `  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Balancer, Port: 80, Protocol: ${protocol}, DefaultActions: []}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {${balancer}}
`,
  );
const cluster = "  C:\n    Type: AWS::RDS::DBCluster\n    Properties: {Engine: aurora-mysql, StorageEncrypted: true}\n";

const edge = (arn: string): string =>
  resources(
    `  D:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {DefaultCacheBehavior: {LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: ${arn}}]}}}
  S:
    Type: AWS::Serverless::Function
    Properties: {AutoPublishAlias: live}
  V:
    Type: AWS::Lambda::Version
    Properties: {FunctionName: !Ref F}
${lambda("3")}`,
  );

const record = (properties: string, zone = "example.com."): string =>
  resources(
    `  R:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Z, ${properties}, TTL: 60, ResourceRecords: [a.example.net]}
  Z:
    Type: AWS::Route53::HostedZone
    Properties: {Name: ${zone}}
`,
  );

describe("resources that name each other", () => {
  checkRows([
    row(
      "a CNAME of the zone",
      record("Name: Example.com, Type: «CNAME»"),
      /not permitted at apex in zone example\.com\./,
    ),
    row("a CNAME of a zone by parameter", record("Name: !Sub '${Domain}.', Type: «CNAME»", "!Ref Domain")),
    row("a CNAME in the zone", record("Name: www.example.com, Type: CNAME")),
    row(
      "a record of another zone",
      record("Name: «www.example.org», Type: CNAME"),
      /not permitted in zone example\.com\./,
    ),
    row("a record that may be of the zone", record("Name: !Ref Name, Type: CNAME")),
    row("a record of a zone by parameter", record("Name: www.example.org, Type: CNAME", "!Ref Domain")),
    row(
      "records of another zone together",
      resources(
        "  R:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      HostedZoneId: !GetAtt Z.Id\n      RecordSets:\n        - {Name: '*.example.com', Type: A}\n        - {Name: «example.org», Type: A}\n  Z:\n    Type: AWS::Route53::HostedZone\n    Properties: {Name: example.com}\n",
      ),
    ),
    row("a function at the edge", edge("«!GetAtt F.Arn»"), /AWS::Lambda::Version/),
    row("SAM's function at the edge", edge("«!GetAtt S.Arn»"), /!Ref S\.Version/),
    row("a version at the edge", edge("!Ref V")),
    row("SAM's version at the edge", edge("!Ref S.Version")),
    row("a version by its number", edge("!Sub '${F.Arn}:1'")),
    row(
      "a role with a path",
      resources(
        "  P:\n    Type: AWS::CodeBuild::Project\n    Properties: {ServiceRole: «!Ref R»}\n  Q:\n    Type: AWS::CodeBuild::Project\n    Properties: {ServiceRole: !GetAtt R.Arn}\n  S:\n    Type: AWS::CodeBuild::Project\n    Properties: {ServiceRole: !Ref T}\n  R:\n    Type: AWS::IAM::Role\n    Properties: {Path: /team/}\n  T:\n    Type: AWS::IAM::Role\n    Properties: {Path: /}\n",
      ),
      /R\.Arn/,
    ),
    row(
      "a dead-letter queue of another kind",
      resources(
        `${queue("A", "FifoQueue: true, RedrivePolicy: «{deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 3}»")}${queue("B", "QueueName: b")}`,
      ),
      /a FIFO queue/,
      "error",
    ),
    row(
      "a dead-letter queue without properties",
      resources(
        `${queue("A", "FifoQueue: true, RedrivePolicy: «{deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 3}»")}  B:\n    Type: AWS::SQS::Queue\n`,
      ),
    ),
    row(
      "a dead-letter queue without a count",
      resources(queue("A", "RedrivePolicy: «{deadLetterTargetArn: !Ref Arn}»")),
      /A needs maxReceiveCount \(“Redrive policy does not contain mandatory attribute: maxReceiveCount”/,
      "error",
    ),
    row(
      "a dead-letter queue that may be of any kind",
      resources(
        `${queue("A", "FifoQueue: true, RedrivePolicy: {deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 3}")}${queue("B", "FifoQueue: !Ref Fifo")}`,
      ),
    ),
    row(
      "a queue whose messages come back too early",
      resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("60")}${queue("Q", "VisibilityTimeout: «30»")}`),
      /60 seconds/,
    ),
    row(
      "a queue whose messages come back too early by default",
      `Parameters:\n  Seconds: {Type: Number, Default: 30}\n${resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("60")}${queue("Q", "VisibilityTimeout: «!Ref Seconds»")}`)}`,
      /^By default: .*60 seconds/,
    ),
    row(
      "a function that takes longer than its messages by default",
      `Parameters:\n  Seconds: {Type: Number, Default: 60}\n${resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("!Ref Seconds")}${queue("Q", "VisibilityTimeout: «30»")}`)}`,
      /^By default: .*60 seconds/,
    ),
    row(
      "a function that may take longer than its messages, but not by default",
      `Parameters:\n  Seconds: {Type: Number, Default: 30, AllowedValues: [30, 60]}\n${resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("!Ref Seconds")}${queue("Q", "VisibilityTimeout: 30")}`)}`,
    ),
    row(
      "a queue whose messages come back too early by a mapping",
      `Mappings:\n  M: {a: {Seconds: 30}}\n${resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("60")}${queue("Q", "VisibilityTimeout: «!FindInMap [M, a, Seconds]»")}`)}`,
      /60 seconds/,
    ),
    row(
      "a function of SAM's whose timeout is that of all",
      `Globals:\n  Function: {Timeout: 60}\nTransform: AWS::Serverless-2016-10-31\n${resources(`  F:\n    Type: AWS::Serverless::Function\n    Properties: {Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}}}\n${queue("Q", "VisibilityTimeout: «30»")}`)}`,
      /60 seconds/,
    ),
    row(
      "a stream that the table does not have",
      resources(
        `${mapping("EventSourceArn: !GetAtt T.«StreamArn», StartingPosition: LATEST")}  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: abc}\n`,
      ),
      /has no stream/,
    ),
    row(
      "a stream that it has",
      resources(
        `${mapping("EventSourceArn: !GetAtt T.StreamArn, StartingPosition: LATEST")}  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {StreamSpecification: {StreamViewType: KEYS_ONLY}}\n`,
      ),
    ),
    row(
      "a function that is subscribed by its name",
      resources(
        `  S:\n    Type: AWS::SNS::Subscription\n    Properties: {Protocol: lambda, Endpoint: «!Ref F»}\n${lambda("3")}`,
      ),
      /Lambda endpoint ARN/,
    ),
    row(
      "a queue that is subscribed by its URL",
      resources(
        `  T:\n    Type: AWS::SNS::Topic\n    Properties: {Subscription: «[{Protocol: sqs, Endpoint: !Ref Q}]»}\n${queue("Q", "QueueName: a")}`,
      ),
      /SQS endpoint ARN/,
    ),
    row(
      "a queue that is subscribed by its ARN",
      resources(
        `  S:\n    Type: AWS::SNS::Subscription\n    Properties: {Protocol: sqs, Endpoint: !GetAtt Q.Arn}\n${queue("Q", "QueueName: a")}`,
      ),
    ),
    row(
      "a function's ARN instead of a URI",
      resources(
        `  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {Integration: {Uri: «!GetAtt F.Arn»}}\n${lambda("60")}`,
      ),
      /must contain path or action/,
    ),
    row(
      "a queue with the usual timeout",
      resources(`${mapping("EventSourceArn: !GetAtt Q.Arn")}${lambda("30")}${queue("Q", "QueueName: a")}`),
    ),
    row(
      "a queue with a position, a FIFO queue with large batches",
      resources(
        `${mapping('EventSourceArn: !Sub "${Q.Arn}", StartingPosition: «LATEST», BatchSize: «100»')}${queue("Q", "FifoQueue: true, QueueName: a.fifo")}`,
      ),
    ),
    row(
      "a stream without a position",
      resources(
        "  M:\n    Type: AWS::Lambda::EventSourceMapping\n    «Properties»: {FunctionName: f, EventSourceArn: !GetAtt S.Arn}\n  S:\n    Type: AWS::Kinesis::Stream\n",
      ),
    ),
    row(
      "another engine and encryption than the cluster's",
      resources(`${instance("Engine: «aurora-postgresql», StorageEncrypted: «false»")}${cluster}`),
    ),
    row("zones of none of a group's subnets", resources(group("AvailabilityZones: «[us-east-1b]»"))),
    row("the zones of a group's subnets", resources(group("AvailabilityZones: [us-east-1b, us-east-1a]"))),
    row("all zones", resources(group('AvailabilityZones: !GetAZs ""'))),
    row(
      "another version than the cluster's",
      resources(
        `${instance('Engine: aurora-mysql, EngineVersion: "«5.7.mysql_aurora.2.11.4»", StorageEncrypted: true')}${cluster.replace("StorageEncrypted", "EngineVersion: 8.0.mysql_aurora.3.05.2, StorageEncrypted")}`,
      ),
      /“does not match the engine version of your DB cluster”/,
    ),
    row(
      "the cluster's version, shorter",
      resources(
        `${instance('Engine: aurora-mysql, EngineVersion: "8.0", StorageEncrypted: true')}${cluster.replace("StorageEncrypted", "EngineVersion: 8.0.mysql_aurora.3.05.2, StorageEncrypted")}`,
      ),
    ),
    row("the cluster's engine", resources(`${instance("Engine: aurora-mysql, StorageEncrypted: true")}${cluster}`)),
    row(
      "a service without network, a task that Fargate can't run",
      resources(
        `  A:\n    Type: AWS::ECS::Service\n    «Properties»: {TaskDefinition: !Ref T}\n  B:\n    Type: AWS::ECS::Service\n    Properties: {TaskDefinition: !Ref U, LaunchType: FARGATE}\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {NetworkMode: awsvpc}\n  U:\n    Type: AWS::ECS::TaskDefinition\n    «Properties»: {NetworkMode: bridge}\n`,
      ),
    ),
    row(
      "a listener's protocol that the load balancer does not have",
      listener("«TCP»", "Scheme: internal"),
      /Balancer is an Application Load Balancer \(“Listener protocol 'TCP' must be one of 'HTTPS, HTTP'”\)/,
    ),
    row(
      "a listener's protocol that a Network Load Balancer does not have",
      listener("«HTTP»", "Type: network"),
      /Balancer is a Network Load Balancer \(“Listener protocol 'HTTP' must be one of/,
    ),
    row("a listener's protocol that fits", listener("HTTPS", "Type: application")),
    row("a listener's protocol that a Network Load Balancer has", listener("TLS", "Type: network")),
    row("a listener of a load balancer whose type is not known", listener("TCP", "Type: !Ref Type")),
    row("a listener's protocol that is not known", listener("!Ref Protocol", "Type: network")),
    row("a listener of a gateway", listener("HTTP", "Type: gateway")),
    row(
      "an authorizer of another type",
      resources(
        "  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {AuthorizationType: «CUSTOM», AuthorizerId: !Ref A}\n  A:\n    Type: AWS::ApiGateway::Authorizer\n    Properties: {Type: COGNITO_USER_POOLS}\n",
      ),
    ),
    row(
      "an authorizer that fits",
      resources(
        "  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {AuthorizationType: CUSTOM, AuthorizerId: !Ref A}\n  A:\n    Type: AWS::ApiGateway::Authorizer\n    Properties: {Type: REQUEST}\n",
      ),
    ),
    row(
      "a policy for a group that can't scale",
      resources(
        '  P:\n    Type: AWS::AutoScaling::ScalingPolicy\n    Properties: {PolicyType: TargetTrackingScaling, AutoScalingGroupName: «!Ref G»}\n  G:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {MinSize: "1", MaxSize: "1"}\n',
      ),
      undefined,
      "warning",
    ),
    row(
      "a permission for another service",
      resources(
        "  P:\n    Type: AWS::Lambda::Permission\n    Properties: {Principal: «sqs.amazonaws.com», SourceArn: !Ref T}\n  T:\n    Type: AWS::SNS::Topic\n",
      ),
      /sns\.amazonaws\.com/,
      "warning",
    ),
    row(
      "a cluster without failover",
      resources(
        '  G:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties: {CacheParameterGroupName: «!Ref P», AutomaticFailoverEnabled: false}\n  P:\n    Type: AWS::ElastiCache::ParameterGroup\n    Properties: {Properties: {cluster-enabled: "yes"}}\n',
      ),
      /switches the cluster mode on/,
      "error",
    ),
    row(
      "a cluster that may lack failover",
      `Parameters:\n  A: {Type: String}\n  B: {Type: String}\nConditions:\n  HasA: !Equals [!Ref A, x]\n  HasB: !Equals [!Ref B, x]\n${resources(
        '  G:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties: {CacheParameterGroupName: «!Ref P», AutomaticFailoverEnabled: !If [HasA, true, false]}\n  P:\n    Type: AWS::ElastiCache::ParameterGroup\n    Properties: {Properties: !If [HasB, {cluster-enabled: "yes"}, {}]}\n',
      )}`,
      /may switch/,
      "warning",
    ),
    row(
      "a cluster that has failover whenever it is one",
      `Parameters:\n  A: {Type: String}\nConditions:\n  HasA: !Equals [!Ref A, x]\n${resources(
        '  G:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties: {CacheParameterGroupName: !Ref P, AutomaticFailoverEnabled: !If [HasA, true, false]}\n  P:\n    Type: AWS::ElastiCache::ParameterGroup\n    Properties: {Properties: !If [HasA, {cluster-enabled: "yes"}, {}]}\n',
      )}`,
    ),
  ]);
});
