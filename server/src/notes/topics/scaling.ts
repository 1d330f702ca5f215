import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const scalingTopics: readonly Topic[] = [
  topicBelow(
    "choosing-scaling-policy",
    "",
    "Choosing a scaling policy|Scaling policy types|スケーリングポリシーの種類|スケーリングポリシーの選択",
    ["AWS::AutoScaling::ScalingPolicy.PolicyType"],
    [
      "AWS::AutoScaling::ScalingPolicy",
      "AWS::AutoScaling::ScalingPolicy.PolicyType=*",
      "AWS::AutoScaling::ScalingPolicy.Cooldown",
      "AWS::AutoScaling::ScalingPolicy.TargetTrackingConfiguration",
      "AWS::AutoScaling::ScalingPolicy.TargetTrackingConfiguration.**",
      "AWS::AutoScaling::ScalingPolicy.AdjustmentType",
      "AWS::AutoScaling::ScalingPolicy.ScalingAdjustment",
      "AWS::AutoScaling::ScalingPolicy.PredictiveScalingConfiguration",
    ],
  ),
  topicBelow(
    "asg-health",
    "",
    "Auto Scaling health check|ASG health check|Auto Scalingのヘルスチェック",
    ["AWS::AutoScaling::AutoScalingGroup.HealthCheckType", "AWS::AutoScaling::AutoScalingGroup.HealthCheckGracePeriod"],
    ["AWS::AutoScaling::AutoScalingGroup.HealthCheckType=*"],
  ),
  topicBelow(
    "asg-sizes",
    "",
    "Auto Scaling group size|Group size|グループサイズ|Auto Scalingグループのサイズ",
    [],
    [
      "AWS::AutoScaling::AutoScalingGroup.MinSize",
      "AWS::AutoScaling::AutoScalingGroup.MaxSize",
      "AWS::AutoScaling::AutoScalingGroup.DesiredCapacity",
      "AWS::AutoScaling::AutoScalingGroup.VPCZoneIdentifier",
      "AWS::AutoScaling::AutoScalingGroup.TargetGroupARNs",
      "AWS::AutoScaling::AutoScalingGroup.TerminationPolicies",
      "AWS::AutoScaling::AutoScalingGroup.DefaultInstanceWarmup",
    ],
  ),
  topicBelow(
    "lifecycle-hooks",
    "",
    "Lifecycle hook|Lifecycle hooks|ライフサイクルフック",
    ["AWS::AutoScaling::LifecycleHook"],
    ["AWS::AutoScaling::LifecycleHook.**", "AWS::AutoScaling::AutoScalingGroup.LifecycleHookSpecificationList"],
  ),
  topicBelow(
    "application-auto-scaling",
    "",
    "Application Auto Scaling|Scalable target|スケーラブルターゲット|ECS service auto scaling|ECSサービスのオートスケーリング",
    ["AWS::ApplicationAutoScaling::ScalableTarget", "AWS::ApplicationAutoScaling::ScalingPolicy"],
    ["AWS::ApplicationAutoScaling::ScalableTarget.**", "AWS::ApplicationAutoScaling::ScalingPolicy.**"],
  ),
  topicBelow(
    "ec2-spot",
    "EC2",
    "Spot instance|Spot|スポットインスタンス|スポット",
    ["AWS::EC2::LaunchTemplate.LaunchTemplateData.InstanceMarketOptions"],
    [
      "AWS::AutoScaling::AutoScalingGroup.MixedInstancesPolicy",
      "AWS::AutoScaling::AutoScalingGroup.MixedInstancesPolicy.InstancesDistribution",
      "AWS::AutoScaling::AutoScalingGroup.MixedInstancesPolicy.InstancesDistribution.**",
      "AWS::AutoScaling::AutoScalingGroup.CapacityRebalance",
    ],
  ),
  topicBelow(
    "ec2-termination",
    "EC2",
    "Termination protection|終了保護|削除保護",
    ["AWS::EC2::Instance.DisableApiTermination"],
    [
      "AWS::EC2::Instance.InstanceInitiatedShutdownBehavior",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.DisableApiTermination",
    ],
  ),
];
