import { checkRows } from "../checkRule.ts";

const CODE = "security-group-vpc";
const groups = (rest: string, vpc = "Data"): string => `Resources:
  Apps: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Web: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Web, VpcId: !Ref Apps } }
  Database: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Database, VpcId: !Ref ${vpc}${rest}
`;
const inline = (source: string): string =>
  `, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 1, ToPort: 1, SourceSecurityGroupId: ${source} }] } }`;
const alone = (direction: string, end: string, other: string): string => ` } }
  Rule: { Type: AWS::EC2::SecurityGroup${direction}, Properties: { GroupId: !Ref Database, IpProtocol: tcp, FromPort: 1, ToPort: 1, ${end}SecurityGroupId: ${other} } }`;

describe(CODE, () => {
  checkRows([
    [
      CODE,
      "a group of another VPC",
      groups(inline("«!GetAtt Web.GroupId»")),
      /Web is in Apps, but Database in Data/,
      "error",
    ],
    [CODE, "a group of the same VPC", groups(inline("!GetAtt Web.GroupId"), "Apps")],
    [CODE, "a rule by itself", groups(alone("Ingress", "Source", "«!Ref Web»"))],
    [CODE, "a rule for what goes out", groups(alone("Egress", "Destination", "«!Ref Web»"))],
    [CODE, "a rule by itself in one VPC", groups(alone("Ingress", "Source", "!Ref Web"), "Apps")],
    [
      CODE,
      "VPCs that are joined",
      `${groups(inline("!GetAtt Web.GroupId"))}  Peering: { Type: AWS::EC2::VPCPeeringConnection, Properties: { VpcId: !Ref Apps, PeerVpcId: !Ref Data } }\n`,
    ],
    [
      CODE,
      "a VPC that a nested stack may join",
      `${groups(inline("!GetAtt Web.GroupId"))}  Peering: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a, Parameters: { Vpc: !Ref Apps } } }\n`,
    ],
  ]);
});
