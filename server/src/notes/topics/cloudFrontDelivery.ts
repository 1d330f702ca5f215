import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

/** What CloudFront does besides caching: whom it lets in, where it turns to, what it runs, what it writes down. */
export const cloudFrontDeliveryTopics: readonly Topic[] = [
  topicBelow(
    "cf-signed",
    "CloudFront",
    "Signed URL|Signed cookie|Signed URLs and signed cookies|Signed URL / Signed Cookies|Signed URL / Cookies|Signed URLs & Cookies|Signed URL & Signed Cookies|署名付きURL|署名付きCookie|署名付きURLと署名付きCookie|署名付きURL・Cookie|署名付きURL/Cookie|Trusted key group|Trusted signer|Private content|プライベートコンテンツ",
    [
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.TrustedKeyGroups",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.TrustedKeyGroups",
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.TrustedSigners",
      "AWS::CloudFront::KeyGroup",
    ],
    [
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.TrustedSigners",
      "AWS::CloudFront::PublicKey",
      "AWS::CloudFront::KeyGroup.KeyGroupConfig",
    ],
  ),
  topicBelow(
    "cf-geo",
    "CloudFront",
    "Geo restriction|Geographic restriction|Geo blocking|Geo-restriction|地理的制限|地域制限|地理制限|地理的ディストリビューションの制限|国別制限",
    [
      "AWS::CloudFront::Distribution.DistributionConfig.Restrictions.GeoRestriction",
      "AWS::CloudFront::Distribution.DistributionConfig.Restrictions",
    ],
    [
      "AWS::CloudFront::Distribution.DistributionConfig.Restrictions.GeoRestriction.RestrictionType",
      "AWS::CloudFront::Distribution.DistributionConfig.Restrictions.GeoRestriction.Locations",
    ],
  ),
  topicBelow(
    "cf-origin-group",
    "CloudFront",
    "Origin group|Origin failover|オリジングループ|オリジンフェイルオーバー|オリジンフェールオーバー",
    ["AWS::CloudFront::Distribution.DistributionConfig.OriginGroups"],
    ["AWS::CloudFront::Distribution.DistributionConfig.OriginGroups.**"],
  ),
  topicBelow(
    "cf-functions",
    "",
    "CloudFront Functions|CloudFront Function|CloudFrontファンクション|CloudFront関数",
    [
      "AWS::CloudFront::Function",
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.FunctionAssociations",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.FunctionAssociations",
    ],
    [
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.FunctionAssociations.EventType",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.FunctionAssociations.EventType",
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.FunctionAssociations.FunctionARN",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.FunctionAssociations.FunctionARN",
    ],
  ),
  topicBelow(
    "lambda-edge",
    "",
    "Lambda@Edge|Lambda Edge|Lambdaエッジ",
    [
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.LambdaFunctionAssociations",
    ],
    [
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.EventType",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.LambdaFunctionAssociations.EventType",
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.LambdaFunctionARN",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.LambdaFunctionAssociations.LambdaFunctionARN",
    ],
  ),
  topicBelow(
    "cf-logs",
    "CloudFront",
    "Logs|Logging|Access log|Standard log|Standard logs|Real-time log|ログ|アクセスログ|標準ログ|リアルタイムログ|ログとレポート",
    ["AWS::CloudFront::Distribution.DistributionConfig.Logging", "AWS::CloudFront::RealtimeLogConfig"],
    [
      "AWS::CloudFront::Distribution.DistributionConfig.Logging.Bucket",
      "AWS::CloudFront::Distribution.DistributionConfig.Logging.Prefix",
      "AWS::CloudFront::Distribution.DistributionConfig.Logging.IncludeCookies",
      "AWS::CloudFront::Distribution.DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn",
      "AWS::CloudFront::Distribution.DistributionConfig.CacheBehaviors.RealtimeLogConfigArn",
      "AWS::CloudFront::MonitoringSubscription",
      "AWS::CloudFront::RealtimeLogConfig.SamplingRate",
    ],
  ),
];
