import { equal } from "node:assert/strict";
import { windowsMeet } from "../../../../src/rules/shared/values/windows.ts";
import { checkRows, fixed, type Row } from "../../checkRule.ts";

const resource = (type: string, properties: string, name = "One", key = "Properties"): string =>
  `  ${name}:\n    Type: ${type}\n    ${key}: ${properties}\n`;
const template = (...resources: readonly string[]): string => `Resources:\n${resources.join("")}`;
const one = (type: string, properties: string): string => template(resource(type, properties));

const service = (more: string): string =>
  one(
    "AWS::ECS::Service",
    `{TaskDefinition: web, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [a]}}, ${more}}`,
  );
const database = (more: string): string =>
  one(
    "AWS::RDS::DBInstance",
    `{Engine: mysql, AllocatedStorage: "20", MasterUsername: web, ManageMasterUserPassword: true, ${more}}`,
  );
const subscription = (protocol: string, endpoint: string): string =>
  one("AWS::SNS::Subscription", `{TopicArn: !ImportValue t, Protocol: ${protocol}, Endpoint: ${endpoint}}`);
const trust = (action: string): string =>
  one(
    "AWS::IAM::Role",
    `{AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: ${action}}]}}`,
  );
const table = resource("AWS::DynamoDB::Table", "{}", "Table");
const policy = (where: string): string =>
  template(
    resource(
      "AWS::IAM::ManagedPolicy",
      `{PolicyDocument: {Statement: [{Effect: Allow, Action: dynamodb:GetItem, Resource: ${where}}]}}`,
    ),
    table,
  );
const bucketPolicy = (who: string): string =>
  template(
    resource(
      "AWS::S3::BucketPolicy",
      `{Bucket: b, PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: ${who}}, Action: s3:GetObject, Resource: "arn:aws:s3:::b/*"}]}}`,
    ),
    resource("AWS::IAM::Role", "{}", "Role"),
  );
const profile = (role: string): string =>
  template(resource("AWS::IAM::InstanceProfile", `{Roles: [${role}]}`), resource("AWS::IAM::Role", "{}", "Role"));
const privateApi = (more: string): string =>
  template(
    resource("AWS::ApiGateway::Deployment", "{RestApiId: !Ref Api}"),
    resource("AWS::ApiGateway::RestApi", `{Name: a, ${more}}`, "Api"),
  );
const integration = (type: string, more: string): string =>
  template(
    resource("AWS::ApiGatewayV2::Integration", `{ApiId: !Ref Api, IntegrationType: ${type}, ${more}}`),
    resource("AWS::ApiGatewayV2::Api", "{Name: a, ProtocolType: HTTP}", "Api"),
  );
const endpoint = (value: string, vpc: string, isFaulted = false): string =>
  template(
    resource("AWS::EC2::VPCEndpoint", `{VpcId: !Ref Vpc, PrivateDnsEnabled: ${value}, ServiceName: x}`),
    resource("AWS::EC2::VPC", `{CidrBlock: 10.0.0.0/16${vpc}}`, "Vpc", isFaulted ? "«Properties»" : "Properties"),
  );
const parameters = (family: string, engine: string, group: string): string =>
  template(
    resource("AWS::RDS::DBInstance", `{DBInstanceClass: db.t3.micro, ${engine}, DBParameterGroupName: ${group}}`),
    resource("AWS::RDS::DBParameterGroup", `{Family: ${family}, Description: x}`, "Group"),
  );
const rule = (expression: string, bus: string): string =>
  template(
    resource("AWS::Events::Rule", `{EventBusName: ${bus}, ScheduleExpression: ${expression}}`),
    resource("AWS::Events::EventBus", "{Name: b}", "Bus"),
  );
const failing = (target: string, statements: string): string =>
  template(
    resource("AWS::Lambda::Function", `{Role: !GetAtt Role.Arn, DeadLetterConfig: {TargetArn: ${target}}}`),
    resource("AWS::SQS::Queue", "{}", "Queue"),
    resource("AWS::IAM::Role", `{Policies: [{PolicyDocument: {Statement: [${statements}]}}]}`, "Role"),
  );
const stage = (name: string, wanted: string): string =>
  template(
    `  «Mapping»:\n    Type: AWS::ApiGateway::BasePathMapping\n    Properties: {RestApiId: !Ref Api, Stage: ${wanted}}\n`,
    resource("AWS::ApiGateway::Stage", `{RestApiId: !Ref Api, StageName: ${name}}`, "Stage"),
  );
const group = (name: string, vpc: string): string =>
  template(
    resource("AWS::EC2::SecurityGroup", `{GroupDescription: a, GroupName: web, VpcId: ${vpc}}`, "A"),
    resource("AWS::EC2::SecurityGroup", `{GroupDescription: a, ${name}: web, VpcId: !Ref Vpc}`, "B"),
  );
const imported = (name: string): string =>
  `${one("AWS::SNS::Subscription", `{Protocol: sqs, TopicArn: ${name}}`)}Outputs:\n  Topic: {Value: x, Export: {Name: app-topic}}\n`;

const ROWS: readonly Row[] = [
  ["value-combination", "placement on Fargate", service("LaunchType: FARGATE, «PlacementStrategies»: []"), /FARGATE/],
  ["value-combination", "placement on EC2", service("LaunchType: EC2, PlacementStrategies: []")],
  ["value-combination", "a role with awsvpc", service("«Role»: r"), /service linked role/],
  [
    "value-combination",
    "windows that overlap",
    database("PreferredBackupWindow: 03:00-04:00, PreferredMaintenanceWindow: «sun:03:30-sun:04:30»"),
    /must not overlap/,
  ],
  [
    "value-combination",
    "windows that do not",
    database("PreferredBackupWindow: 03:00-04:00, PreferredMaintenanceWindow: sun:04:00-sun:05:00"),
  ],
  [
    "value-combination",
    "a class without encryption",
    database("StorageEncrypted: true, DBInstanceClass: «db.t2.micro»"),
    /encryption at rest/,
  ],
  ["value-combination", "a class with encryption", database("StorageEncrypted: true, DBInstanceClass: db.t2.small")],
  ["value-combination", "no address of mail", subscription("email", "«ops.example.com»"), /Email address/],
  ["value-combination", "an address of mail", subscription("email", "ops@example.com")],
  ["value-combination", "another protocol", subscription("https", "«http://example.com»"), /specified protocol/],
  [
    "value-combination",
    "concurrency of no version",
    one(
      "AWS::Lambda::Alias",
      "{FunctionName: f, Name: live, FunctionVersion: «$LATEST», ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}}",
    ),
    /unpublished/,
  ],
  [
    "value-combination",
    "IPv6 without a block",
    one(
      "AWS::EC2::Subnet",
      "{VpcId: !ImportValue v, CidrBlock: 10.0.0.0/24, AssignIpv6AddressOnCreation: true}",
    ).replace("Properties", "«Properties»"),
    /Ipv6CidrBlock is needed/,
  ],
  [
    "property-combination",
    "files without a VPC",
    one("AWS::Lambda::Function", "{«FileSystemConfigs»: []}"),
    /execute in a VPC/,
  ],
  [
    "invalid-id",
    "a template by s3",
    one("AWS::CloudFormation::Stack", "{TemplateURL: «s3://bucket/a.yaml»}"),
    /supported URL/,
  ],
  ["invalid-id", "a template that is packaged", one("AWS::CloudFormation::Stack", "{TemplateURL: ./a.yaml}")],
  [
    "policy-statement",
    "trust for another action",
    trust("[sts:AssumeRole, «lambda:InvokeFunction»]"),
    /STS AssumeRole actions/,
  ],
  ["policy-statement", "trust", trust("[sts:AssumeRole, sts:TagSession]")],
  [
    "policy-statement",
    "a page's address",
    trust("sts:AssumeRole").replace("lambda.amazonaws.com", "«lambda.aws.amazon.com»"),
  ],
  ["policy-statement", "a table by name", policy("«!Ref Table»"), /must be in ARN format/],
  ["policy-statement", "a table by ARN", policy("!GetAtt Table.Arn")],
  [
    "policy-statement",
    "an index of a table by name",
    policy("«!Sub '${Table}/index/*'»"),
    /begin it with \$\{Table\.Arn\}/,
  ],
  ["policy-statement", "a join that begins with a name", policy("«!Join ['/', [!Ref Table, index]]»")],
  [
    "policy-statement",
    "a text that begins with the stack's name",
    policy("«!Sub '${AWS::StackName}-b/*'»"),
    /begin it with arn:aws:/,
  ],
  [
    "policy-statement",
    "what may be an ARN",
    policy(
      "[!Sub '${AWS::StackId}', !Sub '${Other}/*', !Sub '${Table.Arn}/*', !Sub ['${Table}/*', {Table: !ImportValue X}]]",
    ),
  ],
  [
    "policy-statement",
    "an ARN that is put together with a part too many",
    bucketPolicy("«!Sub 'arn:${AWS::Partition}::iam::${Other}:root'»"),
    /“Invalid principal in policy”/,
    "error",
  ],
  ["policy-statement", "an ARN with another account", bucketPolicy("!Sub 'arn:aws:iam::${Other}:root'")],
  ["policy-statement", "an ARN of a service that is not known", bucketPolicy("!Sub 'arn:aws:${S}::1:root'")],
  ["policy-statement", "a role by name", bucketPolicy("«!Ref Role»"), /Invalid principal/],
  ["policy-statement", "a role by ARN", bucketPolicy("!GetAtt Role.Arn")],
  ["mismatched-resources", "a role's ARN for its name", profile("«!GetAtt Role.Arn»"), /roleName is invalid/],
  ["mismatched-resources", "a role's name", profile("!Ref Role")],
  [
    "mismatched-resources",
    "a private API",
    privateApi("EndpointConfiguration: «{Types: [PRIVATE]}»"),
    /resource policy/,
  ],
  [
    "mismatched-resources",
    "a private API with a policy",
    privateApi("EndpointConfiguration: {Types: [PRIVATE]}, Policy: {}"),
  ],
  [
    "mismatched-resources",
    "a payload without version",
    integration("«AWS_PROXY»", "IntegrationUri: x"),
    /PayloadFormatVersion/,
  ],
  ["mismatched-resources", "a payload with version", integration("AWS_PROXY", 'PayloadFormatVersion: "2.0"')],
  ["mismatched-resources", "names in a VPC without", endpoint("true", "", true), /enableDnsHostnames/],
  ["mismatched-resources", "names in a VPC with them", endpoint("true", ", EnableDnsHostnames: true")],
  ["mismatched-resources", "names that may be there", endpoint("true", ", EnableDnsHostnames: !Ref P")],
  [
    "mismatched-resources",
    "parameters of another version",
    parameters("mysql5.7", 'Engine: mysql, EngineVersion: "8.0.36"', "«!Ref Group»"),
    /DBParameterGroupFamily mysql5\.7/,
  ],
  [
    "mismatched-resources",
    "parameters of another engine",
    parameters("postgres16", "Engine: mysql", "«!Ref Group»"),
    /not for mysql/,
  ],
  [
    "mismatched-resources",
    "parameters of the version",
    parameters("postgres16", 'Engine: postgres, EngineVersion: "16.3"', "!Ref Group"),
  ],
  [
    "mismatched-resources",
    "parameters of a cluster's",
    parameters("aurora-mysql8.0", "Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.05.2", "!Ref Group"),
  ],
  ["mismatched-resources", "a schedule on another bus", rule("«rate(1 day)»", "!Ref Bus"), /default event bus/],
  [
    "value-combination",
    "a schedule on a bus by name",
    rule("rate(1 day)", "orders").replace("ScheduleExpression", "«ScheduleExpression»"),
    /default event bus/,
  ],
  ["value-combination", "a schedule on the default bus", rule("rate(1 day)", "default")],
  [
    "event-source-role",
    "dead letters that may not be sent",
    failing("«!GetAtt Queue.Arn»", "{Effect: Allow, Action: sqs:ReceiveMessage}"),
    /SendMessage on SQS/,
  ],
  ["event-source-role", "dead letters", failing("!GetAtt Queue.Arn", "{Effect: Allow, Action: sqs:Send*}")],
  ["missing-depends-on", "a mapping before its stage", stage("prod", "prod"), /Invalid stage identifier/],
  ["missing-depends-on", "a mapping of another stage", stage("prod", "test").replace(/[«»]/g, "")],
  ["already-exists", "two groups of one name", group("«GroupName»", "!Ref Vpc"), /already exists/],
  ["already-exists", "groups of two VPCs", group("GroupName", "!Ref Other")],
  ["duplicate-export", "what is exported here", imported("«!ImportValue app-topic»"), /No export named app-topic/],
  ["duplicate-export", "what is exported elsewhere", imported("!ImportValue other")],
];

describe("what is refused at creation", () => {
  checkRows(ROWS);

  it("uses the ARN by a fix", () => {
    equal(fixed("policy-statement", policy("!Ref Table")), policy("!GetAtt Table.Arn"));
  });

  const WINDOWS: readonly (readonly [daily: string, weekly: string, expected: boolean])[] = [
    ["03:00-04:00", "sun:03:59-sun:04:30", true],
    ["03:00-04:00", "sun:02:00-sun:03:00", false],
    ["23:30-00:30", "mon:00:00-mon:01:00", true],
    ["23:30-00:00", "mon:00:00-mon:01:00", false],
    ["00:15-00:45", "sat:23:30-sun:00:30", true],
    ["12:00-12:30", "Mon:11:00-Tue:11:30", true],
    ["12:00", "mon:12:00-mon:13:00", false],
    ["12:00-12:30", "day:12:00-day:13:00", false],
  ];
  for (const [daily, weekly, expected] of WINDOWS)
    it(`${daily} and ${weekly}`, () => equal(windowsMeet(daily, weekly), expected));

  it("makes an ARN of a name that a text begins with", () =>
    equal(fixed("policy-statement", policy('!Sub "${Table}/index/*"')), policy('!Sub "${Table.Arn}/index/*"')));
});
