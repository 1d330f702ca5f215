import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { contentSpan, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { dependsOnFix } from "../../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { waitsFor } from "../../shared/links/waitsFor.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { ReportIn, TemplateRule } from "../../shared/rule.ts";
import { type AddressRange, addressRange, isRangeWithin, rangesMeet, rangeText } from "../../shared/values/cidr.ts";

/**
 * A subnet whose address range is outside its VPC's, or overlaps with that of another subnet, or that takes it from more
 * blocks than fit; or a further range of a VPC that overlaps its first.
 */
export const subnetBlock: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const parts = partsOfNetworks(template, "Resources");
    if (!parts.some(({ entry, found }) => found.kind === "subnet" || found.network !== entry.name)) return;
    const networks = new Map<string, (Range | undefined)[]>();
    const own = new Map<string, Range | undefined>();
    const subnets = new Map<string, PlacedSubnet[]>();
    const added: AddedBlock[] = [];
    for (const { entry, found } of parts) {
      if (found.kind === "block6") added.push({ entry, network: found.network });
      if (found.kind !== "block") continue;
      const range = blockRange(found.node);
      if (entry.name === found.network) own.set(entry.name, range);
      else if (range !== undefined && found.node !== undefined)
        added.push({ entry, node: found.node, network: found.network, range });
      networks.set(found.network, [...(networks.get(found.network) ?? []), range]);
    }
    for (const { entry, found } of parts) {
      const range = found.kind === "subnet" ? (blockRange(found.node) ?? sharedRange(found.node, own)) : undefined;
      if (found.kind !== "subnet" || range === undefined) continue;
      const others = subnets.get(found.network);
      if (others === undefined) subnets.set(found.network, [{ ...found, range, entry }]);
      else others.push({ ...found, range, entry });
    }
    for (const { entry, node, network, range } of added) {
      const first = own.get(network);
      if (first === undefined || node === undefined || range === undefined) continue;
      const kinds = [first, range].map((one) => PRIVATE.find((whole) => isRangeWithin(one, whole)));
      const isOther = !kinds.includes(undefined) && kinds[0] !== kinds[1];
      if (isOther || rangesMeet(first, range))
        report(entry, contentSpan(node), {
          message: isOther ? "other-private" : "block-overlaps",
          with: { range: range.text, name: network, first: first.text },
        });
    }
    for (const { entry, found } of parts) {
      if (found.kind !== "subnet") continue;
      const { network } = found;
      const [first, range] = [own.get(network), blockRange(found.node)];
      const isFurther = first !== undefined && range !== undefined && !isRangeWithin(range, first);
      if (isFurther)
        checkOrder(
          entry,
          added.filter((one) => one.network === network && one.range !== undefined && isRangeWithin(range, one.range)),
          template,
          `The CIDR '${range.text}' is invalid.`,
          report,
        );
      if (found.isIpv6)
        checkOrder(
          entry,
          added.filter((one) => one.network === network && one.range === undefined),
          template,
          "Fn::Select cannot select nonexistent value at index 0",
          report,
        );
    }
    for (const { entry, found } of parts) {
      const share = found.kind === "subnet" ? shareOf(found.node) : undefined;
      if (share !== undefined) checkShare(entry, share, own, report);
    }
    reportShared(
      parts.filter((one) => one.found.kind === "subnet" && shareOf(one.found.node) !== undefined),
      report,
    );
    for (const [name, those] of subnets) {
      const blocks = (networks.get(name) ?? []).filter((one) => one !== undefined);
      const isKnown = blocks.length > 0 && blocks.length === networks.get(name)?.length;
      for (const { entry, node, range } of those) {
        if (!isKnown || blocks.some((whole) => isRangeWithin(range, whole))) continue;
        const blockTexts = blocks.map(({ text }) => text);
        report(entry, contentSpan(node), { message: "outside", with: { range: range.text, name, blocks: blockTexts } });
      }
      if (anyOverlap(those)) reportOverlaps(those, report);
    }
  },
};

/** A range of a VPC that another resource adds; without one it is of IPv6. */
interface AddedBlock {
  readonly entry: Entry;
  readonly network: string;
  readonly node?: Node;
  readonly range?: Range;
}

/** A subnet waits for the range that it is in. */
function checkOrder(
  entry: Entry,
  blocks: readonly AddedBlock[],
  template: Template,
  says: string,
  report: ReportIn,
): void {
  const [block] = blocks;
  if (block === undefined) return;
  const before = waitsFor(template, entry.name);
  if (blocks.some((one) => before.has(one.entry.name))) return;
  const { name: other } = block.entry;
  report(entry, contentSpan(entry.key), {
    message: "too-early",
    with: { name: entry.name, other, says },
    severity: "warning",
    data: dependsOnFix(entry, other, template.format),
  });
}

/** A block that `Fn::Cidr` takes from another. */
interface Share {
  readonly node: Node;
  readonly block: Node;
  /** Of the block, among as many. */
  readonly index: number;
  readonly count: number;
  readonly bits: number;
}

/** The `Fn::Cidr` that a subnet selects from. */
function shareOf(node: Node): Share | undefined {
  const list =
    node.kind === "call" && node.name === "Fn::Select" && node.argument.kind === "list" ? node.argument : undefined;
  const call = list?.items[1];
  if (call?.kind !== "call" || call.name !== "Fn::Cidr" || call.argument.kind !== "list") return undefined;
  const [block, count, bits] = call.argument.items;
  const numbers = [count, bits].map((one) => Number(textOf(one) || Number.NaN));
  if (block === undefined || numbers.some(Number.isNaN)) return undefined;
  const index = Number(textOf(list?.items[0]) || Number.NaN);
  return { node: call, block, index, count: numbers[0] ?? 0, bits: numbers[1] ?? 0 };
}

/** What is asked of a block has to fit into it. */
function checkShare(
  entry: Entry,
  { node, block, count, bits }: Share,
  networks: ReadonlyMap<string, Range | undefined>,
  report: ReportIn,
): void {
  if (bits < FEWEST_BITS || bits > MOST_BITS) {
    report(entry, node, { message: "block-size", with: { bits, prefix: 32 - bits } });
    return;
  }
  const whole = wholeOf(block, networks);
  if (whole === undefined || count * 2 ** bits <= whole.last - whole.first + 1) return;
  report(entry, node, { message: "too-many-blocks", with: { count, addresses: 2 ** bits, whole: whole.text } });
}

/** A subnet is between /28 and /16. */
const [FEWEST_BITS, MOST_BITS] = [4, 16];

function wholeOf(block: Node, networks: ReadonlyMap<string, Range | undefined>): Range | undefined {
  const isOfVpc = block.kind === "call" && block.name === "Fn::GetAtt";
  return isOfVpc ? networks.get(resourceTarget(block) ?? "") : blockRange(block);
}

/** The range that a subnet selects from those that `Fn::Cidr` makes. */
function sharedRange(node: Node, networks: ReadonlyMap<string, Range | undefined>): Range | undefined {
  const share = shareOf(node);
  const whole = share && wholeOf(share.block, networks);
  if (share === undefined || whole === undefined) return undefined;
  const size = 2 ** share.bits;
  const first = whole.first + share.index * size;
  const isMade = share.index < share.count && share.count * size <= whole.last - whole.first + 1;
  return isMade ? { first, last: first + size - 1, text: rangeText(first, 32 - share.bits) } : undefined;
}

interface NetworkPart {
  readonly entry: Entry;
  readonly found: Subnet | Block | Block6;
}

/** Two subnets that select the same block of the same ones. */
function reportShared(parts: readonly NetworkPart[], report: ReportIn): void {
  const seen = new Map<string, NetworkPart[]>();
  for (const one of parts) {
    const { node, network } = one.found;
    const text = `${network} ${node && composedText(node)}`;
    const before = seen.get(text) ?? [];
    const other = before.find(({ found }) => mayBeBoth(found, one.found));
    seen.set(text, [...before, one]);
    if (node === undefined || other?.found.node === undefined) continue;
    report(one.entry, node, {
      message: "same-block",
      with: { name: other.entry.name },
      related: [{ entry: other.entry, span: contentSpan(other.found.node), message: "other-range" }],
    });
  }
}

function reportOverlaps(subnets: readonly PlacedSubnet[], report: ReportIn): void {
  subnets.forEach((subnet, index) => {
    const { entry, node, range } = subnet;
    const other = subnets.slice(0, index).find((before) => overlap(before, subnet));
    if (other === undefined) return;
    report(entry, contentSpan(node), {
      message: "overlaps",
      with: { range: range.text, name: other.entry.name, other: other.range.text },
      related: [{ entry: other.entry, span: contentSpan(other.node), message: "other-range" }],
    });
  });
}

interface Range extends AddressRange {
  readonly text: string;
}

interface Subnet {
  readonly kind: "subnet";
  readonly node: Node;
  readonly network: string;
  readonly condition: string | undefined;
  readonly isIpv6: boolean;
}

interface PlacedSubnet extends Subnet {
  readonly range: Range;
  readonly entry: Entry;
}

/** A block of addresses of a VPC. */
interface Block {
  readonly kind: "block";
  readonly node: Node | undefined;
  readonly network: string;
}

/** A block that AWS chooses for a VPC. */
interface Block6 {
  readonly kind: "block6";
  readonly node: undefined;
  readonly network: string;
}

/** A VPC has ranges of one of these. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((text) => addressRange(text) ?? []);

const IPV6 = ["AmazonProvidedIpv6CidrBlock", "Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6Pool"];

const partsOfNetworks = searchEntries(({ value, name }): Subnet | Block | Block6 | undefined => {
  const type = typeNameOf(value);
  if (type?.startsWith("AWS::EC2::") !== true) return undefined;
  const properties = valueAt(value, "Properties");
  const node = valueAt(properties, "CidrBlock");
  if (type === "AWS::EC2::VPC") return { kind: "block", node, network: name };
  const network = resourceTarget(valueAt(properties, "VpcId"));
  if (network === undefined) return undefined;
  const isIpv6 = IPV6.some((key) => valueAt(properties, key) !== undefined);
  if (type === "AWS::EC2::VPCCidrBlock" && isIpv6) return { kind: "block6", node: undefined, network };
  if (type === "AWS::EC2::VPCCidrBlock") return { kind: "block", node, network };
  if (type !== "AWS::EC2::Subnet" || node === undefined) return undefined;
  return {
    kind: "subnet",
    node,
    network,
    condition: textOf(valueAt(value, "Condition")),
    isIpv6: valueAt(properties, "Ipv6CidrBlock")?.kind === "call",
  };
});

function blockRange(node: Node | undefined): Range | undefined {
  const text = textOf(node);
  const range = text === undefined ? undefined : addressRange(text);
  return text === undefined || range === undefined ? undefined : { text, ...range };
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

/** Whether two ranges meet; where both select the same block, that is told as such. */
function overlap(a: PlacedSubnet, b: PlacedSubnet): boolean {
  if (!rangesMeet(a.range, b.range) || !mayBeBoth(a, b)) return false;
  return a.node.kind !== "call" || composedText(a.node) !== composedText(b.node);
}

/** Subnets of different conditions may be two versions of one. */
function mayBeBoth(a: NetworkPart["found"], b: NetworkPart["found"]): boolean {
  const [one, other] = [a, b].map((part) => (part.kind === "subnet" ? part.condition : undefined));
  return one === undefined || other === undefined || one === other;
}
