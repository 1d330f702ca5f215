import { checkRows } from "../checkRule.ts";

const resources = (text: string): string => `Resources:\n${text}`;
const role = "  R:\n    Type: AWS::IAM::Role\n    Properties: {Path: /}\n";
const profile = (named: string): string =>
  resources(`  P:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [${named}]}\n${role}`);
const machine = (named: string): string =>
  resources(
    `  I:\n    Type: AWS::EC2::Instance\n    Properties: {IamInstanceProfile: ${named}}\n  P:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [x]}\n`,
  );
const subscribed = (topic: string, queue: string): string =>
  resources(
    `  S:\n    Type: AWS::SNS::Subscription\n    Properties: {TopicArn: !Ref T, Protocol: sqs, Endpoint: «!GetAtt Q.Arn»}\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {${topic}}\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {${queue}}\n`,
  );
const silent = (text: string): string => text.replace("«", "").replace("»", "");
const listener = (protocol: string, action: string): string =>
  resources(
    `  L:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties: {Protocol: ${protocol}, DefaultActions: [{Type: ${action}}]}\n`,
  );
const queues = (named: string): string =>
  resources(
    `  P:\n    Type: AWS::SQS::QueuePolicy\n    Properties: {Queues: [${named}]}\n  Q:\n    Type: AWS::SQS::Queue\n`,
  );
const acl = (named: string): string =>
  resources(
    `  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {WebACLId: ${named}}}\n  W:\n    Type: AWS::WAFv2::WebACL\n    Properties: {Scope: CLOUDFRONT}\n`,
  );
const group = (rule: string, vpc = ", VpcId: v"): string =>
  resources(
    `  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: x${vpc}, SecurityGroupIngress: [{${rule}}]}\n  H:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: x${vpc}}\n`,
  );
const database = (engine: string, generated: string, password = "${S}:SecretString:password"): string =>
  resources(
    `  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {Engine: ${engine}, MasterUserPassword: !Sub "{{resolve:secretsmanager:${password}}}"}\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties: {GenerateSecretString: ${generated}}\n`,
  );
const SAFE = `ExcludeCharacters: '"@/\\ '`;
const method = (declared: string): string =>
  resources(
    `  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {RestApiId: a, HttpMethod: OPTIONS, MethodResponses: [{StatusCode: 200${declared}}], Integration: {Type: MOCK, IntegrationResponses: [{StatusCode: "200", ResponseParameters: {«method.response.header.Access-Control-Allow-Origin»: "'*'"}}]}}\n`,
  );
const distribution = (domain: string): string =>
  resources(
    `  D:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {Origins: [{Id: o, DomainName: ${domain}, CustomOriginConfig: {OriginProtocolPolicy: http-only}}], DefaultCacheBehavior: {TargetOriginId: o}}}\n  B:\n    Type: AWS::S3::Bucket\n`,
  );
const states = (state: string, more = ""): string =>
  resources(
    `  S:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: {Definition: {StartAt: A, ${more}States: {A: {Type: Pass, End: true, ${state}}}}}\n`,
  );
const sam = (properties: string): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {Runtime: python3.13, Handler: index.h, InlineCode: x, ${properties}}\n`;
const task = (mode: string, port: string): string =>
  resources(
    `  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {NetworkMode: ${mode}, ContainerDefinitions: [{Name: a, Image: a, Memory: 128, PortMappings: [{ContainerPort: 80, HostPort: ${port}}]}]}\n`,
  );
const fargate = (image: string): string =>
  resources(
    `  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {RequiresCompatibilities: [FARGATE], ContainerDefinitions: [{Name: a, «Image»: ${image}}]}\n  Repo:\n    Type: AWS::ECR::Repository\n`,
  );
const exported = (name: string): string =>
  `Resources:\n  Q:\n    Type: AWS::SQS::Queue\nOutputs:\n  O:\n    Value: a\n    Export: {Name: ${name}}\n`;
const image = (kind: string): string =>
  resources(`  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: r, Code: {«ImageUri»: a}${kind}}\n`);
const trusted = (named: string): string =>
  resources(
    `  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: ${named}}\n  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: «ec2.amazonaws.com»}, Action: "sts:AssumeRole"}]}}\n`,
  );
const instance = (named: string): string =>
  resources(
    `  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBSubnetGroupName: ${named}}\n  A:\n    Type: AWS::EC2::Subnet\n  G:\n    Type: AWS::RDS::DBSubnetGroup\n`,
  );
const search = (place: string, cluster: string): string =>
  resources(
    `  D:\n    Type: AWS::OpenSearchService::Domain\n    Properties: {ClusterConfig: {${cluster}}, EBSOptions: {EBSEnabled: true}, ${place}: {SubnetIds: [a, b]}}\n`,
  );
const service = (action: string): string =>
  resources(
    `  «S»:\n    Type: AWS::ECS::Service\n    DependsOn: L\n    Properties: {LoadBalancers: [{ContainerName: a, ContainerPort: 80, TargetGroupArn: !Ref T}]}\n  T:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n  L:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties: {DefaultActions: [${action}]}\n`,
  );
const loop = (name: string): string =>
  `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Buckets:\n    - N\n    - [one, two]\n    - "B\${N}":\n        Type: AWS::S3::Bucket\n        Properties: {BucketName: ${name}}\n`;

const given = (parameters: string, more: string): string => `Parameters:\n  P: {${parameters}}\n${more}`;
const mapped = (value: string, more: string): string => `Mappings:\n  M: {a: {b: ${value}}}\n${more}`;
const onFargate = (cpu: string): string =>
  resources(
    `  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties: {RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: ${cpu}, «Memory»: 4096, ContainerDefinitions: []}\n`,
  );
const scheduled = (expression: string): string =>
  resources(`  R:\n    Type: AWS::Events::Rule\n    Properties: {ScheduleExpression: ${expression}}\n`);
const ofClass = (name: string): string =>
  resources(`  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: ${name}}\n`);
const kept = (days: string): string =>
  resources(`  G:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: ${days}}\n`);

const action = (recurrence: string): string =>
  resources(`  A:\n    Type: AWS::AutoScaling::ScheduledAction\n    Properties: {Recurrence: ${recurrence}}\n`);
const dead = (count: string): string =>
  resources(
    `  Q:\n    Type: AWS::SQS::Queue\n    Properties: {RedrivePolicy: {deadLetterTargetArn: a, maxReceiveCount: ${count}}}\n`,
  );
const nodes = (wanted: number, most: string): string =>
  resources(
    `  N:\n    Type: AWS::EKS::Nodegroup\n    Properties: {ScalingConfig: {MinSize: 1, DesiredSize: ${wanted}, MaxSize: ${most}}}\n`,
  );
const scaled = (name: string, id: string): string =>
  resources(
    `  ${name}:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties: {ServiceNamespace: ecs, ResourceId: ${id}}\n  S:\n    Type: AWS::ECS::Service\n`,
  );

const assumed = (service: string): string =>
  resources(
    `  R:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: "sts:AssumeRole"}]}}\n`,
  );

describe("forms in which a deployment refuses the same", () => {
  checkRows([
    ["mismatched-resources", "a role's name by Fn::Sub", profile('!Sub "${R}"')],
    ["mismatched-resources", "a role's ARN by Fn::Sub", profile('«!Sub "${R.Arn}"»'), /use !Ref R/],
    ["instance-profile", "a profile's name by Fn::Sub", machine('!Sub "${P}"')],
    ["mismatched-resources", "a FIFO queue of a standard topic", subscribed("", "FifoQueue: true"), /make both FIFO/],
    ["mismatched-resources", "both of one kind", silent(subscribed("FifoTopic: true", "FifoQueue: true"))],
    [
      "mismatched-resources",
      "a topic whose kind is not known",
      silent(subscribed("FifoTopic: !Ref K", "FifoQueue: true")),
    ],
    ["mismatched-resources", "a redirect of TCP", listener("TCP", "«redirect»"), /only forwards, and has no redirect/],
    ["mismatched-resources", "a redirect of HTTP", listener("HTTP", "redirect")],
    ["mismatched-resources", "ARNs of queues", queues("«!GetAtt Q.Arn»"), /not valid for this endpoint.*use !Ref Q/],
    ["mismatched-resources", "addresses of queues", queues("!Ref Q")],
    ["mismatched-resources", "the ID of a web ACL", acl("«!GetAtt W.Id»"), /InvalidWebACLId.*use !GetAtt W\.Arn/],
    ["mismatched-resources", "Ref of a web ACL", acl("«!Ref W»"), /use !GetAtt W\.Arn/],
    ["mismatched-resources", "the ARN of a web ACL", acl('!Sub "${W.Arn}"')],
    ["mismatched-resources", "a group of a VPC by name", group("SourceSecurityGroupName: «!Ref H»"), /default VPC/],
    ["mismatched-resources", "a group of a VPC by its ID", group("SourceSecurityGroupId: !Ref H")],
    ["mismatched-resources", "a group outside of VPCs by name", group("SourceSecurityGroupName: !Ref H", "")],
    [
      "mismatched-resources",
      "a password that is too long",
      database("mysql", `«{PasswordLength: 64, ${SAFE}}»`),
      /8 to 41 characters, but S makes one of 64/,
    ],
    [
      "mismatched-resources",
      "a password of Oracle's that says no length",
      database("oracle-ee", `«{${SAFE}}»`),
      /8 to 30/,
    ],
    ["mismatched-resources", "a password that fits", database("mysql", `{PasswordLength: 41, ${SAFE}}`)],
    [
      "mismatched-resources",
      "signs that RDS refuses",
      database("mysql", "«{ExcludeCharacters: '/'}»"),
      /may have @ "/,
      "warning",
    ],
    ["mismatched-resources", "no signs at all", database("mysql", "{ExcludePunctuation: true}")],
    ["mismatched-resources", "signs that are not known", database("mysql", "{ExcludeCharacters: !Ref E}")],
    [
      "mismatched-resources",
      "a secret that is elsewhere",
      database("mysql", "{PasswordLength: 64}", "other:SecretString:p"),
    ],
    [
      "method-integration",
      "a header that the response lacks",
      method(""),
      /Access-Control-Allow-Origin in its MethodResponses/,
    ],
    [
      "method-integration",
      "a header that the response has",
      silent(method(", ResponseParameters: {method.response.header.Access-Control-Allow-Origin: true}")),
    ],
    ["method-integration", "headers that are not known", silent(method(", ResponseParameters: !Ref P"))],
    [
      "distribution-origin",
      "the address of a website",
      distribution("«!GetAtt B.WebsiteURL»"),
      /can't|cannot contain a colon/,
    ],
    ["distribution-origin", "the host of a website", distribution('!Select [2, !Split ["/", !GetAtt B.WebsiteURL]]')],
    ["state-machine", "a path without $", states("InputPath: «x»"), /as in \$\.x, or null/],
    ["state-machine", "a path", states("InputPath: $.x, ResultPath: null")],
    [
      "already-exists",
      "records of one name with and without weights",
      'Resources: {G: {Type: AWS::Route53::RecordSetGroup, Properties: {HostedZoneName: a.org., RecordSets: [{Name: b.a.org, Type: A, TTL: "60", ResourceRecords: [192.0.2.1]}, {«Name»: b.a.org, Type: A, TTL: "60", ResourceRecords: [192.0.2.2], SetIdentifier: c, Weight: 1}]}}}\n',
      /another routing policy/,
    ],
    [
      "already-exists",
      "records of two names with and without weights",
      'Resources: {G: {Type: AWS::Route53::RecordSetGroup, Properties: {HostedZoneName: a.org., RecordSets: [{Name: c.a.org, Type: A, TTL: "60", ResourceRecords: [192.0.2.1]}, {Name: b.a.org, Type: A, TTL: "60", ResourceRecords: [192.0.2.2], SetIdentifier: c, Weight: 1}]}}}\n',
    ],
    ["state-machine", "JSONata", states("Output: x", "QueryLanguage: JSONata, ")],
    ["state-machine", "JSONata with a path", states("«InputPath»: x", "QueryLanguage: JSONata, "), /field of JSONPath/],
    ["state-machine", "JSONPath with an output", states("«Output»: x"), /field of JSONata/],
    ["state-machine", "a language that is not known", states("Output: x", "QueryLanguage: !Ref P, ")],
    ["state-machine", "a state with its own language", states("Output: x, QueryLanguage: JSONata")],
    [
      "sam-event-shape",
      "almost a kind of events",
      sam("Events: {E: {Type: «Sqs», Properties: {Queue: q}}}"),
      /it is SQS\./,
    ],
    [
      "sam-event-shape",
      "a kind that may be new",
      sam("Events: {E: {Type: «Telegram», Properties: {Queue: q}}}"),
      /is not known to have events of the type Telegram/,
      "warning",
    ],
    [
      "sam-function",
      "almost a policy template",
      sam("Policies: [{«DynamoDBWritesPolicy»: {TableName: t}}]"),
      /it is DynamoDBWritePolicy/,
    ],
    ["sam-function", "a policy template", sam("Policies: {DynamoDBWritePolicy: {TableName: t}}")],
    ["container-definition", "a port of one's own choice on the host", task("host", "«0»"), /must match/],
    ["container-definition", "the same port on the host", task("host", "80")],
    [
      "execution-role",
      "an image of the template's registry",
      fargate('!Sub "${Repo.RepositoryUri}:1"'),
      /image of ECR/,
    ],
    [
      "execution-role",
      "an image that is put together",
      fargate('!Join [":", [!GetAtt Repo.RepositoryUri, "1"]]'),
      /image of ECR/,
    ],
    ["execution-role", "a public image", silent(fargate("nginx"))],
    [
      "output-value",
      "a resource in the name of an export",
      exported('«!Sub "${Q}-url"»'),
      /not depend on any resources/,
    ],
    ["output-value", "a zone in the name of an export", exported('!Select [0, «!GetAZs ""»]'), /export can.t depend/],
    ["output-value", "a variable of its own", exported('!Sub ["${Q}-url", {Q: x}]')],
    ["function-package", "an image without its kind", image(""), /needs PackageType: Image/],
    ["function-package", "an image with its kind", silent(image(", PackageType: Image"))],
    [
      "role-trust",
      "a role by a name in Fn::Sub",
      trusted('!Sub ["${Arn}", {Arn: !GetAtt R.Arn}]'),
      /does not let lambda\.amazonaws\.com/,
    ],
    [
      "role-trust",
      "a role by Fn::Join of nothing else",
      trusted('!Join ["", [!GetAtt R.Arn]]'),
      /does not let lambda\.amazonaws\.com/,
    ],
    [
      "role-trust",
      "a role by an ARN that is put together",
      trusted('!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${R}"'),
      /does not let lambda\.amazonaws\.com/,
    ],
    [
      "wrong-ref-target",
      "a subnet in the place of a group",
      instance("«!Ref A»"),
      /expects an AWS::RDS::DBSubnetGroup/,
      "error",
    ],
    ["wrong-ref-target", "a subnet group", instance("!Ref G")],
    [
      "value-combination",
      "subnets of two zones in one",
      search("«VPCOptions»", "InstanceCount: 2"),
      /SubnetIds has 1 item, not 2 \(“You must specify exactly one subnet\.”\)/,
    ],
    ["value-combination", "subnets of two zones", search("VPCOptions", "ZoneAwarenessEnabled: true")],
    ["value-combination", "zones that are not known", search("VPCOptions", "ZoneAwarenessEnabled: !Ref Z")],
    ["missing-depends-on", "a target group that nothing forwards to", service("{Type: redirect}"), /needs an/, "error"],
    ["missing-depends-on", "what is not written out", silent(service("!Ref Action"))],
    [
      "physical-name",
      "one name for all of a loop",
      loop('«!Sub "${AWS::StackName}-data"»'),
      /^Bone already has this name/,
    ],
    ["physical-name", "a name for each of a loop", loop('!Sub "${AWS::StackName}-${N}"')],
    [
      "fargate-task",
      "a size by parameter",
      given("Type: String, Default: '256'", onFargate("!Ref P")),
      /^By default: With 256 CPU units/,
      "warning",
    ],
    [
      "fargate-task",
      "a size that fits by parameter",
      silent(given("Type: String, Default: '512'", onFargate("!Ref P"))),
    ],
    [
      "fargate-task",
      "a size by mapping",
      mapped("256", onFargate("!FindInMap [M, a, b]")),
      /^With 256 CPU units/,
      "error",
    ],
    [
      "container-definition",
      "a port by parameter",
      given("Type: Number, Default: 0", task("host", "«!Ref P»")),
      /^By default/,
    ],
    [
      "schedule-expression",
      "a schedule by parameter",
      given('Type: String, Default: "rate(1 hours)"', scheduled("«!Ref P»")),
      /may be rate\(1 hours\)\. With 1/,
      "warning",
    ],
    ["schedule-expression", "none by parameter", given("Type: String, Default: ''", scheduled("!Ref P"))],
    ["schedule-expression", "a right one", given('Type: String, Default: "rate(1 hour)"', scheduled("!Ref P"))],
    [
      "schedule-expression",
      "one by mapping",
      mapped('"every day"', scheduled("«!FindInMap [M, a, b]»")),
      /The schedule is every day/,
    ],
    [
      "instance-class",
      "a class by parameter",
      given("Type: String, Default: t3.micro", ofClass("«!Ref P»")),
      /may be t3\.micro/,
    ],
    ["instance-class", "a right class", given("Type: String, Default: db.t3.micro", ofClass("!Ref P"))],
    [
      "invalid-resolved-value",
      "days by parameter",
      given("Type: Number, Default: 10", kept("«!Ref P»")),
      /accepts 1, 3, 5, 7/,
    ],
    ["invalid-resolved-value", "days that exist", given("Type: Number, Default: 14", kept("!Ref P"))],
    [
      "invalid-id",
      "a first domain name that is too long",
      resources(
        `  C:\n    Type: AWS::CertificateManager::Certificate\n    Properties: {DomainName: «${"a".repeat(60)}.example.com»}\n`,
      ),
      /first domain name can be no longer/,
    ],
    ["invalid-id", "a schedule of EventBridge's", action("«cron(0 7 * * ? *)»"), /five fields of cron/],
    ["invalid-id", "five fields", action("0 7 * * *")],
    ["value-combination", "a message that is never received", dead("«0»"), /Invalid value for maxReceiveCount/],
    ["value-combination", "a message that is received once", dead("1")],
    ["value-combination", "more nodes than the most", nodes(3, "«2»"), /can't be greater than max size/],
    ["value-combination", "as many nodes as the most", nodes(2, "2")],
    [
      "missing-depends-on",
      "a service that is scaled before",
      scaled("«Target»", "service/a/b"),
      /ECS service doesn't exist/,
      "warning",
    ],
    ["missing-depends-on", "a service by its name", scaled("Target", "!Sub 'service/a/${S.Name}'")],
    [
      "schedule-expression",
      "a unit that a condition chooses",
      given(
        "Type: Number, Default: 7",
        `Conditions:\n  One: !Equals [!Ref P, 1]\n${scheduled('!If [One, !Sub "rate(${P} day)", !Sub "rate(${P} days)"]')}`,
      ),
    ],
    [
      "schedule-expression",
      "a rule that there is only with another value",
      given(
        "Type: String, Default: ''",
        `Conditions:\n  Set: !Not [!Equals [!Ref P, '']]\n${scheduled('!Sub "rate(${P})"')}    Condition: Set\n`,
      ),
    ],
    [
      "policy-statement",
      "a service without its s",
      assumed("«ecs-task.amazonaws.com»"),
      /it is ecs-tasks\.amazonaws\.com\./,
    ],
    [
      "policy-statement",
      "a service with a hyphen",
      assumed("[ec2.amazonaws.com, «api-gateway.amazonaws.com»]"),
      /it is apigateway/,
    ],
    ["policy-statement", "a service by its usual name", assumed("«stepfunctions.amazonaws.com»"), /it is states/],
    [
      "policy-statement",
      "services",
      assumed("[ecs.amazonaws.com, edgelambda.amazonaws.com, events.amazonaws.com, ssm.amazonaws.com]"),
    ],
  ]);
});
