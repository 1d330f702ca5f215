import { checkRows } from "../../checkRule.ts";

const connected = (
  source: string,
  destination: string,
  permissions: string,
): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: src, Handler: a.b, Runtime: python3.12}}
  T: {Type: AWS::SNS::Topic}
  D: {Type: AWS::Serverless::SimpleTable}
  C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: ${source}}, ${destination}, Permissions: ${permissions}}}
`;
const held = (permission: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Connectors: {C: {Properties: {Destination: {Id: T}, Permissions: [${permission}]}}}
    Properties: {CodeUri: src, Handler: a.b, Runtime: python3.12}
  T: {Type: AWS::SNS::Topic}
`;

const polling = (permissions: string): string => `Transform: AWS::Serverless-2016-10-31
Parameters:
  P: {Type: String}
Resources:
  Q: {Type: AWS::SQS::Queue}
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: src, Handler: a.b, Runtime: python3.14}}
  C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Q}, Destination: {Id: F}, ${permissions}}}
`;

describe("connectors of SAM", () => {
  checkRows([
    [
      "sam-value",
      "from nothing",
      connected("«Fn»", "Destination: {Id: D}", "[Read]"),
      /Unable to find resource with logical ID 'Fn'/,
    ],
    [
      "sam-value",
      "to nothing",
      connected("F", "Destination: [{Id: D}, {Id: «E»}]", "[Read]"),
      /Unable to find resource/,
    ],
    [
      "sam-value",
      "between what it does not connect",
      connected("D", "«Destination»: {Id: T}", "[Write]"),
      /SAM has no connector from AWS::DynamoDB::Table to AWS::SNS::Topic/,
    ],
    [
      "sam-value",
      "with a permission that is not there",
      connected("F", "Destination: {Id: T}", "[«Read»]"),
      /valid values are: Write/,
    ],
    ["sam-value", "as they are", connected("F", "Destination: [{Id: D}, {Id: T}]", "[Write]")],
    ["sam-value", "to what is elsewhere", connected("F", "Destination: {Type: AWS::SQS::Queue, Arn: a}", "[Write]")],
    [
      "sam-value",
      "with one of two permissions that are given together",
      polling("«Permissions»: [Read]"),
      /valid combinations are: Read \+ Write/,
      "error",
    ],
    ["sam-value", "with both", polling("Permissions: [Write, Read]")],
    ["sam-value", "with one that is not known", polling("Permissions: [!Ref P]")],
    ["sam-value", "in a resource", held("«Read»"), /valid values are: Write/],
    ["sam-value", "in a resource, as it is right", held("Write")],
  ]);
});
