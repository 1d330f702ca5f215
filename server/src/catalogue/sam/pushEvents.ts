import { ANY, BOOLEAN, INTEGER, list, object, objectType, property, STRING, union } from "../types/build.ts";
import type { EventRow } from "./eventRow.ts";
import { passed, type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "EventSource" pages.

const SQS_SUBSCRIPTION = objectType("SqsSubscriptionObject", samUrl("sam-property-function-sqssubscriptionobject"), [
  property("QueueArn", STRING, "The ARN of the queue.", "キューのARN。", { required: true }),
  property("QueueUrl", STRING, "The URL of the queue.", "キューのURL。", { required: true }),
  property("BatchSize", INTEGER, "How many messages at a time.", "一度に処理するメッセージの数。", { default: "10" }),
  property(
    "Enabled",
    BOOLEAN,
    "Whether the function reads from the queue.",
    "キューからの読み取りを有効にするかどうか。",
  ),
  property("QueuePolicyLogicalId", STRING, "A logical ID for the queue's policy.", "キューポリシーの論理ID。"),
]);

/** Events that other services send. */
export function pushEvents(scope: Scope): readonly EventRow[] {
  return [
    [
      "S3",
      [
        property(
          "Bucket",
          STRING,
          "The bucket; it must be declared in the same template.",
          "対象のバケット。同じテンプレートで定義されている必要があります。",
          { required: true },
        ),
        property(
          "Events",
          union(STRING, list(STRING)),
          "Which events start the function: `s3:ObjectCreated:*`.",
          "関数を起動するイベント。例: `s3:ObjectCreated:*`。",
          { required: true },
        ),
        property("Filter", ANY, "The object keys that the event is limited to.", "対象とするオブジェクトキーの条件。"),
      ],
    ],
    [
      "SNS",
      [
        property("Topic", STRING, "The ARN of the topic.", "トピックのARN。", { required: true }),
        ...passed(scope, "AWS::SNS::Subscription", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"),
        property(
          "SqsSubscription",
          union(BOOLEAN, object(SQS_SUBSCRIPTION)),
          "Puts an SQS queue between topic and function.",
          "トピックと関数の間にSQSキューを置きます。",
        ),
      ],
    ],
    ["CloudWatchLogs", passed(scope, "AWS::Logs::SubscriptionFilter", "LogGroupName!", "FilterPattern!")],
    [
      "IoTRule",
      passed(
        scope,
        "AWS::IoT::TopicRule",
        "Sql!=TopicRulePayload.Sql",
        "AwsIotSqlVersion=TopicRulePayload.AwsIotSqlVersion",
      ),
    ],
    [
      "AlexaSkill",
      [property("SkillId", STRING, "The skill that may call the function.", "関数を呼び出せるスキルのID。")],
    ],
    [
      "Cognito",
      [
        property(
          "UserPool",
          STRING,
          "The user pool; it must be declared in the same template.",
          "ユーザープール。同じテンプレートで定義されている必要があります。",
          { required: true },
        ),
        property(
          "Trigger",
          union(STRING, list(STRING)),
          "Which triggers start the function: `PreSignUp` …",
          "関数を起動するトリガー。例: `PreSignUp`。",
          { required: true },
        ),
      ],
    ],
  ];
}
