import type { Topic } from "../binding/topic.ts";

export const classic = (...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `AWS::ElasticLoadBalancing::LoadBalancer.${path}`);

export const loadBalancerAttribute = (...keys: readonly string[]): readonly string[] =>
  keys.map((key) => `AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes.Key=${key}`);

export const targetGroupAttribute = (...keys: readonly string[]): readonly string[] =>
  keys.map((key) => `AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupAttributes.Key=${key}`);

const LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
/** What must stand above a name that load balancers share with others. */
export const BALANCERS: readonly string[] = ["elastic-load-balancing", "clb", "alb", "nlb", "gwlb"];

export const loadBalancingTopics: readonly Topic[] = [
  {
    id: "elastic-load-balancing",
    scope: "service",
    names: ["Elastic Load Balancing", "Elastic Load Balancer", "ELB", "Load balancer", "ロードバランサー"],
    places: ["AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"],
    placesOfMarked: [`${LOAD_BALANCER}.Type`],
  },
  {
    id: "nlb",
    scope: "service",
    names: ["Network Load Balancer", "NLB", "ネットワークロードバランサー"],
    places: [`${LOAD_BALANCER}.Type=network`],
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
  {
    id: "target-group",
    names: ["Target group", "ターゲットグループ"],
    places: ["", ".HealthCheckPath", ".Matcher", ".TargetType"].map(
      (key) => `AWS::ElasticLoadBalancingV2::TargetGroup${key}`,
    ),
    placesOfMarked: [
      "HealthCheck*",
      "HealthyThresholdCount",
      "UnhealthyThresholdCount",
      "Matcher.*",
      "TargetType=*",
      "Targets",
      "Targets.Id",
      "TargetGroupAttributes",
    ].map((key) => `AWS::ElasticLoadBalancingV2::TargetGroup.${key}`),
  },
  {
    id: "listener-rules",
    names: ["Listener rule", "リスナールール"],
    places: ["AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::ElasticLoadBalancingV2::ListenerRule.Priority"],
    placesOfMarked: ["Actions", "Actions.Type", "Conditions", "Conditions.Field", "Conditions.Values"].map(
      (key) => `AWS::ElasticLoadBalancingV2::ListenerRule.${key}`,
    ),
  },
  {
    id: "listener",
    names: ["Listener", "リスナー"],
    under: BALANCERS,
    fullNames: ["ELB Listener", "ALB Listener", "Load balancer Listener", "ELBのリスナー", "ALBのリスナー"],
    places: [
      "AWS::ElasticLoadBalancingV2::Listener",
      "AWS::ElasticLoadBalancingV2::Listener.DefaultActions",
      ...classic("Listeners"),
    ],
    placesOfMarked: [
      "DefaultActions.Type",
      "DefaultActions.RedirectConfig",
      "Protocol",
      "Certificates",
      "Certificates.CertificateArn",
    ].map((key) => `AWS::ElasticLoadBalancingV2::Listener.${key}`),
  },
];
