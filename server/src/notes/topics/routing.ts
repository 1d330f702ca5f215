import type { Topic } from "../topic.ts";
import { record } from "./route53.ts";

const healthCheck = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::Route53::HealthCheck.HealthCheckConfig.${path}`);

/** A routing policy, by what people call it; the word alone only counts below Route 53. */
const routing = (
  id: string,
  places: readonly string[],
  names: readonly string[],
  otherNames: readonly string[] = [],
): Topic => ({
  id: `${id}-routing`,
  names,
  under: ["route53", "routing-policies", "dns"],
  fullNames: [
    ...names.flatMap((name) =>
      /^[ -~]+$/.test(name)
        ? [`${name} routing`, `${name} routing policy`, `${name} record`, `${name}ルーティング`]
        : [`${name}ルーティング`, `${name}ルーティングポリシー`, `${name}のルーティング`],
    ),
    ...otherNames,
  ],
  places,
});

export const routingTopics: readonly Topic[] = [
  {
    id: "routing-policies",
    names: ["Routing policies", "Routing policy", "ルーティングポリシー"],
    under: ["route53", "dns"],
    fullNames: [
      "Route 53 routing policies",
      "Route 53のルーティングポリシー",
    ],
    places: record("Weight", "GeoLocation", "GeoProximityLocation", "MultiValueAnswer", "CidrRoutingConfig"),
  },
  routing("weighted", record("Weight"), ["Weighted", "加重", "重み付け", "重みづけ"], ["Weighted round robin", "加重ラウンドロビン", "重み付けラウンドロビン"]),
  routing("geolocation", record("GeoLocation"), ["Geolocation", "Geographic location", "Geo", "位置情報", "地理的", "ジオロケーション"]),
  routing("geoproximity", record("GeoProximityLocation"), ["Geoproximity", "Geographic proximity", "地理的近接性", "地理的近接", "物理的近接性", "ジオプロキシミティ"]),
  routing("multivalue", record("MultiValueAnswer"), ["Multivalue answer", "Multivalue", "Multi value", "複数値回答", "複数値", "マルチバリュー", "マルチバリューアンサー"]),
  routing("ip-based", record("CidrRoutingConfig"), ["IP based", "IPベース", "CIDR", "IPアドレスベース"]),
  {
    id: "latency-routing",
    names: ["Latency", "レイテンシー"],
    under: ["route53", "routing-policies"],
    fullNames: [
      "Latency routing",
      "Latency based routing",
      "Latency routing policy",
      "Latency record",
      "レイテンシールーティング",
      "レイテンシーベースルーティング",
      "レイテンシーベースのルーティング",
      "レイテンシールーティングポリシー",
      "レイテンシーに基づくルーティング",
    ],
    places: record("Region"),
  },
  {
    id: "failover-routing",
    names: ["Failover", "フェイルオーバー", "フェールオーバー"],
    under: ["route53", "routing-policies"],
    fullNames: [
      "Failover routing",
      "Failover routing policy",
      "DNS failover",
      "DNSフェイルオーバー",
      "フェイルオーバールーティング",
      "フェールオーバールーティング",
      "フェイルオーバールーティングポリシー",
      "Failover record",
      "Active-passive failover",
      "アクティブ/パッシブフェイルオーバー",
      "アクティブ-パッシブフェイルオーバー",
    ],
    places: record("Failover", "Failover=PRIMARY", "Failover=SECONDARY"),
  },
  {
    id: "evaluate-target-health",
    names: [
      "Evaluate Target Health",
      "ターゲットの正常性の評価",
      "ターゲットヘルスの評価",
      "ターゲットのヘルスを評価",
      "ターゲットの健全性の評価",
      "ターゲットの正常性評価",
    ],
    places: record("AliasTarget.EvaluateTargetHealth"),
  },
  {
    id: "health-check-endpoint",
    names: ["Endpoint", "エンドポイント", "エンドポイントの監視", "Endpoint health check"],
    under: ["health-checks", "route53"],
    fullNames: [
      "Health checks that monitor an endpoint",
      "エンドポイントを監視するヘルスチェック",
      "エンドポイントをモニタリングするヘルスチェック",
    ],
    places: healthCheck(
      "Type=HTTP",
      "Type=HTTPS",
      "Type=HTTP_STR_MATCH",
      "Type=HTTPS_STR_MATCH",
      "Type=TCP",
      "IPAddress",
      "FullyQualifiedDomainName",
      "ResourcePath",
      "SearchString",
      "RequestInterval",
      "FailureThreshold",
    ),
  },
  {
    id: "health-check-calculated",
    names: [
      "Calculated",
      "Other health checks",
      "他のヘルスチェック",
      "計算済み",
      "算出",
      "他のヘルスチェックの監視",
      "他のヘルスチェックのステータス",
      "複合ヘルスチェック",
    ],
    under: ["health-checks", "route53"],
    fullNames: [
      "Calculated health check",
      "Calculated health checks",
      "算出したヘルスチェック",
      "計算済みヘルスチェック",
      "算出ヘルスチェック",
      "他のヘルスチェックを監視するヘルスチェック",
      "他のヘルスチェックをモニタリングするヘルスチェック",
    ],
    places: healthCheck("Type=CALCULATED", "ChildHealthChecks", "HealthThreshold"),
  },
  {
    id: "health-check-alarm",
    names: [
      "CloudWatch alarm",
      "CloudWatchアラーム",
      "アラーム",
      "CloudWatch alarms",
      "CloudWatchアラームの状態",
      "CloudWatchアラームの監視",
    ],
    under: ["health-checks", "route53"],
    fullNames: [
      "Health checks that monitor a CloudWatch alarm",
      "CloudWatchアラームを監視するヘルスチェック",
      "CloudWatchアラームをモニタリングするヘルスチェック",
    ],
    places: healthCheck(
      "Type=CLOUDWATCH_METRIC",
      "AlarmIdentifier",
      "AlarmIdentifier.Name",
      "AlarmIdentifier.Region",
      "InsufficientDataHealthStatus",
    ),
  },
  {
    id: "health-check-routing-control",
    names: ["Routing control", "ルーティングコントロール", "ルーティング制御"],
    under: ["health-checks", "route53"],
    fullNames: ["RECOVERY_CONTROL", "Routing control health check", "ルーティングコントロールのヘルスチェック"],
    places: [
      ...healthCheck("Type=RECOVERY_CONTROL", "RoutingControlArn"),
      "AWS::Route53RecoveryControl::RoutingControl",
    ],
  },
  {
    id: "health-checks",
    names: ["Health checks", "Health check", "ヘルスチェック"],
    under: ["route53", "dns"],
    fullNames: [
      "Route 53 health checks",
      "Route 53 health check",
      "Route 53ヘルスチェック",
      "Route 53のヘルスチェック",
      "DNSヘルスチェック",
    ],
    places: [
      "AWS::Route53::HealthCheck",
      ...record("HealthCheckId"),
      ...healthCheck("Type", "ChildHealthChecks", "HealthThreshold", "AlarmIdentifier", "RoutingControlArn"),
    ],
  },
];
