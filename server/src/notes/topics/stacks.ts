import type { Topic } from "../topic.ts";

const command = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `word:aws cloudformation ${name}`);

export const stackTopics: readonly Topic[] = [
  {
    id: "rollback",
    names: [
      "Rollback",
      "ロールバック",
      "OnFailure",
      "DisableRollback",
      "ロールバックの無効化",
      "スタックのロールバック",
      "作成失敗時のロールバック",
    ],
    places: [
      "section:AWSTemplateFormatVersion",
      "AWS::CloudFormation::Stack",
      "word:--on-failure",
      "word:--disable-rollback",
      "word:--no-rollback",
      "text:OnFailure",
      "text:OnStackFailure",
      "text:DisableRollback",
      "text:ROLLBACK_COMPLETE",
      "text:ROLLBACK_FAILED",
      "text:UPDATE_ROLLBACK_COMPLETE",
      "text:UPDATE_ROLLBACK_FAILED",
    ],
  },
  {
    id: "cloudformation",
    isService: true,
    names: ["CloudFormation", "AWS CloudFormation", "クラウドフォーメーション", "CFn", "Stack", "スタック"],
    places: ["AWS::CloudFormation::Stack", "section:AWSTemplateFormatVersion"],
  },
  {
    id: "express-mode",
    names: [
      "Express mode",
      "Expressモード",
      "エクスプレスモード",
      "CloudFormation express mode",
      "Deployment modes",
      "デプロイモード",
    ],
    places: ["word:--deployment-config"],
  },
  {
    id: "drift",
    names: ["Drift", "Drift detection", "Stack drift", "ドリフト", "ドリフト検出", "ドリフトの検出", "Detecting drift"],
    places: [
      "AWS::CloudFormation::*",
      ...command("detect-stack-drift", "detect-stack-resource-drift", "describe-stack-resource-drifts"),
    ],
  },
  {
    id: "direct-update",
    names: [
      "Direct update",
      "Direct updates",
      "直接更新",
      "直接アップデート",
      "ダイレクトアップデート",
      "スタックの直接更新",
    ],
    places: command("update-stack"),
  },
  {
    id: "change-sets",
    names: ["Change sets", "Change set", "変更セット", "チェンジセット"],
    places: [
      "AWS::CloudFormation::ChangeSet",
      ...command("create-change-set", "execute-change-set", "describe-change-set", "deploy"),
    ],
  },
  {
    id: "throttling",
    names: [
      "Throttling",
      "スロットリング",
      "APIスロットリング",
      "API throttling",
      "Rate exceeded",
      "Exponential backoff",
      "エクスポネンシャルバックオフ",
    ],
    places: ["attribute:DependsOn", "text:ThrottlingException"],
  },
  {
    id: "dependencies",
    names: ["Dependencies", "References and dependencies", "依存関係", "参照と依存関係"],
    under: ["cloudformation"],
    fullNames: [
      "Circular dependency",
      "Circular dependencies",
      "Dependency cycles",
      "Undefined references",
      "Unresolved resource dependencies",
      "CloudFormation dependencies",
      "循環依存",
      "循環参照",
      "循環依存関係",
      "未定義の参照",
      "CloudFormationの依存関係",
    ],
    places: ["function:Ref", "function:Fn::GetAtt", "function:Fn::Sub"],
  },
  {
    id: "yaml-syntax",
    names: ["YAML syntax", "YAMLの構文", "YAMLの書き方", "YAMLの文法", "Duplicate keys", "キーの重複", "重複キー"],
    places: [],
  },
  {
    id: "stateful-resources",
    names: [
      "Stateful resources",
      "Resources that hold data",
      "ステートフルなリソース",
      "データを持つリソース",
      "データの保護",
    ],
    places: [
      "AWS::RDS::DBInstance",
      "AWS::RDS::DBCluster",
      "AWS::DynamoDB::Table",
      "AWS::DynamoDB::GlobalTable",
      "AWS::EFS::FileSystem",
      "AWS::EC2::Volume",
      "AWS::S3::Bucket",
      "AWS::DocDB::DBCluster",
      "AWS::Neptune::DBCluster",
      "AWS::Redshift::Cluster",
      "AWS::ElastiCache::ReplicationGroup",
    ],
  },
];
