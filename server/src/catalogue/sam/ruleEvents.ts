import { ANY, BOOLEAN, object, objectType, oneOf, property, STRING } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import type { EventRow } from "./eventRow.ts";
import { passed, type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "EventSource" pages.

const RULE = "AWS::Events::Rule";
const SCHEDULE = "AWS::Scheduler::Schedule";

const DEAD_LETTER = objectType("DeadLetterConfig", samUrl("sam-property-function-eventruledeadletterconfig"), [
  property(
    "Arn",
    STRING,
    "The queue to which events go that could not be delivered.",
    "配信できなかったイベントを送るキューのARN。",
  ),
  property("QueueLogicalId", STRING, "The logical ID of the queue that SAM creates.", "SAMが作成するキューの論理ID。"),
  property("Type", oneOf("SQS"), "Lets SAM create the queue.", "SAMにキューを作成させます。"),
]);

const TARGET = objectType("Target", samUrl("sam-property-function-eventbridgeruletarget"), [
  property("Id", STRING, "The target's ID.", "ターゲットのID。", { required: true }),
]);

/** Schedules and events of EventBridge. */
export function ruleEvents(scope: Scope): readonly EventRow[] {
  return [
    [
      "Schedule",
      [
        property(
          "Schedule",
          STRING,
          "`rate(5 minutes)` or `cron(0 12 * * ? *)`, in UTC.",
          "`rate(5 minutes)`や`cron(0 12 * * ? *)`（UTC）。",
        ),
        ...ruleParts(scope, "Description", "Name", "State"),
        property("Enabled", BOOLEAN, "Whether the schedule is on.", "スケジュールを有効にするかどうか。"),
        ...targetParts(scope),
      ],
    ],
    [
      "ScheduleV2",
      [
        ...passed(
          scope,
          SCHEDULE,
          "ScheduleExpression",
          "ScheduleExpressionTimezone",
          "StartDate",
          "EndDate",
          "FlexibleTimeWindow",
          "GroupName",
          "KmsKeyArn",
          "Name",
          "State",
          "Description",
          "Input=Target.Input",
          "RetryPolicy=Target.RetryPolicy",
          "RoleArn=Target.RoleArn",
        ),
        property(
          "PermissionsBoundary",
          STRING,
          "The boundary of the role that SAM creates.",
          "SAMが作成するロールのアクセス許可の境界。",
        ),
        property(
          "OmitName",
          BOOLEAN,
          "Whether the schedule is created without a name.",
          "スケジュールに名前を付けないかどうか。",
        ),
        property(
          "DeadLetterConfig",
          object(DEAD_LETTER),
          "Where events go that could not be delivered.",
          "配信できなかったイベントの送り先。",
        ),
      ],
    ],
    [
      "CloudWatchEvent",
      [
        ...ruleParts(scope, "Pattern=EventPattern", "EventBusName", "RuleName=Name", "State"),
        property("Enabled", BOOLEAN, "Whether the rule is on.", "ルールを有効にするかどうか。"),
        ...targetParts(scope),
      ],
    ],
    [
      "EventBridgeRule",
      [
        ...ruleParts(scope, "Pattern!=EventPattern", "EventBusName", "RuleName=Name", "State"),
        ...targetParts(scope),
        property("InputTransformer", ANY, "How the event is rewritten.", "イベントを書き換える方法。"),
      ],
    ],
  ];
}

function ruleParts(scope: Scope, ...names: readonly string[]): readonly Property[] {
  return passed(scope, RULE, ...names);
}

function targetParts(scope: Scope): readonly Property[] {
  return [
    property(
      "Input",
      STRING,
      "A JSON string that is passed instead of the event.",
      "イベントの代わりに渡すJSON文字列。",
    ),
    property("InputPath", STRING, "The part of the event that is passed on.", "イベントのうち渡す部分。"),
    property(
      "DeadLetterConfig",
      object(DEAD_LETTER),
      "Where events go that could not be delivered.",
      "配信できなかったイベントの送り先。",
    ),
    property("Target", object(TARGET), "The rule's target.", "ルールのターゲット。"),
    ...passed(scope, SCHEDULE, "RetryPolicy=Target.RetryPolicy"),
  ];
}
