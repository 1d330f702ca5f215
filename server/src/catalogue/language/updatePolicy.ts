import { BOOLEAN, list, object, objectType, property, STRING, suggested, union, whole } from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";
import { SCALING_PROCESSES } from "./scalingProcesses.ts";

// Source: the template reference's page on the UpdatePolicy attribute.

const URL = referenceUrl("aws-attribute-updatepolicy");
const at = (anchor: string): { url: string } => ({ url: `${URL}#${anchor}` });

const ROLLING = objectType("AutoScalingRollingUpdate", `${URL}#cfn-attributes-updatepolicy-rollingupdate`, [
  property(
    "MaxBatchSize",
    whole(1),
    "How many instances are replaced at once at most.",
    "一度に置き換えるインスタンスの最大数。",
    { default: "1" },
  ),
  property(
    "MinActiveInstancesPercent",
    whole(0, 100),
    "The percentage of the desired capacity that must be in service (`InService`) for the update to succeed.",
    "更新を成功とみなすために稼働状態（`InService`）でなければならないインスタンスの、希望する容量に対する割合（%）。",
    { default: "100" },
  ),
  property(
    "MinInstancesInService",
    whole(0),
    "How many instances stay in service while others are replaced; it must be below the group's MaxSize.",
    "入れ替えの間も稼働させておくインスタンスの最小数。グループのMaxSizeより小さくする必要があります。",
    { default: "0" },
  ),
  property(
    "MinSuccessfulInstancesPercent",
    whole(0, 100),
    "The percentage of instances in the update that must signal success; one without a signal in PauseTime is considered failed.",
    "更新の対象のうち成功シグナルを送らなければならないインスタンスの割合（%）。PauseTime内にシグナルがなければ失敗とみなされます。",
    { default: "100" },
  ),
  property(
    "PauseTime",
    { kind: "string", format: "duration" },
    "How long CloudFormation waits after a batch, or with WaitOnResourceSignals for its signals (ISO 8601, at most PT1H). Default: PT5M with WaitOnResourceSignals, otherwise none.",
    "バッチごとの待ち時間。WaitOnResourceSignalsがtrueならシグナルを待つ上限（ISO 8601、最大PT1H）。デフォルトはWaitOnResourceSignalsがtrueならPT5M、それ以外は待ちません。",
  ),
  property(
    "SuspendProcesses",
    list(SCALING_PROCESSES),
    "Auto Scaling processes that are suspended while the update runs.",
    "更新の間、中断しておくAuto Scalingのプロセス。",
  ),
  property(
    "WaitOnResourceSignals",
    BOOLEAN,
    "Whether each batch waits for success signals (`cfn-signal`) of its new instances before the next begins.",
    "次のバッチに進む前に、新しいインスタンスからの成功シグナル（`cfn-signal`）を待つかどうか。",
    { default: "false" },
  ),
]);

const REPLACING = objectType("AutoScalingReplacingUpdate", `${URL}#cfn-attributes-updatepolicy-replacingupdate`, [
  property(
    "WillReplace",
    BOOLEAN,
    "Whether the whole group is replaced by a new one; the old one is kept until the new one is ready.",
    "グループ全体を新しいグループに置き換えるかどうか。新しいグループが整うまで古いグループは残ります。",
  ),
]);

const SCHEDULED = objectType("AutoScalingScheduledAction", `${URL}#cfn-attributes-updatepolicy-scheduledactions`, [
  property(
    "IgnoreUnmodifiedGroupSizeProperties",
    BOOLEAN,
    "Whether sizes that scheduled actions changed are left alone when the template's sizes did not change.",
    "テンプレート側のサイズが変わっていなければ、スケジュールされたアクションによるサイズの差を無視するかどうか。",
    { default: "false" },
  ),
]);

const healthy = whole(0, 100);

const PREFERENCES = objectType("Preferences", URL, [
  property(
    "AlarmSpecification",
    object(
      objectType("AlarmSpecification", URL, [
        property("Alarms", list(STRING), "Names of CloudWatch alarms.", "CloudWatchアラームの名前。"),
      ]),
    ),
    "Alarms that stop the refresh when one goes off.",
    "どれかが鳴ったら更新を止めるアラーム。",
  ),
  property(
    "BakeTime",
    whole(0),
    "Seconds to wait at the end before the refresh is complete.",
    "更新を完了とみなす前に最後に待つ秒数。",
  ),
  property("CheckpointDelay", whole(0), "Seconds to wait at each checkpoint.", "チェックポイントごとに待つ秒数。"),
  property(
    "CheckpointPercentages",
    list(healthy),
    "Percentages of replaced instances at which the refresh waits.",
    "更新を一時停止する、入れ替え済みインスタンスの割合（%）。",
  ),
  property(
    "InstanceWarmup",
    whole(0),
    "Seconds until a new instance is considered ready.",
    "新しいインスタンスを準備完了とみなすまでの秒数。",
  ),
  property(
    "MaxHealthyPercentage",
    whole(100, 200),
    "How far the group may grow above its desired capacity, in percent.",
    "希望する容量に対して、更新中に増やしてよい上限（%）。",
  ),
  property(
    "MinHealthyPercentage",
    healthy,
    "How much of the desired capacity must stay healthy, in percent.",
    "希望する容量のうち、正常に保つ下限（%）。",
  ),
  property(
    "ScaleInProtectedInstances",
    suggested("Refresh", "Ignore", "Wait"),
    "What is done with instances that are protected from scale-in.",
    "スケールインから保護されたインスタンスの扱い。",
  ),
  property(
    "SkipMatching",
    BOOLEAN,
    "Whether instances that already match are left alone.",
    "すでに新しい設定どおりのインスタンスをそのまま残すかどうか。",
  ),
  property(
    "StandbyInstances",
    suggested("Terminate", "Ignore", "Wait"),
    "What is done with instances on standby.",
    "スタンバイ状態のインスタンスの扱い。",
  ),
]);

const INSTANCE_REFRESH = objectType("AutoScalingInstanceRefresh", URL, [
  property(
    "Strategy",
    suggested("Rolling", "ReplaceRootVolume"),
    "How the instances are brought up to date.",
    "インスタンスを新しくする方法。",
    { required: true },
  ),
  property(
    "Preferences",
    object(PREFERENCES),
    "How the instance refresh goes about it.",
    "インスタンスの更新の進め方。",
  ),
]);

const CODE_DEPLOY = objectType(
  "CodeDeployLambdaAliasUpdate",
  `${URL}#cfn-attributes-updatepolicy-codedeploylambdaaliasupdate`,
  [
    property("ApplicationName", STRING, "The CodeDeploy application.", "CodeDeployのアプリケーション名。", {
      required: true,
    }),
    property("DeploymentGroupName", STRING, "The CodeDeploy deployment group.", "CodeDeployのデプロイグループ名。", {
      required: true,
    }),
    property(
      "BeforeAllowTrafficHook",
      STRING,
      "A Lambda function that runs before traffic is shifted.",
      "トラフィックの切り替え前に実行されるLambda関数。",
    ),
    property(
      "AfterAllowTrafficHook",
      STRING,
      "A Lambda function that runs after traffic was shifted.",
      "トラフィックの切り替え後に実行されるLambda関数。",
    ),
  ],
);

/** `true`, or written out as `Type: true`. */
const SWITCH = union(
  BOOLEAN,
  object(objectType("Switch", URL, [property("Type", BOOLEAN, "Whether it is done.", "行うかどうか。")])),
);

const FLEET: readonly Property[] = [
  property(
    "StopBeforeUpdate",
    SWITCH,
    "Whether the fleet is stopped before the update.",
    "更新の前にフリートを停止するかどうか。",
    at("aws-attribute-update-policy-app-stream-fleet"),
  ),
  property(
    "StartAfterUpdate",
    SWITCH,
    "Whether the fleet is started after the update.",
    "更新の後にフリートを起動するかどうか。",
    at("aws-attribute-update-policy-app-stream-fleet"),
  ),
];

const AUTO_SCALING_GROUP: readonly Property[] = [
  property(
    "AutoScalingRollingUpdate",
    object(ROLLING),
    "Keeps the group and replaces its instances in batches.",
    "グループはそのままに、インスタンスを少しずつ置き換えます。",
  ),
  property(
    "AutoScalingReplacingUpdate",
    object(REPLACING),
    "Replaces the whole group, or only its instances.",
    "グループ全体を置き換えるか、インスタンスだけを置き換えるかを決めます。",
  ),
  property(
    "AutoScalingScheduledAction",
    object(SCHEDULED),
    "How a stack update treats sizes that scheduled actions have changed.",
    "スケジュールされたアクションで変わったサイズをスタックの更新時にどう扱うかを決めます。",
  ),
  property(
    "AutoScalingInstanceRefresh",
    object(INSTANCE_REFRESH),
    "Replaces the instances by an instance refresh of the group (since July 2026); cannot be combined with AutoScalingRollingUpdate.",
    "グループのインスタンスの更新（Instance Refresh）で置き換えます（2026年7月から）。AutoScalingRollingUpdateとは併用できません。",
  ),
];

const DOMAIN: readonly Property[] = [
  property(
    "EnableVersionUpgrade",
    BOOLEAN,
    "Upgrades the engine version in place instead of replacing the domain.",
    "ドメインを置き換えずに、その場でエンジンのバージョンを上げます。",
    at("cfn-attributes-updatepolicy-upgradeopensearchdomain"),
  ),
];

const BY_TYPE: Readonly<Record<string, readonly Property[]>> = {
  "AWS::AppStream::Fleet": FLEET,
  "AWS::AutoScaling::AutoScalingGroup": AUTO_SCALING_GROUP,
  "AWS::ElastiCache::ReplicationGroup": [
    property(
      "UseOnlineResharding",
      BOOLEAN,
      "Changes the shards of a replication group without replacing it.",
      "レプリケーショングループを置き換えずに、シャードを追加・削除します。",
      at("cfn-attributes-updatepolicy-useonlineresharding"),
    ),
  ],
  "AWS::OpenSearchService::Domain": DOMAIN,
  "AWS::Elasticsearch::Domain": DOMAIN,
  "AWS::Lambda::Alias": [
    property(
      "CodeDeployLambdaAliasUpdate",
      object(CODE_DEPLOY),
      "Shifts the alias's traffic by a CodeDeploy deployment when its version changes.",
      "バージョンが変わったとき、CodeDeployのデプロイでエイリアスのトラフィックを切り替えます。",
    ),
  ],
};

/** The types that take an `UpdatePolicy`. */
export const UPDATE_POLICY_TYPES: readonly string[] = Object.keys(BY_TYPE);

/** The `UpdatePolicy` of a type; of an unknown type all that exist; `undefined` where the type takes none. */
export function updatePolicy(type: string | undefined): ObjectType | undefined {
  const properties = type === undefined ? Object.values(BY_TYPE).flat() : BY_TYPE[type];
  if (!properties) return undefined;
  return objectType("UpdatePolicy", URL, properties, {
    exclusive: [["AutoScalingRollingUpdate", "AutoScalingInstanceRefresh"]],
  });
}
