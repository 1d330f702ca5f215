import { checkRows, type Row } from "../checkRule.ts";

/** What is refused in another spelling and, with the other side of `‹bad¦good›` and without the marks, what is taken. */
const twins = (all: readonly (readonly [...Required<Row>])[]): readonly Row[] =>
  all.flatMap(([code, name, source, message, severity]) => {
    const side = (at: number): string =>
      source.replaceAll(/‹([^¦›]*)¦([^›]*)›/g, (_, ...sides: string[]) => sides[at] ?? "");
    return [
      [code, name, side(0), message, severity],
      [code, `${name}, as it is taken`, side(1).replaceAll(/[«»]/g, "")],
    ] as const;
  });

const given = (usual: string, resources: string): string =>
  `Parameters:\n  P: {Type: String, Default: ${usual}}\nConditions:\n  Off: !Equals [!Ref P, never]\nResources:\n${resources}`;
const rules = (rule: string): string =>
  `  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: x, VpcId: v, SecurityGroupIngress: [${rule}]}\n`;
const tagged = (key: string): string =>
  `  Q:\n    Type: AWS::SQS::Queue\n    Properties: {Tags: [{Key: Name, Value: a}, {Key: ${key}, Value: b}]}\n`;
const statements = (some: string): string =>
  `  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {PolicyDocument: {Version: 2012-10-17, Statement: [${some}]}}\n`;
const bucket = (properties: string): string => `  B:\n    Type: AWS::S3::Bucket\n    Properties: {${properties}}\n`;
const subnet = (name: string, zone: string): string =>
  `  ${name}:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: v, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${zone}}\n`;
const rule = (name: string, listener: string, key = "Priority"): string =>
  `  ${name}:\n    Type: AWS::ElasticLoadBalancingV2::ListenerRule\n    Properties: {ListenerArn: ${listener}, ${key}: 10, Conditions: [{Field: path-pattern, Values: [/a]}], Actions: [{Type: forward, TargetGroupArn: t}]}\n`;
const LISTENER =
  "  L:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties: {LoadBalancerArn: a, Port: 80, Protocol: HTTP, DefaultActions: [{Type: forward, TargetGroupArn: t}]}\n";
const uri = (text: string): string =>
  `Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Runtime: python3.13, Handler: a.b, Role: r, Code: {ZipFile: x}}\n  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {RestApiId: a, ResourceId: b, HttpMethod: POST, AuthorizationType: NONE, Integration: {Type: AWS, IntegrationHttpMethod: POST, Uri: ${text}}}\n`;
const sam = (path: string): string =>
  `Parameters:\n  P: {Type: String, Default: /items}\nTransform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: python3.13\n      Handler: a.b\n      InlineCode: x\n      Events:\n        A: {Type: Api, Properties: {Path: /items, Method: get}}\n        B: {Type: Api, Properties: {Path: ${path}, Method: get}}\n`;
const gateway = (first: string, second: string): string =>
  `Resources:\n  V:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n  S:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24}\n  A:\n    Type: AWS::EC2::VPCGatewayAttachment${first}\n    Properties: {VpcId: !Ref V, InternetGatewayId: i}\n  ${second}\n    Properties: {SubnetId: !Ref S, AllocationId: e}\n`;

const service = (cluster: string, more: string): string =>
  `Resources:\n  C: {Type: AWS::ECS::Cluster${cluster}}\n${more}  S:\n    Type: AWS::ECS::Service\n    Properties: {Cluster: !GetAtt C.Arn, TaskDefinition: t, CapacityProviderStrategy: [{CapacityProvider: «FARGATE_SPOT»}]}\n`;

describe("what is refused, however it is spelt", () => {
  checkRows(
    twins([
      [
        "protocol-value",
        "a protocol by a parameter",
        given("‹https¦tcp›", rules("{IpProtocol: «!Ref P», FromPort: 1, ToPort: 2, CidrIp: 10.0.0.0/8}")),
        /^By default: https is not a valid IpProtocol/,
        "warning",
      ],
      [
        "missing-ports",
        "ports that are left out by default",
        given(
          "‹a¦never›",
          rules(
            "{«IpProtocol»: tcp, FromPort: !If [Off, 1, !Ref AWS::NoValue], ToPort: ‹!If [Off, 1, !Ref AWS::NoValue]¦1›, CidrIp: 10.0.0.0/8}",
          ).replace("FromPort: !If [Off, 1, !Ref AWS::NoValue]", "FromPort: ‹!If [Off, 1, !Ref AWS::NoValue]¦1›"),
        ),
        /^By default: /,
        "warning",
      ],
      [
        "property-combination",
        "what only a condition adds",
        given(
          "a",
          bucket(
            "VersioningConfiguration: ‹!If [Off, {Status: Enabled}, !Ref AWS::NoValue]¦{Status: Enabled}›, «ReplicationConfiguration»: {Role: r, Rules: []}",
          ),
        ),
        /^By default: .*Versioning must be 'Enabled'/,
        "warning",
      ],
      [
        "property-combination",
        "what excludes another one in one case",
        given(
          "a",
          "  S:\n    Type: AWS::ECS::Service\n    Properties: {TaskDefinition: t, «LaunchType»: ‹FARGATE¦!If [Off, FARGATE, !Ref AWS::NoValue]›, CapacityProviderStrategy: !If [Off, !Ref AWS::NoValue, [{CapacityProvider: FARGATE}]]}\n",
        ),
        /^By default: LaunchType can't be set/,
        "warning",
      ],
      [
        "tag-list",
        "a key of AWS's by a parameter",
        given("‹aws:team¦team›", tagged("«!Ref P»")),
        /^By default: /,
        "warning",
      ],
      [
        "tag-list",
        "a key that is there already",
        given("a", tagged("«!Join ['', [‹Na¦na›, me]]»")),
        /already in the list/,
        "error",
      ],
      [
        "unknown-action",
        "an action without its service",
        given("‹GetObject¦s3:GetObject›", statements("{Effect: Allow, Action: «!Ref P», Resource: '*'}")),
        /^By default: .*must be prefaced by a vendor/,
        "warning",
      ],
      [
        "policy-statement",
        "a Sid by a parameter",
        given(
          "‹Read¦Write›",
          statements(
            "{Sid: Read, Effect: Allow, Action: 's3:GetObject', Resource: '*'}, {Sid: «!Ref P», Effect: Allow, Action: 's3:PutObject', Resource: '*'}",
          ),
        ),
        /^By default: .*must be unique/,
        "warning",
      ],
      [
        "policy-statement",
        "a service with the suffix of its partition",
        `Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {Service: «!Sub "ecs-‹task¦tasks›.\${AWS::URLSuffix}"»}, Action: 'sts:AssumeRole'}]}}\n`,
        /it is ecs-tasks\.amazonaws\.com/,
        "error",
      ],
      [
        "bucket-acl-refused",
        "an ACL by a parameter",
        given("‹PublicRead¦Private›", bucket("AccessControl: «!Ref P»")),
        /^By default: /,
        "warning",
      ],
      [
        "public-bucket-policy",
        "a bucket that blocks by default",
        given(
          "a",
          `${bucket("PublicAccessBlockConfiguration: ‹!If [Off, {BlockPublicPolicy: false}, !Ref AWS::NoValue]¦{BlockPublicPolicy: false}›")}  D:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: !Ref B, PolicyDocument: {Statement: [{Effect: Allow, Principal: «'*'», Action: 's3:GetObject', Resource: !Sub "\${B.Arn}/*"}]}}\n`,
        ),
        /BlockPublicPolicy/,
        "warning",
      ],
      [
        "sam-event-shape",
        "a stream without a place to begin with by default",
        `Transform: AWS::Serverless-2016-10-31\n${given("a", "  F:\n    Type: AWS::Serverless::Function\n    Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x, Events: {S: {Type: Kinesis, «Properties»: {Stream: arn, StartingPosition: ‹!If [Off, LATEST, !Ref AWS::NoValue]¦LATEST›}}}}\n")}`,
        /^By default: /,
        "warning",
      ],
      ["sam-events", "a path by a parameter", sam("‹«!Ref P»¦!Sub '${P}/all'›"), /^By default: /, "warning"],
      ["sam-events", "a path in pieces", sam("‹«!Join ['', [/it, ems]]»¦/all›"), /already has GET/, "error"],
      [
        "ref-format",
        "an address by Fn::Sub",
        "Resources:\n  E:\n    Type: AWS::EC2::EIP\n  N:\n    Type: AWS::EC2::NatGateway\n    Properties: {SubnetId: s, AllocationId: ‹«!Sub '${E}'»¦!Sub '${E.AllocationId}'›}\n",
        /use !GetAtt E\.AllocationId/,
        "error",
      ],
      [
        "already-exists",
        "an attribute that is what Ref gives",
        `Resources:\n${LISTENER}${rule("A", "!Ref L")}${rule("B", "‹!GetAtt L.ListenerArn¦other›", "«Priority»")}`,
        /is currently in use/,
        "error",
      ],
      [
        "subnet-zones",
        "the zone of another subnet",
        `Resources:\n${subnet("A", "!Select [0, !GetAZs '']")}${subnet("B", "‹!GetAtt A.AvailabilityZone¦!Select [1, !GetAZs '']›")}  D:\n    Type: AWS::RDS::DBSubnetGroup\n    Properties: {DBSubnetGroupDescription: d, «SubnetIds»: [!Ref A, !Ref B]}\n`,
        /coverage requirement/,
        "error",
      ],
      [
        "load-balancer-subnets",
        "one subnet by its attribute, whichever a condition chooses",
        given(
          "a",
          `${subnet("A", "a")}${subnet("B", "b")}  L:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: {«Subnets»: !If [Off, ‹[!GetAtt A.SubnetId]¦[!GetAtt A.SubnetId, !Ref B]›, ‹[!GetAtt B.SubnetId]¦[!Ref A, !Ref B]›]}\n`,
        ),
        /two Availability Zones/,
        "error",
      ],
      [
        "fifo-name",
        "a name in pieces",
        "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {FifoTopic: true, «TopicName»: !Join ['-', [!Ref AWS::StackName, ‹orders¦orders.fifo›]]}\n",
        /must end in \.fifo/,
        "error",
      ],
      [
        "mismatched-resources",
        "an output of a stream that there is not",
        "Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: abc‹¦, StreamSpecification: {StreamViewType: KEYS_ONLY}›}\nOutputs:\n  O: {Value: !Sub '${T.«StreamArn»}'}\n",
        /Attribute 'StreamArn' does not exist/,
        "error",
      ],
      [
        "unknown-get-att",
        "an attribute that is an object, within a text",
        "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: db.t4g.micro}\nOutputs:\n  O: {Value: !Sub 'x://${D.«Endpoint‹¦.Address›»}'}\n",
        /is an object, not a text/,
        "error",
      ],
      [
        "mismatched-resources",
        "the ARN of a function within a URI",
        uri("«!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:‹¦path/2015-03-31/functions/›${F.Arn}/invocations'»"),
        /must contain path or action/,
        "error",
      ],
      [
        "mismatched-resources",
        "a URI that names no path and no action",
        uri("'«arn:aws:apigateway:us-east-1:sqs:‹¦path/›123456789012/queue»'"),
        /must contain path or action/,
        "error",
      ],
      [
        "value-combination",
        "operations that a kind of volume does not take",
        given(
          "‹gp2¦gp3›",
          "  V:\n    Type: AWS::EC2::Volume\n    Properties: {AvailabilityZone: a, Size: 20, VolumeType: !Ref P, «Iops»: 3000}\n",
        ),
        /not supported for … volumes/,
        "warning",
      ],
      [
        "invalid-resolved-value",
        "days that a condition chooses by default",
        `Parameters:\n  P: {Type: String, Default: ‹45¦30›}\nConditions:\n  On: !Not [!Equals [!Ref P, never]]\nResources:\n  L:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: !If [On, «!Ref P», 7]}\n`,
        /may evaluate to 45/,
        "warning",
      ],
      [
        "function-arguments",
        "one text where a list is joined",
        "Parameters:\n  P: {Type: ‹String¦CommaDelimitedList›}\nResources:\n  S:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: !Join ['-', «!Ref P»]}\n",
        /every Fn::Join object requires/,
        "error",
      ],
      [
        "function-arguments",
        "one text to select from",
        "Parameters:\n  P: {Type: ‹String¦List<String>›}\nResources:\n  S:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: !Select [0, «!Ref P»]}\n",
        /picks from a list/,
        "error",
      ],
      [
        "missing-depends-on",
        "an order the wrong way round",
        gateway(
          "‹\n    DependsOn: N¦›",
          "‹«N»:\n    Type: AWS::EC2::NatGateway¦N:\n    Type: AWS::EC2::NatGateway\n    DependsOn: A›",
        ),
        /A waits for N, which is therefore created first/,
        "warning",
      ],
      [
        "schedule-expression",
        "a schedule by a mapping",
        "Mappings:\n  M: {a: {b: cron(0 6 * * ‹*¦?› *)}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties: {ScheduleExpression: «!FindInMap [M, a, b]»}\n",
        /^The schedule is cron/,
        "error",
      ],
      [
        "value-combination",
        "forwarded values beside a cache policy",
        "Resources:\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {Enabled: true, Origins: [], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: c‹, «ForwardedValues»: {QueryString: true}¦›}}}\n",
        /cannot be used when a cache policy is associated/,
        "warning",
      ],
      [
        "distribution-origin",
        "an API as a bucket",
        "Resources:\n  A:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: {Name: a, ProtocolType: HTTP}\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: o, DomainName: «!Sub '${A}.‹execute-api¦s3›.${AWS::Region}.amazonaws.com'», S3OriginConfig: {OriginAccessIdentity: ''}}], DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: c}}}\n",
        /does not refer to a valid S3 bucket/,
        "error",
      ],
      [
        "mismatched-resources",
        "a capacity provider that the cluster does not have",
        service("‹¦, Properties: {CapacityProviders: [FARGATE_SPOT]}›", ""),
        /not associated with the cluster/,
        "error",
      ],
      [
        "mismatched-resources",
        "a capacity provider that is associated apart",
        service(
          "",
          "‹¦  A:\n    Type: AWS::ECS::ClusterCapacityProviderAssociations\n    Properties: {Cluster: !Ref C, CapacityProviders: [FARGATE_SPOT], DefaultCapacityProviderStrategy: []}\n›",
        ),
        /add it to its CapacityProviders/,
        "error",
      ],
      [
        "unknown-property",
        "a key of a statement that a condition may add",
        given(
          "a",
          "  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole', «Resource»: ‹!If [Off, '*', !Ref AWS::NoValue]¦!Ref AWS::NoValue›}]}}\n",
        ),
        /^Where Off is true: .*Has prohibited field Resource/,
        "warning",
      ],
      [
        "unknown-condition",
        "a condition that there is not",
        given("a", "  Q:\n    Type: AWS::SQS::Queue\n    Condition: «‹Of¦Off›»\n"),
        /Unresolved condition dependency Of in the Resources block/,
        "error",
      ],
      [
        "misplaced-function",
        "a function in a mapping",
        "Mappings:\n  M: {a: {b: ‹«!Ref» AWS::Region¦c›}}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n",
        /Every Mappings attribute must be a String or a List/,
        "error",
      ],
      [
        "duplicate-item",
        "a name of an index by a parameter",
        given(
          "‹A¦B›",
          "  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {BillingMode: PAY_PER_REQUEST, GlobalSecondaryIndexes: [{IndexName: A}, {IndexName: «!Ref P»}]}\n",
        ),
        /^By default: Another item of GlobalSecondaryIndexes has the same IndexName/,
        "warning",
      ],
      [
        "policy-statement",
        "a Sid that a condition chooses",
        given("a", statements("{Sid: !If [Off, «‹a-b¦ab›», c], Effect: Allow, Action: 's3:GetObject', Resource: '*'}")),
        /^Where Off is true: A Sid has letters and digits only/,
        "warning",
      ],
      [
        "policy-statement",
        "a Sid that is wrong whatever a condition chooses",
        given(
          "a",
          statements("{Sid: !If [Off, «‹a-b¦ab›», ‹c-d¦cd›], Effect: Allow, Action: 's3:GetObject', Resource: '*'}"),
        ),
        /^A Sid has letters and digits only/,
        "error",
      ],
      [
        "policy-statement",
        "an action that a condition adds",
        given(
          "a",
          "  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: !If [Off, ['sts:AssumeRole', «‹s3:GetObject¦sts:TagSession›»], 'sts:AssumeRole']}]}}\n",
        ),
        /^Where Off is true: s3:GetObject is no action of sts/,
        "warning",
      ],
      [
        "unknown-action",
        "an action in a branch that is not there by default",
        given(
          "a",
          statements("{Effect: Allow, Action: !If [Off, «‹GetObject¦s3:GetObject›», 's3:PutObject'], Resource: '*'}"),
        ),
        /^Where Off is true: Write an action as service:Action/,
        "warning",
      ],
      [
        "ecr-lifecycle-policy",
        "a policy that a condition chooses",
        given(
          "a",
          '  E:\n    Type: AWS::ECR::Repository\n    Properties: {LifecyclePolicy: {LifecyclePolicyText: !If [Off, \'«‹no¦{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 9}, "action": {"type": "expire"}}]}›»\', !Ref AWS::NoValue]}}\n',
        ),
        /^Where Off is true: The policy is not JSON/,
        "warning",
      ],
      [
        "service-token",
        "a token that a condition leaves out",
        given(
          "a",
          "  S:\n    Type: Custom::Seed\n    «Properties»: {ServiceToken: !If [Off, ‹!Ref AWS::NoValue¦t›, t]}\n",
        ),
        /^Where Off is true: S needs the property ServiceToken/,
        "warning",
      ],
      [
        "missing-property",
        "a property that a condition leaves out",
        given(
          "a",
          "  A:\n    Type: AWS::EC2::Subnet\n    «Properties»: {CidrBlock: 10.0.0.0/24, VpcId: !If [Off, ‹!Ref AWS::NoValue¦v›, v]}\n",
        ),
        /^Where Off is true: A needs VpcId/,
        "warning",
      ],
      [
        "lambda-runtime",
        "a runtime by a mapping",
        "Mappings:\n  M: {a: {b: ‹nodejs12.x¦nodejs24.x›}}\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Runtime: «!FindInMap [M, a, b]», Handler: a.b, Role: r, Code: {ZipFile: x}}\n",
        /can no longer be created/,
        "error",
      ],
      [
        "bootstrap-timeout",
        "seconds that a condition chooses",
        given(
          "a",
          "  H: {Type: AWS::CloudFormation::WaitConditionHandle}\n  W:\n    Type: AWS::CloudFormation::WaitCondition\n    Properties: {Handle: !Ref H, Timeout: «!If [Off, ‹50000¦900›, 600]»}\n",
        ),
        /waits at most 43200 seconds/,
        "warning",
      ],
      [
        "value-combination",
        "what is only a warning, by a condition",
        given(
          "a",
          bucket(
            "LifecycleConfiguration: {Rules: [{Status: Enabled, Transitions: [{StorageClass: STANDARD_IA, TransitionInDays: !If [Off, «‹7¦30›», 60]}]}]}",
          ),
        ),
        /^Where Off is true: With StorageClass STANDARD_IA, TransitionInDays can't be 7/,
        "warning",
      ],
      [
        "sam-events",
        "a default authorizer by a parameter",
        "Parameters:\n  P: {Type: String, Default: ‹Customers¦Users›}\nTransform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::HttpApi\n    Properties: {Auth: {DefaultAuthorizer: «!Ref P», Authorizers: {Users: {AuthorizationScopes: [a], JwtConfiguration: {issuer: 'https://a', audience: [b]}, IdentitySource: a}}}}\n",
        /^By default: A has no authorizer Customers .*: name Users, or add it/,
        "warning",
      ],
      [
        "function-arguments",
        "a list in a text",
        "Parameters:\n  P: {Type: ‹CommaDelimitedList¦String›, Default: a}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: «!Sub '${P}'»}\n",
        /does not resolve to a string.*as !Join \[",", !Ref P\]/,
        "error",
      ],
    ]),
  );
});

describe("what a message says to do", () => {
  checkRows([
    [
      "unknown-condition",
      "a longer word for the same",
      given("a", "  Q:\n    Type: AWS::SQS::Queue\n    Condition: «IsProduction»\n").replace("Off:", "IsProd:"),
      /Did you mean IsProd\?/,
      "error",
    ],
    [
      "unused-condition",
      "one that a misspelt name means",
      given("a", "  Q:\n    Type: AWS::SQS::Queue\n    Condition: IsProduction\n").replace("Off:", "IsProd:"),
    ],
    [
      "parameter-type",
      "a list in the plural",
      "Parameters:\n  P: {Type: «AWS::EC2::Subnet::Ids»}\nResources:\n  Q: {Type: AWS::SQS::Queue}\n",
      /Did you mean List<AWS::EC2::Subnet::Id>\?/,
      "error",
    ],
    [
      "unknown-property",
      "the beginning of a name",
      given("a", "  S:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: v, «Cidr»: 10.0.0.0/24}\n"),
      /Did you mean CidrBlock\?/,
      "error",
    ],
    [
      "unknown-property",
      "an attribute among the properties",
      given("a", "  Q:\n    Type: AWS::SQS::Queue\n    Properties: {«Condition»: Off}\n"),
      /It stands beside Properties\.$/,
      "error",
    ],
    [
      "unknown-ref",
      "an attribute by Ref",
      given(
        "a",
        "  T: {Type: AWS::SNS::Topic}\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: !Ref «T.TopicName»}\n",
      ),
      /Write !GetAtt T\.TopicName\.$/,
      "error",
    ],
    [
      "wrong-type",
      "a list for a text",
      "Parameters:\n  P: {Type: CommaDelimitedList}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: «!Ref P»}\n",
      /join it, as !Join \[",", !Ref P\], or take one item by !Select/,
      "error",
    ],
    [
      "invalid-value",
      "what is told of its type",
      given("a", '  L:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: "30 days"}\n'),
    ],
    [
      "policy-statement",
      "an operator",
      given(
        "a",
        statements("{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {«StringEqual»: {'aws:a': b}}}"),
      ),
      /Did you mean StringEquals\?/,
      "error",
    ],
    [
      "value-combination",
      "a sum",
      given(
        "a",
        "  P:\n    Type: AWS::Backup::BackupPlan\n    Properties: {BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: b, Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: «60»}}]}}\n",
      ),
      /^DeleteAfterDays must be at least 120, 90 more than MoveToColdStorageAfterDays/,
      "error",
    ],
    [
      "property-combination",
      "nothing of what is there",
      given(
        "a",
        "  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: a, DomainName: b.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}], DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, ForwardedValues: {QueryString: false}, «OriginRequestPolicyId»: b}}}\n",
      ),
      /^OriginRequestPolicyId needs CachePolicyId too\.$/,
      "error",
    ],
    [
      "missing-property",
      "a type",
      "Resources:\n  «Q»: {Properties: {QueueName: a}}\n",
      /Every Resources object must contain a Type member/,
      "error",
    ],
  ]);
});
