import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

const distribution = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::CloudFront::Distribution.DistributionConfig.${path}`);

export const cloudFrontDistributionTopics: readonly Topic[] = [
  topicBelow(
    "cf-origins",
    "CloudFront",
    "Origin|Origins|オリジン|オリジンサーバー",
    distribution("Origins", "Origins.DomainName"),
    distribution(
      "Origins.Id",
      "Origins.OriginPath",
      "Origins.CustomOriginConfig.HTTPPort",
      "Origins.CustomOriginConfig.OriginReadTimeout",
      "Origins.CustomOriginConfig.OriginKeepaliveTimeout",
      "DefaultCacheBehavior.TargetOriginId",
      "CacheBehaviors.TargetOriginId",
    ),
  ),
  topicBelow(
    "cf-behavior",
    "CloudFront",
    "Behavior|Cache behavior|Default cache behavior|Behaviour|Cache behaviour|Cache behavior settings|ビヘイビア|キャッシュビヘイビア|キャッシュ動作|ビヘイビアー",
    distribution("DefaultCacheBehavior", "CacheBehaviors"),
    distribution(
      "DefaultCacheBehavior.ViewerProtocolPolicy",
      "DefaultCacheBehavior.AllowedMethods",
      "DefaultCacheBehavior.CachedMethods",
      "DefaultCacheBehavior.Compress",
      "CacheBehaviors.ViewerProtocolPolicy",
      "CacheBehaviors.AllowedMethods",
      "CacheBehaviors.CachedMethods",
      "CacheBehaviors.Compress",
      "HttpVersion",
    ),
  ),
];
