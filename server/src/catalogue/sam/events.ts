import { ANY, BOOLEAN, INTEGER, list, map, object, objectType, oneOf, property, STRING, union } from "../build.ts";
import type { ObjectType, Property, ValueType } from "../catalogue.ts";
import { passed, type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "EventSource" pages.

const MAPPING = "AWS::Lambda::EventSourceMapping";
const RULE = "AWS::Events::Rule";
const SCHEDULE = "AWS::Scheduler::Schedule";

const METHODS = oneOf(
  "any",
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "ANY",
  "DELETE",
  "GET",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
);

const DEAD_LETTER = objectType("DeadLetterConfig", samUrl("sam-property-function-eventruledeadletterconfig"), [
  property(
    "Arn",
    STRING,
    "The queue to which events go that could not be delivered.",
    "配信できなかったイベントを送るキューのARN。",
  ),
  property("QueueLogicalId", STRING, "The logical id of the queue that SAM creates.", "SAMが作成するキューの論理ID。"),
  property("Type", oneOf("SQS"), "Lets SAM create the queue.", "SAMにキューを作成させます。"),
]);

/** The events of a function: by type, what `Properties` holds. */
export function functionEvents(scope: Scope): ReadonlyMap<string, ObjectType> {
  const mapping = (...names: readonly string[]): readonly Property[] => passed(scope, MAPPING, ...names);
  const stream = mapping(
    "Stream!=EventSourceArn",
    "BatchSize",
    "BisectBatchOnFunctionError",
    "DestinationConfig",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KmsKeyArn",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ParallelizationFactor",
    "StartingPosition",
    "StartingPositionTimestamp",
    "TumblingWindowInSeconds",
  );
  const kafka = mapping(
    "BatchSize",
    "BisectBatchOnFunctionError",
    "ConsumerGroupId=AmazonManagedKafkaEventSourceConfig.ConsumerGroupId",
    "DestinationConfig",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KmsKeyArn",
    "LoggingConfig",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ProvisionedPollerConfig",
    "SchemaRegistryConfig=AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig",
    "StartingPosition",
    "StartingPositionTimestamp",
    "Topics!",
  );
  return byType([
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
        property("Filter", ANY, "Which object keys count.", "対象とするオブジェクトキーの条件。"),
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
    ["Kinesis", stream],
    ["DynamoDB", stream],
    [
      "SQS",
      mapping(
        "Queue!=EventSourceArn",
        "BatchSize",
        "Enabled",
        "FilterCriteria",
        "FunctionResponseTypes",
        "KmsKeyArn",
        "MaximumBatchingWindowInSeconds",
        "MetricsConfig",
        "ScalingConfig",
      ),
    ],
    ["MSK", [...mapping("Stream!=EventSourceArn", "SourceAccessConfigurations"), ...kafka]],
    [
      "SelfManagedKafka",
      [
        property("KafkaBootstrapServers", list(STRING), "The addresses of the brokers.", "ブローカーのアドレス。"),
        ...mapping("SourceAccessConfigurations!"),
        ...kafka.filter(({ name }) => name !== "DestinationConfig"),
      ],
    ],
    [
      "MQ",
      [
        ...mapping(
          "Broker!=EventSourceArn",
          "Queues!",
          "SourceAccessConfigurations!",
          "BatchSize",
          "Enabled",
          "FilterCriteria",
          "KmsKeyArn",
          "MaximumBatchingWindowInSeconds",
        ),
        property(
          "DynamicPolicyName",
          BOOLEAN,
          "Whether the policy's name is made up from the event's, so that several events do not clash.",
          "複数のイベントで衝突しないよう、ポリシー名をイベントごとに変えるかどうか。",
        ),
        property("SecretsManagerKmsKeyId", STRING, "The KMS key of the secret.", "シークレットのKMSキー。"),
      ],
    ],
    [
      "DocumentDB",
      [
        ...mapping(
          "Cluster!=EventSourceArn",
          "SourceAccessConfigurations!",
          "BatchSize",
          "Enabled",
          "FilterCriteria",
          "KmsKeyArn",
          "MaximumBatchingWindowInSeconds",
          "StartingPosition",
          "StartingPositionTimestamp",
          "CollectionName=DocumentDBEventSourceConfig.CollectionName",
          "DatabaseName!=DocumentDBEventSourceConfig.DatabaseName",
          "FullDocument=DocumentDBEventSourceConfig.FullDocument",
        ),
        property("SecretsManagerKmsKeyId", STRING, "The KMS key of the secret.", "シークレットのKMSキー。"),
      ],
    ],
    [
      "Api",
      [
        property("Path", STRING, "The path: `/users/{id}`.", "パス。例: `/users/{id}`。", { required: true }),
        property("Method", METHODS, "The HTTP method.", "HTTPメソッド。", { required: true }),
        property(
          "RestApiId",
          STRING,
          "The API; without it SAM creates one for all such events (`ServerlessRestApi`).",
          "対象のAPI。省略するとSAMが共通のAPI（`ServerlessRestApi`）を作成します。",
        ),
        property("Auth", object(apiEventAuth()), "Who may call it.", "呼び出しの認可。"),
        property("RequestModel", ANY, "The model of the request's body.", "リクエスト本文のモデル。"),
        property("RequestParameters", list(ANY), "Parameters of the request.", "リクエストのパラメータ。"),
        property(
          "TimeoutInMillis",
          INTEGER,
          "How long API Gateway waits for the function.",
          "関数の応答を待つ時間（ミリ秒）。",
        ),
        property(
          "ResponseTransferMode",
          oneOf("BUFFERED", "STREAM"),
          "Whether the answer is streamed.",
          "応答をストリーミングするかどうか。",
        ),
      ],
    ],
    [
      "HttpApi",
      [
        property(
          "Path",
          STRING,
          "The path; without it the event is the default route.",
          "パス。省略すると既定のルートになります。",
        ),
        property("Method", METHODS, "The HTTP method.", "HTTPメソッド。"),
        property(
          "ApiId",
          STRING,
          "The API; without it SAM creates one for all such events (`ServerlessHttpApi`).",
          "対象のAPI。省略するとSAMが共通のAPI（`ServerlessHttpApi`）を作成します。",
        ),
        property(
          "Auth",
          object(
            objectType("HttpApiFunctionAuth", samUrl("sam-property-function-httpapifunctionauth"), [
              property(
                "Authorizer",
                STRING,
                "The authorizer, or `NONE`, or `AWS_IAM`.",
                "オーソライザーの名前。`NONE` や `AWS_IAM` も指定できます。",
              ),
              property(
                "AuthorizationScopes",
                list(STRING),
                "Scopes that the token must have.",
                "トークンに必要なスコープ。",
              ),
            ]),
          ),
          "Who may call it.",
          "呼び出しの認可。",
        ),
        property("PayloadFormatVersion", oneOf("1.0", "2.0"), "The format of the event.", "イベントの形式。", {
          default: "2.0",
        }),
        ...passed(scope, "AWS::ApiGatewayV2::Stage", "RouteSettings=DefaultRouteSettings"),
        property(
          "TimeoutInMillis",
          INTEGER,
          "How long the API waits for the function.",
          "関数の応答を待つ時間（ミリ秒）。",
        ),
      ],
    ],
    [
      "Schedule",
      [
        property(
          "Schedule",
          STRING,
          "`rate(5 minutes)` or `cron(0 12 * * ? *)`, in UTC.",
          "`rate(5 minutes)` や `cron(0 12 * * ? *)`（UTC）。",
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
          "Whether the schedule goes without a name.",
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
        ...ruleParts(scope, "Pattern=EventPattern", "EventBusName", "State"),
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
        property(
          "Target",
          object(
            objectType("Target", samUrl("sam-property-function-eventbridgeruletarget"), [
              property("Id", STRING, "The target's id.", "ターゲットのID。", { required: true }),
            ]),
          ),
          "The rule's target.",
          "ルールのターゲット。",
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
  ]);
}

/** The events of a state machine. */
export function stateMachineEvents(scope: Scope): ReadonlyMap<string, ObjectType> {
  const all = functionEvents(scope);
  return new Map(
    ["Api", "CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"].flatMap((type) => {
      const properties = all.get(type);
      return properties ? [[type, properties] as const] : [];
    }),
  );
}

/** An event as one object: its `Type`, and `Properties` of whichever type it has. */
export function eventObject(events: ReadonlyMap<string, ObjectType>): ValueType {
  const alternatives = [...events].map(([type, properties]) =>
    object(
      objectType("EventSource", properties.url, [
        property("Type", oneOf(type), "What starts it.", "イベントの種類。", { required: true }),
        property("Properties", object(properties), "The details of the event.", "イベントの詳細。"),
      ]),
    ),
  );
  return map(union(...alternatives));
}

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
  property("QueuePolicyLogicalId", STRING, "A logical id for the queue's policy.", "キューポリシーの論理ID。"),
]);

function apiEventAuth(): ObjectType {
  return objectType("ApiFunctionAuth", samUrl("sam-property-function-apifunctionauth"), [
    property("ApiKeyRequired", BOOLEAN, "Whether an API key is needed.", "APIキーを必須にするかどうか。"),
    property("AuthorizationScopes", list(STRING), "Scopes that the token must have.", "トークンに必要なスコープ。"),
    property(
      "Authorizer",
      STRING,
      "The authorizer, or `NONE`, or `AWS_IAM`.",
      "オーソライザーの名前。`NONE` や `AWS_IAM` も指定できます。",
    ),
    property(
      "InvokeRole",
      STRING,
      "The role with which the function is called under `AWS_IAM`.",
      "`AWS_IAM` のときに関数を呼び出すロール。",
    ),
    property(
      "OverrideApiAuth",
      BOOLEAN,
      "Whether this replaces the API's own settings.",
      "API側の設定を上書きするかどうか。",
    ),
    property("ResourcePolicy", ANY, "A resource policy for this path.", "このパスのリソースポリシー。"),
  ]);
}

function ruleParts(scope: Scope, ...names: readonly string[]): readonly Property[] {
  return passed(scope, RULE, ...names);
}

function targetParts(scope: Scope): readonly Property[] {
  return [
    property(
      "Input",
      STRING,
      "A JSON text that is handed on instead of the event.",
      "イベントの代わりに渡すJSON文字列。",
    ),
    property("InputPath", STRING, "The part of the event that is handed on.", "イベントのうち渡す部分。"),
    property(
      "DeadLetterConfig",
      object(DEAD_LETTER),
      "Where events go that could not be delivered.",
      "配信できなかったイベントの送り先。",
    ),
    ...passed(scope, SCHEDULE, "RetryPolicy=Target.RetryPolicy"),
  ];
}

function byType(
  rows: readonly (readonly [type: string, properties: readonly Property[]])[],
): ReadonlyMap<string, ObjectType> {
  return new Map(
    rows.map(([type, properties]) => [
      type,
      objectType(type, samUrl(`sam-property-function-${type.toLowerCase()}`), properties),
    ]),
  );
}
