import type { Topic } from "../topic.ts";

const classic = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::ElasticLoadBalancing::LoadBalancer.${path}`);

const loadBalancerAttribute = (...keys: readonly string[]): readonly string[] =>
  keys.map((key) => `AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes.Key=${key}`);

const targetGroupAttribute = (...keys: readonly string[]): readonly string[] =>
  keys.map((key) => `AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupAttributes.Key=${key}`);

const LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
const TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
const BALANCERS = ["elastic-load-balancing", "clb", "alb", "nlb", "gwlb"];

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
          /^[ -~]+$/.test(name) ? [`ELB ${name}`, `ALB ${name}`, `Load balancer ${name}`] : [`ELBの${name}`, `ALBの${name}`],
        ),
      }),
  places,
});

export const loadBalancingTopics: readonly Topic[] = [
  {
    id: "elastic-load-balancing",
    isService: true,
    names: [
      "Elastic Load Balancing",
      "Elastic Load Balancer",
      "ELB",
      "Load balancer",
      "ロードバランサー",
    ],
    places: ["AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"],
  },
  {
    id: "clb",
    isService: true,
    names: ["Classic Load Balancer", "CLB", "Classic ELB", "クラシックロードバランサー"],
    places: ["AWS::ElasticLoadBalancing::LoadBalancer"],
  },
  {
    id: "alb",
    isService: true,
    names: ["Application Load Balancer", "ALB", "アプリケーションロードバランサー"],
    places: [`${LOAD_BALANCER}.Type=application`, LOAD_BALANCER],
  },
  {
    id: "gwlb",
    isService: true,
    names: ["Gateway Load Balancer", "GWLB", "GLB", "ゲートウェイロードバランサー"],
    places: [`${LOAD_BALANCER}.Type=gateway`],
  },
  {
    id: "nlb",
    isService: true,
    names: [
      "Network Load Balancer",
      "NLB",
      "ネットワークロードバランサー",
    ],
    places: [`${LOAD_BALANCER}.Type=network`],
  },
  {
    id: "pre-warming",
    names: ["Pre-warming", "プレウォーミング", "暖機運転", "暖機"],
    places: [
      "AWS::ElasticLoadBalancingV2::LoadBalancer.MinimumLoadBalancerCapacity",
      "AWS::ElasticLoadBalancingV2::LoadBalancer.MinimumLoadBalancerCapacity.CapacityUnits",
    ],
  },
  {
    id: "x-forwarded-for",
    names: ["X-Forwarded-For", "X-Forwarded-For header", "X-Forwarded-Forヘッダー", "XFF"],
    places: [
      ...loadBalancerAttribute(
        "routing.http.xff_header_processing.mode",
        "routing.http.xff_client_port.enabled",
        "routing.http.xff*",
      ),
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions.HttpHeaderConfig.HttpHeaderName=X-Forwarded-For",
      "text:X-Forwarded-For",
      // nginx's names for the header that came and the one it sends on.
      "text:http_x_forwarded_for",
      "text:proxy_add_x_forwarded_for",
    ],
  },
  {
    id: "sticky-sessions",
    names: [
      "Sticky sessions",
      "Sticky session",
      "Session stickiness",
      "Session affinity",
      "Stickiness",
      "スティッキーセッション",
      "スティッキーセッション機能",
      "セッション維持",
      "セッションアフィニティ",
    ],
    places: [
      ...classic(
        "AppCookieStickinessPolicy",
        "AppCookieStickinessPolicy.CookieName",
        "LBCookieStickinessPolicy",
        "LBCookieStickinessPolicy.CookieExpirationPeriod",
      ),
      ...targetGroupAttribute("stickiness.*"),
      "AWS::ElasticLoadBalancingV2::Listener.DefaultActions.ForwardConfig.TargetGroupStickinessConfig",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Actions.ForwardConfig.TargetGroupStickinessConfig",
    ],
  },
  {
    id: "deregistration-delay",
    names: ["Deregistration delay", "登録解除の遅延", "登録解除遅延", "deregistration_delay.timeout_seconds"],
    places: targetGroupAttribute("deregistration_delay.timeout_seconds", "deregistration_delay.*"),
  },
  {
    id: "connection-draining",
    names: [
      "Connection Draining",
      "ConnectionDrainingPolicy",
      "コネクションドレイニング",
      "コネクションドレイン",
      "接続のストリーミング",
      "接続ドレイン",
      "Connection Drainingポリシー",
    ],
    places: [
      ...classic("ConnectionDrainingPolicy", "ConnectionDrainingPolicy.Enabled", "ConnectionDrainingPolicy.Timeout"),
      ...targetGroupAttribute("deregistration_delay.timeout_seconds"),
    ],
  },
  {
    id: "elb-access-logs",
    names: ["Access log", "アクセスログ", "Access logging"],
    under: BALANCERS,
    fullNames: ["ELB access logs", "ELBのアクセスログ", "Load balancer access logs", "AccessLoggingPolicy"],
    places: [
      ...classic(
        "AccessLoggingPolicy",
        "AccessLoggingPolicy.Enabled",
        "AccessLoggingPolicy.EmitInterval",
        "AccessLoggingPolicy.S3BucketName",
        "AccessLoggingPolicy.S3BucketPrefix",
      ),
      ...loadBalancerAttribute("access_logs.s3.*"),
    ],
  },
  {
    id: "ssl-policy",
    names: [
      "Security policy",
      "Security policies",
      "セキュリティポリシー",
      "Server Order Preference",
      "サーバー優先順位",
      "サーバーの優先順位",
    ],
    under: BALANCERS,
    fullNames: [
      "ELB security policy",
      "ELBのセキュリティポリシー",
      "SSL negotiation policy",
      "SSLネゴシエーション",
      "SSLNegotiationPolicyType",
      "SslPolicy",
      "TLSセキュリティポリシー",
      "SSL security policy",
      "SSLセキュリティポリシー",
    ],
    places: [
      "AWS::ElasticLoadBalancingV2::Listener.SslPolicy",
      ...classic(
        "Policies",
        "Policies.PolicyType=SSLNegotiationPolicyType",
        "Policies.Attributes.Name=Server-Defined-Cipher-Order",
        "Policies.Attributes.Name=Reference-Security-Policy",
        "Policies.Attributes.Name=Protocol-*",
      ),
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
  attribute(
    "slow-start",
    targetGroupAttribute("slow_start.duration_seconds"),
    ["Slow start", "Slow start mode", "スロースタート", "スロースタートモード"],
  ),
  attribute(
    "idle-timeout",
    [...classic("ConnectionSettings", "ConnectionSettings.IdleTimeout"), ...loadBalancerAttribute("idle_timeout.timeout_seconds")],
    ["Idle timeout", "Connection idle timeout", "アイドルタイムアウト", "接続のアイドルタイムアウト", "無通信タイムアウト"],
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
    ["Routing algorithm", "Load balancing algorithm", "ルーティングアルゴリズム", "負荷分散アルゴリズム", "Least outstanding requests", "最小未処理リクエスト", "ラウンドロビン", "Round robin"],
    BALANCERS,
  ),
  attribute(
    "preserve-client-ip",
    targetGroupAttribute("preserve_client_ip.enabled"),
    ["Client IP preservation", "Preserve client IP", "クライアントIPの保持", "クライアントIPアドレスの保持", "送信元IPの保持"],
  ),
  attribute(
    "proxy-protocol",
    [...targetGroupAttribute("proxy_protocol_v2.enabled"), ...classic("Policies.PolicyType=ProxyProtocolPolicyType")],
    ["Proxy protocol", "Proxy Protocol v2", "プロキシプロトコル"],
  ),
  attribute(
    "elb-health-check",
    [
      ...classic("HealthCheck"),
      ...["HealthCheckPath", "HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPort", "HealthCheckProtocol", "HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount"].map(
        (key) => `${TARGET_GROUP}.${key}`,
      ),
    ],
    ["Health check", "ヘルスチェック", "Target group health check", "ターゲットグループのヘルスチェック"],
    [...BALANCERS, "target-group"],
  ),
  attribute("target-group", [TARGET_GROUP], ["Target group", "ターゲットグループ"]),
  attribute("target-type", [`${TARGET_GROUP}.TargetType`], ["Target type", "ターゲットタイプ", "ターゲットの種類"]),
  attribute("listener-rules", ["AWS::ElasticLoadBalancingV2::ListenerRule"], ["Listener rule", "リスナールール"]),
  attribute(
    "listener",
    ["AWS::ElasticLoadBalancingV2::Listener", ...classic("Listeners")],
    ["Listener", "リスナー"],
    BALANCERS,
  ),
  attribute(
    "path-based-routing",
    [
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions.Field",
      "AWS::ElasticLoadBalancingV2::ListenerRule.Conditions.PathPatternConfig",
    ],
    ["Path based routing", "パスベースルーティング", "パスベースのルーティング", "Host based routing", "ホストベースルーティング", "Content based routing", "コンテンツベースルーティング"],
  ),
  attribute(
    "server-name-indication",
    ["AWS::ElasticLoadBalancingV2::Listener.Certificates", "AWS::ElasticLoadBalancingV2::ListenerCertificate"],
    ["SNI", "Server Name Indication"],
  ),
  {
    id: "two-tier",
    names: [
      "Two tiers",
      "Two-tier architecture",
      "Internal load balancer",
      "Internet-facing load balancer",
      "2層アーキテクチャ",
      "二層アーキテクチャ",
      "2層構成",
      "2階層アーキテクチャ",
      "二階層アーキテクチャ",
      "2階層構成",
      "Two-tier",
      "内部ロードバランサー",
      "Internal ELB",
      "内部ELB",
    ],
    places: [
      ...["AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"].flatMap((type) => [
        `${type}.Scheme`,
        `${type}.Scheme=internal`,
        `${type}.Scheme=internet-facing`,
      ]),
    ],
  },
];
