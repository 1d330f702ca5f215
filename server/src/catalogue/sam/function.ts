import { TRUST_POLICY } from "../policy/policyDocument.ts";
import {
  ANY,
  BOOLEAN,
  changed,
  explained,
  late,
  list,
  object,
  objectType,
  oneOf,
  property,
  STRING,
  suggested,
  union,
} from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { code, PROPAGATE, runtimes, TAGS } from "./common.ts";
import { eventObject, functionEvents } from "./events.ts";
import { SAM_POLICIES } from "./policies.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const LAMBDA = "AWS::Lambda::Function";

export function functionProperties(scope: Scope): readonly Property[] {
  return [
    code("CodeUri", "Where the code is: a folder, or a place in S3.", "コードの場所。フォルダー、またはS3の場所。"),
    property(
      "InlineCode",
      STRING,
      "The code itself, for short functions; instead of CodeUri.",
      "短い関数のコードそのもの。CodeUriの代わりに使います。",
    ),
    property(
      "ImageUri",
      STRING,
      "The container image, for `PackageType: Image`.",
      "コンテナイメージのURI（`PackageType: Image`の場合）。",
    ),
    ...passed(scope, LAMBDA, "Handler"),
    ...passed(scope, LAMBDA, "Runtime").map((one) => changed(one, { type: runtimes })),
    ...passed(
      scope,
      LAMBDA,
      "FunctionName",
      "Description",
      "MemorySize",
      "Timeout",
      "Architectures",
      "PackageType",
      "ImageConfig",
      "Environment",
      "VpcConfig",
      "FileSystemConfigs",
      "EphemeralStorage",
      "Layers",
      "KmsKeyArn",
      "CodeSigningConfigArn",
      "ReservedConcurrentExecutions",
      "SnapStart",
      "RuntimeManagementConfig",
      "LoggingConfig",
      "RecursiveLoop",
      "SourceKMSKeyArn=Code.SourceKMSKeyArn",
      "FunctionScalingConfig",
      "TenancyConfig",
      "DurableConfig",
      "PublishToLatestPublished",
    ),
    property(
      "Role",
      STRING,
      "The ARN of the function's role; without it SAM creates one (`<LogicalId>Role`).",
      "関数の実行ロールのARN。省略するとSAMが`<論理ID>Role`を作成します。",
    ),
    property("RolePath", STRING, "The path of the role that SAM creates.", "SAMが作成するロールのパス。"),
    property(
      "Policies",
      SAM_POLICIES,
      "Permissions of the role that SAM creates: managed policies, documents, policy templates.",
      "SAMが作成するロールの権限。管理ポリシー、ポリシードキュメント、ポリシーテンプレート。",
    ),
    property(
      "PermissionsBoundary",
      STRING,
      "The boundary of the role that SAM creates.",
      "SAMが作成するロールのアクセス許可の境界。",
    ),
    property(
      "AssumeRolePolicyDocument",
      object(TRUST_POLICY),
      "The trust policy of the role that SAM creates.",
      "SAMが作成するロールの信頼ポリシー。",
    ),
    late(
      property(
        "Events",
        ANY,
        "What starts the function: APIs, queues, schedules …",
        "関数を起動するもの。API、キュー、スケジュールなど。",
      ),
      () => eventObject(functionEvents(scope)),
    ),
    property(
      "AutoPublishAlias",
      STRING,
      "Publishes a version with each new code and points this alias at it (`<LogicalId>Alias<name>`).",
      "コードが変わるたびにバージョンを発行し、このエイリアスを向けます。",
    ),
    property(
      "AutoPublishAliasAllProperties",
      BOOLEAN,
      "Whether other changes than those of the code publish a version too.",
      "コード以外の変更でもバージョンを発行するかどうか。",
    ),
    property(
      "AutoPublishCodeSha256",
      STRING,
      "A string that decides whether a new version is published.",
      "新しいバージョンを発行するかどうかを決める文字列。",
    ),
    property("VersionDescription", STRING, "The description of the version.", "バージョンの説明。"),
    property(
      "VersionDeletionPolicy",
      union(oneOf("Delete", "Retain"), BOOLEAN),
      "Whether old versions are kept.",
      "古いバージョンを残すかどうか。",
    ),
    property(
      "DeploymentPreference",
      object(DEPLOYMENT),
      "How traffic moves to a new version (CodeDeploy); needs AutoPublishAlias.",
      "新しいバージョンへのトラフィックの切り替え方（CodeDeploy）。AutoPublishAliasが必要です。",
    ),
    ...passed(scope, "AWS::Lambda::Alias", "ProvisionedConcurrencyConfig"),
    property(
      "DeadLetterQueue",
      object(DEAD_LETTER_QUEUE),
      "Where events go that the function could not process.",
      "処理できなかったイベントの送り先。",
    ),
    property(
      "EventInvokeConfig",
      object(() => eventInvokeConfig(scope)),
      "Retries and destinations of asynchronous calls.",
      "非同期呼び出しの再試行と送信先。",
    ),
    property(
      "FunctionUrlConfig",
      object(() => functionUrl(scope)),
      "An HTTPS URL for the function.",
      "関数のHTTPSエンドポイント（関数URL）。",
    ),
    property(
      "Tracing",
      explained(
        ["Active", "Traces requests (X-Ray).", "リクエストをトレースします（X-Ray）。"],
        [
          "PassThrough",
          "Traces only requests that are already traced.",
          "上流でトレースされたものだけをトレースします。",
        ],
        ["Disabled", "No tracing.", "トレースしません。"],
      ),
      "X-Ray tracing.",
      "X-Rayによるトレース。",
    ),
    property(
      "CapacityProviderConfig",
      object(() => capacityProviderConfig(scope)),
      "The capacity provider on whose instances the function runs.",
      "関数を実行するキャパシティープロバイダー。",
    ),
    TAGS,
    PROPAGATE,
  ];
}

const DEPLOYMENT = objectType("DeploymentPreference", samUrl("sam-property-function-deploymentpreference"), [
  property(
    "Type",
    suggested(
      "AllAtOnce",
      "Canary10Percent5Minutes",
      "Canary10Percent10Minutes",
      "Canary10Percent15Minutes",
      "Canary10Percent30Minutes",
      "Linear10PercentEvery1Minute",
      "Linear10PercentEvery2Minutes",
      "Linear10PercentEvery3Minutes",
      "Linear10PercentEvery10Minutes",
    ),
    "How traffic is shifted.",
    "トラフィックの切り替え方。",
  ),
  property("Enabled", BOOLEAN, "Whether it is on.", "有効にするかどうか。", { default: "true" }),
  property("Alarms", list(STRING), "Alarms that roll the deployment back.", "デプロイをロールバックさせるアラーム。"),
  property(
    "Hooks",
    object(
      objectType("Hooks", samUrl("sam-property-function-hooks"), [
        property("PreTraffic", STRING, "A function that runs before traffic is shifted.", "切り替え前に実行する関数。"),
        property(
          "PostTraffic",
          STRING,
          "A function that runs after traffic was shifted.",
          "切り替え後に実行する関数。",
        ),
      ]),
    ),
    "Functions that check the deployment.",
    "デプロイを検証する関数。",
  ),
  property(
    "PassthroughCondition",
    BOOLEAN,
    "Whether the function's condition also holds for the deployment group.",
    "関数の条件をデプロイグループにも適用するかどうか。",
  ),
  property(
    "Role",
    STRING,
    "CodeDeploy's role; without it SAM creates one.",
    "CodeDeployのロール。省略するとSAMが作成します。",
  ),
  property("TriggerConfigurations", list(ANY), "Notifications of the deployment group.", "デプロイグループの通知。"),
]);

const DEAD_LETTER_QUEUE = objectType("DeadLetterQueue", samUrl("sam-property-function-deadletterqueue"), [
  property("Type", oneOf("SQS", "SNS"), "Queue or topic.", "キューかトピックか。", { required: true }),
  property("TargetArn", STRING, "Its ARN.", "そのARN。", { required: true }),
]);

function eventInvokeConfig(scope: Scope): ObjectType {
  const destination = (name: string): ObjectType =>
    objectType(name, samUrl(`sam-property-function-${name.toLowerCase()}`), [
      property(
        "Type",
        oneOf("SQS", "SNS", "Lambda", "EventBridge", "S3Bucket"),
        "The kind of destination; SAM can create queues and topics.",
        "送信先の種類。SQSとSNSはSAMが作成できます。",
      ),
      property("Destination", STRING, "Its ARN.", "送信先のARN。"),
    ]);
  return objectType("EventInvokeConfiguration", samUrl("sam-property-function-eventinvokeconfiguration"), [
    ...passed(scope, "AWS::Lambda::EventInvokeConfig", "MaximumEventAgeInSeconds", "MaximumRetryAttempts"),
    property(
      "DestinationConfig",
      object(
        objectType(
          "EventInvokeDestinationConfiguration",
          samUrl("sam-property-function-eventinvokedestinationconfiguration"),
          [
            property("OnSuccess", object(destination("OnSuccess")), "After success.", "成功時の送信先。"),
            property("OnFailure", object(destination("OnFailure")), "After failure.", "失敗時の送信先。"),
          ],
        ),
      ),
      "Where results go.",
      "結果の送信先。",
    ),
  ]);
}

function functionUrl(scope: Scope): ObjectType {
  return objectType(
    "FunctionUrlConfig",
    samUrl("sam-property-function-functionurlconfig"),
    passed(scope, "AWS::Lambda::Url", "AuthType!", "Cors", "InvokeMode"),
  );
}

function capacityProviderConfig(scope: Scope): ObjectType {
  const path = "CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig";
  return objectType(
    "CapacityProviderConfig",
    samUrl("sam-resource-function"),
    passed(
      scope,
      LAMBDA,
      `Arn!=${path}.CapacityProviderArn`,
      `PerExecutionEnvironmentMaxConcurrency=${path}.PerExecutionEnvironmentMaxConcurrency`,
      `ExecutionEnvironmentMemoryGiBPerVCpu=${path}.ExecutionEnvironmentMemoryGiBPerVCpu`,
    ),
  );
}
