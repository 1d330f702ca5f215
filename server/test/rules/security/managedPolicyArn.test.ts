import { checkRows } from "../checkRule.ts";

const role = (arn: string): string => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - ${arn}
`;

describe("managed-policy-arn", () => {
  checkRows([
    ["managed-policy-arn", "service-role/ is missing", role("«arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole»")],
    ["managed-policy-arn", "it is there", role("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")],
    [
      "managed-policy-arn",
      "service-role/ is too much, in a Sub",
      role('!Sub "«arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore»"'),
    ],
    [
      "managed-policy-arn",
      "in a Join",
      role('!Join ["", ["arn:", !Ref AWS::Partition, "«:iam::aws:policy/service-role/AmazonEKS_CNI_Policy»"]]'),
    ],
    ["managed-policy-arn", "a job function", role("«arn:aws:iam::aws:policy/ViewOnlyAccess»")],
    [
      "managed-policy-arn",
      "a service-linked role's",
      role("«arn:aws:iam::aws:policy/aws-service-role/AmazonEKSServiceRolePolicy»"),
    ],
    ["managed-policy-arn", "a name that is not known", role("arn:aws:iam::aws:policy/SomethingNewer")],
    ["managed-policy-arn", "one's own policy", role("arn:aws:iam::123456789012:policy/AWSLambdaBasicExecutionRole")],
    [
      "managed-policy-arn",
      "one that AWS has replaced",
      role("«arn:aws:iam::aws:policy/service-role/AWSConfigRole»"),
      /does not exist or is not attachable”\): use service-role\/AWS_ConfigRole/,
    ],
    ["managed-policy-arn", "what has replaced it", role("arn:aws:iam::aws:policy/service-role/AWS_ConfigRole")],
    [
      "managed-policy-arn",
      "one that AWS has replaced, by its name",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {Policies: [«AWSLambdaFullAccess»]}\n",
      /use AWSLambda_FullAccess/,
    ],
    ["managed-policy-arn", "a name alone", role("AWSLambdaBasicExecutionRole")],
  ]);
});
