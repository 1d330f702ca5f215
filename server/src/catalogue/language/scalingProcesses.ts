import { explained } from "../types/build.ts";
import type { ValueType } from "../types/catalogue.ts";

// Source: Amazon EC2 Auto Scaling user guide, "Suspend and resume processes".

/** The processes of an Auto Scaling group that can be suspended. */
export const SCALING_PROCESSES: ValueType = explained(
  [
    "Launch",
    "Adds instances to the group. While it is suspended, much else does not work, either.",
    "グループにインスタンスを追加します。中断すると、ほかの多くの処理も止まります。",
  ],
  ["Terminate", "Removes instances from the group.", "グループからインスタンスを削除します。"],
  [
    "AddToLoadBalancer",
    "Registers new instances with the load balancer or target group. Instances launched while it is suspended must be registered by hand.",
    "新しいインスタンスをロードバランサーやターゲットグループに登録します。中断中に起動したものは、再開後に手動で登録する必要があります。",
  ],
  [
    "AlarmNotification",
    "Runs scaling policies when their alarms go off.",
    "アラームに応じてスケーリングポリシーを実行します。",
  ],
  [
    "AZRebalance",
    "Keeps the number of instances even between Availability Zones.",
    "アベイラビリティーゾーン間でインスタンス数を均等にします。",
  ],
  ["HealthCheck", "Marks unhealthy instances.", "異常なインスタンスを検出して印を付けます。"],
  [
    "InstanceRefresh",
    "Replaces instances in an instance refresh.",
    "インスタンスの更新（Instance Refresh）で置き換えます。",
  ],
  [
    "ReplaceUnhealthy",
    "Terminates unhealthy instances and launches new ones.",
    "異常なインスタンスを終了し、新しいものを起動します。",
  ],
  ["ScheduledActions", "Runs scheduled actions.", "スケジュールされたアクションを実行します。"],
);
