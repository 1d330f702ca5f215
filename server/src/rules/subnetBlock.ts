import { gathering } from "../model/gathered.ts";
import { contentSpan, type Node, type ScalarNode, textOf, valueAt } from "../model/node.ts";
import type { Entry } from "../model/template.ts";
import { isCidr } from "./cidr.ts";
import { literalAt } from "./literals.ts";
import { resourceTarget } from "./resourceTarget.ts";
import type { TemplateRule } from "./rule.ts";

/**
 * A subnet whose address range lies outside of its VPC, or overlaps with that of another subnet.
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
 *       CidrBlock: 10.0.1.0/24
 * ```
 */
export const subnetBlock: TemplateRule = {
  scope: "template",
  code: "subnet-block",
  severity: "error",
  cfnLint: ["E3059", "E3060"],
  title: { en: "Subnets lie in their VPC, side by side", ja: "サブネットの範囲がVPC内にあり、重なっていない" },
  check(template, { report }) {
    const subnets: PlacedSubnet[] = [];
    const networks = new Map<string, Range | undefined>();
    const associated = new Set<string>();
    for (const { entry, found: type } of partsOfNetworks(template, "Resources", undefined)) {
      if (type === "AWS::EC2::VPC") networks.set(entry.name, rangeOf(blockOf(entry)));
      else if (type === "AWS::EC2::VPCCidrBlock") associated.add(networkOf(entry) ?? "");
      else {
        const node = blockOf(entry);
        const range = rangeOf(node);
        const network = networkOf(entry);
        if (node === undefined || range === undefined || network === undefined) continue;
        subnets.push({ entry, node, range, network, condition: textOf(valueAt(entry.value, "Condition")) });
      }
    }
    subnets.forEach((subnet, index) => {
      const whole = networks.get(subnet.network);
      const { entry, node, range } = subnet;
      if (whole !== undefined && !associated.has(subnet.network) && !contains(whole, range)) {
        report(entry, contentSpan(node), {
          en: `${node.text} lies outside of ${subnet.network} (${whole.text}).`,
          ja: `${node.text} は ${subnet.network} の範囲（${whole.text}）の外です。`,
        });
        return;
      }
      const other = subnets.slice(0, index).find((before) => overlap(before, subnet));
      if (other === undefined) return;
      report(
        entry,
        contentSpan(node),
        {
          en: `${node.text} overlaps with the subnet ${other.entry.name} (${other.range.text}).`,
          ja: `${node.text} はサブネット ${other.entry.name}（${other.range.text}）と重なっています。`,
        },
        {
          related: [
            {
              entry: other.entry,
              span: contentSpan(other.node),
              message: { en: "The other subnet's range.", ja: "もう一方のサブネットの範囲です。" },
            },
          ],
        },
      );
    });
  },
};

/** What a network is made of, with its type. */
const partsOfNetworks = gathering(({ value }) => {
  const type = textOf(valueAt(value, "Type")) ?? "";
  return /^AWS::EC2::(?:VPC|VPCCidrBlock|Subnet)$/.test(type) ? type : undefined;
});

interface Range {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

interface PlacedSubnet {
  readonly entry: Entry;
  readonly node: ScalarNode;
  readonly range: Range;
  readonly network: string;
  readonly condition: string | undefined;
}

function blockOf(entry: Entry): ScalarNode | undefined {
  return literalAt(valueAt(entry.value, "Properties"), "CidrBlock");
}

function networkOf(entry: Entry): string | undefined {
  return resourceTarget(valueAt(valueAt(entry.value, "Properties"), "VpcId"));
}

const known = new WeakMap<Node, Range>();

function rangeOf(node: ScalarNode | undefined): Range | undefined {
  if (node === undefined || !isCidr(node.text, "IPv4")) return undefined;
  let range = known.get(node);
  if (range === undefined) {
    const [address = "", prefix = ""] = node.text.split("/");
    const size = 2 ** (32 - Number(prefix));
    const bits = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    const first = Math.floor(bits / size) * size;
    range = { text: node.text, first, last: first + size - 1 };
    known.set(node, range);
  }
  return range;
}

function contains(whole: Range, part: Range): boolean {
  return part.first >= whole.first && part.last <= whole.last;
}

/** Subnets of different conditions may be two versions of one. */
function overlap(a: PlacedSubnet, b: PlacedSubnet): boolean {
  if (a.network !== b.network || a.range.first > b.range.last || b.range.first > a.range.last) return false;
  return a.condition === undefined || b.condition === undefined || a.condition === b.condition;
}
