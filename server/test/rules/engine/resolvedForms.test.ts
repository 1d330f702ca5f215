import { checkRows, type Row } from "../checkRule.ts";

const FUNCTION =
  "  Fn: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt R.Arn, Code: {S3Bucket: b, S3Key: k}}}\n";
const role = (service: string, rest = ""): string =>
  `  R: {Type: AWS::IAM::Role, ${rest}Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ${service}}}]}}}\n`;
const trust = (head: string, service: string, rest = ""): string =>
  `${head}Resources:\n${FUNCTION}${role(service, rest)}`;
const parameter = (usual: string): string => `Parameters:\n  P: {Type: String, Default: ${usual}}\n`;
const condition = (formula: string): string => `Conditions:\n  C: ${formula}\n`;
const EC2 = "ec2.amazonaws.com";
const UNKNOWN = "!Equals [!Ref AWS::Region, a]";
const NOTIFYING = (target: string): string => `${condition(UNKNOWN)}Resources:
  F: {Type: AWS::Lambda::Function, Properties: {Role: r, Code: {S3Bucket: b, S3Key: k}}}
  G: {Type: AWS::Lambda::Function, Properties: {Role: r, Code: {S3Bucket: b, S3Key: k}}}
  P: {Type: AWS::Lambda::Permission, Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref F, Principal: s3.amazonaws.com}}
  B: {Type: AWS::S3::Bucket, DependsOn: P, Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: s3:ObjectCreated:*, Function: ${target}}]}}}
`;
const SAYS = /^Fn uses R, but R does not let lambda\.amazonaws\.com assume it/;
const USUALLY = /^By default: Fn uses R/;

const ZONES = (a: string, b: string, subnets: string): string =>
  `Resources:
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${a}}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.1.0/24, AvailabilityZone: ${b}}}
  L: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal, Subnets: ${subnets}}}
`;
const REGIONS = (more: string): string => `Mappings:\n  M: {us-east-1: {a: us-east-1a}${more}}\n`;
const OF_REGION = "!FindInMap [M, !Ref AWS::Region, a]";
const BY_REGION = `!If [C, us-east-1a, us-east-1b]`;

/** A listener of a load balancer, and topics by which a number of conditions before choose. */
const LISTENER = (conditions: number, type: string, protocol: string): string => {
  const all = Array.from({ length: conditions + 1 }, (_, at) => at);
  return `Parameters:
${all.map((at) => `  P${at}: {Type: String, AllowedValues: [a, b]}\n`).join("")}Conditions:
${all.map((at) => `  A${at}: !Equals [!Ref P${at}, a]\n`).join("")}Resources:
${all.map((at) => `  T${at}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [A${at}, x, y]}}\n`).join("")}  Lb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: ${type}, Scheme: internal, Subnets: [subnet-12345678, subnet-12345679]}}
  L: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Lb, Port: 80, Protocol: ${protocol}, DefaultActions: [{Type: forward, TargetGroupArn: arn}]}}
`;
};

const ROWS: readonly Row[] = [
  ["role-trust", "a default", trust(parameter(EC2), "«!Ref P»"), USUALLY, "warning"],
  ["role-trust", "a default in a list", trust(parameter(EC2), "«[!Ref P]»"), USUALLY, "warning"],
  ["role-trust", "a default in a text", trust(parameter("ec2"), '«!Sub "${P}.amazonaws.com"»'), USUALLY, "warning"],
  [
    "role-trust",
    "all that a parameter allows",
    trust("Parameters:\n  P: {Type: String, AllowedValues: [ec2]}\n", '«!Sub "${P}.amazonaws.com"»'),
    SAYS,
    "error",
  ],
  [
    "role-trust",
    "one of the values that it allows",
    trust("Parameters:\n  P: {Type: String, AllowedValues: [ec2, lambda]}\n", '!Sub "${P}.amazonaws.com"'),
  ],
  [
    "role-trust",
    "a condition on all that a parameter allows",
    trust(
      `Parameters:\n  P: {Type: String, AllowedValues: [a]}\n${condition("!Equals [!Ref P, a]")}`,
      `!If [C, «${EC2}», lambda.amazonaws.com]`,
    ),
    SAYS,
    "error",
  ],
  ["role-trust", "the right default", trust(parameter("lambda.amazonaws.com"), "!Ref P")],
  ["role-trust", "no default", trust("Parameters:\n  P: {Type: String}\n", "!Ref P")],
  ["role-trust", "a default that tells people what to write", trust(parameter("the name of a service"), "!Ref P")],
  ["role-trust", "a mapping", trust(`Mappings:\n  M: {a: {b: ${EC2}}}\n`, "«!FindInMap [M, a, b]»"), SAYS, "error"],
  [
    "role-trust",
    "a condition that always holds",
    trust(condition("!Equals [a, a]"), `!If [C, «${EC2}», !Ref AWS::NoValue]`),
    SAYS,
    "error",
  ],
  [
    "role-trust",
    "a condition that holds by default",
    trust(`${parameter("a")}${condition("!Equals [!Ref P, a]")}`, `!If [C, «${EC2}», lambda.amazonaws.com]`),
    USUALLY,
    "warning",
  ],
  [
    "role-trust",
    "a condition that does not",
    trust(`${parameter("a")}${condition("!Not [!Equals [!Ref P, a]]")}`, `!If [C, «${EC2}», lambda.amazonaws.com]`),
    /^Where C is true: Fn uses R/,
    "warning",
  ],
  [
    "role-trust",
    "one case of a condition",
    trust(condition(UNKNOWN), `!If [C, «${EC2}», lambda.amazonaws.com]`),
    /^Where C is true: Fn uses R/,
    "warning",
  ],
  ["role-trust", "either case of a condition", trust(condition(UNKNOWN), `!If [C, «${EC2}», ${EC2}]`), SAYS, "error"],
  [
    "role-trust",
    "a case in which the role is not there",
    trust(condition(UNKNOWN), `!If [C, lambda.amazonaws.com, ${EC2}]`, "Condition: C, "),
  ],
  [
    "role-trust",
    "a case that another condition excludes",
    trust(`${condition(UNKNOWN)}  N: !Not [!Condition C]\n`, `!If [N, ${EC2}, lambda.amazonaws.com]`, "Condition: C, "),
  ],
  [
    "role-trust",
    "a case in which its user is not there",
    `${condition(UNKNOWN)}Resources:
  Fn: {Type: AWS::Lambda::Function, Condition: C, Properties: {Role: !GetAtt R.Arn, Code: {S3Bucket: b, S3Key: k}}}
${role(`!If [C, lambda.amazonaws.com, ${EC2}]`)}`,
  ],
  [
    "role-trust",
    "a case that can't be, by what conditions compare",
    `Parameters:
  P: {Type: String, AllowedValues: [a, b]}
Conditions:
  A: !Equals [!Ref P, a]
  B: !Equals [!Ref P, b]
Resources:
${FUNCTION}${role(`!If [A, lambda.amazonaws.com, !If [B, lambda.amazonaws.com, ${EC2}]]`)}`,
  ],
  [
    "bucket-notification",
    "one function or the other, where one has no permission",
    NOTIFYING("!If [C, !GetAtt F.Arn, «!GetAtt G.Arn»]"),
    /^Where C is false: Nothing/,
    "warning",
  ],
  ["bucket-notification", "no notification in one case", NOTIFYING("!If [C, !GetAtt F.Arn, !Ref AWS::NoValue]")],
  [
    "subnet-zones",
    "what another resource has in that case",
    condition(UNKNOWN) + ZONES(BY_REGION, "!If [C, us-east-1b, us-east-1a]", "[!Ref A, !Ref B]"),
  ],
  [
    "role-trust",
    "a role that is not there by default",
    trust(
      `Parameters:\n  P: {Type: String, Default: ${EC2}}\n${condition("!Equals [!Ref P, x]")}`,
      "!Ref P",
      "Condition: C, ",
    ),
  ],
  [
    "subnet-zones",
    "subnets that are joined and split",
    ZONES("us-east-1a", "us-east-1a", '!Split [",", !Join [",", [!Ref A, «!Ref B»]]]'),
    /same Availability Zone/,
    "error",
  ],
  [
    "subnet-zones",
    "joined and split in another way",
    ZONES("us-east-1a", "us-east-1a", '!Split [";", !Join [",", [!Ref A, !Ref B]]]'),
  ],
  ["subnet-zones", "one Region of a mapping", REGIONS("") + ZONES(OF_REGION, OF_REGION, "[!Ref A, «!Ref B»]")],
  [
    "subnet-zones",
    "zones that are the same in one case",
    condition(UNKNOWN) + ZONES(BY_REGION, "us-east-1b", "[!Ref A, «!Ref B»]"),
    /^Where C is false: /,
    "warning",
  ],
  [
    "mismatched-resources",
    "what is global by default",
    `Transform: AWS::Serverless-2016-10-31
${parameter("60")}Globals:
  Function: {Runtime: python3.13, Timeout: !Ref P}
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: «40»}}
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: x, Handler: a.b, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}}}}
`,
    /^By default: F reads Q and may take 60 seconds/,
    "warning",
  ],
  [
    "already-exists",
    "two parameters that stand for IDs",
    `Parameters:
  A: {Type: String, Default: acl-0000000}
  B: {Type: String, Default: acl-0000000}
Resources:
  X: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref A, RuleNumber: 1, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0}}
  Y: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref B, RuleNumber: 1, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0}}
`,
  ],
  [
    "mismatched-resources",
    "what is only so in two cases at once",
    LISTENER(1, "!If [A0, network, application]", "!If [A1, «HTTP», !If [A0, TCP, HTTP]]"),
    /^Where A0 is true and A1 is true: Lb is a Network Load Balancer/,
    "warning",
  ],
  [
    "mismatched-resources",
    "what is only so where one condition is true and another is false",
    LISTENER(1, "!If [A0, network, application]", "!If [A1, «TCP», «HTTP»]"),
    /^Where A0 is (?:false and A1 is true: Lb is an Application|true and A1 is false: Lb is a Network) Load Balancer/,
    "warning",
  ],
  [
    "mismatched-resources",
    "the same among many conditions",
    LISTENER(12, "!If [A11, network, application]", "!If [A12, «TCP», «HTTP»]"),
    /^Where A11 is (?:false and A12 is true|true and A12 is false): Lb is an? /,
    "warning",
  ],
  [
    "mismatched-resources",
    "one condition that is the other's opposite",
    LISTENER(1, "!If [A0, network, application]", "!If [A1, TCP, HTTP]").replace(
      "!Equals [!Ref P1, a]",
      "!Equals [!Ref P0, a]",
    ),
  ],
  [
    "mismatched-resources",
    "two cases that go together",
    LISTENER(1, "!If [A0, network, application]", "!If [A0, TCP, !If [A1, HTTP, HTTP]]"),
  ],
  [
    "mismatched-resources",
    "the last of many conditions",
    LISTENER(12, "!If [A12, network, application]", "«HTTP»"),
    /^Where A12 is true: Lb is a Network Load Balancer/,
    "warning",
  ],
];

describe("rules on resources as they certainly are, and as they are by default", () => checkRows(ROWS));
