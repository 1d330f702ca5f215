import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

/** How data is kept from being lost, and how it is shared. */
export const dataProtectionTopics: readonly Topic[] = [
  topicBelow(
    "disaster-recovery",
    "",
    "Disaster recovery|DR|RTO|RPO|災害対策|災害復旧|ディザスタリカバリ|Pilot light|パイロットライト|Warm standby|ウォームスタンバイ|Backup and restore|バックアップと復元",
    [],
  ),
  topicBelow(
    "ebs-snapshots",
    "EBS",
    "Snapshot|Snapshots|Snapshot lifecycle|スナップショット|スナップショットのライフサイクル|Data Lifecycle Manager|DLM|Fast snapshot restore|高速スナップショット復元",
    ["AWS::DLM::LifecyclePolicy"],
    [
      "AWS::DLM::LifecyclePolicy.PolicyDetails",
      "AWS::DLM::LifecyclePolicy.PolicyDetails.**",
      "AWS::EC2::Volume.SnapshotId",
    ],
  ),
  topicBelow(
    "aurora-global",
    "RDS",
    "Global database|Aurora Global Database|Aurora Global|グローバルデータベース",
    ["AWS::RDS::GlobalCluster"],
    ["AWS::RDS::GlobalCluster.SourceDBClusterIdentifier", "AWS::RDS::DBCluster.GlobalClusterIdentifier"],
  ),
  topicBelow(
    "rds-proxy",
    "RDS",
    "Proxy|プロキシ|Connection pooling|コネクションプーリング|接続プール",
    ["AWS::RDS::DBProxy"],
    [
      "AWS::RDS::DBProxy.EngineFamily",
      "AWS::RDS::DBProxy.Auth",
      "AWS::RDS::DBProxy.Auth.**",
      "AWS::RDS::DBProxy.RequireTLS",
      "AWS::RDS::DBProxy.IdleClientTimeout",
      "AWS::RDS::DBProxy.RoleArn",
      "AWS::RDS::DBProxyTargetGroup",
    ],
  ),
  topicBelow(
    "s3-access-points",
    "S3",
    "Access point|Access points|アクセスポイント",
    ["AWS::S3::AccessPoint"],
    ["AWS::S3::AccessPoint.VpcConfiguration", "AWS::S3::AccessPoint.Policy", "AWS::S3::AccessPoint.Bucket"],
  ),
  topicBelow(
    "s3-presigned",
    "S3",
    "Presigned URL|Pre-signed URL|署名付きURL|事前署名付きURL|署名済みURL|事前署名済みURL",
    ["word:aws s3 presign"],
  ),
];
