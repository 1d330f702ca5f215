import type { Topic } from "../binding/topic.ts";
import { record } from "./route53.ts";
import { topicBelow, withoutRepeats } from "./topicBelow.ts";

/** A routing policy, by what people call it; the word alone only counts below Route 53. */
export const routing = (
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

/** Each routing policy of Route 53 for itself. */
export const dnsRoutingTopics: readonly Topic[] = [
  routing(
    "weighted",
    record("Weight"),
    ["Weighted", "加重", "重み付け", "重みづけ"],
    ["Weighted round robin", "加重ラウンドロビン", "重み付けラウンドロビン"],
  ),
  routing("geolocation", record("GeoLocation"), [
    "Geolocation",
    "Geographic location",
    "Geo",
    "位置情報",
    "地理的",
    "ジオロケーション",
  ]),
  routing("geoproximity", record("GeoProximityLocation"), [
    "Geoproximity",
    "Geographic proximity",
    "地理的近接性",
    "地理的近接",
    "物理的近接性",
    "ジオプロキシミティ",
  ]),
  routing("multivalue", record("MultiValueAnswer"), [
    "Multivalue answer",
    "Multivalue",
    "複数値回答",
    "複数値",
    "マルチバリュー",
    "マルチバリューアンサー",
  ]),
  routing("ip-based", record("CidrRoutingConfig"), ["IP based", "IPベース", "CIDR", "IPアドレスベース"]),
].map(withoutRepeats);

/** Names that resolve only in private networks. */
export const privateDnsTopics: readonly Topic[] = [
  {
    id: "private-hosted-zone",
    names: ["Private hosted zone", "プライベートホストゾーン", "Split-view DNS", "スプリットビューDNS"],
    places: ["AWS::Route53::HostedZone", "AWS::Route53::HostedZone.VPCs"],
    placesOfMarked: ["AWS::Route53::HostedZone.VPCs.VPCId", "AWS::Route53::HostedZone.VPCs.VPCRegion"],
  },
  topicBelow(
    "route53-resolver",
    "Route53",
    "Resolver|リゾルバー|DNS Resolver|DNSリゾルバー",
    ["AWS::Route53Resolver::ResolverEndpoint", "AWS::Route53Resolver::ResolverRule"],
    [
      "AWS::Route53Resolver::ResolverEndpoint.Direction",
      "AWS::Route53Resolver::ResolverEndpoint.IpAddresses",
      "AWS::Route53Resolver::ResolverRuleAssociation",
      "AWS::Route53Resolver::ResolverRule.RuleType",
      "AWS::Route53Resolver::ResolverRule.TargetIps",
    ],
  ),
];
