import { contentSpan, listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { changeTo, replacement } from "../fixes/nearest.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { referFix } from "../fixes/referFix.ts";
import { certainlyDiffer, composedText } from "../resolving/composedText.ts";
import { addressRange, rangesMeet } from "../values/cidr.ts";
import { hasAllKeys, isOpenText, isSet, literalAt, literalText, nodesAt } from "../values/literals.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";
import { refName, refOf } from "./resourceTarget.ts";

/** A private API is deployed only with a policy that says who may call it. */
export function checkDeployment(own: LinkedResource, report: ReportLink): void {
  const api = own.target(valueAt(own.properties, "RestApiId"), "AWS::ApiGateway::RestApi");
  if (api === undefined || !hasAllKeys(api.properties)) return;
  if (["Policy", "Body", "BodyS3Location", "CloneFrom"].some((name) => isSet(api.properties, name))) return;
  const types = listItems(valueAt(valueAt(api.properties, "EndpointConfiguration"), "Types"));
  if (types.length !== 1 || types.some((type) => textOf(type) !== "PRIVATE")) return;
  report(api, "EndpointConfiguration", { message: "private-api" });
}

/** A plan is for stages that there are: those that SAM makes are waited for by naming them. */
export function checkUsagePlan(own: LinkedResource, report: ReportLink): void {
  checkStages(
    listItems(valueAt(own.properties, "ApiStages")).map((one) => [one, "ApiId"]),
    "API Stage not found",
    own,
    report,
  );
}

/** The same for what a domain is mapped to. */
export function checkMapping(own: LinkedResource, report: ReportLink): void {
  checkStages([[own.properties, "RestApiId"]], "Invalid stage identifier specified", own, report);
}

function checkStages(
  places: readonly (readonly [one: Node, id: string])[],
  says: string,
  own: LinkedResource,
  report: ReportLink,
): void {
  const after = listItems(valueAt(own.entry.value, "DependsOn")).map(textOf);
  for (const [one, id] of places) {
    const api = own.target(valueAt(one, id), "AWS::Serverless::Api");
    const stage = literalAt(one, "Stage");
    const made = literalText(api?.properties, "StageName");
    if (api === undefined || stage === undefined || made === undefined || /[{$]/.test(made + stage.text)) continue;
    const { name } = api.entry;
    const isAwaited = after.some((other) => other === `${name}.Stage` || other === `${name}${made}Stage`);
    if (stage.text === made ? isAwaited : stage.text === "Stage") continue;
    const refer = own.format === "yaml" ? `!Ref ${name}.Stage` : `{"Ref": "${name}.Stage"}`;
    report(
      own,
      contentSpan(stage),
      { message: "sam-stage", with: { name, made, own: own.entry.name, says } },
      { data: replacement(stage, refer, changeTo(`!Ref ${name}.Stage`)) },
    );
  }
}

/** A record has a name of its zone, and is no CNAME if it has that of the zone itself. */
export function zoneRecord(own: LinkedResource, report: ReportLink): void {
  const zone = own.target(valueAt(own.properties, "HostedZoneId"), "AWS::Route53::HostedZone");
  const sets = valueAt(own.properties, "RecordSets");
  for (const record of sets === undefined ? [own.properties] : listItems(sets)) {
    if (/^(?:A|AAAA)$/.test(literalText(record, "Type") ?? ""))
      for (const node of listItems(valueAt(record, "ResourceRecords"))) checkAddress(own, node, report);
    const [name, whole] = [valueAt(record, "Name"), valueAt(zone?.properties, "Name")].map(
      (node) => node && composedText(node)?.toLowerCase().replace(/\.$/, ""),
    );
    if (record.kind !== "map" || name === undefined || whole === undefined || /Fn::|\{\{/.test(name + whole)) continue;
    const [type, written] = [valueAt(record, "Type"), valueAt(record, "Name")];
    if (name === whole && type?.kind === "scalar" && type.text === "CNAME") {
      const says = `RRSet of type CNAME with DNS name ${name}. is not permitted at apex in zone ${name}.`;
      report(own, contentSpan(type), { message: "cname-of-zone", with: { says } });
    }
    if (written?.kind !== "scalar" || name === whole || name.endsWith(`.${whole}`) || whole.includes("$")) continue;
    const says = `RRSet with DNS name ${name}. is not permitted in zone ${whole}.`;
    report(own, contentSpan(written), { message: "outside-zone", with: { name, whole, says } });
  }
}

/** What a resource is reached by is mostly a name. */
function checkAddress(own: LinkedResource, node: Node, report: ReportLink): void {
  const attribute = /^\$\{\w+\.((?:\w+\.)*\w+)\}$/.exec(composedText(node) ?? "")?.[1] ?? "";
  if (/(?:DNSName|DnsName|DomainName|^(?:\w+\.)?Endpoint(?:\.Address)?|WebsiteURL)$/i.test(attribute))
    report(own, node, { message: "name-not-address", with: { attribute } });
}

/** How an HTTP API calls a function has no default. */
export function integration(own: LinkedResource, report: ReportLink): void {
  const api = own.target(valueAt(own.properties, "ApiId"), "AWS::ApiGatewayV2::Api");
  if (literalText(api?.properties, "ProtocolType") !== "HTTP") return;
  const type = literalText(own.properties, "IntegrationType") ?? "";
  if (/^(?:AWS|HTTP|MOCK)$/.test(type)) report(own, "IntegrationType", { message: "integration-type", with: { type } });
  if (type !== "AWS_PROXY" || !hasAllKeys(own.properties)) return;
  if (isSet(own.properties, "PayloadFormatVersion") || isSet(own.properties, "IntegrationSubtype")) return;
  const message = { message: "payload-version" };
  report(own, "IntegrationType", message, propertyFix(own, "PayloadFormatVersion", "2.0"));
}

/** Properties that name roles take their names. */
export function roleNames(own: LinkedResource, report: ReportLink): void {
  for (const node of listItems(valueAt(own.properties, "Roles"))) {
    const isArn = refName(node) === undefined;
    const name = isArn ? (own.target(node, "AWS::IAM::Role")?.entry.name ?? roleOfSam(own, node)) : undefined;
    if (name === undefined) continue;
    const data = referFix(node, name, undefined, own.format);
    const message = { message: "name-not-arn", with: { name } };
    report(own, node, message, { data });
  }
}

/** The role that SAM makes for a function or state machine, named by its ARN. */
function roleOfSam(own: LinkedResource, node: Node): string | undefined {
  const [, role = "", owner = ""] = /^\$\{((\w+)Role)\.Arn\}$/.exec(composedText(node) ?? "") ?? [];
  const makes = own.target(refOf(owner), "AWS::Serverless::Function", "AWS::Serverless::StateMachine");
  return makes === undefined || isSet(makes.properties, "Role") ? undefined : role;
}

/** The policies of queues and topics name these by their addresses or ARNs, which `Ref` gives. */
export function policyTargets(own: LinkedResource, report: ReportLink): void {
  for (const [property, type, message] of [
    ["Queues", "AWS::SQS::Queue", "address-not-arn"],
    ["Topics", "AWS::SNS::Topic", "arn-not-name"],
  ] as const) {
    for (const node of listItems(valueAt(own.properties, property))) {
      const [, attribute = ""] = /\.(Arn|TopicName)\}$/.exec(composedText(node) ?? "") ?? [];
      const target = attribute === "" ? undefined : own.target(node, type);
      if (target === undefined) continue;
      const { name } = target.entry;
      report(own, node, { message, with: { name, attribute } }, { data: referFix(node, name, undefined, own.format) });
    }
  }
}

/** Properties that name a web ACL of today's WAF, or what its rules refer to, take its ARN. */
export function webAcl(own: LinkedResource, report: ReportLink): void {
  for (const [path, type] of WEB_ACLS) {
    for (const node of nodesAt(own.properties, path.split("."))) {
      const acl = own.target(node, type);
      if (acl === undefined || !/^\$\{\w+(?:\.Id)?\}$/.test(composedText(node) ?? "")) continue;
      const { name } = acl.entry;
      const says = path.endsWith("Id") ? "InvalidWebACLId" : "The ARN isn't valid.";
      const message = { message: "arn-wanted", with: { name, says } };
      report(own, node, message, { data: referFix(node, name, "Arn", own.format) });
    }
  }
}

const WEB_ACLS = [
  ["DistributionConfig.WebACLId", "AWS::WAFv2::WebACL"],
  ["ResourceArn", "AWS::WAFv2::WebACL"],
  ["WebACLArn", "AWS::WAFv2::WebACL"],
  ["Rules.Statement.IPSetReferenceStatement.Arn", "AWS::WAFv2::IPSet"],
  ["Rules.Statement.RegexPatternSetReferenceStatement.Arn", "AWS::WAFv2::RegexPatternSet"],
  ["Rules.Statement.RuleGroupReferenceStatement.Arn", "AWS::WAFv2::RuleGroup"],
] as const;

/** A rule of a group in a VPC names groups by their ids. */
export function groupNames(own: LinkedResource, report: ReportLink): void {
  const isInVpc = isSet(own.properties, "VpcId") || isSet(own.properties, "GroupId");
  for (const path of isInVpc ? GROUP_NAMES : []) {
    for (const node of nodesAt(own.properties, path)) {
      const group = own.target(node, "AWS::EC2::SecurityGroup");
      if (group === undefined || !isSet(group.properties, "VpcId")) continue;
      report(own, node, { message: "group-by-name", with: { name: group.entry.name } });
    }
  }
}

const GROUP_NAMES = [["SecurityGroupIngress", "SourceSecurityGroupName"], ["SourceSecurityGroupName"]] as const;

/** A database and the parameters of its group are of one family: of an engine, and of a version if it is written. */
export function parameterFamily(own: LinkedResource, report: ReportLink): void {
  for (const [property, type] of GROUPS) {
    const group = own.target(valueAt(own.properties, property), type);
    const family = literalText(group?.properties, "Family")?.toLowerCase();
    const engine = literalText(own.properties, "Engine")?.toLowerCase() ?? "";
    const [, kind, version] =
      /^((?:aurora-)?(?:mysql|postgresql|postgres)|mariadb)(\d[\d.]*)$/.exec(family ?? "") ?? [];
    if (group === undefined || kind === undefined || version === undefined || !ENGINES.test(engine)) continue;
    const major = majorOf(engine, literalText(own.properties, "EngineVersion") ?? "");
    if (kind === engine && (major === undefined || major === version)) continue;
    report(own, property, {
      message: "other-family",
      with: { name: group.entry.name, family, engine, version: major ?? "" },
    });
  }
}

/** The options of a database's group are for its major version. */
export function optionVersion(own: LinkedResource, report: ReportLink): void {
  const group = own.target(valueAt(own.properties, "OptionGroupName"), "AWS::RDS::OptionGroup");
  const engine = literalText(own.properties, "Engine")?.toLowerCase() ?? "";
  const major = ENGINES.test(engine) ? majorOf(engine, literalText(own.properties, "EngineVersion") ?? "") : undefined;
  const version = literalText(group?.properties, "MajorEngineVersion");
  const isOfEngine = literalText(group?.properties, "EngineName")?.toLowerCase() === engine;
  if (group === undefined || !isOfEngine || major === undefined || version === undefined || major === version) return;
  report(own, "OptionGroupName", { message: "other-options", with: { name: group.entry.name, version, major } });
}

const GROUPS = [
  ["DBParameterGroupName", "AWS::RDS::DBParameterGroup"],
  ["DBClusterParameterGroupName", "AWS::RDS::DBClusterParameterGroup"],
] as const;
const ENGINES = /^(?:aurora-mysql|aurora-postgresql|mysql|postgres|mariadb)$/;

/** The part of a version that is in the name of its family. */
function majorOf(engine: string, version: string): string | undefined {
  const isWhole = /postgres/.test(engine) && !/^[0-9]\./.test(version);
  return (isWhole ? /^\d+/ : /^\d+\.\d+/).exec(version)?.[0];
}

/** A route names its integration by a path, and in an HTTP API what it is for by method and path. */
export function apiRoute(own: LinkedResource, report: ReportLink): void {
  const target = valueAt(own.properties, "Target");
  const named = refName(target) === undefined ? undefined : own.target(target, "AWS::ApiGatewayV2::Integration");
  if (named !== undefined && target !== undefined) {
    const path = `integrations/\${${named.entry.name}}`;
    const newText = own.format === "yaml" ? `!Sub ${path}` : `{"Fn::Sub": "${path}"}`;
    const message = { message: "route-target", with: { path } };
    report(own, "Target", message, { data: replacement(target, newText, changeTo(`!Sub ${path}`)) });
  }
  const api = own.target(valueAt(own.properties, "ApiId"), "AWS::ApiGatewayV2::Api");
  const key = literalText(own.properties, "RouteKey");
  if (key === undefined || literalText(api?.properties, "ProtocolType") !== "HTTP") return;
  if (!key.startsWith("/")) return;
  report(own, "RouteKey", { message: "route-key", with: { key } });
}

/** A volume is attached to an instance in its own zone. */
export function volumeAttachment(own: LinkedResource, report: ReportLink): void {
  const instance = own.target(valueAt(own.properties, "InstanceId"), "AWS::EC2::Instance");
  const volume = own.target(valueAt(own.properties, "VolumeId"), "AWS::EC2::Volume");
  if (instance === undefined || volume === undefined) return;
  const [zone, other] = [volume, instance].map(zoneText);
  if (zone === undefined || other === undefined || !areOtherZones(zone, other)) return;
  report(volume, "AvailabilityZone", {
    message: "other-zone",
    with: { name: volume.entry.name, instance: instance.entry.name },
  });
}

/** What the zone of a resource is written as, be it that of another one or of its subnet. */
function zoneText(own: LinkedResource): string | undefined {
  const node = valueAt(own.properties, "AvailabilityZone");
  const subnet = [["SubnetId"], ["NetworkInterfaces", "SubnetId"]].flatMap((path) => nodesAt(own.properties, path))[0];
  const place = own.target(node, "AWS::EC2::Subnet", "AWS::EC2::Instance") ?? own.target(subnet, "AWS::EC2::Subnet");
  const zone = place === undefined ? node : valueAt(place.properties, "AvailabilityZone");
  return zone && composedText(zone);
}

/** Two zones that can't be one: other letters, or other places in the same list. */
export function areOtherZones(zone: string, other: string): boolean {
  const [one, two] = [zone, other].map((text) => /^\$\{Fn::Select\(\["(\d+)",(Fn::GetAZs\(.*\))\]\)\}$/.exec(text));
  if (one && two) return one[2] === two[2] && one[1] !== two[1];
  return !/Fn::If|AWS::NoValue/.test(zone + other) && certainlyDiffer(zone, other);
}

/** The names of a distribution are those of its certificate. */
export function coveredNames(own: LinkedResource, report: ReportLink): void {
  const config = valueAt(own.properties, "DistributionConfig");
  const arn = valueAt(valueAt(config, "ViewerCertificate"), "AcmCertificateArn");
  const certificate = own.target(arn, "AWS::CertificateManager::Certificate");
  if (certificate === undefined || !hasAllKeys(certificate.properties)) return;
  const given = ["DomainName", "SubjectAlternativeNames"].flatMap((name) => {
    const node = valueAt(certificate.properties, name);
    return node?.kind === "list" ? node.items : (node ?? []);
  });
  const names = given.map((node) => (node.kind === "scalar" ? node.text.toLowerCase() : "${"));
  if (names.some(isOpenText)) return;
  for (const node of nodesAt(config, ["Aliases"])) {
    const alias = node.kind === "scalar" && node.tag === undefined ? node.text.toLowerCase() : "";
    if (alias === "" || isOpenText(alias) || names.includes(alias)) continue;
    if (names.includes(alias.replace(/^[^.]+/, "*"))) continue;
    report(own, node, { message: "not-covered", with: { alias, certificate: certificate.entry.name, names } });
  }
}

/** A private address that is written out is one of its subnet, and none of those that AWS keeps there. */
export function privateAddress(own: LinkedResource, report: ReportLink): void {
  const places = ["NetworkInterfaces", "SubnetMappings"].flatMap((name) => nodesAt(own.properties, [name]));
  for (const place of [own.properties, ...places]) {
    const node = ADDRESSES.map((name) => literalAt(place, name)).find((one) => one !== undefined);
    const subnet = own.target(valueAt(place, "SubnetId"), "AWS::EC2::Subnet");
    const range = literalText(subnet?.properties, "CidrBlock") ?? "";
    const [address, whole] = [`${node?.text}/32`, range].map(addressRange);
    if (node === undefined || subnet === undefined || address === undefined || whole === undefined) continue;
    const isKept = address.first < whole.first + 4 || address.first === whole.last;
    const message = rangesMeet(address, whole) ? (isKept ? "kept-address" : undefined) : "outside-subnet";
    const values = { address: node.text, name: subnet.entry.name, range };
    if (message !== undefined) report(own, contentSpan(node), { message, with: values });
  }
}

const ADDRESSES = ["PrivateIpAddress", "IpAddress", "PrivateIPv4Address"];
