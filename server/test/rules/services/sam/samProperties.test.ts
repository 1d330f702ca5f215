import { checkRows } from "../../checkRule.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

describe("required properties of SAM types", () => {
  checkRows([
    [
      "missing-property",
      "an API without a stage",
      `${SAM}  Api:\n    Type: AWS::Serverless::Api\n    «Properties»:\n      Name: x\n`,
      /needs StageName/,
    ],
    [
      "missing-property",
      "an API with one",
      `${SAM}  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: prod\n`,
    ],
    ["missing-property", "an API without properties", `${SAM}  «Api»:\n    Type: AWS::Serverless::Api\n`, /StageName/],
    [
      "missing-property",
      "a function that Globals complete",
      `Globals:\n  Function:\n    Runtime: nodejs24.x\n    Handler: index.handler\n${SAM}  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n`,
    ],
    [
      "missing-property",
      "logging of a GraphQL API, for which SAM makes the role",
      `${SAM}  Api:\n    Type: AWS::Serverless::GraphQLApi\n    Properties:\n      Auth: {Type: AWS_IAM}\n      Logging: {FieldLogLevel: ALL}\n`,
    ],
    [
      "missing-property",
      "logging of AppSync's own API needs the role",
      "Resources:\n  Api:\n    Type: AWS::AppSync::GraphQLApi\n    Properties:\n      Name: x\n      AuthenticationType: AWS_IAM\n      «LogConfig»: {FieldLogLevel: ALL}\n",
      /CloudWatchLogsRoleArn/,
    ],
    [
      "unknown-property",
      "a property that the logging of a GraphQL API does not have",
      `${SAM}  Api:\n    Type: AWS::Serverless::GraphQLApi\n    Properties:\n      Auth: {Type: AWS_IAM}\n      Logging: {«Level»: ALL}\n`,
    ],
    [
      "missing-property",
      "a layer without content",
      `${SAM}  L:\n    Type: AWS::Serverless::LayerVersion\n    «Properties»:\n      LayerName: x\n`,
      /ContentUri/,
    ],
  ]);
});

const socket = (properties: string): string =>
  `${SAM}  W:\n    Type: AWS::Serverless::WebSocketApi\n    Properties:\n      RouteSelectionExpression: $request.body.action\n${properties}`;
const broker = (access: string): string =>
  `${SAM}  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E:\n          Type: MQ\n          Properties:\n            Broker: x\n            Queues: [q]\n            ${access}\n`;
const api = (properties: string, type = "Api"): string =>
  `${SAM}  A:\n    Type: AWS::Serverless::${type}\n    Properties:\n      StageName: prod\n${properties}`;
const event = (properties: string): string =>
  `${SAM}  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E:\n          Type: HttpApi\n          Properties: ${properties}\n`;

describe("properties of SAM types that go together", () => {
  checkRows([
    ["sam-api", "no routes", socket("      «Routes»: {}\n"), /at least one route/],
    [
      "sam-api",
      "routes that a loop makes",
      socket("      Routes: {'Fn::ForEach::R': []}\n      Auth: {AuthType: AWS_IAM}\n"),
    ],
    [
      "sam-api",
      "an authorizer where nobody connects",
      socket("      Routes: {$default: {FunctionArn: x}}\n      «Auth»: {AuthType: AWS_IAM}\n"),
      /\$connect/,
    ],
    [
      "sam-api",
      "a function as authorizer that is not named",
      socket("      Routes: {$connect: {FunctionArn: x}}\n      «Auth»: {AuthType: CUSTOM}\n"),
      /AuthArn/,
    ],
    [
      "sam-api",
      "settings of no authorizer",
      socket("      Routes: {$connect: {FunctionArn: x}}\n      «Auth»: {InvokeRole: x}\n"),
      /needs AuthType/,
    ],
    [
      "sam-api",
      "an authorizer that is whole",
      socket("      Routes: {$connect: {FunctionArn: x}}\n      Auth: {AuthType: CUSTOM, AuthArn: x}\n"),
    ],
    [
      "sam-api",
      "what an answer of the gateway is made of",
      api(
        "      GatewayResponses:\n        A: {StatusCode: «abc», «ResponseParameters»: [x]}\n        B: {StatusCode: 401, ResponseParameters: {Headers: {}}}\n",
      ),
    ],
    [
      "sam-api",
      "the endpoint of a definition elsewhere",
      api("      DefinitionUri: s3://a/b\n      «DisableExecuteApiEndpoint»: true\n"),
    ],
    ["sam-api", "the endpoint of a definition that SAM makes", api("      DisableExecuteApiEndpoint: true\n")],
    [
      "sam-event-shape",
      "a broker without a password",
      broker("«SourceAccessConfigurations»: [{Type: VIRTUAL_HOST, URI: /}]"),
      /BASIC_AUTH/,
    ],
    ["sam-event-shape", "a password that is nowhere", broker("«SourceAccessConfigurations»: [{Type: BASIC_AUTH}]")],
    [
      "sam-event-shape",
      "a way that brokers don't have",
      broker("SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: x}, {Type: «VPC_SUBNET», URI: x}]"),
    ],
    [
      "sam-event-shape",
      "a broker with both",
      broker("SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: x}, {Type: VIRTUAL_HOST, URI: /}]"),
    ],
    ["property-combination", "a path without a method", event("{«Path»: /a}"), /Method/],
    ["property-combination", "the default route", event("{ApiId: x}")],
    [
      "property-combination",
      "records without their zone",
      api("      Domain: {DomainName: a.example.com, CertificateArn: x, «Route53»: {IpV6: true}}\n"),
      /HostedZoneId/,
    ],
    [
      "property-combination",
      "records in their zone",
      api("      Domain: {DomainName: a.example.com, CertificateArn: x, Route53: {HostedZoneName: example.com.}}\n"),
    ],
    ["invalid-id", "a version of OpenAPI that is none", api("      OpenApiVersion: «5.0»\n")],
    ["invalid-id", "versions that SAM knows", api("      OpenApiVersion: 3.0\n")],
    [
      "wrong-type",
      "a text for a map in Globals",
      `Globals:\n  Api:\n    Auth:\n      ResourcePolicy: «none»\n${api("")}`,
    ],
  ]);
});
