import { checkRows, type Row } from "../checkRule.ts";

const of = (type: string, properties: string): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties: {${properties}}\n`;
const named =
  (code: string) =>
  (name: string, type: string, properties: string, message?: RegExp): Row =>
    message === undefined ? [code, name, of(type, properties)] : [code, name, of(type, properties), message, "error"];
const id = named("invalid-id");
const value = named("invalid-value");
const format = named("invalid-format");
const combination = named("value-combination");
const sets = named("property-combination");

const TARGETS = "AWS::ElasticLoadBalancingV2::TargetGroup";
const DATABASE = "AWS::RDS::DBInstance";
const NEW = "Engine: mysql, MasterUsername: me, ManageMasterUserPassword: true";

describe("values that AWS refuses beyond its schemas", () => {
  checkRows([
    id("a target group's name", TARGETS, `Name: «${"a".repeat(33)}»`, /up to 32 letters, digits and hyphens/),
    value(
      "who may move messages to a queue",
      "AWS::SQS::Queue",
      "RedriveAllowPolicy: {redrivePermission: «all»}",
      /allowAll/,
    ),
    value(
      "a redrive policy in quotes",
      "AWS::SQS::Queue",
      'RedrivePolicy: {deadLetterTargetArn: !Ref "AWS::StackId", maxReceiveCount: "5"}',
    ),
    id("a target group's name with an underscore", TARGETS, "Name: «web_targets»", /web-targets/),
    id("a target group's name of 32", TARGETS, `Name: ${"a".repeat(32)}`),
    id("a load balancer's name", "AWS::ElasticLoadBalancingV2::LoadBalancer", "Name: «internal-web»", /internal-/),
    id("a health check's port", TARGETS, "HealthCheckPort: «traffic»", /traffic-port/),
    id("a health check's port in numbers", TARGETS, "HealthCheckPort: 65535"),
    id("a health check's port of another kind", TARGETS, "HealthCheckPort: «65536»", /1 to 65535/),
    id(
      "a group's description",
      "AWS::EC2::SecurityGroup",
      "GroupDescription: «ウェブ»",
      /“Valid descriptions are strings/,
    ),
    id(
      "a group's name",
      "AWS::EC2::SecurityGroup",
      "GroupName: «sg-web»",
      /“Group names may not be in the format sg-\*”/,
    ),
    id("a rule's description", "AWS::EC2::SecurityGroup", "SecurityGroupIngress: [{Description: «it's me»}]", /255/),
    id("a function's name", "AWS::Lambda::Function", `FunctionName: «${"a".repeat(65)}»`, /up to 64/),
    id("a queue's name", "AWS::SQS::Queue", "QueueName: «my jobs»", /“Can only include alphanumeric/),
    id("a FIFO queue's name", "AWS::SQS::Queue", "QueueName: jobs.fifo"),
    id("a topic's name", "AWS::SNS::Topic", "TopicName: «my.topic»", /“Invalid parameter: Topic Name”/),
    id("a database's name", DATABASE, "DBName: «my-db»", /“DBName must begin with a letter/),
    id(
      "a password",
      DATABASE,
      "MasterUserPassword: «short»",
      /“The parameter MasterUserPassword is not a valid password/,
    ),
    id("a password from elsewhere", DATABASE, "MasterUserPassword: '{{resolve:secretsmanager:a}}'"),
    id("a path", "AWS::ApiGateway::Resource", "PathPart: «/orders»", /without slashes/),
    id("a part of a path", "AWS::ApiGateway::Resource", "PathPart: '{proxy+}'"),
    id(
      "an origin by URL",
      "AWS::CloudFront::Distribution",
      "DistributionConfig: {Origins: [{Id: a, DomainName: «https://example.com»}]}",
      /cannot contain a colon/,
    ),
    [
      "value-combination",
      "deduplication of a standard queue",
      of("AWS::SQS::Queue", "ContentBasedDeduplication: true").replace("Properties", "«Properties»"),
      /Unknown Attribute/,
      "error",
    ],
    combination("deduplication of a FIFO queue", "AWS::SQS::Queue", "ContentBasedDeduplication: true, FifoQueue: true"),
    combination(
      "a health check that takes longer than its interval",
      TARGETS,
      "Protocol: HTTP, HealthCheckIntervalSeconds: «5», HealthCheckTimeoutSeconds: 10",
      /must be greater than/,
    ),
    [
      "value-combination",
      "objects that are too new for STANDARD_IA",
      of(
        "AWS::S3::Bucket",
        "LifecycleConfiguration: {Rules: [{Status: Enabled, Transitions: [{StorageClass: STANDARD_IA, TransitionInDays: «29»}]}]}",
      ),
      /greater than or equal to 30/,
      "warning",
    ],
    combination(
      "objects that are old enough",
      "AWS::S3::Bucket",
      "LifecycleConfiguration: {Rules: [{Status: Enabled, Transitions: [{StorageClass: STANDARD_IA, TransitionInDays: 30}, {StorageClass: GLACIER, TransitionInDays: 60}]}]}",
    ),
    combination(
      "an integration without a method",
      "AWS::ApiGateway::Method",
      "«Integration»: {Type: AWS_PROXY, Uri: a}",
      /Enumeration value for HttpMethod/,
    ),
    combination(
      "a class that Aurora does not have",
      DATABASE,
      "Engine: aurora-mysql, DBClusterIdentifier: c, DBInstanceClass: «db.t3.micro»",
      /does not support creating a DB instance/,
    ),
    sets(
      "a replication of what has no versions",
      "AWS::S3::Bucket",
      "«ReplicationConfiguration»: {Role: a, Rules: []}",
      /Versioning must be 'Enabled'/,
    ),
    sets(
      "a group that is nowhere",
      "AWS::AutoScaling::AutoScalingGroup",
      "MinSize: '1', MaxSize: '1', InstanceId: i-0123456789abcdef0",
    ),
    value("a method", "AWS::ApiGateway::Method", "HttpMethod: «get»", /Did you mean GET/),
    value("an authorization", "AWS::ApiGateway::Method", "AuthorizationType: «IAM»", /Allowed: AWS_IAM/),
    value("a protocol of SNS", "AWS::SNS::Subscription", "Protocol: «mail»", /Did you mean email\?/),
    value("a version of signatures", "AWS::SNS::Topic", "SignatureVersion: «3»", /Allowed: 1, 2/),
    value("a version of signatures that exists", "AWS::SNS::Topic", "SignatureVersion: 2"),
    format("a session's duration", "AWS::IAM::Role", "MaxSessionDuration: «900»", /at least 3600/),
    format("a listener's port", "AWS::ElasticLoadBalancingV2::Listener", "Port: «80000»", /at most 65535/),
    [
      "table-definition",
      "a table without capacity",
      of(
        "AWS::DynamoDB::Table",
        "AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]",
      ).replace("Properties", "«Properties»"),
      /No provisioned throughput/,
      "error",
    ],
    [
      "table-definition",
      "an index with capacity in a table without",
      of(
        "AWS::DynamoDB::Table",
        "BillingMode: PAY_PER_REQUEST, KeySchema: !Ref Keys, GlobalSecondaryIndexes: [{IndexName: i, «ProvisionedThroughput»: {ReadCapacityUnits: 1}}]",
      ),
      /should not be specified for index: i/,
      "error",
    ],
    [
      "value-combination",
      "io1 without Iops",
      of(DATABASE, `${NEW}, AllocatedStorage: 100, StorageType: io1`).replace("Properties", "«Properties»"),
      /Iops is needed/,
    ],
    combination("little storage", DATABASE, `${NEW}, AllocatedStorage: «5»`, /20 to 65536 \(“Invalid storage size”\)/),
    combination("little storage of MySQL", DATABASE, "Engine: MySQL, DBSnapshotIdentifier: a, AllocatedStorage: 5"),
    combination("enough storage", DATABASE, `${NEW}, AllocatedStorage: 20`),
    combination(
      "magnetic storage",
      DATABASE,
      `${NEW}, AllocatedStorage: 5, StorageType: «standard»`,
      /magnetic storage is deprecated/,
    ),
    combination("storage of today", DATABASE, `${NEW}, AllocatedStorage: 20, StorageType: gp3`),
    combination(
      "a zone with MultiAZ",
      DATABASE,
      `${NEW}, AllocatedStorage: 20, MultiAZ: true, «AvailabilityZone»: us-east-1a`,
      /“Requesting a specific availability zone is not valid for Multi-AZ instances”/,
    ),
    combination(
      "IOPS of a small gp3",
      DATABASE,
      `${NEW}, AllocatedStorage: 100, StorageType: gp3, «Iops»: 4000`,
      /“You can't specify IOPS/,
    ),
    combination(
      "no room to grow",
      DATABASE,
      `${NEW}, AllocatedStorage: 20, MaxAllocatedStorage: «10»`,
      /greater than AllocatedStorage \(20\) \(“Max storage size/,
    ),
    combination(
      "an old version",
      DATABASE,
      `${NEW}, AllocatedStorage: 20, EngineVersion: «5.6.40»`,
      /can't be 5\.6\.40 \(“Cannot find version”\)/,
    ),
    combination("a version of today", DATABASE, `${NEW}, AllocatedStorage: 20, EngineVersion: 8.0.40`),
    sets(
      "group names in a subnet",
      "AWS::EC2::Instance",
      "ImageId: ami-12345678, SubnetId: subnet-12345678, «SecurityGroups»: [web]",
      /“The parameter groupName cannot be used with the parameter subnet”/,
    ),
    sets(
      "groups beside interfaces",
      "AWS::EC2::LaunchTemplate",
      "LaunchTemplateData: {«SecurityGroupIds»: [sg-12345678], NetworkInterfaces: [{DeviceIndex: 0}]}",
      /“When a network interface is provided, the security groups must be a part of it”/,
    ),
  ]);
});
