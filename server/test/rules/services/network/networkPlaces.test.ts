import { checkRows, type Row } from "../../checkRule.ts";

/** Two VPCs with two subnets of the first and a security group, and something in them. */
const within = (vpc: string, type: string, properties: string, more = "", zone = 1): string => `Resources:
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  W: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [${zone}, !GetAZs ""]}}
  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref ${vpc}}}
${more}  U: {Type: ${type}, Properties: ${properties}}
`;

const groups = (type: string, properties: string, says: RegExp, severity: "error" | "warning", more = ""): Row[] => [
  ["subnet-zones", `${type} with a group of another VPC`, within("W", type, properties, more), says, severity],
  ["subnet-zones", `${type} with a group of its VPC`, within("V", type, properties.replace(/[«»]/g, ""), more)],
];

const zones = (type: string, properties: string, says: RegExp): Row[] => [
  ["subnet-zones", `${type} in one zone`, within("V", type, properties, "", 0), says, "error"],
  ["subnet-zones", `${type} in two zones`, within("V", type, properties.replace(/[«»]/g, ""))],
];

const ANY = /G is in W, but [AV] in V: all that U uses must be in one VPC/;
const LAUNCH =
  "  L: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {ImageId: ami-12345678, SecurityGroupIds: [!Ref G]}}}\n";
const CACHE =
  "  S: {Type: AWS::MemoryDB::SubnetGroup, Properties: {SubnetGroupName: s, SubnetIds: [!Ref A, !Ref B]}}\n";
const TASK = (groups: string): string =>
  `{ScheduleExpression: rate(1 hour), Targets: [{Id: a, Arn: a, EcsParameters: {TaskDefinitionArn: a, NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [!Ref A], SecurityGroups: [${groups}]}}}}]}`;

describe("properties that take subnets and security groups", () =>
  checkRows([
    ...groups(
      "AWS::ECS::Service",
      "{NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A], SecurityGroups: [«!Ref G»]}}}",
      /“does not appear to belong to the same VPC as the input subnets”/,
      "error",
    ),
    ...groups(
      "AWS::AutoScaling::AutoScalingGroup",
      "{MinSize: 1, MaxSize: 1, VPCZoneIdentifier: [!Ref A], LaunchTemplate: {LaunchTemplateId: «!Ref L», Version: 1}}",
      /“One or more security groups in the launch template are not linked/,
      "error",
      LAUNCH,
    ),
    ...groups("AWS::MemoryDB::Cluster", "{SubnetGroupName: !Ref S, SecurityGroupIds: [«!Ref G»]}", ANY, "error", CACHE),
    ...groups("AWS::Events::Rule", TASK("«!Ref G»"), ANY, "warning"),
    ...groups(
      "AWS::EC2::ClientVpnEndpoint",
      "{VpcId: «!Ref V», SecurityGroupIds: [!Ref G]}",
      /U is in V, but G in W/,
      "warning",
    ),
    [
      "subnet-zones",
      "targets in VPCs of their own",
      within(
        "W",
        "AWS::Events::Rule",
        TASK("!Ref H").replace(
          "}]}",
          "}, {Id: b, Arn: a, EcsParameters: {TaskDefinitionArn: a, NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [!Ref C], SecurityGroups: [!Ref G]}}}}]}",
        ),
        "  H: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref V}}\n  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref W, CidrBlock: 10.1.0.0/24}}\n",
      ),
    ],
    [
      "subnet-zones",
      "keys that a nested template's author made up",
      within(
        "W",
        "AWS::CloudFormation::Stack",
        "{TemplateURL: a, Parameters: {SubnetIds: !Ref A, SecurityGroupIds: !Ref G}}",
      ),
    ],
    ...zones("AWS::RDS::DBProxy", "{«VpcSubnetIds»: [!Ref A, !Ref B]}", /U covers one Availability Zone: add a subnet/),
    ...zones(
      "AWS::MSK::Cluster",
      "{BrokerNodeGroupInfo: {ClientSubnets: [!Ref A, «!Ref B»]}}",
      /A and B are in the same/,
    ),
    ...zones(
      "AWS::DirectoryService::SimpleAD",
      "{VpcSettings: {VpcId: !Ref V, «SubnetIds»: [!Ref A, !Ref B]}}",
      /“They must correspond to two subnets in different Availability Zones\.”/,
    ),
  ]));
