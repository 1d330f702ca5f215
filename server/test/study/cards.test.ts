import assert from "node:assert/strict";
import { questionText } from "../../src/study/cards/subject.ts";
import { inCpuTime, size } from "../effort.ts";
import { cardsIn } from "./cardsIn.ts";

function check(text: string, expected: readonly string[]): void {
  const cards = cardsIn(text).map((card) =>
    `${card.kind}: ${questionText(card)} = ${card.back}`.replaceAll("\n", " / "),
  );
  assert.deepEqual(cards, expected);
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "the default or the limits of a setting",
    "## EventBridge\n- RetryPolicy：既定は24時間・185回\n\n## Lambda\n- ParallelizationFactor＝最大10（シャードごと）\n\n## SQS\n- VisibilityTimeout: at most 12 hours\n- DelaySeconds: see the page of today",
    [
      "term: EventBridge › RetryPolicy = 既定は24時間・185回",
      "term: Lambda › ParallelizationFactor = 最大10（シャードごと）",
      "term: VisibilityTimeout = at most 12 hours",
    ],
  ],
  [
    "what follows a question with choices in its section",
    "### 問題5\nスタックポリシーの既定は？\nA. 全部を許可\nB. 全部を拒否\n\n正解: A\n\nQ: 接続数の上限は？\nA: 5000\n\n問題6 VPCの上限は？\n\n答え：5個",
    [
      "question: スタックポリシーの既定は？ / A. 全部を許可 / B. 全部を拒否 = A. 全部を許可",
      "question: 接続数の上限は？ = 5000",
      "question: VPCの上限は？ = 5個",
    ],
  ],
  [
    "the rows of a table below a question",
    "**Q1.** 接続数の上限は？\n\n**A1.** 5000\n\n| 問 | 答 |\n| --- | --- |\n| VPCの上限は？ | 5個 |\n| サブネットの上限は？ | 200個 |",
    ["question: 接続数の上限は？ = 5000", "question: VPCの上限は？ = 5個", "question: サブネットの上限は？ = 200個"],
  ],
  [
    "the rows of a table of questions below a heading that is answered",
    "# Lambda\n## Q. 接続数の上限は？\n\nA. 5000\n\n| 問題 | 答え |\n| --- | --- |\n| VPCの上限は？ | 5個 |",
    ["question: Lambda › 接続数の上限は？ = 5000", "question: VPCの上限は？ = 5個"],
  ],
  [
    "a question of two halves with the part that answers the second one",
    "## Q: What is AWS Elastic Beanstalk and when would you use it?\nElastic Beanstalk is a platform that deploys web applications and runs what they need.\n\n### When to use it\nBest for a team that wants no servers of its own to look after.",
    [
      "question: What is AWS Elastic Beanstalk and when would you use it? = Elastic Beanstalk is a platform that deploys web applications and runs what they need. / When to use it: / Best for a team that wants no servers of its own to look after.",
    ],
  ],
  [
    "both things of which the difference is asked, below bold labels",
    "**Q1. What are the trade-offs between Standard and FIFO queues?**\n\n**Answer:**\n**Standard queue:**\n- Best effort only.\n\n**FIFO queue:**\n- Strict within a group.\n\n---\n\n**Pricing:**\n- Paid by request.",
    [
      "question: What are the trade-offs between Standard and FIFO queues? = Standard queue: / ・Best effort only. / FIFO queue: / ・Strict within a group.",
    ],
  ],
  [
    "nothing of a question on the difference of two of which the notes have one",
    "## Q: What is the difference between standard and FIFO queues?\nA standard queue delivers a message at least once.",
    [],
  ],
  [
    "a name and what it means, both ways",
    "## ELB\n- SpilloverCount\n  サージキューがいっぱいで拒否されたリクエストの総数を数える。",
    [
      "term: SpilloverCount = サージキューがいっぱいで拒否されたリクエストの総数を数える。",
      "name: サージキューがいっぱいで拒否されたリクエストの総数を数える。 = SpilloverCount",
    ],
  ],
  [
    "no text is asked for a name that it holds",
    "## ELB\n- **SpilloverCount**：SpilloverCountは、あふれて拒否されたリクエストの総数を数える。",
    ["term: SpilloverCount = SpilloverCountは、あふれて拒否されたリクエストの総数を数える。"],
  ],
  [
    "a sentence that says of what kind a service is, not what people think of it",
    "## Redshift\nRedshift is an engine, not a reporting tool.\n\n## S3\nAmazon S3 is one of the leading services of AWS.\n\n## Amazon Athena\nIt is paid by what it reads.\n\nAmazon Athena is a query service that runs SQL on files in S3.",
    ["term: Amazon Athena = Amazon Athena is a query service that runs SQL on files in S3."],
  ],
  [
    "nothing of what explains the wrong answers",
    "### Which service runs containers without servers?\n**Correct Answer:** AWS Fargate\n\n- **Lambda:** Executes a single function for each event.\n- **Amazon EC2:** Provides virtual servers that one manages.",
    [
      "question: Which service runs containers without servers? = AWS Fargate / ・Lambda: Executes a single function for each event. / ・Amazon EC2: Provides virtual servers that one manages.",
    ],
  ],
  [
    "no kind that is the name again",
    "## ELB\n- **SpilloverCount**: The spillover count that a load balancer reports to those who watch it.",
    [],
  ],
  [
    "nothing of what a thing is for a service that it does not belong to",
    "# FSx\n## VPC Peering\nConnects the networks of two accounts that share their files.",
    [],
  ],
  [
    "the one of several items that is bold as a whole",
    "#### Q36. What is the minimum file size that I can store on S3?\n\n- 1KB\n- **0bytes**\n- 1byte",
    ["question: What is the minimum file size that I can store on S3? / (A) 1KB / (B) 0bytes / (C) 1byte = (B) 0bytes"],
  ],
  [
    "a numbered question with all that stands before what it asks",
    "### Question 2\nYou build a service that talks with people.\n\nWhich service should you use?\nA) Amazon Polly\nB) Amazon Lex\n\n**Correct Answer:** B",
    [
      "question: You build a service that talks with people. / Which service should you use? / A) Amazon Polly / B) Amazon Lex = B) Amazon Lex",
    ],
  ],
  [
    "nothing of a task that asks back",
    "##### Question: Post Launch\n\n_After you launch your new stack, can you ssh to the EC2 instance?_",
    [],
  ],
  [
    "no summary of what is folded away",
    "**Q: What is an SCP?**\n\n<details><summary>See the answer</summary>\n\nA guardrail in Organizations that limits what accounts may do.\n\n</details>",
    ["question: What is an SCP? = A guardrail in Organizations that limits what accounts may do."],
  ],
  [
    "no word of a sentence for being bold",
    "## Summary\nA message that fails too often is moved to the **dead-letter queue** of its source.",
    [],
  ],
  [
    "no bold that is the writer's voice",
    "## Queues\nYou **must** set this **before** the first message is sent to it.",
    [],
  ],
  [
    "none of several that would do",
    "## Storage\nKeep it in **S3 Glacier** or **S3 Standard** and wait for what comes.",
    [],
  ],
  [
    "no table whose rows cannot be told apart",
    "| Type | Description |\n|---|---|\n| ALB | A load balancer that works at layer 7 |\n| ALB | A load balancer that works at layer 4 |",
    [],
  ],
  [
    "the parts of a whole",
    "# CloudFormation\n### リソース属性\n- **CreationPolicy**\n- **DependsOn**\n- **DeletionPolicy**",
    ["list: CloudFormation › リソース属性 = ・CreationPolicy / ・DependsOn / ・DeletionPolicy"],
  ],
  [
    "no heading that only orders a text",
    "## まとめ\nスタックが削除された際にリソースを保持できます。\n## 参考\nスタックが削除された際の動き。",
    [],
  ],
  [
    "no answer that is a link, a picture or a pointer",
    "## CloudFront\n[公式](https://example.com)\n## Route53\n以下の通りに設定する。\n## Lambda\n![図](a.png)",
    [],
  ],
  ["no answer that starts in the middle", "## CloudFront\nこれはキャッシュの配信を行うサービスです。", []],
  [
    "nothing of an article that tells what somebody built, but what something is by its own words",
    `# Building it\n${"今回はキューを作りました。\n\n".repeat(8)}## SQS\nSQSとはメッセージを受け手が取りに来るまで預かるサービスです。\n\n## 転送処理\n届いたファイルを処理済みのフォルダーへ移す関数。`,
    ["term: SQS = SQSとはメッセージを受け手が取りに来るまで預かるサービスです。"],
  ],
  [
    "a remark of the writer's behind what something is",
    "- **cfn-signal** tells CloudFormation that the instance is ready. I lost an evening to that.",
    ["term: cfn-signal = cfn-signal tells CloudFormation that the instance is ready. I lost an evening to that."],
  ],
  [
    "no script and no file of one's own",
    "## 構成\n- **01_create_role.sh**：インスタンスプロファイル用のロールを作成\n- **appspec.yml**：CodeDeployが配置する先と実行するフックを書くファイル",
    [],
  ],
  [
    "no advice and no advantage, whatever stands among them",
    "## Auto Scaling\n### ベストプラクティス\n- **チャットチャネルの統合**：関係者がその場で話し合えるようにしておく仕組み\n### Advantages\n- **Greater Control**: it gives users a say in how the whole group of instances grows\n- **WaitOnResourceSignals**: makes an update wait until each new instance has signaled that it works",
    [],
  ],
  [
    "no running text below a heading that it is not about",
    "# RDS\n## Resilience\nThe underlying hardware of a table is spread over three buildings.\n## Read Replicas\nA read replica is a copy of the database that answers queries.",
    ["term: RDS › Read Replicas = A read replica is a copy of the database that answers queries."],
  ],
  [
    "no listing that is folded away",
    "## SQS\n:::details squid.conf全量\n```\nacl localnet src 10.0.0.0/8\n```\n:::",
    [],
  ],
  [
    "a question that stands below its number and its subject",
    "### Q2: ローテーション\n**Q: 古いデータはローテーションのあとどうなるか？**\n\n**A: そのまま復号できる。**",
    ["question: 古いデータはローテーションのあとどうなるか？ = そのまま復号できる。"],
  ],
  ["nothing of how to study", "# AWS\n## 試験対策\n### CloudFront\nキャッシュの配信を世界中で行うサービスです。", []],
  [
    "notes that are called after an exam",
    "# SAA 試験対策\n## CloudFront\nキャッシュの配信を世界中で行うサービスです。",
    ["term: CloudFront = キャッシュの配信を世界中で行うサービスです。"],
  ],
  [
    "the first of a long list where that says what it is",
    "# CloudFormation\n## Stacks\n- A set of resources that are managed together as one unit\n- One template, many stacks\n- Max 2000 an account\n- Deleted as a whole",
    ["term: CloudFormation › Stacks = A set of resources that are managed together as one unit"],
  ],
  [
    "no list that begins with another thing",
    "# CloudWatch\n## Metric filters\n- filter pattern – the terms to look for in a log file\n- metric name – where to count it\n- default value – what is counted else\n- dimensions – what tells them apart",
    ["term: CloudWatch › Metric filters › filter pattern = the terms to look for in a log file"],
  ],
  [
    "what a verb without a subject says a title is there for",
    "# CloudFormation\n## Change Sets\nPreview infrastructure changes before applying them.\n## Stack policies\nProtect resources from updates that nobody wants.",
    [
      "term: CloudFormation › Change Sets = Preview infrastructure changes before applying them.",
      "term: CloudFormation › Stack policies = Protect resources from updates that nobody wants.",
    ],
  ],
  [
    "a name that only a sentence has",
    "# CloudFormation\n## Updates\nChange sets are summaries of what an update will change in the resources that run.",
    [
      "term: CloudFormation › Change sets = Change sets are summaries of what an update will change in the resources that run.",
    ],
  ],
  [
    "no text that says hardly more than its name",
    "## NAT Gateway\nManaged service that offers high availability.\n## StatusCheckFailed_Instance\nFires when an instance status check fails.",
    [],
  ],
  [
    "nothing of what other services are to this one",
    "# Transit Gateway\n## 関連サービス\n- **VPC**：Transit Gatewayにアタッチするネットワーク",
    [],
  ],
  [
    "no question that is still open, and no answer that is a link",
    "| 質問 | 回答 |\n|---|---|\n| EKSのスケーリングはどうする？ | [EKS Scaling](#eks) |\n| EBSの上限は？ | 64 TiB |\n\n### Q2. 種類は？？？\nA. 不明",
    ["question: EBSの上限は？ = 64 TiB"],
  ],
  [
    "no one fact in the place of what something is",
    "## KMS\n- デフォルト設定では、対象のキーだけを使える\n## SNS\n- メールの送信先にはできない\n## Route 53\n設定を別のアカウントにコピー可能",
    [],
  ],
  [
    "no sentence that tells what comes of a case, and nothing of what another service does",
    "## CloudFormation\nCloudFormationがスタックの作成に失敗した場合、自動的に元に戻る。\n## 実行履歴\nCloudTrailを使用すると、APIの呼び出しを記録できる。",
    [],
  ],
  [
    "no way from one thing to another, no path through a console, no example",
    "## Viewer Protocol\nViewer => Distribution, then Distribution => Origin\n## 請求レポート\n[Cost Reports]＞レポートを作成＞バケットを選ぶ\n## Target Tracking\nEg. I want to keep the average usage at forty",
    [],
  ],
  [
    "no name that is a number, a case or an aspect",
    "## 制限\n- **250MB（解凍）**：関数とすべてのレイヤーの合計サイズ\n- **IP固定不可**：固定したい場合は別のものを前に置く\n- **可用性**：二つの拠点に接続を分けて置くこと\n- **3つの方式**：それぞれに向いた使い方がある",
    [],
  ],
  [
    "words that a writer marks by dashes",
    "## CloudFormation\n### DeletionPolicy\n消えるスタックの--データベース--を残すかどうかを決める。",
    [
      "term: DeletionPolicy = 消えるスタックのデータベースを残すかどうかを決める。",
      "name: 消えるスタックのデータベースを残すかどうかを決める。 = DeletionPolicy",
    ],
  ],
  ["no list of all the rest", "## Other useful commands\n- **eb status**\n- **eb deploy**\n- **eb terminate**", []],
  [
    "no clause as an answer",
    "## UpdateReplacePolicy\n更新でリソースを**置き換えるとき**に、古いほうを残すかどうかを決める。",
    [
      "term: UpdateReplacePolicy = 更新でリソースを置き換えるときに、古いほうを残すかどうかを決める。",
      "name: 更新でリソースを置き換えるときに、古いほうを残すかどうかを決める。 = UpdateReplacePolicy",
    ],
  ],
  [
    "sections of a template, which elsewhere are words like any other",
    "## CloudFormation\n- Outputs\n  他のスタックから参照する値や、コンソールに表示する値を宣言する。\n## まとめ\n- Outputs\n  他の人から参照する値や、画面に表示する値を宣言する。",
    ["term: CloudFormation › Outputs = 他のスタックから参照する値や、コンソールに表示する値を宣言する。"],
  ],
  [
    "a command whose name has a verb in it",
    "## ヘルパー\n- cfn-get-metadata\n  リソースのメタデータを取り出して表示する。",
    [
      "term: cfn-get-metadata = リソースのメタデータを取り出して表示する。",
      "name: リソースのメタデータを取り出して表示する。 = cfn-get-metadata",
    ],
  ],
  [
    "a short definition with what the notes say next of the same thing, up to a title, another name, a question, or enough",
    "# ストレージ\n- EBS(Amazon Elastic Block Store)\n  - インスタンスにアタッチして使うブロックストレージ\n  - AZの中で自動的に複製される\n# Route 53\n- DNSレコードを管理するDNSサービス\n  - ポート53で動作するため。\n# RDS\nRDS runs relational databases for you.\nWhy not on instances?\n# X-Ray\n- Collects data on the requests that an application serves\n- Segments - what one service did for a request\n# Amazon Macie\nMacie is a data security service. It finds sensitive data in buckets. It needs no agents and no servers.",
    [
      "term: EBS = Amazon Elastic Block Store / ・インスタンスにアタッチして使うブロックストレージ / ・AZの中で自動的に複製される",
      "term: Route 53 = DNSレコードを管理するDNSサービス",
      "term: X-Ray = Collects data on the requests that an application serves",
      "term: Amazon Macie = Macie is a data security service. It finds sensitive data in buckets. It needs no agents and no servers.",
    ],
  ],
  [
    "nothing that says a name again or is another one of something, and no advice to learn",
    "# AWS PrivateLink\nAn interface endpoint enables you to connect to services powered by AWS PrivateLink.\n# IAM\nIAM is a globally resilient service.\n# AWS Config\nAWS Config is a service that records how resources are set up over time. Know what kinds of rules there are.\n# Security groups\nSecurity groups are another firewall of VPC that is attached to resources.\n# Amazon CloudFront\nCloudFront is a really powerful caching service with a lot of control.\n# なぜIAMとポリシーがあるのか？\n- ポリシー：JSON形式で権限を細かく制御する仕組み",
    [
      "term: AWS Config = AWS Config is a service that records how resources are set up over time.",
      "question: なぜIAMとポリシーがあるのか？ = ・ポリシー：JSON形式で権限を細かく制御する仕組み",
    ],
  ],
  [
    "names of several words in Katakana, and the service in a sentence that goes on, also below what it costs",
    "# ネットワーク\n- セキュリティグループ\n  - インスタンスのトラフィックを制御する仮想ファイアウォールのこと\n- EC2(Amazon Elastic Compute Cloud)\n  - 仮想サーバを提供するサービス、秒単位で課金される\n- AWS Lambda\n  - コードのみでプログラムを実行することのできるサービス、リクエストごとに課金される\n# 料金モデル\n- AWS Budgets\n  - 予算を超えると予測されたときにアラートを発信するサービス",
    [
      "term: セキュリティグループ = インスタンスのトラフィックを制御する仮想ファイアウォールのこと",
      "term: EC2 = Amazon Elastic Compute Cloud / ・仮想サーバを提供するサービス、秒単位で課金される",
      "term: AWS Lambda = コードのみでプログラムを実行することのできるサービス、リクエストごとに課金される",
      "term: AWS Budgets = 予算を超えると予測されたときにアラートを発信するサービス",
    ],
  ],
  [
    "a question in Chinese without its sign and without a title that only orders the notes, and no definitions there",
    `# Bedrock 考试速记\n## 秒选题模板\n**问**：什么时候用人工评估？\n**答**：主观的维度需要时，例如语气和礼貌。\n\n## 功能\n- **Guardrails**：过滤有害的内容，并且遮罩个人信息的功能。\n${"模型的评估需要数据，结果写入报告。\n".repeat(9)}`,
    ["question: 什么时候用人工评估？ = 主观的维度需要时，例如语气和礼貌。"],
  ],
  [
    "an aspect of the thing above",
    "# CloudFormation\n## スロットリングエラー\n- 原因 : 同時に多くのリソースを作成していること。\n- 対処 : リクエストの間隔を少しずつ長くすること。",
    [
      "term: CloudFormation › スロットリングエラーの原因 = 同時に多くのリソースを作成していること。",
      "term: CloudFormation › スロットリングエラーの対処 = リクエストの間隔を少しずつ長くすること。",
    ],
  ],
  [
    "answers without the numbers of sources, links to files and signs of breaks, and no count of what is not told",
    "## RDS\nQ: 暗号化はいつ選ぶ？\nA: 作成するときに選びます。([AWS ドキュメント][3], [AWS][12])\n\n## AWS DataSync\nAWS DataSync is an online data transfer service that simplifies and automates copying large amounts\\\nof data to and from storage.\n\n## CloudFormation\n- **Termination protection**: blocks the deletion of a whole stack (see stack-operations.md).\n\n## EBSとは何か\nEBSはEC2インスタンスとともに使うブロックストレージ。\nAWSには3つのストレージがある。\n\n### Question 3 — Compute\nWhich service runs containers without servers?\nA) AWS Fargate\nB) Amazon Polly\n\n**Answer:** A",
    [
      "question: RDS › 暗号化はいつ選ぶ？ = 作成するときに選びます。",
      "term: AWS DataSync = AWS DataSync is an online data transfer service that simplifies and automates copying large amounts of data to and from storage.",
      "term: CloudFormation › Termination protection = blocks the deletion of a whole stack.",
      "question: EBSとは何か = EBSはEC2インスタンスとともに使うブロックストレージ。",
      "question: Compute / Which service runs containers without servers? / A) AWS Fargate / B) Amazon Polly = A) AWS Fargate",
    ],
  ],
  [
    "one of items whose sign is none of Markdown, and not what is the best way to something",
    "# AWS CloudTrail\n## Trails\n• An event represents a single call of an API with its parameters and the elements of its response  \n• Trails are configurations that specify how events are logged and delivered to a bucket  \n• Single Region or all of them\n# EC2\n## Launch template\nThe most up to date and flexible way to create a template",
    [
      "term: AWS CloudTrail › Trails = Trails are configurations that specify how events are logged and delivered to a bucket",
    ],
  ],
  [
    "how many there are only where they are named",
    "# CloudFormation\n## DeletionPolicy\nリソース削除時の挙動を設定する。\nDelete, Retain, Snapshot の３つのオプションがある。\n# CloudFront\n## Origins\nOrigins are the locations from where CloudFront gets content [3], [4]. CloudFront supports three main types of origins.",
    [
      "term: DeletionPolicy = リソース削除時の挙動を設定する。 / Delete, Retain, Snapshot の３つのオプションがある。",
      "term: CloudFront › Origins = Origins are the locations from where CloudFront gets content.",
    ],
  ],
  [
    "nothing of what a file says alike of two things, and of what one can also do",
    "# CloudFormation\n## UpdatePolicy\n- `AutoScalingReplacingUpdate`\n  - Triggers when the launch template of a group is changed\n- `AutoScalingRollingUpdate`\n  - Triggers when the launch template of a group is changed\n# RDS\n## RDS\nEC2から接続できるようセキュリティグループ作成\n## IOPS\nデータベースのログをコンソール上でも見ることができる",
    [],
  ],
  [
    "no name is asked for by a text with a part of it",
    "## S3\n- **SSE-KMS**：Key Management Service（KMS）の鍵を使って、保存時にオブジェクトを暗号化する方式",
    ["term: SSE-KMS = Key Management Service（KMS）の鍵を使って、保存時にオブジェクトを暗号化する方式"],
  ],
  [
    "no service by what a design does with it",
    "# 設計\n- **Amazon EKS**：GPUを積んだノードを使い、台数を自動で増減するEKSで推論の処理性能の向上を実現\n- **Amazon ECR**：コンテナイメージを保存するレジストリ",
    ["term: Amazon ECR = コンテナイメージを保存するレジストリ"],
  ],
  [
    "no metrics of a whole service, but those of one kind",
    "# Elastic Load Balancing\n## メトリクス\n- **RequestCount**：合計\n- **SurgeQueueLength**：待ち\n- **SpilloverCount**：拒否\n## HTTP応答コードのメトリクス\n- **HTTPCode_ELB_5XX**：ELB\n- **HTTPCode_Backend_4XX**：クライアント\n- **HTTPCode_Backend_5XX**：サーバー",
    [
      "list: Elastic Load Balancing › HTTP応答コードのメトリクス = ・HTTPCode_ELB_5XX / ・HTTPCode_Backend_4XX / ・HTTPCode_Backend_5XX",
    ],
  ],
  [
    "no list of a selection, and a subject without the word for an overview",
    "# IAM概要\n## ポリシーの種類\n- **マネージドポリシー**：共有\n- **インラインポリシー**：専用\n- **アクセス許可の境界**：上限\n## よく使うポリシー\n- **マネージドポリシー**：共有\n- **インラインポリシー**：専用\n- **アクセス許可の境界**：上限",
    ["list: IAM › ポリシーの種類 = ・マネージドポリシー / ・インラインポリシー / ・アクセス許可の境界"],
  ],
  [
    "nothing of a comparison with what is described before",
    "# CloudFormation\n## GetAtt\nリソースの属性の値を返す関数。こちらのほうが短く書ける。リソースごとに属性は異なる。",
    ["term: GetAtt = リソースの属性の値を返す関数。"],
  ],
  [
    "a full name with the definition below it, whose only particles are の and な",
    "# ネットワーク\n- VPC(Amazon Virtual Private Cloud)\n  - AWSクラウドの中のプライベートなネットワーク\n  - リージョンを選んで作成する\n  - CIDRでアドレスの範囲を決める\n  - 複数のサブネットに分けられる\n  - 料金はかからない",
    [
      "term: VPC = Amazon Virtual Private Cloud / ・AWSクラウドの中のプライベートなネットワーク / ・リージョンを選んで作成する",
    ],
  ],
  [
    "an answer up to the transition to the next part, without pictures and their size",
    "## Q: IAMの許可セットって何？\n許可セットは、アカウントで使える権限を決めるテンプレートです。\n\n![](images/set.png){width=60%}\n\nユーザーごとに割り当てられます。\n\nでは、割り当てると何が作られるのでしょうか？\n\nそれはIAMロールです。",
    [
      "question: IAMの許可セットって何？ = 許可セットは、アカウントで使える権限を決めるテンプレートです。 / ユーザーごとに割り当てられます。",
    ],
  ],
  [
    "a situation that a heading describes",
    "## CloudFront\n### 期限が切れる前にファイルをキャッシュから消したい場合\n無効化のコマンドを使い、キャッシュのファイルを無効にする。",
    [
      "case: CloudFront › 期限が切れる前にファイルをキャッシュから消したい場合 = 無効化のコマンドを使い、キャッシュのファイルを無効にする。",
    ],
  ],
  [
    "a short line by the lines that explain it",
    "# CloudFormation\n## 更新の方法\n1. 変更セットで更新する\n  変更セットで先に影響を確かめられる。消えるものや置き換わるものが見える。",
    [
      "case: CloudFormation › 変更セットで更新する = 変更セットで先に影響を確かめられる。消えるものや置き換わるものが見える。",
    ],
  ],
  [
    "no facts on a service that do not say what it is",
    "## Auto Scaling\n複数のリージョンにまたがることはできない。1つのリージョンの中で複数のゾーンに置ける。",
    [],
  ],
  [
    "what is folded away, by its title",
    ":::details 既定値の調べ方\nリファレンスの表にある。\n:::\n<details><summary>直し方</summary>\n\n一つずつ戻す。\n\n</details>",
    ["question: 既定値の調べ方 = リファレンスの表にある。", "question: 直し方 = 一つずつ戻す。"],
  ],
  [
    "a question of a list by the list below it",
    "問：差異を何と呼ぶ？\n答：ドリフト\n\n- 変更セットを使うのはなぜ？\n  - 影響を先に見るため。",
    ["question: 差異を何と呼ぶ？ = ドリフト", "question: 変更セットを使うのはなぜ？ = ・影響を先に見るため。"],
  ],
  [
    "a choice with what it offers, by its answer",
    "## 何度も試すのは次のうちどれですか。\n- 配信\n- 登録\n- 削除\n\n答えは配信です。",
    ["question: 何度も試すのは次のうちどれですか。 / ・配信 / ・登録 / ・削除 = 答えは配信です。"],
  ],
  [
    "no name that links use, no colon of a definition",
    "cfn-hup\n: メタデータの変更を見張るデーモン ^def1",
    ["term: cfn-hup = メタデータの変更を見張るデーモン"],
  ],
  [
    "what parts of a text say of one name",
    "## A\n- **ElasticBeanstalk**：Webアプリを置いて動かすまでを任せる仕組み\n## B\n- **ElasticBeanstalk**：ロードバランサーや台数の調整まで自動で行うサービス",
    [
      "term: ElasticBeanstalk = Webアプリを置いて動かすまでを任せる仕組み / ロードバランサーや台数の調整まで自動で行うサービス",
    ],
  ],
  [
    "no question of which nothing tells which choice is right",
    "**Question** Which one of them costs most?\n\nA. Standard\n\nB. Glacier",
    [],
  ],
  [
    "the choice that stands again as the answer, and none of what is said of the others",
    "**Q1.** Which class keeps three copies?\n\nA. One Zone-IA\nB. Standard\nC. Express\n\n<details><summary>Answer & Explanation</summary>\n\n**B.** It is in three zones.\n- A is wrong: it has one.\n- C is a trap.\n</details>\n\n> [!question] Which two are queues?\n> a) SQS\n> b) SNS\n> c) MQ\n>> [!success]- Answer\n>> a) SQS\n>> c) MQ\n\n**Question:**\n> Which one is a topic?\n\n**Options:**\n- **[A]** SQS\n- **[B]** SNS\n",
    [
      "question: Which class keeps three copies? / A. One Zone-IA / B. Standard / C. Express = B. Standard / ・A is wrong: it has one. / ・C is a trap.",
      "question: Which two are queues? / a) SQS / b) SNS / c) MQ = a) SQS / c) MQ",
    ],
  ],
  [
    "nothing of what somebody answered elsewhere, and no question whose story is not there",
    "# Q7 - S3のコスト\n- 自分の回答: B\n- 正解: D\n\nQ: Which AWS service should they use?\nA: KMS\n\nQ: What should a solutions architect do to meet these requirements?\nA: Use a queue.",
    [],
  ],
  [
    "a whole story, and a question that needs none",
    "Q: A company sells tickets. What should a solutions architect do to meet these requirements?\nA: Use a queue.\n\nQ: Which service protects from DDoS attacks?\nA: AWS Shield",
    [
      "question: A company sells tickets. What should a solutions architect do to meet these requirements? = Use a queue.",
      "question: Which service protects from DDoS attacks? = AWS Shield",
    ],
  ],
  [
    "no name in code for a card, and an answer up to the next question",
    "# CloudFormation\n- **カスタムリソース（`Custom::任意の名前`）**：テンプレートにない操作をLambdaで肩代わりする仕組み\n\nQ: 86. How are secrets kept?\nA: In Secrets Manager.\n87. A company hosts an application on Lambda and wants more of it.",
    [
      "term: CloudFormation › カスタムリソース = テンプレートにない操作をLambdaで肩代わりする仕組み",
      "question: CloudFormation › How are secrets kept? = In Secrets Manager.",
    ],
  ],
  [
    "nothing too short to say what something is, but of a part of templates",
    "# Route 53\n## Geolocation routing\nBased on the region of users\n## Weighted routing\nRoutes traffic by weight\n# CloudFormation\n## Mappings\n- A lookup table by region",
    ["term: CloudFormation › Mappings = A lookup table by region"],
  ],
  [
    "nothing of a case, of steps, or of what is a benefit and no thing",
    "# AWS\n## Scenario: a hospital\n- **Amazon S3**: Secure storage service for medical records and images of patients\n## Listener rules\n- Go to the load balancer\n- Add a rule\n- **Target group**: a group of servers that gets what comes in at this port\n# Amazon EC2\n- **Security**: a set of rules and keys that protects what is in a network",
    [],
  ],
  [
    "no fact, no part of something and no sentence on what stands around it",
    "# Amazon EventBridge\nAmazon EventBridge is the classic AWS service for integration in this style.\n# RDS\n## Read replicas\nRead replicas are a third type of server.\n## Endpoints\nEndpoints are written in the console of each instance for later use.\n# MFA\nCognito supports multi-factor authentication.",
    [],
  ],
  [
    "no text is asked for a name that begins with a word of it",
    "## Route53\n- **レイテンシールーティング**：レイテンシーが最も低いリージョンに要求を送るやり方。",
    ["term: Route53 › レイテンシールーティング = レイテンシーが最も低いリージョンに要求を送るやり方。"],
  ],
  [
    "no link to the next thing, no question on what stands elsewhere, and nothing by what its name says already",
    "## RDS\n[[DMS (Database Migration Service)]]\n[[Snow Family]]\n### EC2 Instance Savings Plans\n名前の通りEC2に特化した割引プラン\n### Which AWS service is designed for this?\nAWS DMS",
    [],
  ],
  [
    "a question without its writer's way to the answer, and a thing without what its title begins",
    "# Elastic Beanstalk — Overview\nA developer-centric PaaS for deploying applications on AWS.\n## Quiz\n**Question:** Which solution provides failover?\n\n**Analysis:**\n- Failover = Multi-AZ\n\n**Answer:** RDS Multi-AZ",
    [
      "term: Elastic Beanstalk = A developer-centric PaaS for deploying applications on AWS.",
      "question: Elastic Beanstalk › Which solution provides failover? = RDS Multi-AZ",
    ],
  ],
  [
    "choices of which a sign marks the right one, and none where nothing does",
    "## Q1\nWhich AWS service runs code?\n\n* Amazon S3\n* ✅ AWS Lambda\n* Amazon SQS\n\n## Q2\nWhich AWS service stores objects?\n\n* Amazon EBS\n* Amazon S3\n* Amazon SQS",
    ["question: Which AWS service runs code? / (A) Amazon S3 / (B) AWS Lambda / (C) Amazon SQS = (B) AWS Lambda"],
  ],
  [
    "no case for a meaning",
    "## Events\n- **Environment Health**: if the health of the application goes down to Warning",
    [],
  ],
  [
    "choices by the number that the answer tells, however long they are",
    `### Q. どの方法が最適ですか?(1 つ選択)\n${["甲", "乙", "丙"].map((way) => `1. ${way.repeat(200)}`).join("\n")}\n\n答え：3`,
    [
      `question: どの方法が最適ですか?(1 つ選択) / 1. ${"甲".repeat(200)} / 2. ${"乙".repeat(200)} / 3. ${"丙".repeat(200)} = 3. ${"丙".repeat(200)}`,
    ],
  ],
  [
    "the whole answer of a question whose choices say what AWS has overtaken",
    "### Q. どれを選びますか?\n1. OpsWorksで更新する\n2. 起動設定を作り直す\n3. Patch Managerで更新する\n\n答え：3",
    [
      "question: どれを選びますか? / 1. OpsWorksで更新する / 2. 起動設定を作り直す / 3. Patch Managerで更新する = 3. Patch Managerで更新する ⚠ OpsWorksは2024年5月26日に終了しました。サーバーの設定やパッチは、今はSystems Managerで行います。 ⚠ 2024年10月1日から、新しいアカウントでは起動設定を作成できません。起動テンプレートを使います。",
    ],
  ],
  [
    "choices that the answer tells by number, whatever is asked",
    "### Q. インスタンスタイプは何を示していますか?\n1. 配置とサイズ\n2. ファミリーとサイズ\n3. 請求とサイズ\n\n答え：2",
    [
      "question: インスタンスタイプは何を示していますか? / 1. 配置とサイズ / 2. ファミリーとサイズ / 3. 請求とサイズ = 2. ファミリーとサイズ",
    ],
  ],
  [
    "numbered questions with their choices, and what the letter of the answer stands for",
    "### 問題 1\n中断できる処理の料金モデルはどれですか？\n\nA. オンデマンド  \nB. スポット  \nC. リザーブド\n\n<details>\n<summary>解答を表示</summary>\n\n**答え: B**\n\n**解説:**\n- スポットは最大90%割引\n- **主な用途**: バッチ処理\n</details>",
    [
      "question: 中断できる処理の料金モデルはどれですか？ / A. オンデマンド / B. スポット / C. リザーブド = B. スポット / ・スポットは最大90%割引 / ・主な用途: バッチ処理",
    ],
  ],
  [
    "choices below a title, several of which are right",
    "### Question 4: Cross-stack values\nHow are they passed on?\n\n**A.** By Outputs\n**B.** By hand\n**C.** By Fn::ImportValue\n\n**Correct Answer: A and C**",
    [
      "question: Cross-stack values / How are they passed on? / A. By Outputs / B. By hand / C. By Fn::ImportValue = A. By Outputs / C. By Fn::ImportValue",
    ],
  ],
  [
    "no choices without an answer, and no key to questions that stand elsewhere",
    "### Q. どれを使いますか？\nA. S3\nB. EBS\n\n### 解答一覧\n| 問題 | 正解 |\n|---|---|\n| 1 | B |\n| 2-5 | A,C,B,D |",
    [],
  ],
  [
    "no items that several things are labelled by, as what is done, no plans of what is used, and nothing of what is free",
    "# AWS\n## Elastic Beanstalk\n- **Deployment**: Handles capacity provisioning, load balancing and health monitoring.\n## API Gateway\n- **Deployment**: A snapshot of an API's resources that can be called on a stage.\n## Services used\n- **RDS**: Managed relational database for the reports.\n## Free tier\n- **Amazon VPC**: A service to create and manage networks of your own.",
    [],
  ],
  [
    "no kind that is the name again, no trouble of somebody's, and no programs",
    "# SNS\n## Kinesis\nKinesis is a platform that sends data of streams to Kinesis.\n## Why is the Lambda function not invoked?\nThe permission to invoke the function is missing.\n## How does Lambda write to DynamoDB?\n1. It is invoked.\n2. It writes.\n\n```js\nfunction write() {\n  return ddb.put({});\n}\n```",
    [],
  ],
  [
    "the right one of choices without letters, by the line above it",
    "# question 53\n\nSkipped\nAn organization would like to copy data by snapshots. Where are Amazon EBS snapshots stored?\n\nAmazon EFS\n\nAmazon RDS\n\nCorrect answer\nAmazon S3\n\nOverall explanation",
    [
      "question: An organization would like to copy data by snapshots. Where are Amazon EBS snapshots stored? = Amazon S3",
    ],
  ],
  [
    "no sentence that is cut off, and no examples of what suits",
    "## Amazon ECS\nAmazon ECS is an end-to-end container orchestration service that allows you\n## EC2 Instance Type Suitability\n- **Reserved Instances:**\n    - Database servers that require long term activity",
    [],
  ],
  [
    "no task, and no answer that leads to a file",
    "### Question 1: The paradox\nThe text says that access points simplify policies.\n\n**Why are many of them simpler than one?**\n\n- What is Control Tower for?\n  - The first setup of many accounts\n  - `cards/clf/08-scenarios.tsv:18`",
    ["question: What is Control Tower for? = ・The first setup of many accounts"],
  ],
  [
    "no fact of where or for what something is, no praise, no task, and nothing that is said of another thing",
    "# AWS\n## AWS Config\nAWS Config is a per-region service.\n## IAM\n### IAM Permission Boundaries\nIAM Permission Boundaries are only supported for users and roles (not IAM groups)\n### Parts\n- **Roles**: useful for server instances and IAM users from other accounts\n## Amazon VPC\n- An *elastic network interface*, **ENI** is a logical networking component in a VPC that represents a virtual network card.\n## S3 Object Lock\nSimilar for bucket objects, which must have versioning enabled.\n## EC2\n- **Spot Fleets**: The ultimate way to save money\n- Elastic IP:\n  - Upon restart of EC2 instance, its public address may change.\n### Instance Lifecycle\nA stopped instance that had been using a public IP address will most likely be assigned a different address when it is restarted.\n## Auto Scaling Groups\n- **Cool-Down Period**: Similar to scale-out, a cool-down period ensures that scaling in occurs gradually and avoids abrupt changes.\n- **Actions**: Link the CloudWatch alarm to an ASG scaling policy. When the alarm triggers, it activates the policy.\n## SQS\n- **Standard queues**: Nearly unlimited quantity of messages in the queue.\n## ELB - Connection Draining\nCalled connection draining for CLB and Deregistration delay for ALB and NLB",
    [],
  ],
  [
    "no examples as if they were all there are",
    "# EC2\n## EC2 Instance Types\n- **t2.micro**\n- **c5d.4xlarge**\n- **m5.8xlarge**",
    [],
  ],
  [
    "no praise of what everybody knows",
    "# IAM\nIAM is a foundational service in AWS, and it plays a crucial role in securing and managing access to AWS resources.\n# Amazon EC2\nAmazon EC2 is a powerful and versatile service in many architectures.\n# Amazon Redshift\nAmazon Redshift is a versatile and robust service for data.",
    [],
  ],
  [
    "what is written without its writer's tags",
    "## AWS Backup\nAWS Backup centrally manages and automates data protection. #AWSService",
    ["term: AWS Backup = AWS Backup centrally manages and automates data protection."],
  ],
  [
    "no choices of which none is told, however they are marked, and no lists of what is asked for",
    "### Q. A company keeps reports in S3 and reads them for a month, then hardly ever for years. How are they kept at the least cost?\n- Keep them all in S3 Standard\n- Move them to Glacier with a rule\n- Copy them to EBS volumes\n\n## Question 7 Analysis\n### Requirements\n- Mobile app of a shop\n- ✅ Least operations\n- Servers of nobody",
    [],
  ],
  [
    "choices before what is labelled as the answer, and no further question in it",
    "#Q How fast does Lambda scale for SQS?\nAnswer: It adds up to 300 more concurrent executions a minute.\n#Q Is that so for FIFO?\nSee:\nAnswer: By the message groups.",
    ["question: How fast does Lambda scale for SQS? = It adds up to 300 more concurrent executions a minute."],
  ],
  [
    "steps are no choices",
    "### Q. どう起動しますか？\n1. テンプレートを書く\n2. スタックを作る\n3. 出力を見る",
    ["question: どう起動しますか？ = 1. テンプレートを書く / 2. スタックを作る / 3. 出力を見る"],
  ],
  [
    "no headings that order an outline, and no plans for a career",
    "## 重要なトピック\n- **NetworkPolicies**: ネットワークセキュリティ\n- **Feature Store**: SageMaker Feature Storeの活用\n## 合格後のキャリア\n- **Cloud Engineer**: クラウドの設計と運用を受け持つ",
    [],
  ],
  [
    "what is below the title of a service that has ended says so",
    "# OpsWorks\n## Parts\n- **Stack**: a container for instances and other resources that are managed together",
    [
      "term: OpsWorks › Stack = a container for instances and other resources that are managed together ⚠ OpsWorksは2024年5月26日に終了しました。サーバーの設定やパッチは、今はSystems Managerで行います。",
    ],
  ],
  [
    "of two texts on one name the first, and none where a list has both",
    "## A\n- **NLB**：TCPの負荷分散を行うロードバランサー\n## B\n- **NLB**：固定IPを持つロードバランサー\n- **ALB**：HTTPの負荷分散を行うロードバランサー\n- **ALB**：パスで振り分けるロードバランサー",
    ["term: NLB = TCPの負荷分散を行うロードバランサー"],
  ],
  [
    "what a sentence anywhere below a title says that it is, and nothing that it only tells of it",
    "# VPC\n## NAT Gateway\nStart in the public subnet.\n\nA NAT gateway is a managed device that lets private subnets reach the internet.\nIt costs money by the hour.\n## Network ACLs\nThese come second.\n\nNetwork ACLs are stateless, so that answers need rules, too.",
    ["term: VPC › NAT Gateway = A NAT gateway is a managed device that lets private subnets reach the internet."],
  ],
  [
    "what a service is below another one, but not what it does for it",
    "# EC2\n## EBS\nBlock storage service for instances that keeps data when they stop.\n## CloudTrail\nエンドポイントの作成と削除の記録",
    ["term: EBS = Block storage service for instances that keeps data when they stop."],
  ],
  [
    "the name of a row behind its number",
    "# Services\n| # | Service | Description |\n|---|---|---|\n| 1 | SQS | A message queue service for parts of an application |\n| 2 | SNS | A service that sends messages to all who subscribed |",
    [
      "term: SQS = A message queue service for parts of an application",
      "term: SNS = A service that sends messages to all who subscribed",
    ],
  ],
  [
    "no trouble that is labelled as a problem",
    "# CloudFront\n### 問題: 更新しても古いコンテンツが表示される\n原因: キャッシュが残っている",
    [],
  ],
  [
    "the answer below what is offered, and not what somebody chose",
    "# Practice\n1. What is the cheapest plan with all checks?\n    - Business\n    - Enterprise (my choice)\n    - Basic\n    - A: Business",
    ["question: What is the cheapest plan with all checks? / ・Business / ・Enterprise / ・Basic = Business"],
  ],
  [
    "one letter of an answer, whatever its words begin with",
    "# SQS\n### Question 1\nWhich queue keeps the order?\n\nA. Standard\nB. FIFO\nC. Delay\n\n**Answer: B**. A FIFO queue keeps it.",
    ["question: SQS › Which queue keeps the order? / A. Standard / B. FIFO / C. Delay = B. FIFO"],
  ],
  [
    "all letters of an answer, whatever is between them, and no heading of a list for a choice",
    "# SQS\n### Question 1\nWhich of them are queues?\n\nA. FIFO\nB. Topic\nC. Delay\n\n- Answer: **A/C**\n\n### Question 2\n- **What queues have:**\n- An order\n- A delay",
    ["question: SQS › Which of them are queues? / A. FIFO / B. Topic / C. Delay = A. FIFO / C. Delay"],
  ],
  [
    "questions of a table with their answers",
    "| 質問 | 回答 |\n|---|---|\n| 参照中のExportは消せる？ | 消せない |\n| 型は？ | AWS::CloudFormation::Stack |",
    ["question: 参照中のExportは消せる？ = 消せない", "question: 型は？ = AWS::CloudFormation::Stack"],
  ],
  [
    "an answer up to the next question, or what is folded away",
    "### 変更セットとは何ですか？\n更新前に変更を確認する仕組みです。\n\n:::details 消せますか？\n消せます。\n:::",
    ["question: 変更セットとは何ですか？ = 更新前に変更を確認する仕組みです。", "question: 消せますか？ = 消せます。"],
  ],
  [
    "no text that has no word that its name does not have",
    "## Cache\n- **Expires (Date and Time)**: expiration date and time\n- **DynamoDB Accelerator**：DynamoDBのアクセラレータ",
    [],
  ],
  [
    "a text without the name that it begins with",
    "## S3\n- **SSE-S3** Lets you manage encryption keys by yourself without a client library.",
    [
      "term: SSE-S3 = Lets you manage encryption keys by yourself without a client library.",
      "name: Lets you manage encryption keys by yourself without a client library. = SSE-S3",
    ],
  ],
  [
    "no one of two values, and no verb",
    "## Notes\nThe API has other defaults, **90 percent** and false.\nTo **write** in several Regions there are other tables for it.",
    [],
  ],
  [
    "of a common word what defines it, and neither an opinion nor a list of words nor a step",
    "# Auto Scaling\n- **Warm pool**: a pool of instances that have been started before they are needed\n- **Single instance**: great for development and for trying things out\n- **Record type**: A, AAAA, CNAME and some others\n- **Pilot run**: data is already there in the other region\n## 環境を作成\n- **ランタイム**：使う言語とその版を一覧から決める項目",
    ["term: Auto Scaling › Warm pool = a pool of instances that have been started before they are needed"],
  ],
  [
    "nothing of what one service does for another",
    "# Elastic Beanstalk\n## 使うもの\n- **CloudWatch**：環境の正常性のメトリクスを送る先",
    [],
  ],
  [
    "no gap whose word is no name, or that its title or its sentence says",
    "# Alarms\n## State OK\n- The alarm is then in the state called **OK** again for as long as it holds.\n- The group can only be used when it is **available** for everybody.\n- 名前は最大80文字までなので、80文字以内になるように規則を決める。",
    [],
  ],
  [
    "no choice without what it offers, and no title over other questions",
    "### Which of the following is no use case for roles?\nGroups of users.\n\n# What are launch templates?\n**What is a template?**\n- a collection of settings",
    [],
  ],
  [
    "nothing of what a template's parameters are listed in",
    "# SNS topic\nSNS topic is a service that sends messages.\n\n| Name | Type | Default | Details |\n| --- | --- | --- | --- |\n| TopicName | String | Default | The name |",
    [],
  ],
  [
    "nothing of a long file that names no service",
    `# Reading\n- **Slow thinking**: a way of deciding that takes its time\n${"- Another page.\n".repeat(20)}`,
    [],
  ],
  [
    "no table of the writer's own settings",
    "# Amazon RDS\n| RDS | 設定値 | 本番 |\n|---|---|---|\n| DBエンジン | MySQL | あり |\n| DB名 | orders | なし |",
    [],
  ],
  [
    "no text of two things, no negation, no advice, and no sentence on another thing",
    "# Notes\n- **S3 and EBS**: a place where what is written stays until it is deleted\n- **Health checks**: Health checks do not support sockets.\n- **Name resolution**: Use a private hosted zone to override public names.\n## Amazon S3\nIn such a storage, each object consists of data and a key.",
    [],
  ],
  [
    "no list of which some only are of the kind that its title names",
    "# ECS\n## Cluster modes\n- **EC2 mode**\n- **Fargate mode**\n- **Task definition**",
    [],
  ],
  [
    "no row on the article itself, no rating, and no command sheet",
    "# EC2\n| 項目 | EC2の内容 |\n|---|---|\n| 対象者 | EC2について知らない方 |\n| 前提条件 | アカウントが作成済みであること |\n## 一冊目\n- **おすすめ度**：これからの仕事に使えることを多く学べる本\n- **IAMの確認**：IAMに関連するコマンドを記載する。",
    [],
  ],
  [
    "no question with a choice marked among the others in its answer",
    "### What keeps a bucket's objects safe from deletion?\n```\nPolly\n>> Versioning\nAthena\n```",
    [],
  ],
  [
    "nothing of how to study, or of the notes themselves",
    "## Study schedule\n- **Day 1-2**: CloudFront, VPC endpoints and everything else\n## What is in this folder?\nSeven practice tests with all of their answers.",
    [],
  ],
  [
    "what a service is, not what everybody finds of it, how fast it is, or what it can be used for",
    "# AWS\n## Amazon SQS\nAmazon SQS is a fully managed, serverless message queue.\n## Amazon Route 53\nRoute 53 is designed to propagate updates to its name servers within 60 seconds.\n## AWS CloudFormation\nCloudFormation can be used to automate each new environment.",
    ["term: Amazon SQS = Amazon SQS is a fully managed, serverless message queue."],
  ],
  [
    "a few words that say no kind of thing are none, a noun with what it is of is one",
    "# Route 53\n## Routing policies\n- **IP-based**: Based on client IP ranges\n- **Hosted zone**: A container for the records of a domain",
    ["term: Route 53 › Routing policies › Hosted zone = A container for the records of a domain"],
  ],
  ["no line of a log", '# FAQ on AWS\n\nQ: time="2016" level=info msg="Starting EFS"\nA: availability-zone: 1', []],
  [
    "what a question is answered by is not asked again by its name",
    "# EBSとは何か\nEBSはEC2インスタンスとともに利用されるブロックストレージ。\n- ネットワークで接続される",
    ["question: EBSとは何か = EBSはEC2インスタンスとともに利用されるブロックストレージ。 / ・ネットワークで接続される"],
  ],
  [
    "nothing that says of a name only the name, how many there are, or what its writer does not know",
    "# Amazon ECS\n## タスク定義\nコンテナを起動するタスクを定義するもの。\n# ALB\n## アクション\nリスナールールに合致した際のアクション。\n# VPC\n- NACL is a one-to-many with Subnets.\n# Application Integration\n\n- SNS: Allows sending as email and JSON (whatever that may be)",
    [],
  ],
  [
    "no question whose answer only leads to another text, or that says of nothing what it asks",
    "# Amazon S3\n## How does S3 replicate objects?\n- https://example.com/replication\n## Lambdaとは？\n[チュートリアル](https://example.com/lambda)\n## Q: どうやってみるの？\nA: 新たにキーを作成してから検索をかける。\n## Q: 開発を最小限にしたいか？\n- Yes（設定だけで済ませたい） → Firehose\n- No（処理を書きたい） → Data Streams",
    [],
  ],
  [
    "what is written without signs before it, and a question without its number",
    "# Amazon SQS\n## Q: Can a queue keep the order?\nA: ✅ Yes, a FIFO queue does.\n## 3. How long are messages kept in SQS?\nFor four days by default.\n# ## Auto Scaling\n- **Cooldown period**: • The time after one scaling activity in which no other one starts",
    [
      "question: Amazon SQS › Can a queue keep the order? = Yes, a FIFO queue does.",
      "question: How long are messages kept in SQS? = For four days by default.",
      "term: Auto Scaling › Cooldown period = The time after one scaling activity in which no other one starts",
    ],
  ],
  [
    "a sentence whose lines a program has broken, with two blanks behind each",
    "# Amazon WorkSpaces\nAmazon WorkSpaces is a fully managed, persistent desktop virtualization service that enables  \nyour users to work from any supported device.",
    [
      "term: Amazon WorkSpaces = Amazon WorkSpaces is a fully managed, persistent desktop virtualization service that enables your users to work from any supported device.",
    ],
  ],
  [
    "no service that is only some service, that its own long name says, or that is told of another thing",
    "# AWS\n## EC2\nEC2 is a region based service it is not available everywhere.\n## CloudWatch Logs\nPublic service (usable from AWS or on premises)\n## ELB\nELB is a managed load balancer\n## CodeBuild\nA build represents a set of actions that create artifacts from files.\n## ECS\nContainers allow you to package all of the files of an application.\n# Resilience\n- **AWS Lambda** allows automatic retries with backoff for failures.",
    [],
  ],
  [
    "of a common word no remark, of a name of its own a noun with what it is of, and neither what runs on nor what is cut off",
    "# Amazon S3\n- Glacier: configurable retrieval times that range from minutes to hours\n- Metadata: a list of pairs of keys and values of an object\n- S3 Block Public Access: account wide switch that keeps objects from the public\n# CloudFormation\n## Outputs\n-declares optional values -for linking templates -cannot be deleted while used\n# ECS\n## Task\nDefinitionをインスタンス化したもの\n- プログラミング言語でいうと",
    [
      "term: Amazon S3 › Metadata = a list of pairs of keys and values of an object",
      "term: S3 Block Public Access = account wide switch that keeps objects from the public",
    ],
  ],
  [
    "no kinds of nothing, and no list with its own title in it",
    "# IAM Notes\n## Types\n- **IAM users**\n- **IAM groups**\n- **IAM roles**",
    [],
  ],
  [
    "the choice in the line below a sign of the answer, which is no choice itself",
    "# AWS Lambda\nQ. Which one does not fit a job of ten hours?\na. AWS Batch\nb. EC2\nc. Elastic Beanstalk\nd. Lambda\n\nA:\nd. Lambda. It ends after 15 minutes.",
    [
      "question: Which one does not fit a job of ten hours? / a. AWS Batch / b. EC2 / c. Elastic Beanstalk / d. Lambda = d. Lambda",
    ],
  ],
  [
    "no title that gives the answer of its choices away, and nothing of how somebody fared",
    "### 問題 5: Blue/Greenの切り替え\n**結果**: ❌ 不正解\n\n新旧の環境を並べて切り替える方法はどれですか。\n\n- A) ローリング更新\n- B) Blue/Greenデプロイ\n\n**正解**: B",
    [
      "question: 新旧の環境を並べて切り替える方法はどれですか。 / A) ローリング更新 / B) Blue/Greenデプロイ = B) Blue/Greenデプロイ",
    ],
  ],
  [
    "no topic that only has a number, and no text with markup left in it",
    "### Q5: S3 Multipart Upload\n- **When:** Files of more than 100 MB\n- **Parts:** At least 5 MB\n\n### Front: S3 Multipart Upload\n**Back:** Needed for objects of more than 5 GB.\n\n## Who checks the route table of EC2?\n    **VPC Router** does that.\n\n## Why It Matters for EC2?\nIt opens a port.",
    [
      "question: S3 Multipart Upload = Needed for objects of more than 5 GB.",
      "question: Who checks the route table of EC2? = VPC Router does that.",
    ],
  ],
  [
    "no picture in an answer",
    "## SNSとは？\n- 登録した相手に通知を送るマネージドサービス\n  - [![図](a.png)](https://example.com/a)",
    ["question: SNSとは？ = ・登録した相手に通知を送るマネージドサービス"],
  ],
  [
    "a question in whole, however long its heading is",
    `### Q1. A company keeps reports in Amazon S3. ${"They are read by many. ".repeat(14)}Which class costs least?\n\n- A) Standard\n- B) Glacier Deep Archive\n\n**Answer:** B`,
    [
      `question: A company keeps reports in Amazon S3. ${"They are read by many. ".repeat(14)}Which class costs least? / A) Standard / B) Glacier Deep Archive = B) Glacier Deep Archive`,
    ],
  ],
  [
    "no sentence in the place of what something is, no metaphor, and no remark on the notes",
    "# Amazon EC2\n## RDS Multi-AZ\nApp still talks to the main instance for all of its reads\n## Elastic IP\nElastic IPs remain independent of the state of an instance\n## AMIs\nAMIs are private by default and locked for an account\n## Elastic Load Balancers\nLoad balancers manage layers with rules for each of them\n## Dedicated Hosts\nRenting an entire wing of the resort for ourselves\n## EBS Volume Types\nDetailed comparison of the tiers with their prices\n# Amazon S3\ntypical for large files of which many are kept for a long time\n# CloudFront\n- **SSL証明書**：ACMの証明書 or 自分の証明書",
    [],
  ],
  [
    "no list of other names, no praise, and nothing that says its name again",
    "# CloudFormation\n## Outputs\nEC2, S3 (buckets), Lambda, RDS, etc.\n## AWSTemplateFormatVersion\nversion of the CloudFormation template\n## Mappings\nMappings are used to improve the portability of templates\n# Amazon Detective\nDetective is a vital piece of AWS threat detection and monitoring.\n# AWS VPN\nAWS VPN is a managed service, which means that AWS looks after its availability.\n# Amazon ECS\n- **Capacity provider**: similar to an auto scaling group\n- **Placement groups**: Control the strategy of each instance by placement groups\n# Amazon Kinesis Data Streams\na place to store data\n# Aurora Serverless\nCPUやメモリを柔軟にスケール\n# Amazon Managed Service for Apache Flink\nFlink is a framework that processes streams of data.",
    [],
  ],
  [
    "nothing that has hardly a word in Japanese that the question does not have, and all that adds one more",
    "# AWS Systems Manager\n## SSM Document\n- **Policy**：State Managerのポリシー\n# Amazon Route 53\n## ヘルスチェック\n- **CloudWatch Alarm**：CloudWatchアラームの状態を監視する機能\n## レコード\n- **AAAAレコード**：IPv6のAレコード\n# Database Migration Service\nAWSが提供するデータベース移行ツールです。\n# VPC\n## Internet Gateway\nVPCとインターネットをつなぐゲートのこと\n## NAT Gateway\nプライベートサブネットから外へ出る通信だけを通すゲートウェイ\n# DocumentDB\nMongoDB互換のドキュメントデータベースサービス。",
    [
      "term: AAAAレコード = IPv6のAレコード",
      "term: VPC › NAT Gateway = プライベートサブネットから外へ出る通信だけを通すゲートウェイ",
      "term: DocumentDB = MongoDB互換のドキュメントデータベースサービス。",
    ],
  ],
  [
    "nothing that is only seen somewhere or promises less of something, and a service in one sentence",
    "# CloudFormation\n## クロススタック参照\nスタックから別のスタックへ渡すものの量を減らすことができる。\n# EC2\n## Network Interface\n作ったあとのENIをアタッチする。\n## Instance types\n- **On-Demand**\n- **Spot**\n- **Dedicatedのタイプ**\n## privateなNATゲートウェイって？\nTransit Gatewayなどで使うようだ。\n## EbsOptimized\n最適化のことで、インスタンスのページの下のほうで確認することができる。\n# Amazon ECR\n## What it is\nAmazon ECR is a registry of images of containers that is looked after by AWS.\n## Summary\nAmazon ECR is a managed registry that stores images of containers and scans them.",
    ["term: Amazon ECR = Amazon ECR is a registry of images of containers that is looked after by AWS."],
  ],
  [
    "items without a blank behind their sign as items, and nothing of the next thing or of an exam",
    "# EBS\n## What is an EBS volume?\n-A drive in the network that an instance uses\n.It stays when the instance is gone\n\nA trick for the exam:\nIf one asks of speed, take io2.\n# Route 53\n## 2.3.1. Latency routing policy\nRoutes traffic to the Region that answers the user of a record soonest.\n8 Some other policy – Use when you know where users are.",
    [
      "question: What is an EBS volume? = ・A drive in the network that an instance uses / ・It stays when the instance is gone",
      "term: Route 53 › Latency routing policy = Routes traffic to the Region that answers the user of a record soonest.",
    ],
  ],
  [
    "an answer with the options of a command in it",
    "# CloudFormation\n## cfn-signalに何を渡す？\n`--stack`、`--resource`、`--region`を渡す。",
    ["question: cfn-signalに何を渡す？ = --stack、--resource、--regionを渡す。"],
  ],
  [
    "what a thing is by `は`, and neither what is done with it nor when it is wanted",
    "# EC2\n## AMI\nAMI はリージョンごとに別々に作成される。\n## Elastic IP\nElastic IPは、アカウントに割り当てて使う固定のIPアドレスです。\n# Route 53\n## エイリアスレコード\nエイリアスレコードは、ドメイン名をAWSのリソースに対応させるために使われます。\n# CloudFront\n- **署名付きCookie**：複数のファイルをまとめて制限したい場合。\n- **署名付きURL**：期限を決めて簡易にアクセスを許すことが可能\n# VPC\n## セキュリティグループとネットワークACL\nセキュリティグループはインスタンス単位で通信を許可するファイアウォール機能。",
    [
      "term: EC2 › Elastic IP = Elastic IPは、アカウントに割り当てて使う固定のIPアドレスです。",
      "term: Route 53 › エイリアスレコード = エイリアスレコードは、ドメイン名をAWSのリソースに対応させるために使われます。",
      "term: VPC › セキュリティグループとネットワークACL › セキュリティグループ = セキュリティグループはインスタンス単位で通信を許可するファイアウォール機能。",
    ],
  ],
  [
    "no number and no sentence of a title in front of a name",
    "## 2️⃣ Section 2: Amazon S3\n- **Bucket Policies**: Documents that control who can do what with a bucket\n# AWS provides several routing policies\n- **Geolocation routing**: Routes traffic by where its users are in the world",
    [
      "term: Amazon S3 › Bucket Policies = Documents that control who can do what with a bucket",
      "term: Geolocation routing = Routes traffic by where its users are in the world",
    ],
  ],
  [
    "names of kinds without their numbers, and no list that has a number of things in it",
    "# Auto Scaling\n## Scaling strategies\n### 1. Target tracking\n### 2. Step scaling\n### 3. Scheduled scaling\n# DynamoDB\n## Capacity modes\n- **Provisioned**\n- **On-demand**\n- **1 RCU**",
    ["list: Auto Scaling › Scaling strategies = ・Target tracking / ・Step scaling / ・Scheduled scaling"],
  ],
  [
    "no aid to one's memory, no label, and no name that is cut out of a sentence",
    "# Amazon SQS\n## Memory hook\nSQS = Simple Quiet Storage of messages for later.\n# S3 Security\n## S3 Block Public Access\n- **Function**: Provides one place to keep the public from all buckets.\n## IAM Access Analyzer for S3\n- **Function**: Monitors the policies of buckets for anybody from outside.\n# AWS WAF\nAWS WAF also lets you control who gets at what you have written.\n# Secrets Manager\n- 3 types: passwords of databases, keys of programs that use an interface, other texts",
    [],
  ],
  [
    "no comparison, no state and nothing that is only part of a list of facts",
    '# NAT Gateway\nA managed service providing better availability and a higher bandwidth.\n# AWS Fargate\nSupports EFS for files that stay and ephemeral storage for all the others.\n# Amazon S3\n- **Access logging**: An optional feature of buckets that is disabled by default\n# CloudFormation\n## Deletion policies\nIf you delete a resource from a template, the real resource is deleted with it.\n# CodePipeline\n## Actions\nActions run sequentially or in parallel within each of the stages.\n# EC2\n## User data\nUser data is a powerful feature for automating the setup of instances.\n## Security groups\nSecurity groups are the fundamental aspect of the safety of a network.\n# AWS IoT Core\nIoT stands for "internet of things" – the network of devices that are able to send data\n# Amazon SNS\nSNS is a highly available and scalable service within a Region.',
    [],
  ],
  [
    "no deed without who does it, no balance, and no rule of when to use something",
    "# EC2のコスト\n- **Savings Plans**：身軽さと安さのバランス\n# VPCの守り\n- **NAT Gateway**：外へ出ていく通信の制御\n- **Flow Logs**：ネットワークトラフィックの監視\n# Amazon Route 53：運用\n- **DNSSEC**：守りを固めたいときに有効化\n# EventBridge\nEventBridgeはイベントで動く仕組みの中核サービスです。\n# VPC\n- **サブネット**：VPCを分けたIPアドレスの範囲。",
    ["term: VPC › サブネット = VPCを分けたIPアドレスの範囲。"],
  ],
  [
    "no number of what does not follow, unless it was asked",
    "# VPC\n## VPCエンドポイント\nインターネットを通らずにサービスへ届く経路です。2種類あります。\n# Amazon SNS\n## Delivery policy\nA policy that tells how often a message is sent again. There are 4 phases in which that happens.\n# Amazon CodeGuru\nAmazon CodeGuru is a service that does two things.\n# Amazon S3\n## S3のストレージクラスはいくつ？\n全部で7種類あります。",
    [
      "term: VPCエンドポイント = インターネットを通らずにサービスへ届く経路です。",
      "term: Amazon SNS › Delivery policy = A policy that tells how often a message is sent again.",
      "question: S3のストレージクラスはいくつ？ = 全部で7種類あります。",
    ],
  ],
  [
    "an item's line that an editor has broken, in whole",
    "# AWS\n1. **Amazon Neptune**\n   - A managed graph database for applications that work with\n     many connections between things\n   - Up to 15 copies that answer queries",
    ["term: Amazon Neptune = A managed graph database for applications that work with many connections between things"],
  ],
  [
    "no question on a test, none of one's own taste, and no signs behind a heading",
    "# AWS\n## 模試で間違えたEC2の問題は？\nスポットインスタンスの料金。\n## Why is Lambda cool?\n- It has no servers that one has to look after.\n## Why does RDS have replicas? ##\nReplicas answer queries that only read.",
    ["question: Why does RDS have replicas? = Replicas answer queries that only read."],
  ],
  [
    "neither what one clicks at nor what somebody says of their own answer",
    "# 問題\n## 問題1\nS3のデータを消せなくする機能はどれですか。\n\n選択肢を見る\n\nA. オブジェクトロック\nB. バージョニング\n\n正解: A\n# Questions\nQuestion 5:\nWhich service moves files from file servers to Amazon EFS?\nAnswer: AWS DataSync\n\nExplanation\nI didn't know and guessed.\n\nDomain 3: Technology 82%\n\nQuestion 6:\nWhat keeps files for many EC2 instances at once?\nAnswer: Amazon EFS\n\nLet me know if you want to read on.\n\n# Amazon ECS\n## But what about Fargate?\n- There are no instances to look after.\n# VPC Flow Logs\nEssential diagnostic tools for networks that have many parts",
    [
      "question: S3のデータを消せなくする機能はどれですか。 / A. オブジェクトロック / B. バージョニング = A. オブジェクトロック",
      "question: Which service moves files from file servers to Amazon EFS? = AWS DataSync",
      "question: What keeps files for many EC2 instances at once? = Amazon EFS",
    ],
  ],
  [
    "what says little, together with what the notes say next, and no sentence on what is done with the thing",
    "# 監視\n## Amazon Kinesis Data Streams\n- Kinesisを構成するサービスの一つ\n- 流れてくるデータを、独自のアプリケーションへリアルタイムに配信する\n- 保持期間は24時間から365日\n# Amazon CloudFront\n- **Origin（オリジン）**：コンテンツを置く元のWebサーバー\n  - 自社にあるWebサーバーでもよい\n# DynamoDB\n## TTL\n項目にはTTL（Time To Live）を設けることができる。\n# VPC\n## VPN 接続\nゲートウェイに静的なルートを書くことでVPN接続を設定できる",
    [
      "term: Amazon Kinesis Data Streams = Kinesisを構成するサービスの一つ / ・流れてくるデータを、独自のアプリケーションへリアルタイムに配信する",
      "term: Amazon CloudFront › Origin（オリジン） = コンテンツを置く元のWebサーバー / ・自社にあるWebサーバーでもよい",
    ],
  ],
  [
    "what everybody learns first, below no service, where the notes say what it is",
    "# AWSの基礎\n## 第3章 仮想サーバー\n- リージョン\n  - データセンターがまとまって置かれている世界各地の地域\n- キーペア\n  - 公開鍵と秘密鍵の2つでサーバーへのログインを認証する仕組み\n- AZ\n  - 東京には4つ\n- Region: ap-northeast-1\n- AWS IAM\n- Amazon VPC",
    [
      "term: リージョン = データセンターがまとまって置かれている世界各地の地域",
      "term: キーペア = 公開鍵と秘密鍵の2つでサーバーへのログインを認証する仕組み",
    ],
  ],
  [
    "no page that says it, no state, and no step of a chart; a service by its first sentence, whatever it can do besides",
    "# AWSのサービス\n## Amazon EC2\n仮想サーバーを借りられるサービス。いろいろなOSのサーバーを立てることができる。\n## CloudFormation\n- **変更セット**：更新の前に差分を見せる仕組み [変更セットとは - AWS CloudFormation](https://example.com/a)\n- **ヘルパースクリプト**：Amazon Linuxにインストール済み、自分で呼ぶもの\n## 値はSecrets Managerの中にある？\n- ある → 動的参照で読む\n- ない → パラメータで渡す",
    [
      "term: Amazon EC2 = 仮想サーバーを借りられるサービス。いろいろなOSのサーバーを立てることができる。",
      "term: CloudFormation › 変更セット = 更新の前に差分を見せる仕組み",
    ],
  ],
  [
    "no title in the place of an answer, no question without its case, no text that is cut off, no bounds, and nothing of a task",
    "# AWSの問題\n## 問題1\nS3のログをクエリする最も簡単な方法はどれですか。\n正解: **解説**\n## Which pricing model applies?\nOn-Demand pricing.\n# VPC\n## VPCエンドポイント\n- VPCの外のサービスへ内側から届くための仕組み\n- 同じサブネットの中にはないサービスなどのリソースに\n## NAT\nNAT is a physical instance that has limitations from the type of the instance.\n# Route 53\n## ELBのIPを書いた箇所を修正\n- **Alias**：レコードのターゲットにロードバランサーを指定",
    ["term: VPCエンドポイント = VPCの外のサービスへ内側から届くための仕組み"],
  ],
  [
    "one of two sentences that begin alike, where the second has all words of the first",
    "# Amazon EC2\nAmazon EC2は仮想サーバーを貸すサービス。\n# Amazon EC2\nAmazon EC2は仮想サーバーを貸す、いちばん古くからあるサービスです。",
    ["term: Amazon EC2 = Amazon EC2は仮想サーバーを貸すサービス。"],
  ],
  [
    "a table's answer with the rows that continue it; nothing of it where only its first step or its colon is there",
    "# CodeDeploy\n| Q | A |\n| --- | --- |\n| Lambda: How is a cold start made shorter? | 1. Load less before the handler |\n| | 2. Give it more memory |\n| SAM: How is it deployed? | 1. sam build |\n| Where does CodeDeploy deploy to? | It deploys to: |\n| Which file does CodeBuild read? | buildspec.yml |",
    [
      "question: Lambda: How is a cold start made shorter? = 1. Load less before the handler / 2. Give it more memory",
      "question: Which file does CodeBuild read? = buildspec.yml",
    ],
  ],
  [
    "no question whose explanation is in it or whose answer is missing, none for whatever is left, and no choice among one's own cases",
    "# AWSの問題\n## Q1\n**問題**: ある会社がファイルを2台のEC2で使っています。\n両方から見えるようにするにはどうしますか？\n\n**解説**\n\n正解は B。EFSに置く。\n- A: 一台からしか使えない。\n- C: 遅い。\n# S3\n## What else should I know of Amazon S3?\nIt has a limit of buckets for each account.\n# Storage\n## How often do you read the data?\n- Each day → S3 Standard\n- Each month → S3 Standard-IA\n- Hardly ever → S3 Glacier",
    [],
  ],
  [
    "no opinion, and an answer up to the next section or what somebody did",
    "# Amazon VPC\n## Q: VPCの導入は難しいですか？\nコンソールから簡単に設定できます。\n## How does AWS Lambda scale?\nEach request gets an environment of its own.\n📊 Project Ideas\nA contact form.\n## What is Amazon ECS?\n- A service that runs containers\n- It starts tasks on a cluster\n- Its volumes do I/O (i.e. they read and write)\n- Our team has two of them",
    [
      "question: How does AWS Lambda scale? = Each request gets an environment of its own.",
      "question: What is Amazon ECS? = ・A service that runs containers / ・It starts tasks on a cluster / ・Its volumes do I/O (i.e. they read and write)",
    ],
  ],
  [
    "a name without the colon of its title; no diagram, no label, no case in the place of a definition, and nothing built on something",
    "# AWS\n## Amazon EFS: Overview\nAmazon EFS is a file system that many instances can mount at once.\n## Amazon VPC\n- **NATゲートウェイ**：2層の構成で組む場合\n  - パブリックサブネットに置く\n- **認証**：アクセスキーを使用\n- **ルートテーブル**：適切な経路と間隔の設定\n- **プレイスメントグループ**：ネットワーク性能の最適化\n- **インスタンスタイプ**：ワークロードに応じた選択\n## KMS\nBuilt on the strong protections of hardware modules for keys.\n## Q: How does SNS reach a queue?\nThrough a subscription.\n\nLearn more about it here\n\n```mermaid\ngraph TB\n  A --> B\n```",
    [
      "term: Amazon EFS = Amazon EFS is a file system that many instances can mount at once.",
      "question: How does SNS reach a queue? = Through a subscription.",
    ],
  ],
  [
    "no definition that tells what somebody saved or where something is to be put",
    "# AWSのサービス\n## S3ライフサイクルポリシー\n古いログを安いクラスへ自動的に移して保管し、費用を30%削減。\n# IAM\n## Access keys\nAccess keys are to be stored in a file of your home folder.",
    [],
  ],
  [
    "what is indirectly asked of a name, and what stands below a question with a colon before it",
    "# CloudFormation\n- DeletionPolicy: what happens to a resource when its stack is deleted\n\nWhat is a stack?\n: A collection of resources that are managed as one unit.",
    [
      "term: DeletionPolicy = what happens to a resource when its stack is deleted",
      "name: what happens to a resource when its stack is deleted = DeletionPolicy",
      "question: CloudFormation › What is a stack? = A collection of resources that are managed as one unit.",
    ],
  ],
  [
    "no title of a lesson, and none that loses its service, before a name that needs one",
    "## Key insights from the ECS lesson\n- **Task**: A running copy of a task definition with one or more containers.\n## Terms and options (ALB)\n- **Listener**: A process that checks for connection requests by a protocol and a port.\n## ECS tasks\n- **Task**: A running copy of a task definition with one or more containers.",
    ["term: ECS tasks › Task = A running copy of a task definition with one or more containers."],
  ],
  [
    "no line behind one that had room for its first word, and nothing of what follows with a sign of its own",
    "# ECS\nContainer Definition = Tells which image a container is made of and on which port it listens\nTask Definition = A description of an application with all of its containers, their roles and volumes\n# CloudFormation\n- **Nested stacks**: A hierarchy of templates that are deployed together as one single product\n  Used where the same parts belong to several stacks, each of which is updated by somebody else",
    [
      "term: ECS › Container Definition = Tells which image a container is made of and on which port it listens",
      "term: ECS › Task Definition = A description of an application with all of its containers, their roles and volumes",
      "term: CloudFormation › Nested stacks = A hierarchy of templates that are deployed together as one single product / Used where the same parts belong to several stacks, each of which is updated by somebody else",
    ],
  ],
  [
    "nothing of references and steps, no case, no demand, no alternative, and no role that a file gives to several things",
    "# Amazon VPC\n## References\n- **AWS PrivateLink**: A detailed guide to endpoints that reach services privately\n## Hosts\n- **NAT Gateway**: An alternative to NAT instances that one has to look after\n## Inbound endpoint\n- **Role**: Answers questions on names that come from another network\n## Outbound endpoint\n- **Role**: Passes questions on names on to servers in another network\n# AWS PrivateLink\n## Step 1: Share the service\n1. **Create a load balancer**: Open the console\n2. **Target Group**: Point the load balancer to the instances that answer\n# EC2\n- **Dedicated Hosts:** Workloads with strict terms of licenses based on sockets or cores.\n# CloudFront\n- Custom origins: Require headers of their own for secure access.",
    [],
  ],
  [
    "a name in a table without its signs, a table in whole, a question without its number, and none without its case",
    "# AWS\n## Why use Amplify?\n| Feature | Benefit |\n|---|---|\n| ⚡ Fast | A whole app in minutes |\n| 🌐 Hosting | Copies near those who ask |\n## Keys\n| Name | Description |\n|---|---|\n| ✅ **AWS KMS** | A service that keeps keys and encrypts data with them |\n| Parameter Store | **Not** a store of keys |\n## Questions\n**Q: Which solution will reduce the costs of S3 with the LEAST overhead?**\n\nA: Lifecycle rules.\n\n**Q: Which EC2 pricing option is the MOST cost-effective?**\n\nA: Spot.\n\n**Q: 13] Which service keeps images of containers?**\n\nA: Amazon ECR.",
    [
      "question: Why use Amplify? = Feature | Benefit / ⚡ Fast | A whole app in minutes / 🌐 Hosting | Copies near those who ask",
      "term: AWS KMS = A service that keeps keys and encrypts data with them",
      "question: AWS › Which service keeps images of containers? = Amazon ECR.",
    ],
  ],
  [
    "no row on what happens to a service, and no comparison with a thing that is not named",
    "# Memo\n| Service | Error | Description |\n|---|---|---|\n| Amazon CloudWatch | ThrottlingException | PutMetricDataの呼び出しがアカウントの上限を超過 |\n| AWS KMS | ThrottlingException | キーごとに決められた呼び出し回数を超過 |\n\n**Q: IAMユーザーとの違いは？**\n\nA: 人ではなくサービスが使う。",
    [],
  ],
  [
    "a short text in a column of meanings",
    "# S3\n| Term | Meaning |\n|---|---|\n| Lifecycle rules | Define time-based moves of objects |\n| Bucket policies | Need a name |",
    ["term: S3 › Lifecycle rules = Define time-based moves of objects"],
  ],
  [
    "of a list that nobody learns whole what it says itself",
    `# SageMaker\n## What is Amazon SageMaker?\n- A managed service for machine learning\n- Has notebooks for those who train models\n- Has objects in *buckets*\n- Works with files of any kind in a store\n  - Each has a key\n- An address:<br>\n  where it is\n- Endpoints\n${"  - Answer requests of programs in a moment, each by a copy of the model\n".repeat(14)}`,
    [
      "question: What is Amazon SageMaker? = ・A managed service for machine learning / ・Has notebooks for those who train models / ・Has objects in buckets / ・Works with files of any kind in a store",
    ],
  ],
  [
    "the choice that the explanation of all of them ticks, whatever its lines begin with",
    "# Question 1\nWhich setup survives the loss of a zone?\n\n- **A.** One large instance\n- **B.** Instances in 3 zones\n- **C.** Instances in 2 zones\n\n## Answers\n### A. One instance — ❌ Incorrect\n- AWS cannot move it\n### B. Three zones — ✅ Correct\n- 3 zones are enough\n### C. Two zones — ❌ Incorrect\n- 2 are few",
    [
      "question: Which setup survives the loss of a zone? / A. One large instance / B. Instances in 3 zones / C. Instances in 2 zones = B. Instances in 3 zones / ・3 zones are enough",
    ],
  ],
  [
    "no choice of lines that only begin with its letter or number",
    "# Question 1\nWhich setup survives the loss of a zone?\n\n- **A.** One large instance\n- **B.** Instances in 3 zones\n- **C.** Instances in 2 zones\n\n## Notes\nAWS has 3 zones in most regions.\n- 3 zones hold more than one.",
    [],
  ],
  [
    "below the service alone of a title with a folder or the kind of text, and below a thing that is no service",
    "# AWS/ストレージ/Amazon S3\n## 主な設定\n- **バージョニング**：オブジェクトの古い版を残して、消した物も戻せるようにする機能\n# AWS Transit Gateway：まずこれだけ\n## 覚えること\n- **ルートテーブル**：アタッチメントごとに通信の行き先を決める表",
    [
      "term: Amazon S3 › バージョニング = オブジェクトの古い版を残して、消した物も戻せるようにする機能",
      "term: AWS Transit Gateway › ルートテーブル = アタッチメントごとに通信の行き先を決める表",
    ],
  ],
  [
    "a list without the part that has its own title",
    "# CloudFormation\n## ヘルパースクリプト\n- **ヘルパースクリプト**\n- **cfn-init**\n- **cfn-signal**\n- **cfn-hup**",
    ["list: CloudFormation › ヘルパースクリプト = ・cfn-init / ・cfn-signal / ・cfn-hup"],
  ],
  [
    "nothing of what a service does in an example, nor of a list of headings",
    "# AWS\n## 構成例 1\n| サービス | 役割 |\n|---|---|\n| Amazon Athena | S3に置いたファイルをSQLで分析するサービス |\n| AWS Fargate | サーバーを管理せずにコンテナを実行するサービス |\n# Amazon RDS\n## Contents\n- **マルチAZ**：予備のインスタンスを別のゾーンに置いて切り替える構成",
    [],
  ],
  [
    "the thing that another one is compared with",
    "# Amazon SNS\n## SQSとは違うの？\nSQSは受け取る側が取りに来るまで、SNSは届くとすぐに送ります。",
    ["question: Amazon SNS › SQSとは違うの？ = SQSは受け取る側が取りに来るまで、SNSは届くとすぐに送ります。"],
  ],
  [
    "nothing that says its name again, only stands for it, or is cut off",
    "# Amazon EBS\n永続的なブロックストレージサービス。\n# AWS WAF\nAWS WAFは「Webアプリケーションファイアウォール」を提供するサービス\n# AWS Config\n- **レート制限ルール**：IPアドレスやリクエストのパターンに基づく\n# IAM\nIdentity and Access Management\n# Amazon EC2\n- **インスタンスメタデータ**：インスタンスメタデータとは、EC2インスタンス自身に関するデータ。",
    ["term: Amazon EBS = 永続的なブロックストレージサービス。"],
  ],
  [
    "no words of a program that wrote the answer",
    "# Amazon SNS\n## Q: Why use Amazon SNS?\nIt sends one message to many.\n\nAbsolutely! Here's an extended table of what it does.",
    ["question: Why use Amazon SNS? = It sends one message to many."],
  ],
  [
    "nothing of a sentence without its subject, on where a service is, or on something else",
    "# Amazon VPC\n## DHCPオプションセット\nがVPCと一緒に自動で作成される。\n# CloudWatch\nCloudWatch is a public service that can be accessed via public endpoints.\n# Global Accelerator\nTraffic flows on the internet by taking hops from network to network.\n# AWS WAF\n## Web ACLs\nWeb ACLs are regional when applied to a load balancer.",
    [],
  ],
  [
    "all right choices of several with full-width commas",
    "### !Q12. キャッシュに置くとよいものはどれですか\n1. セッション状態\n2. 商品カタログ\n3. 銀行口座の残高\n<details><div>\n    答え：１，２\n</div></details>",
    [
      "question: キャッシュに置くとよいものはどれですか / 1. セッション状態 / 2. 商品カタログ / 3. 銀行口座の残高 = 1. セッション状態 / 2. 商品カタログ",
    ],
  ],
  [
    "a mock exam in a table, with choices on the front and the reason on the back",
    "# CFN\n| 問題 | 選択肢 | 正解 | 解説 |\n|---|---|---|---|\n| EC2の設定完了を待つには？ | A) DependsOn B) CreationPolicy | B | シグナルが必要 |\n| 順序を決めるには？ | 1. DependsOn<br>2. Metadata | 1 | |\n\n| Question | Options | Answer |\n|---|---|---|\n| Which two wait for signals? | A. WaitCondition B. CreationPolicy C. DependsOn | A, B |\n| Which keeps a bucket? | Retain / Delete | Retain |\n\n| No | 問題 | A | B | C | 正解 |\n|---|---|---|---|---|---|\n| 1 | 出力を共有するには？ | Export | Import | | A |\n\n| 問題 | 1 | 2 | 解答 | 理由 |\n|---|---|---|---|---|\n| 値を渡すのは？ | Parameters | Outputs | 1. | |\n| 値を返すのは？ | Parameters | Outputs | 2 | 他のスタックから読める |",
    [
      "question: EC2の設定完了を待つには？ / A) DependsOn / B) CreationPolicy = B) CreationPolicy / シグナルが必要",
      "question: CFN › 順序を決めるには？ / 1. DependsOn / 2. Metadata = 1. DependsOn",
      "question: Which two wait for signals? / A. WaitCondition / B. CreationPolicy / C. DependsOn = A. WaitCondition / B. CreationPolicy",
      "question: CFN › Which keeps a bucket? / Retain / Delete = Retain",
      "question: CFN › 出力を共有するには？ / A. Export / B. Import = A. Export",
      "question: CFN › 値を渡すのは？ / 1. Parameters / 2. Outputs = 1. Parameters",
      "question: CFN › 値を返すのは？ / 1. Parameters / 2. Outputs = 2. Outputs / 他のスタックから読める",
    ],
  ],
  [
    "no row whose letter is of no choice, whose choices are all right, or between whose columns something else stands",
    "# CFN\n| 問題 | 選択肢 | 正解 |\n|---|---|---|\n| 待つには？ | A) DependsOn B) CreationPolicy | D |\n| 残すには？ | A) Retain B) Snapshot | A, B |\n| 見るには？ | | C |\n\n| 問題 | 自分の回答 | 正解 |\n|---|---|---|\n| 失敗したら？ | A | ロールバックする |",
    [],
  ],
  [
    "the choice whose number is folded away below a numbered question",
    "# CloudFormation\n## 問題1\n次のうち、シグナルを待つのはどれ？\n1. DependsOn\n2. CreationPolicy\n3. UpdatePolicy\n\n<details><summary>解答</summary>\n2\n</details>\n\n## 問題2\nスタックを削除から守るものは？\n\n1. スタックポリシー\n2. 削除保護\n\n:::details 解答・解説\n**2**\n削除保護を有効にすると、スタックを削除できません。\n:::\n\n### 問3\n値を渡すものは？\n\n- [ ] Outputs\n- [ ] Parameters\n\n<details>\n<summary>答え</summary>\n\nParameters\n\nOutputsは値を返します。\n\n</details>\n\n## 値を返すのはどれ？\n1. Parameters\n2. Outputs\n\n:::details 解答\n2. Outputs\n:::",
    [
      "question: 次のうち、シグナルを待つのはどれ？ / 1. DependsOn / 2. CreationPolicy / 3. UpdatePolicy = 2. CreationPolicy",
      "question: CloudFormation › スタックを削除から守るものは？ / 1. スタックポリシー / 2. 削除保護 = 2. 削除保護 / 削除保護を有効にすると、スタックを削除できません。",
      "question: CloudFormation › 値を渡すものは？ / (A) Outputs / (B) Parameters = (B) Parameters / Outputsは値を返します。",
      "question: CloudFormation › 値を返すのはどれ？ / 1. Parameters / 2. Outputs = 2. Outputs",
    ],
  ],
  [
    "nothing of the next question in an explanation, and no exercise whose solution is folded away",
    "# CloudFormation\n### Q1: シグナルを待つ属性は？\n- [ ] A. DependsOn\n- [ ] B. CreationPolicy\n\n<details>\n<summary>解答</summary>\n\n**正解: B**\n\nシグナルの数を指定します。\n</details>\n\n**問題2**: スタックを削除しても残すには？\n\n:::details 解答\nDeletionPolicyにRetainを指定する。\n:::\n\n### 問題 3: 変更セットを作る\n\n以下の要件で作成してください。\n\n- 名前は任意\n\n<details>\n<summary>解答</summary>\n\n```bash\naws cloudformation create-change-set\n```\n\n</details>",
    [
      "question: CloudFormation › シグナルを待つ属性は？ / A. DependsOn / B. CreationPolicy = B. CreationPolicy / シグナルの数を指定します。",
    ],
  ],
  [
    "a question with choices that have numbers in circles",
    "# CloudFormation\n## 問4\n次のうちドリフトを検出できるのはどれか。\n① DetectStackDrift\n② ListStacks\n\n:::details 正解\n①\n:::",
    [
      "question: CloudFormation › 次のうちドリフトを検出できるのはどれか。 / 1. DetectStackDrift / 2. ListStacks = 1. DetectStackDrift",
    ],
  ],
  [
    "no name again before its meaning, whatever stands between them",
    "# CFN cards\n- **MaxConcurrentCount** …同時に展開する最大のアカウント数\n- **DependsOn** ― 作成の順序を決める属性",
    [
      "term: CFN cards › MaxConcurrentCount = 同時に展開する最大のアカウント数",
      "term: DependsOn = 作成の順序を決める属性",
    ],
  ],
  [
    "what a setting decides as an indirect question, not what a section would be on",
    "# CFN cards\n- FailureToleranceCount：何アカウントまで失敗してよいか\n- UpdateReplacePolicy：置換のときに古いリソースをどうするか\n- DeletionPolicy：いつ使うか\n- CreationPolicy：WaitConditionとどう違うか",
    [
      "term: CFN cards › FailureToleranceCount = 何アカウントまで失敗してよいか",
      "term: UpdateReplacePolicy = 置換のときに古いリソースをどうするか",
      "name: 置換のときに古いリソースをどうするか = UpdateReplacePolicy",
    ],
  ],
];

describe("what a card asks", () => {
  for (const [name, text, expected] of [
    ["a name as it is", "## ELB\n- SpilloverCount : あふれて拒否された要求の総数。", ["SpilloverCount"]],
  ] as const)
    it(name, () => {
      assert.deepEqual(cardsIn(text).map(questionText), expected);
    });
});

describe("cards of notes", () => {
  for (const [name, text, expected] of CASES) it(name, () => check(text, expected));

  // Where each step looked at all that came before, these took most of a minute.
  for (const [name, part] of [
    ["lines that go on", "a\n"],
    ["sentences", "a. "],
    ["sentences with words in bold", "**a** b. "],
    ["brackets", "a (b. "],
  ] as const)
    it(`are made of many ${name} in a moment`, () =>
      inCpuTime(size(15_000), () => check(`# T\n\n${part.repeat(size(900_000) / part.length)}\n`, [])));
});
