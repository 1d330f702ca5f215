import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const storageTopics: readonly Topic[] = [
  topicBelow(
    "s3-public-access",
    "S3",
    "Block public access|Public access block|パブリックアクセスブロック|ブロックパブリックアクセス|パブリックアクセスのブロック",
    ["AWS::S3::Bucket.PublicAccessBlockConfiguration"],
    ["AWS::S3::Bucket.PublicAccessBlockConfiguration.*"],
  ),
  topicBelow(
    "s3-ownership",
    "S3",
    "Object ownership|オブジェクト所有者|オブジェクトの所有権|ACL",
    ["AWS::S3::Bucket.OwnershipControls", "AWS::S3::Bucket.AccessControl"],
    ["AWS::S3::Bucket.OwnershipControls.**"],
  ),
  topicBelow(
    "bucket-policy",
    "",
    "Bucket policy|バケットポリシー",
    ["AWS::S3::BucketPolicy", "AWS::S3::BucketPolicy.PolicyDocument"],
    ["AWS::S3::BucketPolicy.PolicyDocument.**", "AWS::S3::BucketPolicy.Bucket"],
  ),
  topicBelow(
    "log-retention",
    "Logs",
    "Log retention|Retention|Retention period|保持期間|ログの保持期間|保存期間",
    ["AWS::Logs::LogGroup.RetentionInDays"],
    ["AWS::Logs::LogGroup", "AWS::Logs::LogGroup.LogGroupName", "AWS::Logs::LogGroup.KmsKeyId"],
  ),
  topicBelow("alarm", "", "Alarm evaluation|アラームの評価|アラームの仕組み", [
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Alarm.EvaluationPeriods",
    "AWS::CloudWatch::Alarm.DatapointsToAlarm",
    "AWS::CloudWatch::Alarm.TreatMissingData",
    "AWS::CloudWatch::Alarm.AlarmActions",
    "AWS::CloudWatch::CompositeAlarm",
  ]),
  topicBelow(
    "event-rule",
    "EventBridge",
    "Rule|ルール|Event rule|イベントルール",
    [
      "AWS::Events::Rule",
      "AWS::Events::Rule.EventPattern",
      "AWS::Events::Rule.ScheduleExpression",
      "AWS::Events::Rule.Targets",
    ],
    ["AWS::Events::Rule.Targets.Arn", "AWS::Events::Rule.Targets.Id", "AWS::Events::Rule.Targets.RoleArn"],
  ),
];
