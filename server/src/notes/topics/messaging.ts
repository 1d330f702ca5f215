import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const messagingTopics: readonly Topic[] = [
  topicBelow("sqs-visibility", "SQS", "Visibility timeout|可視性タイムアウト|メッセージの可視性タイムアウト", [
    "AWS::SQS::Queue.VisibilityTimeout",
  ]),
  topicBelow("sqs-queue", "", "SQS queue|SQSキュー", ["AWS::SQS::Queue"]),
  topicBelow(
    "sqs-dlq",
    "SQS",
    "Dead letter queue|DLQ|デッドレターキュー|配信不能キュー|配信不能メッセージキュー|Redrive policy",
    ["AWS::SQS::Queue.RedrivePolicy"],
    ["AWS::SQS::Queue.RedrivePolicy.**", "AWS::SQS::Queue.RedriveAllowPolicy"],
  ),
  topicBelow(
    "sqs-polling",
    "SQS",
    "Long polling|Receive message wait time|ロングポーリング|メッセージ受信待機時間|受信待機時間|Short polling|ショートポーリング",
    ["AWS::SQS::Queue.ReceiveMessageWaitTimeSeconds"],
  ),
  topicBelow("sqs-delay", "SQS", "Delay queue|Delivery delay|Delay|遅延キュー|配信遅延|配信の遅延", [
    "AWS::SQS::Queue.DelaySeconds",
  ]),
  topicBelow(
    "sqs-retention",
    "SQS",
    "Message retention|Message retention period|Retention period|メッセージ保持期間|メッセージの保持期間|保持期間",
    ["AWS::SQS::Queue.MessageRetentionPeriod"],
  ),
  topicBelow(
    "sqs-fifo",
    "SQS",
    "FIFO queue|FIFO|FIFOキュー|先入れ先出し",
    ["AWS::SQS::Queue.FifoQueue"],
    ["AWS::SQS::Queue.FifoThroughputLimit"],
  ),
  topicBelow("sqs-deduplication", "SQS", "Deduplication|Message deduplication|重複排除|重複の排除", [
    "AWS::SQS::Queue.ContentBasedDeduplication",
    "AWS::SQS::Queue.DeduplicationScope",
  ]),
  topicBelow(
    "queue-policy",
    "",
    "Queue policy|SQS queue policy|キューポリシー|Topic policy|SNS topic policy|トピックポリシー",
    ["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"],
    [
      "AWS::SQS::QueuePolicy.Queues",
      "AWS::SQS::QueuePolicy.PolicyDocument.**",
      "AWS::SNS::TopicPolicy.Topics",
      "AWS::SNS::TopicPolicy.PolicyDocument.**",
    ],
  ),
  topicBelow(
    "sns-topic",
    "",
    "SNS topic|SNSトピック|SNS subscription|SNSサブスクリプション|Fanout|ファンアウト",
    ["AWS::SNS::Topic", "AWS::SNS::Subscription"],
    [
      "AWS::SNS::Topic.Subscription",
      "AWS::SNS::Topic.Subscription.**",
      "AWS::SNS::Subscription.Protocol",
      "AWS::SNS::Subscription.Endpoint",
      "AWS::SNS::Subscription.TopicArn",
      "AWS::SNS::Topic.KmsMasterKeyId",
      "AWS::SNS::Subscription.RawMessageDelivery",
    ],
  ),
  topicBelow("sns-fifo", "SNS", "FIFO topic|FIFO|FIFOトピック", ["AWS::SNS::Topic.FifoTopic"]),
  topicBelow(
    "sns-filter",
    "SNS",
    "Message filtering|Filter policy|Subscription filter policy|メッセージフィルタリング|フィルターポリシー|サブスクリプションフィルターポリシー",
    ["AWS::SNS::Subscription.FilterPolicy"],
    ["AWS::SNS::Subscription.FilterPolicy.**", "AWS::SNS::Subscription.FilterPolicyScope"],
  ),
];
