import { textOf } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { valueSites } from "../shared/values/valueSites.ts";

const EC2 = "AWS::EC2::";

const API = "AWS::ApiGateway::";

/** Resources whose `Ref` is an id or a name that no other kind of them has. */
const KINDS: ReadonlySet<string> = new Set([
  "AWS::ApiGateway::Deployment",
  "AWS::ApiGateway::Resource",
  "AWS::ApiGateway::RestApi",
  "AWS::ApiGateway::Stage",
  "AWS::AutoScaling::AutoScalingGroup",
  "AWS::DynamoDB::Table",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "AWS::ElasticLoadBalancingV2::TargetGroup",
  "AWS::IAM::InstanceProfile",
  "AWS::IAM::Role",
  "AWS::KMS::Key",
  "AWS::Lambda::Function",
  "AWS::Logs::LogGroup",
  "AWS::RDS::DBInstance",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  ...[
    "Instance",
    "InternetGateway",
    "LaunchTemplate",
    "NatGateway",
    "NetworkAcl",
    "NetworkInterface",
    "RouteTable",
    "SecurityGroup",
    "Subnet",
    "Volume",
    "VPC",
  ].map((kind) => EC2 + kind),
]);

/** What the properties of a service's types take that have these names. */
const WANTED: ReadonlyMap<string, string> = new Map(
  [
    ["GroupId", "SecurityGroup"],
    ["InternetGatewayId", "InternetGateway"],
    ["LaunchTemplateId", "LaunchTemplate"],
    ["NatGatewayId", "NatGateway"],
    ["NetworkAclId", "NetworkAcl"],
    ["NetworkInterfaceId", "NetworkInterface"],
    ["RouteTableId", "RouteTable"],
    ["SecurityGroupIds", "SecurityGroup"],
    ["SubnetId", "Subnet"],
    ["SubnetIds", "Subnet"],
    ["VolumeId", "Volume"],
    ["VpcId", "VPC"],
  ].map(([name = "", kind = ""]) => [EC2 + name, EC2 + kind]),
);

/** The same of API Gateway's, and what it answers to another. */
const OF_APIS: ReadonlyMap<string, readonly [kind: string, says: string]> = new Map([
  ["DeploymentId", [`${API}Deployment`, "Invalid Deployment identifier specified"]],
  ["ParentId", [`${API}Resource`, "Invalid Resource identifier specified"]],
  ["ResourceId", [`${API}Resource`, "Invalid Resource identifier specified"]],
  ["RestApiId", [`${API}RestApi`, "Invalid API identifier specified"]],
]);

/**
 * A `Ref` of a resource of another kind than the property expects: a subnet for `VpcId`, say.
 * It is based on a closed list: properties of EC2 and API Gateway that expect the ID of one kind of resource, and resources whose
 * `Ref` is an ID or name of another.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Subnet:
 *     Type: AWS::EC2::Subnet
 *   Group:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupDescription: Web
 *       VpcId: !Ref Subnet
 * ```
 * Good:
 * ```yaml
 *       VpcId: !GetAtt Subnet.VpcId
 * ```
 *
 * @ja
 * プロパティが求めるものとは種類の違うリソースへの`Ref`を検出します。
 * たとえば、`VpcId`に指定したサブネットです。
 * 判定は、固定の一覧に基づきます。
 * 1種類のリソースのIDを求めるEC2とAPI Gatewayのプロパティと、`Ref`が別の種類のIDや名前を返すリソースの一覧です。
 */
export const wrongRefTarget: EntryRule = {
  scope: "entry",
  code: "wrong-ref-target",
  severity: "warning",
  cfnLint: ["E1041"],
  title: {
    en: "Ref names a resource of the right kind",
    ja: "Refの参照先が、プロパティの求める種類のリソース",
  },
  topic: "dependencies",
  check(entry, { catalogue, declarations, format, report }) {
    const { type, calls } = valueSites(entry, catalogue);
    if (type === undefined || !/^AWS::(?:EC2|ApiGateway)::/.test(type.name)) return;
    for (const { node, path } of calls) {
      const name = path.at(-1) ?? "";
      const [wanted = WANTED.get(EC2 + name), says] = type.name.startsWith(API)
        ? (OF_APIS.get(String(name)) ?? [""])
        : [];
      if (!wanted || node.kind !== "call" || node.name !== "Ref") continue;
      const target = textOf(node.argument) ?? "";
      const given = declarations.resources.get(target)?.type ?? "";
      if (given === wanted || !KINDS.has(given)) continue;
      const root = wanted === `${API}Resource` && given === `${API}RestApi` ? `!GetAtt ${target}.RootResourceId` : "";
      report(node, {
        en: `${name} expects the ID of an ${wanted}, but ${target} is ${given}${says === undefined ? "" : ` (“${says}”)`}${root === "" ? "" : `: use ${root}`}.`,
        ja: `${name}には${wanted}を指定しますが、${target}は${given}です${says === undefined ? "" : `（「${says}」）`}。${root === "" ? "" : `${root}を使ってください。`}`,
        severity: says === undefined ? "warning" : "error",
        data:
          root === ""
            ? undefined
            : replacement(
                node,
                format === "yaml" ? root : `{"Fn::GetAtt": ["${target}", "RootResourceId"]}`,
                changeTo(root),
              ),
      });
    }
  },
};
