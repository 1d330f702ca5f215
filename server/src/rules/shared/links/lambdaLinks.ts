import resourceLinks from "../../../../data/resourceLinks.yaml";
import { contentSpan, type MapNode, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { referFix } from "../fixes/referFix.ts";
import { whereIs } from "../resolving/assumedCases.ts";
import { composedText } from "../resolving/composedText.ts";
import { valueBranches } from "../resolving/valueBranches.ts";
import { hasAllKeys, isAlwaysSet, isOpenText, isSet, literalText, nodesAt } from "../values/literals.ts";
import { isFalse, isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";
import { refName } from "./resourceTarget.ts";
import { trustOf, trusts } from "./roleUses.ts";

const { invokers, notAtEdge, edgeLimits, endpoints } = resourceLinks();

const STREAM_TYPES = ["AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::MSK::Cluster"];

/** A queue or stream that invokes a function. */
export function eventSource(own: LinkedResource, report: ReportLink): void {
  const arn = valueAt(own.properties, "EventSourceArn");
  const stream = own.target(arn, ...STREAM_TYPES);
  if (stream !== undefined && !isSet(own.properties, "StartingPosition") && hasAllKeys(own.properties)) {
    report(own, "StartingPosition", {
      message: "no-starting-position",
      with: { name: own.entry.name, stream: stream.entry.name },
    });
  }
  const table = own.target(arn, "AWS::DynamoDB::Table");
  if (arn?.kind === "call" && table !== undefined && composedText(arn)?.endsWith(".Arn}") === true) {
    const { name } = table.entry;
    const message = { message: "table-not-stream", with: { name } };
    report(own, "EventSourceArn", message, { data: referFix(arn, name, "StreamArn", own.format) });
  }
  const source = own.target(arn, "AWS::SQS::Queue");
  for (const property of source === undefined ? (stream === undefined ? [] : OF_QUEUES) : OF_STREAMS)
    if (isAlwaysSet(own.properties, property))
      report(own, property, {
        message: "not-of-source",
        with: { property, name: (source ?? stream)?.entry.name, own: own.entry.name },
      });
  if (source === undefined) return;
  if (literalText(own.properties, "StartingPosition") !== undefined) {
    report(own, "StartingPosition", {
      message: "starting-position-of-queue",
      with: { name: own.entry.name, queue: source.entry.name },
    });
  }
  checkBatches(own, own.properties, source, report);
  const invoked = valueAt(own.properties, "FunctionName");
  const published = own.target(invoked, "AWS::Lambda::Alias", "AWS::Lambda::Version");
  const target = own.target(
    published === undefined ? invoked : valueAt(published.properties, "FunctionName"),
    "AWS::Lambda::Function",
  );
  if (target !== undefined) checkVisibility(source, target, valueAt(target.properties, "Timeout"), report);
}

/** Settings for events that streams keep in order, and for messages that queues keep apart. */
const OF_STREAMS = [
  "BisectBatchOnFunctionError",
  "DestinationConfig",
  "MaximumRecordAgeInSeconds",
  "MaximumRetryAttempts",
  "ParallelizationFactor",
  "TumblingWindowInSeconds",
];
const OF_QUEUES = ["ScalingConfig"];

/** How much a queue hands over at once. */
function checkBatches(own: LinkedResource, mapping: MapNode, source: LinkedResource, report: ReportLink): void {
  const { name } = source.entry;
  const kind = valueAt(source.properties, "FifoQueue");
  const [size, window] = ["BatchSize", "MaximumBatchingWindowInSeconds"].map((key) => valueAt(mapping, key));
  const isLarge = size?.kind === "scalar" && Number(size.text) > 10;
  if (isTrue(kind) && isLarge) report(own, contentSpan(size), { message: "fifo-batch", with: { name } });
  if (isTrue(kind) && window?.kind === "scalar" && Number(window.text) > 0)
    report(own, contentSpan(window), { message: "fifo-window", with: { name } });
  const isWithout = window === undefined ? hasAllKeys(mapping) : textOf(window) === "0";
  if (isLarge && isWithout && (kind === undefined ? hasAllKeys(source.properties) : isFalse(kind)))
    report(own, contentSpan(size), { message: "no-batching-window" });
}

/** CloudFront runs a version of a function. */
export function edgeFunctions(own: LinkedResource, report: ReportLink): void {
  for (const behavior of ["DefaultCacheBehavior", "CacheBehaviors"])
    for (const node of nodesAt(own.properties, ["DistributionConfig", behavior, ...EDGE_FUNCTION])) {
      const version = own.target(node, "AWS::Lambda::Version");
      const run = version === undefined ? node : valueAt(version.properties, "FunctionName");
      const edge = own.target(run, "AWS::Lambda::Function", "AWS::Serverless::Function");
      if (edge !== undefined) checkEdge(own, edge, report);
      if (edge !== undefined) checkEdgeLimits(own, edge, node, report);
      const target = own.target(node, "AWS::Lambda::Function", "AWS::Serverless::Function");
      const [name, type] = [target?.entry.name, typeNameOf(target?.entry.value)];
      if (name === undefined || ![`\${${name}}`, `\${${name}.Arn}`].includes(composedText(node) ?? "")) continue;
      const isSam = type === "AWS::Serverless::Function";
      report(own, node, { message: isSam ? "sam-version" : "function-version", with: { name } });
    }
}

function checkEdge(own: LinkedResource, target: LinkedResource, report: ReportLink): void {
  const role = own.target(valueAt(target.properties, "Role"), "AWS::IAM::Role");
  const trust = role && trustOf(role.entry);
  if (role !== undefined && trust !== undefined && !trusts(trust, "edgelambda"))
    report(role, trust.last ?? trust.document, { message: "not-at-edge-role", with: { name: own.entry.name } });
  for (const { path, value, says } of notAtEdge) {
    const [property = "", key] = path.split(".");
    const owners = valueBranches(key === undefined ? target.properties : valueAt(target.properties, property));
    const found = owners.filter(({ node: owner }) => {
      if (owner.kind !== "map" || !isAlwaysSet(owner, key ?? property)) return false;
      return nodesAt(owner, [key ?? property]).some((node) =>
        node.kind === "map"
          ? node.pairs.some((pair) => isAlwaysSet(node, pair.key.text))
          : value === undefined || textOf(node) === value,
      );
    });
    const [first] = found;
    if (first === undefined) continue;
    const extra = { before: whereIs(first.assumptions), severity: "warning" } as const;
    const words = { message: "not-at-edge", with: { name: own.entry.name, property, says } };
    report(target, property, words, found.length < owners.length ? extra : undefined);
  }
}

/** At the events of viewers a function has less. */
function checkEdgeLimits(own: LinkedResource, target: LinkedResource, node: Node, report: ReportLink): void {
  const associations = ["DefaultCacheBehavior", "CacheBehaviors"].flatMap((behavior) =>
    nodesAt(own.properties, ["DistributionConfig", behavior, "LambdaFunctionAssociations"]),
  );
  const association = associations.find((one) => valueAt(one, "LambdaFunctionARN") === node);
  const event = literalText(association, "EventType") ?? "";
  for (const { property, viewer, origin, says } of edgeLimits) {
    const most = event.startsWith("viewer-") ? viewer : event.startsWith("origin-") ? origin : Number.NaN;
    const value = Number(literalText(target.properties, property) ?? Number.NaN);
    if (value > most)
      report(target, property, {
        message: "edge-limit",
        with: { name: own.entry.name, property, event, most, value, says },
      });
  }
}

const EDGE_FUNCTION = ["LambdaFunctionAssociations", "LambdaFunctionARN"];

/** The destination of asynchronous invocations that fail. */
export function checkInvokeConfig(own: LinkedResource, report: ReportLink): void {
  const path = ["DestinationConfig", "OnFailure", "Destination"] as const;
  const destination = path.reduce<Node | undefined>((node, key) => valueAt(node, key), own.properties);
  const queue = own.target(destination, "AWS::SQS::Queue");
  if (queue === undefined || !isTrue(valueAt(queue.properties, "FifoQueue"))) return;
  const says = "The provided destination config … is invalid";
  report(own, path.join("."), { message: "fifo-destination", with: { name: queue.entry.name, says } });
}

/** A subscription of a topic, by ARN if another service receives it. */
export function subscription(own: LinkedResource, report: ReportLink): void {
  const fifo = own.target(valueAt(own.properties, "TopicArn"), "AWS::SNS::Topic");
  const protocol = literalText(own.properties, "Protocol") ?? "sqs";
  if (isTrue(valueAt(fifo?.properties, "FifoTopic")) && protocol !== "sqs" && !isOpenText(protocol))
    report(own, "Protocol", { message: "fifo-topic", with: { name: fifo?.entry.name, protocol } });
  const queue = own.target(valueAt(own.properties, "Endpoint"), "AWS::SQS::Queue");
  if (queue !== undefined && fifo !== undefined) checkKinds(own, fifo, queue, report);
  checkEndpoint(own, own.properties, "Endpoint", report);
}

/** A FIFO queue takes from FIFO topics only. */
function checkKinds(own: LinkedResource, topic: LinkedResource, queue: LinkedResource, report: ReportLink): void {
  const kind = valueAt(topic.properties, "FifoTopic");
  if (!isTrue(valueAt(queue.properties, "FifoQueue")) || !(kind === undefined || isFalse(kind))) return;
  if (!hasAllKeys(topic.properties)) return;
  report(own, "Endpoint", { message: "standard-topic", with: { queue: queue.entry.name, topic: topic.entry.name } });
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
  const message = { message: "no-arn", with: { target: target.entry.name, protocol, name } };
  report(own, property, message, { data });
}

/** Receivers of a protocol's messages whose ARN `Ref` does not give. */
const ENDPOINTS = new Map(Object.entries(endpoints));

/** The queues that invoke a function of SAM. */
export function samFunction(own: LinkedResource, report: ReportLink): void {
  const events = valueAt(own.properties, "Events");
  for (const { value } of events?.kind === "map" ? events.pairs : []) {
    const properties = valueAt(value, "Properties");
    const source = own.target(valueAt(properties, "Queue"), "AWS::SQS::Queue");
    if (source === undefined || properties?.kind !== "map") continue;
    checkBatches(own, properties, source, report);
    checkVisibility(source, own, valueAt(own.properties, "Timeout") ?? own.globalValue("Timeout"), report);
  }
}

function checkVisibility(
  source: LinkedResource,
  target: LinkedResource,
  own: Node | undefined,
  report: ReportLink,
): void {
  const [visible, timeout] = [secondsOf(valueAt(source.properties, "VisibilityTimeout"), 30), secondsOf(own, 3)];
  if (!(visible < timeout)) return;
  const named = { name: target.entry.name, queue: source.entry.name, timeout, visible };
  report(source, "VisibilityTimeout", { message: "visibility-timeout", with: named });
}

function secondsOf(node: Node | undefined, otherwise: number): number {
  return node === undefined ? otherwise : Number(textOf(node) || Number.NaN);
}

const INVOKERS = new Map(Object.entries(invokers));

/** The principal that may invoke a function, and its source. */
export function permission(own: LinkedResource, report: ReportLink): void {
  const node = valueAt(own.properties, "FunctionName");
  if (node !== undefined && composedText(node)?.endsWith(":$LATEST") === true)
    report(own, "FunctionName", { message: "no-latest" });
  const principal = literalText(own.properties, "Principal");
  if (principal === undefined || !/^[\w-]+\.amazonaws\.com$/.test(principal)) return;
  const source = own.target(valueAt(own.properties, "SourceArn"), ...INVOKERS.keys());
  const type = typeNameOf(source?.entry.value) ?? "";
  const service = INVOKERS.get(type);
  if (source === undefined || service === undefined || principal === `${service}.amazonaws.com`) return;
  const message = { message: "other-principal", with: { name: source.entry.name, service, principal } };
  const fix = propertyFix(own, "Principal", `${service}.amazonaws.com`);
  report(own, "Principal", message, { severity: "warning", ...fix });
}
