import { listed, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isAlwaysSet, isSet } from "../values/literals.ts";
import { isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";

/** What EventBridge starts by a role alone, as its guide says of targets. */
export const ROLE_TARGETS: readonly string[] = [
  "AWS::Batch::JobQueue",
  "AWS::CodeBuild::Project",
  "AWS::ECS::Cluster",
  "AWS::Kinesis::Stream",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::StepFunctions::StateMachine",
  "AWS::Serverless::StateMachine",
];

/** The ARNs of these, and of pipelines. */
const ROLE_ARN = /^arn:[^:]*:(batch|codebuild|codepipeline|ecs|firehose|kinesis|states):/;

/** What lets EventBridge write by a resource policy alone. */
export const LOG_GROUP = "AWS::Logs::LogGroup";
const LOG_ARN = /^arn:[^:]*:logs:/;

/** What is often taken for a target, and its service. */
const NO_TARGETS: ReadonlyMap<string, string> = new Map([
  ["AWS::DynamoDB::Table", "dynamodb"],
  ["AWS::IAM::Role", "iam"],
  ["AWS::S3::Bucket", "s3"],
]);

/** What the targets of a rule need. */
export function eventRule(own: LinkedResource, report: ReportLink): void {
  const bus = own.target(valueAt(own.properties, "EventBusName"), "AWS::Events::EventBus");
  if (bus !== undefined && isAlwaysSet(own.properties, "ScheduleExpression"))
    report(own, "ScheduleExpression", { message: "schedule", with: { name: bus.entry.name } });
  for (const target of listed(valueAt(own.properties, "Targets"))) {
    if (target.kind !== "map" || !hasAllKeys(target)) continue;
    const arn = valueAt(target, "Arn");
    if (arn === undefined) continue;
    const started = own.target(arn, ...ROLE_TARGETS)?.entry.name ?? ROLE_ARN.exec(composedText(arn) ?? "")?.[1];
    if (started !== undefined && !isSet(target, "RoleArn") && !isSet(own.properties, "RoleArn"))
      report(own, arn, { message: "no-role", with: { started } });
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
