import assert from "node:assert/strict";
import { checkRows, fixed } from "../checkRule.ts";

const CODE = "instance-profile";

const machine = (profile: string, role = "Path: /", own = "Path: /"): string => `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0123456789abcdef0, IamInstanceProfile: ${profile}}
  Role:
    Type: AWS::IAM::Role
    Properties: {${role}}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {${own}, Roles: [!Ref Role]}
`;

describe(CODE, () => {
  checkRows([
    [CODE, "a role", machine("«!Ref Role»"), /refer to Profile/],
    [CODE, "a role's ARN", machine("«!GetAtt Role.Arn»"), /Invalid IAM Instance Profile name/],
    [CODE, "a profile", machine("!Ref Profile")],
    [CODE, "a role that has a name", machine("!Ref Role", "RoleName: web")],
    [CODE, "a profile of the same name", machine("!Ref Role", "Path: /", "InstanceProfileName: !Ref Role")],
    [CODE, "a profile's ARN", machine("«!GetAtt Profile.Arn»"), /takes the name of Profile/],
    [
      CODE,
      "the name of a profile as ARN",
      "Resources:\n  L:\n    Type: AWS::EC2::LaunchTemplate\n    Properties: {LaunchTemplateData: {IamInstanceProfile: {Arn: «!Ref P»}}}\n  P: {Type: AWS::IAM::InstanceProfile}\n",
      /takes the ARN of P/,
    ],
    [
      CODE,
      "a launch configuration takes either",
      "Resources:\n  L:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties: {IamInstanceProfile: !GetAtt P.Arn}\n  P: {Type: AWS::IAM::InstanceProfile}\n",
    ],
    [
      CODE,
      "a profile where a role is wanted",
      "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: «!GetAtt P.Arn», Code: {S3Bucket: a, S3Key: b}, Handler: a.b, Runtime: python3.13}\n  P:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: [!Ref R]}\n  R: {Type: AWS::IAM::Role}\n",
      /P is an instance profile, but F takes a role \(“failed validation constraint for keyword \[pattern\]”\): use !GetAtt R\.Arn/,
    ],
    [CODE, "a parameter", machine("!Ref ProfileName")],
    [CODE, "a macro", `Transform: Mine\n${machine("!Ref Role")}`],
    [
      CODE,
      "a launch template",
      "Resources:\n  L:\n    Type: AWS::EC2::LaunchTemplate\n    Properties: {LaunchTemplateData: {IamInstanceProfile: {Arn: «!GetAtt Role.Arn»}}}\n  Role: {Type: AWS::IAM::Role}\n",
      /put it into an AWS::IAM::InstanceProfile/,
    ],
  ]);

  it("refers to the profile that has the role", () => {
    assert.equal(fixed(CODE, machine("!Ref Role")), machine("!Ref Profile"));
  });
});
