import { checkRows, type Row } from "../../checkRule.ts";

/** What refuses a resource is how another one is that it uses: a key, a network, a queue, a bucket's policy. */
const CODE = "mismatched-resources";
const resources = (text: string): string => `Resources:\n${text}`;

const key = (statements: string): string =>
  `  Key:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root"}, Action: "kms:*", Resource: "*"}${statements}]}}
`;
const lets = (principal: string): string =>
  `, {Effect: Allow, Principal: ${principal}, Action: "kms:*", Resource: "*"}`;
const group = (arn: string): string => `  Group:\n    Type: AWS::Logs::LogGroup\n    Properties: {KmsKeyId: ${arn}}\n`;
const bucket = (queue: string): string =>
  `  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: {NotificationConfiguration: ${queue}}\n`;
const queue = (encryption: string): string =>
  `  Queue:\n    Type: AWS::SQS::Queue\n    Properties: {KmsMasterKeyId: ${encryption}}\n`;
const NOTIFIES = "{QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]}";

const KEYS: readonly Row[] = [
  [
    CODE,
    "a log group with a key that does not let it",
    resources(key("") + group("«!GetAtt Key.Arn»")),
    /Key does not let logs\.amazonaws\.com use it for Group \(“The specified KMS key does not exist or is not allowed/,
    "error",
  ],
  [
    CODE,
    "a log group with a key without a policy",
    resources(`  Key:\n    Type: AWS::KMS::Key\n    Properties: {Description: logs}\n${group("«!GetAtt Key.Arn»")}`),
    /logs\.amazonaws\.com/,
  ],
  [CODE, "a key for logs", resources(key(lets("{Service: logs.eu-west-1.amazonaws.com}")) + group("!GetAtt Key.Arn"))],
  [
    CODE,
    "a key for logs of the Region",
    resources(key(lets('{Service: !Sub "logs.${AWS::Region}.${AWS::URLSuffix}"}')) + group("!GetAtt Key.Arn")),
  ],
  [CODE, "a key for everybody", resources(key(lets('{AWS: "*"}')) + group("!GetAtt Key.Arn"))],
  [CODE, "a key for what is not known", resources(key(lets("!Ref Principals")) + group("!GetAtt Key.Arn"))],
  [CODE, "a key from elsewhere", resources(group("!ImportValue key"))],
  [
    CODE,
    "a bucket that notifies an encrypted queue",
    resources(key("") + queue("!GetAtt Key.Arn") + bucket(NOTIFIES.replace("!GetAtt Queue.Arn", "«$&»"))),
    /s3\.amazonaws\.com use it for Bucket \(“Unable to validate the following destination configurations”\)/,
    "error",
  ],
  [
    CODE,
    "a bucket that notifies a queue with a key for S3",
    resources(key(lets("{Service: s3.amazonaws.com}")) + queue("!Ref Key") + bucket(NOTIFIES)),
  ],
];

const network = (vpc: string, database: string): string =>
  resources(`  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16${vpc}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  Group: {Type: AWS::RDS::DBSubnetGroup, Properties: {DBSubnetGroupDescription: a, SubnetIds: [!Ref A, !Ref B]}}
  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres, DBSubnetGroupName: !Ref Group${database}}}
`);
const PUBLIC = ", PubliclyAccessible: true";

const DATABASES: readonly Row[] = [
  [
    CODE,
    "a public database in a VPC without host names",
    network("", PUBLIC).replace("Properties: {CidrBlock: 10.0.0.0/16}", "«Properties»: {CidrBlock: 10.0.0.0/16}"),
    /EnableDnsHostnames of Vpc to be true \(“Cannot create a publicly accessible DBInstance/,
    "error",
  ],
  [CODE, "a database that is not public", network("", "")],
  [CODE, "a public database in a VPC with host names", network(", EnableDnsHostnames: true", PUBLIC)],
  [
    CODE,
    "a public database in a VPC without DNS",
    network(", EnableDnsHostnames: true, EnableDnsSupport: «false»", PUBLIC),
    /EnableDnsSupport of Vpc to be true/,
  ],
];

const fed = (queueKind: string, mapping: string): string =>
  `Transform: AWS::Serverless-2016-10-31
Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {${queueKind}}}
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: .
      Events: {Jobs: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, ${mapping}}}}
`;
const mapped = (queueKind: string, mapping: string): string =>
  resources(`  Queue: {Type: AWS::SQS::Queue, Properties: {${queueKind}}}
  Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: worker, EventSourceArn: !GetAtt Queue.Arn, ${mapping}}}
`);
const FIFO = "FifoQueue: true";

const QUEUES: readonly Row[] = [
  [
    CODE,
    "a window of a FIFO queue",
    mapped(FIFO, "MaximumBatchingWindowInSeconds: «5»"),
    /“Batching window is not supported for FIFO queues”/,
    "error",
  ],
  [CODE, "a window of nothing", mapped(FIFO, "MaximumBatchingWindowInSeconds: 0")],
  [CODE, "a window of a standard queue", mapped("VisibilityTimeout: 60", "MaximumBatchingWindowInSeconds: 5")],
  [CODE, "SAM: a window of a FIFO queue", fed(FIFO, "MaximumBatchingWindowInSeconds: «5»"), /FIFO/, "error"],
  [CODE, "SAM: a large batch of a FIFO queue", fed(FIFO, "BatchSize: «100»"), /at most 10/, "error"],
  [
    CODE,
    "SAM: a large batch without a window",
    fed("VisibilityTimeout: 60", "BatchSize: «100»"),
    /Maximum batch window/,
  ],
  [
    CODE,
    "SAM: a large batch with a window",
    fed("VisibilityTimeout: 60", "BatchSize: 100, MaximumBatchingWindowInSeconds: 5"),
  ],
];

const edge = (properties: string): string =>
  resources(`  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {DefaultCacheBehavior: {LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref Version}]}}}
  Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Edge}}
  Edge: {Type: AWS::Lambda::Function, Properties: {Role: !Ref RoleArn, ${properties}}}
`);

const EDGES: readonly Row[] = [
  [
    CODE,
    "an image at the edge",
    edge("PackageType: «Image»"),
    /does not support functions with a repository type of ECR/,
  ],
  [CODE, "another processor at the edge", edge("Architectures: «[arm64]»"), /architecture of arm64/, "error"],
  [
    CODE,
    "variables at the edge",
    edge("Environment: «{Variables: {STAGE: prod}}»"),
    /Cdn runs this function at the edge.*“The function cannot have environment variables”/,
    "error",
  ],
  [CODE, "no variables at the edge", edge("Environment: {Variables: {}}")],
  [
    CODE,
    "variables by a condition",
    edge("Environment: «!If [Prod, {Variables: {A: b}}, !Ref AWS::NoValue]»"),
    /^Where Prod is true: .*can't have this Environment/,
    "warning",
  ],
  [CODE, "layers at the edge", edge("Layers: «[!Ref Layer]»"), /can't have this Layers/],
  [CODE, "a usual function at the edge", edge("Architectures: [x86_64], PackageType: Zip")],
];

const TARGETS: readonly Row[] = [
  [
    CODE,
    "a role for a log group",
    resources(
      "  Group: {Type: AWS::Logs::LogGroup}\n  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Group.Arn, RoleArn: «!GetAtt Role.Arn»}]}}\n",
    ),
    /“RoleArn is not supported for target”/,
    "error",
  ],
  [
    CODE,
    "a role for a queue",
    resources(
      "  Queue: {Type: AWS::SQS::Queue}\n  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Queue.Arn, RoleArn: !GetAtt Role.Arn}]}}\n",
    ),
  ],
];

const version = (name: string, of: string): string =>
  `  ${name}: {Type: AWS::Lambda::Version, Properties: {FunctionName: ${of}, Description: ${name}}}\n`;

const VERSIONS: readonly Row[] = [
  [
    "already-exists",
    "two versions of a function",
    resources(version("One", "!Ref F") + version("Two", "!Ref F").replace("FunctionName", "«FunctionName»")),
    /“A version for this Lambda function exists/,
    "warning",
  ],
  ["already-exists", "versions of two functions", resources(version("One", "!Ref F") + version("Two", "!Ref G"))],
];

describe("what refuses a resource for how another one is", () => {
  checkRows([...KEYS, ...DATABASES, ...QUEUES, ...EDGES, ...TARGETS, ...VERSIONS]);
});
