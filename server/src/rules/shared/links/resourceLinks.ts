import { contentSpan, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { changeTo, replacement } from "../fixes/nearest.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { referFix } from "../fixes/referFix.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalText } from "../values/literals.ts";
import { listener, listenerRule, targetGroup } from "./balancerLinks.ts";
import {
  apiRoute,
  checkDeployment,
  checkMapping,
  checkUsagePlan,
  coveredNames,
  groupNames,
  integration,
  policyTargets,
  privateAddress,
  roleNames,
  volumeAttachment,
  webAcl,
  zoneRecord,
} from "./createdLinks.ts";
import { databaseCluster, databaseInstance, replicationGroup, userGroup } from "./databaseLinks.ts";
import { alarmActions, eventRule, lifecycleHook, logDestination } from "./eventLinks.ts";
import { checkKeys, KEY_USES } from "./keyUses.ts";
import {
  checkInvokeConfig,
  edgeFunctions,
  eventSource,
  permission,
  samFunction,
  subscription,
  topic,
} from "./lambdaLinks.ts";
import { checkNeeds, NEEDS } from "./linkedNeeds.ts";
import { isFalse, isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";
import {
  aliasVersions,
  groupTemplate,
  instanceZone,
  nodeTemplate,
  originControls,
  ownRoute,
  peering,
  servicePlaces,
} from "./placementLinks.ts";
import { refName, refOf } from "./resourceTarget.ts";

/** Checks a resource together with those that it names. */
export type CheckLink = (resource: LinkedResource, report: ReportLink) => void;

const OWN_LINKS: ReadonlyMap<string, CheckLink> = new Map<string, CheckLink>([
  ["AWS::ApiGateway::BasePathMapping", checkMapping],
  ["AWS::ApiGateway::Deployment", checkDeployment],
  ["AWS::ApiGateway::Method", method],
  ["AWS::ApiGateway::UsagePlan", checkUsagePlan],
  ["AWS::ApiGatewayV2::Integration", integration],
  ["AWS::ApiGatewayV2::Route", apiRoute],
  ["AWS::AutoScaling::AutoScalingGroup", groupTemplate],
  ["AWS::AutoScaling::ScalingPolicy", scalingPolicy],
  ["AWS::AutoScaling::LifecycleHook", lifecycleHook],
  ["AWS::CloudFront::Distribution", distribution],
  ["AWS::CloudWatch::Alarm", alarmActions],
  ["AWS::CodeBuild::Project", buildProject],
  ["AWS::EC2::Instance", instance],
  ["AWS::EC2::NetworkInterface", privateAddress],
  ["AWS::EC2::Route", ownRoute],
  ["AWS::EC2::SecurityGroup", groupNames],
  ["AWS::EC2::SecurityGroupIngress", groupNames],
  ["AWS::EC2::VPCPeeringConnection", peering],
  ["AWS::EC2::VolumeAttachment", volumeAttachment],
  ["AWS::ECS::Service", service],
  ["AWS::EC2::NatGateway", privateAddress],
  ["AWS::EFS::MountTarget", privateAddress],
  ["AWS::EKS::Nodegroup", nodeTemplate],
  ["AWS::ElastiCache::ReplicationGroup", replicationGroup],
  ["AWS::ElastiCache::UserGroup", userGroup],
  ["AWS::ElasticLoadBalancingV2::Listener", listener],
  ["AWS::ElasticLoadBalancingV2::ListenerRule", listenerRule],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", targetGroup],
  ["AWS::Events::Rule", eventRule],
  ["AWS::IAM::InstanceProfile", roleNames],
  ["AWS::IAM::ManagedPolicy", roleNames],
  ["AWS::IAM::Policy", roleNames],
  ["AWS::KMS::ReplicaKey", replicaKey],
  ["AWS::Lambda::Alias", aliasVersions],
  ["AWS::Lambda::EventInvokeConfig", checkInvokeConfig],
  ["AWS::Lambda::EventSourceMapping", eventSource],
  ["AWS::Lambda::Permission", permission],
  ["AWS::Logs::SubscriptionFilter", logDestination],
  ["AWS::RDS::DBCluster", databaseCluster],
  ["AWS::RDS::DBInstance", databaseInstance],
  ["AWS::Route53::RecordSet", zoneRecord],
  ["AWS::Route53::RecordSetGroup", zoneRecord],
  ["AWS::SNS::Subscription", subscription],
  ["AWS::SNS::Topic", topic],
  ["AWS::SNS::TopicPolicy", policyTargets],
  ["AWS::Serverless::Function", samFunction],
  ["AWS::WAFv2::LoggingConfiguration", webAcl],
  ["AWS::WAFv2::RuleGroup", webAcl],
  ["AWS::WAFv2::WebACL", webAcl],
  ["AWS::WAFv2::WebACLAssociation", webAcl],
  ["AWS::SQS::Queue", queue],
  ["AWS::SQS::QueuePolicy", policyTargets],
]);

/** The checks of the resources that a resource of a type names. */
export const RESOURCE_LINKS: ReadonlyMap<string, CheckLink> = new Map(
  [...OWN_LINKS.keys(), ...NEEDS.keys(), ...KEY_USES.keys()].map((type) => [
    type,
    (own, report) => {
      OWN_LINKS.get(type)?.(own, report);
      checkNeeds(own, NEEDS.get(type) ?? [], report);
      checkKeys(own, KEY_USES.get(type) ?? [], report);
    },
  ]),
);

/** A replica is in another Region than its key, and so in another stack. */
function replicaKey(own: LinkedResource, report: ReportLink): void {
  const key = own.target(valueAt(own.properties, "PrimaryKeyArn"), "AWS::KMS::Key");
  if (key !== undefined) report(own, "PrimaryKeyArn", { message: "own-key", with: { name: key.entry.name } });
}

function distribution(own: LinkedResource, report: ReportLink): void {
  edgeFunctions(own, report);
  coveredNames(own, report);
  webAcl(own, report);
  originControls(own, report);
}

function instance(own: LinkedResource, report: ReportLink): void {
  privateAddress(own, report);
  instanceZone(own, report);
}

function method(own: LinkedResource, report: ReportLink): void {
  const integration = valueAt(own.properties, "Integration");
  const uri = valueAt(integration, "Uri");
  const target = own.target(uri, "AWS::Lambda::Function", "AWS::Serverless::Function");
  if (target !== undefined && uri?.kind === "call" && refName(uri) === undefined) {
    const address = `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${target.entry.name}.Arn}/invocations`;
    const data = replacement(
      uri,
      own.format === "yaml" ? `!Sub ${address}` : `{"Fn::Sub": "${address}"}`,
      changeTo("!Sub arn:…/invocations"),
    );
    const message = { message: "arn-not-uri", with: { name: target.entry.name, address } };
    report(own, "Integration.Uri", message, { data });
  }
  checkInvocation(own, uri, report);
  if (/^AWS(?:_PROXY)?$/.test(literalText(integration, "Type") ?? "")) checkUri(own, uri, report);
  const kind = literalText(own.properties, "AuthorizationType");
  const authorizer = own.target(valueAt(own.properties, "AuthorizerId"), "AWS::ApiGateway::Authorizer");
  const type = literalText(authorizer?.properties, "Type");
  if (authorizer === undefined || type === undefined) return;
  const fits = kind === "CUSTOM" ? /^(?:TOKEN|REQUEST)$/ : kind === "COGNITO_USER_POOLS" ? /^COGNITO_USER_POOLS$/ : /^/;
  if (fits.test(type)) return;
  const wanted = type === "COGNITO_USER_POOLS" ? type : "CUSTOM";
  const message = { message: "authorization-type", with: { name: authorizer.entry.name, type, wanted } };
  report(own, "AuthorizationType", message, propertyFix(own, "AuthorizationType", wanted));
}

/** The URI of a service's integration says by path/ or action/ what is called. */
function checkUri(own: LinkedResource, uri: Node | undefined, report: ReportLink): void {
  const text = uri && composedText(uri);
  if (uri === undefined || text === undefined || text.includes("{{")) return;
  const [called = ""] =
    /^arn:[^:]*:apigateway:[^:]*:[^:]*:(.*)$/s.exec(text.replaceAll("AWS::", "AWS.."))?.slice(1) ?? [];
  const named = /^\$\{(\w+)\.Arn\}/.exec(called)?.[1];
  const isFunction = named !== undefined && own.target(refOf(named), ...FUNCTIONS) !== undefined;
  if (isFunction || /^arn:aws[\w-]*:lambda:/.test(text)) report(own, contentSpan(uri), { message: "function-uri" });
  else if (/^(?!path\/|action\/)[^$]{7}/.test(called)) report(own, contentSpan(uri), { message: "uri-without-path" });
}

/** An integration names a function by its ARN. */
function checkInvocation(own: LinkedResource, uri: Node | undefined, report: ReportLink): void {
  const name = uri && BY_NAME.exec(composedText(uri) ?? "")?.[1];
  if (uri === undefined || name === undefined || own.target(refOf(name), ...FUNCTIONS) === undefined) return;
  report(own, uri, { message: "uri-without-arn", with: { name } });
}

const BY_NAME = /:lambda:path\/2015-03-31\/functions\/\$\{(\w+)\}\/invocations$/;
const FUNCTIONS = ["AWS::Lambda::Function", "AWS::Serverless::Function"];

/** A build project takes a role's name too, but not that of a role with a path, which the ARN holds. */
function buildProject(own: LinkedResource, report: ReportLink): void {
  const node = valueAt(own.properties, "ServiceRole");
  const role = refName(node) === undefined ? undefined : own.target(node, "AWS::IAM::Role");
  const path = literalText(role?.properties, "Path");
  if (role === undefined || path === undefined || path === "/") return;
  const message = { message: "role-without-path", with: { name: role.entry.name, path } };
  report(own, "ServiceRole", message, node && { data: referFix(node, role.entry.name, "Arn", own.format) });
}

function scalingPolicy(own: LinkedResource, report: ReportLink): void {
  if (literalText(own.properties, "PolicyType") !== "TargetTrackingScaling") return;
  const group = own.target(valueAt(own.properties, "AutoScalingGroupName"), "AWS::AutoScaling::AutoScalingGroup");
  const [least, most] = ["MinSize", "MaxSize"].map((name) => literalText(group?.properties, name));
  if (group === undefined || least === undefined || least !== most) return;
  report(
    own,
    "AutoScalingGroupName",
    { message: "cannot-scale", with: { name: group.entry.name, least } },
    { severity: "warning" },
  );
}

function service(own: LinkedResource, report: ReportLink): void {
  const task = own.target(valueAt(own.properties, "TaskDefinition"), "AWS::ECS::TaskDefinition");
  servicePlaces(own, task, report);
  if (task === undefined) return;
  const mode = literalText(task.properties, "NetworkMode");
  if (mode === "awsvpc" && !isSet(own.properties, "NetworkConfiguration") && hasAllKeys(own.properties))
    report(own, "NetworkConfiguration", { message: "no-network-configuration", with: { name: task.entry.name } });
  const isOther = mode === undefined ? !isSet(task.properties, "NetworkMode") : /^(?:bridge|host|none)$/.test(mode);
  const isOnFargate = literalText(own.properties, "LaunchType") === "FARGATE";
  const kinds = valueAt(task.properties, "RequiresCompatibilities");
  if (isOther && !isOnFargate && kinds === undefined && isAlwaysSet(own.properties, "NetworkConfiguration")) {
    if (hasAllKeys(task.properties))
      report(own, "NetworkConfiguration", { message: "network-configuration", with: { name: task.entry.name } });
  }
  if (
    isOnFargate &&
    kinds?.kind === "list" &&
    kinds.items.length > 0 &&
    kinds.items.every((one) => textOf(one) === "EC2")
  )
    report(task, "RequiresCompatibilities", { message: "no-fargate", with: { name: own.entry.name } });
  const isForFargate =
    literalText(own.properties, "LaunchType") === "FARGATE" &&
    mode !== "awsvpc" &&
    (mode !== undefined || !isSet(task.properties, "NetworkMode")) &&
    !isSet(task.properties, "RequiresCompatibilities") &&
    hasAllKeys(task.properties);
  if (isForFargate)
    report(task, "RequiresCompatibilities", { message: "fargate-task", with: { name: own.entry.name } });
}

function queue(own: LinkedResource, report: ReportLink): void {
  const policy = valueAt(own.properties, "RedrivePolicy");
  const absent = ["deadLetterTargetArn", "maxReceiveCount"].find(
    (name) => policy?.kind === "map" && hasAllKeys(policy) && !isSet(policy, name),
  );
  if (absent !== undefined)
    report(own, "RedrivePolicy", { message: "redrive-policy", with: { name: own.entry.name, absent } });
  const arn = valueAt(policy, "deadLetterTargetArn");
  const failed = own.target(arn, "AWS::SQS::Queue");
  if (failed === undefined) return;
  const { name } = failed.entry;
  if (arn !== undefined && refName(arn) === name)
    report(own, arn, { message: "address-no-arn", with: { name } }, { data: referFix(arn, name, "Arn", own.format) });
  const [isFifo, isOther] = [own, failed].map(({ properties }) => valueAt(properties, "FifoQueue"));
  const differ =
    (isTrue(isFifo) && (isOther === undefined || isFalse(isOther))) ||
    (isTrue(isOther) && (isFifo === undefined || isFalse(isFifo)));
  if (!differ) return;
  report(own, "RedrivePolicy", {
    message: isTrue(isFifo) ? "fifo-dead-letters" : "standard-dead-letters",
    with: { name: failed.entry.name },
  });
}
