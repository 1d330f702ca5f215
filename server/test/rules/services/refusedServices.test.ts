import { checkRows, type Row } from "../checkRule.ts";

/** Resources that are refused, and their twins that deploy: ‹the one¦the other›; «…» is reported. */
const TWINS: readonly (readonly [code: string, name: string, source: string, says: RegExp, severity?: "warning"])[] = [
  [
    "value-combination",
    "a provider that the cluster does not have",
    one(
      "ECS::Cluster",
      "CapacityProviders: [FARGATE‹¦, FARGATE_SPOT›], DefaultCapacityProviderStrategy: [{CapacityProvider: «FARGATE_SPOT»}]",
    ),
    /FARGATE_SPOT is not among CapacityProviders \(FARGATE\) .*is not associated with the cluster/,
  ],
  [
    "value-combination",
    "two bases",
    one(
      "ECS::Cluster",
      "CapacityProviders: [FARGATE, FARGATE_SPOT], DefaultCapacityProviderStrategy: [{Base: «1», CapacityProvider: FARGATE}, {Base: ‹«1»¦0›, CapacityProvider: FARGATE_SPOT}]",
    ),
    /^With DefaultCapacityProviderStrategy, Base can't be 1 .*: leave the Base of the others out/,
  ],
  [
    "value-combination",
    "a processor without its function",
    one(
      "KinesisFirehose::DeliveryStream",
      "ExtendedS3DestinationConfiguration: {ProcessingConfiguration: {Enabled: true, Processors: [{Type: Lambda, «Parameters»: [{ParameterName: ‹NumberOfRetries¦LambdaArn›, ParameterValue: a}]}]}}",
    ),
    /Parameters needs an item with the ParameterName LambdaArn/,
  ],
  [
    "value-combination",
    "an end before its beginning",
    one("Scheduler::Schedule", "StartDate: 2027-02-01T00:00:00.000Z, EndDate: «2027-0‹1¦3›-01T00:00:00.000Z»"),
    /EndDate must be later than StartDate/,
  ],
  [
    "mismatched-resources",
    "a port that the task does not name",
    `${one("ECS::Service", "TaskDefinition: !Ref T, ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: «‹http¦web›»}]}")}  T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: a, PortMappings: [{Name: web, ContainerPort: 80}]}]}}\n`,
    /T has nothing in its PortMappings that is named http: there is web/,
  ],
  [
    "mismatched-resources",
    "a volume that the task does not have",
    `${one("ECS::Service", "TaskDefinition: !Ref T, VolumeConfigurations: [{Name: «‹b¦a›»}]")}  T: {Type: AWS::ECS::TaskDefinition, Properties: {Volumes: [{Name: a, ConfiguredAtLaunch: true}]}}\n`,
    /does not have a matching volume/,
  ],
  [
    "mismatched-resources",
    "more calls at once than the function has",
    `${one("Lambda::EventSourceMapping", "FunctionName: !Ref F, ScalingConfig: {MaximumConcurrency: «‹6¦5›»}")}  F: {Type: AWS::Lambda::Function, Properties: {ReservedConcurrentExecutions: 5}}\n`,
    /MaximumConcurrency is at most 5, the ReservedConcurrentExecutions of F/,
  ],
  [
    "mismatched-resources",
    "a stream without parameters",
    `${one("Pipes::Pipe", "Source: «!GetAtt S.Arn»‹¦, SourceParameters: {KinesisStreamParameters: {StartingPosition: LATEST}}›")}  S: {Type: AWS::Kinesis::Stream}\n`,
    /KinesisStreamParameters is needed, as R is for S .*Missing required parameter/,
  ],
  [
    "mismatched-resources",
    "parameters of another source",
    `${one("Pipes::Pipe", "Source: !GetAtt S.Arn, SourceParameters: {‹KinesisStream¦SqsQueue›Parameters: «{BatchSize: 1}»}")}  S: {Type: AWS::SQS::Queue}\n`,
    /KinesisStreamParameters can't be set, as R is for S/,
  ],
  [
    "mismatched-resources",
    "a queue for logs",
    `${one("Logs::SubscriptionFilter", "DestinationArn: «!GetAtt ‹Q¦S›.Arn», RoleArn: a")}  Q: {Type: AWS::SQS::Queue}\n  S: {Type: AWS::Kinesis::Stream}\n`,
    /DestinationArn can't be Q, which is AWS::SQS::Queue .*for vendor sqs/,
  ],
  [
    "mismatched-resources",
    "a rotation by nobody",
    `${one("SecretsManager::RotationSchedule", "SecretId: «!Ref S»‹¦, HostedRotationLambda: {RotationType: MySQLSingleUser}›")}  S: {Type: AWS::SecretsManager::Secret}\n`,
    /RotationLambdaARN or HostedRotationLambda is needed/,
  ],
  [
    "mismatched-resources",
    "users none of whom is the default one",
    `${one("ElastiCache::UserGroup", "Engine: redis, UserIds: «[!Ref U]»")}  U: {Type: AWS::ElastiCache::User, Properties: {UserName: ‹app¦default›}}\n`,
    /needs to contain a user with the user name default/,
  ],
  [
    "mismatched-resources",
    "an address outside of the mount target's subnet",
    `${one("EFS::MountTarget", "IpAddress: «10.‹1¦0›.0.9», SubnetId: !Ref S")}  S: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: 10.0.0.0/24}}\n`,
    /10\.1\.0\.9 is not in S/,
  ],
  [
    "mismatched-resources",
    "a permission for the latest code",
    `${one("Lambda::Permission", "FunctionName: «!Sub '${F.Arn}‹:$LATEST¦›'», Principal: s3.amazonaws.com")}  F: {Type: AWS::Lambda::Function}\n`,
    /adding policies for \$LATEST/,
  ],
  [
    "container-definition",
    "logs without their router",
    one(
      "ECS::TaskDefinition",
      "ContainerDefinitions: [{Name: a, Image: a, Memory: 9, LogConfiguration: {LogDriver: «awsfirelens»}}‹¦, {Name: b, Image: b, Memory: 9, FirelensConfiguration: {Type: fluentbit}}›]",
    ),
    /No container has a FirelensConfiguration that takes these logs/,
  ],
  [
    "container-definition",
    "a volume that nobody mounts",
    one(
      "ECS::TaskDefinition",
      "Volumes: [{Name: «d», ConfiguredAtLaunch: ‹true¦false›}], ContainerDefinitions: [{Name: a, Image: a, Memory: 9}]",
    ),
    /Volumes \[d\] are not referenced by any of the containers/,
  ],
  [
    "subnet-block",
    "a further range within the first",
    `${one("EC2::VPCCidrBlock", "VpcId: !Ref V, CidrBlock: «10.‹0¦1›.128.0/20»")}  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}\n`,
    /CIDR range conflicts with 10\.0\.0\.0\/16/,
  ],
  [
    "already-exists",
    "two records of a group",
    one(
      "Route53::RecordSetGroup",
      "HostedZoneId: z, RecordSets: [{Name: a.b.com, Type: A, TTL: 1, ResourceRecords: [10.0.0.1]}, {«Name»: ‹a¦c›.b.com., Type: A, TTL: 1, ResourceRecords: [10.0.0.2]}]",
    ),
    /Another record of R has the same HostedZoneId, Type, Name/,
  ],
  [
    "json-text",
    "input of a schedule",
    one("Scheduler::Schedule", "Target: {Arn: a, RoleArn: b, Input: '«‹{a: 1}¦{\"a\": 1}›»'}"),
    /JSON syntax error in input for the target/,
  ],
  [
    "event-pattern",
    "a filter of a pipe",
    one(
      "Pipes::Pipe",
      'Source: a, SourceParameters: {FilterCriteria: {Filters: [{Pattern: \'«{"body": {"a": ‹1¦[1]›}}»\'}]}}',
    ),
    /a needs a list of values/,
  ],
  [
    "policy-statement",
    "a date that is none",
    one(
      "IAM::ManagedPolicy",
      "PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*', Condition: {DateLessThan: {'aws:CurrentTime': '«‹31.12.2026¦2026-12-31›»'}}}]}",
    ),
    /DateLessThan can't compare with 31\.12\.2026/,
  ],
  [
    "state-machine",
    "a pattern that a service does not have",
    states(
      "{T: {Type: Task, Resource: '«arn:aws:states:::lambda:invoke‹.sync¦›»', Parameters: {FunctionName: a}, End: true}}",
    ),
    /The resource provided arn:aws:states:::lambda:invoke\.sync is not recognized/,
  ],
  [
    "state-machine",
    "a task without what it needs",
    states(
      "{T: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', «Parameters»: {‹¦QueueUrl.$: $.u, ›MessageBody: a}, End: true}}",
    ),
    /The task sqs:sendMessage needs QueueUrl/,
  ],
  [
    "state-machine",
    "a state of a name twice",
    states(
      "{T: {Type: Parallel, End: true, Branches: [{StartAt: A, States: {A: {Type: Pass, End: true}}}, {StartAt: ‹A¦B›, States: {«‹A¦B›»: {Type: Pass, End: true}}}]}}",
    ),
    /DUPLICATE_STATE_NAME/,
  ],
  [
    "mismatched-resources",
    "a function that may take longer than its queue hides a message",
    `${one("Lambda::EventSourceMapping", "FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn")}  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: «60»}}\n  F: {Type: AWS::Lambda::Function, Properties: {Timeout: !If [C, ‹90¦60›, 30]}}\nConditions: {C: !Equals [!Ref AWS::Region, a]}\n`,
    /visibility timeout/i,
    "warning",
  ],
  [
    "managed-policy-arn",
    "a policy by a default",
    `${one("IAM::Role", "ManagedPolicyArns: [«!Ref P»]")}Parameters: {P: {Type: String, Default: "arn:aws:iam::aws:policy/‹¦service-role/›AWSCodeDeployRole"}}\n`,
    /^By default: /,
    "warning",
  ],
  [
    "already-exists",
    "two resolvers of a field",
    `${one("AppSync::Resolver", "ApiId: a, TypeName: Query, FieldName: a")}  S: {Type: AWS::AppSync::Resolver, Properties: {ApiId: a, TypeName: Query, «FieldName»: ‹a¦b›}}\n`,
    /Only one resolver is allowed per field/,
  ],
  [
    "missing-depends-on",
    "signing without its key",
    `${one("Route53::DNSSEC", "HostedZoneId: !Ref Z").replace("R:", "«R»:").replace("Properties", "‹¦DependsOn: K, ›Properties")}  Z: {Type: AWS::Route53::HostedZone, Properties: {Name: a.b}}\n  K: {Type: AWS::Route53::KeySigningKey, Properties: {HostedZoneId: !Ref Z}}\n`,
    /does not have a Key Signing Key in ACTIVE status/,
    "warning",
  ],
  [
    "mismatched-resources",
    "a name that its certificate is not for",
    `${one("CloudFront::Distribution", "DistributionConfig: {Aliases: [«‹www.¦›b.c»], ViewerCertificate: {AcmCertificateArn: !Ref C}}")}  C: {Type: AWS::CertificateManager::Certificate, Properties: {DomainName: b.c, SubjectAlternativeNames: ["*.d.b.c"]}}\n`,
    /^C is for b\.c, \*\.d\.b\.c, not for www\.b\.c .*doesn't cover the alternate domain name/,
  ],
  [
    "invalid-id",
    "a certificate of another Region",
    one(
      "ApiGateway::DomainName",
      "DomainName: a.b, CertificateArn: '«arn:aws:acm:‹eu-west¦us-east›-1:123456789012:certificate/12345678-1234-1234-1234-123456789012»'",
    ),
    /Certificate must be in 'us-east-1'/,
  ],
];

function one(type: string, properties: string): string {
  return `  R: {Type: AWS::${type}, Properties: {${properties}}}\n`;
}

function states(text: string): string {
  return one("StepFunctions::StateMachine", `RoleArn: a, Definition: {StartAt: T, States: ${text}}`);
}

describe("resources that services refuse, and their twins that deploy", () => {
  checkRows(
    TWINS.flatMap(([code, name, source, says, severity = "error" as const]): readonly Row[] => {
      const text = `Resources:\n${source}`;
      return [
        [code, name, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$1"), says, severity],
        [code, `${name}, as it is right`, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$2").replaceAll(/[«»]/g, "")],
      ];
    }),
  );
});
