import { equal } from "node:assert/strict";
import { checkRows, fixed, type Row } from "../../checkRule.ts";

const resource = (type: string, properties: string): string =>
  `Resources:\n  One:\n    Type: ${type}\n    Properties:\n${properties.replace(/^(?=.)/gm, "      ")}`;

const ofCache = (count: string): string =>
  resource(
    "AWS::ElastiCache::ReplicationGroup",
    `ReplicationGroupDescription: x\nAutomaticFailoverEnabled: true\nNumCacheClusters: ${count}\n`,
  );

const ofFirehose = (size: string): string =>
  resource(
    "AWS::KinesisFirehose::DeliveryStream",
    `ExtendedS3DestinationConfiguration:
  RoleARN: arn:aws:iam::123456789012:role/x
  BucketARN: arn:aws:s3:::x
  BufferingHints: {IntervalInSeconds: 60, SizeInMBs: ${size}}
  DynamicPartitioningConfiguration: {Enabled: true}
`,
  );

const rule = (name: string, priority: string, action: string, what: string): string => `  - Name: ${name}
    Priority: ${priority}
    ${action}
    Statement: ${what}
    VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: x, SampledRequestsEnabled: true}
`;

const MANAGED = "{ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}}";

const ofAcl = (...rules: readonly string[]): string =>
  resource(
    "AWS::WAFv2::WebACL",
    `Scope: REGIONAL
DefaultAction: {Allow: {}}
VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: x, SampledRequestsEnabled: true}
Rules:
${rules.join("")}`,
  );

const record = (name: string, zone: string): string =>
  resource(
    "AWS::Route53::RecordSet",
    `HostedZoneName: ${zone}\nName: ${name}\n«Type»: CNAME\nTTL: "300"\nResourceRecords: [app.example.net]\n`,
  );

const target = (type: string, properties: string, more: string): string => `Resources:
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: one
          Arn: ${more}
  Target:
    Type: ${type}
    Properties: ${properties}
`;

const queue = (batch: string): string => `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {VisibilityTimeout: 900}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Queue.Arn
      FunctionName: orders
      ${batch}
`;

const mounts = (other: string): string => `Resources:
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}}
  First: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files, SubnetId: !Ref A, SecurityGroups: [sg-12345678]}}
  Second: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files, SubnetId: ${other}, SecurityGroups: [sg-12345678]}}
  Files: {Type: AWS::EFS::FileSystem}
`;

const blocks = (subnet: string, second: string): string =>
  `Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n  Second:\n    Type: AWS::EC2::VPCCidrBlock\n    Properties: {VpcId: !Ref Vpc, ${second}}\n  Net:\n    Type: AWS::EC2::Subnet\n    DependsOn: Second\n    Properties: {VpcId: !Ref Vpc, CidrBlock: ${subnet}}\n`;
const alias = (zone: string): string =>
  `${resource("AWS::Route53::RecordSet", `HostedZoneId: !Ref Zone\nName: www.example.com.\nType: A\nAliasTarget: {DNSName: !GetAtt Cdn.DomainName, HostedZoneId: ${zone}}\n`)}  Cdn:\n    Type: AWS::CloudFront::Distribution\n`;
const reader = (source: string, attribute: string): string => `Resources:
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
${attribute}    Properties: {FunctionName: !Ref Function, EventSourceArn: ${source}}
  Queue:
    Type: AWS::SQS::Queue
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties: {ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]}
  Policy:
    Type: AWS::IAM::Policy
    Properties: {Roles: [!Ref Role], PolicyDocument: {Statement: [{Effect: Allow, Action: "sqs:*", Resource: "*"}]}}
`;
const LOGS = "  Logs:\n    Type: AWS::S3::Bucket\n";
const trail = (name: string, more: string): string =>
  `Resources:\n  ${name}:\n    Type: AWS::CloudTrail::Trail\n    Properties: {IsLogging: true, S3BucketName: !Ref Logs}\n${LOGS}${more}`;
const balancer = (name: string, isOn: string): string =>
  `Resources:\n  ${name}:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [a, b]\n      LoadBalancerAttributes: [{Key: access_logs.s3.enabled, Value: "${isOn}"}, {Key: access_logs.s3.bucket, Value: !Ref Logs}]\n${LOGS}`;

const ROWS: readonly Row[] = [
  ["value-combination", "one node that fails over", ofCache("«1»"), /at least 2 cache clusters/],
  ["value-combination", "two nodes", ofCache("2")],
  ["value-combination", "a buffer too small to partition", ofFirehose("«5»"), /must be at least 64/],
  ["value-combination", "a buffer that is not", ofFirehose("64")],
  [
    "value-combination",
    "a managed group of rules with an action",
    ofAcl(rule("a", "0", "«Action»: {Block: {}}", MANAGED)),
    /exactly one value/,
  ],
  ["value-combination", "a managed group of rules", ofAcl(rule("a", "0", "OverrideAction: {None: {}}", MANAGED))],
  [
    "duplicate-item",
    "two rules of one priority",
    ofAcl(
      rule("a", "0", "OverrideAction: {None: {}}", MANAGED),
      rule("b", "«0»", "OverrideAction: {None: {}}", MANAGED),
    ),
    /WAFInvalidParameterException/,
    "error",
  ],
  [
    "duplicate-item",
    "rules in order",
    ofAcl(rule("a", "0", "OverrideAction: {None: {}}", MANAGED), rule("b", "1", "OverrideAction: {None: {}}", MANAGED)),
  ],
  ["record-set", "an alias of a whole zone", record("example.com", "example.com."), /not permitted at apex/],
  [
    "record-set",
    "the name of the zone by a reference",
    record("!Ref Zone", '!Sub "${Zone}."'),
    /not permitted at apex/,
  ],
  ["record-set", "a name in the zone", record("www.example.com", "example.com.").replaceAll(/[«»]/g, "")],
  [
    "mismatched-resources",
    "a target that is started by a role",
    target("AWS::CodeBuild::Project", "{}", "«!GetAtt Target.Arn»"),
    /RoleArn is required/,
  ],
  ["mismatched-resources", "a topic", target("AWS::SNS::Topic", "{}", "!Ref Target")],
  [
    "mismatched-resources",
    "a FIFO queue without group",
    target("AWS::SQS::Queue", "{FifoQueue: true}", "«!GetAtt Target.Arn»"),
    /SqsParameters must be specified/,
  ],
  [
    "mismatched-resources",
    "a FIFO queue with one",
    target("AWS::SQS::Queue", "{FifoQueue: true}", "!GetAtt Target.Arn\n          SqsParameters: {MessageGroupId: a}"),
  ],
  ["mismatched-resources", "a large batch", queue("BatchSize: «100»"), /Maximum batch window/],
  ["mismatched-resources", "one that is waited for", queue("BatchSize: 100\n      MaximumBatchingWindowInSeconds: 5")],
  ["subnet-zones", "two mount targets in a zone", mounts("«!Ref B»"), /already exists in this AZ/],
  ["subnet-zones", "one in each", mounts("!Ref C")],
  [
    "invalid-value",
    "a word that YAML reads as false",
    resource("AWS::Cognito::UserPool", "MfaConfiguration: «OFF»\n"),
    /reads OFF without quotes as false/,
  ],
  ["invalid-value", "the same in quotes", resource("AWS::Cognito::UserPool", 'MfaConfiguration: "OFF"\n')],
  [
    "list-size",
    "a profile of two roles",
    resource("AWS::IAM::InstanceProfile", "«Roles»: [a, b]\n"),
    /at most 1 item \(“Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1”\)/,
  ],
  [
    "table-definition",
    "a slip in the name of a key, told once",
    resource(
      "AWS::DynamoDB::Table",
      `BillingMode: PAY_PER_REQUEST
AttributeDefinitions: [{AttributeName: orderId, AttributeType: S}]
KeySchema: [{AttributeName: «orderID», KeyType: HASH}]`,
    ),
    /Did you mean orderId\?$/,
  ],
  [
    "table-definition",
    "another key than the one that is defined",
    resource(
      "AWS::DynamoDB::Table",
      `BillingMode: PAY_PER_REQUEST
AttributeDefinitions: [{AttributeName: «customer», AttributeType: S}]
KeySchema: [{AttributeName: «orderId», KeyType: HASH}]`,
    ),
  ],
  [
    "table-definition",
    "a local index of a table without sort key",
    resource(
      "AWS::DynamoDB::Table",
      `BillingMode: PAY_PER_REQUEST
AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: at, AttributeType: S}]
KeySchema: [{AttributeName: id, KeyType: HASH}]
«LocalSecondaryIndexes»:
  - IndexName: a
    KeySchema: [{AttributeName: id, KeyType: HASH}, {AttributeName: at, KeyType: RANGE}]
    Projection: {ProjectionType: ALL}
`,
    ),
    /does not have a range key/,
  ],
  [
    "bucket-acl-refused",
    "an ACL where none is allowed",
    resource(
      "AWS::S3::Bucket",
      "AccessControl: «PublicRead»\nOwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}\n",
    ),
    /BucketOwnerEnforced setting/,
  ],
  [
    "property-combination",
    "a service of two kinds",
    resource(
      "AWS::ECS::Service",
      "TaskDefinition: web\n«LaunchType»: FARGATE\nCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT}]\n",
    ),
    /Specifying both a launch type/,
  ],
  [
    "value-combination",
    "a daemon that is counted",
    resource("AWS::ECS::Service", "TaskDefinition: web\nSchedulingStrategy: DAEMON\n«DesiredCount»: 2\n"),
    /does not support a desired count/,
  ],
  [
    "container-definition",
    "a container without memory",
    resource("AWS::ECS::TaskDefinition", "ContainerDefinitions:\n  - «Name»: web\n    Image: nginx\n"),
    /memoryReservation/,
  ],
  [
    "container-definition",
    "memory of the task, or of the container",
    resource("AWS::ECS::TaskDefinition", "ContainerDefinitions:\n  - {Name: web, Image: nginx, Memory: 256}\n"),
  ],
  [
    "table-definition",
    "keys in the wrong order",
    resource(
      "AWS::DynamoDB::Table",
      `BillingMode: PAY_PER_REQUEST
AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: at, AttributeType: S}]
KeySchema: [{AttributeName: at, KeyType: «RANGE»}, {AttributeName: id, KeyType: HASH}]
`,
    ),
    /first KeySchemaElement/,
  ],
  [
    "invalid-id",
    "a logical ID as a text",
    `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: x}}
  Part: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: «Api», ParentId: !GetAtt Api.RootResourceId, PathPart: x}}
`,
    /use !Ref Api/,
  ],
  [
    "invalid-id",
    "a name that another resource has, too",
    `Resources:
  orders: {Type: AWS::SQS::Queue}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: Api}}
  Part: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders}}
`,
  ],
  [
    "invalid-id",
    "a callback without TLS",
    resource(
      "AWS::Cognito::UserPoolClient",
      "UserPoolId: a\nCallbackURLs: [«http://app.example.com/», http://localhost:3000/]\n",
    ),
    /HTTP protocol/,
  ],
  [
    "invalid-id",
    "an address without its range",
    resource(
      "AWS::WAFv2::IPSet",
      "Scope: REGIONAL\nIPAddressVersion: IPV4\nAddresses: [«192.0.2.44», 192.0.2.44/32]\n",
    ),
  ],
  [
    "invalid-id",
    "a script in Base64",
    resource("AWS::EC2::Instance", "ImageId: ami-0123456789abcdef0\nUserData: {Fn::Base64: !Sub '#!/bin/bash'}\n"),
  ],
  [
    "invalid-id",
    "one that is not",
    resource("AWS::EC2::Instance", 'ImageId: ami-0123456789abcdef0\nUserData: "«#!/bin/bash»"\n'),
    /Invalid BASE64 encoding/,
  ],
  [
    "list-size",
    "a pipeline of one stage",
    resource(
      "AWS::CodePipeline::Pipeline",
      "RoleArn: arn:aws:iam::123456789012:role/x\nArtifactStore: {Type: S3, Location: x}\n«Stages»: [{Name: Source, Actions: []}]\n",
    ),
  ],
  [
    "property-combination",
    "a rule of no group",
    resource(
      "AWS::EC2::SecurityGroupIngress",
      "IpProtocol: tcp\nFromPort: 80\nToPort: 80\nCidrIp: 10.0.0.0/8\n",
    ).replace("Properties", "«Properties»"),
    /groupName or groupId/,
  ],
  [
    "value-combination",
    "codes by SMS that nobody may send",
    resource("AWS::Cognito::UserPool", "MfaConfiguration: 'ON'\nEnabledMfas: [SMS_MFA]\n").replace(
      "Properties",
      "«Properties»",
    ),
    /SMS configuration/,
  ],
  [
    "value-combination",
    "codes of an application",
    resource("AWS::Cognito::UserPool", "MfaConfiguration: 'ON'\nEnabledMfas: [SOFTWARE_TOKEN_MFA]\n"),
  ],
  [
    "value-combination",
    "copies without versions",
    resource(
      "AWS::S3::Bucket",
      "VersioningConfiguration: {Status: «Suspended»}\nReplicationConfiguration: {Role: arn:aws:iam::123456789012:role/x, Rules: []}\n",
    ),
    /must be 'Enabled'/,
  ],
  [
    "mismatched-resources",
    "logs of a distribution in a bucket without ACLs",
    `${resource("AWS::CloudFront::Distribution", "DistributionConfig: {Logging: {Bucket: !GetAtt Logs.DomainName}}\n")}  Logs:
    Type: AWS::S3::Bucket
    «Properties»: {BucketName: logs}
`,
    /does not enable ACL access/,
  ],
  [
    "mismatched-resources",
    "logs of a distribution in a bucket with them",
    `${resource("AWS::CloudFront::Distribution", "DistributionConfig: {Logging: {Bucket: !GetAtt Logs.DomainName}}\n")}  Logs:
    Type: AWS::S3::Bucket
    Properties: {OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}}
`,
  ],
  [
    "mismatched-resources",
    "a copy of what keeps no backups",
    `${resource("AWS::RDS::DBInstance", "SourceDBInstanceIdentifier: !Ref Db\n")}  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BackupRetentionPeriod: «0»}
`,
    /Automated backups are not enabled/,
  ],
  [
    "method-integration",
    "a parameter that is not declared",
    resource(
      "AWS::ApiGateway::Method",
      "RequestParameters: {method.request.path.id: true}\nIntegration: {RequestParameters: {integration.request.path.a: method.request.path.id, integration.request.path.b: «method.request.path.name»}}\n",
    ),
    /Invalid mapping expression/,
  ],
  [
    "zone-region",
    "a Region where a zone belongs",
    resource("AWS::EC2::Volume", "AvailabilityZone: «us-east-1»\n"),
    /is no Availability Zone/,
  ],
  ["zone-region", "a Local Zone", resource("AWS::EC2::Volume", "AvailabilityZone: us-west-2-lax-1a\n")],
  [
    "subnet-zones",
    "a database outside of its group's VPC",
    `${resource("AWS::RDS::DBInstance", "VPCSecurityGroups: [«!Ref Group»]\n")}  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {VpcId: !Ref Vpc}
  Vpc:
    Type: AWS::EC2::VPC
`,
    /default VPC/,
  ],
  [
    "subnet-zones",
    "an instance of a cluster",
    `${resource("AWS::RDS::DBInstance", "DBClusterIdentifier: x\nVPCSecurityGroups: [!Ref Group]\n")}  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {VpcId: !Ref Vpc}
  Vpc:
    Type: AWS::EC2::VPC
`,
  ],
  [
    "policy-lockout",
    "a replica that nobody manages",
    resource(
      "AWS::KMS::ReplicaKey",
      'PrimaryKeyArn: x\n«KeyPolicy»: {Statement: [{Effect: Allow, Principal: {Service: logs.amazonaws.com}, Action: "kms:Encrypt", Resource: "*"}]}\n',
    ),
  ],
  [
    "misplaced-function",
    "an output of another stack in a condition",
    "Conditions:\n  C: !Equals [{«Fn::GetStackOutput»: {StackName: a, OutputName: b}}, c]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\n",
  ],
  [
    "event-source-role",
    "subnets that are asked for",
    `Parameters:
  Subnets:
    Type: List<AWS::EC2::Subnet::Id>
${resource("AWS::Lambda::Function", "Role: !GetAtt Role.Arn\n«VpcConfig»: {SubnetIds: !Ref Subnets, SecurityGroupIds: [sg-12345678]}\n")}  Role:
    Type: AWS::IAM::Role
    Properties: {ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]}
`,
    /CreateNetworkInterface/,
  ],
  ["event-source-role", "a policy that may come later", reader("«!GetAtt Queue.Arn»", ""), /before Policy/, "warning"],
  ["event-source-role", "a policy that comes before", reader("!GetAtt Queue.Arn", "    DependsOn: Policy\n")],
  [
    "missing-depends-on",
    "an address of an interface",
    `Resources:
  «One»:
    Type: AWS::EC2::EIPAssociation
    Properties: {AllocationId: eipalloc-1, NetworkInterfaceId: !Ref Card}
  Card:
    Type: AWS::EC2::NetworkInterface
    Properties: {SubnetId: !Ref Net}
  Net:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: igw-12345678}
`,
    /internet gateway/,
    "warning",
  ],
  [
    "unknown-property",
    "a resource in a trust policy",
    resource(
      "AWS::IAM::Role",
      'AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole", «Resource»: "*"}]}\n',
    ),
    /“Has prohibited field Resource”/,
  ],
  [
    "unknown-property",
    "a principal in a policy of a role",
    resource(
      "AWS::IAM::Policy",
      'PolicyName: x\nRoles: [x]\nPolicyDocument: {Statement: [{Effect: Allow, «Principal»: "*", Action: "s3:ListAllMyBuckets", Resource: "*"}]}\n',
    ),
    /should not specify a principal/,
  ],
  [
    "property-combination",
    "a bucket policy for nobody",
    resource(
      "AWS::S3::BucketPolicy",
      'Bucket: x\nPolicyDocument: {Statement: [{«Effect»: Allow, Action: "s3:ListBucket", Resource: "arn:aws:s3:::x"}]}\n',
    ),
    /Missing required field Principal/,
  ],
  [
    "invalid-format",
    "a name of a pipeline with blanks",
    resource("AWS::CodePipeline::Pipeline", "Name: «my pipeline»\n"),
  ],
  [
    "invalid-format",
    "a build that never ends",
    resource("AWS::CodeBuild::Project", "TimeoutInMinutes: «5000»\nQueuedTimeoutInMinutes: 480\n"),
    /at most 2160/,
  ],
  [
    "invalid-format",
    "a name in place of a script's",
    resource("AWS::CodePipeline::Pipeline", 'Name: "@@name@@"\nRestartExecutionOnUpdate: "@@restart@@"\n'),
  ],
  [
    "wrong-type",
    "what a script puts in",
    resource("AWS::SQS::Queue", 'DelaySeconds: "@@delay@@"\nVisibilityTimeout: «"@long"»\n'),
  ],
  [
    "invalid-value",
    "credentials of nobody",
    resource(
      "AWS::CodeBuild::Project",
      "Environment: {ImagePullCredentialsType: «SERVICEROLE»}\nLogsConfig: {CloudWatchLogs: {Status: ENABLED}}\n",
    ),
  ],
  [
    "property-combination",
    "a route to nowhere",
    resource("AWS::EC2::Route", "RouteTableId: rtb-12345678\nDestinationCidrBlock: 0.0.0.0/0\n").replace(
      "Properties",
      "«Properties»",
    ),
    /exactly one of/,
  ],
  [
    "value-combination",
    "a build of a pipeline with artifacts of its own",
    resource("AWS::CodeBuild::Project", "Source: {Type: CODEPIPELINE}\nArtifacts: {Type: «NO_ARTIFACTS»}\n"),
  ],
  [
    "value-combination",
    "artifacts of a pipeline without it",
    resource(
      "AWS::CodeBuild::Project",
      "Source: {Type: «GITHUB», Location: https://github.com/a/b}\nArtifacts: {Type: CODEPIPELINE}\n",
    ),
  ],
  [
    "value-combination",
    "a build of a pipeline",
    resource("AWS::CodeBuild::Project", "Source: {Type: CODEPIPELINE}\nArtifacts: {Type: CODEPIPELINE}\n"),
  ],
  [
    "value-combination",
    "a flow log that nobody may write",
    resource("AWS::EC2::FlowLog", "ResourceId: vpc-1\nResourceType: VPC\nTrafficType: ALL\nLogGroupName: x\n").replace(
      "Properties",
      "«Properties»",
    ),
    /DeliverLogsPermissionArn/,
  ],
  [
    "value-combination",
    "a flow log in a bucket",
    resource(
      "AWS::EC2::FlowLog",
      "ResourceId: vpc-1\nResourceType: VPC\nTrafficType: ALL\nLogDestinationType: s3\nLogDestination: arn:aws:s3:::a\n",
    ),
  ],
  [
    "value-combination",
    "an instance of Aurora alone",
    resource("AWS::RDS::DBInstance", "Engine: aurora-postgresql\nDBInstanceClass: db.r6g.large\n").replace(
      "Properties",
      "«Properties»",
    ),
    /DBClusterIdentifier is needed/,
  ],
  [
    "function-arguments",
    "a block beyond those that there are",
    resource("AWS::EC2::Subnet", "VpcId: vpc-1\nCidrBlock: !Select [«4», !Cidr [10.0.0.0/16, 4, 8]]\n"),
    /nonexistent value at index 4/,
  ],
  [
    "missing-depends-on",
    "a trail whose bucket lets nobody write",
    trail("«One»", ""),
    /Incorrect S3 bucket policy/,
    "error",
  ],
  [
    "missing-depends-on",
    "a trail that may come first",
    trail("«One»", "  Policy:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: !Ref Logs}\n"),
    /DependsOn: Policy/,
    "warning",
  ],
  [
    "missing-depends-on",
    "a trail with a policy of a bucket that can't be told",
    trail("One", "  Policy:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: logs}\n"),
  ],
  ["missing-depends-on", "logs of a load balancer", balancer("«One»", "true"), /S3bucket permission/, "error"],
  ["missing-depends-on", "logs that are off", balancer("One", "false")],
  [
    "fargate-task",
    "sizes with units",
    resource(
      "AWS::ECS::TaskDefinition",
      "RequiresCompatibilities: [FARGATE]\nNetworkMode: awsvpc\nCpu: 1 vCPU\n«Memory»: 1GB\n",
    ),
    /2048 to 8192 MiB/,
  ],
  [
    "fargate-task",
    "sizes with units that go together",
    resource(
      "AWS::ECS::TaskDefinition",
      "RequiresCompatibilities: [FARGATE]\nNetworkMode: awsvpc\nCpu: .25 vcpu\nMemory: 0.5 GB\n",
    ),
  ],
  [
    "event-pattern",
    "numbers between which there is none",
    resource(
      "AWS::Events::Rule",
      'EventPattern: {detail: {a: [{«numeric»: [">", 10, "<", 5]}], b: [{numeric: [">", 5, "<", 10]}], c: [{numeric: ["<", 5]}]}}\n',
    ),
    /Bottom must be less than top/,
  ],
  ["subnet-block", "a subnet in none of the blocks", blocks("«100.65.0.0/24»", "CidrBlock: 100.64.0.0/16"), /100\.64/],
  ["subnet-block", "a subnet in the second block", blocks("100.64.1.0/24", "CidrBlock: 100.64.0.0/16")],
  ["subnet-block", "a block that can't be told", blocks("100.65.0.0/24", "CidrBlock: !Ref Second")],
  ["subnet-block", "a block of the other family", blocks("«100.65.0.0/24»", "AmazonProvidedIpv6CidrBlock: true")],
  [
    "already-exists",
    "one gateway of two VPCs",
    "Resources:\n  A:\n    Type: AWS::EC2::VPCGatewayAttachment\n    Properties: {VpcId: vpc-1, InternetGatewayId: igw-1}\n  B:\n    Type: AWS::EC2::VPCGatewayAttachment\n    Properties: {VpcId: vpc-2, «InternetGatewayId»: igw-1}\n  C:\n    Type: AWS::EC2::VPCGatewayAttachment\n    Properties: {VpcId: vpc-2, VpnGatewayId: vgw-1}\n",
    /already attached to network/,
  ],
  [
    "property-combination",
    "a rule that does nothing",
    resource(
      "AWS::S3::Bucket",
      "LifecycleConfiguration: {Rules: [{«Id»: a, Status: Enabled}, {Id: b, Status: Enabled, ExpirationInDays: 9}]}\n",
    ),
    /At least one action/,
  ],
  [
    "property-combination",
    "a key of a secret without the rest",
    resource("AWS::SecretsManager::Secret", "GenerateSecretString: {«GenerateStringKey»: password}\n"),
    /SecretStringTemplate/,
  ],
  [
    "value-combination",
    "less at most than at least",
    resource("AWS::ApplicationAutoScaling::ScalableTarget", "MinCapacity: 5\nMaxCapacity: «2»\n"),
    /less than minimum capacity/,
  ],
  [
    "value-combination",
    "as much at most as at least",
    resource("AWS::ApplicationAutoScaling::ScalableTarget", "MinCapacity: 5\nMaxCapacity: 5\n"),
  ],
  [
    "value-combination",
    "a dimension of another service",
    resource(
      "AWS::ApplicationAutoScaling::ScalableTarget",
      "ServiceNamespace: dynamodb\nScalableDimension: «ecs:service:DesiredCount»\n",
    ),
    /scalable dimension/,
  ],
  [
    "value-combination",
    "a policy that tracks nothing",
    resource("AWS::AutoScaling::ScalingPolicy", "PolicyType: TargetTrackingScaling\n").replace(
      "Properties",
      "«Properties»",
    ),
    /TargetTrackingConfiguration is needed/,
  ],
  [
    "value-combination",
    "throughput that is not given",
    resource("AWS::EFS::FileSystem", "ThroughputMode: provisioned\n").replace("Properties", "«Properties»"),
    /ProvisionedThroughputInMibps/,
  ],
  [
    "value-combination",
    "a listener that forwards to nobody",
    resource(
      "AWS::ElasticLoadBalancingV2::Listener",
      "DefaultActions: [{«Type»: forward, Order: 1}, {Type: forward, Order: 2, TargetGroupArn: a}, {Type: forward, Order: 3, ForwardConfig: {}}]\n",
    ),
    /target group ARN must be specified/,
  ],
  [
    "invalid-id",
    "a path without its slash",
    resource(
      "AWS::CloudFront::Distribution",
      "DistributionConfig: {Origins: [{Id: a, OriginPath: «live/»}, {Id: b, OriginPath: /live}, {Id: c, OriginPath: ''}]}\n",
    ),
  ],
  [
    "wrong-ref-target",
    "a parameter of another kind",
    `Parameters:\n  Vpc:\n    Type: AWS::EC2::VPC::Id\n${resource("AWS::EC2::Route", "NatGatewayId: «!Ref Vpc»\n")}`,
    /AWS::EC2::NatGateway/,
  ],
  [
    "invalid-id",
    "a reserved word",
    resource("AWS::Cognito::UserPoolDomain", "Domain: «my-aws-app»\n"),
    /reserved word/,
  ],
  ["invalid-id", "a domain of one's own", resource("AWS::Cognito::UserPoolDomain", "Domain: login.my-aws-app.com\n")],
  ["invalid-id", "a prefix", resource("AWS::Cognito::UserPoolDomain", "Domain: my-app\n")],
  [
    "property-combination",
    "capacity beside workers",
    resource("AWS::Glue::Job", "WorkerType: G.1X\n«MaxCapacity»: 2\n"),
    /Worker Type/,
  ],
  [
    "property-combination",
    "two ways to sign in",
    resource("AWS::Cognito::UserPool", "UsernameAttributes: [email]\n«AliasAttributes»: [preferred_username]\n"),
    /Only one of/,
  ],
  [
    "value-combination",
    "access control without encryption",
    resource(
      "AWS::OpenSearchService::Domain",
      "AdvancedSecurityOptions: {Enabled: true}\nEncryptionAtRestOptions: {Enabled: «false»}\nNodeToNodeEncryptionOptions: {Enabled: true}\nDomainEndpointOptions: {EnforceHTTPS: true}\n",
    ),
  ],
  ["list-size", "six targets", resource("AWS::Events::Rule", "«Targets»: [{}, {}, {}, {}, {}, {}]\n"), /at most 5/],
  [
    "list-size",
    "five targets and one that may be none",
    resource("AWS::Events::Rule", "Targets: [{}, {}, {}, {}, {}, !If [A, {}, !Ref AWS::NoValue]]\n"),
  ],
  ["record-set", "an alias in its own zone", alias("«!Ref Zone»"), /Z2FDTNDATAQYW2/],
  ["record-set", "an alias in the zone of CloudFront", alias("Z2FDTNDATAQYW2")],
];

describe("what services refuse", () => {
  checkRows(ROWS);

  it("goes by a fix where it only has to be left out", () => {
    const daemon = (count: string): string =>
      resource("AWS::ECS::Service", `TaskDefinition: web\nSchedulingStrategy: DAEMON\n${count}`);
    equal(fixed("value-combination", daemon("DesiredCount: 2\n")), daemon(""));
  });
});
