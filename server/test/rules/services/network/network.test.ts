import { checkRows } from "../../checkRule.ts";

const VPC = "  V:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n";
const subnet = (name: string, block: string, rest = ""): string =>
  `  ${name}:\n    Type: AWS::EC2::Subnet\n${rest}    Properties: {VpcId: !Ref V, CidrBlock: ${block}}\n`;
const association = (name: string, subnetId: string, rest = ""): string =>
  `  ${name}:\n    Type: AWS::EC2::SubnetRouteTableAssociation\n${rest}    Properties: {RouteTableId: !Ref T, SubnetId: ${subnetId}}\n`;
const filter = (name: string, group: string): string =>
  `  ${name}:\n    Type: AWS::Logs::SubscriptionFilter\n    Properties: {LogGroupName: ${group}}\n`;

describe("rules on networks and associations", () => {
  checkRows([
    [
      "subnet-block",
      "outside of the VPC",
      `Resources:\n${VPC}${subnet("A", "«10.1.0.0/24»")}${subnet("B", "10.0.0.0/24")}`,
      /outside V/,
      "error",
    ],
    [
      "subnet-block",
      "over another subnet",
      `Resources:\n${VPC}${subnet("A", "10.0.0.0/23")}${subnet("B", "«10.0.1.0/24»")}${subnet("C", "10.0.2.0/24")}`,
      /overlaps the subnet A/,
    ],
    [
      "subnet-block",
      "ranges of a mapping and of parameters",
      `Parameters:\n  P: {Type: String, Default: 10.0.4.0/24}\n  Q: {Type: String}\nMappings:\n  M: {a: {b: 10.1.0.0/24}, c: {b: 10.2.0.0/24}}\nResources:\n${VPC}${subnet("A", "«!FindInMap [M, a, b]»")}${subnet("B", "!Ref P")}${subnet("C", "!Ref Q")}${subnet("D", "!FindInMap [M, !Ref Q, b]")}`,
      /^10\.1\.0\.0\/24 lies outside V .*“The CIDR '10\.1\.0\.0\/24' is invalid\.”/,
      "error",
    ],
    [
      "subnet-block",
      "defaults that overlap",
      `Parameters:\n  P: {Type: String, Default: 10.0.4.0/24}\nResources:\n${VPC}${subnet("A", "!Ref P")}${subnet("B", "«!Ref P»")}`,
      /^By default: .*\(“The CIDR '10\.0\.4\.0\/24' conflicts with another subnet”\)/,
      "warning",
    ],
    [
      "subnet-block",
      "two versions of a subnet",
      `Resources:\n${VPC}${subnet("A", "10.0.0.0/24", "    Condition: X\n")}${subnet("B", "10.0.0.0/24", "    Condition: Y\n")}`,
    ],
    [
      "subnet-block",
      "a second range of the VPC",
      `Resources:\n${VPC}${subnet("A", "10.1.0.0/24", "    DependsOn: W\n")}  W:\n    Type: AWS::EC2::VPCCidrBlock\n    Properties: {VpcId: !Ref V, CidrBlock: 10.1.0.0/16}\n`,
    ],
    [
      "subnet-block",
      "VPCs that are not in the template",
      "Resources:\n  A:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: !ImportValue V, CidrBlock: 10.0.0.0/24}\n  B:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: !ImportValue W, CidrBlock: 10.0.0.0/24}\n",
    ],
    [
      "too-many-associations",
      "two route tables",
      `Resources:\n${association("A", "!Ref S")}${association("B", "«!Ref S»")}${association("C", "!Ref U")}`,
      /already has A/,
      "error",
    ],
    [
      "too-many-associations",
      "one of two, by a condition",
      `Resources:\n${association("A", "!Ref S", "    Condition: X\n")}${association("B", "!Ref S", "    Condition: Y\n")}`,
    ],
    [
      "too-many-associations",
      "mount targets of one file system, and of another",
      `Resources:\n${["A", "B", "C"].map((id) => `  ${id}:\n    Type: AWS::EFS::MountTarget\n    Properties: {FileSystemId: !Ref ${id === "C" ? "G" : "F"}, SubnetId: ${id === "B" ? "«!Ref S»" : "!Ref S"}}\n`).join("")}`,
    ],
    [
      "too-many-associations",
      "subscription filters",
      `Resources:\n${filter("A", "g")}${filter("B", "g")}${filter("C", "«g»")}${filter("D", "h")}`,
    ],
    [
      "third-party-type",
      "types of others",
      "Resources:\n  A:\n    Type: «AWSQS::EKS::Cluster»\n  B:\n    Type: Custom::Thing\n  C:\n    Type: A::B::C::MODULE\n  D:\n    Type: AWS::SNS::Topic\n",
      undefined,
      "info",
    ],
  ]);
});
