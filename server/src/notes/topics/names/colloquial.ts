import type { Topic } from "../../binding/topic.ts";
import { topicBelow } from "../topicBelow.ts";

/**
 * What people call things whose property has another name, and that no dictionary of words leads to: デッドレターキュー
 * is `RedrivePolicy`. Id, below what it counts ("" for anywhere), names, places.
 */
const ROWS: readonly (readonly [id: string, below: string, names: string, places: string])[] = [
  [
    "s3-acceleration",
    "S3",
    "Transfer acceleration|転送の加速|転送アクセラレーション|高速転送|Transfer Acceleration",
    "AWS::S3::Bucket.AccelerateConfiguration AWS::S3::Bucket.AccelerateConfiguration.AccelerationStatus",
  ],
  ["lambda-memory", "Lambda", "Memory|メモリ|メモリサイズ|メモリ割り当て", "AWS::Lambda::Function.MemorySize"],
  [
    "ddb-encryption",
    "DynamoDB",
    "Encryption|Encryption at rest|暗号化|保管時の暗号化",
    "AWS::DynamoDB::Table.SSESpecification",
  ],
  [
    "scheduled-actions",
    "AutoScaling",
    "Scheduled|Schedule based|Scheduled policy|スケジュール|スケジュールベース",
    "AWS::AutoScaling::ScheduledAction",
  ],
  [
    "ec2-ami",
    "EC2",
    "AMI|Amazon Machine Image|マシンイメージ",
    "AWS::EC2::Instance.ImageId AWS::EC2::LaunchTemplate.LaunchTemplateData.ImageId",
  ],
  [
    "ec2-tenancy",
    "EC2",
    "Tenancy|テナンシー|Dedicated instance|ハードウェア専有インスタンス|専有インスタンス",
    "AWS::EC2::Instance.Tenancy",
  ],
  [
    "ec2-hibernation",
    "EC2",
    "Hibernate|Hibernation|休止|休止状態|ハイバネーション|EC2 Hibernate",
    "AWS::EC2::Instance.HibernationOptions",
  ],
  ["vgw", "", "Virtual private gateway|VGW|VPN gateway|仮想プライベートゲートウェイ", "AWS::EC2::VPNGateway"],
  ["site-to-site-vpn", "", "Site-to-site VPN|VPN connection|サイト間VPN|VPN接続", "AWS::EC2::VPNConnection"],
  [
    "inline-policy",
    "IAM",
    "Inline policy|インラインポリシー",
    "AWS::IAM::Role.Policies AWS::IAM::User.Policies AWS::IAM::Group.Policies",
  ],
  [
    "alarm-missing-data",
    "Alarms",
    "Missing data|欠落データ|欠落データの処理|データ不足",
    "AWS::CloudWatch::Alarm.TreatMissingData",
  ],
  [
    "alarm-datapoints",
    "Alarms",
    "M out of N|Datapoints to alarm|アラームを実行するデータポイント",
    "AWS::CloudWatch::Alarm.DatapointsToAlarm",
  ],
  ["metric-math", "CloudWatch", "Metric math|メトリクス数式|メトリクスの数式", "AWS::CloudWatch::Alarm.Metrics"],
  [
    "cf-price",
    "CloudFront",
    "Price class|Pricing|料金クラス|価格クラス|プライスクラス|料金",
    "AWS::CloudFront::Distribution.DistributionConfig.PriceClass",
  ],
  [
    "cf-field-level",
    "",
    "Field level encryption|Field-level encryption|フィールドレベル暗号化|フィールドレベルの暗号化",
    "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.FieldLevelEncryptionId AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.FieldLevelEncryptionId",
  ],
  [
    "cf-viewer-protocol",
    "CloudFront",
    "Viewer protocol policy|Viewer protocol|ビューワープロトコルポリシー|ビューアープロトコルポリシー|ビューワープロトコル",
    "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.ViewerProtocolPolicy",
  ],
  [
    "cf-shield",
    "CloudFront",
    "Origin shield|オリジンシールド",
    "AWS::CloudFront::Distribution.DistributionConfig.Origins.OriginShield",
  ],
  [
    "cf-domains",
    "CloudFront",
    "Alternate domain name|Custom domain|CNAME|代替ドメイン名|独自ドメイン",
    "AWS::CloudFront::Distribution.DistributionConfig.Aliases",
  ],
  [
    "cf-compression",
    "CloudFront",
    "Compression|File compression|圧縮|ファイルの圧縮",
    "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.Compress AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.Compress",
  ],
  ["api-throttling", "ApiGateway", "Throttling|スロットリング", "AWS::ApiGateway::UsagePlan.Throttle"],
  ["api-caching", "ApiGateway", "Caching|Cache|キャッシュ|API caching", "AWS::ApiGateway::Stage.CacheClusterEnabled"],
  ["shards", "Kinesis", "Shard|シャード|シャード数", "AWS::Kinesis::Stream.ShardCount"],
  ["enhanced-fan-out", "Kinesis", "Enhanced fan-out|拡張ファンアウト", "AWS::Kinesis::StreamConsumer"],
  [
    "event-schedule",
    "EventBridge",
    "Schedule|Schedule expression|Scheduled rule|スケジュール|スケジュール式|cron",
    "AWS::Events::Rule.ScheduleExpression",
  ],
  [
    "eb-version",
    "Beanstalk",
    "Application version|アプリケーションバージョン",
    "AWS::ElasticBeanstalk::ApplicationVersion",
  ],
  [
    "eb-platform",
    "Beanstalk",
    "Platform|Solution stack|プラットフォーム|ソリューションスタック",
    "AWS::ElasticBeanstalk::Environment.SolutionStackName AWS::ElasticBeanstalk::Environment.PlatformArn",
  ],
  [
    "eb-saved-configuration",
    "Beanstalk",
    "Saved configuration|保存済み設定|保存された設定",
    "AWS::ElasticBeanstalk::ConfigurationTemplate",
  ],
  ["opsworks-layer", "OpsWorks", "Layer|レイヤー", "AWS::OpsWorks::Layer"],
  [
    "opsworks-auto-healing",
    "OpsWorks",
    "Auto healing|自動ヒーリング|オートヒーリング",
    "AWS::OpsWorks::Layer.EnableAutoHealing",
  ],
];

export const colloquialNames: readonly Topic[] = ROWS.map(([id, below, names, places]) =>
  topicBelow(id, below, names, places.split(" ")),
);
