import { DOCS, type OvertakenFact } from "./fact.ts";

/** Servers, functions, queues, databases and buckets. */
export const compute: readonly OvertakenFact[] = [
  {
    id: "launch-configuration",
    topic: "auto-scaling",
    says: [/launch\s?configurations?|起動設定/iu],
    knows: /非推奨|廃止|レガシー|legacy|起動テンプレート|launch\s?template|deprecated|no longer/iu,
    now: {
      en: "Since October 1, 2024 new accounts can no longer create launch configurations: use a launch template.",
      ja: "2024年10月1日から、新しいアカウントでは起動設定を作成できません。起動テンプレートを使います。",
    },
    ends: "AWS::AutoScaling::LaunchConfiguration",
    since: "2024-10-01",
    source: `${DOCS}autoscaling/ec2/userguide/launch-configurations.html`,
  },
  {
    id: "lambda-memory",
    topic: "lambda-limits",
    says: [/\b3[,，]?008\s?M/iu],
    knows: /10[,，]?240/u,
    now: {
      en: "Since December 2020 a Lambda function can have 10,240 MB of memory.",
      ja: "Lambda関数のメモリは、2020年12月から10,240MBまでです。",
    },
    since: "2020-12",
    source: `${DOCS}lambda/latest/dg/gettingstarted-limits.html`,
  },
  {
    id: "lambda-timeout",
    topic: "lambda-limits",
    says: [
      /Lambda|ラムダ/u,
      /(?<!\d)5\s?分|(?<!\d)(?:5 minutes|five minutes|300\s?秒|300\s?s(?:econds)?\b)/iu,
      /タイムアウト|最大|上限|まで|time ?out|max|limit|up to/iu,
    ],
    knows: /15\s?分|15 minutes|900/iu,
    now: {
      en: "Since October 2018 a Lambda function can run for 15 minutes.",
      ja: "Lambda関数は、2018年10月から15分まで実行できます。",
    },
    since: "2018-10",
    source: `${DOCS}lambda/latest/dg/gettingstarted-limits.html`,
  },
  {
    id: "gateway-timeout",
    topic: "api-integration",
    says: [/(?<!\d)29\s?(?:秒|s\b|sec|seconds)/iu, /タイムアウト|最大|上限|API|time ?out|max|limit/iu],
    knows: /引き上げ|延長|増や|\brais|\bincreas|by default|デフォルト/iu,
    now: {
      en: "Since June 4, 2024 Regional and private REST APIs can raise the 29 seconds of API Gateway.",
      ja: "API Gatewayの29秒は、2024年6月4日から、リージョンとプライベートのREST APIでは引き上げられます。",
    },
    since: "2024-06-04",
    source: `${DOCS}apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html`,
  },
  {
    id: "message-size",
    topic: "sqs-queue",
    says: [/(?<!\d)256\s?K(?:i?B)?\b|262[,，]?144/iu, /SQS|キュー|メッセージ|queue|message/iu],
    knows: /1\s?MiB|1\s?MB|1[,，]048[,，]576/iu,
    now: {
      en: "Since 2025 a message in SQS can be up to 1 MiB.",
      ja: "SQSのメッセージは、2025年から1MiBまでです。",
    },
    since: "2025",
    source: `${DOCS}AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html`,
  },
  {
    id: "standby-reads",
    topic: "rds-multi-az",
    says: [
      /マルチ\s?AZ|Multi-?AZ|スタンバイ|standby/iu,
      /スタンバイ|standby/iu,
      /読み取り|参照|読め|\bread/iu,
      /(?:でき|使え|読め)(?:ない|ません)|不可|cannot|can't|can not|not (?:be )?(?:read|used)|never/iu,
    ],
    knows: /クラスター|cluster/iu,
    now: {
      en: "This is true of a Multi-AZ DB instance only: a Multi-AZ DB cluster, available since 2022, has two readers.",
      ja: "これはマルチAZ DBインスタンスだけの話です。2022年からあるマルチAZ DBクラスターには、読み取れるものが2つあります。",
    },
    since: "2022",
    source: `${DOCS}AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html`,
  },
  {
    id: "bucket-acls",
    topic: "s3-ownership",
    says: [
      /\bACLs?\b/u,
      /S3|バケット|オブジェクト|bucket|object/iu,
      /公開|パブリック|アクセス許可|許可|public|grant|access/iu,
    ],
    knows:
      /無効|非推奨|オフ|BucketOwnerEnforced|disabled|switched off|\boff\b|ネットワーク|network|NACL|\bWAF\b|Web ACL/iu,
    now: {
      en: "Since April 2023 ACLs are disabled on new buckets, and public access is blocked: use a bucket policy.",
      ja: "2023年4月から、新しいバケットではACLは無効で、パブリックアクセスもブロックされます。バケットポリシーを使います。",
    },
    since: "2023-04",
    source: `${DOCS}AmazonS3/latest/userguide/about-object-ownership.html`,
  },
];
