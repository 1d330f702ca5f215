import { type ComparisonTable, row, same } from "./comparison.ts";

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/";

/** Where data is kept, where containers run, and how functions get their share of concurrency. */
export const storageAndComputeComparisons: readonly ComparisonTable[] = [
  {
    id: "storage",
    columns: [
      { name: "EBS", topic: "ebs-type", names: ["Elastic Block Store"] },
      { name: "EFS", topic: "efs-file-system", names: ["Elastic File System"] },
      { name: "S3", topic: "s3-lifecycle", names: ["Simple Storage Service"] },
    ],
    rows: [
      row(
        ["Kind", "種類"],
        ["block storage: a disk", "ブロックストレージ（ディスク）"],
        ["file storage (NFS)", "ファイルストレージ（NFS）"],
        ["object storage, by an API", "オブジェクトストレージ（API）"],
      ),
      row(
        ["Used by", "使える相手"],
        ["mostly one instance, in its zone", "ふつうは同じAZの1つのインスタンス"],
        ["many Linux instances, in all zones of a region", "リージョン内の複数AZの多数のLinuxインスタンス"],
        ["whoever may call the API", "権限のあるだれでも"],
      ),
      row(
        ["Size", "容量"],
        ["provisioned before", "先に決める"],
        ["grows and shrinks by itself", "自動で増減"],
        ["unlimited", "無制限"],
      ),
      row(
        ["Lost with", "失うとき"],
        ["its Availability Zone: take snapshots", "AZの障害（スナップショットを取る）"],
        ["the region (a One Zone file system: its zone)", "リージョンの障害（1ゾーンならAZの障害）"],
        ["the region (One Zone classes: the zone)", "リージョンの障害（1ゾーンのクラスならAZの障害）"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["system disks, databases", "システムディスク、データベース"],
        ["files that several servers share", "複数のサーバーで共有するファイル"],
        ["backups, static sites, data lakes", "バックアップ、静的サイト、データレイク"],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/decision-guides/latest/storage-on-aws-how-to-choose/choosing-aws-storage-service.html",
      "https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html",
      "https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html",
    ],
  },
  {
    id: "storage-classes",
    columns: [
      { name: "STANDARD_IA", topic: "s3-lifecycle", names: ["Standard-IA", "S3 Standard-IA"] },
      { name: "INTELLIGENT_TIERING", topic: "s3-lifecycle", names: ["Intelligent-Tiering", "S3 Intelligent-Tiering"] },
      {
        name: "GLACIER_IR",
        topic: "s3-lifecycle",
        names: ["Glacier Instant Retrieval", "S3 Glacier Instant Retrieval"],
      },
      {
        name: "GLACIER",
        topic: "s3-lifecycle",
        names: ["Glacier Flexible Retrieval", "S3 Glacier Flexible Retrieval"],
      },
      { name: "DEEP_ARCHIVE", topic: "s3-lifecycle", names: ["Glacier Deep Archive", "S3 Glacier Deep Archive"] },
    ],
    rows: [
      row(
        ["For", "用途"],
        ["about once a month", "月に1回程度"],
        ["unknown or changing access", "アクセス頻度が不明、変わる"],
        ["about once a quarter, at once", "四半期に1回程度、すぐ必要"],
        ["about once a year, may wait", "年に1回程度、待てる"],
        ["less than once a year", "年に1回未満"],
      ),
      row(
        ["First byte", "取り出し"],
        ["milliseconds", "ミリ秒"],
        ["milliseconds (archive tiers: minutes to hours)", "ミリ秒（アーカイブ階層は数分〜数時間）"],
        ["milliseconds", "ミリ秒"],
        ["minutes to hours, after a restore", "復元に数分〜数時間"],
        ["within 12 to 48 hours, after a restore", "復元に12〜48時間"],
      ),
      row(
        ["Charged at least for", "最低課金期間"],
        ["30 days", "30日"],
        ["none", "なし"],
        ["90 days", "90日"],
        ["90 days", "90日"],
        ["180 days", "180日"],
      ),
      row(
        ["Retrieval fee", "取り出し料金"],
        ["yes", "あり"],
        ["no (but one for monitoring)", "なし（監視の料金あり）"],
        ["yes", "あり"],
        ["yes (bulk is free)", "あり（一括は無料）"],
        ["yes", "あり"],
      ),
    ],
    sources: [`${S3}storage-class-intro.html`, `${S3}restoring-objects-retrieval-options.html`],
  },
  {
    id: "containers",
    columns: [
      { name: "ECS", topic: "ecs-service", names: ["Elastic Container Service"] },
      { name: "EKS", topic: "eks-cluster", names: ["Elastic Kubernetes Service", "Kubernetes"] },
    ],
    rows: [
      row(["Orchestrated by", "オーケストレーター"], ["AWS's own", "AWS独自"], ["Kubernetes", "Kubernetes"]),
      row(
        ["What runs", "動かす単位"],
        ["tasks, from a task definition", "タスク（タスク定義）"],
        ["pods, from manifests", "ポッド（マニフェスト）"],
      ),
      row(
        ["Control plane", "コントロールプレーン"],
        ["free", "無料"],
        ["charged by the hour", "時間あたりの料金がかかる"],
      ),
      row(
        ["Upgrades", "バージョンの更新"],
        ["none to do", "不要"],
        ["you move to newer Kubernetes versions", "Kubernetesのバージョンを上げ続ける"],
      ),
      row(
        ["Permissions of the code", "コードの権限"],
        ["the task role", "タスクロール"],
        ["Pod Identity or IRSA", "Pod IdentityかIRSA"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["containers with the least to look after", "管理の手間を少なくしたいとき"],
        ["Kubernetes tools and portability", "Kubernetesの資産や移植性が必要なとき"],
      ),
    ],
    sources: [
      "https://docs.aws.amazon.com/decision-guides/latest/containers-on-aws-how-to-choose/choosing-aws-container-service.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/Welcome.html",
      "https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html",
    ],
  },
  {
    id: "concurrency",
    columns: [
      {
        name: "Reserved concurrency",
        ja: "予約された同時実行",
        topic: "lambda-reserved",
        names: ["予約済み同時実行", "ReservedConcurrentExecutions"],
      },
      {
        name: "Provisioned concurrency",
        ja: "プロビジョニングされた同時実行",
        topic: "lambda-provisioned",
        names: ["プロビジョニング済み同時実行", "ProvisionedConcurrencyConfig"],
      },
    ],
    rows: [
      row(
        ["Does", "働き"],
        ["keeps a share for the function, and limits it to that", "関数の分を確保し、同時に上限にする"],
        ["keeps environments initialised", "実行環境を初期化しておく"],
      ),
      row(
        ["Cold starts", "コールドスタート"],
        ["as before", "変わらない"],
        ["avoided, as far as it reaches", "その数までは避けられる"],
      ),
      row(["Costs", "料金"], ["nothing", "かからない"], ["while it is configured", "設定している間かかる"]),
      row(
        ["Set on", "設定する場所"],
        ["the function", "関数"],
        ["a version or an alias, not $LATEST", "バージョンかエイリアス（$LATESTは不可）"],
      ),
      row(
        ["Good for", "向いている用途"],
        ["protecting a database, or other functions", "データベースやほかの関数を守る"],
        ["answers without delay", "応答の遅れを避ける"],
      ),
      row(
        ["In a template", "テンプレート"],
        same("ReservedConcurrentExecutions"),
        same("ProvisionedConcurrencyConfig"),
      ),
    ],
    sources: [`${LAMBDA}lambda-concurrency.html`, `${LAMBDA}provisioned-concurrency.html`],
  },
];
