import type { Topic } from "../binding/topic.ts";

export const group = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::AutoScaling::AutoScalingGroup.${path}`);

export const SCALING_POLICY = "AWS::AutoScaling::ScalingPolicy";

const SUSPENDED = "attribute:UpdatePolicy.AutoScalingRollingUpdate.SuspendProcesses";

/** A process of an Auto Scaling group that can be suspended. */
const process = (name: string, otherNames: readonly string[] = []): Topic => ({
  id: `process-${name.replace(/(?<=[a-z])(?=[A-Z])|(?<=AZ)(?=[A-Z])/g, "-").toLowerCase()}`,
  names: [name, ...otherNames],
  under: ["suspend-processes", "auto-scaling"],
  fullNames: [`${name} process`, `${name}プロセス`],
  places: [`${SUSPENDED}=${name}`],
});

export const autoScalingTopics: readonly Topic[] = [
  {
    id: "auto-scaling",
    scope: "service",
    names: [
      "Auto Scaling",
      "Amazon EC2 Auto Scaling",
      "EC2 Auto Scaling",
      "AWS Auto Scaling",
      "Auto Scaling group",
      "オートスケーリング",
      "Auto Scalingグループ",
      "ASG",
    ],
    places: [
      "AWS::AutoScaling::AutoScalingGroup",
      ...group("AvailabilityZones", "AvailabilityZoneIds", "VPCZoneIdentifier"),
    ],
  },
  {
    id: "instance-warmup",
    names: [
      "Warm-up",
      "Instance warm-up",
      "ウォームアップ",
      "インスタンスのウォームアップ",
      "インスタンスウォームアップ",
      "ウォームアップ時間",
      "ウォームアップ期間",
    ],
    places: [
      `${SCALING_POLICY}.EstimatedInstanceWarmup`,
      SCALING_POLICY,
      `${SCALING_POLICY}.PolicyType=StepScaling`,
      `${SCALING_POLICY}.StepAdjustments`,
      ...group("DefaultInstanceWarmup"),
    ],
  },
  {
    id: "suspend-processes",
    names: [
      "SuspendProcesses",
      "Suspending processes",
      "プロセスの中断",
      "プロセスの一時停止",
      "プロセスの停止",
      "スケーリングプロセスの中断",
      "スケーリングプロセス",
      "Scaling processes",
      "Auto Scaling processes",
      "ASG processes",
      "Suspended processes",
      "Suspend and resume processes",
    ],
    places: [SUSPENDED, "word:aws autoscaling suspend-processes", "word:aws autoscaling resume-processes"],
  },
  process("Launch"),
  process("Terminate"),
  {
    id: "process-add-to-load-balancer",
    names: ["AddToLoadBalancer", "AddToLoadBalancer process", "AddToLoadBalancerプロセス", "ロードバランサーへの追加"],
    places: [`${SUSPENDED}=AddToLoadBalancer`],
  },
  process("AlarmNotification", ["アラーム通知"]),
  process("AZRebalance", ["AZ rebalancing", "AZリバランス", "アベイラビリティーゾーンの再分散"]),
  process("HealthCheck", ["ヘルスチェック"]),
  process("InstanceRefresh", ["インスタンスの更新", "インスタンスリフレッシュ"]),
  process("ReplaceUnhealthy", ["異常なインスタンスの置き換え"]),
  process("ScheduledActions", ["スケジュールされたアクション"]),
];
