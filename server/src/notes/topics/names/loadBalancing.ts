import type { Topic } from "../../binding/topic.ts";
import { BALANCERS, classic, loadBalancerAttribute, targetGroupAttribute } from "../loadBalancing.ts";
import { metrics } from "../metrics.ts";

const LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
const TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

/** An attribute of load balancers or target groups, by what people call it. */
const attribute = (
  id: string,
  places: readonly string[],
  names: readonly string[],
  under: readonly string[] = [],
): Topic => ({
  id,
  ...(under.length === 0
    ? { names }
    : {
        names,
        under,
        fullNames: names.flatMap((name) =>
          /^[ -~]+$/.test(name)
            ? [`ELB ${name}`, `ALB ${name}`, `Load balancer ${name}`]
            : [`ELBの${name}`, `ALBの${name}`],
        ),
      }),
  places,
});

export const loadBalancingNames: readonly Topic[] = [
  {
    id: "clb",
    scope: "service",
    names: ["Classic Load Balancer", "CLB", "Classic ELB", "クラシックロードバランサー"],
    places: ["AWS::ElasticLoadBalancing::LoadBalancer"],
  },
  {
    id: "alb",
    scope: "service",
    names: ["Application Load Balancer", "ALB", "アプリケーションロードバランサー"],
    places: [`${LOAD_BALANCER}.Type=application`, LOAD_BALANCER],
  },
  {
    id: "gwlb",
    scope: "service",
    names: ["Gateway Load Balancer", "GWLB", "GLB", "ゲートウェイロードバランサー"],
    places: [`${LOAD_BALANCER}.Type=gateway`],
  },
  {
    id: "healthy-host-count",
    names: ["HealthyHostCount"],
    places: metrics("HealthyHostCount"),
  },
  {
    id: "pre-warming",
    names: ["Pre-warming", "プレウォーミング", "暖機運転", "暖機"],
    places: [
      "AWS::ElasticLoadBalancingV2::LoadBalancer.MinimumLoadBalancerCapacity",
      "AWS::ElasticLoadBalancingV2::LoadBalancer.MinimumLoadBalancerCapacity.CapacityUnits",
    ],
  },
  attribute(
    "cross-zone",
    [
      ...classic("CrossZone"),
      ...loadBalancerAttribute("load_balancing.cross_zone.enabled"),
      ...targetGroupAttribute("load_balancing.cross_zone.enabled"),
    ],
    [
      "Cross zone load balancing",
      "Cross zone balancing",
      "Cross zone LB",
      "Cross zone",
      "クロスゾーン負荷分散",
      "クロスゾーンロードバランシング",
      "クロスゾーン分散",
      "クロスゾーン",
    ],
  ),
  attribute("slow-start", targetGroupAttribute("slow_start.duration_seconds"), [
    "Slow start",
    "Slow start mode",
    "スロースタート",
    "スロースタートモード",
  ]),
  attribute(
    "idle-timeout",
    [
      ...classic("ConnectionSettings", "ConnectionSettings.IdleTimeout"),
      ...loadBalancerAttribute("idle_timeout.timeout_seconds"),
    ],
    [
      "Idle timeout",
      "Connection idle timeout",
      "アイドルタイムアウト",
      "接続のアイドルタイムアウト",
      "無通信タイムアウト",
    ],
    BALANCERS,
  ),
  attribute(
    "elb-deletion-protection",
    loadBalancerAttribute("deletion_protection.enabled"),
    ["Deletion protection", "削除保護"],
    BALANCERS,
  ),
  attribute(
    "load-balancing-algorithm",
    targetGroupAttribute("load_balancing.algorithm.type"),
    [
      "Routing algorithm",
      "Load balancing algorithm",
      "ルーティングアルゴリズム",
      "負荷分散アルゴリズム",
      "Least outstanding requests",
      "最小未処理リクエスト",
      "ラウンドロビン",
      "Round robin",
    ],
    BALANCERS,
  ),
  attribute("preserve-client-ip", targetGroupAttribute("preserve_client_ip.enabled"), [
    "Client IP preservation",
    "Preserve client IP",
    "クライアントIPの保持",
    "クライアントIPアドレスの保持",
    "送信元IPの保持",
  ]),
  attribute(
    "proxy-protocol",
    [...targetGroupAttribute("proxy_protocol_v2.enabled"), ...classic("Policies.PolicyType=ProxyProtocolPolicyType")],
    ["Proxy protocol", "Proxy Protocol v2", "プロキシプロトコル"],
  ),
  attribute(
    "elb-health-check",
    [
      ...classic("HealthCheck"),
      ...[
        "HealthCheckPath",
        "HealthCheckEnabled",
        "HealthCheckIntervalSeconds",
        "HealthCheckPort",
        "HealthCheckProtocol",
        "HealthCheckTimeoutSeconds",
        "HealthyThresholdCount",
        "UnhealthyThresholdCount",
      ].map((key) => `${TARGET_GROUP}.${key}`),
    ],
    ["Health check", "ヘルスチェック", "Target group health check", "ターゲットグループのヘルスチェック"],
    [...BALANCERS, "target-group"],
  ),
  attribute("target-type", [`${TARGET_GROUP}.TargetType`], ["Target type", "ターゲットタイプ", "ターゲットの種類"]),
  attribute(
    "path-based-routing",
    [
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions.Field",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions.PathPatternConfig",
    ],
    [
      "Path based routing",
      "パスベースルーティング",
      "パスベースのルーティング",
      "Host based routing",
      "ホストベースルーティング",
      "Content based routing",
      "コンテンツベースルーティング",
    ],
  ),
  attribute(
    "server-name-indication",
    ["AWS::ElasticLoadBalancingV2::Listener.Certificates", "AWS::ElasticLoadBalancingV2::ListenerCertificate"],
    ["SNI", "Server Name Indication"],
  ),
];
