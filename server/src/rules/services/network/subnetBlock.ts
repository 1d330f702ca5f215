import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import type { Entry } from "../../../model/template.ts";
import { contentSpan, type ScalarNode, textOf, valueAt } from "../../../model/tree/node.ts";
import type { TemplateContext, TemplateRule } from "../../engine/rule.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { isCidr } from "../../shared/values/cidr.ts";
import { literalAt } from "../../shared/values/literals.ts";

/**
 * A subnet whose address range is outside its VPC's, or overlaps with that of another subnet.
 * It is based on literal ranges, in a VPC of the same template to which no other range is added.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Vpc:
 *     Type: AWS::EC2::VPC
 *     Properties:
 *       CidrBlock: 10.0.0.0/16
 *   Subnet:
 *     Type: AWS::EC2::Subnet
 *     Properties:
 *       VpcId: !Ref Vpc
 *       CidrBlock: 10.1.0.0/24
 * ```
 * Good:
 * ```yaml
 *       VpcId: !Ref Vpc
 *       CidrBlock: 10.0.1.0/24
 * ```
 *
 * @ja
 * アドレス範囲がVPCの外にあるサブネットや、別のサブネットと範囲が重なるサブネットを検出します。
 * 判定は、直接書かれた範囲に基づき、同じテンプレートにあって、ほかの範囲が追加されていないVPCを対象にします。
 */
export const subnetBlock: TemplateRule = {
  scope: "template",
  code: "subnet-block",
  severity: "error",
  cfnLint: ["E3059", "E3060"],
  title: { en: "Subnets lie in their VPC and do not overlap", ja: "サブネットの範囲がVPC内にあり、重なっていない" },
  topic: "subnets",
  check(template, { report }) {
    const parts = partsOfNetworks(template, "Resources");
    const networks = new Map<string, Range | undefined>();
    const extended = new Set<string>();
    const subnets = new Map<string, PlacedSubnet[]>();
    for (const { entry, found } of parts) {
      if (found.kind === "network") networks.set(entry.name, found.range);
      else if (found.kind === "extension") extended.add(found.network);
      else {
        const others = subnets.get(found.network);
        if (others === undefined) subnets.set(found.network, [{ ...found, entry }]);
        else others.push({ ...found, entry });
      }
    }
    for (const [name, those] of subnets) {
      const whole = extended.has(name) ? undefined : networks.get(name);
      for (const { entry, node, range } of those) {
        if (whole === undefined || contains(whole, range)) continue;
        report(entry, contentSpan(node), {
          en: `${node.text} lies outside ${name} (${whole.text}).`,
          ja: `${node.text}は${name}の範囲（${whole.text}）の外です。`,
        });
      }
      if (anyOverlap(those)) reportOverlaps(those, report);
    }
  },
};

function reportOverlaps(subnets: readonly PlacedSubnet[], report: TemplateContext["report"]): void {
  subnets.forEach((subnet, index) => {
    const { entry, node } = subnet;
    const other = subnets.slice(0, index).find((before) => overlap(before, subnet));
    if (other === undefined) return;
    report(entry, contentSpan(node), {
      en: `${node.text} overlaps the subnet ${other.entry.name} (${other.range.text}).`,
      ja: `${node.text}はサブネット${other.entry.name}（${other.range.text}）と重なっています。`,
      related: [
        {
          entry: other.entry,
          span: contentSpan(other.node),
          message: { en: "The other subnet's range.", ja: "もう一方のサブネットの範囲です。" },
        },
      ],
    });
  });
}

interface Range {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

interface Subnet {
  readonly kind: "subnet";
  readonly node: ScalarNode;
  readonly range: Range;
  readonly network: string;
  readonly condition: string | undefined;
}

interface PlacedSubnet extends Subnet {
  readonly entry: Entry;
}

type Part =
  | Subnet
  | { readonly kind: "network"; readonly range: Range | undefined }
  | { readonly kind: "extension"; readonly network: string };

const partsOfNetworks = searchEntries(({ value }): Part | undefined => {
  const type = textOf(valueAt(value, "Type"));
  if (type?.startsWith("AWS::EC2::") !== true) return undefined;
  const properties = valueAt(value, "Properties");
  const node = literalAt(properties, "CidrBlock");
  if (type === "AWS::EC2::VPC") return { kind: "network", range: rangeOf(node) };
  const network = resourceTarget(valueAt(properties, "VpcId"));
  if (network === undefined) return undefined;
  if (type === "AWS::EC2::VPCCidrBlock") return { kind: "extension", network };
  const range = rangeOf(node);
  if (type !== "AWS::EC2::Subnet" || node === undefined || range === undefined) return undefined;
  return { kind: "subnet", node, range, network, condition: textOf(valueAt(value, "Condition")) };
});

function rangeOf(node: ScalarNode | undefined): Range | undefined {
  if (node === undefined || !isCidr(node.text, "IPv4")) return undefined;
  const [address = "", prefix = ""] = node.text.split("/");
  const size = 2 ** (32 - Number(prefix));
  const bits = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const first = Math.floor(bits / size) * size;
  return { text: node.text, first, last: first + size - 1 };
}

function contains(whole: Range, part: Range): boolean {
  return part.first >= whole.first && part.last <= whole.last;
}

/** Whether two ranges have something in common, whatever the conditions are: side by side in order, each begins behind all before. */
function anyOverlap(subnets: readonly PlacedSubnet[]): boolean {
  let last = -1;
  for (const { range } of [...subnets].sort((a, b) => a.range.first - b.range.first)) {
    if (range.first <= last) return true;
    last = range.last;
  }
  return false;
}

/** Subnets of different conditions may be two versions of one. */
function overlap(a: PlacedSubnet, b: PlacedSubnet): boolean {
  if (a.range.first > b.range.last || b.range.first > a.range.last) return false;
  return a.condition === undefined || b.condition === undefined || a.condition === b.condition;
}
