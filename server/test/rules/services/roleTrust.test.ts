import assert from "node:assert/strict";
import { checkRule, fixed, found } from "../checkRule.ts";

const CODE = "role-trust";

const template = (principal: string, use = "Function", action = "sts:AssumeRole"): string =>
  `Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt ${use === "Function" ? "Role" : "Other"}.Arn, Handler: a.b, Runtime: python3.13, Code: {ZipFile: a}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: a, Arn: !GetAtt Function.Arn, RoleArn: !GetAtt ${use === "Rule" ? "Role" : "Other"}.Arn}]
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: ${action}
`;

const TABLE: readonly (readonly [name: string, source: string, message?: RegExp])[] = [
  [
    "another service is trusted",
    template("{Service: «ec2.amazonaws.com»}"),
    /Function uses Role, but Role does not let lambda\.amazonaws\.com assume it \(“The role defined for the function cannot be assumed by Lambda\.”\)/,
  ],
  [
    "services, not this one",
    template("{Service: «[ec2.amazonaws.com, events.amazonaws.com]»}"),
    /lambda\.amazonaws\.com/,
  ],
  ["a name that begins alike", template("{Service: «lambda.alexa.amazonaws.com»}"), /lambda\.amazonaws\.com/],
  ["in a list of targets", template("{Service: «lambda.amazonaws.com»}", "Rule"), /Rule uses Role/],
  [
    "another action",
    template("{Service: lambda.amazonaws.com}", "Function", "sts:TagSession")
      .replace("AssumeRolePolicyDocument:\n        Version", "AssumeRolePolicyDocument:\n        «Version")
      .replace("sts:TagSession", "sts:TagSession»"),
    /lambda\.amazonaws\.com/,
  ],
  ["the service", template("{Service: lambda.amazonaws.com}")],
  ["one of several", template("{Service: [ec2.amazonaws.com, lambda.amazonaws.com]}")],
  ["with the suffix of the partition", template("{Service: !Sub 'lambda.${AWS::URLSuffix}'}")],
  ["joined", template("{Service: !Join ['', [lambda., !Ref AWS::URLSuffix]]}")],
  ["of a region", template("{Service: lambda.eu-west-1.amazonaws.com}")],
  ["in China", template("{Service: lambda.amazonaws.com.cn}")],
  ["a parameter", template("{Service: !Ref Service}")],
  ["anybody", template('"*"')],
  ["no role of the template", template("{Service: ec2.amazonaws.com}", "Neither")],
];

describe(CODE, () => {
  for (const [name, source, message] of TABLE) it(name, () => checkRule(CODE, source, message));

  it("is a warning if the deployment goes through", () =>
    checkRule(CODE, template("{Service: «lambda.amazonaws.com»}", "Rule"), /Rule uses/, "warning"));

  for (const [service, type, properties, severity] of [
    ["dax", "AWS::DAX::Cluster", "IAMRoleARN: !GetAtt R.Arn", "error"],
    ["streams.metrics.cloudwatch", "AWS::CloudWatch::MetricStream", "RoleArn: !GetAtt R.Arn", "warning"],
    ["pods.eks", "AWS::EKS::PodIdentityAssociation", "RoleArn: !GetAtt R.Arn", "warning"],
    ["rds", "AWS::RDS::DBCluster", "AssociatedRoles: [{RoleArn: !GetAtt R.Arn}]", "warning"],
    [
      "firehose",
      "AWS::KinesisFirehose::DeliveryStream",
      "HttpEndpointDestinationConfiguration: {RoleARN: !GetAtt R.Arn}",
      "error",
    ],
  ] as const) {
    const used = (principal: string): string =>
      `Resources:\n  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${principal}}, Action: sts:AssumeRole}]}}}\n  U: {Type: ${type}, Properties: {${properties}}}\n`;
    it(`holds the role of ${type} to its service`, () => {
      checkRule(
        CODE,
        used("«lambda.amazonaws.com»"),
        new RegExp(`does not let ${service.replaceAll(".", "\\.")}\\.amazonaws`),
        severity,
      );
      checkRule(CODE, used(`${service}.amazonaws.com`));
    });
  }

  it("is silent where the effect is wrong", () =>
    checkRule(CODE, template("{Service: ec2.amazonaws.com}").replace("Effect: Allow", "Effect: Permit")));

  it("can allow the service, too", () => {
    const text = template("{Service: ec2.amazonaws.com}");
    const mended = fixed(CODE, text);
    assert.match(mended, /Service: \[ec2\.amazonaws\.com, lambda\.amazonaws\.com\]/);
    assert.deepEqual(
      found(mended).filter(({ code }) => code === CODE),
      [],
    );
  });
});
