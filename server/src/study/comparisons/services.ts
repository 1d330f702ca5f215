import { type ComparisonTable, row, same } from "./comparison.ts";

const SQS = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/";
const SCALING = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/";

/** Queues, monitoring, databases, secrets, scaling and distributions. */
export const serviceComparisons: readonly ComparisonTable[] = [
  {
    id: "queue-types",
    columns: [
      {
        name: "SQS standard",
        ja: "SQSの標準キュー",
        topic: "sqs-queue",
        names: ["スタンダードキュー", "標準キュー", "Standard queue"],
      },
      { name: "SQS FIFO", ja: "SQSのFIFOキュー", topic: "sqs-fifo", names: ["FIFOキュー", "FIFO queue", "FIFO"] },
    ],
    rows: [
      row(
        ["Order", "順序"],
        ["best effort", "ベストエフォート"],
        ["kept within a message group", "メッセージグループ内で保たれる"],
      ),
      row(
        ["Delivery", "配信"],
        ["at least once: duplicates happen", "少なくとも1回（重複することがある）"],
        ["once; duplicates are dropped", "1回（重複は取り除かれる）"],
      ),
      row(
        ["Throughput", "スループット"],
        ["nearly unlimited", "ほぼ無制限"],
        [
          "300 calls a second for each action (3,000 messages in batches), more in high throughput mode",
          "アクションごとに毎秒300回（バッチで3,000件）。高スループットモードならそれ以上",
        ],
      ),
      row(
        ["In a template", "テンプレート"],
        ["nothing to set", "指定なし"],
        ["FifoQueue: true; a name ends with .fifo", "FifoQueue: true（名前は.fifoで終わる）"],
      ),
    ],
    sources: [`${SQS}sqs-queue-types.html`, `${SQS}quotas-messages.html`],
  },
  {
    id: "hidden-messages",
    columns: [
      { name: "Visibility timeout", ja: "可視性タイムアウト", topic: "sqs-visibility" },
      { name: "Delay queue", ja: "遅延キュー", topic: "sqs-delay", names: ["DelaySeconds"] },
    ],
    rows: [
      row(
        ["Hides a message", "メッセージを隠すとき"],
        ["after it was received", "受信された後"],
        ["when it is sent", "送信された直後"],
      ),
      row(["Default", "デフォルト"], ["30 seconds", "30秒"], ["0 seconds", "0秒"]),
      row(["At most", "最大"], ["12 hours", "12時間"], ["15 minutes", "15分"]),
      row(["For one message", "メッセージごと"], same("ChangeMessageVisibility"), [
        "a message timer (DelaySeconds of the message)",
        "メッセージタイマー（メッセージのDelaySeconds）",
      ]),
      row(
        ["Good for", "向いている用途"],
        ["one consumer at a time works on a message", "複数のコンシューマーで同じメッセージを処理しない"],
        ["consumers need a moment before they begin", "処理の開始を遅らせる"],
      ),
    ],
    sources: [`${SQS}sqs-visibility-timeout.html`, `${SQS}sqs-delay-queues.html`, `${SQS}quotas-messages.html`],
  },
  {
    id: "messaging",
    columns: [
      { name: "SQS", topic: "sqs-queue" },
      { name: "SNS", topic: "sns-topic" },
      { name: "EventBridge", topic: "event-rule", names: ["CloudWatch Events", "イベントブリッジ"] },
    ],
    rows: [
      row(
        ["Delivers", "届け方"],
        ["consumers poll (pull)", "コンシューマーが取りに行く（プル）"],
        ["pushes to every subscriber", "全サブスクライバーにプッシュ"],
        ["pushes what a rule matches to its targets", "ルールに一致したイベントをターゲットにプッシュ"],
      ),
      row(
        ["Keeps messages", "保存"],
        ["until they are processed, 14 days at most", "処理されるまで（最大14日）"],
        ["no", "しない"],
        ["no", "しない"],
      ),
      row(
        ["Order", "順序"],
        ["with FIFO queues", "FIFOキューで保証"],
        ["with FIFO topics", "FIFOトピックで保証"],
        ["not guaranteed", "保証なし"],
      ),
      row(
        ["Chooses by content", "内容での選別"],
        ["no", "できない"],
        ["filter policies of subscriptions", "サブスクリプションのフィルターポリシー"],
        ["event patterns", "イベントパターン"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["decoupling, buffering", "疎結合、バッファ"],
        ["one message to many; e-mail, SMS", "1対多の配信、メール、SMS"],
        ["reacting to events of AWS and of other services", "AWSや外部サービスのイベントへの反応"],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/decision-guides/latest/sns-or-sqs-or-eventbridge/sns-or-sqs-or-eventbridge.html",
      `${SQS}quotas-messages.html`,
    ],
  },
  {
    id: "watching",
    columns: [
      { name: "CloudWatch", topic: "alarm", names: ["クラウドウォッチ"] },
      { name: "CloudTrail", topic: "cloudtrail", names: ["クラウドトレイル"] },
      { name: "AWS Config", topic: "config-rules", names: ["Configルール"] },
    ],
    rows: [
      row(
        ["Records", "記録するもの"],
        ["metrics and logs: how things perform", "メトリクスとログ（性能や状態）"],
        ["calls of APIs: who did what, and when", "APIの呼び出し（誰が、いつ、何をしたか）"],
        ["configurations of resources, and how they changed", "リソースの設定とその変化"],
      ),
      row(
        ["Answers", "答えられる質問"],
        ["Is the CPU too busy?", "CPU使用率は高すぎないか"],
        ["Who deleted the bucket?", "誰がバケットを削除したか"],
        ["Was port 22 open last week? Is it allowed?", "先週22番ポートは開いていたか。ルールに合っているか"],
      ),
      row(
        ["Without setting up", "設定なしで使えるもの"],
        ["basic metrics of many services", "多くのサービスの基本メトリクス"],
        ["90 days of management events, in each region", "リージョンごとに90日分の管理イベント"],
        ["nothing: a recorder is needed", "なし（レコーダーが必要）"],
      ),
      row(
        ["Reacts by", "対処の方法"],
        ["alarms", "アラーム"],
        ["EventBridge rules on its events", "EventBridgeのルール"],
        ["rules, with remediation", "ルールと修復アクション"],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/WhatIsCloudWatch.html",
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html",
      "https://docs.aws.amazon.com/config/latest/developerguide/WhatIsConfig.html",
    ],
  },
  {
    id: "database-copies",
    columns: [
      { name: "RDS Multi-AZ", ja: "RDSのマルチAZ", topic: "rds-multi-az", names: ["Multi-AZ", "マルチAZ"] },
      { name: "Read replica", ja: "リードレプリカ", topic: "rds-replica" },
    ],
    rows: [
      row(
        ["For", "目的"],
        ["availability", "可用性"],
        ["read traffic, disaster recovery", "読み取りの負荷分散、災害復旧"],
      ),
      row(
        ["Copied", "レプリケーション"],
        ["synchronously, to another zone", "同期（別のAZ）"],
        ["asynchronously, to another region too", "非同期（別のリージョンも可）"],
      ),
      row(
        ["Can be read", "読み取り"],
        ["no (a Multi-AZ DB cluster has two readers)", "できない（マルチAZ DBクラスターには読めるものが2つある）"],
        ["yes", "できる"],
      ),
      row(
        ["When the primary fails", "プライマリの障害時"],
        ["RDS fails over by itself; the endpoint stays", "自動でフェイルオーバー（エンドポイントは同じ）"],
        ["nothing, until you promote it", "昇格させるまで何も起きない"],
      ),
      row(["In a template", "テンプレート"], same("MultiAZ: true"), same("SourceDBInstanceIdentifier")),
    ],
    sources: [
      `${RDS}Concepts.MultiAZSingleStandby.html`,
      `${RDS}USER_ReadRepl.html`,
      `${RDS}multi-az-db-clusters-concepts.html`,
    ],
  },
  {
    id: "parameters-secrets",
    columns: [
      { name: "Parameter Store", topic: "ssm-parameter", names: ["パラメータストア", "パラメーターストア"] },
      { name: "Secrets Manager", topic: "secrets-manager", names: ["シークレットマネージャー"] },
    ],
    rows: [
      row(
        ["For", "用途"],
        ["configuration: AMI ids, endpoints", "設定値（AMI ID、エンドポイントなど）"],
        ["passwords, API keys and other secrets", "パスワードやAPIキーなどの秘密情報"],
      ),
      row(
        ["Rotation", "ローテーション"],
        ["none", "なし"],
        ["automatic, with databases built in", "自動（データベースに対応）"],
      ),
      row(["Encryption", "暗号化"], ["SecureString only", "SecureStringのみ"], ["always (KMS)", "常に暗号化（KMS）"]),
      row(
        ["Costs", "料金"],
        ["standard parameters are free", "標準パラメータは無料"],
        ["for each secret and call", "シークレットの数と呼び出し回数"],
      ),
      row(
        ["In a template", "テンプレート"],
        ["AWS::SSM::Parameter; no SecureString", "AWS::SSM::Parameter（SecureStringは作成できない）"],
        [
          "AWS::SecretsManager::Secret, with GenerateSecretString",
          "AWS::SecretsManager::Secret（GenerateSecretStringで生成）",
        ],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html",
    ],
  },
  {
    id: "scaling-ways",
    columns: [
      { name: "Target tracking", ja: "ターゲット追跡", topic: "target-tracking", names: ["ターゲットトラッキング"] },
      { name: "Step scaling", ja: "ステップスケーリング", topic: "step-scaling" },
      { name: "Scheduled scaling", ja: "スケジュールスケーリング", topic: "scheduled-scaling" },
    ],
    rows: [
      row(
        ["Given", "指定するもの"],
        ["a metric and its target value", "メトリクスと目標値"],
        ["steps of adjustment by how far the alarm is exceeded", "アラームのしきい値を超えた量に応じた増減"],
        ["times, and sizes of the group", "日時とグループのサイズ"],
      ),
      row(
        ["CloudWatch alarms", "CloudWatchアラーム"],
        ["made and kept by Auto Scaling", "Auto Scalingで作成、管理"],
        ["made by yourself", "自分で作成"],
        ["none", "なし"],
      ),
      row(
        ["Scales in", "スケールイン"],
        ["by itself, gradually", "自動（ゆっくり）"],
        ["by a policy and alarm of its own", "専用のポリシーとアラーム"],
        ["by another scheduled action", "別のスケジュール"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["metrics that follow the size, such as CPU: the first choice", "CPUなど台数に比例するメトリクス（第一候補）"],
        ["own reactions to different loads", "負荷の大きさごとの細かい制御"],
        ["peaks that are known before", "時刻のわかっているピーク"],
      ),
    ],
    sources: [
      `${SCALING}as-scaling-target-tracking.html`,
      `${SCALING}as-scaling-simple-step.html`,
      `${SCALING}ec2-auto-scaling-scheduled-scaling.html`,
    ],
  },
  {
    id: "origin-access",
    columns: [
      { name: "OAC", topic: "cf-oac", names: ["Origin access control", "オリジンアクセスコントロール"] },
      { name: "OAI", topic: "cf-oai", names: ["Origin access identity", "オリジンアクセスアイデンティティ"] },
    ],
    rows: [
      row(["Recommended", "推奨"], ["yes", "はい"], ["no: the former way", "いいえ（以前の方法）"]),
      row(
        ["Buckets with SSE-KMS", "SSE-KMSのバケット"],
        ["work (the key policy allows CloudFront)", "使える（キーポリシーでCloudFrontを許可）"],
        ["only with workarounds", "そのままでは使えない"],
      ),
      row(
        ["PUT and DELETE to S3", "S3へのPUTとDELETE"],
        ["work", "使える"],
        ["not, or only with workarounds", "使えないか、回避策が必要"],
      ),
      row(
        ["The bucket policy allows", "バケットポリシーで許可するもの"],
        [
          "the service cloudfront.amazonaws.com, for this distribution (AWS:SourceArn)",
          "サービスcloudfront.amazonaws.com（AWS:SourceArnで配信を限定）",
        ],
        ["the identity", "アイデンティティ"],
      ),
      row(
        ["Website endpoints", "ウェブサイトエンドポイント"],
        ["do not work", "使えない"],
        ["do not work", "使えない"],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    ],
  },
];
