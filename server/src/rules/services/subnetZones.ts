import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry } from "../../model/template.ts";
import { written } from "../../model/tree/conditionFormula.ts";
import { contentSpan, type Node, type Pair, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import { resourcesByName } from "../engine/cycles.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";

const BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

/** The property of a type that lists subnets. */
const LISTS: ReadonlyMap<string, string> = new Map([
  [BALANCER, "Subnets"],
  ["AWS::RDS::DBSubnetGroup", "SubnetIds"],
]);

/**
 * Subnets of the template that cannot go together: two of one Availability Zone for a load balancer, all in one zone for a
 * DB subnet group, or of different VPCs for either.
 * It is based on what Elastic Load Balancing and RDS check. Zones are the same where they are written alike; all else is left
 * out.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Balancer:
 *     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
 *     Properties:
 *       Subnets: [!Ref SubnetA, !Ref SubnetB]
 *   SubnetA:
 *     Type: AWS::EC2::Subnet
 *     Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}
 *   SubnetB:
 *     Type: AWS::EC2::Subnet
 *     Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}
 * ```
 * Good:
 * ```yaml
 *   SubnetB:
 *     Type: AWS::EC2::Subnet
 *     Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}
 * ```
 *
 * @ja
 * 一緒に使えない、テンプレートのサブネットを検出します。
 * ロードバランサーに同じアベイラビリティーゾーンのサブネットが2つある場合、DBサブネットグループのサブネットがすべて1つのゾーンにある場合、どちらかに異なるVPCのサブネットがある場合です。
 * 判定は、Elastic Load BalancingとRDSが検証する内容に基づきます。
 * ゾーンは、同じ書き方であれば同じとみなし、それ以外は対象外です。
 */
export const subnetZones: TemplateRule = {
  scope: "template",
  code: "subnet-zones",
  severity: "error",
  cfnLint: [],
  title: {
    en: "Subnets that go together are in different zones of one VPC",
    ja: "一緒に使うサブネットは1つのVPCの異なるゾーンにある",
  },
  topic: "subnets",
  check(template, { report }) {
    const lists = listing(template, "Resources");
    if (lists.length === 0 || template.declarations.open || template.declarations.loopNames.length > 0) return;
    const resources = resourcesByName(template);
    for (const { entry, found } of lists) {
      const subnets = found.items.flatMap((node) => {
        const subnet = resources.get(resourceTarget(node) ?? "");
        const properties = valueAt(subnet?.value, "Properties");
        if (subnet === undefined || textOf(valueAt(subnet.value, "Type")) !== "AWS::EC2::Subnet") return [];
        const vpc = resources.get(resourceTarget(valueAt(properties, "VpcId")) ?? "");
        const isOwn = textOf(valueAt(vpc?.value, "Type")) === "AWS::EC2::VPC";
        return [{ node, subnet, zone: zoneOf(properties), vpc: isOwn ? vpc?.name : undefined }];
      });
      const [first] = subnets;
      if (first === undefined) continue;
      const other = subnets.find(({ vpc }) => vpc !== undefined && first.vpc !== undefined && vpc !== first.vpc);
      if (other !== undefined) {
        report(entry, other.node, {
          en: `${other.subnet.name} is in ${other.vpc}, but ${first.subnet.name} in ${first.vpc}: all subnets of ${entry.name} must be in one VPC.`,
          ja: `${other.subnet.name}は${other.vpc}に、${first.subnet.name}は${first.vpc}にあります。${entry.name}のサブネットは、すべて1つのVPCに置いてください。`,
        });
      } else if (found.type === BALANCER) {
        const same = subnets.find(
          (one, index) =>
            one.zone !== undefined &&
            subnets.slice(0, index).some(({ zone, subnet }) => zone === one.zone && subnet !== one.subnet),
        );
        const twin = subnets.find(({ zone }) => zone === same?.zone);
        if (same !== undefined && twin !== undefined)
          report(entry, same.node, { ...sameZone(twin.subnet, same.subnet), topic: "load-balancer-attributes" });
      } else if (subnets.length === found.items.length && subnets.every(({ zone }) => isOneOf(zone, first.zone))) {
        report(entry, contentSpan(found.key), {
          en: `${entry.name} covers one Availability Zone (“doesn't meet Availability Zone (AZ) coverage requirement”): add a subnet in another.`,
          ja: `${entry.name}のアベイラビリティーゾーンが1つだけです（「doesn't meet Availability Zone (AZ) coverage requirement」）。別のゾーンのサブネットを追加してください。`,
          topic: "rds-subnet-group",
        });
      }
    }
  },
};

function sameZone(one: Entry, other: Entry) {
  return {
    en: `${one.name} and ${other.name} are in the same Availability Zone (“A load balancer cannot be attached to multiple subnets in the same Availability Zone”).`,
    ja: `${one.name}と${other.name}は同じアベイラビリティーゾーンにあります（「A load balancer cannot be attached to multiple subnets in the same Availability Zone」）。`,
  };
}

/** What the zone of a subnet is written as; `undefined` where it is left to AWS, or the subnet is on an Outpost. */
function zoneOf(properties: Node | undefined): string | undefined {
  const zone = valueAt(properties, "AvailabilityZone");
  if (zone === undefined || valueAt(properties, "OutpostArn") !== undefined) return undefined;
  const text = written(zone);
  return text.includes("AWS::NoValue") || text === '""' ? undefined : text;
}

/** Whether a zone is that one, and surely not a Local Zone, where a single one is enough. */
function isOneOf(zone: string | undefined, one: string | undefined): boolean {
  return (
    zone === one && zone !== undefined && /^(?:"[a-z]+-[a-z-]+-\d[a-z]"$|Fn::Select\(\["\d+",Fn::GetAZs\()/.test(zone)
  );
}

interface SubnetList {
  readonly type: string;
  readonly key: Pair["key"];
  readonly items: readonly Node[];
}

const listing = searchEntries(({ value }): SubnetList | undefined => {
  const type = textOf(valueAt(value, "Type")) ?? "";
  const list = LISTS.get(type);
  const pair = list === undefined ? undefined : pairOf(valueAt(value, "Properties"), list);
  return pair?.value.kind === "list" ? { type, key: pair.key, items: pair.value.items } : undefined;
});
