import resourceLinks from "../../../../data/resourceLinks.yaml";
import { typesThat } from "../../../catalogue/values/resourceTypes.ts";
import { contentSpan, listItems, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isAlwaysSet, isSet, nodesAt } from "../values/literals.ts";
import { isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";

/** Targets that EventBridge starts by a role alone, by its guide on targets. */
const ROLE_TARGETS = typesThat("roleTargets");

/** The ARNs of these, of pipelines and others. */
const ROLE_ARN =
  /^arn:[^:]*:(batch|codebuild|codepipeline|ecs|events|firehose|glue|kinesis|redshift|sagemaker|ssm|states):/;

const CLUSTER_ARN = /^arn:[^:]*:ecs:[^:]*:[^:]*:cluster\/(.+)/;

/** The type to which EventBridge writes by a resource policy alone. */
const LOG_GROUP = "AWS::Logs::LogGroup";
const LOG_ARN = /^arn:[^:]*:logs:/;

/** Services that are often taken for targets. */
const NO_TARGETS = new Map(Object.entries(resourceLinks().noTargets));
const NO_ACTIONS = new Map(Object.entries(resourceLinks().noActions));

/** The needs of a rule's targets. */
export function eventRule(own: LinkedResource, report: ReportLink): void {
  const bus = own.target(valueAt(own.properties, "EventBusName"), "AWS::Events::EventBus");
  if (bus !== undefined && isAlwaysSet(own.properties, "ScheduleExpression"))
    report(own, "ScheduleExpression", { message: "schedule", with: { name: bus.entry.name } });
  for (const target of listItems(valueAt(own.properties, "Targets"))) {
    if (target.kind !== "map" || !hasAllKeys(target)) continue;
    const arn = valueAt(target, "Arn");
    checkPlaceholders(own, valueAt(target, "InputTransformer"), report);
    const failed = valueAt(valueAt(target, "DeadLetterConfig"), "Arn");
    const failedQueue = own.target(failed, "AWS::SQS::Queue");
    if (failed !== undefined && failedQueue !== undefined && isTrue(valueAt(failedQueue.properties, "FifoQueue"))) {
      const says = "SQS FIFO is not supported by Dead Letter Queues";
      report(own, failed, { message: "fifo-destination", with: { name: failedQueue.entry.name, says } });
    }
    if (arn === undefined) continue;
    const started = own.target(arn, ...ROLE_TARGETS)?.entry.name ?? ROLE_ARN.exec(composedText(arn) ?? "")?.[1];
    if (started !== undefined && !isSet(target, "RoleArn") && !isSet(own.properties, "RoleArn"))
      report(own, arn, { message: "no-role", with: { started } });
    const cluster = own.target(arn, "AWS::ECS::Cluster")?.entry.name ?? CLUSTER_ARN.exec(composedText(arn) ?? "")?.[1];
    if (cluster !== undefined && !isSet(target, "EcsParameters"))
      report(own, arn, { message: "no-task", with: { cluster } });
    const isLog = own.target(arn, LOG_GROUP) !== undefined || LOG_ARN.test(composedText(arn) ?? "");
    if (isLog && isAlwaysSet(target, "RoleArn")) report(own, valueAt(target, "RoleArn") ?? arn, { message: "role" });
    const other = own.target(arn, ...NO_TARGETS.keys());
    const service = NO_TARGETS.get(typeNameOf(other?.entry.value) ?? "");
    if (other !== undefined && service !== undefined)
      report(own, arn, { message: "no-target", with: { name: other.entry.name, service } });
    const queue = own.target(arn, "AWS::SQS::Queue");
    if (queue === undefined || isSet(target, "SqsParameters")) continue;
    if (!isTrue(valueAt(queue.properties, "FifoQueue"))) continue;
    report(own, arn, { message: "fifo-target", with: { name: queue.entry.name } });
  }
}

/** A placeholder in a text has a path, or is one of EventBridge's own. */
function checkPlaceholders(own: LinkedResource, node: Node | undefined, report: ReportLink): void {
  const [paths, template] = [valueAt(node, "InputPathsMap"), valueAt(node, "InputTemplate")];
  for (const { key, value } of paths?.kind === "map" ? paths.pairs : [])
    if (value.kind === "scalar" && /^(?!\$|\{\{)./.test(value.text))
      report(own, contentSpan(value), { message: "no-path", with: { name: key.text, path: value.text } });
  if (node?.kind !== "map" || !hasAllKeys(node) || template?.kind !== "scalar") return;
  if (paths !== undefined && (paths.kind !== "map" || !hasAllKeys(paths))) return;
  const names = [...(textOf(template) ?? "").matchAll(/<([\w.-]+)>/g)].map(([, name = ""]) => name);
  const missing = names.find((name) => !name.startsWith("aws.events.") && valueAt(paths, name) === undefined);
  if (missing !== undefined) report(own, contentSpan(template), { message: "no-placeholder", with: { missing } });
}

/** A log group's destination needs a role, or for a function its permission. */
export function logDestination(own: LinkedResource, report: ReportLink): void {
  const target = own.target(
    valueAt(own.properties, "DestinationArn"),
    "AWS::Kinesis::Stream",
    "AWS::KinesisFirehose::DeliveryStream",
    "AWS::Lambda::Function",
    "AWS::Serverless::Function",
  );
  if (target === undefined || !hasAllKeys(own.properties)) return;
  const [name, type] = [target.entry.name, typeNameOf(target.entry.value) ?? ""];
  const isFunction = type.endsWith("::Function");
  if (isFunction && isAlwaysSet(own.properties, "RoleArn"))
    report(own, "RoleArn", { message: "function-by-permission", with: { name } });
  if (isFunction || isSet(own.properties, "RoleArn")) return;
  const vendor = type.includes("Firehose") ? "firehose" : "kinesis";
  report(own, "DestinationArn", { message: "stream-by-role", with: { name, vendor } });
}

/** What an alarm does tells a topic, a function, a group or Systems Manager. */
export function alarmActions(own: LinkedResource, report: ReportLink): void {
  for (const list of ["AlarmActions", "InsufficientDataActions", "OKActions"])
    for (const node of nodesAt(own.properties, [list])) {
      const target = own.target(node, ...NO_ACTIONS.keys());
      if (target === undefined) continue;
      const service = NO_ACTIONS.get(typeNameOf(target.entry.value) ?? "");
      report(own, node, { message: "no-action", with: { name: target.entry.name, service } });
    }
}

/** A hook that tells a topic or queue does so by a role. */
export function lifecycleHook(own: LinkedResource, report: ReportLink): void {
  const path = "NotificationTargetARN";
  const target = own.target(valueAt(own.properties, path), "AWS::SNS::Topic", "AWS::SQS::Queue");
  if (target === undefined || isSet(own.properties, "RoleARN") || !hasAllKeys(own.properties)) return;
  report(own, path, { message: "hook-role", with: { name: target.entry.name } });
}
