import { checkRows } from "../../checkRule.ts";

const CODE = "subnet-zones";

const ZONE = (index: number): string => `!Select [${index}, !GetAZs ""]`;

function network(
  list: string,
  zones: readonly [string, string],
  vpcs: readonly [string, string] = ["vpc-1", "vpc-1"],
): string {
  const subnets = zones.map(
    (zone, index) =>
      `  Subnet${index}:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: ${vpcs[index]}, CidrBlock: 10.0.${index}.0/24${zone === "" ? "" : `, AvailabilityZone: ${zone}`}}
`,
  );
  return `Resources:\n${list}${subnets.join("")}`;
}
const balancer = (second: string, first = "!Ref Subnet0"): string =>
  `  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Subnets: [${first}, ${second}]}
`;
const database = (key = "SubnetIds", subnets = "!Ref Subnet0, !Ref Subnet1"): string =>
  `  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupDescription: a, ${key}: [${subnets}]}
`;
const cluster = (key = "SubnetIds", subnets = "!Ref Subnet0, !Ref Subnet1"): string =>
  `${subnets.includes("Subnet0") ? "" : "Resources:\n"}  Cluster:
    Type: AWS::EKS::Cluster
    Properties: {RoleArn: a, ResourcesVpcConfig: {${key}: [${subnets}]}}
`;
const instance = (group: string, vpc?: string): string =>
  `  Instance:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-12345678, SubnetId: !Ref Subnet0, SecurityGroupIds: [${group}]}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: a${vpc === undefined ? "" : `, VpcId: ${vpc}`}}
`;
const stored = (group: string, vpc: string): string =>
  `${database().replace("Group:", "Subnets:")}  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBSubnetGroupName: !Ref Subnets, VPCSecurityGroups: [${group}]}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: a, VpcId: ${vpc}}
`;
const MARKED = balancer("«!Ref Subnet1»");
const PLAIN = balancer("!Ref Subnet1");
const VPCS = `  A:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  B:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
`;

checkRows([
  [
    CODE,
    "a zone twice",
    network(MARKED, [ZONE(0), ZONE(0)]),
    /Subnet0 and Subnet1 are in the same Availability Zone \(“A load balancer cannot be attached to multiple subnets/,
    "error",
  ],
  [CODE, "a written zone twice", network(MARKED, ["us-east-1a", "us-east-1a"])],
  [CODE, "a zone by the same parameter", network(MARKED, ["!Ref Zone", "!Ref Zone"])],
  [CODE, "a zone in two forms", network(MARKED, [ZONE(0), "!Select [0, {Fn::GetAZs: !Ref AWS::Region}]"])],
  [CODE, "two zones", network(PLAIN, [ZONE(0), ZONE(1)])],
  [CODE, "zones by two parameters", network(PLAIN, ["!Ref ZoneA", "!Ref ZoneB"])],
  [CODE, "zones that AWS chooses", network(PLAIN, ["", ""])],
  [CODE, "a subnet by a condition", network(balancer("!If [A, !Ref Subnet1, !Ref AWS::NoValue]"), [ZONE(0), ZONE(0)])],
  [CODE, "a subnet of elsewhere", network(balancer("!ImportValue a"), [ZONE(0), ZONE(0)])],
  [CODE, "a macro", `Transform: Mine\n${network(PLAIN, [ZONE(0), ZONE(0)])}`],
  [
    CODE,
    "a DB subnet group in one zone",
    network(database("«SubnetIds»"), [ZONE(0), ZONE(0)]),
    /“doesn't meet Availability Zone \(AZ\) coverage requirement”/,
  ],
  [CODE, "a DB subnet group of one subnet", network(database("«SubnetIds»", "!Ref Subnet0"), [ZONE(0), ZONE(1)])],
  [CODE, "a DB subnet group in two zones", network(database(), ["us-east-1a", "us-east-1b"])],
  [CODE, "a DB subnet group in a Local Zone", network(database(), ["us-west-2-lax-1a", "us-west-2-lax-1a"])],
  [CODE, "a DB subnet group in a zone by a parameter", network(database(), ["!Ref Zone", "!Ref Zone"])],
  [
    CODE,
    "a DB subnet group with others",
    network(database("SubnetIds", "!Ref Subnet0, !Ref Elsewhere"), [ZONE(0), ZONE(0)]),
  ],
  [
    CODE,
    "two VPCs",
    network(MARKED + VPCS, [ZONE(0), ZONE(1)], ["!Ref A", "!Ref B"]),
    /Subnet1 is in B, but Subnet0 in A \(“All subnets must belong to the same VPC”\): all that Balancer uses/,
  ],
  [CODE, "one VPC", network(PLAIN + VPCS, [ZONE(0), ZONE(1)], ["!Ref A", "!GetAtt A.VpcId"])],
  [CODE, "VPCs by parameters", network(PLAIN + VPCS, [ZONE(0), ZONE(1)], ["!Ref VpcA", "!Ref VpcB"])],
  [
    CODE,
    "an EKS cluster in one zone",
    network(cluster("«SubnetIds»"), [ZONE(0), ZONE(0)]),
    /“Subnets specified must be in at least two different AZs”/,
  ],
  [CODE, "an EKS cluster in two zones", network(cluster(), [ZONE(0), ZONE(1)])],
  [CODE, "an EKS cluster in one subnet", cluster("«SubnetIds»", "subnet-12345678")],
  [CODE, "an EKS cluster in a list of subnets", cluster("SubnetIds", "!Ref Subnets")],
  [
    CODE,
    "a group of another VPC",
    network(instance("«!GetAtt Group.GroupId»", "!Ref B") + VPCS, ["", ""], ["!Ref A", "!Ref A"]),
    /Group is in B, but Subnet0 in A \(“belong to different networks”\)/,
  ],
  [
    CODE,
    "a group of the default VPC",
    network(instance("«!GetAtt Group.GroupId»") + VPCS, ["", ""], ["!Ref A", "!Ref A"]),
    /Group is in the default VPC/,
  ],
  [CODE, "a group of the VPC", network(instance("!Ref Group", "!Ref A") + VPCS, ["", ""], ["!Ref A", "!Ref A"])],
  [
    CODE,
    "a group of a VPC by a parameter",
    `Parameters:\n  P: {Type: AWS::EC2::VPC::Id}\n${network(instance("«!GetAtt Group.GroupId»", "!Ref P") + VPCS, ["", ""], ["!Ref A", "!Ref A"])}`,
    /Group is in P, but Subnet0 in A/,
  ],
  [
    CODE,
    "two VPCs by parameters",
    `Parameters:\n  P: {Type: AWS::EC2::VPC::Id}\n  Q: {Type: AWS::EC2::VPC::Id}\n${network(instance("!Ref Group", "!Ref P"), ["", ""], ["!Ref Q", "!Ref Q"])}`,
  ],
  [
    CODE,
    "a DB subnet group in the usual zone of a parameter",
    `Parameters:\n  Zone: {Type: AWS::EC2::AvailabilityZone::Name, Default: us-east-1a}\n${network(database("«SubnetIds»"), ["!Ref Zone", "!Ref Zone"])}`,
    undefined,
    "warning",
  ],
  [
    CODE,
    "a route table and a target group of another VPC",
    network(
      `  Association:\n    Type: AWS::EC2::SubnetRouteTableAssociation\n    Properties: {SubnetId: !Ref Subnet0, RouteTableId: «!Ref Table»}\n  Table:\n    Type: AWS::EC2::RouteTable\n    Properties: {VpcId: !Ref B}\n  Listener:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties: {LoadBalancerArn: !Ref Balancer, Port: 80, Protocol: HTTP, DefaultActions: [{Type: forward, TargetGroupArn: «!Ref Targets»}]}\n  Targets:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties: {VpcId: !Ref B, Port: 80, Protocol: HTTP}\n${PLAIN}${VPCS}`,
      [ZONE(0), ZONE(1)],
      ["!Ref A", "!Ref A"],
    ),
    /(?:Table|Targets) is in B, but Subnet0 in A/,
    "error",
  ],
  [
    "zone-region",
    "zones of two Regions",
    network(PLAIN, ["us-east-1a", "«eu-west-1b»"]),
    /Subnet1 is in eu-west-1b, but Subnet0 in us-east-1a/,
    "error",
  ],
  ["zone-region", "a Local Zone of the Region", network(PLAIN, ["us-west-2a", "us-west-2-lax-1a"])],
  [
    "zone-region",
    "zones that exclude each other",
    `Parameters:\n  P: {Type: String}\nConditions:\n  A: !Equals [!Ref P, a]\n  B: !Not [!Condition A]\n${network("", [
      "us-east-1a",
      "eu-west-1b",
    ])
      .replace("Subnet\n", "Subnet\n    Condition: A\n")
      .replace(/Subnet\n(?= {4}Prop)/, "Subnet\n    Condition: B\n")}`,
  ],
  [
    CODE,
    "a group of another VPC than a database's subnet group",
    network(stored("«!GetAtt Group.GroupId»", "!Ref B") + VPCS, [ZONE(0), ZONE(1)], ["!Ref A", "!Ref A"]),
    /“The DB instance and EC2 security group are in different VPCs”/,
  ],
  [
    CODE,
    "a group of the VPC of a database's subnet group",
    network(stored("!Ref Group", "!Ref A") + VPCS, [ZONE(0), ZONE(1)], ["!Ref A", "!Ref A"]),
  ],
]);
