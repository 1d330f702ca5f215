import { DOCS, type OvertakenFact } from "./fact.ts";

/** Load balancers, DNS, CloudFront and networks. */
export const traffic: readonly OvertakenFact[] = [
  {
    id: "exportable-certificates",
    topic: "cloudfront-origin-certificate",
    says: [/ACM|Certificate Manager/u, /Nitro Enclaves|エクスポートできな|(?:cannot|can't|not) (?:be )?export/iu],
    now: {
      en: "Since June 17, 2025 ACM also issues exportable public certificates (for a fee): Nitro Enclaves are not the only way to have one on a server.",
      ja: "ACMは2025年6月17日から、エクスポート可能なパブリック証明書（有料）も発行します。サーバーで使う方法はNitro Enclavesだけではありません。",
    },
    since: "2025-06-17",
    source: `${DOCS}acm/latest/userguide/acm-exportable-certificates.html`,
  },
  {
    id: "backend-5xx",
    topic: "backend-5xx",
    says: [/Backend_?\s?5XX/iu, /ELB自体|ロードバランサー自体|healthy|正常|itself/iu],
    knows: /ではない|含まない|数えない|\bnot\b|never/iu,
    now: {
      en: "The load balancer’s own errors, also when no instance is healthy, are counted as HTTPCode_ELB_5XX, not as Backend_5XX.",
      ja: "ELB自体のエラーや、正常なインスタンスがない場合は、Backend_5XXではなくHTTPCode_ELB_5XXで数えます。",
    },
    source: `${DOCS}elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html`,
  },
  {
    id: "pre-warming",
    topic: "elastic-load-balancing",
    says: [/pre-?\s?warm|プレウォーミング|暖機/iu, /申請|サポート|support|request|contact/iu],
    now: {
      en: "Since November 2024 you reserve capacity for a known peak yourself (MinimumLoadBalancerCapacity), for ALB and NLB.",
      ja: "予想されるピークの容量は、2024年11月から自分で予約します（MinimumLoadBalancerCapacity。ALBとNLB）。",
    },
    since: "2024-11",
    source: `${DOCS}elasticloadbalancing/latest/application/capacity-unit-reservation.html`,
  },
  {
    id: "evaluate-target-health",
    topic: "evaluate-target-health",
    says: [/Evaluate\s?Target\s?Health/iu, /レイテンシー|latency|fastest/iu],
    knows: /ではない|見ない|\bnot\b|never/iu,
    now: {
      en: "Evaluate Target Health looks at health alone, never at latency: that is latency routing.",
      ja: "Evaluate Target Healthが見るのは正常性だけで、レイテンシーは見ません（それはレイテンシールーティング）。",
    },
    source: `${DOCS}Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html`,
  },
  {
    id: "health-check-kinds",
    topic: "health-checks",
    says: [/ヘルスチェック|health checks?/iu, /[3３三](?:つ|種類)|\bthree (?:kinds|types)/iu],
    knows: /Recovery|ルーティングコントロール|routing control|RECOVERY_CONTROL/iu,
    now: {
      en: "Since July 2021 there is a fourth kind of health check: the routing control of Application Recovery Controller.",
      ja: "2021年7月から、ヘルスチェックには4つ目の種類、Application Recovery Controllerのルーティングコントロールもあります。",
    },
    since: "2021-07",
    source: `${DOCS}Route53/latest/DeveloperGuide/dns-failover.html`,
  },
  {
    id: "origin-access-identity",
    topic: "cf-oai",
    says: [/\bOAI\b|Origin Access Identity|オリジンアクセスアイデンティティ/iu],
    knows: /\bOAC\b|Origin Access Control|オリジンアクセスコントロール/iu,
    now: {
      en: "Since August 24, 2022 origin access control (OAC) replaces the origin access identity, which has trouble with SSE-KMS and with PUT and DELETE.",
      ja: "2022年8月24日からは、OAIの代わりにオリジンアクセスコントロール（OAC）が推奨されています。OAIはSSE-KMSやPUT、DELETEにそのままでは対応しません。",
    },
    since: "2022-08-24",
    source: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html`,
  },
  {
    id: "forwarded-values",
    topic: "cache-hit-ratio",
    says: [/ForwardedValues|Forwarded Values/u],
    knows: /キャッシュポリシー|cache polic/iu,
    now: {
      en: "Since July 22, 2020 cache policies and origin request policies replace ForwardedValues.",
      ja: "2020年7月22日からは、ForwardedValuesの代わりにキャッシュポリシーとオリジンリクエストポリシーを使います。",
    },
    since: "2020-07-22",
    source: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html`,
  },
  {
    id: "nat-per-zone",
    topic: "nat-gateway",
    says: [
      /NAT\s?(?:gateways?|ゲートウェイ)|\bNAT\s?GW\b/iu,
      /(?:AZ|アベイラビリティー?ゾーン)(?:ごと|毎|単位)|[各1１一](?:つの)?(?:AZ|アベイラビリティー?ゾーン)|(?:each|per|every|one|single) (?:AZ|Availability Zone)/iu,
    ],
    knows: /リージョン単位|リージョナル|regional/iu,
    now: {
      en: "Since November 2025 there is a regional NAT gateway, too, which spreads over the zones by itself and needs no public subnet.",
      ja: "2025年11月からは、ゾーンに自動で広がり、パブリックサブネットのいらないリージョン単位のNATゲートウェイもあります。",
    },
    since: "2025-11",
    source: `${DOCS}vpc/latest/userguide/nat-gateways-regional.html`,
  },
];
