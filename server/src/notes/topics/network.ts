import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const networkTopics: readonly Topic[] = [
  topicBelow(
    "sg",
    "",
    "Security group|SG|セキュリティグループ",
    [
      "AWS::EC2::SecurityGroup",
      "AWS::EC2::SecurityGroup.SecurityGroupIngress",
      "AWS::EC2::SecurityGroup.SecurityGroupEgress",
      "AWS::EC2::SecurityGroup.SecurityGroupIngress.CidrIp",
      "AWS::EC2::SecurityGroup.SecurityGroupIngress.SourceSecurityGroupId",
      "AWS::EC2::SecurityGroupIngress",
      "AWS::EC2::SecurityGroupEgress",
    ],
    [
      "AWS::EC2::SecurityGroup.SecurityGroupIngress.IpProtocol",
      "AWS::EC2::SecurityGroupIngress.GroupId",
      "AWS::EC2::SecurityGroupIngress.IpProtocol",
      "AWS::EC2::SecurityGroupIngress.CidrIp",
      "AWS::EC2::SecurityGroupIngress.SourceSecurityGroupId",
    ],
  ),
  topicBelow(
    "vpc-cidr-dns",
    "VPC",
    "CIDR|CIDR block|CIDRブロック|DNS hostnames|DNSホスト名",
    ["AWS::EC2::VPC.CidrBlock", "AWS::EC2::VPC.EnableDnsSupport", "AWS::EC2::VPC.EnableDnsHostnames"],
    ["AWS::EC2::VPC"],
  ),
  topicBelow("subnets", "", "Public subnet|Private subnet|パブリックサブネット|プライベートサブネット", [
    "AWS::EC2::Subnet",
    "AWS::EC2::Subnet.CidrBlock",
    "AWS::EC2::Subnet.MapPublicIpOnLaunch",
  ]),
  topicBelow(
    "route-tables",
    "",
    "Route table|ルートテーブル|Route tables and routes",
    [
      "AWS::EC2::RouteTable",
      "AWS::EC2::Route",
      "AWS::EC2::Route.DestinationCidrBlock",
      "AWS::EC2::Route.GatewayId",
      "AWS::EC2::SubnetRouteTableAssociation",
    ],
    ["AWS::EC2::Route.RouteTableId", "AWS::EC2::SubnetRouteTableAssociation.RouteTableId"],
  ),
  topicBelow("igw", "", "Internet gateway|IGW|インターネットゲートウェイ", ["AWS::EC2::InternetGateway"]),
  topicBelow(
    "gateway-attachment",
    "",
    "Gateway attachment|VPC gateway attachment|ゲートウェイのアタッチ|ゲートウェイアタッチメント",
    ["AWS::EC2::VPCGatewayAttachment"],
    ["AWS::EC2::VPCGatewayAttachment.InternetGatewayId"],
  ),
  topicBelow(
    "nat-gateway",
    "",
    "NAT gateway|NATゲートウェイ|NAT",
    ["AWS::EC2::NatGateway", "AWS::EC2::Route.NatGatewayId"],
    ["AWS::EC2::NatGateway.AllocationId", "AWS::EC2::NatGateway.SubnetId", "AWS::EC2::NatGateway.ConnectivityType"],
  ),
  topicBelow(
    "ec2-eip",
    "",
    "Elastic IP|EIP|Elastic IP address|Elastic IPアドレス",
    ["AWS::EC2::EIP", "AWS::EC2::EIPAssociation"],
    ["AWS::EC2::EIP.Domain", "AWS::EC2::EIP.InstanceId"],
  ),
  topicBelow(
    "vpc-endpoint",
    "",
    "VPC endpoint|PrivateLink|AWS PrivateLink|VPCエンドポイント|Interface endpoint|Gateway endpoint|インターフェイスエンドポイント|ゲートウェイエンドポイント",
    ["AWS::EC2::VPCEndpoint", "AWS::EC2::VPCEndpoint.VpcEndpointType", "AWS::EC2::VPCEndpoint.PrivateDnsEnabled"],
    [
      "AWS::EC2::VPCEndpoint.ServiceName",
      "AWS::EC2::VPCEndpoint.SubnetIds",
      "AWS::EC2::VPCEndpoint.SecurityGroupIds",
      "AWS::EC2::VPCEndpoint.RouteTableIds",
      "AWS::EC2::VPCEndpoint.PolicyDocument",
    ],
  ),
  topicBelow(
    "nacl",
    "",
    "NACL|Network ACL|ネットワークACL|ネットワークアクセスコントロールリスト|Network access control list",
    ["AWS::EC2::NetworkAcl", "AWS::EC2::NetworkAclEntry", "AWS::EC2::SubnetNetworkAclAssociation"],
    [
      "AWS::EC2::NetworkAclEntry.*",
      "AWS::EC2::NetworkAclEntry.PortRange.*",
      "AWS::EC2::SubnetNetworkAclAssociation.NetworkAclId",
    ],
  ),
];
