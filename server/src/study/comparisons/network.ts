import { type ComparisonTable, row } from "./comparison.ts";

const VPC = "https://docs.aws.amazon.com/vpc/latest/";

/** Filters, gateways and endpoints of a VPC. */
export const networkComparisons: readonly ComparisonTable[] = [
  {
    id: "traffic-filters",
    columns: [
      { name: "Security group", ja: "セキュリティグループ", topic: "sg" },
      { name: "Network ACL", ja: "ネットワークACL", topic: "nacl", names: ["NACL"] },
    ],
    rows: [
      row(
        ["Belongs to", "付ける先"],
        ["what it is attached to: an instance, a load balancer …", "インスタンスやロードバランサーなど"],
        ["a subnet, which has exactly one", "サブネット（1つのサブネットに1つ）"],
      ),
      row(["Rules", "ルール"], ["allow only", "許可のみ"], ["allow and deny", "許可と拒否"]),
      row(
        ["Which rule decides", "ルールの決まり方"],
        ["all of them together", "すべてのルールを合わせて判断"],
        ["the lowest number that matches", "番号の小さい順に見て、最初に一致したもの"],
      ),
      row(
        ["Answers", "応答の通信"],
        ["pass by themselves (stateful)", "自動で許可（ステートフル）"],
        ["need a rule of their own (stateless)", "別のルールが必要（ステートレス）"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["nearly everything", "ほとんどの場合"],
        ["blocking certain addresses, limits for a whole subnet", "特定のIPアドレスの遮断、サブネット全体の制限"],
      ),
    ],
    sources: [`${VPC}userguide/infrastructure-security.html`, `${VPC}userguide/vpc-network-acls.html`],
  },
  {
    id: "internet-access",
    columns: [
      { name: "NAT gateway", ja: "NATゲートウェイ", topic: "nat-gateway" },
      { name: "Internet gateway", ja: "インターネットゲートウェイ", topic: "igw", names: ["IGW"] },
    ],
    rows: [
      row(
        ["For", "対象"],
        ["private subnets", "プライベートサブネット"],
        [
          "public subnets: its route makes a subnet public",
          "パブリックサブネット（このルートがあるとパブリックになる）",
        ],
      ),
      row(
        ["Connections from the internet", "インターネットからの接続"],
        ["never", "届かない"],
        ["reach what has a public address", "パブリックIPを持つものに届く"],
      ),
      row(
        ["Stands in", "置く場所"],
        [
          "a public subnet, with an Elastic IP; a regional one needs no subnet",
          "パブリックサブネット（Elastic IPが必要）。リージョン単位のものはサブネット不要",
        ],
        ["the VPC, which it is attached to", "VPC（アタッチする）"],
      ),
      row(
        ["Address that others see", "外から見えるアドレス"],
        ["its Elastic IP, for all instances behind it", "Elastic IP（背後のインスタンスで共通）"],
        ["each instance’s own public address", "各インスタンスのパブリックIP"],
      ),
      row(
        ["Costs", "料金"],
        ["by the hour and by the gigabyte", "時間とデータ量"],
        ["nothing for itself; data transfer is charged", "それ自体は無料（データ転送は有料）"],
      ),
    ],
    sources: [
      `${VPC}userguide/vpc-nat-gateway.html`,
      `${VPC}userguide/nat-gateways-regional.html`,
      `${VPC}userguide/VPC_Internet_Gateway.html`,
      `${VPC}userguide/nat-gateway-pricing.html`,
    ],
  },
  {
    id: "s3-endpoints",
    columns: [
      { name: "Gateway endpoint", ja: "ゲートウェイエンドポイント", topic: "vpc-endpoint", names: ["ゲートウェイ型"] },
      {
        name: "Interface endpoint",
        ja: "インターフェイスエンドポイント",
        topic: "vpc-endpoint",
        names: ["インターフェース型", "PrivateLink"],
      },
    ],
    rows: [
      row(
        ["For", "対象"],
        ["S3 and DynamoDB", "S3とDynamoDB"],
        ["most services, S3 and DynamoDB too", "ほとんどのサービス（S3とDynamoDBも）"],
      ),
      row(
        ["Works by", "仕組み"],
        ["a route in the route tables", "ルートテーブルのルート"],
        ["network interfaces with private addresses", "プライベートIPを持つネットワークインターフェイス"],
      ),
      row(
        ["From on premises", "オンプレミスから"],
        ["not reachable", "使えない"],
        ["reachable (VPN, Direct Connect)", "使える（VPN、Direct Connect）"],
      ),
      row(
        ["From another region", "別のリージョンから"],
        ["not reachable", "使えない"],
        ["reachable (peering, Transit Gateway)", "使える（ピアリング、Transit Gateway）"],
      ),
      row(["Costs", "料金"], ["nothing", "無料"], ["is billed", "有料"]),
      row(
        ["In a template", "テンプレート"],
        ["RouteTableIds; Gateway is the default type", "RouteTableIds（VpcEndpointTypeのデフォルトはGateway）"],
        [
          "VpcEndpointType: Interface, SubnetIds, SecurityGroupIds",
          "VpcEndpointType: Interface、SubnetIds、SecurityGroupIds",
        ],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
      `${VPC}privatelink/gateway-endpoints.html`,
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html",
    ],
  },
];
