import { type MapNode, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { referFix } from "../fixes/referFix.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isSet, literalText } from "../values/literals.ts";
import { valuesAt } from "../values/valuesAt.ts";
import { isFalse, isTrue, type LinkedResource, numberOr, type ReportLink } from "./linkedResource.ts";
import { refName } from "./resourceTarget.ts";

export const STREAM_TYPES: readonly string[] = ["AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::MSK::Cluster"];

/** A queue or stream that invokes a function. */
export function eventSource(own: LinkedResource, report: ReportLink): void {
  const arn = valueAt(own.properties, "EventSourceArn");
  const stream = own.target(arn, ...STREAM_TYPES);
  if (stream !== undefined && !isSet(own.properties, "StartingPosition") && hasAllKeys(own.properties)) {
    report(own, "StartingPosition", {
      en: `${own.entry.name} reads the stream ${stream.entry.name} and needs a StartingPosition.`,
      ja: `${own.entry.name}はストリーム${stream.entry.name}を読み取るため、StartingPositionが必要です。`,
    });
  }
  checkStream(own, arn, "EventSourceArn", report);
  const table = own.target(arn, "AWS::DynamoDB::Table");
  if (arn?.kind === "call" && table !== undefined && composedText(arn)?.endsWith(".Arn}") === true) {
    const { name } = table.entry;
    const message = {
      en: `${name}.Arn is that of the table, not of its stream (“Unrecognized event source”): use !GetAtt ${name}.StreamArn.`,
      ja: `${name}.ArnはテーブルのARNで、ストリームのARNではありません（「Unrecognized event source」）。!GetAtt ${name}.StreamArnを使ってください。`,
    };
    report(own, "EventSourceArn", message, { data: referFix(arn, name, "StreamArn", own.format) });
  }
  const source = own.target(arn, "AWS::SQS::Queue");
  if (source === undefined) return;
  if (literalText(own.properties, "StartingPosition") !== undefined) {
    report(own, "StartingPosition", {
      en: `${own.entry.name} reads the queue ${source.entry.name}, which has no StartingPosition (“StartingPosition is not valid for SQS event sources”).`,
      ja: `${own.entry.name}が読み取る${source.entry.name}はキューなので、StartingPositionは指定できません（「StartingPosition is not valid for SQS event sources」）。`,
    });
  }
  if (isTrue(valueAt(source.properties, "FifoQueue")) && Number(literalText(own.properties, "BatchSize") ?? "1") > 10) {
    report(own, "BatchSize", {
      en: `${source.entry.name} is a FIFO queue: BatchSize is at most 10.`,
      ja: `${source.entry.name}はFIFOキューのため、BatchSizeは10以下です。`,
    });
  }
  const isFifo = valueAt(source.properties, "FifoQueue");
  const window = numberOr(own, "MaximumBatchingWindowInSeconds", 0);
  const isStandard = isFifo === undefined || isFalse(isFifo);
  if (isStandard && window === 0 && Number(literalText(own.properties, "BatchSize") ?? "1") > 10) {
    report(own, "BatchSize", {
      en: "A batch of more than 10 messages needs a MaximumBatchingWindowInSeconds (“Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10”).",
      ja: "BatchSizeが10より大きい場合、MaximumBatchingWindowInSecondsが必要です（「Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10」）。",
    });
  }
  const target = own.target(valueAt(own.properties, "FunctionName"), "AWS::Lambda::Function");
  if (target !== undefined) checkVisibility(source, target, numberOr(target, "Timeout", 3), report);
}

/** CloudFront runs a version of a function. */
export function edgeFunctions(own: LinkedResource, report: ReportLink): void {
  for (const behavior of ["DefaultCacheBehavior", "CacheBehaviors"])
    for (const node of valuesAt(own.properties, ["DistributionConfig", behavior, ...EDGE_FUNCTION])) {
      const target = own.target(node, "AWS::Lambda::Function", "AWS::Serverless::Function");
      const [name, type] = [target?.entry.name, textOf(valueAt(target?.entry.value, "Type"))];
      if (name === undefined || ![`\${${name}}`, `\${${name}.Arn}`].includes(composedText(node) ?? "")) continue;
      const isSam = type === "AWS::Serverless::Function";
      report(own, node, {
        en: `CloudFront needs a version of ${name} (“The function ARN must reference a specific function version”): ${isSam ? `use !Ref ${name}.Version, with AutoPublishAlias` : "refer to an AWS::Lambda::Version of it"}.`,
        ja: `CloudFrontには、${name}のバージョンを指定する必要があります（「The function ARN must reference a specific function version」）。${isSam ? `AutoPublishAliasを設定し、!Ref ${name}.Versionを使って` : "AWS::Lambda::Versionを参照して"}ください。`,
      });
    }
}

const EDGE_FUNCTION = ["LambdaFunctionAssociations", "LambdaFunctionARN"];

/** Where asynchronous invocations that fail go to. */
export function invokeConfig(own: LinkedResource, report: ReportLink): void {
  const path = ["DestinationConfig", "OnFailure", "Destination"] as const;
  const destination = path.reduce<Node | undefined>((node, key) => valueAt(node, key), own.properties);
  const queue = own.target(destination, "AWS::SQS::Queue");
  if (queue === undefined || !isTrue(valueAt(queue.properties, "FifoQueue"))) return;
  report(own, path.join("."), {
    en: `${queue.entry.name} is a FIFO queue, which can't be a destination for failures (“The provided destination config … is invalid”): use a standard queue.`,
    ja: `${queue.entry.name}はFIFOキューのため、失敗時の送信先にできません（「The provided destination config … is invalid」）。標準キューを使ってください。`,
  });
}

/** A table has a stream only if its specification asks for one. */
function checkStream(own: LinkedResource, arn: Node | undefined, property: string, report: ReportLink): void {
  const table = own.target(arn, "AWS::DynamoDB::Table");
  if (table === undefined || isSet(table.properties, "StreamSpecification") || !hasAllKeys(table.properties)) return;
  report(own, property, {
    en: `${table.entry.name} has no stream (“Attribute 'StreamArn' does not exist”): give it a StreamSpecification.`,
    ja: `${table.entry.name}にはストリームがありません（「Attribute 'StreamArn' does not exist」）。StreamSpecificationを指定してください。`,
  });
}

/** A subscription of a topic, by ARN where another service receives it. */
export function subscription(own: LinkedResource, report: ReportLink): void {
  const fifo = own.target(valueAt(own.properties, "TopicArn"), "AWS::SNS::Topic");
  const protocol = literalText(own.properties, "Protocol") ?? "sqs";
  if (isTrue(valueAt(fifo?.properties, "FifoTopic")) && protocol !== "sqs" && !/[{$]/.test(protocol)) {
    report(own, "Protocol", {
      en: `${fifo?.entry.name} is a FIFO topic, to which only queues subscribe (“Invalid parameter: Invalid protocol type: ${protocol}”).`,
      ja: `${fifo?.entry.name}はFIFOトピックのため、サブスクライブできるのはキューだけです（「Invalid parameter: Invalid protocol type: ${protocol}」）。`,
    });
  }
  const queue = own.target(valueAt(own.properties, "Endpoint"), "AWS::SQS::Queue");
  if (queue !== undefined && fifo !== undefined) checkKinds(own, fifo, queue, report);
  checkEndpoint(own, own.properties, "Endpoint", report);
}

/** A FIFO queue takes from FIFO topics only. */
function checkKinds(own: LinkedResource, topic: LinkedResource, queue: LinkedResource, report: ReportLink): void {
  const kind = valueAt(topic.properties, "FifoTopic");
  if (!isTrue(valueAt(queue.properties, "FifoQueue")) || !(kind === undefined || isFalse(kind))) return;
  if (!hasAllKeys(topic.properties)) return;
  report(own, "Endpoint", {
    en: `${queue.entry.name} is a FIFO queue, but ${topic.entry.name} is a standard topic (“FIFO SQS Queues can not be subscribed to standard SNS topics”): make both FIFO, or neither.`,
    ja: `${queue.entry.name}はFIFOキューですが、${topic.entry.name}は標準トピックです（「FIFO SQS Queues can not be subscribed to standard SNS topics」）。両方をFIFOにするか、両方を標準にしてください。`,
  });
}

export function topic(own: LinkedResource, report: ReportLink): void {
  const subscriptions = valueAt(own.properties, "Subscription");
  for (const one of subscriptions?.kind === "list" ? subscriptions.items : [])
    if (one.kind === "map") checkEndpoint(own, one, "Subscription", report);
}

function checkEndpoint(own: LinkedResource, subscribed: MapNode, property: string, report: ReportLink): void {
  const protocol = literalText(subscribed, "Protocol") ?? "";
  const types = ENDPOINTS.get(protocol);
  const endpoint = valueAt(subscribed, "Endpoint");
  const target = types === undefined || refName(endpoint) === undefined ? undefined : own.target(endpoint, ...types);
  if (target === undefined || endpoint === undefined) return;
  const name = protocol === "sqs" ? "SQS" : protocol === "lambda" ? "Lambda" : "Firehose";
  const data = referFix(endpoint, target.entry.name, "Arn", own.format);
  const message = {
    en: `Ref ${target.entry.name} is no ARN, which the protocol ${protocol} needs (“Invalid parameter: ${name} endpoint ARN”): use !GetAtt ${target.entry.name}.Arn.`,
    ja: `プロトコル${protocol}にはARNが必要ですが、Ref ${target.entry.name}はARNを返しません（「Invalid parameter: ${name} endpoint ARN」）。!GetAtt ${target.entry.name}.Arnを使ってください。`,
  };
  report(own, property, message, { data });
}

/** What receives the messages of a protocol, and has an ARN that `Ref` does not give. */
const ENDPOINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["firehose", ["AWS::KinesisFirehose::DeliveryStream"]],
  ["lambda", ["AWS::Lambda::Function", "AWS::Serverless::Function"]],
  ["sqs", ["AWS::SQS::Queue"]],
]);

/** The queues that invoke a function of SAM. */
export function samFunction(own: LinkedResource, report: ReportLink): void {
  const events = valueAt(own.properties, "Events");
  for (const { value } of events?.kind === "map" ? events.pairs : []) {
    const properties = valueAt(value, "Properties");
    if (textOf(valueAt(value, "Type")) === "DynamoDB")
      checkStream(own, valueAt(properties, "Stream"), "Events", report);
    const source = own.target(valueAt(properties, "Queue"), "AWS::SQS::Queue");
    if (source === undefined) continue;
    const timeout = valueAt(own.properties, "Timeout") ?? own.globalValue("Timeout");
    if (timeout?.kind === "scalar") checkVisibility(source, own, Number(timeout.text || Number.NaN), report);
  }
}

function checkVisibility(
  source: LinkedResource,
  target: LinkedResource,
  timeout: number | undefined,
  report: ReportLink,
): void {
  const visible = numberOr(source, "VisibilityTimeout", 30);
  if (visible === undefined || timeout === undefined || !(visible < timeout)) return;
  report(source, "VisibilityTimeout", {
    en: `${target.entry.name} reads ${source.entry.name} and may take ${timeout} seconds, but its VisibilityTimeout is ${visible}: Lambda requires it to be at least as long (“Queue visibility timeout: ${visible} seconds is less than Function timeout: ${timeout} seconds”).`,
    ja: `${source.entry.name}を読む${target.entry.name}のタイムアウトは${timeout}秒ですが、${source.entry.name}のVisibilityTimeoutは${visible}秒です。同じかそれより長くしてください（「Queue visibility timeout: ${visible} seconds is less than Function timeout: ${timeout} seconds」）。`,
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

export const INVOKER_TYPES: readonly string[] = Object.keys(INVOKERS);

/** Who may invoke a function, and from where. */
export function permission(own: LinkedResource, report: ReportLink): void {
  const principal = literalText(own.properties, "Principal");
  if (principal === undefined || !/^[\w-]+\.amazonaws\.com$/.test(principal)) return;
  const source = own.target(valueAt(own.properties, "SourceArn"), ...INVOKER_TYPES);
  const type = textOf(valueAt(source?.entry.value, "Type")) ?? "";
  const service = Object.hasOwn(INVOKERS, type) ? INVOKERS[type] : undefined;
  if (source === undefined || service === undefined || principal === `${service}.amazonaws.com`) return;
  const message = {
    en: `${source.entry.name} invokes as ${service}.amazonaws.com, not as ${principal}.`,
    ja: `${source.entry.name}からの呼び出し元は${principal}ではなく${service}.amazonaws.comです。`,
  };
  const fix = propertyFix(own, "Principal", `${service}.amazonaws.com`);
  report(own, "Principal", message, { severity: "warning", ...fix });
}
