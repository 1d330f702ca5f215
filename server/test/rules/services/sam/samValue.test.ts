import { checkRows } from "../../checkRule.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

const fn = (more: string): string =>
  `${SAM}  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n      Handler: a.b\n      Runtime: python3.13\n${more}`;

const event = (type: string, properties: string): string =>
  fn(`      Events:\n        E:\n          Type: ${type}\n          Properties: ${properties}\n`);

describe("sam-value", () => {
  checkRows([
    ["sam-value", "a number for a role", fn("      Role: «2»\n"), /should be a string/],
    ["sam-value", "a number for a path", event("HttpApi", "{Path: «12.12», Method: get}"), /'Path' should be a string/],
    [
      "sam-value",
      "a number in quotes",
      event("SQS", '{Queue: !GetAtt Q.Arn, BatchSize: "«10»"}'),
      /leave the quotes out/,
    ],
    ["sam-value", "true in quotes", event("Schedule", "{Schedule: rate(1 day), Enabled: '«false»'}"), /true or false/],
    ["sam-value", "a nested one", fn('      FunctionUrlConfig: {AuthType: NONE, Cors: {MaxAge: "«10»"}}\n'), /MaxAge/],
    ["sam-value", "one in Globals", `Globals:\n  Function:\n    PermissionsBoundary: «1»\n${fn("")}`],
    [
      "sam-value",
      "code at a URL that is none of S3",
      fn("").replace("src", "«https://example.com/code.zip»"),
      /valid S3 Uri/,
    ],
    ["sam-value", "code in S3, and a URL that is put together", fn("").replace("src", "s3://bucket/code.zip")],
    [
      "sam-value",
      "a dynamic reference with a path",
      fn("").replace("src", "«s3://{{resolve:ssm:/bucket}}/code.zip»"),
      /Unsupported dynamic reference/,
    ],
    ["sam-value", "the tag that SAM sets", fn("      Tags: {«lambda:createdBy»: me, other: me}\n"), /reserved Tag key/],
    ["sam-value", "what SAM hands on", fn('      Timeout: "3"\n      MemorySize: "512"\n')],
    ["sam-value", "values of the right kind, and calls", event("SQS", "{Queue: !GetAtt Q.Arn, BatchSize: !Ref Size}")],
    ["sam-value", "YAML 1.1's booleans", event("Schedule", "{Schedule: rate(1 day), Enabled: yes}")],
    ["sam-value", "text in place of a number, which another rule reports", event("SQS", "{Queue: a, BatchSize: many}")],
  ]);

  const cognito = (name: string, trigger: string): string =>
    `  ${name}:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n      Handler: a.b\n      Runtime: python3.13\n      Events:\n        E: {Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: ${trigger}}}\n`;
  const pool = `${SAM}  Pool: {Type: AWS::Cognito::UserPool}\n`;
  const access = (type: string, more: string, ways: string): string =>
    event(type, `{${more}, SourceAccessConfigurations: [${ways}]}`);
  const KAFKA = "KafkaBootstrapServers: [a:9092], Topics: [t]";
  const api = (type: string, more: string): string =>
    `${SAM}  A: {Type: AWS::Serverless::${type}, Properties: {${more}}}\n`;

  checkRows([
    [
      "sam-events",
      "a trigger twice",
      `${pool}${cognito("A", "PreSignUp")}${cognito("B", "[«PreSignUp»]")}`,
      /multiple times/,
    ],
    ["sam-events", "two triggers", `${pool}${cognito("A", "PreSignUp")}${cognito("B", "PostConfirmation")}`],
    [
      "sam-events",
      "the default route twice",
      fn("      Events:\n        A: {Type: HttpApi}\n        «B»: {Type: HttpApi}\n"),
      /ANY \$default/,
    ],
    [
      "sam-events",
      "an API that a function names",
      `${event("Api", '{Path: /, Method: get, RestApiId: «!Sub ["${Name}", {Name: !Ref A}]»}')}  A: {Type: AWS::Serverless::Api, Properties: {StageName: p, DefinitionUri: a.yaml}}\n`,
      /with !Ref/,
    ],
    [
      "sam-events",
      "an API by a parameter in a text, which SAM resolves",
      `Parameters:\n  Id: {Type: String}\n${event("Api", "{Path: /, Method: get, RestApiId: !Sub '${Id}'}")}`,
    ],
    [
      "sam-event-shape",
      "two ways to sign in to Kafka",
      access("SelfManagedKafka", KAFKA, "{Type: BASIC_AUTH, URI: a}, {Type: «SASL_SCRAM_512_AUTH», URI: b}"),
      /Multiple auth/,
    ],
    [
      "sam-event-shape",
      "a subnet without a group",
      fn(
        `      Events:\n        E:\n          Type: SelfManagedKafka\n          Properties: {${KAFKA}, «SourceAccessConfigurations»: [{Type: VPC_SUBNET, URI: a}]}\n`,
      ),
      /both provided/,
    ],
    [
      "sam-event-shape",
      "Kafka in a VPC",
      access(
        "SelfManagedKafka",
        KAFKA,
        "{Type: VPC_SUBNET, URI: a}, {Type: VPC_SECURITY_GROUP, URI: b}, {Type: BASIC_AUTH, URI: c}",
      ),
    ],
    [
      "sam-event-shape",
      "another way with DocumentDB",
      access("DocumentDB", "Cluster: a, DatabaseName: b", "{Type: «VIRTUAL_HOST», URI: a}"),
      /takes BASIC_AUTH/,
    ],
    [
      "sam-event-shape",
      "overriding by nothing",
      event("Api", "{Path: /, Method: get, Auth: {«OverrideApiAuth»: true}}"),
      /Must define one of/,
    ],
    [
      "sam-event-shape",
      "overriding by an authorizer",
      event("Api", "{Path: /, Method: get, Auth: {OverrideApiAuth: true, Authorizer: NONE}}"),
    ],
    [
      "sam-event-shape",
      "a function for a trigger",
      `${pool}${cognito("A", "«!Join ['', [Pre, SignUp]]»")}`,
      /not a function/,
    ],
    [
      "sam-function",
      "no policy",
      fn("      Policies: [{«PolicyName»: p, PolicyDocument: {}}]\n"),
      /'Policies' property is not valid/,
    ],
    [
      "sam-function",
      "a policy that may be a newer template of SAM",
      fn("      Policies: [{BrandNewThingPolicy: {}}, {Statement: []}]\n"),
    ],
    [
      "sam-function",
      "an image from nowhere",
      `${SAM}  F: {Type: AWS::Serverless::Function, «Properties»: {PackageType: Image}}\n`,
      /'ImageUri' must be set/,
    ],
    [
      "sam-function",
      "an image that is built",
      `${SAM}  F: {Type: AWS::Serverless::Function, Metadata: {Dockerfile: Dockerfile}, Properties: {PackageType: Image}}\n`,
    ],
    [
      "sam-api",
      "an authorizer without its format",
      api("HttpApi", "Auth: {Authorizers: {«L»: {FunctionArn: a}}}"),
      /must define 'AuthorizerPayloadFormatVersion'/,
    ],
    [
      "sam-api",
      "authorizers of both kinds",
      api(
        "HttpApi",
        "Auth: {Authorizers: {L: {FunctionArn: a, AuthorizerPayloadFormatVersion: 2.0}, J: {JwtConfiguration: {issuer: a}, IdentitySource: b}}}",
      ),
    ],
    [
      "sam-api",
      "a definition without paths",
      api("HttpApi", "DefinitionBody: {info: a}, «Tags»: {a: b}"),
      /valid OpenApi/,
    ],
    [
      "sam-api",
      "a response by a function",
      api("Api", "StageName: p, GatewayResponses: {DEFAULT_4XX: «!Ref R»}"),
      /intrinsic functions are not supported/,
    ],
    [
      "wrong-type",
      "an identity that is no map",
      api("Api", "StageName: p, Auth: {Authorizers: {A: {FunctionArn: a, Identity: «text»}}}"),
    ],
    [
      "null-value",
      "what SAM needs",
      `${SAM}  A:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location:\n        «ApplicationId»:\n        SemanticVersion: 1.0.0\n`,
      undefined,
      "error",
    ],
  ]);
});
