import type { Localised } from "../catalogue/catalogue.ts";
import { type MapNode, type Node, textOf, valueAt } from "../model/node.ts";
import type { Entry } from "../model/template.ts";
import { isSet, literalText } from "./literals.ts";

/** A resource with properties, and a way to those that it names. */
export interface LinkedResource {
  readonly entry: Entry;
  readonly properties: MapNode;
  /** The resource that `value` names, where it is of one of these types. */
  target(value: Node | undefined, ...types: readonly string[]): LinkedResource | undefined;
}

/** Reports a property of a resource: its value where it has one, else what introduces the properties. */
export type ReportLink = (
  resource: LinkedResource,
  property: string,
  message: Localised,
  severity?: "error" | "warning",
) => void;

type CheckLink = (resource: LinkedResource, report: ReportLink) => void;

/** What is checked of the resources that a resource of a type names. */
export const RESOURCE_LINKS: ReadonlyMap<string, CheckLink> = new Map<string, CheckLink>([
  ["AWS::ApiGateway::Method", method],
  ["AWS::AutoScaling::ScalingPolicy", scalingPolicy],
  ["AWS::ECS::Service", service],
  ["AWS::Lambda::EventSourceMapping", eventSource],
  ["AWS::Lambda::Permission", permission],
  ["AWS::RDS::DBInstance", databaseInstance],
  ["AWS::SQS::Queue", queue],
]);

function method(own: LinkedResource, report: ReportLink): void {
  const kind = literalText(own.properties, "AuthorizationType");
  const authorizer = own.target(valueAt(own.properties, "AuthorizerId"), "AWS::ApiGateway::Authorizer");
  const type = literalText(authorizer?.properties, "Type");
  if (authorizer === undefined || type === undefined) return;
  const fits = kind === "CUSTOM" ? /^(?:TOKEN|REQUEST)$/ : kind === "COGNITO_USER_POOLS" ? /^COGNITO_USER_POOLS$/ : /^/;
  if (fits.test(type)) return;
  report(own, "AuthorizationType", {
    en: `The authorizer ${authorizer.entry.name} has the type ${type}: the method needs AuthorizationType ${type === "COGNITO_USER_POOLS" ? type : "CUSTOM"}.`,
    ja: `オーソライザー ${authorizer.entry.name} のTypeは ${type} です。メソッドのAuthorizationTypeは ${type === "COGNITO_USER_POOLS" ? type : "CUSTOM"} にしてください。`,
  });
}

function scalingPolicy(own: LinkedResource, report: ReportLink): void {
  if (literalText(own.properties, "PolicyType") !== "TargetTrackingScaling") return;
  const group = own.target(valueAt(own.properties, "AutoScalingGroupName"), "AWS::AutoScaling::AutoScalingGroup");
  const [least, most] = ["MinSize", "MaxSize"].map((name) => literalText(group?.properties, name));
  if (group === undefined || least === undefined || least !== most) return;
  report(
    own,
    "AutoScalingGroupName",
    {
      en: `${group.entry.name} can't scale: its MinSize and MaxSize are both ${least}.`,
      ja: `${group.entry.name} はMinSizeとMaxSizeがどちらも ${least} のため、スケーリングされません。`,
    },
    "warning",
  );
}

function service(own: LinkedResource, report: ReportLink): void {
  const task = own.target(valueAt(own.properties, "TaskDefinition"), "AWS::ECS::TaskDefinition");
  if (task === undefined) return;
  const mode = literalText(task.properties, "NetworkMode");
  if (mode === "awsvpc" && !isSet(own.properties, "NetworkConfiguration") && isWritten(own)) {
    report(own, "NetworkConfiguration", {
      en: `The task ${task.entry.name} has the network mode awsvpc: the service needs NetworkConfiguration.`,
      ja: `タスク ${task.entry.name} のネットワークモードがawsvpcのため、サービスにNetworkConfigurationが必要です。`,
    });
  }
  const isForFargate =
    literalText(own.properties, "LaunchType") === "FARGATE" &&
    mode !== "awsvpc" &&
    (mode !== undefined || !isSet(task.properties, "NetworkMode")) &&
    !isSet(task.properties, "RequiresCompatibilities") &&
    isWritten(task);
  if (isForFargate) {
    report(task, "RequiresCompatibilities", {
      en: `${own.entry.name} runs this task on Fargate: it needs RequiresCompatibilities FARGATE and the network mode awsvpc.`,
      ja: `${own.entry.name} がこのタスクをFargateで実行するため、RequiresCompatibilitiesのFARGATEとネットワークモードawsvpcが必要です。`,
    });
  }
}

function eventSource(own: LinkedResource, report: ReportLink): void {
  const arn = valueAt(own.properties, "EventSourceArn");
  const stream = own.target(arn, "AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::MSK::Cluster");
  if (stream !== undefined && !isSet(own.properties, "StartingPosition") && isWritten(own)) {
    report(own, "StartingPosition", {
      en: `A stream such as ${stream.entry.name} needs a StartingPosition.`,
      ja: `${stream.entry.name} のようなストリームには、StartingPositionが必要です。`,
    });
  }
  const source = own.target(arn, "AWS::SQS::Queue");
  if (source === undefined) return;
  if (literalText(own.properties, "StartingPosition") !== undefined) {
    report(own, "StartingPosition", {
      en: "A queue has no StartingPosition.",
      ja: "キューにStartingPositionは指定できません。",
    });
  }
  if (isTrue(valueAt(source.properties, "FifoQueue")) && Number(literalText(own.properties, "BatchSize") ?? "1") > 10) {
    report(own, "BatchSize", {
      en: `${source.entry.name} is a FIFO queue: BatchSize is at most 10.`,
      ja: `${source.entry.name} はFIFOキューのため、BatchSizeは10以下です。`,
    });
  }
  const target = own.target(valueAt(own.properties, "FunctionName"), "AWS::Lambda::Function");
  const visible = numberOr(source, "VisibilityTimeout", 30);
  const timeout = target === undefined ? undefined : numberOr(target, "Timeout", 3);
  if (target === undefined || visible === undefined || timeout === undefined || visible >= timeout) return;
  report(source, "VisibilityTimeout", {
    en: `${target.entry.name} reads this queue and may take ${timeout} seconds, but the VisibilityTimeout is ${visible}: Lambda wants it at least as long.`,
    ja: `このキューを読む ${target.entry.name} のタイムアウトは${timeout}秒ですが、VisibilityTimeoutは${visible}秒です。同じかそれより長くしてください。`,
  });
}

const INVOKERS: Readonly<Record<string, string>> = {
  "AWS::ApiGateway::RestApi": "apigateway",
  "AWS::ApiGatewayV2::Api": "apigateway",
  "AWS::Cognito::UserPool": "cognito-idp",
  "AWS::Config::ConfigRule": "config",
  "AWS::ElasticLoadBalancingV2::TargetGroup": "elasticloadbalancing",
  "AWS::Events::Rule": "events",
  "AWS::IoT::TopicRule": "iot",
  "AWS::S3::Bucket": "s3",
  "AWS::SNS::Topic": "sns",
};

function permission(own: LinkedResource, report: ReportLink): void {
  const principal = literalText(own.properties, "Principal");
  if (principal === undefined || !/^[\w-]+\.amazonaws\.com$/.test(principal)) return;
  const source = own.target(valueAt(own.properties, "SourceArn"), ...Object.keys(INVOKERS));
  const service = INVOKERS[textOf(valueAt(source?.entry.value, "Type")) ?? ""];
  if (source === undefined || service === undefined || principal === `${service}.amazonaws.com`) return;
  report(
    own,
    "Principal",
    {
      en: `${source.entry.name} invokes as ${service}.amazonaws.com, not as ${principal}.`,
      ja: `${source.entry.name} からの呼び出し元は ${principal} ではなく ${service}.amazonaws.com です。`,
    },
    "warning",
  );
}

function databaseInstance(own: LinkedResource, report: ReportLink): void {
  const cluster = own.target(valueAt(own.properties, "DBClusterIdentifier"), "AWS::RDS::DBCluster");
  if (cluster === undefined) return;
  const [engine, other] = [own, cluster].map(({ properties }) => literalText(properties, "Engine"));
  if (engine !== undefined && other !== undefined && engine !== other) {
    report(own, "Engine", {
      en: `The cluster ${cluster.entry.name} has the engine ${other}: its instances need the same.`,
      ja: `クラスター ${cluster.entry.name} のエンジンは ${other} です。インスタンスも同じにしてください。`,
    });
  }
  const [encrypted, wanted] = [own, cluster].map(({ properties }) => valueAt(properties, "StorageEncrypted"));
  if ((isTrue(encrypted) && isFalse(wanted)) || (isFalse(encrypted) && isTrue(wanted))) {
    report(own, "StorageEncrypted", {
      en: `StorageEncrypted differs from that of the cluster ${cluster.entry.name}.`,
      ja: `StorageEncryptedがクラスター ${cluster.entry.name} の設定と異なります。`,
    });
  }
}

function queue(own: LinkedResource, report: ReportLink): void {
  const policy = valueAt(own.properties, "RedrivePolicy");
  const failed = own.target(valueAt(policy, "deadLetterTargetArn"), "AWS::SQS::Queue");
  if (failed === undefined) return;
  const [isFifo, isOther] = [own, failed].map(({ properties }) => valueAt(properties, "FifoQueue"));
  const differ =
    (isTrue(isFifo) && (isOther === undefined || isFalse(isOther))) ||
    (isTrue(isOther) && (isFifo === undefined || isFalse(isFifo)));
  if (!differ) return;
  report(own, "RedrivePolicy", {
    en: `The dead-letter queue ${failed.entry.name} must be of the same kind: ${isTrue(isFifo) ? "a FIFO queue" : "a standard queue"}.`,
    ja: `デッドレターキュー ${failed.entry.name} も${isTrue(isFifo) ? "FIFOキュー" : "標準キュー"}にしてください（同じ種類でなければなりません）。`,
  });
}

/** Whether a resource's properties are all there to see. */
function isWritten({ properties }: LinkedResource): boolean {
  return !properties.pairs.some(({ key }) => key.text.startsWith("Fn::"));
}

function numberOr({ properties }: LinkedResource, name: string, otherwise: number): number | undefined {
  const node = valueAt(properties, name);
  if (node === undefined) return otherwise;
  const value = Number(textOf(node) || Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

function isTrue(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === "true";
}

function isFalse(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === "false";
}
