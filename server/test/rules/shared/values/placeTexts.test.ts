import { checkRows } from "../../checkRule.ts";

const PARAMETERS = `Parameters:
  Image: {Type: String, Default: OPTIONAL}
  Range: {Type: String, Default: ""}
  Listed: {Type: String, Default: none, AllowedValues: [none, 10.0.0.0/16]}
  Wrong: {Type: String, Default: none, AllowedValues: [none, 10.0.0.0/99]}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
`;
const CONDITIONS = `Conditions:
  HasImage: !Not [!Equals [OPTIONAL, !Ref Image]]
  HasListed: !Not [!Equals [!Join ["", [!Ref Listed]], none]]
  HasWrong: !Not [!Equals [!Sub "\${Wrong}", none]]
  IsProd: !Equals [!Ref Stage, prod]
`;

const ingress = (range: string, condition = ""): string =>
  `${PARAMETERS}${CONDITIONS}Resources:\n  I:\n    Type: AWS::EC2::SecurityGroupIngress\n${condition}    Properties:\n      IpProtocol: "-1"\n      GroupId: sg-0123456789abcdef0\n      CidrIp: ${range}\n`;

describe("what a parameter can be at a place", () => {
  checkRows([
    ["invalid-cidr", "a default that nothing excludes", ingress("«!Ref Range»"), /may be ""/, "warning"],
    [
      "invalid-cidr",
      "a value that the resource's condition excludes",
      ingress("!Ref Listed", "    Condition: HasListed\n"),
    ],
    ["invalid-cidr", "a value that a branch excludes", ingress("!If [HasListed, !Ref Listed, 10.0.0.0/8]")],
    ["invalid-cidr", "the other branch", ingress("!If [HasListed, 10.0.0.0/8, «!Ref Listed»]"), /may be none/],
    ["invalid-cidr", "a value that stays wrong", ingress("«!Ref Wrong»", "    Condition: HasWrong\n"), /0\/99/],
    [
      "invalid-cidr",
      "a default where something else decides whether it is used",
      ingress("!Ref Range", "    Condition: IsProd\n"),
    ],
    [
      "invalid-id",
      "a word for nothing",
      `${PARAMETERS}${CONDITIONS}Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: !If [HasImage, !Ref Image, ami-0123456789abcdef0]\n  B:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: «!Ref Image»\n`,
    ],
    [
      "invalid-resolved-value",
      "allowed values by condition",
      `${PARAMETERS}${CONDITIONS}Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Condition: IsProd\n    Properties:\n      VersioningConfiguration: {Status: «!Ref Stage»}\n`,
      /may evaluate to prod/,
    ],
    [
      "unknown-mapping",
      "keys for the values that are left",
      `${PARAMETERS}${CONDITIONS}Mappings:\n  M:\n    prod: {A: b}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Condition: IsProd\n    Properties:\n      TopicName: !FindInMap [M, !Ref Stage, A]\n  B:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !FindInMap [M, «!Ref Stage», A]\n`,
      /dev/,
      "warning",
    ],
    [
      "image-parameter",
      "only where the type for images takes every value",
      `Parameters:\n  A: {Type: String, Default: ""}\n  B: {Type: String, Default: NONE}\n  C: {Type: String}\n  D: {Type: «String», Default: ami-0123456789abcdef0}\n  E: {Type: «String»}\nConditions:\n  HasC: !Equals [!Ref C, x]\nResources:\n${["A", "B", "C", "D", "E"].map((name) => `  I${name}:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: !Ref ${name}}\n`).join("")}`,
    ],
  ]);
});
