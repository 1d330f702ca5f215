import { listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";
import { addressRange, isRangeWithin, rangesMeet } from "../values/cidr.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalText, nodesAt } from "../values/literals.ts";
import { areOtherZones } from "./createdLinks.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";
import { refOf } from "./resourceTarget.ts";

/** The settings of an ECS service for the places in which its tasks run, and are found. */
export function servicePlaces(own: LinkedResource, task: LinkedResource | undefined, report: ReportLink): void {
  const providers = nodesAt(own.properties, ["CapacityProviderStrategy", "CapacityProvider"]);
  const group = providers
    .map((node) => own.target(node, "AWS::ECS::CapacityProvider"))
    .find((one) => one !== undefined);
  const fargate = providers.find((node) => /^FARGATE(?:_SPOT)?$/.test(textOf(node) ?? ""));
  if (group !== undefined && fargate !== undefined)
    report(own, "CapacityProviderStrategy", {
      message: "mixed-providers",
      with: { fargate: textOf(fargate), name: group.entry.name },
    });
  const mode = literalText(task?.properties, "NetworkMode");
  if (mode !== "bridge" && mode !== "host") return;
  for (const registry of nodesAt(own.properties, ["ServiceRegistries"])) {
    if (registry.kind !== "map" || !hasAllKeys(registry) || isSet(registry, "ContainerName")) continue;
    report(own, "ServiceRegistries", { message: "registry-port", with: { mode } });
  }
}

/** VPCs that are joined have no addresses in common. */
export function peering(own: LinkedResource, report: ReportLink): void {
  const [one, other] = ["VpcId", "PeerVpcId"].map((name) => own.target(valueAt(own.properties, name), "AWS::EC2::VPC"));
  const [text = "", second = ""] = [one, other].map((vpc) => literalText(vpc?.properties, "CidrBlock") ?? "");
  const [range, taken] = [text, second].map(addressRange);
  if (one === undefined || other === undefined || one.entry.name === other.entry.name) return;
  if (range === undefined || taken === undefined || !rangesMeet(range, taken)) return;
  report(own, "PeerVpcId", {
    message: "common-addresses",
    with: { name: one.entry.name, text, other: other.entry.name, second },
  });
}

/** An alias that shares out its calls names two versions. */
export function aliasVersions(own: LinkedResource, report: ReportLink): void {
  checkVersionOwner(own, report);
  const version = textBy(valueAt(own.properties, "FunctionVersion"));
  const path = ["RoutingConfig", "AdditionalVersionWeights", "FunctionVersion"];
  const same = nodesAt(own.properties, path).find((node) => version !== undefined && textBy(node) === version);
  if (same === undefined) return;
  report(own, same, { message: "own-version" });
}

/** A version is one of the function that the alias is for. */
function checkVersionOwner(own: LinkedResource, report: ReportLink): void {
  const node = valueAt(own.properties, "FunctionVersion");
  const version = own.target(node, "AWS::Lambda::Version");
  const [mine, other] = [own, version].map((one) => textBy(valueAt(one?.properties, "FunctionName")));
  const [target, elsewhere] = [mine, other].map((text) => /^\$\{(\w+)(?:\.Arn)?\}$/.exec(text ?? "")?.[1]);
  const isOther =
    target === undefined || elsewhere === undefined
      ? mine !== undefined && other !== undefined && /^[\w-]+$/.test(mine) && /^[\w-]+$/.test(other) && mine !== other
      : target !== elsewhere &&
        [target, elsewhere].every((name) => own.target(refOf(name), ...FUNCTIONS) !== undefined);
  if (!isOther || node === undefined || version === undefined) return;
  report(own, node, { message: "other-version", with: { name: version.entry.name } });
}

const FUNCTIONS = ["AWS::Lambda::Function", "AWS::Serverless::Function"];

function textBy(node: Node | undefined): string | undefined {
  const text = node && composedText(node);
  return text === undefined || /Fn::If|AWS::NoValue/.test(text) ? undefined : text;
}

const TEMPLATES = ["LaunchTemplate", "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification"];

/** Instances that are put into subnets have security groups by their ids. */
export function groupTemplate(own: LinkedResource, report: ReportLink): void {
  if (!isAlwaysSet(own.properties, "VPCZoneIdentifier")) return;
  groupZones(own, report);
  for (const path of TEMPLATES) {
    const [named] = ["LaunchTemplateId", "LaunchTemplateName"].flatMap((name) =>
      nodesAt(own.properties, [...path.split("."), name]),
    );
    const template = own.target(named, "AWS::EC2::LaunchTemplate");
    const data = valueAt(template?.properties, "LaunchTemplateData");
    if (template === undefined || data?.kind !== "map" || !isAlwaysSet(data, "SecurityGroups")) continue;
    report(template, "LaunchTemplateData.SecurityGroups", {
      message: "groups-by-name",
      with: { name: own.entry.name },
    });
  }
}

/** Nodes of EKS that start from an image of one's own. */
export function nodeTemplate(own: LinkedResource, report: ReportLink): void {
  const [reference] = ["Id", "Name"].flatMap((name) => nodesAt(own.properties, ["LaunchTemplate", name]));
  const template = own.target(reference, "AWS::EC2::LaunchTemplate");
  const data = valueAt(template?.properties, "LaunchTemplateData");
  if (template === undefined || data?.kind !== "map") return;
  const named = { name: template.entry.name };
  if (isAlwaysSet(data, "InstanceType") && isAlwaysSet(own.properties, "InstanceTypes"))
    report(own, "InstanceTypes", { message: "both-instance-types", with: named });
  if (!isAlwaysSet(data, "ImageId")) return;
  if (isAlwaysSet(own.properties, "ReleaseVersion"))
    report(own, "ReleaseVersion", { message: "own-image-version", with: named });
  const type = literalText(own.properties, "AmiType") ?? "CUSTOM";
  if (type !== "CUSTOM") report(own, "AmiType", { message: "own-image-type", with: named });
}

/** A group that names zones has its subnets in these. */
function groupZones(own: LinkedResource, report: ReportLink): void {
  const zones = valueAt(own.properties, "AvailabilityZones");
  const texts = zones?.kind === "list" ? zones.items.map(composedText) : [];
  for (const node of texts.length === 0 ? [] : listItems(valueAt(own.properties, "VPCZoneIdentifier"))) {
    const subnet = own.target(node, "AWS::EC2::Subnet");
    const zone = valueAt(subnet?.properties, "AvailabilityZone");
    const written = zone && composedText(zone);
    if (subnet === undefined || written === undefined) continue;
    if (texts.every((text) => text !== undefined && areOtherZones(text, written)))
      report(own, "AvailabilityZones", { message: "zones-of-others", with: { name: subnet.entry.name } });
  }
}

/** An instance is in the zone of its subnet. */
export function instanceZone(own: LinkedResource, report: ReportLink): void {
  const subnet = own.target(valueAt(own.properties, "SubnetId"), "AWS::EC2::Subnet");
  const [zone, other] = [own, subnet].map((one) => valueAt(one?.properties, "AvailabilityZone"));
  const [written, place] = [zone, other].map((node) => node && composedText(node));
  if (subnet === undefined || written === undefined || place === undefined || !areOtherZones(written, place)) return;
  report(own, "AvailabilityZone", { message: "zone-of-subnet", with: { name: subnet.entry.name } });
}

/** An origin access control is for origins of one kind. */
export function originControls(own: LinkedResource, report: ReportLink): void {
  for (const origin of nodesAt(own.properties, ["DistributionConfig", "Origins"])) {
    const node = valueAt(origin, "OriginAccessControlId");
    const control = own.target(node, "AWS::CloudFront::OriginAccessControl");
    const type = literalText(
      valueAt(control?.properties, "OriginAccessControlConfig"),
      "OriginAccessControlOriginType",
    )?.toLowerCase();
    if (origin.kind !== "map" || node === undefined || control === undefined || type === undefined) continue;
    const isOfBucket = isAlwaysSet(origin, "S3OriginConfig");
    if (isOfBucket ? type === "s3" : type !== "s3" || !isAlwaysSet(origin, "CustomOriginConfig")) continue;
    const message = isOfBucket ? "control-of-others" : "control-of-buckets";
    report(own, node, { message, with: { name: control.entry.name, type } });
  }
}

/** Ways out of a VPC: what is within it does not go there. */
const OUTSIDE = ["GatewayId", "TransitGatewayId", "VpcPeeringConnectionId", "EgressOnlyInternetGatewayId"];

/** A route to what the VPC has itself, by a way out of it. */
export function ownRoute(own: LinkedResource, report: ReportLink): void {
  const table = own.target(valueAt(own.properties, "RouteTableId"), "AWS::EC2::RouteTable");
  const vpc = own.target(valueAt(table?.properties, "VpcId"), "AWS::EC2::VPC");
  const node = valueAt(own.properties, "DestinationCidrBlock");
  if (vpc === undefined || node === undefined || !OUTSIDE.some((name) => isAlwaysSet(own.properties, name))) return;
  const isSame = composedText(node) === `\${${vpc.entry.name}.CidrBlock}`;
  const [part, whole] = [node, valueAt(vpc.properties, "CidrBlock")].map((one) => addressRange(textOf(one) ?? ""));
  const isWithin = part !== undefined && whole !== undefined && isRangeWithin(part, whole);
  if (isSame || isWithin)
    report(own, "DestinationCidrBlock", { message: "route-within", with: { name: vpc.entry.name } });
}
