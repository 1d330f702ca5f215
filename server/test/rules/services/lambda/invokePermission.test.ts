import { checkRows } from "../../checkRule.ts";

const FUNCTION = `  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: "arn:aws:iam::123456789012:role/f", Runtime: python3.14, Handler: index.handler, Code: {ZipFile: "def handler(event, context): pass"}}
`;
const permission = (principal: string, name = "!Ref Function"): string => `  Allow:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: ${name}, Action: "lambda:InvokeFunction", Principal: ${principal}}
`;
const filter = (arn: string, others = "", attribute = ""): string => `Resources:
  Filter:
    Type: AWS::Logs::SubscriptionFilter
${attribute}    Properties: {LogGroupName: app, FilterPattern: "", DestinationArn: ${arn}}
${FUNCTION}${others}`;
const wait = "    DependsOn: Allow\n";

describe("invoke-permission", () => {
  checkRows([
    ["invoke-permission", "no permission", filter("«!GetAtt Function.Arn»"), /CloudWatch Logs permission/, "error"],
    ["invoke-permission", "one for another service", filter("«!GetAtt Function.Arn»", permission("s3.amazonaws.com"))],
    [
      "invoke-permission",
      "one that may come later",
      filter("«!GetAtt Function.Arn»", permission("logs.amazonaws.com")),
      /depend on that/,
      "warning",
    ],
    [
      "invoke-permission",
      "one that is there before",
      filter("!GetAtt Function.Arn", permission("logs.us-east-1.amazonaws.com"), wait),
    ],
    [
      "invoke-permission",
      "one for a service that is filled in",
      filter("!GetAtt Function.Arn", permission('!Sub "logs.${AWS::Region}.amazonaws.com"'), wait),
    ],
    [
      "invoke-permission",
      "one of a function that can't be told",
      filter("!GetAtt Function.Arn", permission("s3.amazonaws.com", "app")),
    ],
    ["invoke-permission", "a destination of another kind", filter("!GetAtt Stream.Arn")],
    [
      "invoke-permission",
      "one that needs it first",
      `Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: lambda, Targets: [{Id: «!GetAtt Function.Arn»}]}
  Allow:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref Function, Action: "lambda:InvokeFunction", Principal: elasticloadbalancing.amazonaws.com, SourceArn: !Ref Group}
${FUNCTION}`,
      /created after it/,
      "error",
    ],
    [
      "invoke-permission",
      "a target group",
      `Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: lambda, Targets: [{Id: «!GetAtt Function.Arn»}]}
${FUNCTION}`,
      /elasticloadbalancing\.amazonaws\.com/,
    ],
  ]);
});
