import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

/** Which instances go, which wait, where they stand and how they are paid for. */
export const capacityTopics: readonly Topic[] = [
  topicBelow(
    "asg-termination-policy",
    "AutoScaling",
    "Termination policy|終了ポリシー|ターミネーションポリシー|デフォルトの終了ポリシー|Default termination policy|Termination policies|TerminationPolicies|Scale-in protection|スケールイン保護",
    ["AWS::AutoScaling::AutoScalingGroup.TerminationPolicies"],
    ["AWS::AutoScaling::AutoScalingGroup.NewInstancesProtectedFromScaleIn"],
  ),
  topicBelow(
    "warm-pools",
    "AutoScaling",
    "Warm pool|Warm pools|ウォームプール",
    ["AWS::AutoScaling::WarmPool"],
    [
      "AWS::AutoScaling::WarmPool.PoolState",
      "AWS::AutoScaling::WarmPool.MinSize",
      "AWS::AutoScaling::WarmPool.MaxGroupPreparedCapacity",
      "AWS::AutoScaling::WarmPool.InstanceReusePolicy",
    ],
  ),
  topicBelow("asg-standby", "AutoScaling", "Standby|Standby state|Standby instances|スタンバイ|スタンバイ状態", [
    "word:aws autoscaling enter-standby",
    "word:aws autoscaling exit-standby",
  ]),
  topicBelow(
    "asg-maintenance-policy",
    "AutoScaling",
    "Instance maintenance policy|Maintenance policy|インスタンスメンテナンスポリシー|メンテナンスポリシー",
    ["AWS::AutoScaling::AutoScalingGroup.InstanceMaintenancePolicy"],
    [
      "AWS::AutoScaling::AutoScalingGroup.InstanceMaintenancePolicy.MinHealthyPercentage",
      "AWS::AutoScaling::AutoScalingGroup.InstanceMaintenancePolicy.MaxHealthyPercentage",
    ],
  ),
  topicBelow(
    "placement-groups",
    "EC2",
    "Placement group|Placement groups|プレイスメントグループ|Cluster placement group|Spread placement group|Partition placement group",
    ["AWS::EC2::PlacementGroup"],
    [
      "AWS::EC2::PlacementGroup.Strategy",
      "AWS::EC2::PlacementGroup.PartitionCount",
      "AWS::EC2::Instance.PlacementGroupName",
      "AWS::AutoScaling::AutoScalingGroup.PlacementGroup",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.Placement.GroupName",
    ],
  ),
  topicBelow(
    "purchase-options",
    "EC2",
    "Purchase options|Purchasing options|Instance purchasing options|購入オプション|購入方法|Reserved instance|リザーブドインスタンス|Savings Plans|Capacity reservation|キャパシティ予約|Dedicated host|専有ホスト|On-demand|オンデマンド",
    ["AWS::EC2::CapacityReservation", "AWS::EC2::Host"],
    [
      "AWS::EC2::CapacityReservation.InstanceCount",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.CapacityReservationSpecification",
    ],
  ),
];
