import type { Topic } from "../binding/topic.ts";

/** The same property of the default and of the other cache behaviours. */
const behavior = (...paths: readonly string[]): readonly string[] =>
  ["DefaultCacheBehavior", "CacheBehaviors"].flatMap((key) =>
    paths.map((path) => `AWS::CloudFront::Distribution.DistributionConfig.${key}.${path}`),
  );

const distribution = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::CloudFront::Distribution.DistributionConfig.${path}`);

const cachePolicy = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::CloudFront::CachePolicy.CachePolicyConfig.${path}`);

const QUERY_STRING_PLACES = [
  ...behavior("ForwardedValues.QueryString", "ForwardedValues.QueryStringCacheKeys"),
  ...cachePolicy(
    "ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig",
    "ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior",
    "ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStrings",
  ),
];

const TTL_PLACES = [...behavior("DefaultTTL", "MaxTTL", "MinTTL"), ...cachePolicy("DefaultTTL", "MaxTTL", "MinTTL")];

const ORIGIN_PLACES = distribution(
  "Origins.CustomOriginConfig",
  "Origins.CustomOriginConfig.OriginProtocolPolicy",
  "Origins.CustomOriginConfig.OriginSSLProtocols",
  "Origins.CustomOriginConfig.HTTPSPort",
  "CustomOrigin",
  "CustomOrigin.OriginProtocolPolicy",
);

const VIEWER_PLACES = distribution(
  "ViewerCertificate",
  "ViewerCertificate.AcmCertificateArn",
  "ViewerCertificate.IamCertificateId",
  "ViewerCertificate.CloudFrontDefaultCertificate",
  "ViewerCertificate.SslSupportMethod",
  "ViewerCertificate.MinimumProtocolVersion",
);

export const cloudFrontTopics: readonly Topic[] = [
  {
    id: "cloudfront",
    scope: "service",
    names: ["CloudFront", "Amazon CloudFront", "クラウドフロント", "CDN", "Content delivery network"],
    places: ["AWS::CloudFront::Distribution"],
    placesOfMarked: distribution("PriceClass").concat("AWS::CloudFront::Distribution.DistributionConfig"),
  },
  {
    id: "cache-query-strings",
    names: [
      "Query strings",
      "Query string",
      "クエリ文字列",
      "クエリ文字列パラメータ",
      "クエリストリング",
      "クエリパラメータ",
    ],
    under: ["cloudfront", "cache-hit-ratio"],
    fullNames: ["Query string forwarding", "クエリ文字列の転送", "QueryStringCacheKeys"],
    places: QUERY_STRING_PLACES,
  },
  {
    id: "cache-ttl",
    names: [
      "TTL",
      "Cache-Control",
      "max-age",
      "Cache-Control max-age",
      "キャッシュ期間",
      "キャッシュの有効期間",
      "有効期限",
    ],
    under: ["cloudfront", "cache-hit-ratio"],
    fullNames: ["TTL and Cache-Control", "CloudFront TTL", "CloudFrontのTTL"],
    places: TTL_PLACES,
  },
  {
    id: "cache-hit-ratio",
    names: [
      "Cache hit ratio",
      "Cache hit rate",
      "Raising the cache hit ratio",
      "Improving the cache hit ratio",
      "キャッシュヒット率",
      "キャッシュヒット率の向上",
      "キャッシュヒット率の改善",
      "キャッシュヒット率を上げる",
      "キャッシュヒット率を上げる方法",
      "キャッシュヒット率を高める",
      "キャッシュヒット率を高める方法",
      "キャッシュヒット率を上げるには",
      "キャッシュヒット率を高めるには",
      "キャッシュヒット率を向上させる方法",
    ],
    places: [
      "AWS::CloudFront::CachePolicy",
      ...cachePolicy("ParametersInCacheKeyAndForwardedToOrigin"),
      ...behavior("ForwardedValues", "CachePolicyId"),
      ...QUERY_STRING_PLACES,
      ...TTL_PLACES,
    ],
    placesOfMarked: [
      "AWS::CloudFront::CachePolicy.CachePolicyConfig",
      ...cachePolicy(
        "ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig",
        "ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.**",
        "ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig",
        "ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.**",
      ),
      ...behavior("OriginRequestPolicyId"),
    ],
  },
  {
    id: "cloudfront-invalidation",
    names: [
      "Invalidation",
      "Invalidating files",
      "無効化",
      "ファイルの無効化",
      "create-invalidation",
      "ファイルの削除",
    ],
    under: ["cloudfront", "cache-ttl", "cache-hit-ratio"],
    fullNames: [
      "CloudFront invalidation",
      "Cache invalidation",
      "aws cloudfront create-invalidation",
      "Removing a file before it expires",
      "キャッシュの無効化",
      "キャッシュ無効化",
      "キャッシュの削除",
      "有効期限前のファイルの削除",
      "キャッシュファイルの削除",
      "キャッシュのクリア",
    ],
    places: ["word:aws cloudfront create-invalidation"],
  },
  {
    id: "cloudfront-reports",
    names: [
      "Reports",
      "レポート",
      "Cache statistics",
      "キャッシュ統計",
      "Usage reports",
      "Viewers report",
      "Popular objects",
      "人気オブジェクト",
      "Top referrers",
    ],
    under: ["cloudfront"],
    fullNames: ["CloudFront reports", "CloudFrontレポート", "CloudFrontのレポート", "CloudFront usage reports"],
    places: [],
    placesOfMarked: [...distribution("Logging"), "AWS::CloudFront::MonitoringSubscription"],
  },
  {
    id: "cloudfront-origin-certificate",
    names: [
      "Origin certificate",
      "Custom origin",
      "カスタムオリジン",
      "オリジンの証明書",
      "オリジンとの通信",
      "CloudFrontとカスタムオリジン",
      "CloudFrontとオリジン",
      "オリジンサーバー",
    ],
    under: ["cloudfront"],
    fullNames: [
      "Certificates between CloudFront and a custom origin",
      "CloudFrontとカスタムオリジン間の証明書",
      "CloudFrontとオリジン間の証明書",
      "CloudFrontとオリジン間のHTTPS",
      "ACM for Nitro Enclaves",
      "Nitro Enclaves",
      "EnclaveOptions",
    ],
    places: [
      ...ORIGIN_PLACES,
      "AWS::EC2::EnclaveCertificateIamRoleAssociation",
      "AWS::EC2::Instance.EnclaveOptions",
      "AWS::EC2::Instance.EnclaveOptions.Enabled",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.EnclaveOptions",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.EnclaveOptions.Enabled",
    ],
  },
  {
    id: "cloudfront-viewer-certificate",
    names: ["Viewers", "ビューワーの証明書", "ビューワーとの通信", "ビューワーとCloudFront", "ビューアーとCloudFront"],
    under: ["cloudfront"],
    fullNames: [
      "ViewerCertificate",
      "Certificates between viewers and CloudFront",
      "ビューワーとCloudFront間の証明書",
      "ビューアーとCloudFront間の証明書",
      "ビューワーとCloudFront間のHTTPS",
      "ビューワー証明書",
      "ビューアー証明書",
    ],
    places: VIEWER_PLACES,
    placesOfMarked: distribution("Aliases"),
  },
  {
    id: "cloudfront-certificates",
    names: ["Certificates", "Certificate", "証明書", "SSL証明書", "SSL/TLS証明書", "HTTPS", "HTTPS通信"],
    under: ["cloudfront"],
    fullNames: ["CloudFront certificates", "CloudFrontの証明書", "CloudFront HTTPS", "CloudFrontのHTTPS"],
    places: [...ORIGIN_PLACES, ...VIEWER_PLACES],
  },
];
