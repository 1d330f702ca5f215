import { checkRows } from "../../checkRule.ts";
import { rows } from "../twins.ts";

const database = (rest: string): string =>
  `{Engine: mysql, AllocatedStorage: 20, MasterUsername: dba, ManageMasterUserPassword: true, ${rest}}`;
const TRUST =
  'AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}]}';
const permission = (account: string): string =>
  `Parameters:\n  Stage: {Type: String, AllowedValues: [prod, test]}\nMappings:\n  M:\n    prod: {id: "12345678901", right: "123456789012"}\nResources:\n  P:\n    Type: AWS::Lambda::Permission\n    Properties: {Action: "lambda:InvokeFunction", FunctionName: f, Principal: s3.amazonaws.com, SourceAccount: ${account}}\n`;
const timeout = (size: string): string =>
  `Mappings:\n  M:\n    prod: {size: "1000", right: "900"}\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Runtime: python3.13, Handler: index.handler, Role: "arn:aws:iam::123456789012:role/r", Code: {S3Bucket: b, S3Key: k}, Timeout: ${size}}\n`;

const graph = (rest: string): string => `{Auth: {Type: AWS_IAM}, ${rest}}`;
const connector = (rest: string): string => `{Source: {Id: F}, ${rest}}`;

checkRows([
  ...rows("value-combination", [
    [
      "Serverless::GraphQLApi",
      "{SchemaUri: a.graphql, «Auth»: {Type: AWS_LAMBDA‹¦, LambdaAuthorizer: {AuthorizerUri: a}›}}",
      /'LambdaAuthorizer' must be defined if type is 'AWS_LAMBDA'/,
    ],
    [
      "Serverless::GraphQLApi",
      "{SchemaUri: a.graphql, Auth: {Type: «‹IAM¦AWS_IAM›»}}",
      /^Auth\.Type is API_KEY or AWS_IAM/,
    ],
    [
      "Serverless::GraphQLApi",
      "{SchemaUri: a.graphql, Auth: {Type: OPENID_CONNECT, OpenIDConnect: {Issuer: a}‹, «UserPool»: {UserPoolId: a}¦›}}",
      /more than one authentication configuration/,
    ],
    [
      "Serverless::Connector",
      connector("Destination: {Id: P}, «Permissions»: [‹¦Write›]"),
      /'Permissions' cannot be empty/,
    ],
    ["Serverless::Connector", connector("«Destination»: [‹¦{Id: P}›], Permissions: [Read]"), /is an empty list/],
    [
      "Serverless::Connector",
      "{Source: {Type: AWS::Events::Rule, Arn: !Ref P}, «Destination»: {Type: AWS::SQS::Queue‹¦, Arn: !Ref P, QueueUrl: !Ref P›}, Permissions: [Write]}",
      /Arn is needed/,
    ],
  ]),
  ...rows("property-combination", [
    [
      "Serverless::GraphQLApi",
      "«Properties»: {Auth: {Type: AWS_IAM}‹¦, SchemaUri: a.graphql›}",
      /One of 'SchemaInline' or 'SchemaUri' must be set/,
    ],
    [
      "Serverless::GraphQLApi",
      graph("SchemaInline: a, ‹«SchemaUri»: a.graphql¦Name: a›"),
      /cannot be defined at the same time/,
    ],
    ["Serverless::Connector", connector("«Destination»: {‹Arn¦Id›: P}, Permissions: [Read]"), /needs one of Id, Type/],
  ]),
  ...rows("value-combination", [
    [
      "ApiGatewayV2::Route",
      "{ApiId: !Ref P, RouteKey: ‹sendMessage¦$connect›, AuthorizationType: «AWS_IAM»}",
      /With RouteKey sendMessage, AuthorizationType can't be AWS_IAM/,
    ],
    [
      "ApiGatewayV2::Route",
      "{ApiId: !Ref P, RouteKey: $connect, AuthorizationType: «‹JWT¦CUSTOM›», AuthorizerId: !Ref P}",
      /AuthorizationType can't be JWT/,
    ],
    [
      "RDS::DBInstance",
      database("DBInstanceClass: «db.‹m1.small¦t3.small›»"),
      /does not support creating a DB instance with the following combination/,
    ],
    [
      "RDS::DBCluster",
      "{Engine: aurora-mysql, EngineVersion: «‹5.6.mysql_aurora.1.22.2¦8.0.mysql_aurora.3.08.0›», MasterUsername: dba, ManageMasterUserPassword: true}",
      /Cannot find version/,
    ],
    [
      "RDS::DBCluster",
      '{Engine: aurora-postgresql, EngineVersion: "«‹10.21¦16.4›»", MasterUsername: dba, ManageMasterUserPassword: true}',
      /Cannot find version/,
    ],
    [
      "SNS::Topic",
      "{Subscription: [{Protocol: «‹mail¦email›», Endpoint: a@example.com}]}",
      /does not support this protocol string/,
    ],
  ]),
  ...rows("invalid-id", [
    [
      "IAM::Role",
      `{${TRUST}, ManagedPolicyArns: [«‹AmazonSSMManagedInstanceCore¦arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore›»]}`,
      /ARN AmazonSSMManagedInstanceCore is not valid\./,
    ],
    [
      "IAM::User",
      "{ManagedPolicyArns: ['«arn:‹{AWS::Partition}¦aws›:iam::aws:policy/ReadOnlyAccess»']}",
      /is not valid\./,
      "warning",
    ],
    [
      "IAM::User",
      "{PermissionsBoundary: «arn:aws:iam:‹aws¦:123456789012›:policy/Boundary»}",
      /ARN arn:aws:iam:aws:policy\/Boundary is not valid\./,
    ],
  ]),
  [
    "ref-format",
    "a user pool's ID, where its ARN is needed",
    `Resources:\n  Pool: {Type: AWS::Cognito::UserPool}\n  A:\n    Type: AWS::ApiGateway::Authorizer\n    Properties: {RestApiId: a, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [«!Ref Pool»]}\n`,
    /use !GetAtt Pool\.Arn/,
  ],
  ["invalid-id", "what a mapping surely gives", permission("«!FindInMap [M, prod, id]»"), /gives 12345678901/, "error"],
  ["invalid-id", "what a mapping may give", permission("«!FindInMap [M, !Ref Stage, id]»"), undefined, "warning"],
  ["invalid-id", "what is right in a mapping", permission("!FindInMap [M, prod, right]")],
  [
    "invalid-resolved-value",
    "what a mapping surely gives",
    timeout("«!FindInMap [M, prod, size]»"),
    /gives 1000, but Timeout must be at most 900/,
    "error",
  ],
  ["invalid-resolved-value", "what is right in a mapping", timeout("!FindInMap [M, prod, right]")],
  [
    "invalid-resolved-value",
    "all that a parameter allows",
    `Parameters:\n  P: {Type: Number, AllowedValues: [1000]}\n${timeout("«!Ref P»")}`,
    /gives 1000, but Timeout must be at most 900/,
    "error",
  ],
  [
    "invalid-resolved-value",
    "one of the values that it allows",
    `Parameters:\n  P: {Type: Number, AllowedValues: [1000, 900]}\n${timeout("«!Ref P»")}`,
    undefined,
    "warning",
  ],
]);
