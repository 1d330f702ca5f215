import type { Topic } from "../binding/topic.ts";

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

const ROLLING = "attribute:UpdatePolicy.AutoScalingRollingUpdate";

const ROLLING_KEYS = [
  "MinInstancesInService",
  "MaxBatchSize",
  "PauseTime",
  "WaitOnResourceSignals",
  "MinSuccessfulInstancesPercent",
  "MinActiveInstancesPercent",
];

/** A key of `AutoScalingRollingUpdate`; its name is unmistakable. */
const rollingKey = (key: string, otherNames: readonly string[] = [], places: readonly string[] = []): Topic => ({
  id: kebab(key),
  names: [key, ...otherNames],
  places: [`${ROLLING}.${key}`, ...places],
});

/** A value of `DeletionPolicy` or `UpdateReplacePolicy`: an everyday word, so it needs its policy above it. */
const policyValue = (attribute: string, value: string, otherNames: readonly string[] = []): Topic => ({
  id: `${kebab(attribute)}-${kebab(value)}`,
  names: [value, ...otherNames],
  under: [kebab(attribute)],
  fullNames: [`${attribute}: ${value}`, `${attribute}=${value}`, `${attribute} ${value}`],
  places: [`attribute:${attribute}=${value}`],
});

/** An update policy of one resource type. */
const updatePolicy = (key: string, otherNames: readonly string[] = []): Topic => ({
  id: kebab(key),
  names: [key, ...otherNames],
  places: [`attribute:UpdatePolicy.${key}`],
});

const DELETE = ["削除"];
const RETAIN = ["保持"];
const SNAPSHOT = ["スナップショット"];

export const policyTopics: readonly Topic[] = [
  {
    id: "resource-attributes",
    names: ["Resource attributes", "リソース属性", "リソースの属性"],
    places: [],
  },
  {
    id: "resource-signal",
    names: ["ResourceSignal", "リソースシグナル"],
    places: ["attribute:CreationPolicy.ResourceSignal"],
  },
  {
    id: "signal-count",
    names: ["Count", "カウント"],
    under: ["resource-signal", "creation-policy"],
    fullNames: ["ResourceSignal.Count", "Signal count", "シグナル数", "シグナルの数"],
    places: ["attribute:CreationPolicy.ResourceSignal.Count"],
  },
  {
    id: "signal-timeout",
    names: ["Timeout", "タイムアウト"],
    under: ["resource-signal", "creation-policy"],
    fullNames: ["ResourceSignal.Timeout", "Signal timeout", "シグナルのタイムアウト"],
    places: ["attribute:CreationPolicy.ResourceSignal.Timeout"],
  },
  {
    id: "auto-scaling-creation-policy",
    names: ["AutoScalingCreationPolicy"],
    places: [
      "attribute:CreationPolicy.AutoScalingCreationPolicy",
      "attribute:CreationPolicy.AutoScalingCreationPolicy.MinSuccessfulInstancesPercent",
    ],
  },
  {
    id: "creation-policy",
    names: ["CreationPolicy", "作成ポリシー"],
    places: [
      "attribute:CreationPolicy",
      "attribute:CreationPolicy.ResourceSignal",
      "attribute:CreationPolicy.ResourceSignal.Count",
      "attribute:CreationPolicy.ResourceSignal.Timeout",
      "attribute:CreationPolicy.AutoScalingCreationPolicy",
    ],
  },
  {
    id: "wait-condition",
    names: ["WaitCondition", "Wait conditions", "待機条件", "WaitConditionHandle"],
    places: [
      "AWS::CloudFormation::WaitCondition",
      "AWS::CloudFormation::WaitCondition.Count",
      "AWS::CloudFormation::WaitCondition.Handle",
      "AWS::CloudFormation::WaitCondition.Timeout",
      "AWS::CloudFormation::WaitConditionHandle",
    ],
  },
  {
    id: "depends-on",
    names: ["DependsOn"],
    places: ["attribute:DependsOn"],
  },
  {
    id: "update-policy",
    names: ["UpdatePolicy", "更新ポリシー", "アップデートポリシー"],
    places: ["attribute:UpdatePolicy"],
  },
  rollingKey("MinInstancesInService"),
  rollingKey("MaxBatchSize"),
  rollingKey("PauseTime"),
  rollingKey("WaitOnResourceSignals"),
  rollingKey(
    "MinSuccessfulInstancesPercent",
    [],
    ["attribute:CreationPolicy.AutoScalingCreationPolicy.MinSuccessfulInstancesPercent"],
  ),
  rollingKey("MinActiveInstancesPercent"),
  {
    id: "rolling-update",
    names: ["AutoScalingRollingUpdate", "Rolling update", "ローリングアップデート", "ローリング更新"],
    places: [ROLLING, ...ROLLING_KEYS.map((key) => `${ROLLING}.${key}`)],
  },
  updatePolicy("AutoScalingReplacingUpdate", ["Replacing update", "WillReplace", "置換更新"]),
  updatePolicy("AutoScalingScheduledAction", ["IgnoreUnmodifiedGroupSizeProperties"]),
  updatePolicy("AutoScalingInstanceRefresh"),
  updatePolicy("CodeDeployLambdaAliasUpdate"),
  updatePolicy("UseOnlineResharding", ["オンラインリシャーディング"]),
  updatePolicy("EnableVersionUpgrade"),
  {
    id: "appstream-fleet-policies",
    names: ["StartFleet", "StopBeforeUpdate", "StartAfterUpdate", "AppStream fleet"],
    places: [
      "attribute:CreationPolicy.StartFleet",
      "attribute:UpdatePolicy.StopBeforeUpdate",
      "attribute:UpdatePolicy.StartAfterUpdate",
    ],
  },
  {
    id: "update-replace-policy",
    names: ["UpdateReplacePolicy", "置換ポリシー", "更新置換ポリシー"],
    places: ["attribute:UpdateReplacePolicy"],
  },
  policyValue("UpdateReplacePolicy", "Delete", DELETE),
  policyValue("UpdateReplacePolicy", "Retain", RETAIN),
  policyValue("UpdateReplacePolicy", "Snapshot", SNAPSHOT),
  {
    id: "deletion-policy",
    names: ["DeletionPolicy", "削除ポリシー"],
    places: ["attribute:DeletionPolicy"],
  },
  policyValue("DeletionPolicy", "Delete", DELETE),
  policyValue("DeletionPolicy", "Retain", RETAIN),
  policyValue("DeletionPolicy", "Snapshot", SNAPSHOT),
  policyValue("DeletionPolicy", "RetainExceptOnCreate"),
];
