import networkPlaces from "../../../../data/networkPlaces.yaml";
import { placesOf } from "../../../catalogue/values/propertyPlaces.ts";
import { searchEntries, searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Declarations, Entry } from "../../../model/template.ts";
import {
  contentSpan,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { answer } from "../../shared/answer.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { canBeTogether, togetherSeverity } from "../../shared/resolving/canBeTogether.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import { conditionModel } from "../../shared/resolving/conditionModel.ts";
import type { ReportIn, TemplateRule } from "../../shared/rule.ts";
import { hasAllKeys, nodesAt } from "../../shared/values/literals.ts";
import { type NetworkPlace, placesByName } from "./networkPlaces.ts";

/** The properties of a type that take subnets and security groups. See `networkPlaces.yaml`. */
const PLACES: ReadonlyMap<string, readonly NetworkPlace[]> = new Map(Object.entries(networkPlaces()));

/**
 * Subnets and security groups of the template that cannot go together: of different VPCs, two subnets of one
 * Availability Zone for a load balancer, or all in one zone for a DB subnet group or an EKS cluster.
 */
export const subnetZones: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const users = [
      ...placedResources(template),
      ...placedByName(template, "Resources"),
      ...placedFunctions(template, "Globals"),
    ];
    if (users.length === 0 || mayHaveMore(template.declarations)) return;
    const isMade = (name: string): boolean => template.declarations.resources.has(name);
    let byName: Networks | undefined;
    const taken = new Map<string, Entry>();
    for (const { entry, found } of users)
      for (const { place, owner, key, subnets: nodes, groups: others, names, of, isDefault } of found) {
        // A subnet that is written out may be the only one; nothing else is known of those that the template does not make.
        const isAlone = nodes.length === 1 && nodes[0]?.kind === "scalar";
        if (
          !isAlone &&
          !names.subnets.some(isMade) &&
          names.groups.filter(isMade).length < (isDefault ? 0 : leastGroups(place, false))
        )
          continue;
        byName ??= new Map(networks(template).map((one) => [one.entry.name, one]));
        const resources = byName;
        const named = nodes.flatMap((node) => subnetsOf(node, resources));
        const subnets = named.flatMap((node) => networked(node, SUBNET, resources, template.declarations));
        const groups = [
          ...others.flatMap((node) =>
            groupsOf(node, resources).flatMap((one) =>
              networked(one, GROUPS, resources, template.declarations).map((group) => ({ ...group, node })),
            ),
          ),
          ...placed(entry, owner, place, resources),
        ];
        const told = [...subnets, ...groups].find(({ isOwn }) => isOwn);
        // Subnets of a subnet group are faulted there.
        const other = [...subnets.filter(({ node }) => nodes.includes(node)), ...groups].find(
          ({ vpc }) => told !== undefined && vpc !== undefined && vpc !== told.vpc,
        );
        const [subnet] = subnets;
        if (of !== undefined && subnet?.zone !== undefined) {
          const at = `${of} ${subnet.zone}`;
          const before = taken.get(at);
          const model = conditionModel(template.declarations);
          if (before === undefined) taken.set(at, entry);
          else if (canBeTogether([before, entry], model)) reportTaken(before, entry, subnet, place, report);
        }
        if (told !== undefined && isDefault) reportDefault(entry, told, place, report);
        else if (told !== undefined && other !== undefined)
          reportVpcs(entry, told, other, place, groups.includes(other), report);
        else if (place.zones === "different") reportTwins(entry, subnets, place, report);
        else if (place.zones === "two" && nodes.length > 0 && areOneZone(subnets, nodes)) {
          const says = answer(place.zonesSay);
          const zone = subnets[0]?.zone ?? "";
          // In a Local Zone a single one is enough.
          const isSure = zone === "" || place.isRegional === true || ZONE_OF_REGION.test(zone);
          const usual = template.declarations.parameters.get(/^\$\{(\w+)\}$/.exec(zone)?.[1] ?? "")?.default;
          if (!isSure && !ZONE_OF_REGION.test(usual ?? "")) continue;
          report(entry, contentSpan(key), {
            severity: isSure ? "error" : "warning",
            message: "one-zone",
            with: { name: entry.name, says },
          });
        }
      }
  },
};

/** A subnet or security group of the template. */
interface Networked {
  readonly node: Node;
  readonly resource: Entry;
  readonly zone: string | undefined;
  /** The logical ID of a VPC or the name of a parameter, what is written out, `null` for the default VPC; `undefined` if it can't be told. */
  readonly vpc: string | null | undefined;
  /** Whether the template makes the VPC. */
  readonly isOwn: boolean;
}

const VPC = "AWS::EC2::VPC";

const SUBNET: ReadonlySet<string> = new Set(["AWS::EC2::Subnet"]);

/** What is in subnets itself, and the property that names them. */
const IN_SUBNETS = placesOf("subnets");

const LAUNCHED = placesOf("launchedGroups");

/** What is in a VPC beside subnets. */
const GROUPS: ReadonlySet<string> = new Set([
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::RouteTable",
  "AWS::EC2::NetworkAcl",
  "AWS::ElasticLoadBalancingV2::TargetGroup",
]);

const NETWORKS = [VPC, ...SUBNET, ...GROUPS, ...IN_SUBNETS.keys(), ...LAUNCHED.keys()];

/** The user itself, if it names a VPC of the template. */
function placed(
  resource: Entry,
  owner: Node | undefined,
  { vpc: property = "" }: NetworkPlace,
  resources: Networks,
): readonly Networked[] {
  const [node] = nodesAt(owner, property.split("."));
  const vpc = resourceTarget(node);
  const isOwn = resources.get(vpc ?? "")?.found.type === VPC;
  return node === undefined || !isOwn ? [] : [{ node, resource, zone: undefined, vpc, isOwn }];
}

/** A subnet, or those of the subnet group or load balancer that is named. */
function subnetsOf(node: Node, resources: Networks): readonly Node[] {
  return resources.get(resourceTarget(node) ?? "")?.found.subnets ?? [node];
}

/** A security group, or those of the launch template that is named. */
function groupsOf(node: Node, resources: Networks): readonly Node[] {
  return resources.get(resourceTarget(node) ?? "")?.found.launched ?? [node];
}

function networked(
  node: Node,
  types: ReadonlySet<string>,
  resources: Networks,
  { parameters }: Declarations,
): readonly Networked[] {
  const { entry: resource, found: own } = resources.get(resourceTarget(node) ?? "") ?? {};
  if (resource === undefined || own === undefined || !types.has(own.type)) return [];
  const isOwn = resources.get(own.named)?.found.type === VPC;
  const vpc = isOwn || parameters.has(own.named) ? own.named : own.vpc;
  return [{ node, resource, zone: zoneWritten(own.zone, resources), vpc, isOwn }];
}

type Networks = ReadonlyMap<string, { readonly entry: Entry; readonly found: NetworkOf }>;

/** What a resource says of its network by itself. */
interface NetworkOf {
  readonly type: string;
  readonly zone: string | undefined;
  /** The name that stands for its VPC. */
  readonly named: string;
  readonly vpc: string | null | undefined;
  readonly subnets: readonly Node[] | undefined;
  readonly launched: readonly Node[] | undefined;
}

/** The resources that others may be in the network of. */
const networks = searchResources(NETWORKS, ({ value }, type): NetworkOf => {
  const properties = valueAt(value, "Properties");
  const written = valueAt(properties, "VpcId");
  const isDefault = type === "AWS::EC2::SecurityGroup" && properties?.kind === "map" && written === undefined;
  const id = textOf(written)?.startsWith("vpc-") === true ? textOf(written) : undefined;
  const [subnets] = IN_SUBNETS.get(type) ?? [];
  return {
    type,
    zone: zoneOf(properties),
    named: resourceTarget(written) ?? "",
    vpc: isDefault && hasAllKeys(properties) ? null : id,
    subnets: subnets === undefined ? undefined : nodesAt(properties, [subnets]),
    launched: LAUNCHED.get(type)?.flatMap((path) => nodesAt(properties, path.split("."))),
  };
});

function reportVpcs(
  user: Entry,
  one: Networked,
  other: Networked,
  { says, groupsSay, isByName }: NetworkPlace,
  isGroup: boolean,
  report: ReportIn,
): void {
  const vpcs = { otherVpc: other.vpc ?? { en: "the default VPC", ja: "デフォルトVPC" }, vpc: one.vpc ?? "" };
  const names = { other: other.resource.name, resource: one.resource.name, user: user.name };
  report(user, other.node, {
    message: "several-vpcs",
    with: { ...names, ...vpcs, says: answer((isGroup ? groupsSay : undefined) ?? says) },
    severity: isByName ? "warning" : "error",
  });
}

function reportDefault(
  user: Entry,
  { node, resource, vpc }: Networked,
  { subnets, says }: NetworkPlace,
  report: ReportIn,
): void {
  report(user, node, {
    message: "default-vpc",
    with: { resource: resource.name, vpc: vpc ?? "", user: user.name, says: answer(says), subnets },
    unfinished: "beside",
  });
}

function reportTwins(user: Entry, subnets: readonly Networked[], { zonesSay }: NetworkPlace, report: ReportIn): void {
  const same = subnets.find(
    (one, index) =>
      one.zone !== undefined &&
      subnets.slice(0, index).some(({ zone, resource }) => zone === one.zone && resource !== one.resource),
  );
  const twin = subnets.find(({ zone }) => zone === same?.zone);
  if (same === undefined || twin === undefined) return;
  report(user, same.node, {
    message: "same-zone",
    with: { first: twin.resource.name, second: same.resource.name, says: answer(zonesSay) },
    topic: "load-balancer-attributes",
  });
}

function reportTaken(
  before: Entry,
  user: Entry,
  { node, resource }: Networked,
  { zonesSay }: NetworkPlace,
  report: ReportIn,
): void {
  report(user, node, {
    message: "zone-taken",
    with: { before: before.name, resource: resource.name, says: answer(zonesSay) },
    severity: togetherSeverity(before, user),
  });
}

/** Whether all subnets that are listed are in one zone: the only one is, wherever that is. */
function areOneZone(subnets: readonly Networked[], nodes: readonly Node[]): boolean {
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === "scalar") return /^subnet-[\da-f]+$/.test(first.text);
  return (
    subnets.length === nodes.length && subnets.every(({ zone }) => zone !== undefined && zone === subnets[0]?.zone)
  );
}

/** What the zone of a subnet is written as; `undefined` if it is left to AWS, or the subnet is on an Outpost. */
function zoneOf(properties: Node | undefined): string | undefined {
  const zone = valueAt(properties, "AvailabilityZone");
  if (zone === undefined || valueAt(properties, "OutpostArn") !== undefined) return undefined;
  const text = composedText(zone);
  return text === undefined || text === "" || /AWS::NoValue|Fn::If/.test(text) ? undefined : text;
}

/** The same where it is that of another subnet. */
function zoneWritten(zone: string | undefined, resources: Networks): string | undefined {
  const other = resources.get(/^\$\{(\w+)\.AvailabilityZone\}$/.exec(zone ?? "")?.[1] ?? "");
  return other?.found.zone ?? zone;
}

/** A zone of a Region, which is not a Local Zone. */
const ZONE_OF_REGION = /^(?:(?:[a-z]+-[a-z-]+-\d|\$\{AWS::Region\})[a-z]$|\$\{Fn::Select\(\["\d+",Fn::GetAZs\()/;

interface Placed {
  readonly place: NetworkPlace;
  /** What the place is in. */
  readonly owner: Node | undefined;
  readonly key: ScalarNode;
  readonly subnets: readonly Node[];
  readonly groups: readonly Node[];
  /** Whether it is made in the default VPC, as it names no subnets. */
  readonly isDefault: boolean;
  /** What there is one of in each zone of a place, as it is written. */
  readonly of: string | undefined;
  /** The resources that these name, as far as there are such. */
  readonly names: { readonly subnets: readonly string[]; readonly groups: readonly string[] };
}

const placedResources = searchResources(PLACES.keys(), ({ value, key }, type) =>
  placesIn(valueAt(value, "Properties"), key, PLACES.get(type) ?? []),
);

/** The same of resources of other types, by what properties are called. */
const placedByName = searchEntries(({ value, key }) =>
  PLACES.has(typeNameOf(value) ?? "")
    ? undefined
    : placesByName(value).flatMap(({ owner, place }) => placesIn(owner, key, [place])),
);

/** What SAM's `Globals` give to all functions. */
const placedFunctions = searchEntries(({ name, value, key }) =>
  name === "Function" ? placesIn(value, key, PLACES.get("AWS::Serverless::Function") ?? []) : undefined,
);

function placesIn(properties: Node | undefined, key: ScalarNode, places: readonly NetworkPlace[]): readonly Placed[] {
  const all = places.map((place) => {
    const path = place.subnets.split(".");
    const owner = nodesAt(properties, path.slice(0, -1))[0];
    const subnets = nodesAt(properties, path);
    const groups = place.groups === undefined ? [] : nodesAt(properties, place.groups.split("."));
    return {
      place,
      owner: properties,
      key: pairOf(owner, path.at(-1) ?? "")?.key ?? key,
      subnets,
      groups,
      isDefault:
        place.isDefaultUnless !== undefined &&
        properties?.kind === "map" &&
        hasAllKeys(properties) &&
        ![place.subnets, ...place.isDefaultUnless].some((name) => pairOf(properties, name) !== undefined),
      of: place.once === undefined ? undefined : onceOf(valueAt(properties, place.once)),
      names: { subnets: targetNames(subnets), groups: targetNames(groups) },
    };
  });
  return all.filter(
    ({ place, subnets, names, isDefault }) =>
      subnets.length > 0 || names.groups.length >= leastGroups(place, isDefault),
  );
}

/** The fewest security groups that may be in several VPCs where there are no subnets. */
function leastGroups({ vpc }: NetworkPlace, isDefault: boolean): number {
  return isDefault || vpc !== undefined ? 1 : 2;
}

function onceOf(node: Node | undefined): string | undefined {
  const text = node && composedText(node);
  return text === undefined || /AWS::NoValue|Fn::If\(/.test(text) ? undefined : text;
}

function targetNames(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => resourceTarget(node) ?? []);
}
