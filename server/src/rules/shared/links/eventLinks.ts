import { listed, valueAt } from "../../../model/tree/node.ts";
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

/** What the targets of a rule need. */
export function eventRule(own: LinkedResource, report: ReportLink): void {
  const bus = own.target(valueAt(own.properties, "EventBusName"), "AWS::Events::EventBus");
  if (bus !== undefined && isAlwaysSet(own.properties, "ScheduleExpression")) {
    report(own, "ScheduleExpression", {
      en: `A rule of ${bus.entry.name} has no schedule (“ScheduleExpression is supported only on the default event bus”): leave out EventBusName.`,
      ja: `${bus.entry.name}のルールにスケジュールは指定できません（「ScheduleExpression is supported only on the default event bus」）。EventBusNameを書かないでください。`,
    });
  }
  for (const target of listed(valueAt(own.properties, "Targets"))) {
    if (target.kind !== "map" || !hasAllKeys(target)) continue;
    const arn = valueAt(target, "Arn");
    if (arn === undefined) continue;
    const started = own.target(arn, ...ROLE_TARGETS);
    if (started !== undefined && !isSet(target, "RoleArn") && !isSet(own.properties, "RoleArn")) {
      report(own, arn, {
        en: `EventBridge starts ${started.entry.name} by a role: the target needs RoleArn (“RoleArn is required for target”).`,
        ja: `EventBridgeが${started.entry.name}を起動するにはロールが必要です。ターゲットにRoleArnを指定してください（「RoleArn is required for target」）。`,
      });
    }
    const queue = own.target(arn, "AWS::SQS::Queue");
    if (queue === undefined || isSet(target, "SqsParameters")) continue;
    if (!isTrue(valueAt(queue.properties, "FifoQueue"))) continue;
    report(own, arn, {
      en: `${queue.entry.name} is a FIFO queue: the target needs SqsParameters with a MessageGroupId (“Parameter(s) SqsParameters must be specified for target”).`,
      ja: `${queue.entry.name}はFIFOキューのため、ターゲットにSqsParameters（MessageGroupId）が必要です（「Parameter(s) SqsParameters must be specified for target」）。`,
    });
  }
}
