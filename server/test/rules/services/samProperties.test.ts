import { checkRows } from "../checkRule.ts";

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
