import { checkRows, type Row } from "../../checkRule.ts";

/** A template that is refused, and its twin that is not: ‹the one¦the other›. */
const twins = (code: string, name: string, text: string, message: RegExp, severity?: "warning"): readonly Row[] => {
  const side = (at: number): string =>
    text.replaceAll(/‹([^¦›]*)¦([^›]*)›/g, (_, ...sides: string[]) => sides[at] ?? "");
  return [
    severity === undefined ? [code, name, side(0), message] : [code, name, side(0), message, severity],
    [code, `${name}, as it is right`, side(1).replaceAll(/[«»]/g, "")],
  ];
};
const one = (name: string, type: string, properties: string): string =>
  `  ${name}: {Type: ${type}, Properties: {${properties}}}\n`;
const resources = (...all: readonly string[]): string => `Resources:\n${all.join("")}`;
const SAM = "Transform: AWS::Serverless-2016-10-31\n";
const LOOPS = "Transform: AWS::LanguageExtensions\n";
const sam = (globals: string, properties: string, ...others: readonly string[]): string =>
  `${SAM}Globals: {Function: {${globals}}}\n${resources(...others)}  Fn:\n    Type: AWS::Serverless::Function\n    ${properties}\n`;
const bucket = one("B", "AWS::S3::Bucket", "BucketName: acme-logs");
const pool = one("Pool", "AWS::Cognito::UserPool", "UserPoolName: a");
const network =
  one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/16") + one("Table", "AWS::EC2::RouteTable", "VpcId: !Ref Vpc");
const route = (properties: string): string =>
  resources(network, one("Route", "AWS::EC2::Route", `RouteTableId: !Ref Table, ${properties}`));
const document = (steps: string, parameters = "{}"): string =>
  resources(
    one(
      "Doc",
      "AWS::SSM::Document",
      `DocumentType: Automation, Content: {schemaVersion: "0.3", parameters: ${parameters}, mainSteps: ${steps}}`,
    ),
  );

describe("what deployments refuse is followed through", () => {
  checkRows([
    ...twins(
      "value-combination",
      "an access point without encryption",
      resources(
        one(
          "Task",
          "AWS::ECS::TaskDefinition",
          "ContainerDefinitions: [{Name: a, Image: nginx, Memory: 256}], Volumes: [{Name: v, EFSVolumeConfiguration: {FilesystemId: fs-12345678, TransitEncryption: ‹«DISABLED»¦ENABLED›, AuthorizationConfig: {AccessPointId: fsap-0123456789abcdef0}}}]",
        ),
      ),
      /With AccessPointId/,
    ),
    ...twins(
      "value-combination",
      "an authorizer without its function",
      resources(
        one("Api", "AWS::ApiGateway::RestApi", "Name: a"),
        one(
          "A",
          "AWS::ApiGateway::Authorizer",
          'RestApiId: !Ref Api, Name: a, Type: TOKEN, IdentitySource: method.request.header.A‹¦, AuthorizerUri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:a/invocations"›',
        ),
      ).replace("Properties: {RestApiId", "‹«Properties»¦Properties›: {RestApiId"),
      /AuthorizerUri is needed/,
    ),
    ...twins(
      "value-combination",
      "organizational units of a self-managed stack set",
      resources(
        one(
          "Set",
          "AWS::CloudFormation::StackSet",
          'StackSetName: a, PermissionModel: SELF_MANAGED, TemplateURL: "https://a.s3.amazonaws.com/a.yaml", ‹«StackInstancesGroup»¦StackInstancesGroup›: [{Regions: [us-east-1], DeploymentTargets: {‹OrganizationalUnitIds: [ou-abcd-12345678]¦Accounts: ["123456789012"]›}}]',
        ),
      ),
      /can only have accounts as target/,
    ),
    ...twins(
      "value-combination",
      "an object lock that is off",
      resources(
        one(
          "B",
          "AWS::S3::Bucket",
          "ObjectLockEnabled: ‹«false»¦true›, ObjectLockConfiguration: {ObjectLockEnabled: Enabled}",
        ),
      ),
      /Versioning must be 'Enabled'/,
    ),
    ...twins(
      "value-combination",
      "parameters of a cache of another version",
      resources(
        one(
          "Cache",
          "AWS::ElastiCache::ReplicationGroup",
          'ReplicationGroupDescription: a, Engine: redis, EngineVersion: "7.1", CacheNodeType: cache.t3.micro, NumCacheClusters: 2, CacheParameterGroupName: ‹«default.redis6.x»¦default.redis7›',
        ),
      ),
      /Expected a parameter group of family/,
    ),
    ...twins(
      "value-combination",
      "a continuous backup in cold storage",
      resources(
        one(
          "Plan",
          "AWS::Backup::BackupPlan",
          "BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: Default, EnableContinuousBackup: true, Lifecycle: {DeleteAfterDays: ‹200¦30›‹, «MoveToColdStorageAfterDays»: 30¦›}}]}",
        ),
      ),
      /MoveToColdStorageAfterDays is unavailable/,
    ),
    ...twins(
      "mismatched-resources",
      "a resource below a greedy path variable",
      resources(
        one("Api", "AWS::ApiGateway::RestApi", "Name: a"),
        one(
          "Any",
          "AWS::ApiGateway::Resource",
          'RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: "{‹proxy+¦id›}"',
        ),
        one("Child", "AWS::ApiGateway::Resource", "RestApiId: !Ref Api, ParentId: !Ref Any, PathPart: ‹«child»¦child›"),
      ),
      /greedy path variable/,
    ),
    ...twins(
      "mismatched-resources",
      "a route to the attachment of a gateway",
      resources(
        network,
        "  Gateway: {Type: AWS::EC2::InternetGateway}\n",
        one("Attachment", "AWS::EC2::VPCGatewayAttachment", "VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway"),
        "  Route:\n    Type: AWS::EC2::Route\n    DependsOn: Attachment\n    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: ‹«!Ref Attachment»¦!Ref Gateway›}\n",
      ),
      /GatewayId can't be Attachment/,
    ),
    ...twins(
      "mismatched-resources",
      "a route out of a VPC to what is in it",
      route("DestinationCidrBlock: ‹«10.0.4.0/24»¦10.1.0.0/24›, VpcPeeringConnectionId: pcx-0123456789abcdef0"),
      /one of this VPC's CIDR blocks/,
    ),
    ...twins(
      "mismatched-resources",
      "a route to the VPC's own range",
      route("DestinationCidrBlock: ‹«!GetAtt Vpc.CidrBlock»¦10.0.0.0/8›, TransitGatewayId: tgw-0123456789abcdef0"),
      /one of this VPC's CIDR blocks/,
    ),
    ...twins(
      "mismatched-resources",
      "a route within a VPC through an appliance",
      route(
        "DestinationCidrBlock: ‹«10.0.4.0/24»¦10.0.4.0/24›, ‹TransitGatewayId: tgw¦NetworkInterfaceId: eni›-0123456789abcdef0",
      ),
      /one of this VPC's CIDR blocks/,
    ),
    ...twins(
      "property-combination",
      "IPv4 through an egress-only gateway",
      route(
        '‹«DestinationCidrBlock»: 0.0.0.0/0¦DestinationIpv6CidrBlock: "::/0"›, EgressOnlyInternetGatewayId: eigw-0123456789abcdef0',
      ),
      /can't be set together with EgressOnlyInternetGatewayId/,
    ),
    ...twins(
      "already-exists",
      "one address of two NAT gateways",
      resources(
        one("A", "AWS::EC2::NatGateway", "SubnetId: subnet-1, AllocationId: eipalloc-1"),
        one("B", "AWS::EC2::NatGateway", "SubnetId: subnet-2, ‹«AllocationId»¦AllocationId›: eipalloc-‹1¦2›"),
      ),
      /is already associated/,
    ),
    ...twins(
      "already-exists",
      "one rule of a group that is named in two ways",
      resources(
        one("Group", "AWS::EC2::SecurityGroup", "GroupDescription: a, VpcId: vpc-1"),
        one(
          "A",
          "AWS::EC2::SecurityGroupIngress",
          "GroupId: !Ref Group, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8",
        ),
        one(
          "B",
          "AWS::EC2::SecurityGroupIngress",
          "GroupId: !GetAtt Group.GroupId, ‹«IpProtocol»¦IpProtocol›: ‹tcp¦udp›, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8",
        ),
      ),
      /A has the same/,
    ),
    ...twins(
      "missing-depends-on",
      "a provider of identities that there is not",
      resources(
        pool,
        "  ‹«Client»¦Client›:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: {UserPoolId: !Ref Pool, SupportedIdentityProviders: [COGNITO‹, Google¦›]}\n",
      ),
      /with the ProviderName Google \(“does not exist for User Pool”\)/,
    ),
    ...twins(
      "missing-depends-on",
      "a provider of identities that is made later",
      resources(
        pool,
        one(
          "Google",
          "AWS::Cognito::UserPoolIdentityProvider",
          "UserPoolId: !Ref Pool, ProviderName: Google, ProviderType: Google, ProviderDetails: {client_id: a}",
        ),
        "  ‹«Client»¦Client›:\n    Type: AWS::Cognito::UserPoolClient\n‹¦    DependsOn: Google\n›    Properties: {UserPoolId: !Ref Pool, SupportedIdentityProviders: [COGNITO, Google]}\n",
      ),
      /add DependsOn: Google/,
    ),
    ...[
      ["AWS::S3::BucketPolicy", "Bucket: ¤, PolicyDocument: {}", "The specified bucket is not valid"],
      ["AWS::S3::Bucket", "LoggingConfiguration: {DestinationBucketName: ¤}", "The target bucket for logging"],
    ].flatMap(([type = "", properties = "", says = ""]) =>
      twins(
        "attribute-format",
        `an ARN in ${type}`,
        resources(bucket, one("P", type, properties.replace("¤", "‹«!GetAtt B.Arn»¦!Ref B›"))),
        new RegExp(`takes its name only \\(“${says}`),
      ),
    ),
    ...twins(
      "attribute-format",
      "the ARN of a log group, in a text",
      resources(
        "  Group: {Type: AWS::Logs::LogGroup}\n",
        one(
          "Filter",
          "AWS::Logs::MetricFilter",
          'LogGroupName: ‹«!Sub "${Group.Arn}"»¦!Sub "${Group}"›, FilterPattern: ERROR, MetricTransformations: [{MetricName: a, MetricNamespace: b, MetricValue: "1"}]',
        ),
      ),
      /use !Ref Group/,
    ),
    ...twins(
      "attribute-format",
      "the ARN of a user pool",
      resources(pool, one("Client", "AWS::Cognito::UserPoolClient", "UserPoolId: ‹«!GetAtt Pool.Arn»¦!Ref Pool›")),
      /use !Ref Pool/,
    ),
    ...twins(
      "physical-name",
      "a log group that is called by the name of a function",
      resources(
        one(
          "Fn",
          "AWS::Lambda::Function",
          "FunctionName: orders, Runtime: python3.14, Handler: a.b, Code: {S3Bucket: acme, S3Key: k}, Role: arn:aws:iam::123456789012:role/a",
        ),
        one("A", "AWS::Logs::LogGroup", "LogGroupName: /aws/lambda/orders"),
        one("B", "AWS::Logs::LogGroup", 'LogGroupName: ‹«!Sub "/aws/lambda/${Fn}"»¦!Sub "/aws/lambda/${Fn}-audit"›'),
      ),
      /A already has this name/,
    ),
    ...twins(
      "physical-name",
      "a name of what Ref gives no name of",
      resources(
        one("Topic", "AWS::SNS::Topic", "TopicName: ‹orders¦orders›"),
        one("A", "AWS::SSM::Parameter", "Name: orders, Type: String, Value: a"),
        one("B", "AWS::SSM::Parameter", 'Name: ‹«orders»¦!Sub "${Topic}"›, Type: String, Value: a'),
      ),
      /A already has this name/,
    ),
    ...twins(
      "subnet-block",
      "blocks that are too small for subnets",
      resources(
        one("Vpc", "AWS::EC2::VPC", "CidrBlock: 10.0.0.0/24"),
        one(
          "A",
          "AWS::EC2::Subnet",
          "VpcId: !Ref Vpc, CidrBlock: !Select [0, ‹«!Cidr [!GetAtt Vpc.CidrBlock, 4, 3]»¦!Cidr [!GetAtt Vpc.CidrBlock, 4, 4]›]",
        ),
      ),
      /blocks of \/29/,
    ),
    ...twins(
      "policy-statement",
      "too many actions in a queue's policy",
      resources(
        one(
          "P",
          "AWS::SQS::QueuePolicy",
          'Queues: [q], PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Resource: "*", ‹«Action»¦Action›: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"‹, "sqs:ListQueueTags"¦›]}]}',
        ),
      ),
      /7 actions at most, not 8/,
    ),
    ...twins(
      "missing-property",
      "a choice within a choice that leaves out what is needed",
      `Parameters: {A: {Type: String}, B: {Type: String}}\nConditions: {IsA: !Equals [!Ref A, a], IsB: !Equals [!Ref B, b]}\n${resources("  S:\n    Type: AWS::SNS::Subscription\n    ‹«Properties»¦Properties›: {TopicArn: !Ref A, Endpoint: !Ref B, Protocol: !If [IsA, email, !If [IsB, sms, ‹!Ref AWS::NoValue¦http›]]}\n")}`,
      /^Where IsA is false and IsB is false: S needs Protocol/,
      "warning",
    ),
    ...twins(
      "duplicate-export",
      "a loop that exports one name",
      `${LOOPS}${resources("  T: {Type: AWS::SNS::Topic}\n")}Outputs:\n  Fn::ForEach::O:\n    - N\n    - [A, B]\n    - Arn\${N}: {Value: !Ref T, Export: {Name: ‹«topic»¦!Sub "topic-\${N}"›}}\n`,
      /ArnA already exports topic/,
    ),
    ...twins(
      "loop-key",
      "a loop over a text",
      `${LOOPS}Parameters: {Names: {Type: ‹String¦CommaDelimitedList›}}\nResources:\n  Fn::ForEach::T:\n    - N\n    - ‹«!Ref Names»¦!Ref Names›\n    - Topic\${N}: {Type: AWS::SNS::Topic}\n`,
      /Names is a String/,
    ),
    ...twins(
      "state-machine",
      "a definition that is made a text",
      `${LOOPS}${resources("  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: {RoleArn: arn:aws:iam::123456789012:role/a, DefinitionString: {'Fn::ToJsonString': {StartAt: A, States: {A: {Type: Pass, ‹Next: «B»¦End: true›}}}}}\n")}`,
      /no state B/,
    ),
    ...twins(
      "document-steps",
      "a step that goes on to none",
      document(
        '[{name: a, action: "aws:sleep", nextStep: ‹«c»¦b›, inputs: {Duration: PT1M}}, {name: b, action: "aws:sleep", isEnd: true, inputs: {Duration: PT1M}}]',
      ),
      /no step c/,
    ),
    ...twins(
      "document-steps",
      "a choice that goes on to none",
      document(
        '[{name: a, action: "aws:branch", inputs: {Choices: [{NextStep: b, Variable: "{{ P }}", StringEquals: b}], Default: ‹«c»¦b›}}, {name: b, action: "aws:sleep", isEnd: true, inputs: {Duration: PT1M}}]',
        "{P: {type: String}}",
      ),
      /no step c/,
    ),
    ...twins(
      "document-steps",
      "a type of a parameter in small letters",
      document(
        '[{name: a, action: "aws:sleep", inputs: {Duration: "{{ P }}"}}]',
        "{P: {type: ‹«string»¦String›}, I: {type: AWS::EC2::Instance::Id}}",
      ),
      /write String/,
    ),
    ...twins(
      "sam-globals",
      "provisioned concurrency of Globals without an alias",
      sam(
        "‹¦AutoPublishAlias: live, ›ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}",
        "‹«Properties»¦Properties›: {Runtime: python3.14, Handler: a.b, CodeUri: src/}",
      ),
      /must be defined on the function/,
    ),
    ...twins(
      "sam-globals",
      "SnapStart of Globals with another runtime",
      sam(
        "SnapStart: {ApplyOn: PublishedVersions}, AutoPublishAlias: live",
        "‹«Properties»¦Properties›: {Runtime: ‹nodejs24.x¦python3.14›, Handler: a.b, CodeUri: src/}",
      ),
      /SnapStart of Globals and Runtime here/,
    ),
    ...twins(
      "sam-globals",
      "SnapStart of Globals that a function does not take",
      sam(
        "SnapStart: {ApplyOn: PublishedVersions}, AutoPublishAlias: live",
        "‹«Properties»¦Properties›: {Runtime: nodejs24.x, Handler: a.b, CodeUri: src/}\n    ‹Description: a¦IgnoreGlobals: [SnapStart]›",
      ),
      /SnapStart of Globals/,
    ),
    ...twins(
      "event-source-role",
      "a VPC of Globals and a role of one's own",
      sam(
        "VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}",
        "Properties: {Runtime: python3.14, Handler: a.b, CodeUri: src/, ‹«Role»¦Role›: !GetAtt Role.Arn}",
        one(
          "Role",
          "AWS::IAM::Role",
          'AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}, ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambda‹Basic¦VPCAccess›ExecutionRole"]',
        ),
      ),
      /CreateNetworkInterface/,
    ),
    ...twins(
      "missing-property",
      "a schedule of SAM without one",
      `${SAM}${resources("  Fn:\n    Type: AWS::Serverless::Function\n    Properties: {Runtime: python3.14, Handler: a.b, CodeUri: src/, Events: {E: {Type: Schedule, ‹«Properties»¦Properties›: {‹Enabled: true¦Schedule: rate(1 day)›}}}}\n")}`,
      /Property 'Schedule' is required/,
    ),
    ...twins(
      "sam-event-shape",
      "a user pool of another template",
      `${SAM}Parameters: {P: {Type: String}}\n${resources(pool, "  Fn:\n    Type: AWS::Serverless::Function\n    Properties: {Runtime: python3.14, Handler: a.b, CodeUri: src/, Events: {E: {Type: Cognito, Properties: {Trigger: PreSignUp, UserPool: ‹«!Ref P»¦!Ref Pool›}}}}\n")}`,
      /Cognito events must reference a Cognito UserPool/,
    ),
  ]);
});
