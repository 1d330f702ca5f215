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

const ROWS: readonly Row[] = [
  ["role-trust", "a default", trust(parameter(EC2), "«!Ref P»"), USUALLY, "warning"],
  ["role-trust", "a default in a list", trust(parameter(EC2), "«[!Ref P]»"), USUALLY, "warning"],
  ["role-trust", "a default in a text", trust(parameter("ec2"), '«!Sub "${P}.amazonaws.com"»'), USUALLY, "warning"],
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
    trust(`${parameter("a")}${condition("!Not [!Equals [!Ref P, a]]")}`, `!If [C, ${EC2}, lambda.amazonaws.com]`),
  ],
  [
    "role-trust",
    "a condition on what is not known",
    trust(condition("!Equals [!Ref AWS::Region, a]"), `!If [C, ${EC2}, lambda.amazonaws.com]`),
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
    "zones of conditions that are not known",
    condition("!Equals [!Ref AWS::Region, x]") + ZONES(BY_REGION, "us-east-1b", "[!Ref A, !Ref B]"),
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
];

describe("rules on resources as they certainly are, and as they are by default", () => checkRows(ROWS));
