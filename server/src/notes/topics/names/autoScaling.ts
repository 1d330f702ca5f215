import type { Topic } from "../../binding/topic.ts";
import { group, SCALING_POLICY } from "../autoScaling.ts";

/** A kind of scaling policy; its bare name only counts below Auto Scaling. */
const scaling = (
  id: string,
  names: readonly string[],
  otherNames: readonly string[],
  below: readonly string[],
): Topic => ({
  id,
  names,
  under: ["auto-scaling", "scaling-policies"],
  fullNames: [
    ...names.flatMap((name) =>
      /^[ -~]+$/.test(name)
        ? [`${name} scaling`, `${name} scaling policy`]
        : [`${name}スケーリング`, `${name}スケーリングポリシー`],
    ),
    ...otherNames,
  ],
  places: below.map((place) => (place === "" ? SCALING_POLICY : `${SCALING_POLICY}.${place}`)),
});

/** A property of the group that people call by everyday words. */
const sized = (id: string, property: string, names: readonly string[]): Topic => ({
  id: `asg-${id}`,
  names,
  under: ["auto-scaling"],
  fullNames: [property],
  places: group(property),
});

export const autoScalingNames: readonly Topic[] = [
  scaling(
    "step-scaling",
    ["Step", "ステップ"],
    ["Step adjustment"],
    ["PolicyType=StepScaling", "StepAdjustments", "EstimatedInstanceWarmup", ""],
  ),
  scaling("simple-scaling", ["Simple", "シンプル", "簡易", "単純"], [], ["PolicyType=SimpleScaling"]),
  scaling(
    "target-tracking",
    ["Target tracking", "ターゲット追跡", "ターゲットトラッキング"],
    [],
    ["PolicyType=TargetTrackingScaling", "TargetTrackingConfiguration", "TargetTrackingConfiguration.TargetValue"],
  ),
  scaling(
    "predictive-scaling",
    ["Predictive", "予測"],
    ["予測型スケーリング", "予測的スケーリング"],
    ["PolicyType=PredictiveScaling", "PredictiveScalingConfiguration"],
  ),
  {
    id: "scaling-policies",
    names: [
      "Scaling policy",
      "スケーリングポリシー",
      "Dynamic scaling",
      "Dynamic",
      "動的スケーリング",
      "ダイナミックスケーリング",
    ],
    under: ["auto-scaling"],
    fullNames: ["Auto Scaling policy", "ASG scaling policy", "Dynamic scaling policy", "動的スケーリングポリシー"],
    places: [SCALING_POLICY],
  },
  sized("minimum-size", "MinSize", [
    "Minimum capacity",
    "Minimum size",
    "Minimum",
    "Min",
    "最小キャパシティ",
    "最小サイズ",
    "最小容量",
    "最小",
  ]),
  sized("maximum-size", "MaxSize", [
    "Maximum capacity",
    "Maximum size",
    "Maximum",
    "Max",
    "最大キャパシティ",
    "最大サイズ",
    "最大容量",
    "最大",
  ]),
  sized("desired-capacity", "DesiredCapacity", [
    "Desired capacity",
    "Desired",
    "Desired size",
    "希望する容量",
    "希望キャパシティ",
    "希望するキャパシティ",
    "希望容量",
    "希望",
  ]),
  sized("cooldown", "Cooldown", [
    "Cooldown",
    "Cooldown period",
    "Scaling cooldown",
    "クールダウン",
    "クールダウン期間",
    "クールダウンタイマー",
  ]),
  sized("health-check-type", "HealthCheckType", [
    "Health check",
    "Health check type",
    "ヘルスチェック",
    "ヘルスチェックタイプ",
  ]),
  sized("grace-period", "HealthCheckGracePeriod", [
    "Health check grace period",
    "Grace period",
    "猶予期間",
    "ヘルスチェックの猶予期間",
    "ヘルスチェック猶予期間",
  ]),
  sized("scale-in-protection", "NewInstancesProtectedFromScaleIn", [
    "Scale-in protection",
    "Instance protection",
    "スケールイン保護",
    "スケールインからの保護",
    "インスタンスの保護",
  ]),
];
