import type { Topic } from "../topic.ts";

/** The same property of a lone record set and of one in a group. */
const record = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`AWS::Route53::RecordSet.${path}`, `AWS::Route53::RecordSetGroup.RecordSets.${path}`]);

const healthCheck = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::Route53::HealthCheck.HealthCheckConfig.${path}`);

/** A record type such as `A`: too short a name to stand alone. */
const recordType = (type: string, meaning: readonly string[]): Topic => ({
  id: `record-${type.toLowerCase()}`,
  names: [type],
  under: ["route53", "record-types", "dns"],
  fullNames: [`${type} record`, `${type}レコード`, ...meaning],
  places: record(`Type=${type}`),
});

const OTHER_RECORD_TYPES = ["CAA", "DS", "HTTPS", "NAPTR", "PTR", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT"];

export const route53Topics: readonly Topic[] = [
  {
    id: "route53",
    names: ["Route 53", "Amazon Route 53", "AWS Route 53", "ルート53"],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup", "AWS::Route53::HostedZone"],
  },
  {
    id: "route53-auto-scaling",
    names: ["Auto Scaling", "オートスケーリング"],
    under: ["route53"],
    fullNames: [
      "Route 53 and Auto Scaling",
      "Route 53 with Auto Scaling",
      "Route 53とAuto Scaling",
      "Route 53とオートスケーリング",
    ],
    places: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup", "AWS::Route53::HostedZone"],
  },
  recordType("A", ["Address record"]),
  recordType("AAAA", ["IPv6 record"]),
  recordType("CNAME", ["Canonical name record"]),
  recordType("MX", ["Mail exchange record"]),
  recordType("NS", ["Name server record", "ネームサーバーレコード"]),
  recordType("SOA", ["Start of authority", "Start of authority record"]),
  {
    id: "record-alias",
    names: ["ALIAS", "エイリアス"],
    under: ["route53", "record-types", "dns"],
    fullNames: ["Alias record", "ALIASレコード", "エイリアスレコード", "AliasTarget"],
    places: record("AliasTarget", "AliasTarget.DNSName", "AliasTarget.HostedZoneId"),
  },
  {
    id: "record-other",
    names: ["Other record types", "その他のレコード", "TXT", "SRV", "CAA", "PTR"],
    under: ["route53", "record-types", "dns"],
    fullNames: [
      "TXT record",
      "TXTレコード",
      "SRV record",
      "SRVレコード",
      "CAA record",
      "CAAレコード",
      "PTR record",
      "PTRレコード",
    ],
    places: record(...OTHER_RECORD_TYPES.map((type) => `Type=${type}`)),
  },
  {
    id: "record-types",
    names: ["Record types", "Types of records", "レコードタイプ", "レコードの種類", "レコード"],
    under: ["route53", "dns"],
    fullNames: [
      "DNS record types",
      "DNS records",
      "DNSレコード",
      "DNSレコードタイプ",
      "Route 53 record types",
      "Route 53のレコードタイプ",
    ],
    places: record("Type", "AliasTarget"),
  },
  {
    id: "routing-policies",
    names: ["Routing policies", "Routing policy", "ルーティングポリシー"],
    under: ["route53", "dns"],
    fullNames: [
      "Route 53 routing policies",
      "Route 53のルーティングポリシー",
      "Weighted routing",
      "加重ルーティング",
      "Geolocation routing",
      "位置情報ルーティング",
      "Multivalue answer routing",
      "複数値回答ルーティング",
    ],
    places: [
      ...record("SetIdentifier", "Weight", "GeoLocation", "MultiValueAnswer", "CidrRoutingConfig"),
      "AWS::Route53::RecordSetGroup.RecordSets.GeoProximityLocation",
    ],
  },
  {
    id: "latency-routing",
    names: ["Latency", "レイテンシー"],
    under: ["route53", "routing-policies"],
    fullNames: [
      "Latency routing",
      "Latency based routing",
      "Latency routing policy",
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
  {
    id: "dns",
    names: ["DNS", "Domain Name System", "ドメインネームシステム"],
    places: [],
  },
];
